import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AlignInput, type Alignment, align } from 'duiqi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encoder } from './helpers/encodings.js';
import {
  CHROMIUM,
  exportedByLibreOffice,
  LIBREOFFICE,
  printedByChromium,
  STYLE,
} from './helpers/pdf-programs.js';
import { paragraph, wordFile } from './helpers/word.js';

const SHARED = fileURLToPath(new URL('../../shared', import.meta.url));
const SEEDS = join(SHARED, 'seeds');
const REFEREE = join(SHARED, 'eval', 'score-document.mjs');

// The document belongs to others and lies beside the checkout, not in it: each dress is made from it here.
const absent = !existsSync(SEEDS) || !existsSync(REFEREE);
if (absent) console.warn('Skipped: ../shared/seeds, the document of these tests, is not there.');

const text = absent
  ? ''
  : readFileSync(join(SEEDS, readdirSync(SEEDS).find((name) => name.startsWith('002_'))!), 'utf8');
const isChinese = (line: string): boolean => /\p{Script=Han}/u.test(line);
const paragraphs = text.split('\n').filter((line) => line.trim() !== '');

/** The pages of the document, one in each language in turn. */
const pages: string[][] = [];
for (const line of paragraphs) {
  const page = pages.at(-1);
  if (page !== undefined && isChinese(page[0]!) === isChinese(line)) page.push(line);
  else pages.push([line]);
}

/** English wrapped between words, Chinese between characters, but never before a mark or within a number or word. */
function wrap(paragraph: string, columns: number): string {
  const units =
    paragraph.match(/[（“《]*[^\s\p{ASCII}][，。、；：？！）”》]*|[!-~]+[，。、；：？！）”》]*\s?|\s/gu) ??
    [];
  const lines = [''];
  let width = 0;
  for (const unit of units) {
    const size = [...unit.trimEnd()].reduce((sum, character) => sum + (character > '\u2e80' ? 2 : 1), 0);
    if (width + size > columns) {
      lines.push('');
      width = 0;
    }
    lines[lines.length - 1] += unit;
    width += size + unit.length - unit.trimEnd().length;
  }
  return lines.map((line) => line.trim()).join('\n');
}

const asText = (page: readonly string[]): string => page.join('\n\n');
const bare = (line: string): string => line.replace(/^#+ /, '');
const escaped = (line: string): string =>
  line.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
/** Paragraphs as they were before pages cut them. */
const wholeParagraphs = ({ language, paragraphs }: Alignment['en']): string[] =>
  paragraphs.map(({ pieces }) =>
    pieces.map(({ start, end }) => text.slice(start, end)).join(language === 'en' ? ' ' : ''),
  );

/** The heads of a bound volume: the title in the language of the page, and the number of the page. */
const head = (page: readonly string[], number: number): string =>
  isChinese(page[0]!)
    ? `全国人民代表大会常务委员会工作报告 ${number}`
    : `Work Report of the Standing Committee ${number}`;

const printable = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>Work Report 工作报告</title><style>${STYLE}</style></head><body>${pages
  .map((page, at) => {
    const parts = page.map((line) =>
      line.startsWith('#') ? `<h2>${escaped(bare(line))}</h2>` : `<p>${escaped(line)}</p>`,
    );
    return `<div${at > 0 ? ' style="page-break-before: always"' : ''}>${parts.join('\n')}</div>`;
  })
  .join('\n')}</body></html>`;
if (CHROMIUM === undefined) console.warn('Skipped: there is no Chromium to print the seed.');
if (LIBREOFFICE === undefined) console.warn('Skipped: there is no LibreOffice to print the seed.');

/** The pages printed to PDF, by the programs that are there. */
const printed: [name: string, make: () => AlignInput][] = [
  ...(CHROMIUM === undefined
    ? []
    : ([
        ['printed by Chromium', () => printedByChromium(printable)],
        ['printed by Chromium with its heads and feet', () => printedByChromium(printable, { heads: true })],
      ] as const)),
  ...(LIBREOFFICE === undefined
    ? []
    : ([
        ['exported by LibreOffice', () => exportedByLibreOffice([printable], 'html')[0]!],
        ['exported by LibreOffice, tagged', () => exportedByLibreOffice([printable], 'html', true)[0]!],
      ] as const)),
].map(([name, make]) => [name, make]);

const dresses: [name: string, make: (undressed: Alignment) => AlignInput][] = [
  ['CR LF and a byte order mark', () => new TextEncoder().encode(`\ufeff${text.replace(/\r?\n/g, '\r\n')}`)],
  ['UTF-16', () => encoder('utf-16le')(`\ufeff${text}`)],
  ['GB18030', () => encoder('gb18030')(text)],
  ['lines of 72 columns', () => pages.map((page) => asText(page.map((line) => wrap(line, 72)))).join('\n\n')],
  ['page numbers', () => pages.map((page, at) => `${asText(page)}\n\n- ${at + 103} -`).join('\n\n')],
  ['form feeds', () => pages.map(asText).join('\f')],
  ['halves', ({ en, zh }) => [...wholeParagraphs(en), ...wholeParagraphs(zh)].join('\n\n')],
  [
    'two texts',
    ({ en, zh }) => ({ en: wholeParagraphs(en).join('\n\n'), zh: wholeParagraphs(zh).join('\n\n') }),
  ],
  [
    'HTML',
    () =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>x</title></head><body>${paragraphs
        .map((line) => (line.startsWith('#') ? `<h2>${escaped(bare(line))}</h2>` : `<p>${escaped(line)}</p>`))
        .join('\n')}</body></html>`,
  ],
  ['Word', () => wordFile({ body: paragraphs.map((line) => paragraph(escaped(bare(line)))).join('') })],
  [
    'running heads that count',
    () => pages.map((page, at) => `${head(page, at + 103)}\n\n${asText(page)}`).join('\n\n'),
  ],
  [
    'running heads close above the text',
    () => pages.map((page, at) => `${head(page, at + 103)}\n${asText(page)}`).join('\n\n'),
  ],
  [
    'running heads that count facing pages as one',
    () => pages.map((page, at) => `${head(page, (at >> 1) + 103)}\n\n${asText(page)}`).join('\n\n'),
  ],
  ['feet', () => pages.map((page, at) => `${asText(page)}\n\n${head(page, at + 103)}`).join('\n\n')],
  [
    'running heads and form feeds',
    () => pages.map((page, at) => `${head(page, at + 103)}\n\n${asText(page)}`).join('\f'),
  ],
  [
    'heads with a bar, on alternate sides',
    () =>
      pages
        .map((page, at) => {
          const title = isChinese(page[0]!) ? '工作报告' : 'Work Report';
          return `${at % 4 < 2 ? `${at + 103} | ${title}` : `${title} | ${at + 103}`}\n\n${asText(page)}`;
        })
        .join('\n\n'),
  ],
];

describe.skipIf(absent)('the bilingual report of ../shared/seeds in other dress', () => {
  const squeezed = ({ pairs }: Alignment): string[] =>
    pairs.map(({ en, zh }) => `${en.text} | ${zh.text}`.replace(/\s+/g, ''));
  let directory: string;
  let undressed: Alignment;

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'duiqi-dress-'));
    undressed = await align(text);
    const gold = undressed.ladder.map(({ en, zh }) => ({
      en: undressed.en.segments.slice(en.start, en.end).map((segment) => segment.text),
      zh: undressed.zh.segments.slice(zh.start, zh.end).map((segment) => segment.text),
    }));
    writeFileSync(join(directory, 'gold.jsonl'), gold.map((bead) => JSON.stringify(bead)).join('\n'));
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  test.each([...dresses, ...printed])('%s', async (_, make) => {
    const found = await align(make(undressed));
    expect(undressed.pairs).toHaveLength(39);
    expect(squeezed(found)).toEqual(squeezed(undressed));
    const file = join(directory, 'got.jsonl');
    const got = found.pairs.map(({ en, zh }) => JSON.stringify({ en: en.text, zh: zh.text }));
    writeFileSync(file, got.join('\n'));
    const { stdout } = spawnSync(process.execPath, [REFEREE, join(directory, 'gold.jsonl'), file], {
      encoding: 'utf8',
    });
    expect((JSON.parse(stdout) as { linked: number }).linked).toBeGreaterThanOrEqual(0.995);
  });
});
