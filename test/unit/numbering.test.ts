import { readFile } from 'node:fs/promises';
import { align, type Flag } from 'duiqi';
import { describe, expect, test } from 'vitest';
import { finish } from '../../packages/aligner/src/common/steps.js';
import { buildClauseTree } from '../../packages/aligner/src/document/structure/clause-tree.js';
import { readLabels } from '../../packages/aligner/src/document/writing/label.js';
import type { Clause, Language } from '../../packages/aligner/src/types.js';

// How real documents are numbered: Chinese, English, what corresponds to what, then what only looks like numbering.

/** `marker = scheme ordinals`, the likeliest reading first, or `none`. */
function read(text: string, language: Language): string {
  const labels = readLabels(text, language);
  const readings = labels.map(({ scheme, ordinals }) => `${scheme} ${ordinals.join('.')}`);
  return labels.length === 0 ? 'none' : `${labels[0]!.raw} = ${readings.join(' or ')}`;
}

/** The clauses of paragraphs, parents first. */
function clausesOf(texts: readonly string[], language: Language): Clause[] {
  const listed = (clauses: readonly Clause[]): Clause[] =>
    clauses.flatMap((clause) => [clause, ...listed(clause.children)]);
  const paragraphs = texts.map((text) => ({ text, kind: 'paragraph', numbering: null }) as const);
  return listed(finish(buildClauseTree(paragraphs, language)).clauses);
}

/** Paths of the tree over markers parted by `|`, each before a word. */
const paths = (markers: string, language: Language): string =>
  clausesOf(worded(markers), language)
    .map(({ path }) => path)
    .join(' ');
const ordinals = (markers: string, language: Language): string =>
  clausesOf(worded(markers), language)
    .map((clause) => clause.ordinals.join('.'))
    .join(' ');
const worded = (markers: string): string[] => markers.split('|').map((marker) => `${marker} Lantern`);

const paragraphs = (...texts: readonly string[]): string => texts.join('\n\n');

/** All beads as `English | Chinese`, `-` where there is no counterpart. */
async function ladder(en: readonly string[], zh: readonly string[], format?: 'markdown'): Promise<string[]> {
  return (await aligned(en, zh, format)).map(({ texts }) => texts);
}

interface AlignedText {
  readonly texts: string;
  readonly flags: readonly Flag[];
}

async function aligned(
  en: readonly string[],
  zh: readonly string[],
  format: 'text' | 'markdown' = 'text',
): Promise<AlignedText[]> {
  const { pairs, unaligned } = await align({ en: paragraphs(...en), zh: paragraphs(...zh) }, { format });
  const alone = unaligned.map(({ language, side, flags, index }) => {
    return { texts: language === 'en' ? `${side.text} | -` : `- | ${side.text}`, flags, index };
  });
  const both = pairs.map(({ en, zh, flags, index }) => ({ texts: `${en.text} | ${zh.text}`, flags, index }));
  return [...both, ...alone].sort((a, b) => a.index - b.index);
}

/** Sentences that no one takes for each other. */
const ENGLISH = [
  'The teacher opens the window.',
  'The doctor buys bread.',
  'The farmer sells apples.',
  'The sailor paints the boat.',
];
const CHINESE = ['老师打开窗户。', '医生买面包。', '农民卖苹果。', '水手给船刷漆。'];

/** The sentences, each with its marker; fewer where there are fewer markers. */
const numbered = (markers: string, sentences: readonly string[]): string[] =>
  markers.split('|').map((marker, index) => `${marker}${sentences[index]}`);
const counterparts = (en: readonly string[], zh: readonly string[]): string[] =>
  en.map((text, index) => `${text} | ${zh[index]}`);

describe('Chinese', () => {
  test.each([
    ['一、灯笼', '一、 = chinese-comma 1'],
    ['（一）灯笼', '（一） = chinese-parenthesis 1'],
    ['1.灯笼', '1. = arabic-dot 1'],
    ['（1）灯笼', '（1） = arabic-parenthesis 1'],
    ['①灯笼', '① = circled 1'],
    ['1)灯笼', '1) = arabic-half 1'],
    ['A.灯笼', 'A. = letter-dot 1'],
    ['a.灯笼', 'a. = letter-dot 1'],
    ['一是挂灯笼', '一是 = ordinal-word 1'],
    ['五是点灯笼', '五是 = ordinal-word 5'],
    ['第一，挂灯笼', '第一， = ordinal-word 1'],
    ['第二、点灯笼', '第二、 = ordinal-word 2'],
    ['首先，挂灯笼', '首先， = ordinal-word 1'],
    ['其次，点灯笼', '其次， = ordinal-word 2'],
  ])('official reports: %s', (text, expected) => {
    expect(read(text, 'zh')).toBe(expected);
  });

  test('official reports: their levels', () => {
    expect(paths('一、|（一）|1.|（1）|①|②|一是|二是|（2）|2.|（二）|二、', 'zh')).toBe(
      '一 一/（一） 一/（一）/1 一/（一）/1/（1） 一/（一）/1/（1）/① 一/（一）/1/（1）/② ' +
        '一/（一）/1/（1）/②/一是 一/（一）/1/（1）/②/二是 一/（一）/1/（2） 一/（一）/2 一/（二） 二',
    );
    expect(paths('（1）|1)|A.|a.|b.|B.|2)|（2）', 'zh')).toBe(
      '（1） （1）/1) （1）/1)/A （1）/1)/A/a （1）/1)/A/b （1）/1)/B （1）/2) （2）',
    );
  });

  test.each([
    ['第一编　灯笼', '第一编 = part 1'],
    ['第二章　灯笼', '第二章 = chapter 2'],
    ['第四节　灯笼', '第四节 = section 4'],
    ['第三条　灯笼应当挂高。', '第三条 = article 3'],
    ['第一百一十一条　灯笼', '第一百一十一条 = article 111'],
    ['第一百零一条　灯笼', '第一百零一条 = article 101'],
    ['（一）灯笼；', '（一） = chinese-parenthesis 1'],
  ])('laws: %s', (text, expected) => {
    expect(read(text, 'zh')).toBe(expected);
  });

  test('laws: paragraphs of an article have no number, its items and their points do', () => {
    const texts = [
      '第一编 总则',
      '第一章 灯笼',
      '第一节 挂法',
      '第一条 灯笼应当挂高。',
      '有风时除外。',
      '（一）红灯笼；',
      '1.大的；',
      '2.小的；',
      '（二）白灯笼。',
      '第二节 点法',
      '第二条 天黑点灯。',
    ];
    expect(clausesOf(texts, 'zh').map(({ path, start, end }) => `${path} ${start}-${end}`)).toEqual([
      '第一编 0-11',
      '第一编/第一章 1-11',
      '第一编/第一章/第一节 2-9',
      '第一编/第一章/第一节/第一条 3-9',
      '第一编/第一章/第一节/第一条/（一） 5-8',
      '第一编/第一章/第一节/第一条/（一）/1 6-7',
      '第一编/第一章/第一节/第一条/（一）/2 7-8',
      '第一编/第一章/第一节/第一条/（二） 8-9',
      '第一编/第一章/第二节 9-11',
      '第一编/第一章/第二节/第二条 10-11',
    ]);
  });

  test.each([
    ['㈠灯笼', '㈠ = chinese-parenthesis 1'],
    ['㈩灯笼', '㈩ = chinese-parenthesis 10'],
    ['⑴灯笼', '⑴ = arabic-parenthesis 1'],
    ['⒈灯笼', '⒈ = arabic-dot 1'],
    ['⑳灯笼', '⑳ = circled 20'],
    ['㊀灯笼', '㊀ = circled 1'],
    ['1．灯笼', '1． = arabic-dot 1'],
    ['1，灯笼', '1， = arabic-dot 1'],
    ['( 一 )灯笼', '( 一 ) = chinese-parenthesis 1'],
    ['（ 12 ）灯笼', '（ 12 ） = arabic-parenthesis 12'],
    ['1.定义', '1. = arabic-dot 1'],
    ['第\u00a01\u00a0章 灯笼', '第\u00a01\u00a0章 = chapter 1'],
    ['第　二　章　灯笼', '第　二　章 = chapter 2'],
    ['二〇、灯笼', '二〇、 = chinese-comma 20'],
    ['第一百〇八条 灯笼', '第一百〇八条 = article 108'],
    ['第一百零八条 灯笼', '第一百零八条 = article 108'],
    ['第两百条 灯笼', '第两百条 = article 200'],
    ['(一)灯笼', '(一) = chinese-parenthesis 1'],
    ['（一)灯笼', '（一) = chinese-parenthesis 1'],
    ['(1）灯笼', '(1） = arabic-parenthesis 1'],
    ['第三條　燈籠', '第三條 = article 3'],
    ['第十節　燈籠', '第十節 = section 10'],
    ['第三編　燈籠', '第三編 = part 3'],
    ['第三項：燈籠', '第三項： = ordinal-word 3'],
    ['附錄三　燈籠', '附錄三 = annex 3'],
    ['6.3. 元件的放置', '6.3. = decimal 6.3'],
    ['6.3.元件的放置', '6.3. = decimal 6.3'],
    ['6.3 元一只', 'none'],
  ])('also met: %s', (text, expected) => {
    expect(read(text, 'zh')).toBe(expected);
  });

  test('also met: half and full width in one list', () => {
    expect(paths('(一)|（二）|( 三 )|㈣', 'zh')).toBe('(一) （二） ( 三 ) ㈣');
    expect(ordinals('(一)|（二）|( 三 )|㈣', 'zh')).toBe('1 2 3 4');
  });

  test.each(['甲方：灯笼厂', '乙方（买方）：林晓雨', '甲、乙双方', '本法第三条', 'a款第(1)项(A)目(i)'])(
    'parties and references are none: %s',
    (text) => {
      expect(read(text, 'zh')).toBe('none');
    },
  );
});

describe('English', () => {
  test.each([
    ['I. Lanterns', 'I. = roman-dot 1 or letter-dot 9'],
    ['II. Lanterns', 'II. = roman-dot 2'],
    ['1. Lanterns', '1. = arabic-dot 1'],
    ['(1) Lanterns', '(1) = arabic-parenthesis 1'],
    ['1) Lanterns', '1) = arabic-half 1'],
    ['a) lanterns', 'a) = letter-half 1'],
    ['(a) lanterns', '(a) = letter-parenthesis 1'],
    ['i) lanterns', 'i) = roman-half 1 or letter-half 9'],
    ['(i) lanterns', '(i) = roman-parenthesis 1 or letter-parenthesis 9'],
    ['A. Lanterns', 'A. = letter-dot 1'],
    ['Article 3', 'Article 3 = article 3'],
    ['Section 2(a)(4)', 'Section 2 = section 2'],
    ['Chapter II', 'Chapter II = chapter 2'],
    ['Part One', 'Part One = part 1'],
    ['Annex 1', 'Annex 1 = annex 1'],
    ['Appendix B', 'Appendix B = annex 2'],
    ['Schedule 3', 'Schedule 3 = annex 3'],
    ['First, hang the lantern.', 'First, = ordinal-word 1'],
    ['Second, light it.', 'Second, = ordinal-word 2'],
    ['2.1 Lanterns', '2.1 = decimal 2.1'],
    ['2.1.3 Lanterns', '2.1.3 = decimal 2.1.3'],
    ['2.1. lanternd and its options', '2.1. = decimal 2.1'],
    ['\\1. Lanterns', '\\1. = arabic-dot 1'],
    ['1\\. Lanterns', '1\\. = arabic-dot 1'],
    ['0. Before the lanterns', '0. = arabic-dot 0'],
  ])('%s', (text, expected) => {
    expect(read(text, 'en')).toBe(expected);
  });

  test('levels of a statute, of an outline and of decimals', () => {
    expect(paths('Part One|Chapter I|Article 1|(a)|(i)|(ii)|(b)|Article 2|Annex 1|1.', 'en')).toBe(
      'Part One Part One/Chapter I Part One/Chapter I/Article 1 Part One/Chapter I/Article 1/(a) ' +
        'Part One/Chapter I/Article 1/(a)/(i) Part One/Chapter I/Article 1/(a)/(ii) ' +
        'Part One/Chapter I/Article 1/(b) Part One/Chapter I/Article 2 Annex 1 Annex 1/1',
    );
    expect(paths('I.|A.|1.|a)|b)|2.|B.|II.', 'en')).toBe('I I/A I/A/1 I/A/1/a) I/A/1/b) I/A/2 I/B II');
    expect(ordinals('2.|2.1|2.1.1|2.1.2|2.2', 'en')).toBe('2 2.1 2.1.1 2.1.2 2.2');
  });

  test('lazy Markdown counts as its renderer does, and so pairs with true numbers', async () => {
    expect(ordinals('1.|1.|1.', 'en')).toBe('1 2 3');
    expect(ordinals('0.|0.|0.', 'en')).toBe('0 1 2');
    const en = numbered('1. |1. |1. ', ENGLISH);
    const zh = numbered('1. |2. |3. ', CHINESE);
    expect(await ladder(en, zh, 'markdown')).toEqual(counterparts(en, zh));
  });
});

describe('correspondences', () => {
  test.each([
    ['I. |II. |III. ', '一、|二、|三、'],
    ['1. |2. |3. ', '一、|二、|三、'],
    ['5. |6. |7. ', '一、|二、|三、'],
    ['(1) |(2) |(3) ', '（一）|（二）|（三）'],
    ['1. |2. |3. ', '（一）|（二）|（三）'],
    ['(a) |(b) |(c) ', '（一）|（二）|（三）'],
    ['(I) |(II) |(III) ', '（一）|（二）|（三）'],
    ['First, |Second, |Third, ', '（一）|（二）|（三）'],
    ['||', '（一）|（二）|（三）'],
    ['Article 3 |Article 4 |Article 5 ', '第三条　|第四条　|第五条　'],
    ['Chapter II |Chapter III |Chapter IV ', '第二章　|第三章　|第四章　'],
    ['Chapter 2 |Chapter 3 |Chapter 4 ', '第二章　|第三章　|第四章　'],
    ['Part One |Part Two |Part Three ', '第一编　|第二编　|第三编　'],
    ['Annex 1 |Annex 2 |Annex 3 ', '附件1　|附件2　|附件3　'],
    ['1. |2. |3. ', '㈠|㈡|㈢'],
    ['i. |ii. |iii. ', '1，|2，|3，'],
  ])('%s with %s', async (english, chinese) => {
    const [en, zh] = [numbered(english, ENGLISH), numbered(chinese, CHINESE)];
    expect(await ladder(en, zh)).toEqual(counterparts(en, zh));
  });

  test.each([
    ['I.|II.', '一、|二、'],
    ['(1)|(2)', '（一）|（二）'],
    ['(a)|(b)', '㈠|㈡'],
    ['(i)|(ii)', '（一）|（二）'],
    ['First,|Second,', '一是|二是'],
    ['Article 3|Article 4', '第三条|第四条'],
    ['Chapter II|Article 5', '第二章|第五条'],
    ['Part One|Chapter 2', '第一编|第二章'],
    ['Annex 1|1.', '附件1|一、'],
    ['13.1.|13.2.', '十三、|1.|2.'],
  ])('%s has the ordinals of %s', (english, chinese) => {
    const [en, zh] = [ordinals(english, 'en'), ordinals(chinese, 'zh')];
    // English that has no heading of its own for the section begins one level down.
    expect(zh.replace(/^13 /, '')).toBe(en);
  });

  test('### 13.1. with 十三、 and 1.', async () => {
    const en = [
      '### 13.1. Repairing the bridge',
      'The bridge was closed in June. It was opened again in September.',
      '### 13.2. Painting the boats',
      'The boats are blue now. They will be sold next year.',
    ];
    const zh = [
      '十三、公共工程',
      '1. 修理大桥',
      '大桥六月封闭。九月重新开放。',
      '2. 给船刷漆',
      '船现在是蓝色的。明年将出售。',
    ];
    expect(await ladder(en, zh, 'markdown')).toEqual([
      '- | 十三、公共工程',
      '13.1. Repairing the bridge | 1. 修理大桥',
      'The bridge was closed in June. | 大桥六月封闭。',
      'It was opened again in September. | 九月重新开放。',
      '13.2. Painting the boats | 2. 给船刷漆',
      'The boats are blue now. | 船现在是蓝色的。',
      'They will be sold next year. | 明年将出售。',
    ]);
  });
});

describe('traps', () => {
  test('1: headings of different levels in Markdown are clauses of one level', async () => {
    const en = [
      '### 5. Roads',
      'We will build two roads.',
      '## 6. Bridges',
      'The old bridge will be mended.',
    ];
    const zh = ['### 五、道路', '我们将修建两条道路。', '## 六、桥梁', '旧桥将得到修缮。'];
    const { zh: side, pairs } = await align(
      { en: paragraphs(...en), zh: paragraphs(...zh) },
      { format: 'markdown' },
    );
    expect(side.clauses.map(({ path }) => path)).toEqual(['五', '六']);
    expect(pairs.map((pair) => `${pair.en.clause} ${pair.zh.clause}`)).toEqual([
      '5 五',
      '5 五',
      '6 六',
      '6 六',
    ]);
  });

  test('2: a heading pairs with the first sentence of a Chinese paragraph that it runs into', async () => {
    const en = [
      '1. Deepening exchanges with schools',
      'We invited teachers from 12 schools. They taught for a month.',
      '2. Repairing the library',
      'The roof was replaced in May.',
    ];
    const zh = [
      '(一) 深化与学校的交流。邀请了12所学校的教师。他们授课一个月。',
      '(二) 修缮图书馆。五月更换了屋顶。',
    ];
    expect(await ladder(en, zh)).toEqual([
      '1. Deepening exchanges with schools | (一) 深化与学校的交流。',
      'We invited teachers from 12 schools. | 邀请了12所学校的教师。',
      'They taught for a month. | 他们授课一个月。',
      '2. Repairing the library | (二) 修缮图书馆。',
      'The roof was replaced in May. | 五月更换了屋顶。',
    ]);
  });

  test('2: and the other way round', async () => {
    const en = [
      '1. Copying. You may copy this book. You may not sell it.',
      '2. Lending. A copy may be lent to a neighbor.',
    ];
    const zh = ['一、复制', '您可以复制本书。您不得出售本书。', '二、出借', '副本可以借给邻居。'];
    expect(await ladder(en, zh)).toEqual([
      '1. Copying. | 一、复制',
      'You may copy this book. | 您可以复制本书。',
      'You may not sell it. | 您不得出售本书。',
      '2. Lending. | 二、出借',
      'A copy may be lent to a neighbor. | 副本可以借给邻居。',
    ]);
  });

  test('3: an enumeration inside a sentence is no clause and does not cut it', async () => {
    const en = [
      'The goals of this year are as follows: (1) building the bridge; (2) opening the library; (3) planting trees.',
      'The budget is 300 yuan.',
    ];
    const zh = ['今年的目标，就是建成大桥；就是开放图书馆；就是种树。', '预算是300元。'];
    expect(await ladder(en, zh)).toEqual(counterparts(en, zh));
    expect(clausesOf(en, 'en')).toEqual([]);
  });

  test.each<[Language, string]>([
    ['en', '(2021) was a good year.'],
    ['zh', '（2021）年'],
    ['zh', '国发〔2023〕5号'],
    ['zh', '5.2%的灯笼'],
    ['en', '5.2% of lanterns'],
    ['en', '1.39 million lanterns'],
    ['zh', '1.39亿'],
    ['zh', '2013年，灯笼厂建成。'],
    ['en', 'Article 3(1)(b) of the Lantern Act applies.'],
    ['zh', '第三条规定的灯笼'],
    ['en', '1.0.0'],
    ['en', '1.0.0 Release notes'],
    ['zh', '1.0.0 的版本号'],
    ['en', 'COVID-19 cases'],
    ['zh', '灯笼（下）'],
    ['en', 'Lanterns (II)'],
  ])('4: no marker in %s: %s', (language, text) => {
    expect(read(text, language)).toBe('none');
  });

  test('4: a marker before what is none', () => {
    expect(read('5. 1.0.0 的版本号', 'zh')).toBe('5. = arabic-dot 5');
    expect(read('(2) 5.2% of lanterns', 'en')).toBe('(2) = arabic-parenthesis 2');
  });

  test('5: a wrapped line that begins like a clause is none', async () => {
    const en = [
      'The permits for night fishing that are described in subsections (4) and\n' +
        '(7) may be extended once by the harbor master, in accordance with\n' +
        'Chapter IV of this Law.',
      'The harbor master keeps a list.',
    ];
    const zh = [
      '第四款和第七款所述的夜间捕鱼许可证，可以由港务局长依照本法第\n' +
        '4 章的规定延长一次，延长的期限不得超过三十天，逾期作废，参见第\n' +
        '7 章。',
      '港务局长保存一份名单。',
    ];
    const { en: enSide, zh: zhSide, pairs } = await align({ en: paragraphs(...en), zh: paragraphs(...zh) });
    expect([enSide.clauses, zhSide.clauses]).toEqual([[], []]);
    expect(pairs.map((pair) => pair.bead)).toEqual(['1-1', '1-1']);
  });

  test.each([
    ['(a)|(i)|(ii)|(b)', '1 1.1 1.2 2'],
    ['(g)|(h)|(i)|(j)', '7 8 9 10'],
    ['(b)|(c)|(d)|(e)', '2 3 4 5'],
    ['(iv)|(v)|(vi)', '4 5 6'],
    ['(u)|(v)|(w)|(x)|(y)', '21 22 23 24 25'],
    ['(k)|(l)|(m)|(n)', '11 12 13 14'],
    ['i)|ii)|iii)', '1 2 3'],
    ['A.|B.|C.|D.|E.|F.|G.|H.|I.|J.', '1 2 3 4 5 6 7 8 9 10'],
  ])('6: neighbours tell letters from roman numerals: %s', (markers, expected) => {
    expect(ordinals(markers, 'en')).toBe(expected);
  });

  test('6: a letter without neighbours is an initial', () => {
    expect(clausesOf(['C. Harbour made this lantern.', 'It was sold.'], 'en')).toEqual([]);
  });

  test('7: numbering that restarts in every section and schedule', async () => {
    const en = [
      'Section 1 Boats',
      '1. Boats carry a lamp.',
      '2. Boats keep to the right.',
      'Section 2 Nets',
      '1. Nets are dried on the shore.',
      '2. Nets are numbered.',
      'Schedule 1 Prices',
      '1. Lamps cost 20 yuan.',
      '2. Nets cost 30 yuan.',
    ];
    const zh = [
      '第一节 船只',
      '1. 船只应当带灯。',
      '2. 船只靠右行驶。',
      '第二节 渔网',
      '1. 渔网在岸上晾干。',
      '2. 渔网应当编号。',
      '附件1 价格',
      '1. 灯每盏20元。',
      '2. 渔网每张30元。',
    ];
    expect(await ladder(en, zh)).toEqual(counterparts(en, zh));
  });

  test.each([
    ['gaps', '(1) |(3) |(4) |(7) ', '（一）|（二）|（三）|（四）'],
    ['duplicates', '(1) |(2) |(2) |(3) ', '（一）|（二）|（三）|（三）'],
    ['markers in English only', '(1) |(2) |(3) |(4) ', '|||'],
    ['markers in Chinese only', '|||', '（一）|（二）|（三）|（四）'],
    ['another start', '(1) |(2) |(3) |(4) ', '（三）|（四）|（五）|（六）'],
  ])('7: %s', async (_, english, chinese) => {
    const [en, zh] = [numbered(english, ENGLISH), numbered(chinese, CHINESE)];
    expect(await ladder(en, zh)).toEqual(counterparts(en, zh));
  });

  const contents = {
    en: ['Contents', 'Chapter I Harbor', 'Chapter II Ferries', 'Chapter III Fares'],
    zh: ['目录', '第一章 港口', '第二章 渡船', '第三章 票价'],
  };
  const chapters = {
    en: [
      'Chapter I Harbor',
      'The harbor is open all year.',
      'Chapter II Ferries',
      'Ferries run every hour.',
      'Chapter III Fares',
      'The fare is 5 yuan.',
    ],
    zh: ['第一章 港口', '港口全年开放。', '第二章 渡船', '渡船每小时一班。', '第三章 票价', '票价为5元。'],
  };

  test('7: a table of contents in both', async () => {
    const [en, zh] = [
      [...contents.en, ...chapters.en],
      [...contents.zh, ...chapters.zh],
    ];
    expect(await ladder(en, zh)).toEqual(counterparts(en, zh));
  });

  test('7: a table of contents in Chinese only', async () => {
    expect(await ladder(chapters.en, [...contents.zh, ...chapters.zh])).toEqual([
      ...contents.zh.map((text) => `- | ${text}`),
      ...counterparts(chapters.en, chapters.zh),
    ]);
  });

  test('7: a table of contents in English only', async () => {
    expect(await ladder([...contents.en, ...chapters.en], chapters.zh)).toEqual([
      ...contents.en.map((text) => `${text} | -`),
      ...counterparts(chapters.en, chapters.zh),
    ]);
  });

  test.each(['1、2、3、', '12、13、', '1，2，3，', '87'])('8: page furniture is no marker: %s', (text) => {
    expect(read(text, 'zh')).toBe('none');
  });

  test('8: a page number between clauses is none of them', () => {
    expect(paths('3.|87.|4.', 'en')).toBe('3 4');
  });

  test('8: false markers at a page start and a damaged one leave the true ones in place', async () => {
    const en = numbered('(i) |(ii) |(Hi) |(iv) ', ENGLISH);
    const zh = numbered('（一）|（二）|（三）|（四）', CHINESE);
    expect(clausesOf(en, 'en').map((clause) => clause.ordinals[0])).toEqual([1, 2, 4]);
    const beads = await ladder(en, [...zh.slice(0, 2), '1、2、3、', ...zh.slice(2)]);
    // What is no marker stands alone, or with what is beside it.
    const rest = beads
      .filter((bead) => bead !== '- | 1、2、3、')
      .map((bead) => bead.replace('1、2、3、', ''));
    expect(rest).toEqual(counterparts(en, zh));
  });

  test.each([
    ['②', '2'],
    ['⑵', '2'],
    ['㈡', '2'],
    ['Ⅱ.', '2'],
    ['（2）', '2'],
    ['２.', '2'],
    ['2．', '2'],
    ['❷', '2'],
    ['⓶', '2'],
  ])('9: compatibility forms are recognised: %s', (marker, ordinal) => {
    const [label] = readLabels(`${marker}灯笼`, 'zh');
    expect(label?.ordinals.join()).toBe(ordinal);
  });

  test('9: but nothing is rewritten', async () => {
    const en = ['(1) The hall has 52 square meters.', '(2) Its height is 5.2 meters.'];
    const zh = ['㈠大厅面积为52㎡。', '㈡高度为5．2米。'];
    expect(await ladder(en, zh)).toEqual(counterparts(en, zh));
  });

  test('10: as many sentences on both sides that are not 1-1', async () => {
    const en = [
      'Article 3 The ferry sails at six. It returns at nine. On holidays it sails at eight and returns at noon, ' +
        'and in fog it stays in port. Tickets are sold on board.',
    ];
    const zh = ['第三条 渡船六点开航，九点返回。节假日八点开航，中午返回。有雾时停在港内。船票在船上出售。'];
    expect(await ladder(en, zh)).toEqual([
      'Article 3 The ferry sails at six. It returns at nine. | 第三条 渡船六点开航，九点返回。',
      'On holidays it sails at eight and returns at noon, and in fog it stays in port. | ' +
        '节假日八点开航，中午返回。有雾时停在港内。',
      'Tickets are sold on board. | 船票在船上出售。',
    ]);
  });

  test('11: a main clause before its list and after it is a pair out of order', async () => {
    const en = [
      'Article 3 Every boat carries two lamps.',
      'Article 4 Visitors must not enter the old lighthouse or climb its wooden tower unless—',
      '(a) the keeper has opened the door; or',
      '(b) a storm makes the harbor unsafe.',
      'Article 5 The cook sleeps on board.',
      'Article 6 Fish is sold in the market.',
    ];
    const zh = [
      '第三条 每条船带两盏灯。',
      '第四条 除非——',
      '（一）看守人已经开门；或者',
      '（二）暴风雨使港口不安全；',
      '否则参观者不得进入旧灯塔或者攀登木塔。',
      '第五条 厨师在船上过夜。',
      '第六条 鱼在市场出售。',
    ];
    const beads = await aligned(en, zh);
    expect(beads.map(({ texts }) => texts)).toEqual([
      `${en[0]} | ${zh[0]}`,
      `- | ${zh[1]}`,
      `${en[1]} | ${zh[4]}`,
      `${en[2]} | ${zh[2]}`,
      `${en[3]} | ${zh[3]}`,
      `${en[4]} | ${zh[5]}`,
      `${en[5]} | ${zh[6]}`,
    ]);
    expect(beads[2]?.flags).toEqual(['crossing']);
  });
});

test('one style of number for two levels, as web pages show nested lists, pairs each clause with its own', async () => {
  const report = await readFile(new URL('../../examples/work-report.md', import.meta.url), 'utf8');
  const flat = await align(report.replace(/^\((\d)\) /gm, '$1. '));
  const nested = await align(report);
  expect(flat.pairs.map(({ zh }) => zh.text)).toEqual(nested.pairs.map(({ zh }) => zh.text));
});
