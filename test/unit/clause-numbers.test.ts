import { describe, expect, test } from 'vitest';
import { numbersOfOther } from '../../packages/aligner/src/alignment/lattice/clause-numbers.js';
import type { LabelScheme } from '../../packages/aligner/src/types.js';

const clauses = (ordinals: readonly number[], scheme: LabelScheme = 'article') =>
  ordinals.map((ordinal) => ({ scheme, ordinal }));

describe('the number that the counterpart of a clause has', () => {
  test.each<[string, readonly number[], readonly number[], readonly [number, number][], (number | null)[]]>([
    ['is its own where nothing tells otherwise', [1, 2, 3], [1, 2, 3], [], [1, 2, 3]],
    ['is its own up to the last sure one and behind it', [1, 2, 3], [1, 2, 3], [[1, 1]], [1, 2, 3]],
    [
      'goes by the sure ones about it where an article is new',
      [1, 2, 3, 4],
      [1, 2, 3, 4, 5],
      [
        [0, 0],
        [1, 2],
        [3, 4],
      ],
      // Whether the second or the third one is new, the sure ones do not tell.
      [1, null, 2, 3, 4],
    ],
    [
      'goes on so behind the last sure one',
      [1, 2, 3, 4],
      [1, 2, 3, 4, 5],
      [
        [0, 0],
        [1, 2],
      ],
      [1, null, 2, 3, 4],
    ],
    [
      'is told by none before the first sure one where that has another number',
      [1, 2, 3],
      [1, 2, 3, 4],
      [[2, 3]],
      [null, null, null, 3],
    ],
  ])('%s', (_, en, zh, sure, wanted) => {
    expect(numbersOfOther(clauses(en), clauses(zh), sure)).toEqual(wanted);
  });

  test('begins anew with each list, which is a list of its own however long the one before was', () => {
    const en = clauses([1, 2, 1, 2]);
    const zh = clauses([1, 2, 3, 1, 2]);
    expect(
      numbersOfOther(en, zh, [
        [0, 0],
        [1, 2],
      ]),
    ).toEqual([1, null, 2, 1, 2]);
  });

  test('begins anew where the same number comes again', () => {
    expect(numbersOfOther(clauses([2, 2]), clauses([3, 3]), [[0, 0]])).toEqual([2, 3]);
  });

  test('runs on through lists of another kind between', () => {
    const zh = [...clauses([1, 2]), ...clauses([1, 2], 'arabic-parenthesis'), ...clauses([3])];
    const en = [...clauses([1]), ...clauses([1, 2], 'arabic-parenthesis'), ...clauses([2])];
    expect(
      numbersOfOther(en, zh, [
        [0, 1],
        [1, 2],
      ]),
    ).toEqual([null, 1, 1, 2, 2]);
  });
});
