import type { Weights } from '../../score/weights.js';

/** What the lengths say, as characters without white space. */
export function lengthCost(enLength: number, zhLength: number, ratio: number, weights: Weights): number {
  const expected = enLength * ratio;
  const difference = zhLength - expected;
  // The 2 keeps very short segments, whose lengths say little, from weighing as much as long ones.
  const squared = (difference * difference) / (weights.lengthVariance * (expected + zhLength + 2));
  return Math.min(weights.lengthLimit, weights.length * squared);
}
