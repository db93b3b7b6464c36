import { idleNats, LARGEST_PRODUCT, orderWeights, PLACES, SINGLE, takeLogRatio } from './lexical.js';
import type { SpeakingLinks } from './speaking-links.js';
import type { Tokens } from './tokens.js';
import type { Weights } from './weights.js';
import { WordsInWindow } from './words-in-window.js';

/**
 * The lexical score of beads of one segment on either side, for a whole row of them at a time. The coarse pass asks for all cells
 * of its band, of which few are looked at again: hits are added up as they are found, and kept nowhere.
 */
export class SegmentEvidence {
  readonly #en: Tokens;
  readonly #zhStart: Int32Array;
  readonly #links: SpeakingLinks;
  readonly #weights: Weights;
  readonly #words: WordsInWindow;
  readonly #order: Float64Array;
  readonly #firstWord: number;
  /** By Chinese segment: how wide a word of it is, in places, and what a hit's share of its words is worth to an English word. */
  readonly #width: Float64Array;
  readonly #scale: Float64Array;
  /**
   * What speaks for the English word at hand in each Chinese segment, which word that is, and what those before it have come to,
   * as a product with its logarithm (see `takeLogRatio`); and what speaks for each Chinese word.
   */
  readonly #sum: Float64Array;
  readonly #word: Int32Array;
  readonly #product: Float64Array;
  readonly #logSum: Float64Array;
  readonly #zhSum: Float64Array;
  readonly #touched: Int32Array;

  constructor(en: Tokens, zh: Tokens, links: SpeakingLinks, weights: Weights) {
    this.#en = en;
    this.#zhStart = zh.start;
    this.#links = links;
    this.#weights = weights;
    this.#words = new WordsInWindow(zh);
    this.#order = orderWeights(weights, 1);
    this.#firstWord = zh.start[0]!;
    const segments = zh.start.length - 1;
    this.#width = new Float64Array(segments);
    this.#scale = new Float64Array(segments);
    for (let t = 0; t < segments; t++) {
      const own = zh.start[t + 1]! - zh.start[t]!;
      this.#width[t] = PLACES / own;
      this.#scale[t] = weights.mixture / ((1 - weights.mixture) * own);
    }
    this.#sum = new Float64Array(segments);
    this.#word = new Int32Array(segments).fill(NONE);
    this.#product = new Float64Array(segments);
    this.#logSum = new Float64Array(segments);
    this.#zhSum = new Float64Array(zh.start[segments]! - this.#firstWord);
    this.#touched = new Int32Array(segments);
  }

  /**
   * Writes what the words of English segment s and of each Chinese one in `from … to - 1` say for each other, from `out[0]` on, in
   * nats: as `lexicalScorer` scores the bead of both, with what their words without a hit cost given back; 0 where no word of the one
   * has to do with the other. Neither s nor either end of the range may ever decrease.
   */
  write(s: number, from: number, to: number, out: Float64Array): void {
    const { cursor, count, isIn, occurrences } = this.#words;
    const { segment, place } = occurrences;
    const { start: linkStart, zh: linked, forward, backward } = this.#links;
    const { start: enStart, type: enType } = this.#en;
    const zhStart = this.#zhStart;
    const firstWord = this.#firstWord;
    const weights = this.#weights;
    const order = this.#order;
    const width = this.#width;
    const sum = this.#sum;
    const word = this.#word;
    const product = this.#product;
    const logSum = this.#logSum;
    const zhSum = this.#zhSum;
    const touched = this.#touched;
    const rest = 1 - weights.mixture;
    const noHit = Math.log(rest);
    const perWord = -noHit / 2;

    out.fill(0, 0, to - from);
    this.#words.moveTo(from, to);
    const first = enStart[s]!;
    const enWords = enStart[s + 1]! - first;
    const enWidth = PLACES / enWords;
    const enScale = weights.mixture / (rest * enWords);
    let met = 0;
    for (let k = 0; k < enWords; k++) {
      const e = enType[first + k]!;
      const at = (0.5 + k) * enWidth;
      for (let link = linkStart[e]!, lastLink = linkStart[e + 1]!; link < lastLink; link++) {
        const z = linked[link]!;
        if ((isIn[z >>> 5]! & (1 << z)) === 0) continue;
        const forwardHere = forward[link]!;
        const backwardHere = backward[link]!;
        for (let own = cursor[z]!, end = own + count[z]!; own < end; own++) {
          const t = segment[own]!;
          const l = place[own]!;
          if (word[t] !== k) {
            if (word[t] === NONE) {
              touched[met++] = t;
              product[t] = 1;
              logSum[t] = enWords * noHit;
            } else this.#endWord(t);
            word[t] = k;
            sum[t] = 0;
          }
          const distance = at - (0.5 + l) * width[t]!;
          const weight = order[(distance < 0 ? -distance : distance) | 0]!;
          sum[t]! += weight * forwardHere;
          zhSum[zhStart[t]! - firstWord + l]! += weight * backwardHere;
        }
      }
    }
    for (let index = 0; index < met; index++) {
      const t = touched[index]!;
      this.#endWord(t);
      word[t] = NONE;
      const zhWords = zhStart[t + 1]! - zhStart[t]!;
      const enOwn = logSum[t]! + Math.log(product[t]!);
      const zhOwn = takeLogRatio(zhSum, zhStart[t]! - firstWord, zhWords, enScale, noHit);
      out[t - from] =
        enOwn / 2 -
        idleNats(enOwn, enWords, weights) * SINGLE +
        (zhOwn / 2 - idleNats(zhOwn, zhWords, weights) * SINGLE) +
        perWord * (enWords + zhWords);
    }
  }

  #endWord(t: number): void {
    const grown = this.#product[t]! * (1 + this.#scale[t]! * this.#sum[t]!);
    if (grown > LARGEST_PRODUCT) {
      this.#logSum[t]! += Math.log(grown);
      this.#product[t] = 1;
    } else this.#product[t] = grown;
  }
}

const NONE = -1;
