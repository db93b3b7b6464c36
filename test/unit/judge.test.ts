import { describe, expect, test } from 'vitest';
import type { FoundBead } from '../../packages/aligner/src/alignment/lattice/found-bead.js';
import { NUMBER } from '../../packages/aligner/src/alignment/score/tokens.js';
import { type KnownWords, knownEvidence } from '../../packages/aligner/src/alignment/verdict/evidence.js';
import { judged } from '../../packages/aligner/src/alignment/verdict/judge.js';
import { toldByPath } from '../../packages/aligner/src/alignment/verdict/told-by-path.js';
import { finish } from '../../packages/aligner/src/common/steps.js';
import { knownNumberWords, plainBead } from '../helpers/number-words.js';

/** The beads as they are judged by a path. */
function verdicts(
  beads: readonly FoundBead[],
  path: readonly FoundBead[],
  words: KnownWords,
): readonly FoundBead[] {
  const sections = [{ beads, widened: false }].values() as never;
  const known = finish(knownEvidence(words));
  return [...judged(sections, path, known, finish(toldByPath(path, known)), false)].flatMap((step) =>
    step && 'beads' in step ? step.beads : [],
  );
}

/** A path of pairs, of which some have text of one language alone behind them, and one pair that stands out of order. */
function belongs({ gaps, crossing }: { gaps: number; crossing: readonly (readonly number[])[] }): number[] {
  const [en, zh]: [number[][], number[][]] = [[], []];
  const beads: FoundBead[] = [];
  const add = (own: readonly number[] | null, other: readonly number[] | null, isAcross = false): void => {
    const bead = plainBead(en.length, en.length + (own ? 1 : 0), zh.length, zh.length + (other ? 1 : 0));
    beads.push({ ...bead, crossing: isAcross });
    if (own) en.push([...own]);
    if (other) zh.push([...other]);
  };
  for (let pair = 0; pair < 48; pair++) {
    const words = [0, 1, 2, 3].map((word) => 4 * pair + word);
    add(words, words);
    if (pair < 4 * gaps && pair % 4 === 0) add([500 + pair, 501 + pair], null);
    if (pair < 4 * gaps && pair % 4 === 2) add(null, [700 + pair, 701 + pair]);
  }
  for (const words of crossing)
    add(words, [...words.slice(0, 1), ...words.slice(1).map((word) => word + 30)], true);
  const path = beads.filter((bead) => !bead.crossing);
  const found = verdicts(beads, path, knownNumberWords(en, zh));
  return found.filter((bead) => bead.crossing).map((bead) => bead.belongs);
}

describe('a pair out of order', () => {
  const ALIKE = [900, 901, 902];

  test('is believed less the more each text has of its own', () => {
    const [few] = belongs({ gaps: 0, crossing: [ALIKE] });
    const [some] = belongs({ gaps: 4, crossing: [ALIKE] });
    const [many] = belongs({ gaps: 12, crossing: [ALIKE] });
    expect(few).toBeGreaterThan(0.95);
    expect(some).toBeLessThan(few!);
    expect(many).toBeLessThan(0.5);
    expect(many).toBeLessThan(some!);
  });

  test('is believed as one in order is where it stands in a block', () => {
    const block = belongs({ gaps: 12, crossing: [ALIKE, [940, 941, 942]] });
    const [alone] = belongs({ gaps: 12, crossing: [ALIKE] });
    expect(Math.min(...block)).toBeGreaterThan(alone! + 0.3);
  });
});

test.each([false, true])(
  'words say nothing of a pair whose ends are both lost at the end of a page: %s',
  (isCutOff) => {
    const pairs = Array.from({ length: 48 }, (_, pair) => [0, 1, 2, 3].map((word) => 4 * pair + word));
    const other = [500, 501, 502, 503, 504, 505, 506, 507, 508];
    const [en, zh] = [
      [...pairs, other],
      [...pairs, other.map((word) => word + 100)],
    ];
    const words = { ...knownNumberWords(en, zh), areCutOff: (row: number) => isCutOff && row === 48 };
    const beads = en.map((_, at) => plainBead(at, at + 1, at, at + 1));
    expect(verdicts(beads, beads, words)).toHaveLength(isCutOff ? 49 : 50);
  },
);

describe('a passage that was replaced by another one', () => {
  /** How many pairs are left of twelve right ones with some others in their middle, each as its English and Chinese words. */
  const leftOf = (passage: readonly (readonly [readonly number[], readonly number[]])[]): number => {
    const pairs = Array.from({ length: 12 }, (_, pair) => {
      const words = [0, 1, 2, 3].map((word) => 4 * pair + word);
      return [words, words] as const;
    });
    const all = [...pairs.slice(0, 6), ...passage, ...pairs.slice(6)];
    const words = knownNumberWords(
      all.map(([en]) => en),
      all.map(([, zh]) => zh),
    );
    const beads = all.map((_, at) => plainBead(at, at + 1, at, at + 1));
    const found = verdicts(beads, beads, words);
    return found.filter(({ enStart, enEnd, zhStart, zhEnd }) => enStart < enEnd && zhStart < zhEnd).length;
  };
  const foreign = (from: number): [number[], number[]] => [
    Array.from({ length: 9 }, (_, word) => from + word),
    Array.from({ length: 9 }, (_, word) => from + 100 + word),
  ];
  const WEAK: [number[], number[]] = [[900], [950]];

  test('takes a pair that says little with it', () => {
    expect(leftOf([foreign(500), foreign(540), WEAK, foreign(520)])).toBe(12);
  });

  test('which stays where it stands among pairs', () => {
    expect(leftOf([WEAK])).toBe(13);
  });
});
describe('text without a counterpart between pairs', () => {
  const UNKNOWN = [1001, 1002];
  /** So few that what speaks against them does not settle it. */
  const PAIRS = 9;

  /** How likely pairs whose words say nothing are to belong, on average, with what stands between two of them. */
  function belongs(between: readonly ('en' | 'zh')[], more: Partial<KnownWords> = {}): number {
    const [en, zh]: [number[][], number[][]] = [[], []];
    const beads: FoundBead[] = [];
    for (let pair = 0; pair < PAIRS; pair++) {
      beads.push(plainBead(en.length, en.length + 1, zh.length, zh.length + 1));
      en.push(UNKNOWN);
      zh.push(UNKNOWN);
      for (const side of pair === 4 ? between : []) {
        const isEnglish = side === 'en';
        beads.push(
          plainBead(en.length, en.length + Number(isEnglish), zh.length, zh.length + Number(!isEnglish)),
        );
        (isEnglish ? en : zh).push(UNKNOWN);
      }
    }
    const words = { ...knownNumberWords(en, zh), ...more };
    const found = verdicts(beads, beads, words).filter(
      (bead) => bead.enEnd > bead.enStart && bead.zhEnd > bead.zhStart,
    );
    return found.reduce((sum, bead) => sum + bead.belongs, 0) / PAIRS;
  }

  test('speaks against them where both languages have some at one place, the more the more there is', () => {
    const [none, one, both, more] = [
      belongs([]),
      belongs(['en', 'en']),
      belongs(['en', 'zh']),
      belongs(['en', 'en', 'zh', 'zh']),
    ];
    expect(one).toBeGreaterThan(both! + 0.02);
    expect(none).toBeGreaterThan(both!);
    expect(more).toBeLessThan(both!);
  });

  test('says nothing where it is numbers alone, which lists have in one language', () => {
    const number = `${NUMBER}12`;
    const asNumbers = (words: KnownWords): Partial<KnownWords> => ({
      en: {
        ...words.en,
        keys: words.en.keys.map((key) => (key === '1001' || key === '1002' ? number : key)),
      },
      zh: {
        ...words.zh,
        keys: words.zh.keys.map((key) => (key === '1001' || key === '1002' ? number : key)),
      },
    });
    const [en, zh]: [number[][], number[][]] = [[], []];
    for (let pair = 0; pair < PAIRS; pair++) {
      en.push(UNKNOWN, UNKNOWN);
      zh.push(UNKNOWN, UNKNOWN);
    }
    const numbers = asNumbers(knownNumberWords(en, zh));
    expect(belongs(['en', 'zh'], numbers)).toBeGreaterThan(belongs(['en', 'zh']) + 0.02);
    const english = { en: numbers.en! };
    expect(belongs(['en', 'zh'], english)).toBeGreaterThan(belongs(['en', 'zh']) + 0.02);
  });
});

test('a pair that is none is taken apart into its segments, in the order of the text, and nothing else is', () => {
  const pairs = Array.from({ length: 48 }, (_, pair) => [0, 1, 2, 3].map((word) => 4 * pair + word));
  const other = [500, 501, 502, 503, 504, 505, 506, 507, 508];
  const [en, zh] = [
    [...pairs, other, other, [990]],
    [...pairs, other.map((word) => word + 100), other.map((word) => word + 200), [990]],
  ];
  const beads = [
    ...pairs.map((_, at) => plainBead(at, at + 1, at, at + 1)),
    plainBead(48, 50, 48, 50),
    plainBead(50, 51, 50, 50),
    plainBead(51, 51, 50, 51),
  ];
  const found = verdicts(beads, beads, knownNumberWords(en, zh)).slice(48);
  expect(found.map(({ enStart, enEnd, zhStart, zhEnd }) => [enStart, enEnd, zhStart, zhEnd])).toEqual([
    [48, 49, 48, 48],
    [49, 50, 48, 48],
    [50, 50, 48, 49],
    [50, 50, 49, 50],
    [50, 51, 50, 50],
    [51, 51, 50, 51],
  ]);
  expect(found.slice(0, 4).every(({ belongs, crossing }) => belongs === 0 && !crossing)).toBe(true);
});
