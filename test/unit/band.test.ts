import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Band,
  bandAround,
  makeBand,
  wallLimits,
  wholeTable,
  within,
} from '../../packages/aligner/src/alignment/lattice/band.js';
import { roughPath } from '../../packages/aligner/src/alignment/lattice/rough-path.js';
import type { Lexicon } from '../../packages/aligner/src/alignment/score/lexicon.js';
import { findPinyinNames } from '../../packages/aligner/src/alignment/score/names.js';
import { tokenizeChinese, tokenizeEnglish } from '../../packages/aligner/src/alignment/score/tokens.js';
import { lexiconTable } from '../../packages/aligner/src/alignment/score/translation-table.js';
import { finish } from '../../packages/aligner/src/common/steps.js';
import type { Language, Segment } from '../../packages/aligner/src/types.js';

function expectBand({ rows, columns, lo, hi, rowStart }: Band): void {
  expect([lo[0], hi[rows - 1], rowStart[0]]).toEqual([0, columns, 0]);
  for (let row = 0; row < rows; row++) {
    expect(lo[row]).toBeGreaterThanOrEqual(0);
    expect(hi[row]).toBeGreaterThan(lo[row]);
    expect(hi[row]).toBeLessThanOrEqual(columns);
    expect(rowStart[row + 1] - rowStart[row]).toBe(hi[row] - lo[row]);
    if (row === 0) continue;
    expect(lo[row]).toBeGreaterThanOrEqual(lo[row - 1]);
    expect(hi[row]).toBeGreaterThanOrEqual(hi[row - 1]);
    expect(lo[row], `row ${row} touches the one before`).toBeLessThan(hi[row - 1]);
  }
}

const ranges = (band: Band): string => [...band.lo].map((start, row) => `${start}-${band.hi[row]}`).join(' ');

describe('band', () => {
  const options = { seed: 20261122, numRuns: 1000 };
  const size = fc.integer({ min: 1, max: 12 });

  test('any wished-for ranges become a band in which a path exists', () => {
    const column = fc.integer({ min: -5, max: 20 });
    const wishes = fc.array(fc.tuple(column, column), { minLength: 1, maxLength: 12 });
    const property = fc.property(wishes, size, (wished, columns) => {
      const lo = Int32Array.from(wished, ([start]) => start);
      const hi = Int32Array.from(wished, ([, end]) => end);
      expectBand(makeBand(lo, hi, columns));
    });
    fc.assert(property, options);
  });

  test('a band around a path holds the path and what is near it', () => {
    const steps = fc.array(fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 })), { maxLength: 12 });
    const property = fc.property(steps, fc.nat({ max: 4 }), (beads, halfWidth) => {
      const corners: [number, number][] = [];
      let [row, column] = [0, 0];
      for (const [en, zh] of beads) {
        row += en;
        column += zh;
        corners.push([row, column]);
      }
      const band = bandAround(corners, row + 1, column + 1, () => halfWidth);
      expectBand(band);
      for (const [i, j] of corners) {
        expect(band.lo[i]).toBeLessThanOrEqual(Math.max(0, j - halfWidth));
        expect(band.hi[i]).toBeGreaterThan(Math.min(column, j + halfWidth));
      }
    });
    fc.assert(property, options);
  });

  test.each<[string, [number, number][], string]>([
    [
      'clipped to the table',
      [
        [-3, 99],
        [-3, 99],
      ],
      '0-4 0-4',
    ],
    [
      'already one',
      [
        [0, 2],
        [1, 3],
        [2, 4],
      ],
      '0-2 1-3 2-4',
    ],
    [
      'made monotone',
      [
        [0, 3],
        [2, 2],
        [1, 4],
      ],
      '0-3 1-3 1-4',
    ],
    [
      'made to touch',
      [
        [0, 1],
        [3, 4],
      ],
      '0-1 0-4',
    ],
    [
      'empty ranges',
      [
        [9, 0],
        [9, 0],
      ],
      '0-1 0-4',
    ],
  ])('%s', (_, wished, expected) => {
    const lo = Int32Array.from(wished, ([start]) => start);
    const hi = Int32Array.from(wished, ([, end]) => end);
    expect(ranges(makeBand(lo, hi, 4))).toBe(expected);
  });

  test('a path with a long jump is wide only where it jumps', () => {
    expect(
      ranges(
        bandAround(
          [
            [1, 1],
            [2, 8],
            [3, 9],
          ],
          4,
          10,
          () => 1,
        ),
      ),
    ).toBe('0-3 0-10 0-10 7-10');
  });
});

/** Knows no words: only equal numbers link the languages. */
const wordless: Lexicon = { name: 'none', translations: () => [], frequency: () => 0, readings: () => [] };

function pathOf(english: readonly string[], chinese: readonly string[]): [number, number][] {
  const segments = (texts: readonly string[], language: Language): Segment[] =>
    texts.map((text, paragraph) => ({
      language,
      text,
      spans: [],
      paragraph,
      clause: null,
      label: null,
      stitched: false,
      truncated: false,
    }));
  const en = segments(english, 'en');
  const enTokens = finish(tokenizeEnglish(en));
  const names = findPinyinNames(enTokens.capitalised, wordless);
  const zhTokens = finish(tokenizeChinese(segments(chinese, 'zh'), wordless, names));
  return finish(roughPath(enTokens, zhTokens, finish(lexiconTable(enTokens, zhTokens, wordless, names))));
}

describe('rough path', () => {
  const numbers = (from: number, to: number): number[] =>
    Array.from({ length: to - from }, (_, n) => 1000 + from + n);
  const english = (list: readonly number[]): string[] =>
    list.map((n) => `Boat ${n} carried apples to the island.`);
  const chinese = (list: readonly number[]): string[] => list.map((n) => `第${n}号船把苹果运到岛上。`);
  const diagonal = (from: number, to: number, shift = 0): [number, number][] =>
    numbers(from, to).map((n) => [n - 1000, n - 1000 + shift]);

  test('numbers that both sides have once lead along the diagonal', () => {
    expect(pathOf(english(numbers(0, 300)), chinese(numbers(0, 300)))).toEqual(diagonal(0, 300));
  });

  test('a block that only one side has is gone around', () => {
    const some = [...numbers(0, 100), ...numbers(150, 350)];
    const path = [...diagonal(0, 100), ...diagonal(150, 350, -50)];
    expect(pathOf(english(numbers(0, 350)), chinese(some))).toEqual(path);
    expect(pathOf(english(some), chinese(numbers(0, 350)))).toEqual(path.map(([i, j]) => [j, i]));
  });

  test('of two blocks that changed places the longer one is followed', () => {
    const swapped = [...numbers(100, 300), ...numbers(0, 100)];
    expect(pathOf(english(numbers(0, 300)), chinese(swapped))).toEqual(diagonal(100, 300, -100));
  });

  test('nothing in common: no path', () => {
    expect(pathOf(english(numbers(0, 300)), chinese(numbers(400, 700)))).toEqual([]);
    expect(pathOf([], chinese(numbers(0, 9)))).toEqual([]);
    expect(pathOf(english(numbers(0, 9)), [])).toEqual([]);
  });

  // Of 25 copies each, a number meets its counterparts too often to be looked for everywhere.
  test.each([2, 25])('a text of %i equal copies is followed copy by copy', (copies) => {
    const length = Math.ceil(7500 / copies);
    const list = Array.from({ length: copies }, () => numbers(0, length)).flat();
    expect(pathOf(english(list), chinese(list))).toEqual(list.map((_, row) => [row, row]));
  });

  test('one sentence again and again places nothing', () => {
    const again = new Array<number>(5000).fill(1);
    expect(pathOf(english(again), chinese(again))).toEqual([]);
  });

  test('pairs rise strictly on both sides, whatever the order', () => {
    const order = fc.array(fc.nat({ max: 299 }), { minLength: 300, maxLength: 300 });
    const property = fc.property(order, (list) => {
      const path = pathOf(english(list.map((n) => 1000 + n)), chinese(numbers(0, 300)));
      expect(path.length).toBeGreaterThan(0);
      path.forEach(([i, j], index) => {
        if (index === 0) return;
        expect(i).toBeGreaterThan(path[index - 1][0]);
        expect(j).toBeGreaterThan(path[index - 1][1]);
      });
    });
    fc.assert(property, { seed: 20261122, numRuns: 20 });
  });
});

test('a band within the limits of walls is one and has all walls; of the whole table, the limits are left', () => {
  const table = fc.record({ rows: fc.integer({ min: 1, max: 9 }), columns: fc.integer({ min: 1, max: 9 }) });
  const property = fc.property(
    table.chain(({ rows, columns }) => {
      const place = fc.tuple(fc.nat({ max: rows - 1 }), fc.nat({ max: columns - 1 }));
      const wish = fc.array(fc.integer({ min: -3, max: 12 }), { minLength: rows, maxLength: rows });
      return fc.record({
        rows: fc.constant(rows),
        columns: fc.constant(columns),
        places: fc.array(place, { maxLength: 3 }),
        lo: wish,
        hi: wish,
      });
    }),
    ({ rows, columns, places, lo, hi }) => {
      // Walls stand in the order of both texts.
      const walls = places
        .sort(([a, b], [c, d]) => a - c || b - d)
        .filter(([, zh], index, all) => all.slice(0, index).every(([, before]) => before <= zh))
        .map(([en, zh]) => ({ en, zh }));
      const limits = wallLimits(walls, rows, columns);
      const band = within(makeBand(Int32Array.from(lo), Int32Array.from(hi), columns), limits);
      expectBand(band);
      for (const { en, zh } of walls) {
        expect(band.lo[en]).toBeLessThanOrEqual(zh);
        expect(band.hi[en]).toBeGreaterThan(zh);
      }
      const whole = within(wholeTable(rows - 1, columns - 1), limits);
      expect([whole.lo, whole.hi]).toEqual([limits.lo, limits.hi]);
      for (let row = 0; row < rows; row++) {
        expect(band.lo[row]).toBeGreaterThanOrEqual(limits.lo[row]);
        expect(band.hi[row]).toBeLessThanOrEqual(limits.hi[row]);
      }
    },
  );
  fc.assert(property, { seed: 20261122, numRuns: 1000 });
});

test.each([
  ['one wall', [{ en: 2, zh: 3 }], '0-4 0-4 0-6 3-6 3-6'],
  [
    'walls in one row',
    [
      { en: 2, zh: 2 },
      { en: 2, zh: 4 },
    ],
    '0-3 0-3 0-6 4-6 4-6',
  ],
  [
    'walls in one column',
    [
      { en: 1, zh: 2 },
      { en: 3, zh: 2 },
    ],
    '0-3 0-3 2-3 2-6 2-6',
  ],
])('the limits are rectangles from wall to wall: %s', (_, walls, columns) => {
  expect(ranges(within(wholeTable(4, 5), wallLimits(walls, 5, 6)))).toBe(columns);
});
