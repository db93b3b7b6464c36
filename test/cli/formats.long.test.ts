import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { align } from 'duiqi';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { runCommand } from '../helpers/command.js';
import { encoder } from '../helpers/encodings.js';
import { CHRONICLE } from '../helpers/orchard-town.js';
import { makePdf, setLines, showLines } from '../helpers/pdf.js';

// Every kind of file that the README has an example of, once through the command, as its user would try it.

const ROWS = CHRONICLE.slice(0, 8);
const SIDES = { en: ROWS.map(([en]) => en), zh: ROWS.map(([, zh]) => zh) };
type Language = keyof typeof SIDES;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const inTurn = (): string[] => ROWS.flat();

const time = (seconds: number, mark: string): string =>
  `00:00:${String(Math.floor(seconds)).padStart(2, '0')}${mark}${String((seconds % 1) * 1000).padStart(3, '0')}`;
const cues = (mark: string, late: number, textOf: (row: number) => string): string =>
  ROWS.map((_, row) => {
    const start = row * 4 + 1 + late;
    return `${row + 1}\n${time(start, mark)} --> ${time(start + 3, mark)}\n${textOf(row)}\n`;
  }).join('\n');

const paragraphsOfWord = (paragraphs: readonly string[]): Promise<Uint8Array> =>
  Packer.toBuffer(new Document({ sections: [{ children: paragraphs.map((text) => new Paragraph(text)) }] }));
const tableOfWord = (): Promise<Uint8Array> => {
  const rows = ROWS.map(
    (cells) =>
      new TableRow({ children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) }),
  );
  return Packer.toBuffer(new Document({ sections: [{ children: [new Table({ rows })] }] }));
};
const pageOfPdf = (...languages: readonly Language[]): Promise<Uint8Array> =>
  makePdf((document) => {
    languages.forEach((language, page) => {
      if (page > 0) document.addPage();
      const column = { language, left: 72, width: 300 };
      showLines(document, setLines(document, SIDES[language], column), column, 72);
    });
  });
const page = (language: Language): string =>
  `<!doctype html><html><head><title>Chronicle</title><script>let x = 1;</script></head><body>
<nav><a href="/">Home</a> <a href="/map">Map</a></nav>
<main><ol>${SIDES[language].map((text) => `<li>${text}</li>`).join('')}</ol></main></body></html>`;
const excelFile = (): Promise<Uint8Array> =>
  writeExcelFile([
    [{ value: 'No.' }, { value: 'English' }, { value: '中文' }],
    ...ROWS.map(([en, zh], row) => [{ value: row + 1, type: Number }, { value: en }, { value: zh }]),
  ]).toBuffer();

/** Files by name, and what the command calls their kind. */
const EXAMPLES: readonly (readonly [
  kind: string,
  files: Record<string, () => Uint8Array | Promise<Uint8Array>>,
])[] = [
  ['Markdown', { 'report.md': () => bytes(`# ${inTurn().join('\n\n')}\n`) }],
  [
    'Markdown',
    {
      'table.md': () =>
        bytes(`|  |  |\n|---|---|\n${ROWS.map((row) => `| ${row.join(' | ')} |\n`).join('')}`),
    },
  ],
  ['plain text', { 'report.txt': () => bytes(inTurn().join('\n\n')) }],
  ['plain text', { 'en.txt': () => bytes(SIDES.en.join('\n')), 'zh.txt': () => bytes(SIDES.zh.join('\n')) }],
  ['plain text, GB18030', { 'old.txt': () => encoder('gb18030')(inTurn().join('\n\n')) }],
  ['plain text, UTF-16LE', { 'wide.txt': () => encoder('utf-16le')(inTurn().join('\r\n')) }],
  ['Word', { 'contract.docx': () => tableOfWord() }],
  ['Word', { 'report.docx': () => paragraphsOfWord(inTurn()) }],
  ['PDF', { 'gazette.pdf': () => pageOfPdf('en', 'zh') }],
  ['HTML', { 'en.html': () => bytes(page('en')), 'zh.html': () => bytes(page('zh')) }],
  [
    'SubRip subtitles',
    {
      'film.en.srt': () => bytes(cues(',', 0, (row) => SIDES.en[row])),
      'film.zh.vtt': () => bytes(`WEBVTT\n\n${cues('.', 0.25, (row) => SIDES.zh[row])}`),
    },
  ],
  [
    'SubRip subtitles',
    { 'both.srt': () => bytes(cues(',', 0, (row) => `${SIDES.zh[row]}\n${SIDES.en[row]}`)) },
  ],
  ['Excel', { 'pairs.xlsx': () => excelFile() }],
  [
    'comma-separated values',
    {
      'pairs.csv': () =>
        bytes(`en,zh\n${ROWS.map((row) => `${row.map((cell) => `"${cell}"`).join(',')}\n`).join('')}`),
    },
  ],
  ['tab-separated values', { 'pairs.tsv': () => bytes(ROWS.map((row) => `${row.join('\t')}\n`).join('')) }],
];

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'duiqi-formats-'));
});
afterAll(() => rm(directory, { recursive: true }));

describe('every kind of file', () => {
  it.each(EXAMPLES.map(([kind, files]) => [kind, Object.keys(files).join(' and '), files] as const))(
    '%s: %s',
    async (kind, _, files) => {
      for (const [name, make] of Object.entries(files)) await writeFile(join(directory, name), await make());
      const { status, err } = await runCommand(directory, ['align', ...Object.keys(files), '-o', 'out.tsv']);
      expect(err).toContain(`(${kind}`);
      expect(status).toBe(0);
      const lines = (await readFile(join(directory, 'out.tsv'), 'utf8')).trim().split('\n');
      expect(lines.map((line) => line.split('\t').slice(0, 2)).filter(([en]) => en !== 'en')).toEqual(
        ROWS.map((row) => [...row]),
      );
    },
  );

  it('says what it left out', async () => {
    await writeFile(join(directory, 'menu.html'), page('en'));
    await writeFile(join(directory, 'menu-zh.html'), page('zh'));
    const { err } = await runCommand(directory, ['align', 'menu.html', 'menu-zh.html', '-o', 'menu.tmx']);
    expect(err).toMatch(/^Note: .*left out.*Home/m);
  });
});

describe('two files of different kinds, in either order', () => {
  const sides = {
    en: {
      'en.txt': bytes(SIDES.en.join('\n\n')),
      'en.html': bytes(page('en')),
      'en.docx': paragraphsOfWord(SIDES.en),
    },
    zh: {
      'zh.md': bytes(SIDES.zh.join('\n\n')),
      'zh.pdf': pageOfPdf('zh'),
      'zh.docx': paragraphsOfWord(SIDES.zh),
    },
  };
  const combinations = Object.entries(sides.en).flatMap((en) =>
    Object.entries(sides.zh).flatMap((zh) => [[en, zh] as const, [zh, en] as const]),
  );

  it.each(combinations.map(([a, b]) => [a[0], b[0], a[1], b[1]] as const))(
    '%s and %s',
    async (a, b, first, second) => {
      const { pairs } = await align([await first, await second], { names: [a, b] });
      expect(pairs.map(({ en, zh }) => [en.text, zh.text])).toEqual(ROWS.map((row) => [...row]));
    },
  );
});
