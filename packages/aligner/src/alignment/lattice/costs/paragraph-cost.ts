import type { Rectangle } from '../../score/rectangle.js';
import type { Weights } from '../../score/weights.js';
import { BEGINS, BEGINS_AS_ALL_DO, GOES_ON, type ScoredSide } from '../scoring-model.js';

/** What the paragraphs say: whether both sides begin one, and those that begin inside the bead. */
export function paragraphCost(
  en: ScoredSide,
  zh: ScoredSide,
  { row, i, column, j }: Rectangle,
  weights: Weights,
): number {
  let cost = 0;
  const [enBegins, zhBegins] = [en.beginsParagraph[row]!, zh.beginsParagraph[column]!];
  if (enBegins !== zhBegins && (enBegins === GOES_ON || zhBegins === GOES_ON))
    cost += weights.paragraphDiffers;
  else if (enBegins === BEGINS && zhBegins === BEGINS) cost -= weights.paragraphAgrees;
  return cost + costInside(en, row, i, weights) + costInside(zh, column, j, weights);
}

/** Where each paragraph is one sentence, two of them are oftener said in one than where paragraphs have several. */
const AS_ALL_DO = 2 / 3;

function costInside(
  { beginsParagraph, beginsItem }: ScoredSide,
  from: number,
  to: number,
  weights: Weights,
): number {
  let cost = 0;
  for (let s = from + 1; s < to; s++) {
    if (beginsParagraph[s] === BEGINS) cost += weights.paragraphInside;
    else if (beginsParagraph[s] === BEGINS_AS_ALL_DO) cost += AS_ALL_DO * weights.paragraphInside;
    if (beginsItem[s]) cost += weights.itemInside;
  }
  return cost;
}
