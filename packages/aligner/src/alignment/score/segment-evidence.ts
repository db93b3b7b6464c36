import { idleNats, LARGEST_PRODUCT, orderInSegment, PLACES, SINGLE, takeLogRatio } from './lexical.js';
import type { SpeakingLinks } from './speaking-links.js';
import type { Tokens } from './tokens.js';
import type { Weights } from './weights.js';
import { WordsInWindow } from './words-in-window.js';

/**
 * Writes what the words of English segment s and of each Chinese one in `from … to - 1` say for each other, from `out[0]` on, in
 * nats: as `lexicalScorer` scores the bead of both, with what their words without a hit cost given back; 0 where no word of the one
 * has to do with the other. Neither s nor either end of the range may ever decrease.
 */
export type SegmentEvidence = (s: number, from: number, to: number, out: Float64Array) => void;

/**
 * The lexical score of beads of one segment on either side, for a whole row of them at a time. The coarse pass asks for all cells
 * of its band, of which few are looked at again: hits are added up as they are found, and kept nowhere.
 */
export function segmentEvidence(
  en: Tokens,
  zh: Tokens,
  links: SpeakingLinks,
  weights: Weights,
): SegmentEvidence {
  const rest = 1 - weights.mixture;
  const noHit = Math.log(rest);
  const perWord = -noHit / 2;
  const order = orderInSegment(weights);
  const words = new WordsInWindow(zh);
  const { cursor, count, isIn } = words;
  const { segment, place } = words.occurrences;
  const { start: linkStart, zh: linked, forward, backward } = links;
  const { start: enStart, type: enType } = en;
  const { start: zhStart } = zh;

  const segments = zhStart.length - 1;
  const firstWord = zhStart[0]!;
  // By Chinese segment: how wide a word of it is, in places, and what a hit's share of its words is worth to an English word.
  const width = new Float64Array(segments);
  const scale = new Float64Array(segments);
  for (let t = 0; t < segments; t++) {
    const own = zhStart[t + 1]! - zhStart[t]!;
    width[t] = PLACES / own;
    scale[t] = weights.mixture / (rest * own);
  }
  // What speaks for the English word at hand in each Chinese segment, which word that is, and what those before it have come to,
  // as a product with its logarithm (see `takeLogRatio`); and what speaks for each Chinese word.
  const sum = new Float64Array(segments);
  const word = new Int32Array(segments).fill(NONE);
  const product = new Float64Array(segments);
  const logSum = new Float64Array(segments);
  const zhSum = new Float64Array(zhStart[segments]! - firstWord);
  const touched = new Int32Array(segments);

  const endWord = (t: number): void => {
    const grown = product[t]! * (1 + scale[t]! * sum[t]!);
    if (grown > LARGEST_PRODUCT) {
      logSum[t]! += Math.log(grown);
      product[t] = 1;
    } else product[t] = grown;
  };

  return (s, from, to, out) => {
    out.fill(0, 0, to - from);
    words.moveTo(from, to);
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
            } else endWord(t);
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
      endWord(t);
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
  };
}

const NONE = -1;
