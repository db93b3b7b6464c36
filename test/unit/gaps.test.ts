import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gapsIn } from '../../packages/aligner/src/alignment/lattice/gaps.js';

const none = { posterior: 1, support: 0, words: 0, belongs: 1, crossing: false };
const bead = (enStart: number, enEnd: number, zhStart: number, zhEnd: number) => ({
  ...none,
  enStart,
  enEnd,
  zhStart,
  zhEnd,
});

const marksOf = (lengths: readonly number[]) =>
  ({ length: Float64Array.from(lengths) }) as unknown as Parameters<typeof gapsIn>[1];

test('a text that leaves nothing out prices a gap as usual, and goes by the lengths of all of it', () => {
  const beads = Array.from({ length: 40 }, (_, k) => bead(k, k + 1, k, k + 1));
  const lengths = marksOf(beads.map(() => 10));
  expect(gapsIn(beads, lengths, lengths, 0.7)).toEqual({ en: 0, zh: 0, ratio: 0.7 });
});

test('a text full of gaps on one side makes them cheap there, and tells lengths by what is paired', () => {
  const beads = Array.from({ length: 20 }, (_, k) => [
    bead(2 * k, 2 * k + 1, k, k + 1),
    bead(2 * k + 1, 2 * k + 2, k + 1, k + 1),
  ]).flat();
  const en = marksOf(Array.from({ length: 40 }, () => 100));
  const zh = marksOf(Array.from({ length: 20 }, () => 30));
  const { en: less, zh: lessChinese, ratio } = gapsIn(beads, en, zh, 0.15);
  expect(less).toBe(4);
  expect(lessChinese).toBe(0);
  expect(ratio).toBeCloseTo(0.3);
});

test('a passage that is left out is one gap, however long it is', () => {
  const pairs = Array.from({ length: 10 }, (_, k) => bead(k, k + 1, k, k + 1));
  const passage = Array.from({ length: 30 }, (_, k) => bead(10 + k, 11 + k, 10, 10));
  const [short, long] = [passage.slice(0, 1), passage].map((gap) =>
    gapsIn([...pairs, ...gap], marksOf(Array(40).fill(10)), marksOf(Array(10).fill(5)), 0.5),
  );
  expect(long!.en).toBe(short!.en);
});

test('each passage between two pairs is a gap of its own, in either language', () => {
  const length = marksOf(Array(40).fill(10));
  const usual = Array.from({ length: 8 }, (_, k) => bead(k, k + 1, k, k + 1));
  const alone = [bead(8, 9, 8, 8), bead(9, 10, 8, 8)];
  const inOne = gapsIn([...usual, ...alone], length, length, 1);
  const inTwo = gapsIn([alone[0]!, ...usual, alone[1]!], length, length, 1);
  expect(inTwo.en).toBeGreaterThan(inOne.en);
  expect(gapsIn([...usual, alone[0]!, bead(9, 9, 8, 9), alone[1]!], length, length, 1).en).toBe(inOne.en);
  expect(inOne.zh).toBe(0);
});

test('a gap that the path is unsure of counts for less', () => {
  const length = marksOf(Array(40).fill(10));
  const usual = Array.from({ length: 8 }, (_, k) => bead(k, k + 1, k, k + 1));
  const [sure, unsure] = [1, 0.5].map((posterior) =>
    gapsIn([...usual, { ...bead(8, 9, 8, 8), posterior }], length, length, 1),
  );
  expect(sure!.en).toBeGreaterThan(unsure!.en);
  expect(unsure!.en).toBeGreaterThan(0);
});

test('where nothing is paired the lengths stay those of both texts', () => {
  const length = marksOf([10, 10, 10]);
  expect(gapsIn([bead(0, 1, 0, 0), bead(1, 1, 0, 1)], length, length, 0.4).ratio).toBe(0.4);
});

test('two texts that change places change the prices of their gaps', () => {
  const shape = fc.constantFrom([1, 1], [1, 0], [0, 1], [2, 1]);
  const property = fc.property(
    fc.array(fc.tuple(shape, fc.double({ min: 0.1, max: 1, noNaN: true }))),
    (steps) => {
      let [i, j] = [0, 0];
      const beads = steps.map(([[en, zh], posterior]) => {
        [i, j] = [i + en!, j + zh!];
        return { ...bead(i - en!, i, j - zh!, j), posterior };
      });
      const exchanged = beads.map((one) => ({
        ...one,
        ...bead(one.zhStart, one.zhEnd, one.enStart, one.enEnd),
        posterior: one.posterior,
      }));
      const length = marksOf(Array(2 * steps.length).fill(10));
      const { en, zh } = gapsIn(beads, length, length, 1);
      expect(gapsIn(exchanged, length, length, 1)).toMatchObject({ en: zh, zh: en });
    },
  );
  fc.assert(property, { seed: 20261129, numRuns: 200 });
});
