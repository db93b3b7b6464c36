import { describe, expect, test } from 'vitest';
import { align, explain } from '../../packages/aligner/src/index.js';

/** `crossing` pairs as `English | Chinese`, and how many texts have no counterpart. */
async function crossings(en: string, zh: string) {
  const { pairs, unaligned } = await align({ en, zh }, { segments: 'lines' });
  const crossing = pairs.filter(({ flags }) => flags.includes('crossing'));
  return {
    crossing: crossing.map((pair) => `${pair.en.text} | ${pair.zh.text}`),
    unaligned: unaligned.length,
  };
}

const SENTENCES: readonly (readonly [en: string, zh: string])[] = [
  [
    'The museum opened its new hall of ancient ships in spring, and the mayor cut the ribbon.',
    '博物馆春天开放了新的古船展厅，市长剪了彩。',
  ],
  ['Visitors can borrow a headset in six languages at the entrance.', '参观者可以在入口借用六种语言的耳机。'],
  [
    "Children under twelve enter without a ticket, but they must hold an adult's hand on the stairs.",
    '十二岁以下儿童免票入场，但在楼梯上必须牵着大人的手。',
  ],
  [
    'The roof garden closes when the wind is stronger than forty kilometres an hour.',
    '风速超过每小时四十公里时，屋顶花园关闭。',
  ],
  [
    'A ferry crosses the river every twenty minutes from the wooden pier.',
    '渡船每二十分钟从木码头过一次河。',
  ],
  [
    'The library behind the hall keeps old maps, letters and the diaries of captains.',
    '展厅后面的图书馆收藏旧地图、书信和船长的日记。',
  ],
  [
    'Its oldest letter was written by a sailor to his mother during a storm.',
    '最古老的一封信是一名水手在暴风雨中写给母亲的。',
  ],
  [
    "Coffee, tea and hot soup are sold in the courtyard until five o'clock.",
    '院子里卖咖啡、茶和热汤，到五点为止。',
  ],
  [
    'Last year two hundred volunteers repaired the bridge and painted the lighthouse white.',
    '去年两百名志愿者修好了桥，并把灯塔刷成白色。',
  ],
  [
    "The guard's dog sleeps under the table with the model of the harbour.",
    '保安的狗睡在放着港口模型的桌子下面。',
  ],
  ['On Sundays a choir sings songs of the sea in the great hall.', '星期天合唱团在大厅里唱大海的歌。'],
  ['Please leave umbrellas, bicycles and large bags at the cloakroom.', '请把雨伞、自行车和大包留在衣帽间。'],
];
const english = SENTENCES.map(([en]) => en);
const chinese = SENTENCES.map(([, zh]) => zh);
const moved = <T>(list: readonly T[], from: number, to: number): T[] => {
  const rest = [...list];
  rest.splice(to, 0, ...rest.splice(from, 1));
  return rest;
};

describe('pairs out of order', () => {
  test('texts in the same order have none', async () => {
    expect(await crossings(english.join('\n'), chinese.join('\n'))).toEqual({ crossing: [], unaligned: 0 });
  });

  test.each([
    ['a sentence that comes later in the Chinese', 2, 8],
    ['one that comes earlier', 7, 1],
    ['the first one last', 0, 11],
  ])('%s', async (_, from, to) => {
    expect(await crossings(english.join('\n'), moved(chinese, from, to).join('\n'))).toEqual({
      crossing: [`${english[from]} | ${chinese[from]}`],
      unaligned: 0,
    });
  });

  test('sentences that have changed places with each other', async () => {
    const zh = moved(moved(chinese, 2, 8), 7, 2);
    expect(await crossings(english.join('\n'), zh.join('\n'))).toEqual({
      crossing: [2, 8].map((at) => `${english[at]} | ${chinese[at]}`),
      unaligned: 0,
    });
  });

  test.each([
    ['The rest is history.', '后来的事大家都知道了。'],
    ['So they went back to work.', '于是大伙又忙开了。'],
  ])('a block keeps a sentence in it whose words say nothing: %s', async (...free) => {
    const list = [...SENTENCES.slice(0, 3), free, ...SENTENCES.slice(3)];
    const [en, zh] = [list.map((sentence) => sentence[0]), list.map((sentence) => sentence[1])];
    zh.splice(6, 0, ...zh.splice(1, 5));
    expect(await crossings(en.join('\n'), zh.join('\n'))).toEqual({
      crossing: list.slice(1, 6).map((sentence) => sentence.join(' | ')),
      unaligned: 0,
    });
  });

  test('a text without counterpart on each side is no pair', async () => {
    const en = [...english.slice(0, 4), 'The price of olive oil has doubled.', ...english.slice(4)];
    const zh = [...chinese, '夜里请不要吹小号。'];
    expect((await crossings(en.join('\n'), zh.join('\n'))).crossing).toEqual([]);
  });

  test('the main clause before its list on one side and after it on the other', async () => {
    const en = `Rules of the Harbour

The harbour is open to boats of all countries from March to November.

Whoever does one of the following on the pier without a permit pays a fine of fifty yuan:

(1) lighting a fire or a lamp;

(2) feeding the seagulls with bread;

(3) jumping into the water from the wall.

The harbour master keeps the money for new ropes and lamps.`;
    const zh = `港口规则

港口每年三月至十一月向各国船只开放。

（一）点火或者点灯；

（二）用面包喂海鸥；

（三）从墙上跳进水里。

没有许可证在码头上做出以上行为之一的，罚款五十元。

港务长用这笔钱买新的绳子和灯。`;
    const { pairs } = await align({ en, zh });
    const main = pairs.find((pair) => pair.en.text.startsWith('Whoever'));
    expect(main?.zh.text).toBe('没有许可证在码头上做出以上行为之一的，罚款五十元。');
    expect(main?.flags).toContain('crossing');
  });

  test('clauses in another order', async () => {
    const order = [0, 1, 2, 8, 3, 4, 5, 6, 7, 9, 10, 11];
    const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
    const en = english.map((text, n) => `(${n + 1}) ${text}`).join('\n\n');
    const zh = order.map((at, n) => `（${numerals[n]}）${chinese[at]}`).join('\n\n');
    const { pairs, unaligned } = await align({ en, zh });
    expect(unaligned).toEqual([]);
    const found = new Map(pairs.map((pair) => [pair.en.text, pair]));
    english.forEach((text, at) => {
      const pair = found.get(`(${at + 1}) ${text}`);
      expect(pair?.zh.text).toBe(`（${numerals[order.indexOf(at)]}）${chinese[at]}`);
      expect(pair?.flags.includes('crossing')).toBe(at === 8);
    });
    // What has changed places lies across the walls between the clauses.
    expect((await explain({ en, zh }, 9)).pair.flags).toContain('crossing');
  });

  test('every segment stays in one bead, and the ladder keeps to the English', async () => {
    const zh = moved(chinese, 2, 8);
    const { ladder } = await align({ en: english.join('\n'), zh: zh.join('\n') }, { segments: 'lines' });
    const numbers = (side: 'en' | 'zh') =>
      ladder.flatMap((bead) =>
        Array.from({ length: bead[side].end - bead[side].start }, (_, k) => bead[side].start + k),
      );
    expect(numbers('en')).toEqual(english.map((_, s) => s));
    expect(numbers('zh').sort((a, b) => a - b)).toEqual(zh.map((_, s) => s));
  });

  test.each([
    ['twice in the Chinese', 'zh'],
    ['twice in the English', 'en'],
  ] as const)('text that is repeated out of order is taken once: %s', async (_, repeated) => {
    const [first, ...rest] = moved({ en: english, zh: chinese }[repeated], 10, 0);
    const text = [...rest.slice(0, 1), first, ...rest.slice(1, 4), first, ...rest.slice(4)].join('\n');
    const input = { en: english.join('\n'), zh: chinese.join('\n'), [repeated]: text };
    const { ladder, en, zh } = await align(input, { segments: 'lines' });
    for (const side of [en, zh]) {
      const taken = ladder.reduce(
        (sum, bead) => sum + bead[side.language].end - bead[side.language].start,
        0,
      );
      expect(taken).toBe(side.segments.length);
    }
  });

  test('a scorer of the caller is asked about the segments that the text has', async () => {
    const input = { en: english.join('\n'), zh: moved(chinese, 2, 8).join('\n') };
    const said = new Set<string>();
    const scorer = {
      name: 'listener',
      score: (en: readonly string[], zh: readonly string[]) => {
        said.add([en.join('\n'), zh.join('\n')].join(' | '));
        return en.length === 2 && en[1] === english[6] && zh.length === 2 ? 1000 : 0;
      },
    };
    const { pairs } = await align(input, { segments: 'lines', scorer });
    expect(said).toContain(`${english[2]} | ${chinese[2]}`);
    expect(pairs.map((pair) => pair.en.text)).toContain(`${english[5]} ${english[6]}`);
    expect(pairs.find((pair) => pair.en.text === english[2])?.flags).toContain('crossing');
  });

  test.each([
    ['two sentences', 3, 2, 9],
    ['four sentences', 2, 4, 8],
  ])(
    'a block of %s that stands elsewhere is paired whole, and nothing else is lost',
    async (_, from, size, to) => {
      const zh = [...chinese];
      zh.splice(to, 0, ...zh.splice(from, size));
      const { pairs } = await align({ en: english.join('\n'), zh: zh.join('\n') }, { segments: 'lines' });
      expect(pairs.map((pair) => [pair.en.text, pair.zh.text])).toEqual(SENTENCES);
      expect(pairs.filter(({ flags }) => flags.includes('crossing')).length).toBeGreaterThanOrEqual(size);
    },
  );

  test('can be explained', async () => {
    const input = { en: english.join('\n'), zh: moved(chinese, 2, 8).join('\n') };
    const { evidence, alternatives, pair } = await explain(input, 3, { segments: 'lines' });
    expect(pair.flags).toContain('crossing');
    expect(evidence.map(({ en }) => en)).toContain('twelve');
    expect(alternatives).toEqual([]);
  });

  test.each([
    ['later', 4, 9],
    ['earlier', 10, 1],
  ])('and so can all pairs around one that comes %s', async (_, from, to) => {
    const input = { en: english.join('\n'), zh: moved(chinese, from, to).join('\n') };
    const { pairs, en, zh } = await align(input, { segments: 'lines' });
    for (const [index, pair] of pairs.entries()) {
      const explained = await explain(input, index + 1, { segments: 'lines' });
      expect(explained.pair).toEqual(pair);
      const parts = Object.values<number>({ ...explained.terms });
      expect(parts.reduce((sum, part) => sum + part)).toBeCloseTo(explained.cost, 4);
      for (const bead of explained.alternatives.flatMap(({ beads }) => beads)) {
        const texts = (side: typeof en, range: typeof bead.en) =>
          side.segments.slice(range.start, range.end).map(({ text }) => text);
        expect(texts(en, bead.en).join(' ')).toBe(bead.enText);
        expect(texts(zh, bead.zh).join('')).toBe(bead.zhText);
      }
    }
  });
});

describe('short sections under headings', () => {
  const SECTIONS = [
    ['Bee-keeping', '养蜂', 'The hives may be visited on Saturdays.', '蜂箱星期六可以参观。'],
    ['Bicycles', '自行车', 'Bicycles can be hired for ten euros a day.', '可租自行车，每天十欧元。'],
    ['Breakfast', '早餐', 'Breakfast is served from seven until ten.', '早餐七点至十点供应。'],
    ['Dogs', '狗', 'Dogs are welcome in the garden.', '花园欢迎狗。'],
    ['Heating', '暖气', 'The heating is off from May to September.', '暖气五月至九月关闭。'],
    ['Laundry', '洗衣', 'Leave your laundry outside the door.', '请将要洗的衣物放在门外。'],
    ['Smoking', '吸烟', 'Smoking is allowed only on the terrace.', '只允许在露台上吸烟。'],
    ['Wi-Fi', '无线网络', 'The password is printed on your key card.', '密码印在您的房卡上。'],
  ] as const;

  test.each([['4, 1, 3, 2, 7, 5, 0, 6'], ['4, 1, 3, 2, 5, 6, 7, 0'], ['3, 2, 1, 0, 4, 5, 6, 7']])(
    'in the order %s, of which each says little',
    async (order) => {
      const { pairs } = await align(
        {
          en: SECTIONS.map(([en, , english]) => `## ${en}\n\n${english}`).join('\n\n'),
          zh: order
            .split(', ')
            .map((at) => SECTIONS[Number(at)]!)
            .map(([, zh, , chinese]) => `## ${zh}\n\n${chinese}`)
            .join('\n\n'),
        },
        { format: 'markdown' },
      );
      expect(pairs.map(({ en, zh }) => `${en.text} | ${zh.text}`)).toEqual(
        SECTIONS.flatMap(([en, zh, english, chinese]) => [`${en} | ${zh}`, `${english} | ${chinese}`]),
      );
    },
  );
});

describe('rows that are sorted otherwise in the other file', () => {
  const ROWS: readonly (readonly [en: string, zh: string])[] = [
    ['Hot-dip galvanised steel wire', '热镀锌钢丝'],
    ['Copper elbow', '铜弯头'],
    ['Pipe wrench, heavy duty', '重型管钳'],
    ['Adjustable spanner', '活动扳手'],
    ['Kitchen tap', '厨房水龙头'],
    ['Shower hose', '淋浴软管'],
    ['Plastic bottle trap', '塑料瓶式存水弯'],
    ['Toilet cistern, dual flush', '双冲水马桶水箱'],
    ['Water meter, cold', '冷水表'],
    ['Circulation pump', '循环泵'],
    ['Radiator, three columns', '三柱散热器'],
    ['Radiator bracket', '散热器支架'],
    ['Thermostatic valve', '恒温阀'],
    ['Work gloves', '劳保手套'],
  ];
  const ORDER = [7, 13, 12, 5, 1, 6, 9, 0, 2, 11, 3, 8, 10, 4];

  test('are found, each by itself, whatever it has in common with others', async () => {
    const lists: [string, string] = [
      ROWS.map(([en]) => en).join('\n'),
      ORDER.map((row) => ROWS[row]![1]).join('\n'),
    ];
    const { pairs } = await align(lists, { format: 'csv', segments: 'lines' });
    expect(pairs.map(({ en, zh }) => [en.text, zh.text])).toEqual(ROWS);
  });
});

test('a list that is turned round: the more has changed places, the likelier it is of others', async () => {
  const rows: readonly (readonly [en: string, zh: string])[] = [
    ['Elastic lace', '弹力蕾丝'],
    ['Corduroy for trousers', '裤用灯芯绒'],
    ['Waterproof canvas', '防水帆布'],
    ['Artificial fur', '人造毛皮'],
    ['Mosquito netting', '蚊帐布'],
    ['Wool felt', '羊毛毡'],
    ['Gauze for bandages', '绷带纱布'],
    ['Fleece blanket', '抓绒毯'],
    ['Upholstery leather', '家具皮革'],
    ['Embroidery thread', '绣花线'],
    ['Zip fasteners', '拉链'],
    ['Cotton lining with stripes', '条纹棉里布'],
    ['Velvet, bottle green', '墨绿色天鹅绒'],
    ['Denim, stone washed', '石磨牛仔布'],
    ['Knitted cuffs', '针织袖口'],
    ['Silk organza', '真丝欧根纱'],
  ];
  const lists: [string, string] = [
    rows.map(([en]) => en).join('\n'),
    [...rows]
      .reverse()
      .map(([, zh]) => zh)
      .join('\n'),
  ];
  const { pairs } = await align(lists, { format: 'csv', segments: 'lines' });
  // One row says too little, and stays alone.
  expect(pairs.map(({ en, zh }) => [en.text, zh.text])).toEqual(
    rows.filter(([en]) => en !== 'Artificial fur'),
  );
});
