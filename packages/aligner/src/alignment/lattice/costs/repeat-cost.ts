import type { Marks } from '../../score/marks.js';
import type { Weights } from '../../score/weights.js';

/**
 * What it costs that one side says something again after something else and the other does not. Words explain any number of
 * others, so that a title and a date that stand twice would all go with those that stand once.
 */
export function repeatCost(
  en: Marks,
  zh: Marks,
  row: number,
  i: number,
  column: number,
  j: number,
  weights: Weights,
): number {
  return weights.repeatedInside * Math.abs(repeatsInside(en, row, i) - repeatsInside(zh, column, j));
}

function repeatsInside({ again }: Marks, from: number, to: number): number {
  let count = 0;
  for (let s = from + 2; s < to; s++) if (again[s]! > 0 && s - again[s]! >= from) count++;
  return count;
}
