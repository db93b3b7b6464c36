import type { Weights } from '../../score/weights.js';
import { ANY_MARKER, type ScoredSide } from '../scoring-model.js';

/** What the clause markers say: those that both sides begin with, and those inside the bead. */
export function clauseCost(
  en: ScoredSide,
  zh: ScoredSide,
  row: number,
  i: number,
  column: number,
  j: number,
  weights: Weights,
): number {
  let cost = 0;
  const enMarker = en.marker[row]!;
  const zhMarker = zh.marker[column]!;
  if (enMarker !== zhMarker) {
    const tellsNothing = zhMarker === ANY_MARKER && enMarker !== 0;
    if (!tellsNothing) cost += weights.labelDiffers * (enMarker && zhMarker ? 1 : 0.5);
  } else if (enMarker) cost -= weights.labelAgrees;
  for (let s = row + 1; s < i; s++) if (en.marker[s]) cost += weights.labelInside;
  for (let s = column + 1; s < j; s++) if (zh.marker[s]) cost += weights.labelInside;
  return cost;
}
