import { type Alignment, align, type InputFormat } from 'duiqi';
import { describe, expect, test } from 'vitest';
import { areColumnNames } from '../../packages/aligner/src/document/read/column-names.js';
import { expectConservation } from '../helpers/conservation.js';
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

  test.each(['—', '-', '–', '/'])('below it, %j is a cell without text', async (nothing) => {
    const table = `| English | 中文 | Room |\n|---|---|---|\n| Low tide | 低潮 | 4 |\n| ${nothing} | 高潮 | ${nothing} |\n`;
    const alignment = await align(table, { format: 'markdown' });
    expect(pairsOf(alignment)).toEqual(['Low tide = 低潮']);
    expect(alignment.unaligned.map(({ side }) => side.text)).toEqual(['4', '高潮']);
    expectConservation(alignment);
  });

  test('of several tables is said once', async () => {
    const table = '| Source | Target |\n|---|---|\n| Low tide | 低潮 |\n';
    const alignment = await align(`${table}\n${table}`, { format: 'markdown' });
    expect(pairsOf(alignment)).toEqual(['Low tide = 低潮', 'Low tide = 低潮']);
    expect(leftOutOf(alignment)).toEqual([
      'The input: the first rows of 2 tables name their columns ("Source", "Target") and were left out of the alignment.',
    ]);
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
  [['English', '中文', 'Captain'], true],
  [['English', '中文', 'Captain 船长'], false],
  [['English 英文', '中文 Chinese', 'No. 序号'], true],
  [['English is taught here.', '中文课在这里上。'], false],
])('column names: %j is %s', (cells, expected) => {
  expect(areColumnNames(cells)).toBe(expected);
});
