import fc from 'fast-check';
import { expect, test } from 'vitest';
import { galeChurch } from './gale-church.mjs';

/** The probability of each shape, from table 5 of the paper; where one stands for two shapes, they share it. */
const SHAPES = [
  [1, 1, 0.89],
  [1, 0, 0.0099],
  [0, 1, 0.0099],
  [2, 1, 0.089],
  [1, 2, 0.089],
  [2, 2, 0.011],
] as const;

const sum = (lengths: readonly number[]): number => lengths.reduce((total, length) => total + length, 0);

/** The probability that a standard normal variable is farther from 0 than z, by the trapezoid rule. */
function bothTails(z: number): number {
  const [end, pieces] = [z + 10, 1000];
  const width = (end - z) / pieces;
  let area = 0;
  for (let k = 0; k <= pieces; k++) {
    const x = z + k * width;
    area += (k === 0 || k === pieces ? width / 2 : width) * Math.exp((-x * x) / 2);
  }
  return (2 * area) / Math.sqrt(2 * Math.PI);
}

/** The recursion as the paper has it, from the end of both texts. */
function asPublished(en: readonly number[], zh: readonly number[]): number {
  const scale = sum(en) / sum(zh);
  const least = (i: number, j: number): number => {
    if (i === 0 && j === 0) return 0;
    const ways = SHAPES.filter(([n, m]) => n <= i && m <= j).map(([n, m, share]) => {
      const [english, chinese] = [sum(en.slice(i - n, i)), scale * sum(zh.slice(j - m, j))];
      const deviation = Math.sqrt((6.8 * (english + chinese)) / 2);
      return least(i - n, j - m) - Math.log(share * bothTails(Math.abs(english - chinese) / deviation));
    });
    return Math.min(...ways);
  };
  return least(en.length, zh.length);
}

test('costs what the published recursion does', () => {
  const lengths = fc.array(fc.integer({ min: 20, max: 90 }), { minLength: 1, maxLength: 4 });
  const property = fc.property(lengths, lengths, (en, zh) => {
    fc.pre(Math.abs(en.length - zh.length) < 3);
    expect(galeChurch(en, zh)).toBeCloseTo(asPublished(en, zh), 2);
  });
  fc.assert(property, { seed: 20261122, numRuns: 40 });
});

test('stays near the diagonal of a long text', () => {
  const en = Array.from({ length: 900 }, (_, k) => 40 + ((k * 37) % 50));
  const zh = en.flatMap((length, k) => (k % 3 === 0 ? [length / 4, length / 4] : [length / 2]));
  // 300 beads of one and two, 600 of one and one: the lengths fit exactly.
  expect(galeChurch(en, zh)).toBeLessThanOrEqual(-300 * Math.log(0.089) - 600 * Math.log(0.89) + 1e-3);
});
