import fc from 'fast-check';
import { expect, test } from 'vitest';
import { thoseOutOfOrder } from '../../packages/aligner/src/alignment/crossing/out-of-order.js';

const bead = (en: number, zh: number) => ({
  enStart: en,
  enEnd: en + 1,
  zhStart: zh,
  zhEnd: zh + 1,
  posterior: 1,
  support: 1,
  words: 1,
  belongs: 1,
  crossing: false,
});
type Pair = readonly [en: number, zh: number];
const outOf = (chains: readonly (readonly Pair[])[], settled: readonly Pair[]): Pair[][] =>
  thoseOutOfOrder(
    chains.map((chain) => chain.map(([en, zh]) => ({ en, zh }))),
    settled.map(([en, zh]) => bead(en, zh)),
  ).map((chain) => chain.map(({ en, zh }): Pair => [en, zh]));

test.each<[string, Pair[][], Pair[], Pair[][]]>([
  [
    'between what is settled, a chain is in order',
    [
      [
        [2, 3],
        [3, 4],
      ],
    ],
    [
      [0, 0],
      [5, 6],
    ],
    [],
  ],
  [
    'a chain across it is not',
    [
      [
        [2, 8],
        [3, 9],
      ],
    ],
    [
      [0, 0],
      [5, 6],
    ],
    [
      [
        [2, 8],
        [3, 9],
      ],
    ],
  ],
  [
    'one with a pair across it is not either',
    [
      [
        [2, 3],
        [3, 9],
      ],
    ],
    [
      [0, 0],
      [5, 6],
    ],
    [
      [
        [2, 3],
        [3, 9],
      ],
    ],
  ],
  [
    'of two chains across each other the heavier is',
    [
      [
        [1, 5],
        [2, 6],
      ],
      [[4, 1]],
    ],
    [],
    [[[4, 1]]],
  ],
  [
    'chains may go through each other in order',
    [
      [
        [1, 1],
        [5, 5],
      ],
      [[3, 3]],
      [[4, 2]],
    ],
    [],
    [[[4, 2]]],
  ],
  [
    'a chain in which a segment has two',
    [
      [
        [1, 1],
        [1, 2],
        [2, 3],
      ],
      [[3, 2]],
    ],
    [],
    [[[3, 2]]],
  ],
])('%s', (_, chains, settled, expected) => {
  expect(outOf(chains, settled)).toEqual(expected);
});

test('what is left agrees with itself and with what is settled; what is out of order does not', () => {
  const places = fc.shuffledSubarray([...Array(12).keys()], { minLength: 12 });
  fc.assert(
    fc.property(places, fc.integer({ min: 0, max: 6 }), (zhOf, count) => {
      // Single pairs, each of its own segments; the first ones that agree with each other are settled.
      const settled: Pair[] = [];
      const chains: Pair[][] = [];
      const agrees = ([en, zh]: Pair, others: readonly Pair[]): boolean =>
        others.every((other) => other[0] < en === other[1] < zh);
      zhOf.forEach((zh, en) => {
        if (settled.length < count && agrees([en, zh], settled)) settled.push([en, zh]);
        else chains.push([[en, zh]]);
      });
      const inOrder = [...settled];
      const expected = chains.filter(([pair]) => {
        if (!agrees(pair!, inOrder)) return true;
        inOrder.push(pair!);
        return false;
      });
      expect(outOf(chains, settled)).toEqual(expected);
    }),
  );
});
