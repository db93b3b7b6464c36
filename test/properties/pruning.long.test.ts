import { align, type Scorer } from 'duiqi';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectConservation, expectOrder } from '../helpers/conservation.js';
import { randomNumbers } from '../helpers/random-numbers.mjs';

const options = { seed: 20261122 };

const WORDS =
  `boat 船 bridge 桥 apple 苹果 hospital 医院 river 河 letter 信 school 学校 teacher 老师 bicycle 自行车
  island 岛 market 市场 winter 冬天 doctor 医生 railway 铁路 moon 月亮 tiger 老虎 kitchen 厨房 mountain 山
  library 图书馆 coffee 咖啡 umbrella 雨伞 window 窗户 piano 钢琴 farmer 农民`.split(/\s+/);
const english = WORDS.filter((_, at) => at % 2 === 0);
const chinese = WORDS.filter((_, at) => at % 2 === 1);

interface Plan {
  /** Beads of the text, and how they are made. */
  readonly beads: number;
  /** How many of ten sentences on the Chinese side say what the English ones do. */
  readonly kept: number;
  /** How many of ten beads one side lacks. */
  readonly oneSided: number;
  /** How many different words are used: of few, sentences come again and again. */
  readonly words: number;
  readonly seed: number;
}

/** Lines of both sides: sentences of a few words each, up to three on a side of a bead. */
function linesOf({ beads, kept, oneSided, words, seed }: Plan): { en: string[]; zh: string[] } {
  const random = randomNumbers(seed);
  const draw = (count: number): number => Math.floor(random() * count);
  const sentence = (): number[] => Array.from({ length: 1 + draw(6) }, () => draw(words));
  const en: string[] = [];
  const zh: string[] = [];
  for (let bead = 0; bead < beads; bead++) {
    const sentences = Array.from({ length: 1 + draw(1.4) + draw(1.2) }, sentence);
    const translated = draw(10) < kept ? sentences : [sentence()];
    const missing = draw(10) < oneSided ? draw(2) : -1;
    if (missing !== 0) en.push(...sentences.map((own) => `The ${own.map((w) => english[w]).join(' ')}.`));
    if (missing !== 1)
      zh.push(`${translated.map((own) => own.map((w) => chinese[w]).join('')).join('，')}。`);
  }
  return { en, zh };
}

const alignLines = ({ en, zh }: { en: string[]; zh: string[] }, scorer?: Scorer) =>
  align({ en: en.join('\n'), zh: zh.join('\n') }, { segments: 'lines', ...(scorer && { scorer }) });

const plans = (beads: fc.Arbitrary<number>): fc.Arbitrary<Plan> =>
  fc.record({
    beads,
    kept: fc.constantFrom(0, 5, 9, 10),
    oneSided: fc.constantFrom(0, 1, 5),
    words: fc.constantFrom(1, 4, english.length),
    seed: fc.nat(),
  });

describe('what is not looked at is not lost', () => {
  test.each([
    ['a few sentences', fc.integer({ min: 1, max: 40 }), 60],
    ['several sections', fc.integer({ min: 450, max: 700 }), 10],
  ])('in a text of %s, like its translation or not', async (_, beads, numRuns) => {
    const property = fc.asyncProperty(plans(beads), async (plan) => {
      const alignment = await alignLines(linesOf(plan));
      expectConservation(alignment);
      expectOrder(alignment);
    });
    await fc.assert(property, { ...options, numRuns });
  });

  test('whatever a scorer says', async () => {
    const beads = fc.oneof(fc.integer({ min: 1, max: 30 }), fc.constant(250));
    const says = fc.array(fc.constantFrom(-1e9, -3, 0, 3, 1e9, Number.NaN), { minLength: 7, maxLength: 7 });
    const property = fc.asyncProperty(plans(beads), says, async (plan, answers) => {
      const score: Scorer['score'] = (en, zh) => answers[(3 * en.length + zh.length) % answers.length];
      const alignment = await alignLines(linesOf(plan), { name: 'moody', score });
      expectConservation(alignment);
      expectOrder(alignment);
    });
    await fc.assert(property, { ...options, numRuns: 20 });
  });
});

/** A scorer that wants beads of one shape and no others. */
const only = (n: number, m: number): Scorer => ({
  name: `${n}-${m}`,
  score: (en, zh) => (en.length === n && zh.length === m ? 1000 : -1000),
});

test.each([
  [1, 1],
  [1, 2],
  [3, 2],
  [4, 4],
  [5, 3],
  [1, 8],
  [10, 1],
])('a scorer can still have beads of %i and %i wherever the path goes', async (n, m) => {
  // As many beads as keep the odd path near the likely one, which is straight.
  const [en, zh] = [english, chinese].map((words, side) =>
    Array.from({ length: 4 * (side === 0 ? n : m) }, (_, at) =>
      // Both sides are as long, since no bead is tried whose lengths cannot be those of translations.
      Array.from({ length: side === 0 ? m : n }, (_, word) => words[(7 * at + word) % words.length]).join(
        ' ',
      ),
    ),
  );
  const { pairs, unaligned } = await alignLines({ en, zh }, only(n, m));
  expect(pairs.map(({ bead }) => bead)).toEqual(new Array(4).fill(`${n}-${m}`));
  expect(unaligned).toEqual([]);
});

test.each([
  [2, 2],
  [4, 4],
  [3, 5],
  [5, 3],
])('a scorer can force a bead of %i and %i in the middle of certain ones', async (n, m) => {
  const [en, zh] = [english, chinese].map((words) =>
    Array.from({ length: 500 }, (_, at) => `${words[at % words.length]} ${100 + at}。`),
  );
  const score: Scorer['score'] = (own, other) =>
    own.length === n && other.length === m && own[0] === en[250] && other[0] === zh[250] ? 1000 : 0;
  const { ladder } = await alignLines({ en, zh }, { name: 'once', score });
  const beads = ladder.map((bead) => `${bead.en.start}-${bead.en.end} ${bead.zh.start}-${bead.zh.end}`);
  expect(beads.slice(240, 251)).toEqual([
    ...Array.from({ length: 10 }, (_, k) => `${240 + k}-${241 + k} ${240 + k}-${241 + k}`),
    `250-${250 + n} 250-${250 + m}`,
  ]);
  expect(beads.at(-1)).toBe('499-500 499-500');
});
