import { segment } from 'duiqi';
import { describe, expect, test } from 'vitest';
import { isAlignable } from '../../packages/aligner/src/document/language/identify.js';
import {
  breaksOff,
  holdsSentenceEnd,
  isFinished,
  isProse,
} from '../../packages/aligner/src/document/writing/endings.js';
import { countScripts, languageByScript } from '../../packages/aligner/src/document/writing/script.js';
import type { Diagnostic, Language, Layout, Segmentation } from '../../packages/aligner/src/types.js';

/** Paragraphs of a side: `‖` where pieces that stood apart were put together, `⏎` where lines were, `✂` where cut off. */
function paragraphsOf(document: Segmentation, language: Language): string[] {
  const { source, paragraphs } = document[language];
  const { text } = document.sources[source];
  return paragraphs.map(({ pieces, stitched, truncated }) => {
    const parts = pieces.map(({ start, end }, index) => {
      const gap = index === 0 ? '' : text.slice(pieces[index - 1].end, start);
      const seam = gap.trim() === '' ? '⏎' : '‖';
      return (index === 0 ? '' : seam) + text.slice(start, end);
    });
    const written = parts.join('') + (truncated ? '✂' : '');
    expect(stitched, written).toBe(written.includes('‖'));
    return written;
  });
}

async function expectParagraphs(
  document: Segmentation,
  en: readonly string[],
  zh: readonly string[],
): Promise<void> {
  expect({ en: paragraphsOf(document, 'en'), zh: paragraphsOf(document, 'zh') }).toEqual({ en, zh });
}

const codes = ({ diagnostics }: { diagnostics: readonly Diagnostic[] }): string[] =>
  diagnostics.map(({ code, side }) => (side ? `${code}/${side}` : code));

/** Pages and what becomes of them: `|` parts paragraphs in the input and in the result. */
const pageCuts: [name: string, pages: string, en: string, zh: string][] = [
  [
    'not before the next number, though no mark stands before the conjunction; but before any other',
    'They must:|他们必须：|(a) come to more than two meetings and/or|(a) 参加两次以上的会议，和／或|(b) pay what is due in each year or|(b) 缴纳每年应付的全部费用或|(d) leave.|(d) 离开。',
    'They must:|(a) come to more than two meetings and/or|(b) pay what is due in each year or✂|(d) leave.',
    '他们必须：|(a) 参加两次以上的会议，和／或|(b) 缴纳每年应付的全部费用或✂|(d) 离开。',
  ],
  [
    'after a function word, after a comma',
    'The council met on Monday and|理事会星期一开会，|elected a new chair. It then rose.|选举了新主席。随后休会。',
    'The council met on Monday and‖elected a new chair. It then rose.',
    '理事会星期一开会，‖选举了新主席。随后休会。',
  ],
  [
    'after a second sentence has begun',
    'The harbour was closed. In spring, we|港口关闭了。春天，我们|opened it again.|又把它打开了。',
    'The harbour was closed. In spring, we‖opened it again.',
    '港口关闭了。春天，我们‖又把它打开了。',
  ],
  [
    'inside a Chinese word, on one side only',
    'Both keep it. It holds.|两市五月签署了协议。双方都在遵|It lasts nine years.|守它。协议有效期九年。',
    'Both keep it. It holds.|It lasts nine years.',
    '两市五月签署了协议。双方都在遵‖守它。协议有效期九年。',
  ],
  [
    'before a capital letter',
    'The report was written by the staff together with the|报告是工作人员会同有关方面写的。|Harbour Office.|港务局也参加了。',
    'The report was written by the staff together with the‖Harbour Office.',
    '报告是工作人员会同有关方面写的。|港务局也参加了。',
  ],
  [
    'a long Chinese sentence without a mark at its end',
    'The ferry is new.|每天清晨开往江心岛、傍晚返回码头的那条旧渡船，今年春天在船厂修理了整整三个月才重新投|It is blue.|入使用。',
    'The ferry is new.|It is blue.',
    '每天清晨开往江心岛、傍晚返回码头的那条旧渡船，今年春天在船厂修理了整整三个月才重新投‖入使用。',
  ],
  [
    'over three pages',
    'The ferry that leaves every morning, and|每天早上开出，|that comes back at night, except when|晚上返回，|there is fog, is old.|雾天停航的渡船很旧。',
    'The ferry that leaves every morning, and‖that comes back at night, except when‖there is fog, is old.',
    '每天早上开出，‖晚上返回，‖雾天停航的渡船很旧。',
  ],
  [
    'between entries of an enumeration in the text',
    'The rules: (1) boats go slowly;|规则如下：（1）船慢行；|(2) crews stay aboard.|（2）船员留在船上。',
    'The rules: (1) boats go slowly;‖(2) crews stay aboard.',
    '规则如下：（1）船慢行；‖（2）船员留在船上。',
  ],
  [
    'with whole paragraphs before and after on each page',
    'A boat left.|It came back, and|一条船开走了。|它回来了，|was sold.|No one wept.|卖掉了。|没有人哭。',
    'A boat left.|It came back, and‖was sold.|No one wept.',
    '一条船开走了。|它回来了，‖卖掉了。|没有人哭。',
  ],
];

const noCuts: [name: string, pages: string, en: string, zh: string][] = [
  [
    'a heading and its body',
    'Opening Hours|开放时间|The library opens at eight.|图书馆八点开门。',
    'Opening Hours|The library opens at eight.',
    '开放时间|图书馆八点开门。',
  ],
  ['entries of a list', 'Apples|苹果|Pears|梨|Plums|李子', 'Apples|Pears|Plums', '苹果|梨|李子'],
  [
    'terms in lower case',
    'depth of discharge|放电深度|thermal runaway|热失控|state of charge of a cell|电芯荷电状态|cycle life|循环寿命',
    'depth of discharge|thermal runaway|state of charge of a cell|cycle life',
    '放电深度|热失控|电芯荷电状态|循环寿命',
  ],
  [
    'headings one after the other',
    'Part One General Rules|第一编 总则|Article 1|第一条|This law is for boats.|本法适用于船舶。',
    'Part One General Rules|Article 1|This law is for boats.',
    '第一编 总则|第一条|本法适用于船舶。',
  ],
  [
    'a lead-in and its list',
    'We shall do the following:|我们要做到：|mend the boats|修船|sell the nets|卖网',
    'We shall do the following:|mend the boats|sell the nets',
    '我们要做到：|修船|卖网',
  ],
  [
    'a finished sentence before a lower-case letter',
    'The boats are old.|船旧了。|iPads are lent out.|平板电脑可以外借。',
    'The boats are old.|iPads are lent out.',
    '船旧了。|平板电脑可以外借。',
  ],
  [
    'a finished quotation',
    'She said, “Go.”|她说：“走。”|Then it rained.|后来下雨了。',
    'She said, “Go.”|Then it rained.',
    '她说：“走。”|后来下雨了。',
  ],
];

const paragraphs = (notation: string): string[] => notation.split('|');
const asText = (notation: string): string => paragraphs(notation).join('\n\n');

describe('page cuts', () => {
  test.each(pageCuts)('%s', async (_, pages, en, zh) => {
    await expectParagraphs(await segment(asText(pages)), paragraphs(en), paragraphs(zh));
  });

  test('pages need no blank line between them', async () => {
    await expectParagraphs(
      await segment('We stayed and\n我们留下来，\nwaited.\n等着。\n'),
      ['We stayed and‖waited.'],
      ['我们留下来，‖等着。'],
    );
  });

  // Two entries of a list, the second in lower case, cannot be told from a heading cut in two: they are put together.
  test.each(noCuts)('not one: %s', async (_, pages, en, zh) => {
    await expectParagraphs(await segment(asText(pages)), paragraphs(en), paragraphs(zh));
  });

  test.each<[string, string, string]>([
    ['; and', 'Pay the rent; and', '交租；以及'],
    ['; or', 'Leave the house; or', '离开房屋；或'],
    ['; and/or', 'Pay the rent; and/or', '交租；和/或'],
    ['; and,', 'Pay the rent; and,', '交租；并且，'],
    ['; and also', 'Pay the rent; and also', '交租；并'],
    ['; as well as', 'Pay the rent; as well as', '交租；还有'],
    ['; unless', 'Pay the rent; unless', '交租；除非'],
    ['; provided that', 'Pay the rent; provided that', '交租；但'],
    ['traditional', 'Pay the rent; and', '交租；及'],
    ['traditional, in two characters', 'Pay the rent; and then', '交租；然後'],
  ])('not one: an item that ends in %s, however the next begins', async (_, en, zh) => {
    const document = await segment(asText(`${en}|${zh}|keep the key.|保管钥匙。`));
    await expectParagraphs(document, [en, 'keep the key.'], [zh, '保管钥匙。']);
    expect(codes(document)).toEqual([]);
  });

  test.each<[string, string]>([
    ['an item after a comma', '(a) pay the rent, and|（一）交租，并|(b) keep the key.|（二）保管钥匙。'],
    ['a lead-in before a list', 'The tenant shall|租户应|(a) pay the rent.|（一）交租。'],
    ['a lead-in before bullets', 'The tenant shall|租户应|- pay the rent.|- 交租。'],
  ])('nothing breaks off: %s', async (_, pages) => {
    const found = await segment(asText(pages));
    const [en, zh, more, others] = paragraphs(pages) as [string, string, string, string];
    await expectParagraphs(found, [en, more], [zh, others]);
  });

  test('what breaks off for good is not run into the next sentence', async () => {
    const pages =
      'It rained.|下雨了。|The pump had been tested and the|水泵已经过测试，而且|The members went home.|委员们回家了。' +
      '|It snowed.|下雪了。|The pump stops because of|水泵停止，原因是|Members of staff were glad.|员工很高兴。|It hailed.|下了冰雹。';
    const document = await segment(asText(pages));
    const each = (from: number) => paragraphs(pages).filter((_, index) => index % 2 === from);
    const cut = ['The pump had been tested and the', 'The pump stops because of'];
    await expectParagraphs(
      document,
      each(0).map((text) => (cut.includes(text) ? `${text}✂` : text)),
      each(1),
    );
  });

  test('a sentence before it is no licence: paragraphs that lack their last mark stay whole', async () => {
    const pages =
      'We rent boats. Call us|我们出租船只。请来电|Boats are blue.|船是蓝色的。|We are here.|我们在这里。|Come early.|请早来。|It rains.|下雨。|It snows.|下雪。';
    const each = (from: number) => paragraphs(pages).filter((_, index) => index % 2 === from);
    const [en, zh] = [each(0), each(1)].map(([first, ...rest]) => [`${first}✂`, ...rest]) as [
      string[],
      string[],
    ];
    await expectParagraphs(await segment(asText(pages)), en, zh);
  });

  test('a marker at the start of the next page begins a clause, whatever stood before', async () => {
    const document = await segment(
      asText('The port keeps a list of boats and|港口保存名单和|(2) The list is open.|（二）名单公开。'),
    );
    await expectParagraphs(
      document,
      ['The port keeps a list of boats and✂', '(2) The list is open.'],
      ['港口保存名单和✂', '（二）名单公开。'],
    );
    expect(codes(document)).toEqual(['truncated/en', 'truncated/zh']);
  });

  test('Markdown headings and rows are never joined to anything', async () => {
    const text =
      '# The port and\n\n# 港口和\n\n## its boats\n\n## 它的船\n\n| boats and | 船和 |\n|---|---|\n| crews | 船员 |\n';
    const document = await segment(text, { format: 'markdown' });
    expect(paragraphsOf(document, 'en').map((paragraph) => paragraph.replace('✂', ''))).toEqual([
      'The port and',
      'its boats',
      'boats and',
      'crews',
    ]);
  });

  test('the pieces of a sentence keep their places; the sentence beside it is not stitched', async () => {
    const text = asText('Rain fell. We stayed and|下雨了。我们留下来，|waited. It stopped.|等着。雨停了。');
    const { en, zh, diagnostics } = await segment(text);
    expect(en.segments.map(({ text, stitched }) => [text, stitched])).toEqual([
      ['Rain fell.', false],
      ['We stayed and waited.', true],
      ['It stopped.', false],
    ]);
    expect(zh.segments.map(({ text }) => text)).toEqual(['下雨了。', '我们留下来，等着。', '雨停了。']);
    const places = en.segments[1].spans.map(({ start, end }) => text.slice(start, end));
    expect(places).toEqual(['We stayed and', 'waited.']);
    expect(
      diagnostics.map(({ code, side, span }) => [code, side, text.slice(span?.start, span?.end)]),
    ).toEqual([
      ['page-cut', 'en', 'Rain fell. We stayed and'],
      ['page-cut', 'zh', '下雨了。我们留下来，'],
    ]);
  });

  test('Latin words at a Chinese seam are parted by a space', async () => {
    const { zh } = await segment(
      asText('They use it.|他们都在使用。平台名为 Open|Yes.|Data 平台，效果很好。'),
    );
    expect(zh.segments.map(({ text }) => text)).toEqual([
      '他们都在使用。',
      '平台名为 Open Data 平台，效果很好。',
    ]);
  });

  test.each<[string, string, string[], string[]]>([
    [
      'after a word that wants another',
      'We began. This year, we|我们开始了。',
      ['We began. This year, we✂'],
      ['我们开始了。'],
    ],
    [
      'in mid-sentence',
      'The boats left. They came|船开走了。它们回',
      ['The boats left. They came✂'],
      ['船开走了。它们回✂'],
    ],
    ['not after a comma, as in a letter', 'Dear Sir,|尊敬的先生，', ['Dear Sir,'], ['尊敬的先生，']],
    ['not a heading', 'Opening Hours|开放时间', ['Opening Hours'], ['开放时间']],
  ])('cut off for good: %s', async (_, pages, en, zh) => {
    const document = await segment(asText(pages));
    await expectParagraphs(document, en, zh);
    const cutOff = (list: string[], side: Language) =>
      list.flatMap((p) => (p.endsWith('✂') ? [`truncated/${side}`] : []));
    expect(codes(document)).toEqual([...cutOff(en, 'en'), ...cutOff(zh, 'zh')]);
  });
});

describe('hard-wrapped lines', () => {
  test.each<[string, Language, string]>([
    [
      'English',
      'en',
      'The old ferry that goes to the island every morning was⏎repaired in the spring, and the new one was built at the⏎same time by the same people.|A new paragraph.',
    ],
    [
      'Chinese',
      'zh',
      '每天早上开往岛上的旧渡船在春天得到了修理，而新渡船由⏎同一批人在同一时间建造完成，两艘船都已经投入了日常运⏎营。|新的一段在这里。',
    ],
    [
      'lines that only look like clauses',
      'en',
      'The time limits that are laid down in subsections (4) and⏎(7) may be extended by the court, in accordance with⏎Chapter IV of this Law, as the court thinks fit and just.',
    ],
    [
      'a Chinese line that only looks like a clause',
      'zh',
      '船舶在港口停泊的时间由港务局会同有关部门另行规定，参见第⏎七章关于停泊和装卸的规定，违反者按照本章处理。',
    ],
    [
      'clauses that begin where the line before has ended',
      'en',
      'The master of a boat shall stay aboard while it is loading.|(1) The mate may stand in for the master while he is ill or⏎away.|(2) The cook may not.',
    ],
  ])('%s', async (_, language, notation) => {
    const expected = paragraphs(notation);
    const document = await segment(notation.replace(/[|⏎]/g, '\n'));
    expect(paragraphsOf(document, language)).toEqual(expected);
  });

  test('a segment of several lines has one span and the lines folded', async () => {
    const text =
      'The old ferry that goes to the island every morning was\nrepaired in the spring of that year by the same people.';
    const { en } = await segment(text);
    expect(en.segments.map(({ text, spans }) => ({ text, spans }))).toEqual([
      { text: text.replace('\n', ' '), spans: [{ start: 0, end: text.length }] },
    ]);
  });

  test('lines longer than anyone wraps are paragraphs', async () => {
    const line =
      'The harbour master keeps a list of all the boats that come to the port, and of their crews, their cargo and the days on which they leave it';
    expect(paragraphsOf(await segment(`${line}\n${line}\n`), 'en')).toEqual([line, line]);
  });

  test.each([
    ['Opening Hours\nThe library opens at eight in the morning, and it closes at ten.', 'en'],
    ['开放时间\n图书馆早上八点开门，晚上十点关门。', 'zh'],
  ] as const)('a heading on a line of its own stays alone: %j', async (text, language) => {
    expect(paragraphsOf(await segment(text), language)).toEqual(text.split('\n'));
  });

  test('lines that hold both languages are no wrapped lines', async () => {
    const { en } = await segment('渡船时刻表Times of the ferry\nPrices of the tickets船票价格表');
    expect(en.segments.map(({ text }) => text)).toEqual(['Times of the ferry', 'Prices of the tickets']);
  });
});

describe('layouts', () => {
  const both = ['Good morning, captain.|The boat is full today.', '早上好，船长。|今天船满了。'];

  test.each<[string, string, Layout]>([
    ['a tab', 'Good morning, captain.\t早上好，船长。\nThe boat is full today.\t今天船满了。', 'columns'],
    ['a slash', 'Good morning, captain. / 早上好，船长。\nThe boat is full today. / 今天船满了。', 'inline'],
    [
      'either order',
      '早上好，船长。 / Good morning, captain.\nThe boat is full today. / 今天船满了。',
      'inline',
    ],
    ['double bars', '早上好，船长。‖Good morning, captain.\n今天船满了。‖The boat is full today.', 'inline'],
    ['a tag', 'Good morning, captain.<br/>早上好，船长。\nThe boat is full today.<br>今天船满了。', 'lines'],
    ['nothing', 'Good morning, captain.早上好，船长。\n\n今天船满了。 The boat is full today.', 'inline'],
    [
      'alternate lines',
      'Good morning, captain.\n早上好，船长。\nThe boat is full today.\n今天船满了。',
      'lines',
    ],
    [
      'alternate paragraphs',
      '早上好，船长。\n\nGood morning, captain.\n\n今天船满了。\n\nThe boat is full today.',
      'paragraphs',
    ],
    [
      'halves',
      'Good morning, captain.\n\nThe boat is full today.\n\n早上好，船长。\n\n今天船满了。',
      'halves',
    ],
  ])('%s', async (_, text, layout) => {
    const document = await segment(text);
    const sentences = (language: Language) => document[language].segments.map((s) => s.text).join('|');
    expect([sentences('en'), sentences('zh'), document.layout]).toEqual([...both, layout]);
  });

  test('a row of a table', async () => {
    const text = '| Harbor | 港口名称 |\n|---|---|\n| The boat is full today. | 今天船满了。 |';
    await expectParagraphs(
      await segment(text, { format: 'markdown' }),
      ['Harbor', 'The boat is full today.'],
      ['港口名称', '今天船满了。'],
    );
  });

  test('digits and percent signs belong to the text before them', async () => {
    await expectParagraphs(
      await segment(
        '渔获量增长5.2%Catches of fish grew by 5.2%\n\nThe price fell to 30%价格下降到百分之三十',
      ),
      ['Catches of fish grew by 5.2%', 'The price fell to 30%'],
      ['渔获量增长5.2%', '价格下降到百分之三十'],
    );
  });

  test('pages of many paragraphs', async () => {
    const page = (text: string) => Array.from({ length: 4 }, () => text).join('\n\n');
    const text = ['It rains.', '下雨了。', 'It snows.', '下雪了。'].map(page).join('\n\n');
    expect((await segment(text)).layout).toBe('pages');
  });

  test('a missing line shifts nothing', async () => {
    const { en, zh } = await segment('Good morning.\n早上好。\nGood night.\nPlease sit down.\n请坐。\n');
    expect(en.segments.map(({ text }) => text)).toEqual(['Good morning.', 'Good night.', 'Please sit down.']);
    expect(zh.segments.map(({ text }) => text)).toEqual(['早上好。', '请坐。']);
  });

  test('a foreign term does not change the language of its line', async () => {
    const en = 'In this law, place (地方) means any place on the river.';
    const zh = '本法所称地方，英文为 place，指河上任何地方。';
    await expectParagraphs(await segment(`${en}\n\n${zh}`), [en], [zh]);
  });

  test('lines without letters follow the line before them', async () => {
    await expectParagraphs(
      await segment('2024\n\nThe year was wet.\n\n+86 100\n\n这一年雨水多。\n\n—— 7 ——'),
      ['2024', 'The year was wet.', '+86 100'],
      ['这一年雨水多。', '—— 7 ——'],
    );
  });
});

describe('clauses of one long sentence', () => {
  const clauses = [
    ['The League of River Cities,', '江河城市联盟，'],
    ['Recalling its resolution on the passage of fish,', '回顾关于鱼类洄游的决议，'],
    ['Noting that three dams have been built since, and', '注意到此后又修建了三座大坝，并'],
    ['Having considered the report of the Secretary,', '审议了秘书长的报告，'],
    ['Decides to meet again in spring.', '决定春季再次开会。'],
  ] as const;
  const text = clauses.map((clause) => clause.join('\n\n')).join('\n\n');

  test.each(['pages', 'paragraphs'] as const)('stand in paragraphs of their own, as %s', async (layout) => {
    const found = await segment(text, { layout });
    await expectParagraphs(
      found,
      clauses.map(([en]) => en),
      clauses.map(([, zh]) => zh),
    );
  });

  test('but what a page end cuts at a comma goes on in lower case', async () => {
    const found = await segment(
      'The boats were blue,\n\n这些船是蓝色的，\n\nand so were the nets.\n\n渔网也是。',
      {
        layout: 'pages',
      },
    );
    await expectParagraphs(
      found,
      ['The boats were blue,‖and so were the nets.'],
      ['这些船是蓝色的，‖渔网也是。'],
    );
  });
});

describe('endings', () => {
  test.each([
    ['It ends.', true],
    ['It ends.”', true],
    ['It ends. ', true],
    ['as follows:', true],
    ['first;', true],
    ['(see note)', true],
    ['It trails off…', true],
    ['It ends here', false],
    ['one, two,', false],
    ['结束了。', true],
    ['结束了。”', true],
    ['《船舶名录》', true],
    ['如下：', true],
    ['没有结', false],
    ['没有，', false],
    ['', false],
  ])('"%s" is finished: %s', (text, expected) => {
    expect(isFinished(text)).toBe(expected);
  });

  test.each<[string, Language, boolean]>([
    ['boats and', 'en', true],
    ['boats AND ', 'en', true],
    ['boats,', 'en', true],
    ['boats (', 'en', true],
    ['the sand', 'en', false],
    ['Boats', 'en', false],
    ['船、', 'zh', true],
    ['船“', 'zh', true],
    ['船', 'zh', false],
    ['船和', 'zh', true],
    ['船 and', 'zh', false],
  ])('"%s" (%s) breaks off: %s', (text, language, expected) => {
    expect(breaksOff(text, language)).toBe(expected);
  });

  test.each<[string, Language, boolean]>([
    ['It rained. We left', 'en', true],
    ['“It rained.” We left', 'en', true],
    ['It rained, and we left', 'en', false],
    ['Section 2. Boats', 'en', false],
    ['下雨了。我们', 'zh', true],
    ['下雨了。', 'zh', false],
  ])('"%s" (%s) holds the end of a sentence: %s', (text, language, expected) => {
    expect(holdsSentenceEnd(text, language)).toBe(expected);
    if (expected) expect(isProse(text, language)).toBe(true);
  });

  test('long unfinished text is prose, unless Chinese has no comma', () => {
    expect(isProse('boat '.repeat(30), 'en')).toBe(true);
    expect(isProse('Boat Rules', 'en')).toBe(false);
    expect(isProse(`${'船'.repeat(40)}，`, 'zh')).toBe(true);
    expect(isProse('船'.repeat(60), 'zh')).toBe(false);
  });
});

describe('scripts and languages', () => {
  test.each<[string, Language | null]>([
    ['boats', 'en'],
    ['船', 'zh'],
    ['лодка', 'en'],
    ['ボート', 'zh'],
    ['배를', 'zh'],
    ['船 abc', 'zh'],
    ['船 abcd', 'en'],
    ['24 — 7%', null],
    ['', null],
    ['〇', 'zh'],
    ['\ud840', null],
    ['𠀀', 'zh'],
  ])('"%s" is %s by its script', (text, expected) => {
    expect(languageByScript(text)).toBe(expected);
  });

  test('kinds of letters are counted', () => {
    expect(countScripts('a é 船 カな 배 1, 。')).toEqual({ han: 4, kana: 2, hangul: 1, alphabetic: 2 });
  });

  test('the short ways agree with the properties of Unicode', () => {
    for (let unit = 0; unit <= 0xffff; unit++) {
      const character = String.fromCharCode(unit);
      const { han, alphabetic } = countScripts(character);
      const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(
        character,
      );
      expect(han, `U+${unit.toString(16)}`).toBe(eastAsian ? 1 : 0);
      expect(alphabetic, `U+${unit.toString(16)}`).toBe(!eastAsian && /\p{L}/u.test(character) ? 1 : 0);
    }
  });

  const english =
    'The town council met on Monday evening to look at the accounts of the library. It sat for three hours, and everyone who lives in the quarter could ask questions. The hall was full until ten in the evening, and then all of them walked home through the rain, tired but content.';
  const french =
    'Le conseil municipal s’est réuni lundi soir pour examiner les comptes de la bibliothèque. La séance a duré trois heures, et les habitants du quartier ont pu poser leurs questions. Tout le monde est rentré content de la soirée, malgré la pluie qui tombait.';
  const german =
    'Der Gemeinderat hat am Montagabend getagt, um über die Rechnungen der Bücherei zu sprechen. Die Sitzung dauerte drei Stunden, und die Bewohner des Viertels konnten ihre Fragen stellen. Alle gingen froh nach Hause, obwohl es draußen in Strömen regnete.';
  const chinese = '市议会星期一晚上开会，讨论图书馆的账目。';
  const japanese = '市議会は月曜日の夜に開かれ、図書館の会計について話し合いました。';
  const korean = '시의회는 월요일 저녁에 열려 도서관의 회계에 대해 이야기했습니다.';

  test.each([
    ['eng', english, ''],
    ['fra', french, ''],
    ['deu', german, ''],
    ['und', 'Trop court', ''],
    ['cmn', '', chinese],
    ['jpn', '', japanese],
    ['kor', '', korean],
    ['eng cmn', english, chinese],
    ['cmn und', 'Yes', chinese],
    ['', '24', '——'],
  ])('found: %s', async (expected, alphabetic, han) => {
    const found = (await segment({ en: alphabetic, zh: han })).languages;
    expect(found.map(({ code }) => code).join(' ')).toBe(expected);
    expect(found.every(({ name, characters }) => name !== '' && characters > 0)).toBe(true);
  });

  test.each([
    ['eng', true],
    ['cmn', true],
    ['und', true],
    ['fra', false],
    ['jpn', false],
  ])('%s can be aligned: %s', (code, expected) => {
    expect(isAlignable({ code, name: '', characters: 1 })).toBe(expected);
  });
});

describe('repeated text', () => {
  const article = Array.from(
    { length: 12 },
    (_, n) => `Boat ${n + 11} carried ${n * 7 + 30} baskets of fish to market number ${n}.`,
  ).join(' ');
  const repeats = async (text: string) =>
    (await segment(text)).diagnostics.filter(({ code }) => code === 'repeated-text');

  test('an article glued together three times is reported once, with the places', async () => {
    const [report, ...others] = await repeats(article.repeat(3));
    expect(others).toEqual([]);
    expect([report.severity, report.side, report.span]).toEqual([
      'warning',
      'en',
      { start: 0, end: article.length },
    ]);
    expect(report.message).toContain('3 times, glued together without a break');
    for (const at of [0, article.length, 2 * article.length])
      expect(report.message).toContain(`character ${at} (line 1)`);
  });

  test('a copy after a blank line, other line breaks and all', async () => {
    const [report, ...others] = await repeats(
      `${article}\n\nSomething else.\n\n${article.replace(/\. /g, '.\n')}\n`,
    );
    expect(others).toEqual([]);
    expect(report.message).toContain('2 times: ');
    expect(report.message).toContain(`(line 5)`);
  });

  test('a Chinese one', async () => {
    const chinese = Array.from(
      { length: 12 },
      (_, n) => `第${n + 11}号船把${n * 7 + 30}筐鱼运到第${n}市场出售。`,
    ).join('');
    expect((await repeats(`${chinese}\n\n${chinese}`)).map(({ side }) => side)).toEqual(['zh']);
  });

  test('a refrain and a row of equal marks are none', async () => {
    expect(await repeats('All boats shall keep to the right.\n\n'.repeat(3) + article)).toEqual([]);
    expect(await repeats('一、总则\n\n'.repeat(20))).toEqual([]);
  });
});

test('a few words that stand by themselves in both languages lead to no page', async () => {
  const en = ['between', 'Kestrel Ferries Ltd. ("the Owner")', 'and', 'Old Quay Provisions Ltd.'];
  const zh = ['下列双方的', '红隼渡轮有限公司（“船东”）', '与', '老码头食品有限公司'];
  const document = await segment(en.flatMap((text, at) => [text, zh[at]]).join('\n\n'));
  await expectParagraphs(document, en, zh);
  expect(document.diagnostics).toEqual([]);
});
