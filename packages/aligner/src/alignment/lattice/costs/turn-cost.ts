import type { Weights } from '../../score/weights.js';
import type { Places, Turns } from '../turns.js';

/** Turns beyond which it makes no difference how far two segments stand apart. */
const MOST_TURNS = 3;
/** Paragraphs beyond which it makes no difference how many of them stand between two segments in a turn. */
const MOST_BETWEEN = 3;

/** What it costs that the two sides of a bead do not stand in one turn, or not beside each other in it. */
export function turnCost(
  turns: Turns,
  en: Places,
  zh: Places,
  row: number,
  i: number,
  column: number,
  j: number,
  weights: Weights,
): number {
  const enFirst = turns.enFirst + costInOrder(turns, en, zh, row, i, column, j, weights);
  if (enFirst === 0) return 0;
  return Math.min(enFirst, turns.zhFirst + costInOrder(turns, zh, en, column, j, row, i, weights));
}

/** The same where the first of two sides is known to come first in each turn. */
function costInOrder(
  { strength, regularity, usualBetween }: Turns,
  first: Places,
  second: Places,
  row: number,
  i: number,
  column: number,
  j: number,
  weights: Weights,
): number {
  // A bead of several on both sides pays for as many pairs as it stands for, or joining would be the cheaper way.
  const pairs = Math.min(i - row, j - column);
  const atStart = turnsApart(first, row, second, column);
  const atEnd = turnsApart(first, i - 1, second, j - 1);
  const over = Math.min(turnsOver(first, row, i), turnsOver(second, column, j));
  const apart = Math.min(MOST_TURNS, Math.max(atStart, atEnd) + over);
  if (apart > 0) return weights.turnsApart * strength * apart * pairs;
  let sum = 0;
  for (let pair = 0; pair < pairs; pair++) {
    const s = pair === pairs - 1 ? i - 1 : row + pair;
    const between = first.after[s]! + second.before[column + pair]! - usualBetween;
    sum += Math.max(0, Math.min(MOST_BETWEEN, between));
  }
  return sum > 0 ? weights.paragraphBetween * regularity * strength * sum : 0;
}

/** How many turns lie between two segments; a cut one is in all turns from its first piece to its last. */
function turnsApart(first: Places, s: number, second: Places, t: number): number {
  const least = second.run[t]! - first.runEnd[s]! - 1;
  const most = second.runEnd[t]! - first.run[s]! - 1;
  return least > 0 ? (least + 1) >> 1 : most < 0 ? (1 - most) >> 1 : 0;
}

/** How many ends of turns lie inside a range of segments. */
function turnsOver({ run, runEnd }: Places, from: number, to: number): number {
  return Math.max(0, run[to - 1]! - runEnd[from]!) >> 1;
}
