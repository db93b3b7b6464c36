import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type MissingNumbers,
  missingNumbers,
} from '../../packages/aligner/src/alignment/quantities/missing-numbers.js';
import type { SideNumbers } from '../../packages/aligner/src/alignment/quantities/segment-numbers.js';
import { finish } from '../../packages/aligner/src/common/steps.js';

/** Segments by the values of their numbers; what is in words says the same in another form, and must not be there. */
const side = (segments: readonly (readonly number[])[], inWords: readonly number[] = []): SideNumbers => ({
  exact: (s) => segments[s]!.map((value) => [value]),
  has: (s, forms) => forms.some((value) => segments[s]!.includes(value) || inWords.includes(value)),
});

/** All segments of one side are looked at with all of the other, unless a window says otherwise. */
function missingIn(
  en: readonly (readonly number[])[],
  zh: readonly (readonly number[])[],
  window = { lo: new Int32Array(en.length), hi: new Int32Array(en.length).fill(zh.length) },
  inWords: readonly number[] = [],
): MissingNumbers {
  const rowStart = new Int32Array(en.length + 1);
  for (let s = 0; s < en.length; s++) rowStart[s + 1] = rowStart[s]! + window.hi[s]! - window.lo[s]!;
  return finish(missingNumbers({ ...window, rowStart }, side(en, inWords), side(zh, inWords)));
}

test('a number is missing that none of the segments on the other side has', () => {
  const missing = missingIn([[12, 7], [], [3]], [[12], [3, 9]]);
  expect(missing(0, 1, 0, 1)).toBe(1);
  expect(missing(0, 2, 0, 1)).toBe(1);
  expect(missing(0, 1, 1, 2)).toBe(4);
  expect(missing(2, 3, 1, 2)).toBe(1);
  expect(missing(0, 3, 0, 2)).toBe(2);
  expect(missing(1, 2, 0, 1)).toBe(1);
});

test('what says the same in another form is not missing', () => {
  expect(missingIn([[12]], [[]])(0, 1, 0, 1)).toBe(1);
  expect(missingIn([[12]], [[]], undefined, [12])(0, 1, 0, 1)).toBe(0);
});

test('where no segment has a number, none is missing', () => {
  expect(missingIn([[], []], [[]])(0, 2, 0, 1)).toBe(0);
  expect(missingIn([], [])(0, 0, 0, 0)).toBe(0);
});

test('each of as many numbers as a segment may have counts', () => {
  const many = Array.from({ length: 30 }, (_, number) => 100 + number);
  expect(missingIn([many], [[]])(0, 1, 0, 1)).toBe(30);
  expect(missingIn([many], [[129]])(0, 1, 0, 1)).toBe(29);
});

test('segments are looked at within their window', () => {
  // Row 0 with columns 0 and 1, row 1 with columns 1 and 2, row 2 with column 2 alone.
  const window = { lo: Int32Array.of(0, 1, 2), hi: Int32Array.of(2, 3, 3) };
  const missing = missingIn([[1], [2], [3]], [[1], [5], [3]], window);
  expect(missing(0, 1, 0, 1)).toBe(0);
  expect(missing(0, 1, 1, 2)).toBe(2);
  expect(missing(1, 2, 1, 3)).toBe(3);
  expect(missing(2, 3, 2, 3)).toBe(0);
});

test('in a bead of any shape, as counted number by number', () => {
  const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 3 });
  const segments = fc.array(numbers, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(segments, segments, (en, zh) => {
      const missing = missingIn(en, zh);
      const without = (own: readonly (readonly number[])[], other: readonly (readonly number[])[]): number =>
        own.flat().filter((value) => !other.flat().includes(value)).length;
      for (let i = 1; i <= en.length; i++)
        for (let row = 0; row < i; row++)
          for (let j = 1; j <= zh.length; j++)
            for (let column = 0; column < j; column++) {
              const [english, chinese] = [en.slice(row, i), zh.slice(column, j)];
              expect(missing(row, i, column, j)).toBe(without(english, chinese) + without(chinese, english));
            }
    }),
    { seed: 20261129, numRuns: 60 },
  );
});
