// What office programs print where no rules are drawn: short tables, names that sign, rows that span columns, cells that a page end cuts.
import { describe, expect, test } from 'vitest';
import { linesOf } from '../../packages/aligner/src/document/read/pdf/lines.js';
import { readPdf } from '../../packages/aligner/src/document/read/pdf/pdf.js';
import { rowsWithAmounts, ruledRows } from '../../packages/aligner/src/document/read/pdf/table-rows.js';
import { makePdf } from '../helpers/pdf.js';

/** The blocks of a PDF: their kind, their row and column where they have some, and their text. */
async function blocksOf(draw: (document: PDFKit.PDFDocument) => void): Promise<string[]> {
  const { text, blocks } = await readPdf(await makePdf(draw), 'a.pdf');
  return blocks.map(({ kind, position, lines }) => {
    const place = position?.axis === 'row' ? ` ${position.start}:${position.column}` : '';
    return `${kind}${place}: ${lines.map(({ start, end }) => text.slice(start, end)).join(' ')}`;
  });
}

type Put = (text: string, left: number, top: number) => void;
const put =
  (document: PDFKit.PDFDocument, font: 'en' | 'zh' = 'en', size = 11): Put =>
  (text, left, top) => {
    document.font(font).fontSize(size).text(text, left, top, { lineBreak: false });
  };

/** Draws rows of one line each; an empty text is a cell without one. */
function drawRows(
  write: Put,
  rows: readonly (readonly string[])[],
  lefts: readonly number[],
  top: number,
  pitch = 16,
): void {
  for (const [at, row] of rows.entries())
    for (const [column, text] of row.entries())
      if (text !== '') write(text, lefts[column]!, top + pitch * at);
}

/** The blocks that the cells of a table are. */
function cellsOf(rows: readonly (readonly string[])[]): string[] {
  return rows.flatMap((row, at) =>
    row.flatMap((text, column) => (text === '' ? [] : [`paragraph ${at}:${column}: ${text}`])),
  );
}

const PROSE = [
  'The mill stands where the brook meets the river, and has been run by the same family since',
  'the bridge was built. Whoever brings grain before noon may take home the flour on that day.',
];

describe('those who sign beside each other', () => {
  const signed = [
    ['For the miller', 'For the farmers'],
    ['Name: Ada Brook', 'Name: Tom Hill'],
    ['Date:', 'Date:'],
  ];

  test('have one below the other in each language', async () => {
    const both = [
      ...signed,
      ['磨坊主代表', '农户代表'],
      ['姓名：布鲁克', '姓名：希尔'],
      ['日期：', '日期：'],
    ];
    const blocks = await blocksOf((document) => {
      const write = (rows: readonly (readonly string[])[], font: 'en' | 'zh', top: number): void =>
        drawRows(put(document, font), rows, [72, 310], top);
      put(document)(PROSE[0]!, 72, 72);
      write(both.slice(0, 3), 'en', 120);
      write(both.slice(3), 'zh', 184);
    });
    expect(blocks.slice(1).map((block) => block.replace(/^paragraph[ \d:]*: /, ''))).toEqual(both.flat());
  });

  test.each([3, 2])(
    'have a text each on %i lines, as far apart as those of the text above',
    async (count) => {
      const blocks = await blocksOf((document) => {
        const en = put(document);
        for (const [at, line] of PROSE.entries()) en(line, 72, 72 + 16 * at);
        drawRows(en, signed.slice(0, count), [72, 310], 120);
      });
      expect(blocks.slice(1).map((block) => block.replace(/^paragraph[ \d:]*: /, ''))).toEqual(
        signed.slice(0, count).flat(),
      );
    },
  );
});

describe('a table without rules', () => {
  const goods = [
    ['Article', 'Name', 'Unit', 'Price'],
    ['Household'],
    ['1011-A', 'Kettle of tin', 'piece', '193.02'],
    ['1012-B', 'Broom', 'piece', '79.86'],
    ['1013-C', 'Curtain', 'pair', '353.83'],
    ['Tools for gardens and mills'],
    ['2011-A', 'Rake', 'piece', '103.11'],
    ['2012-B', 'Saw with two handles', 'set', '339.58'],
    ['2013-C', 'Awl', 'piece', '248.45'],
  ];

  test('has the names of groups of rows in rows of their own, however many columns they cross', async () => {
    expect(await blocksOf((document) => drawRows(put(document), goods, [72, 125, 280, 360], 72))).toEqual(
      cellsOf(goods),
    );
  });

  test('has what is said of a sum beside it, however many columns it crosses', async () => {
    const rows = [
      ['No.', 'Name', 'Number', 'Price', 'Amount'],
      ['1', 'Kettle of tin', '12', '8.10', '97.20'],
      ['2', 'Broom', '5', '6.00', '30.00'],
      ['3', 'Saw with two handles', '1', '39.50', '39.50'],
    ];
    const sum = 'Tax of the town, thirteen per cent';
    const blocks = await blocksOf((document) => {
      const en = put(document);
      drawRows(en, rows, [72, 110, 250, 320, 400], 72);
      const end = 320 + Math.max(document.widthOfString('Price'), document.widthOfString('39.50'));
      en('Sum', end - document.widthOfString('Sum'), 136);
      en('166.70', 400, 136);
      en(sum, end - document.widthOfString(sum), 152);
      en('21.67', 400, 152);
    });
    expect(blocks.slice(0, 20)).toEqual(cellsOf(rows));
    expect(blocks.slice(20).map((block) => block.replace(/^paragraph \d:\d: /, ''))).toEqual([
      'Sum',
      '166.70',
      sum,
      '21.67',
    ]);
  });

  test('has a row for each line where numbers of goods stand before short texts', async () => {
    const rows = [
      ['箱号', '内容', '毛重'],
      ['CNX40213', '保温瓶', '1,695 kg'],
      ['CNX40220', '坐标纸', '2,204 kg'],
      ['CNX40227', '胶带', '5,267 kg'],
      ['CNX40241', '车用急救箱', '2,158 kg'],
    ];
    expect(await blocksOf((document) => drawRows(put(document, 'zh'), rows, [72, 180, 430], 72))).toEqual(
      cellsOf(rows),
    );
  });

  test('has a row for each line where some cells are empty', async () => {
    const rows = [
      ['Ada Brook', 'Head of the mill', 'None'],
      ['Tom Hill', 'Clerk', 'See the second list'],
      ['Eva Reed', 'Keeper of the lower gate', 'Once a week'],
      ['Jon Ash', 'Carter', ''],
      ['Ida Moor', 'Assistant of the clerk', ''],
    ];
    expect(await blocksOf((document) => drawRows(put(document), rows, [72, 180, 350], 72))).toEqual(
      cellsOf(rows),
    );
  });

  test('may be a form most of whose fields are empty', async () => {
    const rows = [
      ['Purpose of the visit', ''],
      ['Number of the boat', 'Once a week'],
      ['Address', ''],
      ['Day of arrival', 'In March'],
      ['Name of the harbour master', ''],
      ['Languages', ''],
      ['Account', 'Monthly'],
      ['Number of children', ''],
    ];
    const blocks = await blocksOf((document) => drawRows(put(document), rows, [72, 260], 72));
    expect(blocks.map((block) => block.replace(/^paragraph[ \d:]*: /, ''))).toEqual(
      rows.flat().filter((text) => text !== ''),
    );
  });

  test('ends at a heading in larger letters, below which another begins in the same columns', async () => {
    const [one, other] = [
      [
        ['2016–2019', 'Kept the books of the mill'],
        ['2013–2016', 'Drove the carts of the mill'],
        ['2010–2013', 'Swept the yard of the mill'],
      ],
      [
        ['2008–2010', 'Learned to read in the town'],
        ['2005–2008', 'Learned to count in the town'],
        ['2002–2005', 'Learned to walk in the town'],
      ],
    ];
    const blocks = await blocksOf((document) => {
      drawRows(put(document), one, [72, 160], 72, 14);
      put(document, 'en', 14)('Schools', 72, 130);
      drawRows(put(document), other, [72, 160], 154, 14);
    });
    expect(blocks).toEqual([...cellsOf(one), 'heading: Schools', ...cellsOf(other)]);
  });

  test('has no row of all that lies between two rules, where these part its head and its end from it', async () => {
    const rows = [
      ['Subject', 'Hours', 'Grade'],
      ['First aid', '7', 'good'],
      ['Care of ropes', '16', 'fair'],
      ['Fire', '36', 'very good'],
      ['Law of rivers', '12', 'fair'],
      ['All subjects', '71', 'good'],
    ];
    const blocks = await blocksOf((document) => {
      drawRows(put(document), rows, [72, 250, 330], 72);
      for (const top of [86, 150]) document.moveTo(70, top).lineTo(420, top).stroke();
    });
    expect(blocks).toEqual(cellsOf(rows));
  });
});

/** The lines of a column, each with the place of its baseline. */
const column = (left: number, texts: readonly (readonly [text: string, baseline: number])[]) =>
  linesOf(
    texts.map(([text, baseline]) => ({ text, left, right: left + 5 * text.length, baseline, size: 10 })),
  );

test('each row that is numbered has an amount, though there is a sum below that has one as well', () => {
  const tops = [100, 130, 160];
  const numbers = column(
    50,
    tops.map((top, at) => [`${at + 1}.`, top]),
  );
  const matters = column(80, [
    ...tops.flatMap((top) => [['Use of the mill and of', top] as const, ['its scales', top + 12] as const]),
    ['Total', 190],
  ]);
  const amounts = (from: number) =>
    column(300, [...tops.slice(from).map((top) => ['12.50', top + 12] as const), ['37.50', 190]]);
  expect(rowsWithAmounts([numbers, matters, amounts(0)])).toHaveLength(4);
  expect(rowsWithAmounts([numbers, matters, amounts(1)])).toBeNull();
});

test('rows that rules part stay rows though numbered questions below them begin where they do', () => {
  const rows = [100, 124, 148, 172];
  const numbers = rows.map((top, at) => [`${at + 1}`, top] as const);
  const asked = rows.flatMap((top) => [
    ['The mill is good.', top] as const,
    ['这座磨坊很好。', top + 12] as const,
  ]);
  const below = [200, 220, 240, 260].map((top, at) => [`${10 + at}.`, top] as const);
  const questions = ['Why do you come?', 'What do you buy?', 'Who sent you here?', 'When?'].map(
    (text, at) => [text, below[at]![1]] as const,
  );
  const across = [112, 136, 160, 184].map((top) => ({ left: 40, right: 400, top: top + 4, bottom: top + 4 }));
  const columns = [column(50, [...numbers, ...below]), column(90, [...asked, ...questions])];
  expect(ruledRows(columns, across)).toHaveLength(across.length + 1);
});

test('items with bullets are no rows of a table, though each has room behind its sentence', async () => {
  const items = [
    ['The list of the millers.', '(optional)'],
    ['The mill at the old bridge.', '(optional)'],
    ['The rye of the winter.', '(optional)'],
    ['The gate of the river.', '(optional)'],
  ] as const;
  const blocks = await blocksOf((document) => {
    const en = put(document);
    for (const [at, [term, text]] of items.entries()) {
      en('•', 101, 72 + 16 * at + (at % 2) * 0.4);
      en(term, 110, 72 + 16 * at);
      en(text, 110 + document.widthOfString(term) + 6.2, 72 + 16 * at);
    }
  });
  expect(blocks).toEqual(items.map(([term, text]) => `item: ${term} ${text}`));
});

test('a cell goes on at the head of the next page where the others of its row are over', async () => {
  const blocks = await blocksOf((document) => {
    const en = put(document);
    en('The list of what is asked of those who sell to the mill.', 72, 72);
    drawRows(
      en,
      [
        ['1', 'Kettles', 'Clean the kettle with a soft cloth.', '12'],
        ['2', 'Ropes', 'Keep the rope out of the wet.', '40'],
        ['3', 'Carts', 'Grease the axle of the cart before', '23'],
      ],
      [72, 110, 180, 390],
      120,
      30,
    );
    en('it is used, and shut the cover with a', 180, 194);
    document.addPage();
    en('wooden pin; never with a nail.', 180, 72);
    en(PROSE[0]!, 72, 110);
    en(PROSE[1]!, 72, 124);
  });
  expect(blocks.slice(-3)).toEqual([
    'paragraph 2:2: Grease the axle of the cart before it is used, and shut the cover with a wooden pin; never with a nail.',
    'paragraph 2:3: 23',
    `paragraph: ${PROSE.join(' ')}`,
  ]);
});

test('rows of dates and amounts on either side of a page end are no one row, however full their cells are', async () => {
  const pages = [
    ['2024-10-18', 'Paid at the counter of the mill', '1,375.01', '4,728.82'],
    ['2024-10-20', 'Paid at the counter of the mill', '1,202.44', '3,526.38'],
    ['2024-10-24', 'Paid at the counter of the shop', '2,591.11', '2,680.63'],
    ['2024-10-28', 'Paid at the counter of the shop', '2,316.73', '3,088.10'],
  ];
  const blocks = await blocksOf((document) => {
    const lefts = [72, 160, 330, 400];
    for (const [page, rows] of [pages.slice(0, 2), pages.slice(2)].entries()) {
      if (page > 0) document.addPage();
      drawRows(put(document), rows, lefts, 72, 20);
      for (const top of [68, 88, 108]) document.moveTo(70, top).lineTo(460, top).stroke();
      for (const left of [70, 155, 325, 395, 460]) document.moveTo(left, 68).lineTo(left, 108).stroke();
    }
  });
  expect(blocks.map((block) => block.replace(/^paragraph \d:\d: /, ''))).toEqual(pages.flat());
});

test('a label in a frame and the text beside it are two cells', async () => {
  const blocks = await blocksOf((document) => {
    const en = put(document);
    document.rect(70, 70, 400, 40).stroke();
    en('WARNING', 76, 76);
    en('Stop the wheel before the gate is opened,', 160, 76);
    en('and never put a hand between its paddles.', 160, 90);
    document.rect(70, 130, 400, 22).stroke();
    en('NOTE', 76, 136);
    en('The gate is heavy.', 160, 136);
  });
  expect(blocks).toEqual([
    'paragraph 0:0: WARNING',
    'paragraph 0:1: Stop the wheel before the gate is opened, and never put a hand between its paddles.',
    'paragraph 0:0: NOTE',
    'paragraph 0:1: The gate is heavy.',
  ]);
});

test('dots that lead to an amount are layout, and each of their lines is a text', async () => {
  const blocks = await blocksOf((document) => {
    const en = put(document);
    const fees = [
      ['Use of the mill', '1,493.82'],
      ['Storage of grain', '12.50'],
      ['Lost sacks', '3.00'],
    ] as const;
    for (const [at, [name, fee]] of fees.entries()) {
      document.font('en').fontSize(11);
      const width = (text: string): number => document.widthOfString(text);
      const dots = '.'.repeat(Math.floor((400 - width(name) - width(fee)) / width('.')));
      en(name + dots, 72, 72 + 16 * at);
      en(fee, 472 - width(fee), 72 + 16 * at);
    }
    en('Those who pay early are given one sack of flour.', 72, 140);
  });
  expect(blocks).toEqual([
    'paragraph: Use of the mill 1,493.82',
    'paragraph: Storage of grain 12.50',
    'paragraph: Lost sacks 3.00',
    'paragraph: Those who pay early are given one sack of flour.',
  ]);
});

test('a cell in two languages has a text in each, however narrow its column is', async () => {
  const rows = [
    ['Household', '家居用品', 'Things of wood and tin', '木头和锡做的东西'],
    ['Tools', '工具', 'Rakes and saws', '耙子和锯子'],
    ['Gardens', '园艺用品', 'Seeds and pots', '种子和花盆'],
    ['Mills', '磨坊', 'Ropes and wheels', '绳子和轮子'],
  ] as const;
  const { text, blocks } = await readPdf(
    await makePdf((document) => {
      for (const [at, [name, chinese, use, used]] of rows.entries()) {
        const top = 72 + 44 * at;
        put(document)(name, 72, top);
        put(document)(use, 140, top);
        put(document, 'zh')(chinese, 72, top + 15);
        put(document, 'zh')(used, 140, top + 15);
      }
    }),
    'a.pdf',
  );
  expect(blocks.map(({ lines }) => lines.map(({ start, end }) => text.slice(start, end)))).toEqual(
    rows.flatMap(([name, chinese, use, used]) => [
      [name, chinese],
      [use, used],
    ]),
  );
});

test('the head of a table whose names stand closer together than its cells has a name for each column', async () => {
  const rows = [
    ['1', 'Kettle of tin', '5,597', '17 April 2024'],
    ['2', 'Broom', '8,707', '25 July 2024'],
    ['3', 'Awl', '136', '23 October 2024'],
    ['4', 'Rope', '8,532', '19 September 2024'],
  ];
  const blocks = await blocksOf((document) => {
    document.font('en').fontSize(11);
    const right = (text: string): number => 402 - document.widthOfString(text);
    const en = put(document);
    const head = ['No.', 'Goods', 'Quantity', 'Delivery date'];
    for (const [at, row] of [head, ...rows].entries())
      for (const [column, text] of row.entries())
        en(text, column === 2 ? right(text) : [83, 117, 0, 412][column]!, 72 + 16 * at);
  });
  expect(blocks).toEqual(cellsOf([['No.', 'Goods', 'Quantity', 'Delivery date'], ...rows]));
});
