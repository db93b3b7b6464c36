import { describe, expect, test } from 'vitest';
import type { KnownWords } from '../../packages/aligner/src/alignment/verdict/evidence.js';
import { usualWords } from '../../packages/aligner/src/alignment/verdict/usual-words.js';
import { wordsInBeads } from '../../packages/aligner/src/alignment/verdict/words-in-beads.js';
import { finish } from '../../packages/aligner/src/common/steps.js';
import { knownNumberWords, plainBead } from '../helpers/number-words.js';

type Pair = readonly [en: readonly number[], zh: readonly number[]];

/** What the words of the last pair say for it, in nats. */
function natsOfLast(
  pairs: readonly Pair[],
  learnt: readonly (readonly [number, number])[] = [],
  more: Partial<KnownWords> | ((known: KnownWords) => Partial<KnownWords>) = {},
): number {
  const known = knownNumberWords(
    pairs.map(([en]) => en),
    pairs.map(([, zh]) => zh),
    learnt,
  );
  const words = { ...known, ...(typeof more === 'function' ? more(known) : more) };
  const path = pairs.map((_, at) => plainBead(at, at + 1, at, at + 1));
  const inBeads = finish(wordsInBeads(words));
  const evidence = finish(usualWords(words, inBeads, path, new Float64Array(pairs.length).fill(1)));
  return evidence(path.at(-1)!);
}

/** Pairs of four words of their own, and one that all have; of their own ones so many are translated. */
const pairsWith = (translated: number): Pair[] =>
  Array.from({ length: 40 }, (_, pair) => {
    const own = [0, 1, 2, 3].map((word) => 10 + 4 * pair + word);
    const other = own.map((word, at) => (at < translated ? word : 10 + ((word + 80) % 160)));
    return [
      [...own, 1],
      [...other, 1],
    ];
  });

describe('what is usual among the pairs of a document', () => {
  test('where both sides of all others begin paragraphs together, one that does so alone speaks against its pair, within bounds', () => {
    const pair: Pair = [[10], [10]];
    const last = (count: number, begins: (segment: number) => boolean): number => {
      const beginsParagraph: KnownWords['beginsParagraph'] = (language, segment) =>
        language === 'zh' || begins(segment);
      const all = [...pairsWith(4), ...pairsWith(4)].slice(0, count - 1);
      return natsOfLast([...all, pair], [], { beginsParagraph });
    };
    const against = (count: number, begins = (segment: number): boolean => segment < count - 1): number =>
      last(count, () => true) - last(count, begins);
    expect(against(5)).toBeGreaterThan(2);
    expect(against(12)).toBeGreaterThan(against(5));
    expect(against(80)).toBeCloseTo(4);
    // Where half the paragraphs differ, it says little.
    expect(against(12, (segment) => segment % 2 === 0)).toBeLessThan(1);
    // Where no Chinese line is a paragraph, those that begin in English are no news.
    const inEnglish: KnownWords['beginsParagraph'] = (language, segment) =>
      language === 'en' && segment % 5 === 4;
    const pairs = [...pairsWith(4).slice(0, 39), pair];
    const without = natsOfLast(pairs, [], { beginsParagraph: () => false });
    expect(natsOfLast(pairs, [], { beginsParagraph: inEnglish })).toBeGreaterThan(without - 0.3);
  });

  test('a word without a translation speaks the more against a pair the more of them the others translate', () => {
    // Both words of each language stand elsewhere in the other one.
    const doubtful: Pair = [
      [10, 15],
      [20, 25],
    ];
    const faithful = natsOfLast([...pairsWith(4), doubtful]);
    const free = natsOfLast([...pairsWith(1), doubtful]);
    expect(faithful).toBeLessThan(free - 1);
    expect(faithful).toBeLessThan(-1.5);
  });

  test('a word that the others always translate tells more than any other', () => {
    const pairs = pairsWith(2);
    const lacksCommon = natsOfLast([
      ...pairs,
      [
        [10, 15, 1],
        [10, 15, 20],
      ],
    ]);
    const lacksRare = natsOfLast([
      ...pairs,
      [
        [10, 15, 30],
        [10, 15, 20],
      ],
    ]);
    expect(lacksCommon).toBeLessThan(lacksRare - 0.3);
  });

  test('words that can say nothing say nothing', () => {
    const unknown: Pair = [
      [1001, 1002],
      [1003, 1004],
    ];
    expect(natsOfLast(Array.from({ length: 100 }, () => unknown))).toBeCloseTo(0, 1);
  });

  test('what others have taught speaks for a pair, and what it has taught itself does not', () => {
    const name: Pair = [[1001], [1002]];
    const taught = (times: number): number =>
      natsOfLast([...pairsWith(4), ...Array.from({ length: times }, () => name), name], [[1001, 1002]]);
    expect(taught(0)).toBeLessThan(0);
    expect(taught(1)).toBeLessThan(0);
    expect(taught(3)).toBeGreaterThan(0.5);
  });

  test('what others have taught says the more, the seldomer a word is beside others', () => {
    const name: Pair = [[1001], [1002]];
    const elsewhere: Pair = [
      [2, 3],
      [1002, 2, 3],
    ];
    const taught = (stray: number): number =>
      natsOfLast(
        [...pairsWith(4), name, name, name, ...Array.from({ length: stray }, () => elsewhere), name],
        [[1001, 1002]],
      );
    expect(taught(1)).toBeLessThan(taught(0) - 0.1);
    expect(taught(1)).toBeGreaterThan(0);
    // Mostly without the other one: by chance.
    expect(taught(20)).toBeLessThan(0.1);
    expect(natsOfLast([...pairsWith(4), name, name, name, name])).toBeLessThan(0);
  });

  test('what speaks beside the words is added', () => {
    const plain = natsOfLast(pairsWith(4));
    expect(natsOfLast(pairsWith(4), [], { besides: () => 2 })).toBeCloseTo(plain + 2, 9);
  });

  describe('a number that one side lacks', () => {
    /** Whether the English side of a pair has a number that the Chinese one lacks. */
    const lacking = (isLacking: (pair: number) => boolean): Partial<KnownWords> => ({
      enNumbers: { exact: (segment) => (isLacking(segment) ? [[7]] : []), has: () => false },
    });

    test('speaks against a pair, by less where others lack one as well', () => {
      const plain = natsOfLast(pairsWith(4));
      const [one, few, all] = [(pair: number) => pair === 39, (pair: number) => pair >= 34, () => true].map(
        (isLacking) => natsOfLast(pairsWith(4), [], lacking(isLacking)),
      );
      expect(one).toBeLessThan(plain - 2);
      expect(few).toBeGreaterThan(one! + 0.5);
      expect(few).toBeLessThan(plain - 1);
      expect(all).toBeGreaterThan(plain - 0.5);
      expect(all).toBeLessThanOrEqual(plain);
    });

    /** Known words from 900 on are numbers that need not come again. */
    const named = (known: KnownWords): Partial<KnownWords> => {
      const keys = known.en.keys.map((key) => (/^9\d\d$/.test(key) ? `#${key}` : key));
      return { en: { ...known.en, keys }, zh: { ...known.zh, keys } };
    };
    const pairsWithNumbers = (areTranslated: boolean): Pair[] =>
      pairsWith(4).map(([en, zh], pair) => [areTranslated ? [...en, 900 + pair] : en, [...zh, 900 + pair]]);
    const withMore = (more: number): Pair => [
      [10, 15, 20],
      [10, 15, 20, more],
    ];
    // A word that is in no lexicon makes it as long.
    const [without, withNumber, withWord] = [withMore(1050), withMore(990), withMore(200)];

    test('speaks against a pair as a missing word does where it need not come again', () => {
      const others = pairsWithNumbers(true);
      const plain = natsOfLast([...others, without], [], named);
      const lacks = natsOfLast([...others, withNumber], [], named);
      expect(lacks).toBeLessThan(plain - 0.6);
      expect(lacks).toBeCloseTo(natsOfLast([...others, withWord], [], named), 0);
    });

    test('speaks against a pair where no other has any: numbers are translated as a rule', () => {
      const plain = natsOfLast([...pairsWith(4), without], [], named);
      expect(natsOfLast([...pairsWith(4), withNumber], [], named)).toBeLessThan(plain - 0.4);
    });

    test('says little where the numbers of other pairs do not come again either', () => {
      const others = pairsWithNumbers(false);
      const plain = natsOfLast([...others, without], [], named);
      expect(natsOfLast([...others, withNumber], [], named)).toBeGreaterThan(plain - 0.05);
    });

    test('says nothing where those that must come again are found in some form', () => {
      const others = pairsWithNumbers(true);
      const found = (known: KnownWords): Partial<KnownWords> => ({
        ...named(known),
        ...lacking((pair) => pair === 40),
        zhNumbers: { exact: () => [], has: () => true },
      });
      const plain = natsOfLast([...others, without], [], found);
      expect(natsOfLast([...others, withNumber], [], found)).toBeCloseTo(plain, 9);
    });

    test('is said once where the pair lacks one that must come again as well', () => {
      const others = pairsWithNumbers(true);
      const alsoExact = (known: KnownWords): Partial<KnownWords> => ({
        ...named(known),
        ...lacking((pair) => pair === 40),
      });
      const exact = natsOfLast([...others, without], [], alsoExact);
      expect(natsOfLast([...others, withNumber], [], alsoExact)).toBeCloseTo(exact, 9);
    });
  });
});
