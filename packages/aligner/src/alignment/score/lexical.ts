import type { Hits } from './hits.js';
import { MOST_WORDS } from './token-collector.js';
import type { Tokens } from './tokens.js';
import type { Weights } from './weights.js';

/** The most segments that a bead may take of one side. */
export const LARGEST_BEAD = 10;

/** Scores the bead of the segments `row … i - 1` and `column … j - 1`; neither side may be empty. */
export type LexicalScorer = (row: number, i: number, column: number, j: number) => number;

/**
 * The lexical log-likelihood ratio of a bead, in nats. For each English word e of the bead,
 * ln((1 − λ) + λ · mean over the bead's Chinese words z of w · t(e|z) / p(e)), where w is larger if both words stand
 * at the same relative place; likewise for each Chinese word; half of each. Words without a hit all count ln(1 − λ),
 * so only words with hits are looked at one by one. The formula is lenient with words that are not translated: a true
 * counterpart hardly ever leaves nearly all of them so. Segments that little speaks for are therefore held against the
 * bead once more.
 */
export function lexicalScorer(hits: Hits, en: Tokens, zh: Tokens, weights: Weights): LexicalScorer {
  const scorer = new BeadScorer(hits, en, zh, weights);
  return (row, i, column, j) => scorer.score(row, i, column, j);
}

/** A document has hundreds of scorers, a few at a time: each has its own arrays. */
class BeadScorer {
  readonly #hits: Hits;
  readonly #en: Int32Array;
  readonly #zh: Int32Array;
  readonly #weights: Weights;
  readonly #noHit: number;
  /** What a hit is worth, by how many sentences both sides have at least. Few beads have several on both: made when wanted. */
  readonly #orders: Float64Array[] = [];
  /** What speaks for each word, by its segment in the bead and its place there; 0 between two beads. */
  readonly #enSum = new Float64Array(LARGEST_BEAD * MOST_WORDS);
  readonly #zhSum = new Float64Array(LARGEST_BEAD * MOST_WORDS);

  constructor(hits: Hits, en: Tokens, zh: Tokens, weights: Weights) {
    this.#hits = hits;
    this.#en = en.start;
    this.#zh = zh.start;
    this.#weights = weights;
    this.#noHit = Math.log(1 - weights.mixture);
  }

  score(row: number, i: number, column: number, j: number): number {
    const { lo, rowStart, start, en: enPlace, zh: zhPlace, forward, backward } = this.#hits;
    const orders = this.#orders;
    const enSum = this.#enSum;
    const zhSum = this.#zhSum;
    const en = this.#en;
    const zh = this.#zh;
    const weights = this.#weights;
    const rest = 1 - weights.mixture;
    const enWords = en[i]! - en[row]!;
    const zhWords = zh[j]! - zh[column]!;
    const sentences = Math.min(i - row, j - column);
    orders[sentences] ??= orderWeights(weights, sentences);
    const order = orders[sentences];
    const enScale = PLACES / enWords;
    const zhScale = PLACES / zhWords;
    for (let s = row; s < i; s++) {
      const enBase = (s - row) * MOST_WORDS;
      const enFirst = en[s]! - en[row]! + 0.5;
      const cells = rowStart[s]! - lo[s]!;
      for (let t = column; t < j; t++) {
        const zhBase = (t - column) * MOST_WORDS;
        const zhFirst = zh[t]! - zh[column]! + 0.5;
        const end = start[cells + t + 1]!;
        for (let hit = start[cells + t]!; hit < end; hit++) {
          const k = enPlace[hit]!;
          const l = zhPlace[hit]!;
          const distance = (enFirst + k) * enScale - (zhFirst + l) * zhScale;
          const weight = order[(distance < 0 ? -distance : distance) | 0]!;
          enSum[enBase + k]! += weight * forward[hit]!;
          zhSum[zhBase + l]! += weight * backward[hit]!;
        }
      }
    }
    return (
      this.#takeSums(enSum, en, row, i, weights.mixture / (rest * zhWords)) +
      this.#takeSums(zhSum, zh, column, j, weights.mixture / (rest * enWords))
    );
  }

  /** What the words of the segments `from … to - 1` add to the bead's ratio. Their sums are 0 afterwards. */
  #takeSums(sums: Float64Array, start: Int32Array, from: number, to: number, scale: number): number {
    let ratio = 0;
    for (let s = from; s < to; s++) {
      const words = start[s + 1]! - start[s]!;
      const own = takeLogRatio(sums, (s - from) * MOST_WORDS, words, scale, this.#noHit);
      ratio += own / 2;
      ratio -= idleNats(own, words, this.#weights) * (to - from > 1 ? 1 : SINGLE);
    }
    return ratio;
  }
}

/**
 * What the words of one segment say, in nats: the sum over them of ln(1 − λ) + ln(1 + scale · sum). Their sums, which begin at
 * `first`, are 0 afterwards.
 */
export function takeLogRatio(
  sums: Float64Array,
  first: number,
  words: number,
  scale: number,
  noHit: number,
): number {
  const last = first + words;
  // A sum of logarithms is taken as the logarithm of a product: logarithms would be most of the work of the whole
  // alignment. What has grown too large for the product is moved to the sum.
  let product = 1;
  let logSum = words * noHit;
  for (let word = first; word < last; word++) {
    const sum = sums[word]!;
    if (sum === 0) continue;
    sums[word] = 0;
    product *= 1 + scale * sum;
    if (product > LARGEST_PRODUCT) {
      logSum += Math.log(product);
      product = 1;
    }
  }
  return logSum + Math.log(product);
}

/** Far enough from what a number can hold that one more factor is no matter. */
export const LARGEST_PRODUCT = 1e200;

/** What is held against a segment of so many words that say so little, in nats. */
export function idleNats(
  own: number,
  words: number,
  { idle, idleBase, idleWord, idleMost }: Weights,
): number {
  return idle * Math.max(0, Math.min(idleMost, idleBase + idleWord * words - own));
}

/** The share of that for a segment that is all of its side of the bead. */
export const SINGLE = 0.5;

/** Places that a bead is divided into, to compare where words stand. */
export const PLACES = 256;

/**
 * What a hit is worth by the distance, in places, between the two words' relative places in the bead: translations
 * keep roughly the same order. Sentences keep theirs better than the words inside a sentence do, so that the more
 * sentences both sides have, the nearer a word's translation stands. The mean over all places is 1, so that a bead of
 * one word is not favoured.
 *
 * @param sentences how many both sides have at least
 */
export function orderWeights({ orderSpread, orderFloor }: Weights, sentences: number): Float64Array {
  const spread = orderSpread / sentences;
  // The mean of e^(−|x − y| / spread) for x and y anywhere between 0 and 1.
  const mean = orderFloor + 2 * spread - 2 * spread * spread * (1 - Math.exp(-1 / spread));
  return new Float64Array(PLACES + 1).map(
    (_, distance) => (orderFloor + Math.exp(-distance / (PLACES * spread))) / mean,
  );
}
