import * as duiqi from 'duiqi';
import {
  type AlignInput,
  type Alignment,
  type AlignOptions,
  align,
  DuiqiError,
  defineScorer,
  defineSegmenter,
  type Flag,
  type Pair,
  type Progress,
  type Segmenter,
  segment,
  type Unaligned,
} from 'duiqi';
import { check } from 'duiqi/check';
import { type PairFormat, readPairs, toJsonl } from 'duiqi/pairs';
import { defineLexicon, type Lexicon } from 'duiqi/words';
import { describe, expect, test } from 'vitest';

/** The ladder in order: `English | Chinese`, with `-` for a side that has no counterpart. */
function ladderOf({ pairs, unaligned }: Alignment): string[] {
  const write = (item: Pair | Unaligned): string => {
    if ('en' in item) return `${item.en.text} | ${item.zh.text}`;
    return item.language === 'en' ? `${item.side.text} | -` : `- | ${item.side.text}`;
  };
  return [...pairs, ...unaligned].sort((a, b) => a.index - b.index).map(write);
}

const ladder = async (input: AlignInput, options?: AlignOptions): Promise<string[]> =>
  ladderOf(await align(input, options));
/** True where one pair holds both texts. */
const meet = ({ pairs }: Alignment, en: string, zh: string): boolean =>
  pairs.some((pair) => pair.en.text.includes(en) && pair.zh.text.includes(zh));

const paragraphs = (...texts: string[]): string => texts.join('\n\n');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const english = paragraphs(
  'The ferry is old.',
  'It was built in 1962. No one has mended it.',
  'The captain wants a new one.',
);
const chinese = paragraphs('渡船很旧。', '它建造于1962年。没有人修过它。', '船长想要一条新船。');
const pairs = [
  'The ferry is old. | 渡船很旧。',
  'It was built in 1962. | 它建造于1962年。',
  'No one has mended it. | 没有人修过它。',
  'The captain wants a new one. | 船长想要一条新船。',
];

describe('inputs', () => {
  test.each<[string, AlignInput, Alignment['layout']]>([
    ['one bilingual text', paragraphs(english, chinese), 'halves'],
    ['Chinese first', paragraphs(chinese, english), 'halves'],
    ['its bytes', bytes(paragraphs(english, chinese)), 'halves'],
    ['both languages by name', { en: english, zh: chinese }, 'two-texts'],
    ['two texts', [english, chinese], 'two-texts'],
    ['the other order', [chinese, english], 'two-texts'],
    ['bytes and a string', { en: bytes(english), zh: chinese }, 'two-texts'],
  ])('%s', async (_, input, layout) => {
    const alignment = await align(input);
    expect(ladderOf(alignment)).toEqual(pairs);
    expect(alignment.layout).toBe(layout);
    expect(alignment.diagnostics).toEqual([]);
  });

  test('the sources stand in the order of the input', async () => {
    const { sources, en, zh } = await align([chinese, english], { names: ['b.md', 'a.txt'] });
    expect(sources).toEqual([
      { name: 'b.md', text: chinese, format: 'markdown', encoding: null },
      { name: 'a.txt', text: english, format: 'text', encoding: null },
    ]);
    expect([en.source, zh.source]).toEqual([1, 0]);
  });

  test('bytes in another encoding are reported', async () => {
    const gbk = Uint8Array.of(0xb4, 0xac, 0xbe, 0xc9, 0xa1, 0xa3);
    const { zh, diagnostics } = await align({ en: 'Old boat.', zh: gbk }, { names: ['a.txt', 'b.txt'] });
    expect(zh.segments.map(({ text }) => text)).toEqual(['船旧。']);
    expect(diagnostics).toEqual([
      expect.objectContaining({ code: 'encoding', message: '"b.txt" was read as GB18030.' }),
    ]);
  });

  test('the format follows the name unless it is given', async () => {
    const text = '- The ferry is old.\n- 渡船很旧。\n';
    expect(await ladder(text, { names: ['a.md'] })).toEqual(['The ferry is old. | 渡船很旧。']);
    expect(await ladder(text, { format: 'markdown' })).toEqual(['The ferry is old. | 渡船很旧。']);
    expect(await ladder(text, { names: ['a.md'], format: 'text' })).toEqual([
      '- The ferry is old. | - 渡船很旧。',
    ]);
  });

  test('lines as segments: numbers of segments are numbers of lines', async () => {
    const alignment = await align(
      { en: 'One boat. It is red.\n\nTwo nets\n', zh: '一条船。红色。\n\n两张网\n' },
      { segments: 'lines' },
    );
    expect(alignment.en.segments.map(({ text }) => text)).toEqual(['One boat. It is red.', '', 'Two nets']);
    expect(ladderOf(alignment)).toEqual(['One boat. It is red. | 一条船。红色。', 'Two nets | 两张网']);
    expect(alignment.signature).toContain('|segments:lines|');
  });

  test('lines as segments, both languages in one text', async () => {
    const text = 'The ferry is old. It leaks.\n渡船很旧。漏水。\n\nThe captain waits.\n船长在等。\n';
    expect(await ladder(text, { segments: 'lines' })).toEqual([
      'The ferry is old. It leaks. | 渡船很旧。漏水。',
      'The captain waits. | 船长在等。',
    ]);
  });

  test('segment() cuts without aligning', async () => {
    const {
      pairs: found,
      unaligned,
      ladder: beads,
      signature,
      quality,
      ...rest
    } = await align(paragraphs(english, chinese));
    expect(await segment(paragraphs(english, chinese))).toEqual(rest);
    expect(quality).toBeGreaterThan(0.9);
    expect([found.length, unaligned.length, beads.length, typeof signature]).toEqual([4, 0, 4, 'string']);
  });
});

describe('clauses', () => {
  const clauses = [
    ['Boats keep to the right of the channel.', '船舶靠航道右侧行驶。'],
    ['No one fishes within 200 meters of the bridge.', '任何人不得在桥梁200米以内捕鱼。'],
    ['Lamps are lit from sunset to sunrise.', '日落至日出期间应当点灯。'],
    ['The harbor master keeps a list of all crews.', '港务局长保存全体船员名单。'],
    ['Dangerous goods are unloaded at the north wharf.', '危险货物在北码头卸货。'],
    ['A fine of 50 yuan is paid on the same day.', '五十元罚款当日缴纳。'],
  ] as const;
  const withoutThird = clauses.filter((_, index) => index !== 2);

  type Clauses = readonly (readonly [string, string])[];
  const numberOf = (clause: Clauses[number], list: Clauses): number => list.indexOf(clause) + 1;
  const inEnglish = (list: Clauses, numbered: Clauses) =>
    paragraphs(...list.map((clause) => `(${numberOf(clause, numbered)}) ${clause[0]}`));
  const inChinese = (list: Clauses, numbered: Clauses) =>
    paragraphs(...list.map((clause) => `（${'一二三四五六'[numberOf(clause, numbered) - 1]}）${clause[1]}`));
  const bare = (text: string): string => text.replace(/[(（][^)）]+[)）] ?/g, '');
  const lines = (missing: 'en' | 'zh'): string[] =>
    clauses.map((clause, index) => {
      if (index !== 2) return clause.join(' | ');
      return missing === 'en' ? `- | ${clause[1]}` : `${clause[0]} | -`;
    });

  test('markers of each language, with the clause of each pair', async () => {
    const { pairs: found } = await align({
      en: inEnglish(clauses, clauses),
      zh: inChinese(clauses, clauses),
    });
    expect(found.map(({ en, zh }) => `${en.clause} ${zh.clause}`)).toEqual([
      '(1) （一）',
      '(2) （二）',
      '(3) （三）',
      '(4) （四）',
      '(5) （五）',
      '(6) （六）',
    ]);
    expect(found.every(({ bead, score }) => bead === '1-1' && score > 0.9)).toBe(true);
  });

  test.each<[string, 'en' | 'zh', Clauses]>([
    ['in English', 'en', clauses],
    ['in English, the rest renumbered', 'en', withoutThird],
    ['in Chinese', 'zh', clauses],
    ['in Chinese, the rest renumbered', 'zh', withoutThird],
  ])('one missing %s: the others keep their counterparts', async (_, missing, numbered) => {
    const [inEn, inZh] = missing === 'en' ? [withoutThird, clauses] : [clauses, withoutThird];
    const input = {
      en: inEnglish(inEn, missing === 'en' ? numbered : clauses),
      zh: inChinese(inZh, missing === 'zh' ? numbered : clauses),
    };
    expect((await ladder(input)).map(bare)).toEqual(lines(missing));
  });

  const body = {
    en: 'Since March the main library has been open until ten. Evening visits doubled.',
    zh: '三月以来，总馆开放到晚上十点。夜间到馆人次翻了一番。',
  };
  const bodyPairs = [
    'Since March the main library has been open until ten. | 三月以来，总馆开放到晚上十点。',
    'Evening visits doubled. | 夜间到馆人次翻了一番。',
  ];

  test('a heading of its own pairs with one that runs into its text', async () => {
    expect(
      await ladder(paragraphs('(1) Keeping longer hours', body.en, `（一）延长开放时间。${body.zh}`)),
    ).toEqual(['(1) Keeping longer hours | （一）延长开放时间。', ...bodyPairs]);
  });

  test('the other way round', async () => {
    expect(
      await ladder(paragraphs(`(1) Keeping longer hours. ${body.en}`, '（一）延长开放时间', body.zh)),
    ).toEqual(['(1) Keeping longer hours. | （一）延长开放时间', ...bodyPairs]);
  });
});

describe('what tells counterparts', () => {
  /** Where the middle one of three English texts goes: `12` with the first, `23` with the last. */
  const middle = async (texts: readonly [string, string, string], zh: readonly [string, string]) => {
    const alignment = await align({ en: paragraphs(...texts), zh: paragraphs(...zh) });
    expect(alignment.pairs).toHaveLength(2);
    return meet(alignment, texts[1], zh[0]) ? '12' : '23';
  };

  test('names in pinyin', async () => {
    const texts = ['He Jianzhou rows.', 'Lin Xiaoyu rows.', 'Zhang Weimin rows.'] as const;
    expect(await middle(texts, ['何建洲、林晓雨划船。', '张伟民划船。'])).toBe('12');
    expect(await middle(texts, ['何建洲划船。', '林晓雨、张伟民划船。'])).toBe('23');
  });

  test('numbers, however written', async () => {
    const texts = ['It cost 16 yuan.', 'It cost twenty-four yuan.', 'It cost 3.5 million yuan.'] as const;
    expect(await middle(texts, ['花费十六元，又花费24元。', '花费350万元。'])).toBe('12');
    expect(await middle(texts, ['花费十六元。', '花费二十四元，又花费350万元。'])).toBe('23');
  });

  test('equal numbers outweigh equal counts', async () => {
    const alignment = await align({
      en: paragraphs(
        'It cost 16 yuan.',
        'It cost 24 yuan.',
        'It cost 350 yuan.',
        'It cost 700 yuan.',
        'It cost 38 yuan.',
      ),
      zh: paragraphs('花费24元。', '花费350元。', '花费700元。', '花费38元。', '花费91元。'),
    });
    expect(meet(alignment, '350', '350')).toBe(true);
  });
});

describe('near-identical sentences', () => {
  const months = ['January', 'February', 'March', 'April', 'May'];
  const figures = [412, 384, 455, 418, 399];
  const numerals = ['41.2万', '38.4万', '45.5万', '41.8万', '39.9万'];
  const english = figures.map((figure, k) => `In ${months[k]} the ferries carried ${figure},000 passengers.`);
  const chinese = numerals.map((figure) => `本月渡船运送旅客${figure}人次。`);

  test.each([0, 1, 2, 3, 4])('pair by their numbers where number %i is missing', async (missing) => {
    const alignment = await align({
      en: paragraphs(...english),
      zh: paragraphs(...chinese.filter((_, k) => k !== missing)),
    });
    expect(alignment.pairs.map(({ en, zh }) => `${en.text} | ${zh.text}`)).toEqual(
      english.flatMap((text, k) => (k === missing ? [] : [`${text} | ${chinese[k]}`])),
    );
  });

  test('feet that have become metres do not part a pair', async () => {
    const alignment = await align({
      en: paragraphs('My grandmother was five feet four inches tall and weighed 130 pounds.', 'She sang.'),
      zh: paragraphs('我奶奶身高163厘米，体重59公斤。', '她唱歌。'),
    });
    expect(alignment.pairs).toHaveLength(2);
    expect(alignment.pairs[0]!.flags).not.toContain('number-mismatch');
  });

  test('units that are not known do not part a pair either, and are flagged', async () => {
    const { pairs } = await align({
      en: paragraphs('My grandmother was five feet four inches tall and weighed 9 stone 4.', 'She sang.'),
      zh: paragraphs('我奶奶身高163厘米，体重59公斤。', '她唱歌。'),
    });
    expect(pairs).toHaveLength(2);
    expect(pairs[0]!.flags).toContain('number-mismatch');
  });
});

describe('a number at the head of a line in both languages', () => {
  test('is that of both halves', async () => {
    const lines = ['9:00 开幕 Opening', '10:30 茶歇 Coffee break', '12:15 Lunch 午餐'];
    const { pairs } = await align(paragraphs(...lines));
    expect(pairs).toHaveLength(3);
    expect(pairs.flatMap(({ flags }) => flags)).not.toContain('number-mismatch');
  });

  test('and what differs behind it is flagged', async () => {
    const { pairs } = await align(
      paragraphs('9:00 五艘渡船开航，共载120人 Five ferries sail with 130 passengers'),
    );
    expect(pairs.flatMap(({ flags }) => flags)).toContain('number-mismatch');
  });
});

describe('spans', () => {
  test('point at the text, in Markdown, over seams and wrapped lines', async () => {
    const text = [
      '# Boats of the island\n\n# 岛上的船\n\n',
      '(1) The old ferry that goes to the island every morning was\nrepaired in the spring, and the new one was built at the\nsame time. In the autumn, we\n\n',
      '（一）每天早上开往岛上的旧渡船在春天得到了修理，新渡船同时\n建成。秋天，我们\n\n',
      'sold the old one.\n\n卖掉了旧的那条。\n\n| Boat | 船 |\n|---|---|\n| 1962 | 1962 |\n',
    ].join('');
    const { sources, en, zh, pairs: found } = await align(text, { format: 'markdown' });
    const folded = (written: string): string => written.replace(/\s/g, '');
    for (const { text: written, spans } of [...en.segments, ...zh.segments]) {
      const slices = spans.map(({ start, end }) => sources[0].text.slice(start, end));
      expect(folded(slices.join(''))).toBe(folded(written));
    }
    const stitched = found.find(({ flags }) => flags.includes('stitched'));
    expect([stitched?.en.text, stitched?.zh.text]).toEqual([
      'In the autumn, we sold the old one.',
      '秋天，我们卖掉了旧的那条。',
    ]);
    expect([stitched?.en.spans.length, stitched?.zh.spans.length]).toEqual([2, 2]);
  });
});

describe('flags', () => {
  const flagsOf = async (input: AlignInput, options?: AlignOptions): Promise<string[]> =>
    (await align(input, options)).pairs.map(({ flags }) => flags.join(' '));

  test.each<[Flag | '', string, string]>([
    ['', 'The bridge is 240 meters long.', '大桥长240米。'],
    ['', 'It was built on March 5.', '它建成于3月5日。'],
    ['', '(3) The bridge is long.', '（四）大桥很长。'],
    ['number-mismatch', 'The bridge is 240 meters long.', '大桥长250米。'],
    ['number-mismatch', 'The long bridge is new.', '长达250米的大桥是新的。'],
    ['', 'The bridge has twenty-four arches.', '大桥有拱。'],
    ['truncated', 'The bridge is long. This year, we', '大桥很长。今年，我们'],
    ['length-ratio', `The bridge is long${' and wide and high'.repeat(5)}.`, '大桥很长。'],
    ['length-ratio', 'The bridge is long.', `大桥很长${'又宽又高'.repeat(5)}。`],
    ['untranslated', 'Open Data Platform 2', 'OPEN Data-Platform 2'],
  ])('%j: %s | %s', async (flag, en, zh) => {
    const flags = await flagsOf({ en: paragraphs('The river is wide.', en), zh: paragraphs('河很宽。', zh) });
    expect(flags[0]).toBe('');
    expect(flags.at(-1)?.split(' ')).toEqual(expect.arrayContaining([flag]));
    if (flag === '') expect(flags).toEqual(['', '']);
  });

  test('stitched', async () => {
    expect(
      await flagsOf(paragraphs('It is old and', '它很旧，', 'leaks. It sank.', '漏水。它沉了。')),
    ).toEqual(['stitched', '']);
  });

  test('the same pair again, and the same text with another translation', async () => {
    const again = paragraphs('The boat sank.', '船沉了。', 'The crew swam.', '船员游泳。');
    expect(await flagsOf(paragraphs(again, again))).toEqual(['', '', 'duplicate', 'duplicate']);
    const other = paragraphs('The boat sank.', '船沉没了。', 'The crew swam.', '船员游泳。');
    expect(await flagsOf(paragraphs(again, other))).toEqual(['conflict', '', 'conflict', 'duplicate']);
  });

  test('text in the other language, on a known side', async () => {
    const { pairs: found, unaligned } = await align({
      en: paragraphs('The boat sank.', '船员游泳。'),
      zh: paragraphs('船沉了。', '船员游泳。'),
    });
    const flagged = [...found, ...unaligned].filter(({ flags }) => flags.includes('wrong-language'));
    expect(flagged).toHaveLength(1);
  });

  test('no text at all, where both sides were mistaken for each other: they are exchanged', async () => {
    const [en, zh] = [paragraphs('The boat sank.', 'The crew swam.'), paragraphs('船沉了。', '船员游泳。')];
    const found = await align({ en: zh, zh: en });
    expect(found.pairs.map((pair) => [pair.en.text, pair.flags])).toEqual([
      ['The boat sank.', []],
      ['The crew swam.', []],
    ]);
    expect([found.en.source, found.zh.source]).toEqual([1, 0]);
    expect(found.diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ['sides-exchanged', 'warning'],
    ]);
    // Half of a side is no side.
    const { diagnostics } = await align({ en: `${zh}\n${en}`, zh });
    expect(diagnostics.map(({ code }) => code)).not.toContain('sides-exchanged');
  });

  test('text without letters needs no translation', async () => {
    expect(
      await flagsOf({ en: 'A boat.\n——\nA net.\n', zh: '一条船。\n——\n一张网。\n' }, { segments: 'lines' }),
    ).toEqual(['', '', '']);
  });

  test('flags are sorted, and a score is a probability', async () => {
    const { pairs: found } = await align(paragraphs(english, chinese, english, '渡船3条。'));
    expect(found.length).toBeGreaterThan(0);
    for (const { flags, score } of found) {
      expect(flags).toEqual([...new Set(flags)].sort());
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
    }
  });
});

describe('plugins', () => {
  const signatureOf = async (options: AlignOptions): Promise<string> =>
    (await align({ en: english, zh: chinese }, options)).signature;

  test('the signature names everything that made the result', async () => {
    expect(await signatureOf({})).toMatch(
      /^duiqi:\d+\.\d+\.\d+\|format:auto\|segments:sentences\|lexicon:[^|]+$/,
    );
    expect(await signatureOf({})).not.toBe(await signatureOf({ format: 'markdown' }));
  });

  test('a segmenter of sentences', async () => {
    const bars = defineSegmenter({
      name: 'bars@1',
      language: 'en',
      sentences: (text) =>
        [...text.matchAll(/[^|]+/g)].map(({ index, 0: part }) => ({
          start: index,
          end: index + part.length,
        })),
    });
    const input = { en: 'Red. boat|blue. net', zh: '红船。蓝网。' };
    const { en, zh } = await align(input, { segmenters: [bars] });
    expect(en.segments.map(({ text }) => text)).toEqual(['Red. boat', '|', 'blue. net']);
    expect(zh.segments.map(({ text }) => text)).toEqual(['红船。', '蓝网。']);
    expect(await signatureOf({ segmenters: [bars] })).toContain('|segmenter-en:bars@1');
  });

  /** Knows one word of each language. */
  const oneWord = (word: string, stem: string): Lexicon => ({
    name: `${word}@1`,
    translations: (asked) => (asked === word ? [{ stem, weight: 1 }] : []),
    frequency: (asked) => (asked === word ? 100 : 0),
    readings: () => [],
  });
  const input = { en: 'Flim the boat.', zh: '甲乙丙丁。' };
  const score = async (options: AlignOptions): Promise<number> =>
    (await align(input, options)).pairs[0].score;

  test('a lexicon', async () => {
    const lexicon = defineLexicon(oneWord('乙丙', 'flim'));
    expect(await score({ lexicon })).toBeGreaterThan(await score({ lexicon: oneWord('乙丙', 'flam') }));
    expect(await signatureOf({ lexicon })).toContain('|lexicon:乙丙@1');
  });

  test('a segmenter of words', async () => {
    const runs: string[] = [];
    const inPairs = defineSegmenter({
      name: 'in-pairs@1',
      language: 'zh',
      words: (run) => {
        runs.push(run);
        return Array.from({ length: run.length / 2 }, (_, n) => ({ start: 2 * n, end: 2 * n + 2 }));
      },
    });
    const lexicon = oneWord('乙丙', 'flim');
    expect(await score({ lexicon, segmenters: [inPairs] })).toBeLessThan(await score({ lexicon }));
    expect(runs).toEqual(['甲乙丙丁']);
    expect(await signatureOf({ segmenters: [inPairs] })).toContain('|segmenter-zh:in-pairs@1');
  });

  const twoForOne = { en: paragraphs('Flim the boat.', 'Flam the boat.'), zh: '甲乙丙丁。' };

  test('a scorer', async () => {
    for (const wanted of ['Flim', 'Flam']) {
      const scorer = defineScorer({
        name: `${wanted}@1`,
        score: (en) => (en.length === 1 && en[0].startsWith(wanted) ? 30 : -30),
      });
      expect(await ladder(twoForOne, { scorer })).toContain(`${wanted} the boat. | 甲乙丙丁。`);
      expect(await signatureOf({ scorer })).toContain(`|scorer:${wanted}@1`);
    }
  });

  const expectAll = async (answer: number): Promise<void> => {
    const scorer = defineScorer({ name: 'odd@1', score: () => answer });
    const alignment = await align(twoForOne, { scorer });
    expect(ladderOf(alignment).join()).toMatch(/Flim.*Flam/);
    for (const { score } of alignment.pairs) expect(score >= 0 && score <= 1, `${score}`).toBe(true);
  };
  test.each([NaN, -Infinity, 0, Infinity, 1e300])('a scorer that answers %d loses nothing', expectAll);

  test('progress is reported and ends with all of it', async () => {
    const calls: Progress[] = [];
    await align({ en: english, zh: chinese }, { onProgress: (progress) => calls.push(progress) });
    const fractions = calls.map(({ fraction }) => fraction);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(calls.at(-1)).toEqual({ phase: 'pairs', fraction: 1 });
    expect([...new Set(calls.map(({ phase }) => phase))]).toEqual([
      'reading',
      'words',
      'overview',
      'first-pass',
      'second-pass',
      'last-pass',
      'pairs',
    ]);
  });

  const word = oneWord('乙丙', 'flim');
  test.each<[string, object, string]>([
    [
      'a promise as a score',
      { scorer: { name: 'x@1', score: async () => 1 } },
      'The scorer "x@1" answered with a promise: its function "score" must return a number, at once.',
    ],
    ['a text as a score', { scorer: { name: 'x@1', score: () => '3' } }, 'answered with the text "3"'],
    ['nothing as a score', { scorer: { name: 'x@1', score() {} } }, 'answered with nothing'],
    [
      'a promise of sentences',
      { segmenters: [{ name: 'x@1', language: 'en', sentences: async () => [] }] },
      'The segmenter "x@1" answered with a promise: its function "sentences" must return a list of ranges { start, end } of the text, in order and without overlap, at once.',
    ],
    [
      'texts as sentences',
      { segmenters: [{ name: 'x@1', language: 'en', sentences: (text: string) => [text] }] },
      'a list of something else',
    ],
    [
      'ranges beyond the text',
      { segmenters: [{ name: 'x@1', language: 'en', sentences: () => [{ start: 0, end: 99 }] }] },
      'a list of something else',
    ],
    [
      'ranges out of order',
      {
        segmenters: [
          {
            name: 'x@1',
            language: 'en',
            sentences: () => [
              { start: 4, end: 5 },
              { start: 0, end: 4 },
            ],
          },
        ],
      },
      'a list of something else',
    ],
    [
      'nothing as words',
      { segmenters: [{ name: 'x@1', language: 'zh', words() {} }] },
      'its function "words" must return a list of ranges',
    ],
    [
      'a promise of translations',
      { lexicon: { ...word, translations: async () => [] } },
      'The lexicon "乙丙@1" answered with a promise: its function "translations" must return a list of translations { stem, weight } with weights above 0, at once.',
    ],
    [
      'texts as translations',
      { lexicon: { ...word, translations: () => ['flim'] } },
      'a list of something else',
    ],
    [
      'a translation of no weight',
      { lexicon: { ...word, translations: () => [{ stem: 'flim', weight: Number.NaN }] } },
      'a list of something else',
    ],
    [
      'a promise of a frequency',
      { lexicon: { ...word, frequency: async () => 1 } },
      'its function "frequency" must return a number, 0 or above',
    ],
    [
      'the same below a glossary',
      {
        lexicon: { ...word, frequency: async () => 1 },
        glossary: [{ en: 'flam', zh: '甲' }],
      },
      'its function "frequency"',
    ],
    [
      'a text as readings',
      { lexicon: { ...word, readings: () => 'jia' } },
      'its function "readings" must return a list of texts',
    ],
  ])('refused: %s', async (_, options, message) => {
    const failed = align({ en: 'Flim Jia Yibing.', zh: '甲乙丙丁。' }, options as AlignOptions);
    await expect(failed).rejects.toMatchObject({ name: 'DuiqiError', code: 'bad-option' });
    await expect(failed).rejects.toThrow(message);
  });

  test('plug-ins may be objects of a class, whose functions know them', async () => {
    class Known implements Lexicon {
      readonly name = 'known@1';
      readonly #word = word;
      translations = (asked: string) => this.#word.translations(asked);
      frequency(asked: string) {
        return this.#word.frequency(asked);
      }
      readings() {
        return this.#word.readings('');
      }
    }
    class Cutter implements Segmenter {
      readonly name = 'cutter@1';
      readonly language = 'en';
      readonly #at = 4;
      sentences(text: string) {
        return [
          { start: 0, end: this.#at },
          { start: this.#at, end: text.length },
        ];
      }
    }
    const { en, signature } = await align(input, { lexicon: new Known(), segmenters: [new Cutter()] });
    expect(en.segments.map(({ text }) => text)).toEqual(['Flim', 'the boat.']);
    expect(signature).toContain('|lexicon:known@1|');
  });

  const sentences = () => [];
  test.each<[string, () => unknown]>([
    ['a segmenter without a name', () => defineSegmenter({ name: '', language: 'en', sentences })],
    ['a segmenter of nothing', () => defineSegmenter({ name: 'a', language: 'en' })],
    ['a segmenter of English words', () => defineSegmenter({ name: 'a', language: 'en', words: sentences })],
    ['a lexicon without a name', () => defineLexicon({ ...oneWord('乙', 'b'), name: '' })],
    [
      'a lexicon without readings',
      () => defineLexicon({ ...oneWord('乙', 'b'), readings: undefined } as unknown as Lexicon),
    ],
    ['a scorer without a name', () => defineScorer({ name: '', score: () => 0 })],
    ['a scorer without a score', () => defineScorer({ name: 'a' } as unknown as duiqi.Scorer)],
  ])('refused: %s', (_, define) => {
    expect(define).toThrow(DuiqiError);
    expect(define).toThrow(expect.objectContaining({ code: 'bad-option' }));
  });
});

describe('bad arguments', () => {
  const failure = async (input: unknown, options?: unknown): Promise<unknown> =>
    align(input as AlignInput, options as AlignOptions).then(
      () => 'no error',
      (error: unknown) => (error instanceof DuiqiError ? error.code : error),
    );

  test.each([
    [undefined],
    [null],
    [5],
    [[]],
    [['a']],
    [['a', 'b', 'c']],
    [[1, 2]],
    [{}],
    [{ en: 'a' }],
    [{ en: 'a', zh: 5 }],
  ])('input %j', async (input) => {
    expect(await failure(input)).toBe('bad-input');
  });

  test('bytes that were handed over', async () => {
    const gone = (text: string): Uint8Array => {
      const { buffer } = Uint8Array.from(bytes(text));
      const view = new Uint8Array(buffer);
      structuredClone(buffer, { transfer: [buffer] });
      return view;
    };
    expect(await failure(gone(english))).toBe('bad-input');
    expect(await failure({ en: english, zh: gone(chinese) })).toBe('bad-input');
    await expect(align(gone(english), { names: ['a.txt'] })).rejects.toThrow(
      '"a.txt" has no bytes any more, for their buffer was handed over (by postMessage or transfer): give a copy of them.',
    );
    const lost = { name: 'DuiqiError', code: 'bad-input' };
    const pairsOf = async (source: Parameters<typeof readPairs>[0], format: PairFormat) => [
      ...(await readPairs(source, { format })),
    ];
    await expect(pairsOf(gone('a\t甲\n'), 'tsv')).rejects.toMatchObject(lost);
    await expect(pairsOf([bytes('a\t甲\n'), gone('b\t乙\n')], 'tsv')).rejects.toMatchObject(lost);
    await expect(pairsOf(gone('a,甲\n'), 'csv')).rejects.toMatchObject(lost);
    await expect(pairsOf(gone('PK'), 'xlsx')).rejects.toMatchObject(lost);
    await expect(check(gone('<tmx/>'), { format: 'tmx' })).rejects.toMatchObject(lost);
    // Nothing is not what is gone.
    expect((await align(new Uint8Array(0))).pairs).toEqual([]);
  });

  test('bytes that are no text', async () => {
    expect(await failure(Uint8Array.of(0x61, 0xff, 0xff))).toBe('undecodable');
    expect(await failure({ en: 'a', zh: bytes('a\0b') })).toBe('undecodable');
  });

  test.each([[{ format: 'wpd' }], [{ segments: 'words' }], [{ colour: 'red' }]])(
    'option %j',
    async (options) => {
      expect(await failure('a', options)).toBe('bad-option');
    },
  );

  test.each([
    ['options that are none', null],
    ['segmenters in no list', { segmenters: {} }],
    ['a segmenter that is none', { segmenters: [{}] }],
    ['a lexicon that is none', { lexicon: {} }],
    ['a scorer that is none', { scorer: {} }],
    ['a progress callback that is none', { onProgress: 5 }],
    ['names in no list', { names: 'a.md' }],
  ])('option: %s', async (_, options) => {
    expect(await failure({ en: 'A boat.', zh: '一条船。' }, options)).toBe('bad-option');
  });

  test('the message says what was wrong and what may be', async () => {
    await expect(align('a', { layout: 'diagonal' as 'pages' })).rejects.toThrow(
      'Unexpected layout: "diagonal". It may be auto, pages, paragraphs, lines, halves, columns, inline, comments.',
    );
    await expect(align('a', { colour: 'red' } as AlignOptions)).rejects.toThrow(
      'There is no option "colour"',
    );
  });
});

describe('odd text never throws, and nothing of it is lost', () => {
  const french =
    'Le conseil municipal s’est réuni lundi soir pour examiner les comptes de la bibliothèque. La séance a duré trois heures, et les habitants du quartier ont pu poser leurs questions. Tout le monde est rentré content de la soirée, malgré la pluie qui tombait.';

  test.each<[string, AlignInput]>([
    ['nothing', ''],
    ['nothing twice', { en: '', zh: '' }],
    ['white space', ' \n\t\u3000\n'],
    ['English alone', english],
    ['Chinese alone', chinese],
    ['one side empty', { en: english, zh: '' }],
    ['two English texts', [english, english]],
    ['the languages the wrong way round', { en: chinese, zh: english }],
    ['French and Chinese', paragraphs(french, chinese)],
    ['digits alone', '1 2 3\n\n4'],
    ['a long English line', `${'boat, '.repeat(9000)}\n${chinese}`],
    ['a long Chinese line', `${english}\n${'船，'.repeat(25_000)}`],
    ['a long word', `${'a'.repeat(50_000)}\n${'船'.repeat(50_000)}`],
    ['a line of markers', `${'(1) '.repeat(12_000)}\n${'（一）'.repeat(16_000)}`],
    ['a line of digits', `a ${'1'.repeat(50_000)}\n船${'一'.repeat(50_000)}`],
    ['lone surrogates', 'A boat \ud800 sank.\udc00\n\n一条船\udbff沉了。\ud83d'],
    ['NUL characters', 'A boat\0 sank.\n\n\0一条船沉了。\0'],
    [
      'names of object properties',
      paragraphs('constructor __proto__ toString', '船 constructor hasOwnProperty 网'),
    ],
    [
      'bidirectional and zero-width marks',
      paragraphs('\u202eA boat\u200b sank.\u2069', '\u200f一条\u200d船\u00ad沉了。'),
    ],
    ['emoji and private use', paragraphs('👩‍🚀 sails \ue000.', '👩‍🚀航行\ue000。')],
  ])('%s', async (_, input) => {
    for (const format of ['text', 'markdown'] as const) {
      const { en, zh, pairs: found, unaligned } = await align(input, { format });
      const inLadder = [...found.flatMap(({ en: a, zh: b }) => [a, b]), ...unaligned.map(({ side }) => side)];
      const held = inLadder.reduce((sum, { segments }) => sum + segments.length, 0);
      expect(held).toBe(en.segments.length + zh.segments.length);
    }
  });

  test('languages that cannot be aligned are named, and nothing is paired', async () => {
    const { languages, pairs: found, unaligned } = await align(paragraphs(french, chinese));
    expect(languages.map(({ name }) => name)).toEqual(['French', 'Chinese']);
    expect(found).toEqual([]);
    expect(unaligned.length).toBeGreaterThan(4);
  });

  test('one language only', async () => {
    const { layout, pairs: found, unaligned } = await align(english);
    expect([layout, found.length, unaligned.length]).toEqual(['one-language', 0, 4]);
  });

  test.each<[AlignInput, string]>([
    [[chinese, chinese], 'no English was found, only Chinese'],
    [english, 'no Chinese was found, only English'],
    [{ en: english, zh: '' }, 'no Chinese was found, only English'],
    [french, 'neither English nor Chinese was found, only French'],
    [paragraphs(french, chinese), 'no English was found, only French and Chinese'],
    [['', ''], 'the input holds no text'],
    ['', 'the input holds no text'],
  ])('%j: a diagnostic says why there are no pairs', async (text, why) => {
    const diagnostic = {
      code: 'nothing-to-align',
      severity: 'warning',
      side: null,
      span: null,
      message: `There is nothing to align: ${why}.`,
      values: expect.objectContaining({ kind: expect.any(String) }),
    };
    const nothing = ({ diagnostics }: Alignment) =>
      diagnostics.filter(({ code }) => code === 'nothing-to-align');
    expect(nothing(await align(text))).toEqual([diagnostic]);
    const parts: Alignment[] = [];
    for await (const part of duiqi.alignStream(text)) parts.push(part);
    expect(parts.flatMap(nothing)).toEqual([diagnostic]);
    expect(nothing(await align([english, chinese]))).toEqual([]);
  });
});

describe('the same again', () => {
  test('gives the same, byte for byte', async () => {
    const input = paragraphs(
      english,
      chinese,
      '(1) We stayed and',
      '（一）我们留下来，',
      'waited.',
      '等着。',
    );
    const [first, second] = [await align(input), await align(input)];
    expect(second).toEqual(first);
    expect(JSON.stringify(second)).toBe(JSON.stringify(first));
    expect([...toJsonl(second)].join('')).toBe([...toJsonl(first)].join(''));
  });

  test('an alignment in between changes nothing', async () => {
    const first = await align([english, chinese]);
    await align(paragraphs('Another boat.', '另一条船。'));
    expect(JSON.stringify(await align([english, chinese]))).toBe(JSON.stringify(first));
  });

  test('the input is left as it was', async () => {
    const input = Object.freeze({ en: english, zh: chinese });
    const options = Object.freeze({ names: Object.freeze(['a', 'b']) });
    expect(ladderOf(await align(input, options))).toEqual(pairs);
  });
});

describe('what people hand in', () => {
  test('several sentences of both languages on one line, short ones too', async () => {
    expect(
      await ladder(
        'The ferry leaves at nine. 渡船九点开船。Tickets cost 12 yuan. 船票12元。Dogs travel free. 狗免费。',
      ),
    ).toEqual([
      'The ferry leaves at nine. | 渡船九点开船。',
      'Tickets cost 12 yuan. | 船票12元。',
      'Dogs travel free. | 狗免费。',
    ]);
  });

  test('blank lines on both sides are beads and no pair', async () => {
    const {
      pairs: found,
      unaligned,
      ladder: beads,
    } = await align({ en: 'One boat.\n\nTwo nets.\n', zh: '一条船。\n\n两张网。\n' }, { segments: 'lines' });
    expect(found.map(({ en, zh }) => `${en.text} | ${zh.text}`)).toEqual([
      'One boat. | 一条船。',
      'Two nets. | 两张网。',
    ]);
    expect(unaligned).toEqual([]);
    expect(beads.map(({ en, zh }) => [en.end - en.start, zh.end - zh.start])).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
  });

  test('a pair with a side that breaks off is doubtful', async () => {
    const { pairs: found } = await align(
      paragraphs('The boat left. The captain said that', '船开了。船长说那条船将', ''),
    );
    const last = found.at(-1)!;
    expect(last.flags).toContain('truncated');
    expect(last.score).toBeLessThan(0.5);
  });

  test.each([
    ['spaces between two languages', `The boat${' '.repeat(400_000)}船沉了下去。`],
    ['a text cut ten thousand times', 'the boat and\n船和\n'.repeat(10_000)],
  ])('%s end within the time limit', async (_, text) => {
    const { en, zh } = await segment(text);
    expect(en.segments.length + zh.segments.length).toBeGreaterThan(0);
  });

  test('a paragraph in a third language is named', async () => {
    const french =
      'Le conseil municipal s’est réuni lundi soir pour examiner les comptes du port. La séance a duré trois heures, et les pêcheurs du quartier ont pu poser toutes leurs questions. Tout le monde est rentré content de la soirée, malgré la pluie qui tombait.';
    const mostly = paragraphs(...Array.from({ length: 9 }, () => paragraphs(english, chinese)));
    const { diagnostics } = await segment(
      paragraphs(mostly, french, chinese, '市議会は月曜日の夜に開かれました。'),
    );
    const found = diagnostics.filter(({ code }) => code === 'other-language');
    expect(found.map(({ side, message }) => `${side} ${/in (\w+):/.exec(message)?.[1]}`)).toEqual([
      'en French',
      'zh Japanese',
    ]);
  });

  test('numbers that count clauses in running text are no mismatch', async () => {
    const { pairs: found } = await align(
      paragraphs('The tasks are: (1) mending the boats; (2) drying the nets.', '任务一是修船，二是晒网。'),
    );
    expect(found.flatMap(({ flags }) => flags)).toEqual([]);
  });

  test('a copy that breaks off early is not counted as one', async () => {
    const article = Array.from(
      { length: 30 },
      (_, n) => `Boat ${n * 7} carried ${n * n + 11} nets to harbour ${n}. `,
    );
    const text = article.join('');
    const { diagnostics } = await segment(text + text + text.slice(0, text.length / 2));
    const repeats = diagnostics.filter(({ code }) => code === 'repeated-text');
    expect(repeats).toHaveLength(1);
    expect(repeats[0]!.message).toContain('stands here 2 times');
  });

  test.each([[null], [{ name: 'x', language: 'fr', words: () => [] }]])(
    'segmenter %j is refused',
    (segmenter) => {
      expect(() => defineSegmenter(segmenter as unknown as Segmenter)).toThrow(DuiqiError);
    },
  );
});
