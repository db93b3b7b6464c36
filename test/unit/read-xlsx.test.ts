import { describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { finish } from '../../packages/aligner/src/common/steps.js';
import { readXlsx } from '../../packages/aligner/src/document/read/excel/excel.js';
import type { Reading } from '../../packages/aligner/src/document/read/reading.js';
import { type ExcelParts, excelFile } from '../helpers/excel.js';

const read = async (parts: ExcelParts): Promise<Reading> => finish(readXlsx(excelFile(parts), 'a.xlsx'));

/** The lines of the text that was read: one for each cell that has text. */
async function cells(parts: ExcelParts): Promise<string[]> {
  return (await read(parts)).text.split(/\n+/);
}

const inline = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const number = (value: string, style = 0): string => `<c s="${style}"><v>${value}</v></c>`;
const row = (...content: readonly string[]): string => `<row>${content.join('')}</row>`;

describe('cells', () => {
  test('shared strings, with their formats joined and without pronunciations', async () => {
    const strings =
      '<si><t>Harbour</t></si><si><r><t>港</t></r><r><rPr><b/></rPr><t>口</t></r><rPh sb="0" eb="1"><t>gang</t></rPh></si>';
    expect(await cells({ sheets: [row('<c t="s"><v>1</v></c>', '<c t="s"><v>0</v></c>')], strings })).toEqual(
      ['港口', 'Harbour'],
    );
  });

  test('nothing where a cell has a type and no value', async () => {
    const sheet = row('<c t="s"/>', '<c t="s"><v> </v></c>', '<c t="b"/>', '<c t="n"/>', inline('Harbour'));
    expect(await cells({ sheets: [sheet], strings: '<si><t>Pier</t></si>' })).toEqual(['Harbour']);
  });

  test('numbers, percentages and dates as they are shown', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="165" formatCode="0.0%"/>' +
      '<numFmt numFmtId="166" formatCode="[Red]0&quot; days&quot;"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="31"/></cellXfs>';
    const sheet = row(
      number('0.30000000000000004'),
      number('45356', 1),
      number('45356.5', 2),
      number('0.07', 3),
      number('12', 4),
      number('1', 5),
      number('0.25', 1),
      number('-4', 1),
      number('1E+300', 1),
      '<c t="b"><v>1</v></c>',
      '<c t="e"><v>#N/A</v></c>',
      '<c t="str"><f>A1&amp;B1</f><v>joined</v></c>',
    );
    expect(await cells({ sheets: [sheet], styles })).toEqual([
      '0.3',
      '2024-03-05',
      '2024-03-05 12:00',
      '7%',
      '12',
      '1900-01-01',
      '06:00',
      '-4',
      '1e+300',
      'TRUE',
      'joined',
    ]);
  });

  test('dates that count from 1904', async () => {
    const styles = '<cellXfs><xf numFmtId="14"/></cellXfs>';
    const properties = '<workbookPr date1904="1"/>';
    expect(await cells({ sheets: [row(number('0.5'), number('366'))], styles, properties })).toEqual([
      '12:00',
      '1905-01-01',
    ]);
  });

  test('have their columns by their references, and else by their order', async () => {
    const sheet = '<row><c r="C1" t="str"><v>third</v></c><c t="str"><v>第四</v></c></row>';
    const { blocks } = await read({ sheets: [sheet] });
    expect(blocks.map(({ position }) => position?.column)).toEqual([2, 3]);
  });

  test('characters that XML cannot hold', async () => {
    expect(await cells({ sheets: [row(inline('a_x0009_b'))] })).toEqual(['a\tb']);
  });
});

describe('sheets', () => {
  test('come in the order of their tabs, whatever their files are called', async () => {
    expect(await cells({ sheets: [row(inline('one')), row(inline('two')), row(inline('three'))] })).toEqual([
      'one',
      'two',
      'three',
    ]);
  });

  test('are read once, however many tabs name them', async () => {
    const again = '<sheets><sheet name="S" sheetId="9" r:id="r0"/></sheets>';
    expect(await cells({ sheets: [row(inline('one')), row(inline('two'))], properties: again })).toEqual([
      'one',
      'two',
    ]);
  });

  test('empty rows are none', async () => {
    const { blocks } = await read({ sheets: [row(inline('a')) + row() + row('<c/>') + row(inline('b'))] });
    expect(blocks.map(({ position }) => position?.start)).toEqual([0, 1]);
  });

  test('of a workbook that a library wrote', async () => {
    const buffer = await writeExcelFile([
      [{ value: 'The tide turns.' }, { value: '潮水转向。' }],
      [
        { value: 12.5, type: Number },
        { value: new Date(Date.UTC(2024, 2, 5)), type: Date, format: 'yyyy/mm/dd' },
      ],
    ]).toBuffer();
    const { text } = finish(readXlsx(new Uint8Array(buffer), 'a.xlsx'));
    expect(text.split(/\n+/)).toEqual(['The tide turns.', '潮水转向。', '12.5', '2024-03-05']);
  });
});

describe('workbooks that are odd', () => {
  test('a cell at the far corner costs no more than another', async () => {
    expect(await cells({ sheets: ['<row r="1048576"><c r="XFD1048576"><v>7</v></c></row>'] })).toEqual(['7']);
  });

  test.each([
    ['a text that thousands of cells share', '<c t="s"><v>0</v></c>'.repeat(8000), 10_000],
    ['thousands of rows with one far cell', '</row><row><c r="XFD1"><v>1</v></c>'.repeat(5000), 1],
  ])('%s is refused', async (_, content, length) => {
    const strings = `<si><t>${'a'.repeat(length)}</t></si>`;
    await expect(read({ sheets: [row(content)], strings })).rejects.toMatchObject({
      code: 'unreadable',
      message:
        '"a.xlsx" has too many cells or too much text to be read at once: split it into several workbooks.',
    });
  });

  test.each([
    ['a string that is not there', '<c t="s"><v>9</v></c>'],
    ['a style that is not there', '<c s="99"><v/></c>'],
    ['a reference that is none', '<c r="ZZZZ1"/>'],
  ])('%s is no cell', async (_, cell) => {
    expect(await cells({ sheets: [row(inline('a')) + row(cell)] })).toEqual(['a']);
  });
});
