import { align } from 'duiqi';
import { describe, expect, test } from 'vitest';

const pairsOf = async (text: string): Promise<string[]> => {
  const { pairs, unaligned } = await align(text, { format: 'markdown' });
  return [
    ...pairs.map(({ en, zh }) => `${en.text} | ${zh.text}`),
    ...unaligned.map(({ side, language }) => (language === 'en' ? `${side.text} | -` : `- | ${side.text}`)),
  ];
};

/** Clauses of a club, in turn, under a heading each. */
const under = (...headings: string[]): string =>
  headings.flatMap((heading, index) => [heading, CLAUSES[index]!.en, CLAUSES[index]!.zh]).join('\n\n');
const CLAUSES = [
  { en: 'The name of the club is "Lantern".', zh: '本会名称为“灯笼”。' },
  { en: 'Anyone may join the club.', zh: '任何人均可加入本会。' },
  { en: 'A member may leave at any time.', zh: '会员可随时退会。' },
  { en: 'Late payment costs five yuan.', zh: '逾期付款须交五元。' },
];
const CLAUSE_PAIRS = CLAUSES.map(({ en, zh }) => `${en} | ${zh}`);

describe('headings in both languages over paragraphs in turn', () => {
  test.each([
    [
      'numbered',
      ['1. Name 名称', '2. Members 会员', '3. Withdrawal 退会', '4. Fines 罚款'],
      ['1. Name | 名称', '2. Members | 会员', '3. Withdrawal | 退会', '4. Fines | 罚款'],
    ],
    [
      'Chinese first',
      ['名称 Name', '会员 Members', '退会 Withdrawal', '罚款 Fines'],
      ['Name | 名称', 'Members | 会员', 'Withdrawal | 退会', 'Fines | 罚款'],
    ],
    [
      'in brackets',
      ['1. 名称 (Name)', '2. 会员 (Members)', '3. 退会 (Withdrawal)', '4. 罚款 (Fines)'],
      ['Name | 1. 名称', 'Members | 2. 会员', 'Withdrawal | 3. 退会', 'Fines | 4. 罚款'],
    ],
    [
      'of every kind',
      [
        '## 第一条 名称 Article 1 Name',
        '## 2: Members（会员）',
        '**3. Withdrawal 退会**',
        '四、罚款 / Fines',
      ],
      ['Article 1 Name | 第一条 名称', '2: Members | 会员', '3. Withdrawal | 退会', 'Fines | 四、罚款'],
    ],
  ])('%s', async (_, headings, expected) => {
    const all = await pairsOf(under(...headings));
    expect(all.filter((pair) => !CLAUSE_PAIRS.includes(pair))).toEqual(expected);
    expect(all).toEqual(expect.arrayContaining(CLAUSE_PAIRS));
  });

  test('a number in the one language that leaves out what the other one counts it in', async () => {
    const headings = [
      '1.1 Name （一）名称',
      '1.2 Deadlines （二）截止日期',
      '2.1 Leaving （一）退会',
      '2.2 Fines （二）罚款',
    ];
    const all = await pairsOf(under(...headings));
    expect(all.filter((pair) => !CLAUSE_PAIRS.includes(pair))).toEqual([
      '1.1 Name | （一）名称',
      '1.2 Deadlines | （二）截止日期',
      '2.1 Leaving | （一）退会',
      '2.2 Fines | （二）罚款',
    ]);
  });

  test.each([
    ['Chinese first', ['第一条 Article 1 名称 Name', '第二条 Article 2 会员 Members']],
    ['English first', ['Article 1 第一条 Name 名称', 'Article 2 第二条 Members 会员']],
    ['with a colon', ['第一条 Article 1：名称 Name', '第二条 Article 2：会员 Members']],
  ])('the marker in both languages, and then the name in both, %s', async (_, headings) => {
    const pairs = (await pairsOf(under(...headings))).map((pair) => pair.replaceAll(/[:：]/g, ''));
    expect(pairs).toEqual([
      'Article 1 | 第一条',
      'Name | 名称',
      CLAUSE_PAIRS[0],
      'Article 2 | 第二条',
      'Members | 会员',
      CLAUSE_PAIRS[1],
    ]);
  });

  test('a marker whose English is a word and a number', async () => {
    const all = await pairsOf(under('Period 1 / 第一节', 'Period 2 / 第二节', 'Period 3 / 第三节'));
    expect(all.filter((pair) => !CLAUSE_PAIRS.includes(pair))).toEqual([
      'Period 1 | 第一节',
      'Period 2 | 第二节',
      'Period 3 | 第三节',
    ]);
  });

  test('markers that count differently are no marker in both languages', async () => {
    expect(await pairsOf(under('第一条 Article 3 名称 Name', '第二条 Article 4 会员 Members'))).not.toContain(
      'Article 3 | 第一条',
    );
  });

  test('what brackets close behind is whole, whatever word it ends with', async () => {
    const all = await pairsOf(
      under('1. 佩戴 (Putting them in)', '2. 会员 (Members)', '3. 退会 (Withdrawal)'),
    );
    expect(all).toContain('Putting them in | 1. 佩戴');
  });

  test('the number that both share is the clause of both', async () => {
    const { pairs } = await align(
      under('1. Name 名称', '2. Members 会员', '3. Withdrawal 退会', '4. Fines 罚款'),
    );
    expect(pairs.map(({ en, zh }) => [en.clause, zh.clause])).toEqual(
      ['1', '2', '3', '4'].flatMap((number) => [
        [number, number],
        [number, number],
      ]),
    );
  });

  test('one title in a text that is otherwise line by line', async () => {
    const text = `Rules of the Club 会规\n${CLAUSES.map(({ en, zh }) => `${en}\n${zh}`).join('\n')}`;
    expect(await pairsOf(text)).toEqual(['Rules of the Club | 会规', ...CLAUSE_PAIRS]);
  });

  test('names of products in a heading that is translated on the next line are no second language', async () => {
    const text =
      '# 使用 Docker 部署\n\n# Deploying with Docker\n\n打开 Settings\n\nOpen Settings\n\n佳能相机 Canon\n\nCanon cameras';
    expect(await pairsOf(text)).toEqual([
      'Deploying with Docker | 使用 Docker 部署',
      'Open Settings | 打开 Settings',
      'Canon cameras | 佳能相机 Canon',
    ]);
  });

  test('in a text that comes once in each language a heading belongs to its half', async () => {
    const text =
      '第一章 申请 Application\n\n申请人填写表格。\n\nChapter I Application\n\nThe applicant fills in the form.';
    expect(await pairsOf(text)).toEqual([
      'Chapter I Application | 第一章 申请 Application',
      'The applicant fills in the form. | 申请人填写表格。',
    ]);
  });
});

describe('lists of terms', () => {
  const TERMS = [
    ['bill of lading', '提单'],
    ['overdraft', '透支'],
    ['hedge fund', '对冲基金'],
    ['to roll over', '展期'],
    ['SWIFT code', 'SWIFT代码'],
    ['letter of credit', '信用证'],
  ] as const;
  const expected = TERMS.map(([en, zh]) => `${en} | ${zh}`);

  test.each([' ', '   ', '\t', ' - ', ' / ', ': ', '：', ' — '])('parted by %j', async (mark) => {
    expect(await pairsOf(TERMS.map(([en, zh]) => en + mark + zh).join('\n'))).toEqual(expected);
    expect(await pairsOf(TERMS.map(([en, zh]) => zh + mark + en).join('\n'))).toEqual(expected);
  });

  test('inside a document that is in turn', async () => {
    const list = TERMS.map(([en, zh]) => `- ${en} ${zh}`).join('\n');
    const [first, ...others] = CLAUSES.map(({ en, zh }) => `${en}\n\n${zh}`);
    expect(await pairsOf([first, list, ...others].join('\n\n'))).toEqual([
      CLAUSE_PAIRS[0],
      ...expected,
      ...CLAUSE_PAIRS.slice(1),
    ]);
  });
});

describe('forms', () => {
  const FIELDS = [
    ['Name', '姓名'],
    ['Nationality', '国籍'],
    ['Passport number', '护照号码'],
  ] as const;
  const rest = /[:：](?: ?_+)?/g;

  test.each([
    ['a slash', (en: string, zh: string) => `${zh} / ${en}：____`],
    ['a tight slash', (en: string, zh: string) => `${en}/${zh}: ____`],
    ['a bar', (en: string, zh: string) => `${en} | ${zh}: ____`],
    ['a dash', (en: string, zh: string) => `${zh} - ${en}: ____`],
    ['brackets', (en: string, zh: string) => `${zh}（${en}）：____`],
    ['brackets around the Chinese', (en: string, zh: string) => `${en} (${zh}): ____`],
  ])('what parts the languages of a caption is in neither: %s', async (_, line) => {
    const pairs = await pairsOf(FIELDS.map(([en, zh]) => line(en, zh)).join('\n\n'));
    expect(pairs.map((pair) => pair.replace(rest, ''))).toEqual(FIELDS.map((field) => field.join(' | ')));
  });

  test('figures behind a caption in brackets stay in the text', async () => {
    const pairs = await pairsOf('电话（Telephone）：0571-5550119\n\n签发日期（Date of issue）：2024-05-03');
    expect(pairs).toEqual([
      'Telephone | 电话',
      'Date of issue | 签发日期',
      '0571-5550119 | -',
      '2024-05-03 | -',
    ]);
  });

  test.each([
    [
      'Chinese first',
      '姓名/Name：沈玉兰 Shen Yulan\n\n职业/Occupation：护士 Nurse\n\n住址/Address：湖滨路12号 12 Lake Road',
    ],
    [
      'English first',
      'Name 姓名：Shen Yulan 沈玉兰\n\nOccupation 职业：Nurse 护士\n\nAddress 住址：12 Lake Road 湖滨路12号',
    ],
    [
      'each in another order',
      '姓名 Name：Shen Yulan 沈玉兰\n\n职业 Occupation：Nurse / 护士\n\n住址 Address：12 Lake Road 湖滨路12号',
    ],
  ])('a caption and what it captions, both in both languages: %s', async (_, text) => {
    expect((await pairsOf(text)).map((pair) => pair.replace(rest, ''))).toEqual([
      'Name | 姓名',
      'Shen Yulan | 沈玉兰',
      'Occupation | 职业',
      'Nurse | 护士',
      'Address | 住址',
      '12 Lake Road | 湖滨路12号',
    ]);
  });

  test('captions that end in an abbreviation, and a letter behind a name', async () => {
    const form = ['Port of loading 装货港', 'B/L No. 提单号', 'Vessel 船名', 'Hall A 甲厅'];
    expect(await pairsOf(form.join('\n'))).toEqual([
      'Port of loading | 装货港',
      'B/L No. | 提单号',
      'Vessel | 船名',
      'Hall A | 甲厅',
    ]);
  });

  test('a caption in brackets before a colon, figures within brackets, and boxes', async () => {
    const form = [
      'Colour (颜色): ☐ black and white (黑白)  ☐ full colour (彩色)',
      'Delivery (交付): ☐ pick up (自取)  ☐ courier (快递)',
      '净含量（Net content）：500毫升（500 ml）',
    ];
    expect(await pairsOf(form.join('\n\n'))).toEqual([
      'Colour | 颜色',
      'black and white | 黑白',
      'full colour | 彩色',
      'Delivery | 交付',
      'pick up | 自取',
      'courier | 快递',
      'Net content | 净含量',
      '500 ml | 500毫升',
    ]);
  });

  test('names and ranks that no list of words has, behind captions in both languages', async () => {
    expect(
      await pairsOf(`姓名 Name: OKAFOR 奥卡福
职务 Position: First Officer 副驾驶
基地 Base: Chengdu 成都
证号 Pass no.: 40117
紧急联系人 Emergency contact: Mrs Okafor 奥卡福太太`),
    ).toEqual(
      expect.arrayContaining(['OKAFOR | 奥卡福', 'First Officer | 副驾驶', 'Mrs Okafor | 奥卡福太太']),
    );
  });

  test('choices behind boxes', async () => {
    const text = '付款方式 Payment: □现金 Cash □银行卡 Bank card □支票 Cheque';
    expect(await pairsOf(text)).toEqual([
      'Payment: | 付款方式',
      'Cash | 现金',
      'Bank card | 银行卡',
      'Cheque | 支票',
    ]);
  });

  test('a colon between figures parts nothing, and figures go with the words that they count', async () => {
    const text =
      'Visiting hours: 14:00–17:00 探视时间：14:00—17:00\n\n2024年5月3日 3 May 2024\n\nTwo bedrooms 2间卧室';
    expect(await pairsOf(text)).toEqual([
      'Visiting hours: 14:00–17:00 | 探视时间：14:00—17:00',
      '3 May 2024 | 2024年5月3日',
      'Two bedrooms | 2间卧室',
    ]);
  });
});

describe('sentences in both languages on one line', () => {
  test.each([' — ', ' - ', ' / ', ' | ', '  ·  '])(
    'parted by %j behind the end of the first',
    async (mark) => {
      expect(await pairsOf(CLAUSES.map(({ en, zh }) => zh + mark + en).join('\n\n'))).toEqual(CLAUSE_PAIRS);
      expect(await pairsOf(CLAUSES.map(({ en, zh }) => en + mark + zh).join('\n\n'))).toEqual(CLAUSE_PAIRS);
    },
  );

  const LINES = [
    ['GNU Octave v. 8.1 (mathematics)', 'GNU Octave第8.1版（数学）'],
    ['Mozilla Firefox v. 115 (browser)', 'Mozilla Firefox第115版（浏览器）'],
    ['Python v. 3.11 (programming)', 'Python第3.11版（编程）'],
    ['Exit A1', 'A1出口'],
    ['Gate B12', 'B12登机口'],
  ] as const;

  test.each([' ', '  ', ' / '])(
    'a name that both halves begin with belongs to both, after %j',
    async (mark) => {
      expect(await pairsOf(LINES.map((line) => line.join(mark)).join('\n\n'))).toEqual(
        LINES.map((line) => line.join(' | ')),
      );
    },
  );
});

describe('Chinese that is full of words in Latin letters', () => {
  const TURNS = [
    ['Open Windows PowerShell as administrator.', '以管理员身份打开 Windows PowerShell。'],
    ['Install Git for Windows and Docker Desktop.', '安装 Git for Windows 和 Docker Desktop。'],
    ['Press 确定 to continue.', '按“确定”继续。'],
    ['Sign in to GitHub Enterprise.', '登录 GitHub Enterprise。'],
    ['The sign 禁止吸烟 hangs above the door of the tea house.', '茶馆门上挂着“禁止吸烟”的牌子。'],
  ] as const;

  test.each(['\n', '\n\n'])(
    'is Chinese, and English that quotes Chinese is English, parted by %j',
    async (mark) => {
      const expected = TURNS.map((turn) => turn.join(' | '));
      expect(await pairsOf(TURNS.map((turn) => turn.join(mark)).join(mark))).toEqual(expected);
      expect(await pairsOf(TURNS.map(([en, zh]) => zh + mark + en).join(mark))).toEqual(expected);
    },
  );
});

describe('terms in both languages on a line, under letters of the alphabet', () => {
  const TERMS = [
    ['abatement', '减免；扣减'],
    ['bailee', '受托人'],
    ['caveat', '警告；告诫'],
    ['in aid of', '为了'],
    ['chattel', '动产；私人财产'],
    ['decree', '判决；裁定'],
    ['duress', '胁迫'],
  ] as const;

  test.each([' | ', ' / ', ' – '])('are whole, whatever else their block holds, after %j', async (mark) => {
    const lines = TERMS.map((term) => term.join(mark));
    const text = `A–B\n${lines.slice(0, 2).join('\n')}\n\nC–D\n${lines.slice(2).join('\n')}`;
    expect(await pairsOf(text)).toEqual(
      expect.arrayContaining(
        TERMS.filter((_, place) => place !== 0 && place !== 2).map((term) => term.join(' | ')),
      ),
    );
  });
});

describe('a term in both languages before what explains it', () => {
  const TERMS = [
    ['Anvil', '铁砧', 'The block on which hot iron is beaten.', '用来锻打热铁的铁块。'],
    ['Bellows', '风箱', 'A bag that blows air into the fire.', '向火中送风的皮囊。'],
    [
      'Home signal',
      '进站信号机',
      'The signal that protects the way into a station.',
      '防护车站入口的信号机。',
    ],
    ['Tongs', '火钳', 'Two long arms that hold the work.', '夹住工件的两条长臂。'],
    ['Quenching', '淬火', 'Cooling hot steel quickly in water or oil.', '将烧热的钢在水或油中迅速冷却。'],
  ] as const;
  const expected = TERMS.flatMap(([en, zh, english, chinese]) => [
    `${en} | ${zh}`,
    `${english} | ${chinese}`,
  ]);

  test.each(['\n', '\n\n'])('is parted from it, in English first, after %j', async (mark) => {
    for (const line of [
      ([en, zh, english]: (typeof TERMS)[number]) => `${en} ${zh}: ${english}`,
      ([en, zh, english]: (typeof TERMS)[number]) => `${en} (${zh}) – ${english}`,
      ([en, zh, english]: (typeof TERMS)[number]) => `**${en} / ${zh}**: ${english}`,
    ]) {
      const text = TERMS.map((term) => line(term) + mark + term[3]).join('\n\n');
      expect((await pairsOf(text)).sort()).toEqual([...expected].sort());
    }
  });

  test('is parted from it, in Chinese first', async () => {
    const text = TERMS.map(([en, zh, english, chinese]) => `${zh} ${en}：${chinese}\n${english}`).join(
      '\n\n',
    );
    expect((await pairsOf(text)).sort()).toEqual([...expected].sort());
  });

  test('stays what it is where both lines explain it', async () => {
    const text = TERMS.map(
      ([en, zh, english, chinese]) => `${en} (${zh}): ${english}\n${zh}（${en}）：${chinese}`,
    ).join('\n\n');
    expect(await pairsOf(text)).toEqual(
      TERMS.map(([en, zh, english, chinese]) => `${en} (${zh}): ${english} | ${zh}（${en}）：${chinese}`),
    );
  });
});

describe('Chinese with its pinyin and the English on a line', () => {
  const WORDS = [
    ['bridge', 'qiáo', '桥'],
    ['road sign', 'lùbiāo', '路标'],
    ['traffic light', 'hónglǜdēng', '红绿灯'],
    ['bus stop (city)', 'gōnggòng qìchē zhàn', '公共汽车站'],
    ['toll', 'guòlù de fèi', '过路的费'],
  ] as const;
  const expected = WORDS.map(([en, , zh]) => `${en} | ${zh}`);

  test.each<[string, (word: (typeof WORDS)[number]) => string]>([
    ['gaps', ([en, spoken, zh]) => `${zh}  ${spoken}  ${en}`],
    ['brackets', ([en, spoken, zh]) => `${zh} (${spoken}) ${en}`],
    ['brackets of Chinese', ([en, spoken, zh]) => `${zh}（${spoken}）${en}`],
    ['slashes', ([en, spoken, zh]) => `${en} / ${spoken} / ${zh}`],
  ])('are parted by %s, and how it is spoken is in neither', async (_, line) => {
    expect(await pairsOf(WORDS.map(line).join('\n\n'))).toEqual(expected);
  });

  test('words of English with accents stay', async () => {
    const text = '咖啡馆  café owner\n\n简历  résumé writing\n\n陈词滥调  a cliché';
    expect(await pairsOf(text)).toEqual([
      'café owner | 咖啡馆',
      'résumé writing | 简历',
      'a cliché | 陈词滥调',
    ]);
  });
});

describe('terms with their translations in brackets, strung on one line', () => {
  const TERMS = [
    ['depth of discharge', '放电深度'],
    ['thermal runaway', '热失控'],
    ['energy density', '能量密度'],
  ] as const;
  const WANTED = TERMS.map(([en, zh]) => `${en} | ${zh}`);

  test.each([
    ['Chinese first', TERMS.map(([en, zh]) => `${zh}（${en}）`).join('；')],
    ['English first', `${TERMS.map(([en, zh]) => `${en} (${zh})`).join('; ')}.`],
  ])('are pairs: %s', async (_, line) => {
    expect(await pairsOf(line)).toEqual(WANTED);
    expect(await pairsOf(`The terms are these.\n\n术语如下。\n\n${line}\n`)).toEqual([
      'The terms are these. | 术语如下。',
      ...WANTED,
    ]);
  });

  test('are none where an item explains nothing', async () => {
    const line = '请检查电池；放电深度（depth of discharge）不得过大；注意热失控（thermal runaway）。';
    const english =
      'Check the battery; the depth of discharge may not be too great; beware of thermal runaway.';
    expect(await pairsOf(`${english}\n\n${line}\n`)).toEqual([`${english} | ${line}`]);
  });

  test('are pairs beside the same list the other way round as well', async () => {
    const line = TERMS.map(([en, zh]) => `${zh}（${en}）`).join('；');
    const english = TERMS.map(([en, zh]) => `${en} (${zh})`).join('; ');
    expect(await pairsOf(`${english}\n\n${line}\n`)).toEqual([...WANTED, ...WANTED]);
  });
});

describe('lines of one kind tell of each other', () => {
  test('where captions and values of a form are parted', async () => {
    const text = `鱼种 Fish：鲤鱼 carp

水温 Water temperature：十五度 fifteen degrees

物品名称 Item：黑色雨伞 black umbrella

渔网 Net：渔业局提供 from the fisheries office

渔船 Boat：两条木船 two wooden boats

渔民 Fishermen：四人 four men
`;
    expect(await pairsOf(text)).toEqual([
      'Fish： | 鱼种',
      'carp | 鲤鱼',
      'Water temperature： | 水温',
      'fifteen degrees | 十五度',
      'Item： | 物品名称',
      'black umbrella | 黑色雨伞',
      'Net： | 渔网',
      'from the fisheries office | 渔业局提供',
      'Boat： | 渔船',
      'two wooden boats | 两条木船',
      'Fishermen： | 渔民',
      'four men | 四人',
    ]);
  });

  test('but lines that are parted purely say nothing for leaving words of one language in the other', async () => {
    const subjects = [
      '语文 Chinese',
      '数学 Mathematics',
      '英语 English',
      '科学 Science',
      '美术 Art',
      '体育 Sport',
    ];
    const text = [...subjects, '出勤 Attendance: 缺课两天 absent two days'].join('\n\n');
    expect((await pairsOf(text)).slice(-2)).toEqual(['Attendance: | 出勤', 'absent two days | 缺课两天']);
  });

  test('where all lines of a text hold both languages, one whose words no list has does as well', async () => {
    const text = `GASTHOF BRUNNEN 泉屋酒家

Fried eggs 煎鸡蛋

Roast duck 烤鸭

Boiled rice 米饭

Green tea 绿茶

Please pay at the door. 请在门口付款。
`;
    expect((await pairsOf(text))[0]).toBe('GASTHOF BRUNNEN | 泉屋酒家');
  });

  test('a term whose neighbours are translations of what stands beyond them is no translation of these', async () => {
    const terms = [
      ['Zugzwang', '楚茨文', 'Any move makes things worse.', '怎么走都会变坏。'],
      ['Pawn', '兵', 'The smallest piece.', '最小的棋子。'],
      ['Castling', '王车易位', 'The king and a rook move in one turn.', '王和车在一步中同时移动。'],
    ] as const;
    const text = terms.map(([en, zh, ...rest]) => [`**${en}**（${zh}）`, ...rest].join('\n\n')).join('\n\n');
    expect(await pairsOf(text)).toEqual(
      terms.flatMap(([en, zh, long, lang]) => [`${en} | ${zh}`, `${long} | ${lang}`]),
    );
  });
});

describe('pieces of a line that hold both languages each', () => {
  test.each([
    [
      'Are you ever ill? 您是否生病？  □ Yes 是  □ No 否',
      ['Are you ever ill? | 您是否生病？', 'Yes | 是', 'No | 否'],
    ],
    ['Health questions 健康问卷  Bed number 床号', ['Health questions | 健康问卷', 'Bed number | 床号']],
    ['Spring 春 / Summer 夏 / Autumn 秋', ['Spring | 春', 'Summer | 夏', 'Autumn | 秋']],
    [
      'A. 5 to 9 minutes 5至9分钟   B. 15 to 30 minutes 15至30分钟',
      ['A. 5 to 9 minutes | 5至9分钟', 'B. 15 to 30 minutes | 15至30分钟'],
    ],
    [
      '签名 Signature: ______    日期 Date: ____年____月____日',
      ['Signature: ______ | 签名', 'Date: ____年____月____日 | 日期'],
    ],
    ['Arm 接种部位: □ Left 左  □ Right 右', ['Arm | 接种部位:', 'Left | 左', 'Right | 右']],
  ])('%s', async (line, wanted) => {
    const text = `Name 姓名: ____\n\n${line}\n\nDate 日期: ____\n`;
    expect(await pairsOf(text)).toEqual(['Name | 姓名: ____', ...wanted, 'Date | 日期: ____']);
  });
});

test('marks on both sides of a heading in both languages belong to neither', async () => {
  expect(await pairsOf('— Starters 开胃菜 —\n\n☆ Main dishes 主菜 ☆\n\n~~ Desserts 甜点 ~~')).toEqual([
    'Starters | 开胃菜',
    'Main dishes | 主菜',
    'Desserts | 甜点',
  ]);
});

test('a dash behind bold text belongs to neither, whatever figures the text begins with', async () => {
  expect(
    await pairsOf('- **15时起办理入住** – Check-in from 3 p.m.\n- **11时前退房** – Check-out by 11 a.m.\n'),
  ).toEqual(['Check-in from 3 p.m. | 15时起办理入住', 'Check-out by 11 a.m. | 11时前退房']);
});

test('brackets before what is to be filled in belong to neither language, nor does that', async () => {
  const text =
    'Name (姓名) ..............\n\nAge (年龄) .......  Weight (体重) ______\n\nAddress (住址) ……\n';
  expect(await pairsOf(text)).toEqual(['Name | 姓名', 'Age | 年龄', 'Weight | 体重', 'Address | 住址']);
});

test('figures behind brackets at the end of a line belong to neither language', async () => {
  const lines = ['红烧鱼（Braised fish）  38.00', '米饭（Rice）  ¥2', '绿茶（Green tea）  50 g'];
  expect(await pairsOf(lines.join('\n\n'))).toEqual([
    'Braised fish | 红烧鱼',
    'Rice | 米饭',
    'Green tea | 绿茶',
  ]);
});

test('texts with their translations in brackets are parted by a mark behind the brackets', async () => {
  const lines = [
    '茶杯（Teacup）- 瓷（porcelain）',
    '书签（Bookmark）- 竹（bamboo）',
    '围巾（Scarf）- 丝（silk）',
  ];
  expect(await pairsOf(lines.join('\n\n'))).toEqual([
    'Teacup | 茶杯',
    'porcelain | 瓷',
    'Bookmark | 书签',
    'bamboo | 竹',
    'Scarf | 围巾',
    'silk | 丝',
  ]);
});

test('amounts that gaps set apart between two texts belong to neither, whatever their unit', async () => {
  const lines = ['Smoker   喷烟器   2 pcs   shed   工棚', 'Veil   面网   14 kg   cellar   地窖'];
  expect(await pairsOf(lines.join('\n\n'))).toEqual([
    'Smoker | 喷烟器',
    'shed | 工棚',
    'Veil | 面网',
    'cellar | 地窖',
  ]);
});

test('empty boxes in brackets part choices', async () => {
  const lines = ['Ill? 是否生病？ [ ] yes 是 [ ] no 否', 'Married? 是否已婚？ ( ) yes 是 ( ) no 否'];
  expect(await pairsOf(lines.join('\n\n'))).toEqual([
    'Ill? | 是否生病？',
    'yes | 是',
    'no | 否',
    'Married? | 是否已婚？',
    'yes | 是',
    'no | 否',
  ]);
});

test('the number of an item is no translation of it', async () => {
  const en = ['A1. Come early.', 'A2. Bring the following:', 'A3. Phones stay outside.'];
  const zh = ['A1. 请提前到达。', 'A2. 携带下列物品：', 'A3. 手机留在外面。'];
  const found = await pairsOf([...en, ...zh].join('\n\n'));
  expect(found).toEqual(en.map((text, at) => `${text} | ${zh[at]}`));
});

test('the letter over the terms that begin with it is no part of the first of them', async () => {
  const text = `Words of the court

I
indictment 公诉书
injunction 禁制令

S
subpoena 传票

T
testator 立遗嘱人
tort 侵权
`;
  expect((await pairsOf(text)).filter((pair) => !/^(?:Words of the court|[IST]) \| -$/.test(pair))).toEqual([
    'indictment | 公诉书',
    'injunction | 禁制令',
    'subpoena | 传票',
    'testator | 立遗嘱人',
    'tort | 侵权',
  ]);
});

test('a setting goes on with no remark above it', async () => {
  const text = `# Temperature by day, in degrees
# 白天温度，单位为度
day_temp = 24

# Temperature by night
# 夜间温度
night_temp = 17

# Minutes of watering for each bed
# 每个苗床的浇水分钟数
minutes = 8
`;
  const { pairs } = await align(text, { format: 'text' });
  expect(pairs.map(({ en, zh }) => `${en.text} | ${zh.text}`)).toEqual([
    'Temperature by day, in degrees | 白天温度，单位为度',
    'Temperature by night | 夜间温度',
    'Minutes of watering for each bed | 每个苗床的浇水分钟数',
  ]);
});
