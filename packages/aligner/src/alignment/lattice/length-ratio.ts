import type { Marks } from '../score/marks.js';

/** Chinese characters for one English character: of most translations, and the least and the most of any. */
const USUAL_RATIO = 0.3;
const LEAST_RATIO = 0.15;
const MOST_RATIO = 0.8;

/** Chinese characters for one English character in a text and its translation. */
export function lengthRatio(en: Marks, zh: Marks): number {
  const ratio = (total(zh.length) + 1) / (total(en.length) + 1);
  // Where one text says much that the other does not, their lengths do not tell.
  return ratio >= LEAST_RATIO && ratio <= MOST_RATIO ? ratio : USUAL_RATIO;
}

/** The ratio itself, or the nearest one that a translation may have. */
export function boundedRatio(ratio: number): number {
  return Math.max(LEAST_RATIO, Math.min(MOST_RATIO, ratio));
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
