import type { Weights } from '../../score/weights.js';

/** What the number of segments costs, beside how rare the shape is. */
export function shapeCost(n: number, m: number, weights: Weights): number {
  let cost = weights.further * (n + m - 2);
  if (n > 1 && m > 1) cost += weights.severalOnBoth;
  if (n > 1 && m > 1 && n + m > 4) cost += weights.beyondTwoAndTwo;
  return cost;
}
