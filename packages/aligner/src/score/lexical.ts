import { type Hits, MOST_WORDS } from './hits.js';
import type { Tokens } from './tokens.js';
import type { Weights } from './weights.js';

/** The most segments that a bead may take of one side. */
export const LARGEST_BEAD = 10;

/**
 * The lexical log-likelihood ratio of a bead, in nats. For each English word e of the bead,
 * ln((1 − λ) + λ · mean over the bead's Chinese words z of w · t(e|z) / p(e)), where w is larger if both words stand
 * at the same relative place; likewise for each Chinese word; half of each. Words without a hit all count ln(1 − λ),
 * so only words with hits are looked at one by one. A segment of a larger bead that nothing speaks for is held
 * against the bead.
 */
export function lexicalScorer(
  hits: Hits,
  en: Tokens,
  zh: Tokens,
  weights: Weights,
): (row: number, i: number, column: number, j: number) => number {
  const { lo, rowStart, start, forward, backward } = hits;
  const rest = 1 - weights.mixture;
  const noHit = Math.log(rest);
  const orders = Array.from({ length: LARGEST_BEAD }, (_, sentences) => orderWeights(weights, sentences + 1));
  const enSum = new Float64Array(LARGEST_BEAD * MOST_WORDS);
  const zhSum = new Float64Array(LARGEST_BEAD * MOST_WORDS);
  const enTouched = new Int32Array(LARGEST_BEAD * MOST_WORDS);
  const zhTouched = new Int32Array(LARGEST_BEAD * MOST_WORDS);

  // A sum of logarithms is taken as the logarithm of a product, one for each segment: logarithms would be most of
  // the work of the whole alignment. What has grown too large for the product is moved to the sum.
  const product = new Float64Array(LARGEST_BEAD).fill(1);
  const logSum = new Float64Array(LARGEST_BEAD);
  const multiply = (segment: number, factor: number): void => {
    product[segment]! *= factor;
    if (product[segment]! > 1e200) {
      logSum[segment]! += Math.log(product[segment]!);
      product[segment] = 1;
    }
  };
  const takeLog = (segment: number): number => {
    const sum = logSum[segment]! + Math.log(product[segment]!);
    product[segment] = 1;
    logSum[segment] = 0;
    return sum;
  };

  return (row, i, column, j) => {
    const enWords = en.start[i]! - en.start[row]!;
    const zhWords = zh.start[j]! - zh.start[column]!;
    const order = orders[Math.min(i - row, j - column) - 1]!;
    let enCount = 0;
    let zhCount = 0;
    const enPlaces = PLACES / enWords;
    const zhPlaces = PLACES / zhWords;
    for (let s = row; s < i; s++) {
      const enBase = (s - row) * MOST_WORDS;
      const enFirst = en.start[s]! - en.start[row]!;
      for (let t = column; t < j; t++) {
        const cell = rowStart[s]! + t - lo[s]!;
        const zhBase = (t - column) * MOST_WORDS;
        const zhFirst = zh.start[t]! - zh.start[column]!;
        for (let h = start[cell]!; h < start[cell + 1]!; h++) {
          const enPlace = hits.en[h]!;
          const zhPlace = hits.zh[h]!;
          const distance = (enFirst + enPlace + 0.5) * enPlaces - (zhFirst + zhPlace + 0.5) * zhPlaces;
          const weight = order[Math.abs(distance) | 0]!;
          const k = enBase + enPlace;
          const l = zhBase + zhPlace;
          if (enSum[k] === 0) enTouched[enCount++] = k;
          if (zhSum[l] === 0) zhTouched[zhCount++] = l;
          enSum[k]! += weight * forward[h]!;
          zhSum[l]! += weight * backward[h]!;
        }
      }
    }
    let ratio = 0;
    let idle = 0;
    const enScale = weights.mixture / (rest * zhWords);
    for (let t = 0; t < enCount; t++) {
      const k = enTouched[t]!;
      multiply((k / MOST_WORDS) | 0, 1 + enScale * enSum[k]!);
      enSum[k] = 0;
    }
    for (let s = row; s < i; s++) {
      const own = takeLog(s - row) + (en.start[s + 1]! - en.start[s]!) * noHit;
      if (i - row > 1 && own <= 0) idle++;
      ratio += own;
    }
    const zhScale = weights.mixture / (rest * enWords);
    for (let t = 0; t < zhCount; t++) {
      const l = zhTouched[t]!;
      multiply((l / MOST_WORDS) | 0, 1 + zhScale * zhSum[l]!);
      zhSum[l] = 0;
    }
    for (let t = column; t < j; t++) {
      const own = takeLog(t - column) + (zh.start[t + 1]! - zh.start[t]!) * noHit;
      if (j - column > 1 && own <= 0) idle++;
      ratio += own;
    }
    return ratio / 2 - weights.idle * idle;
  };
}

/** Places that a bead is divided into, to compare where words stand. */
const PLACES = 256;

/**
 * What a hit is worth by the distance, in places, between the two words' relative places in the bead: translations
 * keep roughly the same order. Sentences keep theirs better than the words inside a sentence do, so that the more
 * sentences both sides have, the nearer a word's translation stands. The mean over all places is 1, so that a bead of
 * one word is not favoured.
 */
function orderWeights({ orderSpread, orderFloor }: Weights, sentences: number): Float64Array {
  const spread = orderSpread / sentences;
  // The mean of e^(−|x − y| / spread) for x and y anywhere between 0 and 1.
  const mean = orderFloor + 2 * spread - 2 * spread * spread * (1 - Math.exp(-1 / spread));
  return new Float64Array(PLACES + 1).map(
    (_, distance) => (orderFloor + Math.exp(-distance / (PLACES * spread))) / mean,
  );
}
