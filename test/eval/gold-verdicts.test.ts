import { describe, expect, test } from 'vitest';
import { judged } from './gold-verdicts.mjs';

// English line 2 is alone; line 3 has lost its counterpart; the last bead is larger than any below.
const GOLD = [
  { en: [0], zh: [0] },
  { en: [1], zh: [1, 2] },
  { en: [2], zh: [] },
  { en: [4, 5, 6], zh: [3, 4] },
];
const bead = (row: number, i: number, column: number, j: number) => ({ row, i, column, j });

describe('what gold says of', () => {
  const beads = [
    { name: 'a gold bead', bead: bead(0, 1, 0, 1), isGold: true, equal: GOLD[0], counts: [1, 1] },
    { name: 'a gold bead of 1-2', bead: bead(1, 2, 1, 3), isGold: true, equal: GOLD[1], counts: [1, 1] },
    { name: 'a part of it', bead: bead(1, 2, 1, 2), isGold: false, equal: null, counts: [1, 0] },
    { name: 'two gold beads in one', bead: bead(0, 2, 0, 3), isGold: false, equal: null, counts: [1, 0] },
    { name: 'a gap over a paired line', bead: bead(1, 2, 3, 3), isGold: false, equal: null, counts: [1, 0] },
    { name: 'a gap over the line alone', bead: bead(2, 3, 3, 3), isGold: true, equal: null, counts: [1, 1] },
    { name: 'a gap over both', bead: bead(1, 3, 3, 3), isGold: false, equal: null, counts: [2, 1] },
    { name: 'a gap over the lost line', bead: bead(3, 4, 3, 3), isGold: true, equal: null, counts: [0, 0] },
    { name: 'a gap over both of these', bead: bead(2, 4, 0, 0), isGold: true, equal: null, counts: [1, 1] },
    { name: 'a pair with the lost line', bead: bead(3, 4, 3, 4), isGold: false, equal: null, counts: [1, 0] },
    {
      name: 'a part of a bead not reached',
      bead: bead(4, 6, 3, 4),
      isGold: true,
      equal: null,
      counts: [1, 0],
    },
    { name: 'a gap inside such a bead', bead: bead(6, 7, 5, 5), isGold: true, equal: null, counts: [1, 0] },
    { name: 'more than such a bead', bead: bead(3, 5, 3, 4), isGold: false, equal: null, counts: [1, 0] },
  ];
  const verdicts = judged(
    beads.map((example) => example.bead),
    GOLD,
  );

  test.each(beads.map((example, index) => ({ ...example, index })))(
    '$name',
    ({ index, isGold, equal, counts: [found, right] }) => {
      expect(verdicts[index]).toMatchObject({ isGold, equal, found, right });
    },
  );
});
