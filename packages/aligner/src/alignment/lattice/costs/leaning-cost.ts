import type { Marks } from '../../score/marks.js';
import type { Weights } from '../../score/weights.js';

/**
 * What is gained by segments inside a bead that lean on the one before them: where an English sentence begins with a
 * pronoun, the other language has often gone on with a comma.
 */
export function leaningCost({ leaning }: Marks, from: number, to: number, weights: Weights): number {
  let cost = 0;
  for (let s = from + 1; s < to; s++) if (leaning[s]) cost -= weights.leaningInside;
  return cost;
}
