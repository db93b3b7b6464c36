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
