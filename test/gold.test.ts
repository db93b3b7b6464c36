import { type Alignment, align } from 'duiqi';
import { type EvaluationBead, evaluate, parseBeads } from 'duiqi/check';
import { toBeads } from 'duiqi/pairs';
import { describe, expect, test } from 'vitest';
import { type GoldBead, numbered, readGold, sideOf } from './helpers/gold.js';

// What everybody has, unlike the evaluation data beside the checkout: each bead is named that is not as in the gold.

const isPair = ({ en, zh }: GoldBead | EvaluationBead): boolean => en.length > 0 && zh.length > 0;
const isHeading = ({ en }: GoldBead): boolean => /^#|^Article \d/.test(en[0] ?? '');
/** The texts without the markers that say by themselves what belongs together. */
const withoutMarkers = (beads: readonly GoldBead[]): GoldBead[] =>
  beads
    .filter((bead) => !isHeading(bead))
    .map(({ en, zh }) => ({
      en: en.map((line) => line.replace(/^\(\d+\) /, '')),
      zh: zh.map((line) => line.replace(/^（.）/, '')),
    }));

const UDHR = readGold('udhr');
const LIGHTHOUSE = readGold('lighthouse');
const RULES = readGold('ferry-rules');

/** Aligns beads whose Chinese sides stand in another order, if one is given, and compares the result with them. */
async function compared(beads: readonly GoldBead[], chinese = beads) {
  const input = { en: sideOf(beads, 'en'), zh: sideOf(chinese, 'zh') };
  const { ladder, pairs } = await align(input, { segments: 'lines' });
  const places = new Map(numbered(chinese).map(({ zh }, index) => [chinese[index]!, zh]));
  const gold = numbered(beads).map(({ en }, index) => ({ en, zh: places.get(beads[index]!)! }));
  const got = parseBeads([...toBeads(ladder)].join(''));
  const names = (of: readonly EvaluationBead[]): Set<string> =>
    new Set(of.filter(isPair).map(({ en, zh }) => `${en.join()}:${zh.join()}`));
  const [found, wanted] = [names(got), names(gold)];
  return {
    strict: evaluate(got, gold).strict.f1,
    wrong: [...found].filter((name) => !wanted.has(name)),
    missed: [...wanted].filter((name) => !found.has(name)),
    moved: pairs.filter(({ flags }) => flags.includes('crossing')).length,
  };
}

const ALL_RIGHT = { strict: 1, wrong: [], missed: [], moved: 0 };

describe('the public gold set, line by line', () => {
  test('has both sides of all its texts', () => {
    expect([UDHR, LIGHTHOUSE, RULES].map((beads) => [beads.length, beads.filter(isPair).length])).toEqual([
      [99, 99],
      [45, 43],
      [32, 32],
    ]);
  });

  test.each([
    ['the declaration', UDHR],
    ['the declaration without the numbers of its articles', withoutMarkers(UDHR)],
    ['the rules', RULES],
    ['the rules without any number', withoutMarkers(RULES)],
  ])('%s: every bead', async (_, beads) => {
    expect(await compared(beads)).toEqual(ALL_RIGHT);
  });

  test('the story: every bead but one, which takes in the line that English lacks', async () => {
    const { strict, ...beads } = await compared(LIGHTHOUSE);
    expect(beads).toEqual({ wrong: ['32:31,32'], missed: ['32:32'], moved: 0 });
    expect(strict).toBeGreaterThanOrEqual(0.977);
  });

  test.each([
    ['the declaration', UDHR, 40, 4, 30],
    ['the rules without any number', withoutMarkers(RULES), 14, 4, 7],
  ])(
    '%s with some beads further up in Chinese: those are found, and said',
    async (_, beads, from, count, to) => {
      const others = [...beads.slice(0, from), ...beads.slice(from + count)];
      const chinese = [...others.slice(0, to), ...beads.slice(from, from + count), ...others.slice(to)];
      expect(await compared(beads, chinese)).toEqual({ ...ALL_RIGHT, moved: count });
    },
  );

  test.each<[string, (bead: GoldBead) => GoldBead, number]>([
    ['Chinese', ({ en }) => ({ en, zh: [] }), 0.98],
    ['English', ({ zh }) => ({ en: [], zh }), 0.94],
  ])('all texts as one, of which half is missing in %s: the path finds its way', async (_, less, floor) => {
    const all = [...UDHR, ...LIGHTHOUSE, ...withoutMarkers(RULES)];
    const half = all.map((bead, index) => (index >= 20 && index < 110 ? less(bead) : bead));
    const { strict, moved } = await compared(half);
    expect(strict).toBeGreaterThanOrEqual(floor);
    expect(moved).toBe(0);
  });
});

/** An article of the rules: its heading, and its clauses without their numbers. */
interface Article {
  readonly heading: GoldBead;
  readonly clauses: readonly GoldBead[];
}

const ARTICLES: readonly Article[] = RULES.filter((bead) => /^## /.test(bead.en[0]!)).map((heading) => {
  const clauses: GoldBead[] = [];
  for (const bead of RULES.slice(RULES.indexOf(heading) + 1)) {
    if (isHeading(bead)) break;
    clauses.push(bead);
  }
  return { heading, clauses: withoutMarkers(clauses) };
});

const NUMERALS = '一二三四五六七';

/** The rules as a Markdown document, or an article each where both languages stand in one. */
function written(articles: readonly Article[], side: 'en' | 'zh'): string[] {
  return articles.map(({ heading, clauses }, article) => {
    const title = heading[side][0]!.split(' ').at(-1);
    const lines = clauses.map((clause, index) =>
      side === 'en' ? `(${index + 1}) ${clause.en[0]}` : `（${NUMERALS[index]}）${clause.zh[0]}`,
    );
    const first =
      side === 'en' ? `## Article ${article + 1} ${title}` : `## 第${NUMERALS[article]}条 ${title}`;
    return `${[first, ...lines].join('\n\n')}\n`;
  });
}

/** The texts of the pairs without markers and headings. */
const textsOf = ({ pairs }: Alignment): string[][] =>
  pairs
    .filter(({ en }) => !/^Article|^Rules/.test(en.text))
    .map(({ en, zh }) => [en.text.replace(/^\(\d+\) /, ''), zh.text.replace(/^（.）/, '')]);

/** The clauses as pairs of sentences: the only one that both languages part is two of them. */
const sentencesOf = (articles: readonly Article[]): string[][] =>
  articles.flatMap(({ clauses }) =>
    clauses.flatMap(({ en, zh }) =>
      en[0]!.startsWith('Monthly')
        ? [
            ['Monthly tickets carry a photograph.', '月票须贴照片。'],
            ['They cannot be lent to anybody else.', '月票不得转借他人。'],
          ]
        : [[en[0]!, zh[0]!]],
    ),
  );

describe('the rules as documents', () => {
  test('two files: each clause, with its path in both languages', async () => {
    const alignment = await align({
      en: written(ARTICLES, 'en').join('\n'),
      zh: written(ARTICLES, 'zh').join('\n'),
    });
    expect(textsOf(alignment)).toEqual(sentencesOf(ARTICLES));
    expect(alignment.unaligned).toEqual([]);
    const paths = alignment.pairs.map(({ en, zh }) => [en.clause, zh.clause]);
    expect(paths.slice(0, 5)).toEqual([
      ['Article 1', '第一条'],
      ['Article 1/(1)', '第一条/（一）'],
      ['Article 1/(2)', '第一条/（二）'],
      ['Article 1/(3)', '第一条/（三）'],
      ['Article 2', '第二条'],
    ]);
    for (const [en, zh] of paths) {
      const numerals = [...zh!.matchAll(/[一二三四五六七]/g)].map(([one]) => NUMERALS.indexOf(one) + 1);
      expect(numerals.join()).toBe([...en!.matchAll(/\d/g)].join());
    }
  });

  test('one file, article by article in both languages', async () => {
    const chinese = written(ARTICLES, 'zh');
    const text = written(ARTICLES, 'en').flatMap((article, index) => [article, chinese[index]!]);
    const alignment = await align(text.join('\n'));
    expect(textsOf(alignment)).toEqual(sentencesOf(ARTICLES));
  });

  test('an amended Chinese text, with an article and a clause less and all behind them renumbered', async () => {
    const amended = ARTICLES.filter((_, index) => index !== 2).map((article, index) =>
      index === 2 ? { ...article, clauses: article.clauses.filter((_, clause) => clause !== 1) } : article,
    );
    const alignment = await align({
      en: written(ARTICLES, 'en').join('\n'),
      zh: written(amended, 'zh').join('\n'),
    });
    expect(textsOf(alignment)).toEqual(sentencesOf(amended));
    expect(alignment.unaligned.map(({ side }) => side.text)).toEqual([
      'Article 3 Times',
      '(1) The first ferry leaves at 5:40, the last at 23:15.',
      '(2) In fog the captain decides whether to sail.',
      '(3) When a ferry is delayed by more than forty minutes, the fare is paid back.',
      '(2) Engines are switched off before the ramp is raised.',
    ]);
  });
});
