import { type Alignment, align, type InputFormat } from 'duiqi';
import { describe, expect, test } from 'vitest';
import { areColumnNames } from '../../packages/aligner/src/document/read/column-names.js';
import { expectConservation } from '../helpers/conservation.js';
import { excelFile } from '../helpers/excel.js';
import { paragraph, wordFile } from '../helpers/word.js';

const pairsOf = ({ pairs }: Alignment): string[] => pairs.map(({ en, zh }) => `${en.text} = ${zh.text}`);
const leftOutOf = ({ diagnostics }: Alignment): string[] =>
  diagnostics.filter(({ code }) => code === 'left-out').map(({ message }) => message);

describe('a first row that names the columns', () => {
  const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`;
  const row = (...cells: string[]): string => `<w:tr>${cells.map(cell).join('')}</w:tr>`;
  const tables: [format: InputFormat, input: string | Uint8Array][] = [
    ['markdown', '| **English** | 中文 |\n|---|---|\n| Low tide | 低潮 |\n| High tide | 高潮 |\n'],
    ['html', '<table><tr><th>English<th>中文<tr><td>Low tide<td>低潮<tr><td>High tide<td>高潮</table>'],
    [
      'docx',
      wordFile({
        body: `<w:tbl>${row('English', '中文')}${row('Low tide', '低潮')}${row('High tide', '高潮')}</w:tbl>`,
      }),
    ],
    ['csv', 'English,中文\nLow tide,低潮\nHigh tide,高潮\n'],
  ];

  test.each(tables)('is left out of the alignment, and said: %s', async (format, input) => {
    const alignment = await align(input, { format });
    expect(pairsOf(alignment)).toEqual(['Low tide = 低潮', 'High tide = 高潮']);
    expect(leftOutOf(alignment)).toEqual([expect.stringContaining('("English", "中文")')]);
    expectConservation(alignment);
  });

  test('of several tables is said once', async () => {
    const table = '| Source | Target |\n|---|---|\n| Low tide | 低潮 |\n';
    const alignment = await align(`${table}\n${table}`, { format: 'markdown' });
    expect(pairsOf(alignment)).toEqual(['Low tide = 低潮', 'Low tide = 低潮']);
    expect(leftOutOf(alignment)).toEqual([
      'The input: 2 rows name the columns of their tables ("Source", "Target") and were left out of the alignment.',
    ]);
  });

  const workbook = (...sheets: readonly (readonly (readonly string[])[])[]): Uint8Array =>
    excelFile({
      sheets: sheets.map((rows) =>
        rows
          .map(
            (cells) =>
              `<row>${cells.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`,
          )
          .join(''),
      ),
    });
  const tide = ['Low tide', '低潮'];
  const pier = ['The old pier', '旧码头'];

  test('of each sheet of a workbook is left out, and said once', async () => {
    const alignment = await align(workbook([['English', '中文'], tide], [['English', '中文'], pier]), {
      format: 'xlsx',
    });
    expect(pairsOf(alignment)).toEqual(['Low tide = 低潮', 'The old pier = 旧码头']);
    expect(leftOutOf(alignment)).toEqual([
      'The input: 2 rows name the columns of their sheets ("English", "中文") and were left out of the alignment.',
    ]);
    expectConservation(alignment);
  });

  test('of a sheet that has its columns otherwise is followed', async () => {
    const sheets = workbook(
      [['English', '中文'], tide],
      [
        ['No.', '中文', 'English'],
        ['1', '旧码头', 'The old pier'],
      ],
    );
    const alignment = await align(sheets, { format: 'xlsx' });
    expect(pairsOf(alignment)).toEqual(['Low tide = 低潮', 'The old pier = 旧码头']);
    expect(leftOutOf(alignment)[1]).toBe(
      'The input, sheet 2: English is in column 3 and Chinese is in column 2; column 1 was left out of the alignment.',
    );
  });

  test('of a second sheet without one is a row like others', async () => {
    const alignment = await align(workbook([['English', '中文'], tide], [pier]), { format: 'xlsx' });
    expect(pairsOf(alignment)).toEqual(['Low tide = 低潮', 'The old pier = 旧码头']);
  });

  test('may stand under a title, and come again further down', async () => {
    const header = ['English', '中文'];
    const inSheet = await align(workbook([['Words of the sea'], header, tide, header, pier]), {
      format: 'xlsx',
    });
    expect(pairsOf(inSheet)).toEqual(['Low tide = 低潮', 'The old pier = 旧码头']);
    const body = `<w:tbl>${row('Words of the sea')}${[header, tide, header, pier].map((cells) => row(...cells)).join('')}</w:tbl>`;
    const inWord = await align(wordFile({ body }), { format: 'docx' });
    expect(pairsOf(inWord)).toEqual(['Low tide = 低潮', 'The old pier = 旧码头']);
    expectConservation(inWord);
  });

  test('is one: the row under it that is like one is text', async () => {
    const alignment = await align('en,zh\nEnglish,中文\nLow tide,低潮\n', { format: 'csv' });
    expect(pairsOf(alignment)).toEqual(['English = 中文', 'Low tide = 低潮']);
  });

  test('stays where it is all that the table has, or says something', async () => {
    const rows = ['| English | 中文 |\n|---|---|\n', '| Tide | 潮汐 |\n|---|---|\n| Low tide | 低潮 |\n'];
    const alignment = await align(rows.join('\n'), { format: 'markdown' });
    expect(pairsOf(alignment)).toEqual(['English = 中文', 'Tide = 潮汐', 'Low tide = 低潮']);
    expect(leftOutOf(alignment)).toEqual([]);
  });
});

test.each([
  [['English', '中文'], true],
  [['No.', 'English (US)', 'Simplified Chinese'], true],
  [['序号', '英文原文', '中文译文', '备注'], true],
  [['原文', '译文'], true],
  [['en', 'zh-Hans', 'Notes'], true],
  [['Chinese', 'Target'], true],
  [['English', '英语'], false],
  [['English'], false],
  [['No.', 'Notes'], false],
  [['English', '中文', 'Captain'], false],
  [['English is taught here.', '中文课在这里上。'], false],
])('column names: %j is %s', (cells, expected) => {
  expect(areColumnNames(cells)).toBe(expected);
});
