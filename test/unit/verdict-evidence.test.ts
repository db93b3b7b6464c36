import { describe, expect, test } from 'vitest';
import type { SideNumbers } from '../../packages/aligner/src/alignment/quantities/segment-numbers.js';
import { type KnownWords, knownEvidence } from '../../packages/aligner/src/alignment/verdict/evidence.js';
import { finish } from '../../packages/aligner/src/common/steps.js';
import { knownNumberWords, plainBead } from '../helpers/number-words.js';

type Pair = readonly [en: readonly number[], zh: readonly number[]];

/** Forty pairs of four words of their own, all translated. */
const PLAIN: readonly Pair[] = Array.from({ length: 40 }, (_, pair) => {
  const own = [0, 1, 2, 3].map((word) => 10 + 4 * pair + word);
  return [own, own];
});

/** What the words of the last pair say for it, in nats, before the text has taught anything. */
function natsOf(pairs: readonly Pair[], more: Partial<KnownWords> = {}, learnt = 0): number {
  const words = knownNumberWords(
    pairs.map(([en]) => en),
    pairs.map(([, zh]) => zh),
  );
  const { evidence } = finish(knownEvidence({ ...words, ...more }));
  const at = pairs.length - 1;
  return evidence({ ...plainBead(at, at + 1, at, at + 1), support: learnt, words: 1 });
}

describe('what the words of a pair say', () => {
  test('speaks for it by those that are translated, and against it by those that are not', () => {
    const [both, one, none]: Pair[] = [
      [
        [500, 501],
        [500, 501],
      ],
      [
        [500, 501],
        [500, 502],
      ],
      [
        [500, 501],
        [502, 503],
      ],
    ];
    const found = [both!, one!, none!].map((pair) => natsOf([...PLAIN, pair]));
    expect(found[0]).toBeGreaterThan(found[1]! + 0.5);
    expect(found[1]).toBeGreaterThan(found[2]! + 0.5);
    expect(found[0]).toBeGreaterThan(0);
    expect(found[2]).toBeLessThan(0);
  });

  test('a word that stands on the other side only here says more than one that stands everywhere', () => {
    const everywhere = PLAIN.map(
      ([en, zh]): Pair => [
        [...en, 7],
        [...zh, 7],
      ],
    );
    const rare = natsOf([...everywhere, [[500], [500]]]);
    const common = natsOf([...everywhere, [[7], [7]]]);
    expect(rare).toBeGreaterThan(common + 0.2);
    expect(common).toBeGreaterThanOrEqual(0);
  });

  test('a word that fills its text is missing as seldom as one that is little of it', () => {
    const full = PLAIN.map(
      ([en, zh]): Pair => [
        [...en, 7, 7, 7, 7],
        [...zh, 7, 7, 7, 7],
      ],
    );
    const filling = natsOf([...full, [[7], [500]]]);
    const rare = natsOf([...full, [[600], [500]]]);
    expect(filling).toBeGreaterThan(rare + 0.2);
    expect(filling).toBeLessThan(0);
  });

  test('a word whose translation stands elsewhere speaks a little less against it than one that has none', () => {
    const elsewhere = natsOf([...PLAIN, [[10], []]]);
    const nowhere = natsOf([...PLAIN, [[1001], []]]);
    expect(nowhere).toBeLessThan(elsewhere);
    expect(elsewhere).toBeLessThan(-0.2);
  });

  test('words that the lexicon does not know say nothing; of English ones it is known how many those are', () => {
    const unknown: Pair = [[], [1001, 1002]];
    expect(natsOf([...PLAIN, unknown])).toBe(0);
    const english: Pair = [[1001, 1002], []];
    const allKnown = natsOf([...PLAIN, english]);
    // Where half of the Chinese words are in no list, half of the English ones may be.
    const halfKnown = natsOf([
      ...PLAIN.map(([en, zh]): Pair => [en, [...zh, 1010, 1011, 1012, 1013]]),
      english,
    ]);
    expect(allKnown).toBeLessThan(-0.4);
    expect(halfKnown / allKnown).toBeCloseTo(0.5, 1);
    expect(natsOf([[[1001], [1002]]])).toBeCloseTo(0, 9);
    expect(natsOf([[[1001], []]])).toBeLessThan(0);
  });

  test('says no more than the fit has seen, for or against', () => {
    const words = Array.from({ length: 40 }, (_, word) => 500 + word);
    expect(natsOf([...PLAIN, [words, words]])).toBe(6);
    expect(natsOf([...PLAIN, [words, words.map((word) => word + 100)]])).toBe(-3);
  });

  test('what the document has taught counts where it speaks for the pair, up to a bound', () => {
    const pairs: readonly Pair[] = [...PLAIN, [[1001], [1002]]];
    const taught = [-5, 0, 2, 4, 12, 40].map((nats) => natsOf(pairs, {}, nats));
    expect(taught[0]).toBe(taught[1]);
    expect(taught[2]).toBeGreaterThan(taught[1]!);
    expect(taught[3]! - taught[2]!).toBeCloseTo(taught[2]! - taught[1]!, 9);
    expect(taught[5]).toBe(taught[4]);
  });

  test('what speaks beside the words is added', () => {
    const pairs: readonly Pair[] = [...PLAIN, [[1001], [1002]]];
    expect(natsOf(pairs, { besides: () => 2 })).toBeCloseTo(natsOf(pairs) + 2, 9);
  });
});

describe('numbers', () => {
  /** The numbers of the last pair on a side, each in one form. */
  const numbers = (own: readonly number[]): SideNumbers => ({
    exact: (segment) => (segment === PLAIN.length ? own.map((number) => [number]) : []),
    has: (segment, forms) => segment === PLAIN.length && own.some((number) => forms.includes(number)),
  });
  const pairs: readonly Pair[] = [...PLAIN, [[500], [500]]];
  const plain = natsOf(pairs);
  const nats = (en: readonly number[], zh: readonly number[], more: Partial<KnownWords> = {}): number =>
    natsOf(pairs, { enNumbers: numbers(en), zhNumbers: numbers(zh), ...more });

  test('that one side lacks, whichever it is, speak against the pair', () => {
    expect(nats([12], [12])).toBe(plain);
    expect(nats([12, 30], [30, 12])).toBe(plain);
    const lacking = nats([12], []);
    expect(lacking).toBeLessThan(plain - 2);
    expect(nats([], [12])).toBe(lacking);
    expect(nats([12], [13])).toBe(lacking);
    expect(nats([12, 30], [12])).toBe(lacking);
  });

  test('say nothing where both sides come from one line, whose number one of them has', () => {
    expect(nats([12], [], { areOnOneLine: () => true })).toBe(plain);
  });
});
