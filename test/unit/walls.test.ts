import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinWalls, type Wall } from '../../packages/aligner/src/alignment/walls.js';

/** Walls as `en-zh en-zh …`. */
function parse(walls: string): Wall[] {
  return walls
    .split(' ')
    .filter((wall) => wall !== '')
    .map((wall) => wall.split('-').map(Number))
    .map(([en, zh]) => ({ en, zh }));
}
const write = (walls: readonly Wall[]): string => walls.map(({ en, zh }) => `${en}-${zh}`).join(' ');

describe('walls of two kinds', () => {
  test.each([
    ['nothing certain', '', '1-1 2-3', '1-1 2-3'],
    ['nothing likely', '1-1 2-3', '', '1-1 2-3'],
    ['in turn', '2-2 4-4', '1-1 3-3 5-5', '1-1 2-2 3-3 4-4 5-5'],
    ['across one that is certain', '2-2', '1-3 3-1', '2-2'],
    ['in the row or column of one that is certain', '2-2', '2-1 2-3', '2-1 2-2 2-3'],
    ['the same', '2-2', '2-2', '2-2 2-2'],
    ['one-sided stretches', '2-2 4-2', '3-2 3-3', '2-2 3-2 4-2'],
  ])('%s', (_, certain, likely, expected) => {
    expect(write(joinWalls(parse(certain), parse(likely)))).toBe(expected);
  });

  const inOrder = fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { maxLength: 8 }).map((steps) => {
    let [en, zh] = [0, 0];
    return steps.map(([right, down]): Wall => {
      en += right;
      zh += down;
      return { en, zh };
    });
  });

  test('all that are certain stay, what a path can reach besides stays too, and all are in order', () => {
    const property = fc.property(inOrder, inOrder, (certain, likely) => {
      const joined = joinWalls(certain, likely);
      for (const [index, wall] of joined.entries()) {
        const before = joined[index - 1] ?? { en: 0, zh: 0 };
        expect(wall.en >= before.en && wall.zh >= before.zh, write(joined)).toBe(true);
      }
      const fits = likely.filter((wall) =>
        certain.every((other) => (wall.en - other.en) * (wall.zh - other.zh) >= 0),
      );
      const sorted = (walls: readonly Wall[]): string[] => walls.map((wall) => write([wall])).sort();
      expect(sorted(joined)).toEqual(sorted([...certain, ...fits]));
    });
    fc.assert(property, { seed: 20261122, numRuns: 500 });
  });
});
