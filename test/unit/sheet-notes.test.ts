import { describe, expect, test } from 'vitest';
import { finish } from '../../packages/aligner/src/common/steps.js';
import { readXlsx } from '../../packages/aligner/src/document/read/excel/excel.js';
import { readOds } from '../../packages/aligner/src/document/read/opendocument/sheets.js';
import type { Reading } from '../../packages/aligner/src/document/read/reading.js';
import { readPairs } from '../../packages/aligner/src/pairs/import/read-pairs.js';
import { described } from '../helpers/blocks.js';
import { excelFile } from '../helpers/excel.js';
import { openDocumentFile, tableOf } from '../helpers/opendocument.js';

/** A row of cells of text. */
const row = (...cells: readonly string[]): string =>
  `<row>${cells.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
const excel = async (...sheets: readonly string[]): Promise<Reading> =>
  finish(readXlsx(excelFile({ sheets }), 'a.xlsx'));
const ods = async (body: string, automatic = ''): Promise<Reading> =>
  finish(readOds(openDocumentFile({ type: 'spreadsheet', body, automatic }), 'a.ods'));
const messages = ({ diagnostics }: Reading): string[] => diagnostics.map(({ message }) => message);

describe('OpenDocument spreadsheets', () => {
  test('rows of all sheets, as they are shown', async () => {
    const cell =
      '<table:table-cell office:value-type="float" office:value="4.5"><text:p>4.50</text:p></table:table-cell>';
    const reading = await ods(
      tableOf(['English', '中文', 'kg'], ['Oats.', '燕麦。', cell]) + tableOf(['Rye.', '黑麦。']),
    );
    expect(described(reading)).toEqual([
      '0:0:1-2 paragraph Oats.',
      '0:1:1-2 paragraph 燕麦。',
      '1:0:0-1 paragraph Rye.',
      '1:1:0-1 paragraph 黑麦。',
    ]);
    expect(reading.text).toContain('4.50');
  });

  test('cells and rows that stand for many, those without text for none', async () => {
    const empty = '<table:table-cell table:number-columns-repeated="16000"/>';
    const rows = (times: number, cells: string): string =>
      `<table:table-row table:number-rows-repeated="${times}">${cells}</table:table-row>`;
    const cells =
      '<table:table-cell table:number-columns-repeated="2"/><table:table-cell><text:p>Rye.</text:p></table:table-cell><table:table-cell><text:p>黑麦。</text:p></table:table-cell>';
    const body = `<table:table>${rows(2, cells + empty)}${rows(1_000_000, empty)}</table:table>`;
    expect(described(await ods(body))).toEqual([
      '0:2:0-1 paragraph Rye.',
      '0:3:0-1 paragraph 黑麦。',
      '0:2:1-2 paragraph Rye.',
      '0:3:1-2 paragraph 黑麦。',
    ]);
  });

  test('remarks and drawings on a cell, and what one held before it was covered, are none of the text', async () => {
    const note = '<office:annotation><text:p>Barley?</text:p></office:annotation>';
    const covered = '<table:covered-table-cell><text:p>gone</text:p></table:covered-table-cell>';
    const { text } = await ods(
      tableOf([
        `<table:table-cell table:number-columns-spanned="2">${note}<text:p>Rye<text:s/>.</text:p></table:table-cell>`,
        covered,
        '黑麦。',
      ]),
    );
    expect(text).toBe('Rye .\n\n黑麦。');
  });

  test('more than any person wrote is refused', async () => {
    const cell = `<table:table-cell table:number-columns-repeated="16000"><text:p>${'a'.repeat(9000)}</text:p></table:table-cell>`;
    await expect(ods(tableOf([cell]))).rejects.toThrow(/^"a\.ods" has too many cells.*\.$/);
  });
});

describe('hidden sheets are read, and said', () => {
  test('in Excel', async () => {
    const bytes = excelFile({
      sheets: [row('Oats.', '燕麦。'), row('Rye.', '黑麦。')],
      states: ['', 'veryHidden'],
    });
    const reading = finish(readXlsx(bytes, 'a.xlsx'));
    expect(described(reading)).toHaveLength(4);
    expect(messages(reading)).toEqual(['"a.xlsx": the sheet "S1" is hidden and was read like the others.']);
  });

  test('in OpenDocument', async () => {
    const automatic =
      '<style:style style:name="ta" style:family="table"><style:table-properties table:display="false"/></style:style>';
    const sheet = (name: string): string =>
      tableOf(['Rye.', '黑麦。']).replace(
        '<table:table>',
        `<table:table table:name="${name}" table:style-name="ta">`,
      );
    const reading = await ods(sheet('A') + sheet('B'), automatic);
    expect(messages(reading)).toEqual([
      '"a.ods": the sheets "A" and "B" are hidden and were read like the others.',
    ]);
  });

  test('among pairs', async () => {
    const bytes = excelFile({ sheets: [row('en', 'zh') + row('Rye.', '黑麦。')], states: ['hidden'] });
    const told: string[] = [];
    const pairs = await readPairs(bytes, {
      names: ['a.xlsx'],
      onDiagnostic: ({ message }) => told.push(message),
    });
    expect([...pairs]).toHaveLength(1);
    expect(told).toEqual(['"a.xlsx": the sheet "S0" is hidden and was read like the others.']);
  });
});

describe('formulas without a value are said', () => {
  test('in Excel', async () => {
    const cells =
      '<row><c r="A2"><f>1+1</f></c><c r="B2"><f>1</f><v>1</v></c><c r="C2" t="str"><f>""</f><v></v></c><c r="D2"><f>A2</f><v/></c></row>';
    expect(messages(await excel(row('Rye.', '黑麦。') + cells))).toContain(
      '"a.xlsx" has 2 formulas without a value, the first in A2, whose cells were taken as empty: open it in Excel or LibreOffice, which calculate them, and save it.',
    );
  });

  test('in one of several sheets, which is named', async () => {
    const sheet = row('Rye.', '黑麦。');
    const said = messages(await excel(sheet, `${sheet}<row><c r="A2"><f>1+1</f></c></row>`));
    expect(said).toContainEqual(
      expect.stringMatching(/has 1 formula without a value, the first in A2 of the sheet "\w+", whose/),
    );
  });

  test('in OpenDocument', async () => {
    const formula = '<table:table-cell table:formula="of:=1+1"/>';
    const known =
      '<table:table-cell table:formula="of:=1" office:value="1"><text:p>1</text:p></table:table-cell>';
    expect(messages(await ods(tableOf(['Rye.', '黑麦。', formula, known])))).toContainEqual(
      expect.stringMatching(/^"a\.ods" has 1 formula without a value, whose cells/),
    );
  });
});

describe('headers', () => {
  test('that several sheets have alike name the columns, whatever they call them', async () => {
    const header = row('Term', '术语');
    const reading = await excel(header + row('boat', '船'), header + row('net', '网'), row('Rye.', '黑麦。'));
    expect(described(reading)).toEqual([
      '0:0:1-2 paragraph boat',
      '0:1:1-2 paragraph 船',
      '1:0:1-2 paragraph net',
      '1:1:1-2 paragraph 网',
      '2:0:0-1 paragraph Rye.',
      '2:1:0-1 paragraph 黑麦。',
    ]);
    expect(messages(reading)).toEqual([
      '"a.xlsx": the first row names the columns ("Term", "术语") and was left out of the alignment.',
    ]);
  });

  test('of a later sheet that name their languages otherwise', async () => {
    const reading = await excel(
      row('en', 'zh') + row('Rye.', '黑麦。'),
      row('EN term', 'ZH term') + row('net', '网'),
    );
    expect(described(reading)).toHaveLength(4);
  });

  test('but no pair that two sheets begin with', async () => {
    const pair = row('Rye.', '黑麦。');
    expect(described(await excel(pair + row('Oats.', '燕麦。'), pair + row('Hay.', '干草。')))).toHaveLength(
      8,
    );
  });

  test('of a later sheet without a row below them are no pair', async () => {
    const header = row('English', '中文');
    const reading = await excel(header + row('Rye.', '黑麦。'), header);
    expect(described(reading)).toEqual(['0:0:1-2 paragraph Rye.', '0:1:1-2 paragraph 黑麦。']);
    expect(messages(reading)).toEqual([
      '"a.xlsx": the first row names the columns ("English", "中文") and was left out of the alignment.',
    ]);
  });
});
