import { DuiqiError } from 'duiqi';
import { check } from 'duiqi/check';
import { type PairSource, readPairs } from 'duiqi/pairs';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openSheets } from '../../packages/aligner/src/document/read/excel/excel.js';
import { excelFile } from '../helpers/excel.js';

// A text of one character over and over, which a file may hold by mistake or by intent, must not be collected until no string
// can hold it: that is an error of the engine.

const MILLION = 1_000_000;
/** More than any string holds. */
const SIZE = 600;

/** A source that has no end in memory: what stands before the text, the text, and what stands behind it. */
function sourceOf(before: string, after = '', size = SIZE): PairSource {
  const piece = new TextEncoder().encode('a'.repeat(MILLION));
  return {
    *[Symbol.iterator]() {
      yield strToU8(before);
      for (let at = 0; at < size; at++) yield piece;
      yield strToU8(after);
    },
  };
}

/** What is said of a file of pairs. */
async function refusal(source: PairSource, name: string): Promise<string> {
  try {
    for (const _ of await readPairs(source, { names: [name] }));
  } catch (error) {
    if (error instanceof DuiqiError && error.code === 'unreadable') return error.message;
    throw error;
  }
  return 'none';
}

const TMX = '<tmx version="1.4"><header/><body><tu><tuv xml:lang="en"><seg>';
const XLIFF =
  '<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="zh"><file id="f"><unit id="u"><segment><source>';
const LONG = /^"long\.\w+" has a text of more than 60 million characters[^.]*\.$/;

describe('a text that is longer than a string can be', () => {
  it.each([
    ['a segment of a TMX', 'long.tmx', TMX, '</seg></tuv></tu></body></tmx>'],
    ['a segment of a TMX in which a tag ends nowhere', 'long.tmx', `${TMX}<ph x="`, ''],
    ['a comment in a TMX', 'long.tmx', `${TMX}<!--`, ''],
    ['a segment of an XLIFF', 'long.xlf', XLIFF, '</source></segment></unit></file></xliff>'],
    ['a line of JSON', 'long.jsonl', '{"en": "a", "zh": "一"}\n{"en": "', '"}\n'],
    ['a line of TSV', 'long.tsv', 'en\tzh\n', '\tb\n'],
    ['a row of CSV', 'long.csv', 'en,zh\na,一\n"', '",b\n'],
  ])('%s is refused while it is read', async (_, name, before, after) => {
    expect(await refusal(sourceOf(before, after), name)).toMatch(LONG);
  });

  it('a segment of a TMX in many pieces, with codes between them', async () => {
    const piece = `${'a'.repeat(MILLION)}<ph x="1"/>`;
    const source = {
      *[Symbol.iterator]() {
        yield strToU8(TMX);
        for (let at = 0; at < SIZE; at++) yield strToU8(piece);
      },
    };
    expect(await refusal(source, 'long.tmx')).toMatch(LONG);
  });

  it('a line of texts in line', async () => {
    const pairs = await readPairs({ en: sourceOf(''), zh: '一' }, { names: ['long.en', 'long.zh'] });
    expect(() => [...pairs]).toThrow(/has a text of more than 60 million characters in line 1/);
  });

  it('two texts that only together are too long to be written', async () => {
    const half = 'a'.repeat(40 * MILLION);
    const pairs = await readPairs({ en: half, zh: half }, { names: ['long.en', 'long.zh'] });
    expect(() => [...pairs]).toThrow(DuiqiError);
  });

  it('check of JSON lines', async () => {
    const findings = await check(sourceOf('{"en": "', '', 70), { name: 'long.jsonl' });
    expect(() => [...findings]).toThrow(LONG);
  });

  const longer = `<t>${'a'.repeat(61 * MILLION)}</t>`;
  it.each([
    ['that cells share', { sheets: [''], strings: `<si>${longer}</si>` }],
    ['in a cell', { sheets: [`<row><c t="inlineStr"><is>${longer}</is></c></row>`] }],
  ])('a text of a workbook %s', async (_, parts) => {
    const file = excelFile(parts);
    const read = async () => [...(await readPairs(file, { names: ['long.xlsx'] }))];
    await expect(read()).rejects.toThrow(LONG);
  });
});

describe('sheets that hold more than they can', () => {
  const rows = '<row><c t="inlineStr"><is><t>a</t></is></c></row>'.repeat(200_000);

  it('three hundred names for one are refused before they are read', () => {
    expect(() => openSheets(withNames(rows, 300), 'names.xlsx')).toThrow(
      '"names.xlsx" has too many cells or too much text to be read at once',
    );
  });

  it('three names for one are refused as well: files of an archive do not lie over each other', () => {
    const [first] = openSheets(withNames(rows, 3), 'names.xlsx');
    expect(() => [...first!]).toThrow('"names.xlsx" is damaged');
  });

  it('some are read', () => {
    const sheets = openSheets(excelFile({ sheets: [rows, rows, rows] }), 'rows.xlsx');
    expect(sheets.map((sheet) => [...sheet].length)).toEqual([200_000, 200_000, 200_000]);
  });
});

/** A workbook in whose archive one sheet of the given rows has many names (APPNOTE 6.3, 4.3.12 and 4.3.16). */
function withNames(rows: string, count: number): Uint8Array {
  const empty = Array.from({ length: count - 1 }, () => '');
  const file = excelFile({ sheets: [rows, ...empty] });
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const end = file.length - 22;
  const name = strToU8(`xl/worksheets/sheet${count}.xml`);
  const entries: number[] = [];
  for (let at = view.getUint32(end + 16, true); at < end; ) {
    entries.push(at);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true);
  }
  const nameAt = (at: number): string =>
    new TextDecoder().decode(file.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)));
  const real = entries.find((at) => nameAt(at) === new TextDecoder().decode(name))!;
  for (const at of entries) {
    if (!nameAt(at).startsWith('xl/worksheets/')) continue;
    // The method, the check sum, the sizes, and where the data are.
    file.copyWithin(at + 10, real + 10, real + 28);
    file.copyWithin(at + 42, real + 42, real + 46);
  }
  return file;
}
