import type { Weights } from '../../score/weights.js';
import type { ScoredSide } from '../scoring-model.js';

/** What the paragraphs say: whether both sides begin one, and those that begin inside the bead. */
export function paragraphCost(
  en: ScoredSide,
  zh: ScoredSide,
  row: number,
  i: number,
  column: number,
  j: number,
  weights: Weights,
): number {
  let cost = 0;
  const enBegins = en.beginsParagraph[row]!;
  if (enBegins !== zh.beginsParagraph[column]) cost += weights.paragraphDiffers;
  else if (enBegins) cost -= weights.paragraphAgrees;
  for (let s = row + 1; s < i; s++) if (en.beginsParagraph[s]) cost += weights.paragraphInside;
  for (let s = column + 1; s < j; s++) if (zh.beginsParagraph[s]) cost += weights.paragraphInside;
  return cost;
}
