import { align } from 'duiqi';
import { describe, expect, test } from 'vitest';
import { readLines } from '../../packages/aligner/src/document/read/text.js';
import { findTables } from '../../packages/aligner/src/document/read/text-tables.js';

const pairsOf = async (text: string): Promise<string[]> => {
  const { pairs } = await align(text);
  return pairs.map(({ en, zh }) => `${en.text} | ${zh.text}`);
};

/** The cells of a text, as `column/row text`, counted from 0. */
const cellsOf = (text: string): string[] =>
  readLines(text, '', findTables).blocks.flatMap(({ lines, position }) =>
    position === undefined
      ? []
      : [`${position.column}/${position.start} ${text.slice(lines[0]!.start, lines[0]!.end)}`],
  );

const LEDGER = `Pawn ledger, March                 当票登记，三月

No.   Article               物品         Loan    Interest   Due
1     Gold ring             金戒指       2,400   48.00      5 Apr
2     Pocket watch          怀表           900   18.00      9 Apr
3     Sewing machine        缝纫机         350    7.00      12 Apr
4     Jade bracelet         玉镯         6,000   120.00     20 Apr
`;

describe('tables whose columns nothing but blanks part', () => {
  test('a text, its translation and figures around them', async () => {
    expect(await pairsOf(LEDGER)).toEqual([
      'Pawn ledger, March | 当票登记，三月',
      'Article | 物品',
      'Gold ring | 金戒指',
      'Pocket watch | 怀表',
      'Sewing machine | 缝纫机',
      'Jade bracelet | 玉镯',
    ]);
  });

  test('a row that lacks a cell is placed by what stands above and below it', () => {
    const text = `Oil lamp     油灯     12 pcs   48.00
Rope         缆绳               7.50
Anchor       锚       1 pc    310.00
Bucket       水桶     20 pcs   88.00
`;
    expect(cellsOf(text)).toContain('3/1 7.50');
    expect(cellsOf(text)).toContain('1/1 缆绳');
  });

  test('a column of units, which one row lacks, and rules above and below', async () => {
    const text = `Parameter          项目        Unit     Value    Limit
------------------------------------------------------
Acidity            酸碱度               6.4      5.5
Organic matter     有机质      %        3.1      2.0
Lead               铅          mg/kg    18       70
Nails              钉子        pcs      12       20
------------------------------------------------------
The field may be planted.    该地块可以种植。
`;
    expect((await pairsOf(text)).slice(1)).toEqual([
      'Acidity | 酸碱度',
      'Organic matter | 有机质',
      'Lead | 铅',
      'Nails | 钉子',
      'The field may be planted. | 该地块可以种植。',
    ]);
  });

  test.each([
    ['two rows', 'Oil lamp   油灯   12\nRope   缆绳   7\n'],
    ['two columns', 'Oil lamp   油灯\nRope   缆绳\nAnchor   锚\n'],
    ['texts in more columns', 'Oil lamp  油灯  on board\nRope  缆绳  in the shed\nAnchor  锚  on board\n'],
    ['pairs side by side', 'Rope  缆绳  Oar  桨\nSail  帆  Mast  桅杆\nAnchor  锚  Rudder  舵\n'],
    ['tabs', '1\tOil lamp\t油灯\n2\tRope\t缆绳\n3\tAnchor\t锚\n'],
    [
      'a cell in two columns',
      'Oil lamp   油灯   12   48\nRope that is long     缆绳   7\nOar   桨   1   31\nSail   帆   2   88\n',
    ],
  ])('%s are none', (_, text) => {
    expect(cellsOf(text)).toEqual([]);
  });
});
