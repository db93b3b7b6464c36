import { COLON, type Marks, QUESTION, SEMICOLON, TRAILING_OFF } from '../../score/marks.js';
import type { Weights } from '../../score/weights.js';

/** What the punctuation says: the ends of both sides, their quotations, questions and exclamations. */
export function markCost(
  en: Marks,
  zh: Marks,
  row: number,
  i: number,
  column: number,
  j: number,
  weights: Weights,
): number {
  let cost = endingCost(en.ending[i - 1]!, zh.ending[j - 1]!, weights);
  if (en.opens[row] !== zh.opens[column]) cost += weights.openingDiffers;
  else if (en.opens[row]) cost -= weights.openingAgrees;
  if (en.closes[i - 1] !== zh.closes[j - 1]) cost += weights.closingDiffers;
  else if (en.closes[i - 1]) cost -= weights.closingAgrees;
  if (en.speaking[i - 1] !== zh.speaking[j - 1]) cost += weights.speakingDiffers;
  for (let s = row + 1; s < i; s++) {
    if (en.ending[s - 1] === COLON) cost += weights.colonInside;
    if (en.opens[s]) cost += weights.openingInsideEnglish;
  }
  for (let s = column + 1; s < j; s++) {
    if (zh.ending[s - 1] === COLON) cost += weights.colonInside;
    if (zh.opens[s]) cost += weights.openingInsideChinese;
  }
  let questions = 0;
  let exclamations = 0;
  let quotations = 0;
  for (let s = row; s < i; s++) {
    questions += en.questions[s]!;
    exclamations += en.exclamations[s]!;
    quotations += en.quotations[s]!;
  }
  for (let s = column; s < j; s++) {
    questions -= zh.questions[s]!;
    exclamations -= zh.exclamations[s]!;
    quotations -= zh.quotations[s]!;
  }
  return (
    cost +
    weights.questionMarks * Math.min(3, Math.abs(questions)) +
    weights.exclamationMarks * Math.min(3, Math.abs(exclamations)) +
    weights.quoteCount * Math.min(3, Math.abs(quotations))
  );
}

function endingCost(enEnding: number, zhEnding: number, weights: Weights): number {
  if (enEnding !== zhEnding) return weights.endingDiffers;
  if (enEnding === QUESTION) return -weights.questionAgrees;
  if (enEnding === COLON) return -weights.colonAgrees;
  if (enEnding === TRAILING_OFF) return -weights.trailingOffAgrees;
  return enEnding === SEMICOLON ? -weights.semicolonAgrees : 0;
}
