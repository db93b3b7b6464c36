import type { Rectangle } from '../../score/rectangle.js';
import type { Weights } from '../../score/weights.js';
import type { ScoringModel } from '../scoring-model.js';

/** What the lengths say, as characters without white space. */
export function lengthCost(enLength: number, zhLength: number, ratio: number, weights: Weights): number {
  const expected = enLength * ratio;
  const difference = zhLength - expected;
  // The 2 keeps very short segments, whose lengths say little, from weighing as much as long ones.
  const squared = (difference * difference) / (weights.lengthVariance * (expected + zhLength + 2));
  return Math.min(weights.lengthLimit, weights.length * squared);
}

/** The same of one bead by itself; `beadCosts` asks for many, and adds the lengths up once. */
export function lengthCostOf({ en, zh, ratio, weights }: ScoringModel, bead: Rectangle): number {
  const { row, i, column, j } = bead;
  const enLength = sum(en.marks.length.subarray(row, i));
  const zhLength = sum(zh.marks.length.subarray(column, j));
  return lengthCost(enLength, zhLength, ratio, weights);
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
