import type { ScoredSide, ScoringModel } from '../scoring-model.js';
import { surely } from './heading-cost.js';

/** By how much less segments without counterpart cost, since all of them are such as are often alone. */
export function lessAlone(
  { headings, places, times }: ScoredSide,
  from: number,
  to: number,
  { turns, timing, weights }: ScoringModel,
): number {
  const surplus = turns ? weights.surplusAlone * turns.regularity * turns.strength : 0;
  const unaccompanied = timing ? weights.timeAlone * timing.strength : 0;
  let least = Number.POSITIVE_INFINITY;
  for (let s = from; s < to; s++) {
    const less = Math.max(
      weights.headingAlone * surely(headings, headings.kind[s]!),
      places.surplus[s] ? surplus : 0,
      times.alone[s] ? unaccompanied : 0,
    );
    if (less < least) least = less;
  }
  return least;
}
