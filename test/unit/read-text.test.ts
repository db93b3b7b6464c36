import { align, type Segmentation, segment } from 'duiqi';
import { describe, expect, test } from 'vitest';
import { findPageFurniture } from '../../packages/aligner/src/document/read/page-furniture.js';
import { readLines } from '../../packages/aligner/src/document/read/text.js';
import { findTables } from '../../packages/aligner/src/document/read/text-tables.js';
import { expectConservation } from '../helpers/conservation.js';

const leftOut = (text: string): string[] => {
  const { blocks } = readLines(text, '', findTables);
  const spans = blocks.flatMap(({ lines }) => lines);
  return text
    .split(/[\n\f]+/)
    .filter(
      (line) => line.trim() !== '' && !spans.some((span) => text.slice(span.start, span.end) === line.trim()),
    );
};
const paragraphs = ({ en, zh, sources }: Segmentation): string[] =>
  [en, zh].flatMap(({ paragraphs, source }) =>
    paragraphs.map(({ pieces }) =>
      pieces.map(({ start, end }) => sources[source].text.slice(start, end)).join('⏎'),
    ),
  );

const BODY = [
  ['The harbor was dredged in spring, and', 'ships of any size may enter it now.', 'The pier was painted.'],
  ['A new light was lit, which can', 'be seen from the island at night.', 'Fishing is allowed.'],
  ['The clerk keeps a list of boats, of', 'their crews and of their cargo.', 'The list is public.'],
];
/** Pages that are cut in mid-sentence, each with its own lines at the top and the bottom. */
const pages = (dress: (body: string, page: number) => string, end: string): string => {
  const [a, b, c] = BODY;
  const bodies = [
    a[0],
    `${a[1]}\n\n${a[2]}\n\n${b[0]}`,
    `${b[1]}\n\n${b[2]}\n\n${c[0]}`,
    `${c[1]}\n\n${c[2]}`,
  ];
  return bodies.map(dress).join(end);
};
const WHOLE = BODY.flatMap(([a, b, c]) => [`${a}⏎${b}`, c]);

test('the two dashes before the signature of an e-mail are a rule', async () => {
  const { pairs, markup, sources } = await align(
    'It rains.\n\n下雨了。\n\nWe stay.\n\n我们不走。\n\n--\nAnna Berg',
    { format: 'text' },
  );
  expect(pairs.map(({ en, zh }) => `${en.text} | ${zh.text}`)).toEqual([
    'It rains. | 下雨了。',
    'We stay. | 我们不走。',
  ]);
  expect(markup[0]!.map(({ start, end }) => sources[0]!.text.slice(start, end))).toEqual(['--']);
});

describe('form feeds', () => {
  test('are page ends: a sentence that goes over one is stitched', async () => {
    const found = await segment(pages((body) => body, '\f'));
    expect(paragraphs(found)).toEqual(WHOLE);
    expect(found.diagnostics.map(({ code }) => code)).toEqual(['page-cut', 'page-cut', 'page-cut']);
  });

  test('a finished paragraph, a heading, a clause is not stitched to the next page', async () => {
    const text = 'It rained.\fOpening Hours\fThe office opens at eight and\f(2) The list is open.';
    expect(paragraphs(await segment(text))).toEqual(text.split('\f'));
  });

  test('lines wrapped at one width are rejoined over a page end', async () => {
    const text =
      '每天清晨开往江心岛傍晚返回码头的那条旧渡船今年\n春天在船厂修理了整整三个月才重新投入使用船上的\f座位也全部换成了新的。\n';
    expect(paragraphs(await segment(text))).toEqual([text.trim().replace(/[\n\f]/g, '⏎')]);
  });
});

describe('running heads, footers and page numbers', () => {
  const dresses: [name: string, (body: string, page: number) => string][] = [
    ['- 3 -', (body, page) => `${body}\n\n- ${page + 3} -`],
    ['— 12 —', (body, page) => `${body}\n\n— ${page + 12} —`],
    ['第 3 页 共 12 页', (body, page) => `${body}\n\n第 ${page + 3} 页 共 12 页`],
    ['Page 3 of 12', (body, page) => `${body}\n\nPage ${page + 3} of 12`],
    ['3', (body, page) => `${body}\n\n${page + 3}`],
    ['Harbor Report 2024   7', (body, page) => `Harbor Report 2024   ${page + 7}\n\n${body}`],
    ['[3]', (body, page) => `${body}\n\n[${page + 3}]`],
    ['===== Page 3 =====', (body, page) => `===== Page ${page + 3} =====\n\n${body}`],
    ['3-7', (body, page) => `${body}\n\n3-${page + 7}`],
    ['Harbor Report Rev. 3   2/9', (body, page) => `${body}\n\nHarbor Report Rev. 3   ${page + 2}/9`],
    ['an address', (body, page) => `${body}\n\nhttps://harbor.example.org/2024/rules     ${page + 1}/4`],
    ['a head and a number', (body, page) => `Harbor Office of the Town\n\n${body}\n\n${page + 1}/4`],
  ];

  test.each(dresses)('%s, with form feeds', async (_, dress) => {
    const found = await segment(pages(dress, '\f'));
    expect(paragraphs(found)).toEqual(WHOLE);
    expect(found.diagnostics[0]).toMatchObject({ code: 'left-out', severity: 'info' });
    expect(found.diagnostics[0].message).toContain('4 times');
    expectConservation(await align(pages(dress, '\f')));
  });

  test.each(dresses)('%s, without form feeds', async (_, dress) => {
    expect(paragraphs(await segment(pages(dress, '\n\n')))).toEqual(WHOLE);
  });

  test('a head that stands alone in mid-sentence again and again, without a number', async () => {
    const text = pages((body) => body, '\n\nHarbor Office\n\n');
    expect(paragraphs(await segment(text))).toEqual(WHOLE);
  });

  test('what a browser prints around each sheet: a time and a title above, the address below', () => {
    const head = '2031/5/7 16:20             Harbor Rules | 港口章程';
    const foot = (page: number) => `https://harbor.example.org/rules/print?id=2031          ${page}/3`;
    const bodies = ['Boats go slowly.\n船只慢行。', 'Keep to the right.\n靠右行驶。', 'Wait.\n等待。'];
    const text = bodies.map((body, at) => `${head}\n\n${body}\n\n${foot(at + 1)}`).join('\n');
    expect(leftOut(text)).toEqual([head, foot(1), head, foot(2), head, foot(3)]);
  });

  test('feet that say which page it is behind a few words, in each language, after whole sentences', () => {
    const ways = [
      (page: number) => [`Lot list – page ${page}`, `拍品目录 – 第${page}页`],
      (page: number) => [`Customs | Page ${page} of 3`, `海关｜第${page}页，共3页`],
    ];
    const bodies = ['A blue vase.\n蓝瓶。', 'Six tea bowls.\n茶碗六只。', 'A scroll.\n立轴。'];
    for (const feet of ways) {
      const text = bodies.map((body, at) => `${body}\n\n${feet(at + 1).join('\n')}`).join('\n\n');
      expect(leftOut(text)).toEqual([...feet(1), ...feet(2), ...feet(3)]);
    }
  });

  test('words that speak of a page are none', () => {
    const lines = ['The map is on page 1', 'Plan – page 2, left', 'Plan – page 3, right', 'A plan – page 9'];
    expect(leftOut(lines.join('\n\n'))).toEqual([]);
  });

  test.each<[string, (page: number) => string]>([
    ['Page 1 of 4, 第2页 共4页', (page) => (page % 2 ? `第${page + 1}页 共4页` : `Page ${page + 1} of 4`)],
    ['- 1 -, 第 2 页', (page) => (page % 2 ? `第 ${page + 1} 页` : `- ${page + 1} -`)],
  ])('numbers that count on from language to language, each in its own form: %s', async (_, foot) => {
    const bodies = [
      'The harbor was dredged in spring. It is',
      '港口于春天疏浚。如今它',
      'deep enough for any ship.',
      '足以容纳任何船只。',
    ];
    const { pairs } = await align(bodies.map((body, page) => `${body}\n\n${foot(page)}`).join('\n\n'));
    expect(pairs.map(({ en, zh }) => `${en.text} | ${zh.text}`)).toEqual([
      'The harbor was dredged in spring. | 港口于春天疏浚。',
      'It is deep enough for any ship. | 如今它足以容纳任何船只。',
    ]);
  });

  test('feet in each language with the number of all pages, above a stamp in both', () => {
    const foot = (page: number) =>
      page % 2 ? `Harbor Rules  Rev. 3    ${page}/4` : `港口章程  第3版    ${page}/4`;
    const bodies = [
      'Boats go slowly. They may not',
      '船只慢行。不得',
      'overtake. They keep to the right.',
      '超越。应靠右行驶。',
    ];
    const text = bodies.map((body, at) => `CONFIDENTIAL 机密\n\n${body}\n\n${foot(at + 1)}`).join('\n');
    expect(leftOut(text).filter((line) => line.includes('/4'))).toHaveLength(4);
  });

  test('numbers by chapters right below pages of both languages', async () => {
    const text = [
      'Fill the pan and turn the plug by 40\n3-1',
      '加满油盘，并将螺塞转动40\n3-2',
      'degrees. Wait.\n3-3',
      '度。等待。\n3-4',
    ].join('\n');
    expect(leftOut(text)).toEqual(['3-1', '3-2', '3-3', '3-4']);
  });

  test('entries that count and say the same in both languages are no heads of pages', () => {
    const signs =
      'Exit 出口|Information 问讯处|Lost and Found 失物招领|No Smoking 禁止吸烟|Staff Only 员工专用|Wet Floor 小心地滑';
    for (const order of ['$1\t$2', '$2\t$1']) {
      const entries = signs
        .split('|')
        .map((sign, at) => `00${at + 1}\t${sign.replace(/^(.*) (\S+)$/, order)}`);
      expect(leftOut(entries.join('\n'))).toEqual([]);
      expect(leftOut(`标识 Signs\n\n${entries.join('\n\n')}`)).toEqual([]);
    }
  });

  test('a head after the number of its page that begins with a year', async () => {
    const heads = [
      '2   Rule No. 7 of 2011',
      '3   2011年第7號規則',
      '4   Rule No. 7 of 2011',
      '5   2011年第7號規則',
    ];
    const bodies = [
      'No boat may lie at the pier at night.',
      '船隻晚間不得停泊碼頭。',
      'The fine is 300 dollars.',
      '罰款300元。',
    ];
    const text = bodies.map((body, page) => `${heads[page]}\n\n${body}`).join('\n\n');
    expect(paragraphs(await segment(text))).toEqual([bodies[0], bodies[2], bodies[1], bodies[3]]);
  });

  test('a head with the chapter in Chinese, by its numbers', async () => {
    const text = [
      ['园丁手册        第一章', '玫瑰在三月修剪。凡修剪玫瑰的人', '7'],
      ['园丁手册        第一章', '都须戴手套。剪下的枝条', '8'],
      ['园丁手册        第二章', '当天烧掉。', '9'],
    ]
      .flat()
      .join('\n\n');
    expect(leftOut(text).filter((line) => line.startsWith('园丁手册'))).toHaveLength(3);
  });

  test('lines as segments are all kept', async () => {
    const text = pages((body, page) => `${body}\n- ${page} -`, '\f');
    const { en, diagnostics } = await segment({ en: text, zh: '船。' }, { segments: 'lines' });
    expect([diagnostics, en.segments.some(({ text }) => text === '- 0 -')]).toEqual([[], true]);
  });

  test.each([
    ['clauses at the tops of pages', [1, 2, 3, 4].map((n) => `Article ${n}\n\nBoats go slowly.`).join('\f')],
    ['clauses in Chinese', [1, 2, 3, 4].map((n) => `第${n}条\n\n船应慢行。`).join('\f')],
    ['tables at the tops of pages', [1, 2, 3, 4].map((n) => `Table ${n}\n\nBoats go slowly.`).join('\f')],
    [
      'a repeated heading',
      ['Rules', 'Fees', 'Rules', 'Fees', 'Rules'].map((h) => `${h}\n\nIt rains.`).join('\n\n'),
    ],
    ['a refrain', [1, 2, 3, 4].map((n) => `We sail ${n} ships\n\nover the river`).join('\n\n')],
    ['numbers that head paragraphs', [1, 2, 3, 4].map((n) => `${n}\n\nBoats go slowly.`).join('\n\n')],
    ['years', ['2021', '2022', '2023'].map((n) => `${n}\n\nIt rained.`).join('\n\n')],
    ['a number once', 'It rained.\n\n- 7 -\n\nIt snowed.'],
    ['one line on two pages', 'Harbor Office\n\nIt rained.\fHarbor Office\n\nIt snowed.'],
  ])('what can be content stays: %s', (_, text) => {
    expect(leftOut(text)).toEqual([]);
  });

  const bilingual = (dress: (number: number, chinese: boolean) => string, between = '\n\n'): string =>
    [
      'The ferry leaves at nine. It comes back at night, and nobody may stay on',
      '渡船九点开出。夜间返回，任何人不得',
      'board then.\n\nA fine is ten yuan.',
      '滞留船上。\n\n罚款十元。',
      'The ferry is blue.',
      '渡船是蓝色的。',
    ]
      .map((page, number) => `${dress(number, number % 2 === 1)}${between}${page}`)
      .join('\n\n');

  test.each<[string, (number: number, chinese: boolean) => string]>([
    [
      'a number that counts through both',
      (n, zh) => `${zh ? '渡船年度工作报告' : 'Report of the Ferry'} ${n + 103}`,
    ],
    ['a bar', (n, zh) => `${zh ? '年报' : 'Report'} | ${n + 17}`],
    [
      'a bar, on alternate sides',
      (n, zh) =>
        n % 4 < 2 ? `${n + 8} | ${zh ? '年报' : 'Report'}` : `${zh ? '年报' : 'Report'} | ${n + 8}`,
    ],
    ['a letter before it', (n, zh) => `${zh ? '渡船附例' : 'Ferry By-laws'}      B${n + 1102}`],
    ['two that move', (n, zh) => `${zh ? `第${2 * n}条` : `Rule ${2 * n}`}    B${n + 2401}`],
    [
      'chapters and pages',
      (n, zh) => `${zh ? '渡船' : 'The Ferry'}      ${n < 2 ? 2 : 3}-${n < 2 ? n + 5 : n - 1}`,
    ],
    [
      'titles that change',
      (n, zh) =>
        `${zh ? '安全通讯' : 'BULLETIN'}\n${n < 2 ? (zh ? '渡船' : 'Boats') : zh ? '罚款' : 'Fines'}    ${n + 4}`,
    ],
    [
      'a rule below',
      (n, zh) => `${zh ? '附例' : 'Ordinance'}    B${n + 11}\n${zh ? `第${n + 2}條` : `By-law ${n + 2}`}`,
    ],
    ['nothing else', (n) => `B${n + 2401}`],
    ['nothing but a bar', (n) => `| ${n + 17}`],
  ])('heads in the language of each page, with %s', async (_, head) => {
    const expected = [
      'The ferry leaves at nine. It comes back at night, and nobody may stay on⏎board then.',
      'A fine is ten yuan.',
      'The ferry is blue.',
      '渡船九点开出。夜间返回，任何人不得⏎滞留船上。',
      '罚款十元。',
      '渡船是蓝色的。',
    ];
    expect(paragraphs(await segment(bilingual(head)))).toEqual(expected);
    expect(paragraphs(await segment(bilingual(head, '\n')))).toEqual(expected);
    expectConservation(await align(bilingual(head)));
  });

  test.each<[string, (number: number) => string]>([
    ['rooms', (n) => `Room ${n}\n\nIt is dry.\n\n${n}号房间\n\n房间干燥。`],
    ['halls', (n) => `Reading Hall No. ${n}\n\nIt is dry.\n\n${n}号大阅览厅\n\n房间干燥。`],
    ['grades, set apart', (n) => `Level   ${n}\n\nIt is dry.\n\n级别   ${n}\n\n房间干燥。`],
    [
      'tables, in turn',
      (n) => `Boats of the year    ${n}\n\n当年船只    ${n}\n\nThey are dry.\n\n它们干燥。`,
    ],
    ['prices', (n) => `Boat for a day    ${n}\n\n全天租船    ${n}`],
  ])('headings that count stay: %s', (_, write) => {
    expect(leftOut([1, 2, 3, 4].map(write).join('\n\n'))).toEqual([]);
  });

  test('the function that PDF shares: lines of pages, top to bottom', () => {
    const page = (number: number): string[] => [
      'Harbor Office',
      'Text of its own',
      `${number} words`,
      `${number}`,
    ];
    expect(findPageFurniture([1, 2, 3].map(page)).map((lines) => [...lines].sort())).toEqual([
      [0, 1, 3],
      [0, 1, 3],
      [0, 1, 3],
    ]);
    expect(findPageFurniture([])).toEqual([]);
    expect(findPageFurniture([['Harbor Office'], ['Harbor Office']]).map(({ size }) => size)).toEqual([0, 0]);
  });

  test('heads of two languages take turns; a chapter’s heading stays where its heads are left out', () => {
    const bilingual = Array.from({ length: 6 }, (_, page) => [
      page % 2 ? '港务局年报' : 'Harbor Report',
      `text ${'x'.repeat(page)}`,
    ]);
    expect(findPageFurniture(bilingual).every((lines) => lines.has(0))).toBe(true);
    const chapter = [1, 2, 3, 4].map((page) => ['Chapter 2  Piers', 'y'.repeat(page)]);
    expect(findPageFurniture(chapter).map((lines) => lines.has(0))).toEqual([false, true, true, true]);
  });
});

describe('wrapped lines', () => {
  const wrapped = async (text: string): Promise<string[]> => paragraphs(await segment(text));

  test('paragraphs with indented first lines and no blank lines', async () => {
    const text = [
      '    The old ferry that goes to the island every morning was',
      'repaired in the spring, and the new one was built at that time.',
      '    The men who had built the old ferry came to see it, and they',
      'said that it was good.',
    ];
    expect(await wrapped(text.join('\n'))).toEqual([
      `${text[0].trim()}⏎${text[1]}`,
      `${text[2].trim()}⏎${text[3]}`,
    ]);
  });

  test('Chinese at 38 characters', async () => {
    const text = [
      '　　每天清晨开往江心岛傍晚返回码头的那条旧渡船今年春天在船厂修理了整整三个月才重新投入',
      '使用，船上的座位也换成了新的，乘客们都很满意，港务局说明年还要再买一条新船来跑这条航线。',
      '　　船票的价格没有变，成人四元，儿童两元，老人免费，自行车和大件行李需要另外买票才可以带',
      '上船。',
    ];
    expect(await wrapped(text.join('\n'))).toEqual([
      `${text[0].trim()}⏎${text[1]}`,
      `${text[2].trim()}⏎${text[3]}`,
    ]);
  });

  test('list items with hanging indentation', async () => {
    const text = [
      '- The captain of each ferry shall look after the boat and the',
      '  crew, and shall keep a list of the passengers on board',
      '- The mate shall look after the ropes and the anchor when the',
      '  captain is asleep.',
      '1. The clerk shall sell the tickets and shall count the money',
      '   every evening.',
    ];
    expect(await wrapped(text.join('\n'))).toEqual(
      [0, 2, 4].map((line) => `${text[line].replace(/^- /, '- ')}⏎${text[line + 1].trim()}`),
    );
  });

  test('lines are as wide as they reach: items that are set in', async () => {
    const text = [
      '2.    Opening of bathing places',
      '      A bathing place is open from seven to seven, and from May to',
      '      September a guard must be present.',
      '      (a)   “boat” includes any raft or canoe and any other floating',
      '            thing with an engine; and',
      '      (b)   any vehicle,',
      '            or other means.',
    ];
    const [heading, ...rest] = text.map((line) => line.trim());
    expect(await wrapped(text.join('\n'))).toEqual([
      heading,
      ...[0, 2, 4].map((line) => `${rest[line]}⏎${rest[line + 1]}`),
    ]);
  });

  test('lines that were broken early, in the middle of a sentence', async () => {
    const text = [
      'Oysters taken between March and May may carry a poison that',
      'cooking does not destroy. Symptoms begin within an hour, and',
      'whoever feels a tingling in the lips should',
      'call a doctor.',
    ];
    expect(await wrapped(text.join('\n'))).toEqual([text.join('⏎')]);
    const chinese = [
      '三月至五月采收的牡蛎可能含有一种毒素，',
      '烹煮也不能破坏。症状在一小时内出现，凡嘴唇感到刺麻者',
      '应当就医。',
    ];
    expect(await wrapped(chinese.join('\n'))).toEqual([chinese.join('⏎')]);
  });

  test('a heading with marks that was wrapped as the text was', async () => {
    const text = [
      '## 6. Keeping the old ferry and the new one in good repair',
      'all the year round',
      '',
      'The old ferry that goes to the island every morning was in the',
      'dock for three months, and the new one was built at that time.',
    ];
    expect(await wrapped(text.join('\n'))).toEqual([
      `${text[0].slice(3)}⏎${text[1]}`,
      `${text[3]}⏎${text[4]}`,
    ]);
  });

  test('what hangs below its bullet', async () => {
    const text = ['•  盖子下面留出两厘米', '   空隙。', '•  罐子煮沸', '   十分钟。'];
    expect(await wrapped(text.join('\n'))).toEqual([0, 2].map((at) => `${text[at]}⏎${text[at + 1]!.trim()}`));
  });

  test('a number after that of the line before begins a clause, however full that line is', async () => {
    const text = [
      'This handbook is for those who keep the ferries running, and it tells',
      'them where to find the keys, whom to call at night, and which of the two',
      'lamps to light first when fog comes up the strait before the morning.',
      '',
      '    2.1.9. Keeping the log',
      '    2.1.10. Additional things to have on board in the winter months',
      '    2.1.11. A second set of keys',
      '    2.1.12. Radio, whom to call on which channel, and what not to say',
      '  2.2. What everybody on board should know about the two old engines',
      '    2.2.1. Starting them, warm and cold, with one and with two persons',
      '3.1. List of the harbours that have a light, a crane, and fresh water',
      '4.1. List of captains',
    ];
    expect(await wrapped(text.join('\n'))).toEqual([
      text.slice(0, 3).join('⏎'),
      ...text.slice(4).map((line) => line.trim()),
    ]);
    // What only looks like one goes on.
    const prose = [
      'Whoever keeps the ferries running has read the whole of section 2.1.10 and',
      '2.1.11 of this handbook, and knows where to find the keys, whom to call at',
      'night, and which of the two lamps to light first when fog comes up.',
    ];
    expect(await wrapped(prose.join('\n'))).toEqual([prose.join('⏎')]);
  });

  test('items one a line are not wrapped, whatever their widths', async () => {
    const text = [
      'Before you enter, you must',
      'put on gloves, a hat and a thick coat;',
      'tell the guard at the door your name; and',
      'check that the lamp above the door is green.',
      'Nobody stays inside longer than twenty minutes, and',
      'nobody smokes.',
    ];
    expect(await wrapped(text.slice(0, 4).join('\n'))).toEqual(text.slice(0, 4));
  });

  test('verses stay apart', async () => {
    const text = [
      'The ferry goes across the quiet water,',
      'And no one hears the captain’s daughter,',
      'Who sings of ships that went before her,',
      'And of the winds that never tore her',
    ];
    expect(await wrapped(text.join('\n'))).toEqual(text);
  });
});

describe('tables drawn with characters', () => {
  const pairsOf = async (text: string): Promise<string[]> => {
    const found = await align(text, { format: 'text' });
    expectConservation(found);
    return found.pairs.map(({ en, zh }) => `${en.text} | ${zh.text}`);
  };
  const TERMS = ['anchor | 锚', 'lighthouse | 灯塔', 'tide table | 潮汐表'];
  const rows = (side: string): string[] => TERMS.map((term) => `${side} ${term.replace('|', side)}  ${side}`);

  test.each([
    ['+ and -', '|', '+------+------+', '+------+------+', '+------+------+'],
    ['lines', '│', '┌──────┬──────┐', '├──────┼──────┤', '└──────┴──────┘'],
    ['double lines', '║', '╔══════╦══════╗', '╠══════╬══════╣', '╚══════╩══════╝'],
    ['bars', '|', '', '|------|:-----|', ''],
  ])('with %s are columns, and what is around them is text', async (_, side, top, middle, bottom) => {
    const table = [top, `${side} English ${side} 中文 ${side}`, middle, ...rows(side), bottom];
    const text = `The office keeps this list.\n\n办公室保存此表。\n${table.join('\n')}\nIt is public.\n\n它是公开的。\n`;
    expect(await pairsOf(text)).toEqual([
      'The office keeps this list. | 办公室保存此表。',
      ...TERMS,
      'It is public. | 它是公开的。',
    ]);
  });

  test('without lines of dashes', async () => {
    expect(await pairsOf(`${rows('|').join('\n')}\n`)).toEqual(TERMS);
  });

  test('with cells that were wrapped are read row by row', async () => {
    const text = `
┌────┬──────────────────────┬────────────┐
│ 1  │ The ferry leaves at  │ 渡船八点   │
│    │ eight every morning. │ 准时开。   │
├────┼──────────────────────┼────────────┤
│ 2  │ Dogs are kept on a   │ 狗须拴绳。 │
│    │ lead.                │            │
├────┼──────────────────────┼────────────┤
│ 3  │ Tickets are sold     │ 船票在码头 │
│    │ on the pier.         │ 出售。     │
└────┴──────────────────────┴────────────┘
`;
    expect(await pairsOf(text)).toEqual([
      'The ferry leaves at eight every morning. | 渡船八点准时开。',
      'Dogs are kept on a lead. | 狗须拴绳。',
      'Tickets are sold on the pier. | 船票在码头出售。',
    ]);
  });

  test.each([
    ['bars between cells alone', ' | ', ''],
    ['bars, and a line of dashes below the names', ' | ', '\n-----+-------+------'],
  ])('with %s have columns as well, and what is beside a pair is none of it', async (_, bar, line) => {
    const rows = [
      ['Sign', '标识', 'Place'],
      ['No fishing', '禁止钓鱼', 'pier'],
      ['Deep water', '水深', ''],
      ['Mind the step', '小心台阶'],
      ['Life belts', '救生圈', 'on both sides'],
    ];
    const [names, ...below] = rows.map((row) => row.join(bar).trimEnd());
    expect(await pairsOf(`${names}${line}\n${below.join('\n')}\n`)).toEqual([
      'Sign | 标识',
      'No fishing | 禁止钓鱼',
      'Deep water | 水深',
      'Mind the step | 小心台阶',
      'Life belts | 救生圈',
    ]);
  });

  test('with a title in one cell over all columns, and both languages in each cell', async () => {
    const text = `
+-------------------------------+
|     开放时间 Opening Hours    |
+---------------+---------------+
| 星期一        | 闭馆          |
| Monday        | Closed        |
+---------------+---------------+
| 星期二        | 9:00–17:00    |
| Tuesday       |               |
+---------------+---------------+
| 星期三        | 仅限预约      |
| Wednesday     | By appointment|
+---------------+---------------+
`;
    expect(await pairsOf(text)).toEqual([
      'Opening Hours | 开放时间',
      'Monday | 星期一',
      'Closed | 闭馆',
      'Tuesday | 星期二',
      'Wednesday | 星期三',
      'By appointment | 仅限预约',
    ]);
  });

  test('lines with fewer cells in both languages are headings over rows with bars', async () => {
    const days = [
      'Day One | 第一天',
      '08:30 | Boats leave | 开船',
      '09:45 | Fishing | 捕鱼',
      'Day Two | 第二天',
    ];
    expect(
      await pairsOf(`${[...days, '08:00 | Market | 赶集', '12:00 | Dinner | 午餐'].join('\n')}\n`),
    ).toEqual([
      'Day One | 第一天',
      'Boats leave | 开船',
      'Fishing | 捕鱼',
      'Day Two | 第二天',
      'Market | 赶集',
      'Dinner | 午餐',
    ]);
  });

  test('lines with bars that are in one language each are none', async () => {
    const text =
      'Home | Fees | Contact us\n首页 | 费用 | 联系我们\nMap | Boats | Weather\n地图 | 船只 | 天气\n';
    expect(readLines(text, '', findTables).blocks.every(({ position }) => position === undefined)).toBe(true);
  });

  test('what has one cell on a line, or other lines than a table, is none', () => {
    const text = '+-------+\n| Start |\n+-------+\n\n| a | b |\n| c | d | e |\n| f | g |\n';
    expect(readLines(text, '', findTables).blocks.every(({ position }) => position === undefined)).toBe(true);
  });
});
