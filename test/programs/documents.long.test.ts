import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import {
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { align } from 'duiqi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { runCommand } from '../helpers/command.js';
import { convertedBy, hasCalc, hasImpress, hasWriter } from '../helpers/office.js';
import { hasProgram, hasPythonModule, PYTHON } from '../helpers/programs.js';

// Files of the new formats as other programs write them: the pairs are those of the same text as Word and HTML.

const folder = mkdtempSync(join(tmpdir(), 'duiqi-documents-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The pairs of a file as `clause|English|Chinese`; `-` for no clause. */
async function pairsOf(file: string): Promise<string[]> {
  const { pairs } = await align(readFileSync(join(folder, file)), { names: [basename(file)] });
  return pairs.map(({ en, zh }) => `${en.clause ?? '-'}|${en.text}|${zh.text}`);
}

const LIST = [
  ['Boats keep to the right.', '船只靠右行驶。'],
  ['Nets are dried on the shore.', '渔网在岸上晾干。'],
  ['Lamps are lit at dusk.', '黄昏时点灯。'],
] as const;
const NOTES = ['The harbor is older than the town.', '港口比城镇更古老。'] as const;
const ROWS = [
  ['The tide turns at noon.', '潮水中午转向。'],
  ['The ferry leaves at one.', '渡轮一点开船。'],
] as const;

/** That the pairs to which others are compared are all there: those of the list, by its first and last number, of the table, and of the notes. */
function expectWhole(pairs: readonly string[], [first, last]: readonly [string, string]): void {
  expect(pairs).toContain(`${first}|${LIST[0].join('|')}`);
  for (const pair of [LIST[2], ...ROWS, NOTES]) expect(pairs).toContain(`${last}|${pair.join('|')}`);
}

async function wordDocument(): Promise<Uint8Array> {
  const numbered = (text: string, reference: string): Paragraph =>
    new Paragraph({ text, numbering: { reference, level: 0 } });
  const level = (format: string, text: string) => [{ level: 0, format: format as 'decimal', text }];
  const document = new Document({
    numbering: {
      config: [
        { reference: 'en', levels: level('decimal', '(%1)') },
        { reference: 'zh', levels: level('chineseCounting', '（%1）') },
      ],
    },
    footnotes: {
      1: { children: [new Paragraph(NOTES[0])] },
      2: { children: [new Paragraph(NOTES[1])] },
    },
    sections: [
      {
        children: [
          new Paragraph({ text: 'Rules of the harbor', heading: HeadingLevel.HEADING_1 }),
          new Paragraph({
            children: [new TextRun('These rules'), new FootnoteReferenceRun(1), new TextRun(' are old.')],
          }),
          ...LIST.map(([en]) => numbered(en, 'en')),
          new Paragraph({ text: '港口规则', heading: HeadingLevel.HEADING_1 }),
          new Paragraph({
            children: [new TextRun('这些规则'), new FootnoteReferenceRun(2), new TextRun('很古老。')],
          }),
          ...LIST.map(([, zh]) => numbered(zh, 'zh')),
          new Table({
            rows: ROWS.map(
              (cells) =>
                new TableRow({
                  children: cells.map((cell) => new TableCell({ children: [new Paragraph(cell)] })),
                }),
            ),
          }),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

describe.skipIf(!hasWriter)('a text of LibreOffice Writer', () => {
  let expected: string[];
  beforeAll(async () => {
    writeFileSync(join(folder, 'harbor.docx'), await wordDocument());
    expected = await pairsOf('harbor.docx');
    expectWhole(expected, ['(1)', '(3)']);
  });

  test.each(['odt', 'rtf'])('.%s', async (ending) => {
    convertedBy(folder, 'harbor.docx', ending);
    expect(await pairsOf(`harbor.${ending}`)).toEqual(expected);
  });

  test('.doc, which the command has LibreOffice convert, and cannot read without it', async () => {
    convertedBy(folder, 'harbor.docx', 'doc');
    const { status, out, err } = await runCommand(folder, ['align', 'harbor.doc']);
    expect(err).toContain('Note: "harbor.doc" is an old Office file, and LibreOffice converted it first.');
    expect(status).toBe(0);
    const pairs = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(pairs.map(({ en, zh }) => `${en}|${zh}`)).toEqual(
      expected.map((pair) => pair.replace(/^[^|]*\|/, '')),
    );
    const line = `${JSON.stringify({ id: 'harbor.doc', files: ['harbor.doc'] })}\n`;
    const streamed = JSON.parse((await runCommand(folder, ['stream', '--quiet'], line)).out);
    expect(streamed.pairs.map(({ id, en, zh }: Record<string, string>) => [id, en, zh])).toEqual(
      pairs.map(({ id, en, zh }) => [id, en, zh]),
    );
    const { PATH } = process.env;
    process.env.PATH = folder;
    const without = await runCommand(folder, ['align', 'harbor.doc']);
    process.env.PATH = PATH;
    expect([without.status, without.err]).toEqual([
      1,
      expect.stringMatching(/^duiqi: "harbor\.doc" is an old Word or Excel file.*\.docx.*\.\n$/),
    ]);
  });
});

describe.skipIf(!hasCalc)('a spreadsheet of LibreOffice Calc', () => {
  test('.ods', async () => {
    const cells = (row: readonly string[]) => row.map((value) => ({ value }));
    const sheets = [
      [['No.', 'English', '中文'], ...ROWS.map((row, at) => [String(at + 1), ...row])],
      [[...LIST[0]]],
    ];
    const file = await writeExcelFile(sheets.map((rows) => ({ data: rows.map(cells) }))).toBuffer();
    writeFileSync(join(folder, 'tides.xlsx'), file);
    convertedBy(folder, 'tides.xlsx', 'ods');
    expect(await pairsOf('tides.ods')).toEqual([...ROWS, LIST[0]].map((pair) => `-|${pair.join('|')}`));
  });
});

const MARKDOWN = [
  '# Rules of the harbor\n\nThese rules[^1] are old.',
  LIST.map(([en], at) => `${at + 1}. ${en}`).join('\n'),
  '# 港口规则\n\n这些规则[^2]很古老。',
  LIST.map(([, zh], at) => `${at + 1}. ${zh}`).join('\n'),
  `|  |  |\n|---|---|\n${ROWS.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}`,
  `[^1]: ${NOTES[0]}\n\n[^2]: ${NOTES[1]}\n`,
].join('\n\n');

describe.skipIf(!hasProgram('pandoc'))('what pandoc writes', () => {
  const write = (ending: string, text = MARKDOWN): void => {
    writeFileSync(join(folder, 'pandoc.md'), text);
    const path = join(folder, `pandoc.${ending}`);
    const { stderr } = spawnSync(
      'pandoc',
      ['-s', '--metadata', 'title= ', join(folder, 'pandoc.md'), '-o', path],
      {
        encoding: 'utf8',
      },
    );
    expect(stderr).toBe('');
  };

  test.each(['odt', 'rtf'])('.%s', async (ending) => {
    write('docx');
    write(ending);
    const expected = await pairsOf('pandoc.docx');
    expectWhole(expected, ['1', '3']);
    // In its RTF the numbers of lists are text.
    const pairs = (await pairsOf(`pandoc.${ending}`)).map((pair) => pair.replaceAll(/(?<=\|)\d\.\s/g, ''));
    expect(pairs.sort()).toEqual(expected.sort());
  });

  // Notes stand at the end of each chapter of a book, and on a slide of their own.
  test.each(['epub', 'pptx'])('.%s', async (ending) => {
    const text = MARKDOWN.replaceAll(/\[\^\d\](?:: .*)?/g, '');
    write('html', text);
    write(ending, text);
    const expected = await pairsOf('pandoc.html');
    expect(expected).toHaveLength(LIST.length + ROWS.length + 2);
    expect((await pairsOf(`pandoc.${ending}`)).sort()).toEqual(expected.sort());
  });
});

const SLIDES = `
import json, sys
from pptx import Presentation
show = Presentation()
for title, lines, note in json.loads(sys.argv[1]):
    slide = show.slides.add_slide(show.slide_layouts[1])
    slide.shapes.title.text = title
    slide.placeholders[1].text_frame.text = '\\n'.join(lines)
    slide.notes_slide.notes_text_frame.text = note
show.save(sys.argv[2])
`;

describe.skipIf(!hasPythonModule('pptx'))('slides of python-pptx (in DUIQI_PYTHON)', () => {
  const slides = [0, 1].map((side) => [
    ['Rules of the harbor', '港口规则'][side],
    LIST.map((pair) => pair[side]),
    NOTES[side],
  ]);
  const expected = [['Rules of the harbor', '港口规则'], ...LIST, NOTES].map((pair) => `-|${pair.join('|')}`);
  beforeAll(() => {
    const { stderr } = spawnSync(PYTHON, ['-c', SLIDES, JSON.stringify(slides), join(folder, 'talk.pptx')], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
  });

  test('.pptx', async () => {
    expect(await pairsOf('talk.pptx')).toEqual(expected);
  });

  test.skipIf(!hasImpress)('.odp and .pptx, as LibreOffice Impress writes them', async () => {
    convertedBy(folder, 'talk.pptx', 'odp');
    expect(await pairsOf('talk.odp')).toEqual(expected);
    convertedBy(folder, 'talk.odp', 'pptx');
    expect(await pairsOf('talk.pptx')).toEqual(expected);
  });
});

const ODFPY = `
import json, sys
from odf.opendocument import OpenDocumentSpreadsheet, OpenDocumentText
from odf.table import Table, TableCell, TableRow
from odf.text import H, P
rows = json.loads(sys.argv[1])
text = OpenDocumentText()
for row in rows:
    text.text.addElement(H(outlinelevel=1, text=row[0]))
    text.text.addElement(P(text=row[1]))
text.save(sys.argv[2] + '/odfpy.odt')
book = OpenDocumentSpreadsheet()
table = Table(name='A')
for row in rows:
    line = TableRow()
    for cell in row:
        place = TableCell(valuetype='string')
        place.addElement(P(text=cell))
        line.addElement(place)
    table.addElement(line)
book.spreadsheet.addElement(table)
book.save(sys.argv[2] + '/odfpy.ods')
`;

test.skipIf(!hasPythonModule('odf'))('.odt and .ods of odfpy (in DUIQI_PYTHON)', async () => {
  const { stderr } = spawnSync(PYTHON, ['-c', ODFPY, JSON.stringify(ROWS), folder], { encoding: 'utf8' });
  expect(stderr).toBe('');
  const expected = ROWS.map((pair) => `-|${pair.join('|')}`);
  expect(await pairsOf('odfpy.odt')).toEqual(expected);
  expect(await pairsOf('odfpy.ods')).toEqual(expected);
});

const EBOOKLIB = `
import json, sys
from ebooklib import epub
book = epub.EpubBook()
book.set_title('Harbor')
chapters = []
for at, body in enumerate(json.loads(sys.argv[1])):
    chapter = epub.EpubHtml(title=str(at), file_name='chapter %d.xhtml' % at)
    chapter.content = body
    book.add_item(chapter)
    chapters.append(chapter)
book.toc = chapters
book.add_item(epub.EpubNcx())
book.add_item(epub.EpubNav())
book.spine = ['nav', *chapters]
epub.write_epub(sys.argv[2], book)
`;

test.skipIf(!hasPythonModule('ebooklib'))('.epub of ebooklib (in DUIQI_PYTHON)', async () => {
  const chapters = [0, 1].map(
    (side) =>
      `<h1>${['Rules of the harbor', '港口规则'][side]}</h1><ol>${LIST.map((pair) => `<li>${pair[side]}</li>`).join('')}</ol><a id="p2"/><aside epub:type="footnote"><p>${NOTES[side]}</p></aside>`,
  );
  const { stderr } = spawnSync(
    PYTHON,
    ['-c', EBOOKLIB, JSON.stringify(chapters), join(folder, 'book.epub')],
    {
      encoding: 'utf8',
    },
  );
  expect(stderr).not.toContain('Error');
  writeFileSync(
    join(folder, 'book.html'),
    chapters.join('').replaceAll(/<a id="p2"\/>|<\/?aside[^>]*>/g, ''),
  );
  const expected = await pairsOf('book.html');
  expect(expected).toHaveLength(LIST.length + 2);
  expect(await pairsOf('book.epub')).toEqual(expected);
});
