import { align } from 'duiqi';
import { describe, expect, test } from 'vitest';
import { readLines, readText } from '../../packages/aligner/src/document/read/text.js';
import { findTables } from '../../packages/aligner/src/document/read/text-tables.js';

/** The pairs of a text, as `English | Chinese`. */
async function pairsOf(text: string): Promise<string[]> {
  const { pairs } = await align(text);
  return pairs.map(({ en, zh }) => `${en.text} | ${zh.text}`);
}

const hasTable = (text: string): boolean =>
  readLines(text, '', findTables).blocks.some(({ isWrapped }) => isWrapped === true);

describe('text in two columns whose lines are wrapped', () => {
  test('paragraphs that begin together are rows, however many lines each takes', async () => {
    const text = `The ferry does not run today. A strong    今天渡轮停航。受强风影响，码
wind has closed the harbour, and boats    头已关闭，船只须停泊在防波堤
must stay behind the wall.                后面。

Tickets may be returned at the office.    船票可在办事处退还。
Please bring your receipt.                请携带收据。

The next ferry leaves at 7 a.m. on        下一班渡轮星期五早上7时开出。
Friday.
`;
    expect(await pairsOf(text)).toEqual([
      'The ferry does not run today. | 今天渡轮停航。',
      'A strong wind has closed the harbour, and boats must stay behind the wall. | 受强风影响，码头已关闭，船只须停泊在防波堤后面。',
      'Tickets may be returned at the office. | 船票可在办事处退还。',
      'Please bring your receipt. | 请携带收据。',
      'The next ferry leaves at 7 a.m. on Friday. | 下一班渡轮星期五早上7时开出。',
    ]);
  });

  test('clauses without blank lines begin where both columns have ended one; Chinese may stand first', async () => {
    const text = `1. 卖方向买方出售苹果三百箱，每     1. The Seller sells to the Buyer three
箱重二十公斤。                      hundred cases of apples of twenty
                                    kilograms each.
2. 货物由买方在果园自提，装车费     2. The Buyer collects the goods at the
用由买方承担。                      orchard and pays for loading.
3. 付款期限为收货后十日，逾期按     3. Payment is due ten days after
日计息。                            receipt; interest is charged daily
                                    after that.
`;
    expect(await pairsOf(text)).toEqual([
      '1. The Seller sells to the Buyer three hundred cases of apples of twenty kilograms each. | 1. 卖方向买方出售苹果三百箱，每箱重二十公斤。',
      '2. The Buyer collects the goods at the orchard and pays for loading. | 2. 货物由买方在果园自提，装车费用由买方承担。',
      '3. Payment is due ten days after receipt; interest is charged daily after that. | 3. 付款期限为收货后十日，逾期按日计息。',
    ]);
  });

  test('a bar between the columns goes on where both are blank', async () => {
    const text = `本館逢星期一休息。開放時間為     |  The museum is closed on Mondays. It is
上午十時至下午五時。             |  open from 10 a.m. to 5 p.m.
                                 |
請勿觸摸展品。館內可以拍照，     |  Please do not touch the exhibits. You
但不得使用閃光燈。               |  may take photographs without a flash.
`;
    expect(await pairsOf(text)).toEqual([
      'The museum is closed on Mondays. | 本館逢星期一休息。',
      'It is open from 10 a.m. to 5 p.m. | 開放時間為上午十時至下午五時。',
      'Please do not touch the exhibits. | 請勿觸摸展品。',
      'You may take photographs without a flash. | 館內可以拍照，但不得使用閃光燈。',
    ]);
  });

  test('columns that flow by themselves are read one after the other', async () => {
    const text = `The bridge was built in 1932 by the    这座桥由本村村民于1932年
villagers themselves.                  修建。

It has three arches. The stone was     桥有三拱。石料用牛从河对岸
carried by oxen from the other side    的山上运来，历时两年。
of the river, which took two years.
                                       1954年，洪水冲走了中间的
In 1954 a flood took the middle arch   桥拱。人们用木料把它重建起
away. It was built again in wood.      来。

Today only walkers may cross it.       如今只有行人可以通过。卡车
Lorries take the new road.             走新路。
`;
    expect(await pairsOf(text)).toEqual([
      'The bridge was built in 1932 by the villagers themselves. | 这座桥由本村村民于1932年修建。',
      'It has three arches. | 桥有三拱。',
      'The stone was carried by oxen from the other side of the river, which took two years. | 石料用牛从河对岸的山上运来，历时两年。',
      'In 1954 a flood took the middle arch away. | 1954年，洪水冲走了中间的桥拱。',
      'It was built again in wood. | 人们用木料把它重建起来。',
      'Today only walkers may cross it. | 如今只有行人可以通过。',
      'Lorries take the new road. | 卡车走新路。',
    ]);
  });

  test('terms of which one takes two lines are rows', async () => {
    const text = `letter of indemnity         赔偿保证书
notice of readiness to      装卸准备就绪通知书
load or discharge
lay days                    装卸时间
carriage paid to the named  运费付至指定目的地
place of destination
`;
    expect(await pairsOf(text)).toEqual([
      'letter of indemnity | 赔偿保证书',
      'notice of readiness to load or discharge | 装卸准备就绪通知书',
      'lay days | 装卸时间',
      'carriage paid to the named place of destination | 运费付至指定目的地',
    ]);
  });

  test('lines that hold a text and its translation each are no columns', () => {
    expect(hasTable('anchor      锚\nlighthouse  灯塔\ntide table  潮汐表\nbuoy        浮标\n')).toBe(false);
    expect(
      hasTable(
        'Mind the step.          小心台阶。\nNo swimming here.       此处禁止游泳。\nKeep dogs on a lead.    请牵好狗绳。\n',
      ),
    ).toBe(false);
    // Sayings of four characters are all as wide as each other, and go on with nothing.
    expect(
      hasTable(
        '画蛇添足    to draw legs on a snake\n守株待兔    to wait for hares by a tree\n刻舟求剑    to mark the boat for a sword\n掩耳盗铃    to steal a bell with ears shut\n',
      ),
    ).toBe(false);
  });

  test('numbers before one language, and more columns than two, are none', () => {
    expect(
      hasTable(
        '1.   目的\n1.1  本文件旨在征询各界意见，并说明\n     下一步安排。\n2.   背景\n2.1  过去三年收到投诉。\n     其中多数涉及噪音。\n',
      ),
    ).toBe(false);
    expect(
      hasTable(
        '中风  zhòngfēng  stroke\n验血  yàn xiě  blood test\n过敏  guòmǐn  allergy\n查房  cháfáng  ward round\n',
      ),
    ).toBe(false);
  });
});

describe('what finds tables is loaded only for texts that may hold one', () => {
  const RING: readonly (readonly [string, string])[] = [
    ['The ferry does not run today. A strong', '今天渡轮停航。受强风影响，码'],
    ['wind has closed the harbour, and boats', '头已关闭，船只须停泊在防波堤'],
    ['must stay behind the wall until it has', '后面，直到风力减弱，并且港务'],
    ['calmed and the harbour master rings.', '长敲钟为止。'],
  ];
  const columns = (gap: string): string => RING.map(([en, zh]) => `${en.padEnd(38)}${gap}${zh}\n`).join('');
  const rows = (bar: string): string =>
    [
      ['lamp', '灯'],
      ['rope', '绳'],
      ['bell', '钟'],
    ]
      .map(([en, zh]) => `${bar} ${en} ${bar} ${zh} ${bar}\n`)
      .join('');

  test.each<[string, string, boolean]>([
    ['columns with a gap', columns('  '), true],
    ...['|', '│', '┃', '¦'].map((bar): [string, string, boolean] => [
      `columns with ${bar} between`,
      columns(` ${bar} `),
      true,
    ]),
    ...['|', '│', '┃', '║'].map((bar): [string, string, boolean] => [
      `cells with ${bar} around`,
      rows(bar),
      true,
    ]),
    ['free bars', 'Lamp | 灯 | hot\nRope | 绳 | wet\nBell | 钟 | loud\n', true],
    ['neither', 'The ferry does not run today.\n\n  今天渡轮停航。\n+-----+\n', false],
  ])('%s', async (_, text, hasTables) => {
    const reading = await readText(text, '');
    expect(reading.blocks.some(({ kind, isWrapped }) => kind === 'row' || isWrapped === true)).toBe(
      hasTables,
    );
    expect(reading).toEqual(readLines(text, '', findTables));
  });
});
