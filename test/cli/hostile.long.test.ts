import { existsSync, readdirSync } from 'node:fs';
import { access, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { INPUT_FORMATS } from 'duiqi';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { runCommand } from '../helpers/command.js';
import { bookFile } from '../helpers/epub.js';
import { excelFile } from '../helpers/excel.js';
import { openDocumentFile } from '../helpers/opendocument.js';
import { makePdf } from '../helpers/pdf.js';
import { bombs } from '../helpers/pdf-bombs.js';
import { line, powerPointFile, shape } from '../helpers/powerpoint.js';
import { randomNumbers } from '../helpers/random-numbers.mjs';
import { paragraph, wordFile } from '../helpers/word.js';

/** Megabytes of JavaScript objects that the command may hold. */
const MEMORY = 1500;

const HOSTILE = fileURLToPath(new URL('../../../shared/hostile/pdf', import.meta.url));
if (!existsSync(HOSTILE)) console.warn('Skipped: ../shared/hostile is not there.');

let directory: string;
beforeAll(async () => {
  vi.stubEnv('NODE_OPTIONS', `--max-old-space-size=${MEMORY}`);
  directory = await mkdtemp(join(tmpdir(), 'duiqi-hostile-'));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(directory, { recursive: true });
});

/**
 * Aligns a file and returns the exit status and what was written, after a look at what every end has in common: one
 * sentence that names the file where nothing came of it, else a whole output, and nothing else.
 */
async function alignFile(name: string, file: Uint8Array): Promise<{ status: number | null; tmx: string }> {
  const own = await mkdtemp(join(directory, 'case-'));
  await writeFile(join(own, name), file);
  const { status, out, err } = await runCommand(own, ['align', name, '-o', 'out.tmx', '--doubtful', 'mark']);
  expect(out).toBe('');
  expect(err).not.toMatch(/^ {4}at |node:internal|fault in duiqi/m);
  if (status === 0) {
    expect((await readdir(own)).sort()).toEqual([name, 'out.tmx'].sort());
    const tmx = await readFile(join(own, 'out.tmx'), 'utf8');
    expect(tmx.trimEnd().endsWith('</tmx>')).toBe(true);
    return { status, tmx };
  }
  expect(err).toMatch(/^duiqi: [^\n]*[^\n.]\.\n$/);
  expect(err).toContain(`"${name}"`);
  expect(await readdir(own)).toEqual([name]);
  return { status, tmx: '' };
}

const ENDINGS = INPUT_FORMATS.map(({ endings }) => endings[0]!);
const DOCUMENTS = INPUT_FORMATS.flatMap(({ binary, endings }) => (binary ? [endings[0]!] : []));

const random = randomNumbers(20261122);
const junk = Uint8Array.from({ length: 20_000 }, () => Math.floor(random() * 256));

describe('files that are nothing', () => {
  test.each(ENDINGS)('no bytes, named .%s', async (ending) => {
    const { status } = await alignFile(`empty.${ending}`, new Uint8Array());
    expect(status).toBe(DOCUMENTS.includes(ending) ? 1 : 3);
  });

  test.each(ENDINGS)('random bytes, named .%s', async (ending) => {
    expect((await alignFile(`junk.${ending}`, junk)).status).toBe(1);
  });

  const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, ...junk);
  const OLE = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...junk);
  test.each([
    ['a picture', 'scan.docx', PNG],
    ['a picture', 'scan.html', PNG],
    ['a Word document with a password', 'secret.docx', OLE],
    ['a workbook with a password', 'secret.xlsx', OLE],
    ['NUL in text', 'nul.txt', strToU8('A boat.\0\n\n一条船。\n')],
    ['NUL in a page', 'nul.html', strToU8('<p>A boat.\0<p>一条船。')],
    ['NUL in a table', 'nul.csv', strToU8('A boat.,一条船。\n\0,\0\n')],
  ])('%s: %s', async (_, name, file) => {
    expect((await alignFile(name, file)).status).toBe(1);
  });
});

const MEGABYTE = 2 ** 20;
const BODY = paragraph('The tide turns.') + paragraph('潮水转向。');
/** Where the directory of an archive says how long its first file is when unpacked (APPNOTE 6.3, 4.3.12). */
const SIZE_IN_DIRECTORY = 24;

describe('archives', () => {
  const zeros = new Uint8Array(10 * MEGABYTE);
  const blank = new Uint8Array(100 * MEGABYTE).fill(0x20);
  const nested = zipSync({ 'word/document.xml': zipSync({ 'word/document.xml': zeros }) });
  const entity = (uri: string): string =>
    `<!DOCTYPE a [<!ENTITY e SYSTEM "${uri}">]><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>`;

  test.each([
    ['zeros, a thousand in one byte', 'bomb.docx', zipSync({ 'word/document.xml': zeros })],
    ['zeros, a thousand in one byte', 'bomb.xlsx', zipSync({ 'xl/workbook.xml': zeros })],
    ['more than any text', 'large.docx', zipSync({ 'word/document.xml': blank }, { level: 1 })],
    ['an archive for a document', 'nested.docx', nested],
    ['a size that is a lie', 'liar.docx', withSizeOf(zipSync({ 'word/document.xml': zeros }), 100)],
    [
      'a size that is a larger lie',
      'liar.xlsx',
      withSizeOf(zipSync({ 'xl/workbook.xml': zeros }), 0x7fff_ffff),
    ],
    [
      'an entity of another file',
      'entity.docx',
      zipSync({ 'word/document.xml': strToU8(entity('file:///etc/passwd')) }),
    ],
    ['a document outside of the archive', 'outside.docx', zipSync({ '../word/document.xml': strToU8(BODY) })],
    ['a workbook without sheets', 'none.xlsx', excelFile({ sheets: [] }).subarray(0, 300)],
  ])('%s: %s', async (_, name, file) => {
    expect((await alignFile(name, file)).status).toBe(1);
  });

  test('files that would be unpacked beside their directory are not', async () => {
    const evil = '../../evil.txt';
    const { status, tmx } = await alignFile(
      'evil.docx',
      wordFile({ body: BODY, others: { [evil]: 'evil' } }),
    );
    expect([status, tmx.includes('evil')]).toEqual([0, true]);
    await expect(access(join(directory, '..', 'evil.txt'))).rejects.toThrow();
  });
});

describe('books, slides and OpenDocument', () => {
  const zeros = new Uint8Array(60 * MEGABYTE);
  const odf = (body: string): Uint8Array =>
    zipSync({
      'content.xml': strToU8(
        `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body>${body}</office:body></office:document-content>`,
      ),
    });
  const times = (count: number, xml: string): string => xml.repeat(count);
  const sheets = (xml: string): string =>
    `<office:spreadsheet><table:table>${xml}</table:table></office:spreadsheet>`;
  const book = (chapter: string, others: Readonly<Record<string, Uint8Array>> = {}): Uint8Array =>
    bookFile({ chapters: [chapter], others });

  test.each<[string, string, Uint8Array, number]>([
    ['zeros, a thousand in one byte', 'bomb.odt', zipSync({ 'content.xml': zeros }), 1],
    ['zeros, a thousand in one byte', 'bomb.ods', zipSync({ 'content.xml': zeros }), 1],
    ['zeros, a thousand in one byte', 'bomb.odp', zipSync({ 'content.xml': zeros }), 1],
    ['zeros, a thousand in one byte', 'bomb.epub', book('', { 'META-INF/container.xml': zeros }), 1],
    [
      'more than any book',
      'large.epub',
      book('', { 'OPS/text/c 0.xhtml': new Uint8Array(70 * MEGABYTE).fill(0x61) }),
      1,
    ],
    ['entities of entities', 'laughs.odt', zipSync({ 'content.xml': strToU8(LAUGHS) }), 1],
    ['more lines than any book', 'lines.epub', book(times(2.6e6, '<p>a</p>')), 1],
    ['lists in lists', 'deep.epub', book(times(2e5, '<ul><li>')), 3],
    [
      'cells a million times',
      'cells.ods',
      odf(
        sheets(
          '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"><text:p>a</text:p></table:table-cell></table:table-row>',
        ),
      ),
      1,
    ],
    [
      'more lines in a paragraph than can be read',
      'lines.odt',
      odf(`<text:p>${times(2.6e6, 'a<text:line-break/>')}</text:p>`),
      1,
    ],
    ['lists in lists', 'deep.odp', odf(times(1e5, '<text:list><text:list-item>')), 1],
    [
      'one page of notes, a hundred thousand times',
      'notes.pptx',
      powerPointFile([
        {
          shapes: shape('', line('a')),
          notes: shape('body', times(300, line('a'))),
          notesTimes: 100_000,
        },
      ]),
      3,
    ],
  ])('%s: %s', async (_, name, file, expected) => {
    expect((await alignFile(name, file)).status).toBe(expected);
  });
});

describe('tables that say they are a thousand times as wide as what is in them', () => {
  const ROWS = 20_000;
  const odt = `<table:table>${'<table:table-row><table:table-cell table:number-columns-spanned="999"><text:p>1</text:p></table:table-cell><table:table-cell><text:p>2</text:p></table:table-cell></table:table-row>'.repeat(ROWS)}</table:table>`;
  const word = (text: string, span: number): string =>
    `<w:tc><w:tcPr><w:gridSpan w:val="${span}"/></w:tcPr>${paragraph(text)}</w:tc>`;
  const slide = (text: string, span: number): string =>
    `<a:tc gridSpan="${span}"><a:txBody>${line(text)}</a:txBody></a:tc>`;
  const docx = `<w:tbl>${`<w:tr>${word('1', 999)}${word('2', 1)}</w:tr>`.repeat(ROWS)}</w:tbl>`;
  const pptx = `<p:graphicFrame><a:graphic><a:graphicData><a:tbl>${`<a:tr>${slide('1', 999)}${slide('2', 1)}</a:tr>`.repeat(ROWS)}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`;

  test.each<[string, Uint8Array]>([
    ['wide.odt', openDocumentFile({ body: odt })],
    ['wide.docx', wordFile({ body: docx })],
    ['wide.pptx', powerPointFile([{ shapes: pptx }])],
  ])('%s', async (name, file) => {
    vi.stubEnv('NODE_OPTIONS', '--max-old-space-size=150');
    const { status } = await alignFile(name, file);
    vi.stubEnv('NODE_OPTIONS', `--max-old-space-size=${MEMORY}`);
    expect(status).toBe(3);
  });
});

/** Each entity is the one before ten times. */
const LAUGHS = `<!DOCTYPE a [<!ENTITY l0 "ha">${Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('')}]><a>&l9;</a>`;

describe('RTF', () => {
  const rtf = (text: string): Uint8Array => strToU8(`{\\rtf1\\ansi ${text}}`);

  test.each<[string, string, number]>([
    ['groups in groups', '{'.repeat(1e6), 1],
    ['bytes that are not there', '\\bin2147483647 A boat.', 3],
    ['more paragraphs than can be read', 'a\\par '.repeat(2.6e6), 1],
    // Each of the rows shares the definition of all cells.
    [
      'rows of a hundred thousand cells',
      `\\trowd${Array.from({ length: 1e5 }, (_, at) => `\\cellx${at * 100}`).join('')}${'\\intbl a\\cell\\row '.repeat(1e4)}`,
      3,
    ],
  ])('%s', async (_, text, expected) => {
    expect((await alignFile('bomb.rtf', rtf(text))).status).toBe(expected);
  });
});

/** An archive that says that its first file has another size than it has. */
function withSizeOf(archive: Uint8Array, size: number): Uint8Array {
  const lying = archive.slice();
  const directory = new TextDecoder('latin1').decode(lying).lastIndexOf('PK\x01\x02');
  new DataView(lying.buffer).setUint32(directory + SIZE_IN_DIRECTORY, size, true);
  return lying;
}

describe('PDF', () => {
  const draw = (document: PDFKit.PDFDocument): void => {
    document.font('zh').fontSize(11).text('The tide turns.').text('潮水转向。');
  };

  test('broken', async () => {
    expect((await alignFile('broken.pdf', strToU8('%PDF-1.7\n1 0 obj\n<<'))).status).toBe(1);
  });

  test('cut off', async () => {
    const file = await makePdf(draw);
    expect((await alignFile('cut.pdf', file.subarray(0, file.length / 2))).status).toBe(1);
  });

  test('with a password', async () => {
    expect((await alignFile('locked.pdf', await makePdf(draw, { userPassword: 'pear' }))).status).toBe(1);
  });

  test.each(bombs())('a gigabyte, or much work: %s', async (_, file) => {
    expect([1, 3]).toContain((await alignFile('bomb.pdf', file)).status);
  });

  // These belong to others and lie beside the checkout, not in it.
  const there = existsSync(HOSTILE) ? readdirSync(HOSTILE) : [];
  test.skipIf(there.length === 0).each(there)('%s', async (name) => {
    expect([1, 3]).toContain((await alignFile(name, await readFile(join(HOSTILE, name)))).status);
  });
});

describe('text', () => {
  test.each([
    ['lists in lists', 'lists.md', `${'- '.repeat(10_000)}A boat.\n\n一条船。\n`],
    ['lists in lists', 'lists.html', `${'<ul><li>'.repeat(10_000)}A boat.<p>一条船。`],
  ])('%s: %s', async (_, name, text) => {
    expect((await alignFile(name, strToU8(text))).status).toBe(0);
  });

  test.each([
    ['line feeds', 'blank.txt', '\n'],
    ['lines of a space', 'blank.txt', ' \r\n'],
    ['form feeds', 'blank.txt', '\f'],
    ['line feeds in Markdown', 'blank.md', '\n'],
    ['line feeds in subtitles', 'blank.srt', '\n'],
  ])('ten megabytes of blank lines, %s, take no hundred times as many', async (_, name, blank) => {
    vi.stubEnv('NODE_OPTIONS', '--max-old-space-size=150');
    const blanks = blank.repeat((10 * MEGABYTE) / blank.length);
    const time = name.endsWith('.srt') ? '1\n00:00:01,000 --> 00:00:09,000\n' : '';
    const { status, tmx } = await alignFile(
      name,
      strToU8(
        `${time}The weir was mended.\n堰修好了。\n${blanks}\n${time}The eels came back.\n鳗鱼回来了。\n`,
      ),
    );
    vi.stubEnv('NODE_OPTIONS', `--max-old-space-size=${MEMORY}`);
    expect([status, tmx.includes('鳗鱼回来了。')]).toEqual([0, true]);
  });

  test('ten megabytes in a line', async () => {
    expect((await alignFile('line.txt', strToU8('boat '.repeat(2 * MEGABYTE)))).status).toBe(3);
  });

  test('scripts of a page are no text of it', async () => {
    const page =
      '<p>A boat.<script>document.write("<p>A whale.")</script><style>p { color: red }</style><p>一条船。';
    const { status, tmx } = await alignFile('page.html', strToU8(page));
    expect([status, tmx.includes('A boat.'), /whale|color/.test(tmx)]).toEqual([0, true, false]);
  });
});
