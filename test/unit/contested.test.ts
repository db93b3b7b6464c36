import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contested } from '../../packages/aligner/src/alignment/crossing/contested.js';

const shown = (points: readonly (readonly [en: number, zh: number, value: number])[]): string[] =>
  contested(points.map(([en, zh, value]) => ({ en, zh, value }))).map(
    ({ en, zh, value }) => `${en}-${zh} ${value}`,
  );

test.each<[string, [number, number, number][], string[]]>([
  [
    'nothing speaks for another one',
    [
      [0, 5, 3],
      [1, 6, 2],
    ],
    ['0-5 3', '1-6 2'],
  ],
  [
    'more speaks for another row',
    [
      [0, 5, 3],
      [0, 9, 8],
    ],
    ['0-9 8'],
  ],
  [
    'a little more does',
    [
      [0, 5, 3],
      [0, 9, 4],
    ],
    ['0-5 2', '0-9 4'],
  ],
  [
    'in the other language as well',
    [
      [0, 5, 3],
      [7, 5, 8],
    ],
    ['7-5 8'],
  ],
  [
    'two beside each other go with one',
    [
      [0, 5, 8],
      [0, 6, 3],
    ],
    ['0-5 8', '0-6 3'],
  ],
  [
    'and so on the other side',
    [
      [0, 5, 8],
      [1, 5, 3],
    ],
    ['0-5 8', '1-5 3'],
  ],
  [
    'but not on both',
    [
      [0, 5, 8],
      [0, 6, 3],
      [1, 6, 8],
    ],
    ['0-5 8', '1-6 8'],
  ],
  [
    'equal ones, as of repeated rows',
    [
      [0, 5, 3],
      [0, 9, 3],
    ],
    ['0-5 3', '0-9 3'],
  ],
])('%s', (_, points, expected) => {
  expect(shown(points)).toEqual(expected);
});

test('no point gains, and the best of its row and column keeps what it has', () => {
  const point = fc.tuple(fc.nat(6), fc.nat(6), fc.integer({ min: 1, max: 20 }));
  fc.assert(
    fc.property(fc.uniqueArray(point, { selector: ([en, zh]) => `${en} ${zh}` }), (drawn) => {
      const points = drawn.map(([en, zh, value]) => ({ en, zh, value }));
      const left = contested(points);
      for (const each of points) {
        const after = left.find(({ en, zh }) => en === each.en && zh === each.zh)?.value ?? 0;
        expect(after).toBeLessThanOrEqual(each.value);
        const isBest = points.every(
          ({ en, zh, value }) => value <= each.value || (en !== each.en && zh !== each.zh),
        );
        if (isBest) expect(after).toBe(each.value);
      }
    }),
  );
});
