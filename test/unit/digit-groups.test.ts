import { describe, expect, test } from 'vitest';
import { joinedGroups, mixedFraction } from '../../packages/aligner/src/alignment/quantities/digit-groups.js';

type Find = (text: string, start: number, end: number) => readonly number[];

/** What is found for digits, where they stand first in a text. */
function found(find: Find, text: string, digits: string): readonly number[] {
  const start = text.indexOf(digits);
  return find(text, start, start + digits.length);
}

describe('digits with the groups beside them', () => {
  test.each<[string, string, number[]]>([
    ['It cost 4 210 crowns.', '4', [4210]],
    ['It cost 4 210 crowns.', '210', [4210]],
    ["It cost 1'500 crowns.", '500', [1500]],
    ['It cost 1’500 crowns.', '1', [1500]],
    ['It cost 4\u00a0210 crowns.', '4', [4210]],
    ['Ring 6552-3456.', '6552', [65523456]],
    ['It sold 3 456, and 789 more.', '456', [3456]],
    // However many of them belong together.
    ['Ring (010) 6552 3456.', '010', [106552, 1065523456]],
    ['Ring (010) 6552 3456.', '6552', [106552, 1065523456, 65523456]],
    ['Rooms 12 34 56 and 78', '34', [1234, 123456, 3456]],
  ])('%s: %s', (text, digits, values) => {
    expect(found(joinedGroups, text, digits)).toEqual(values);
  });

  test.each([
    ['Rooms 12 34 56 and 78', '78'],
    ['12 and 34', '12'],
    ['4  210', '4'],
    // Neither a decimal nor what is too short or too long is a group.
    ['In 2.4 210 crowns', '210'],
    ['4 210.5 crowns', '4'],
    ['1 2', '1'],
    ['1 23456', '1'],
    ['12345 678', '12345'],
  ])('%s: %s stands alone', (text, digits) => {
    expect(found(joinedGroups, text, digits)).toEqual([]);
  });

  test('of two such numbers in a text each has its own', () => {
    const text = 'From 4 210 crowns it rose to 5 320.';
    expect(found(joinedGroups, text, '210')).toEqual([4210]);
    expect(found(joinedGroups, text, '5')).toEqual([5320]);
  });
});

describe('a number and a fraction', () => {
  test.each<[string, string, number[]]>([
    ['Add 1 1/2 cups.', '1', [1.5]],
    ['Add 1 1/2 cups.', '1/2', [1.5]],
    ['Add 1-1/2 cups.', '2', [1.5]],
    ['It is 21 1/3 feet long.', '21', [21.3333]],
    ['Take 2 3/4 of it, then 5 1/4.', '5', [5.25]],
    ['It took 1999 7/16 hours.', '1999', [1999.4375]],
  ])('%s: %s', (text, digits, values) => {
    expect(found(mixedFraction, text, digits)).toEqual(values);
  });

  test.each([
    ['half 1/2 a cup', '1'],
    ['12345 1/2', '2'],
    ['1 123/4', '1'],
    ['1 1/234', '1'],
    ['1  1/2', '1'],
    ['9 mills, 1 1/2 cups', '9'],
  ])('%s: %s is in none', (text, digits) => {
    expect(found(mixedFraction, text, digits)).toEqual([]);
  });
});
