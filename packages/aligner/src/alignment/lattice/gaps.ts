import type { Marks } from '../score/marks.js';
import { type FoundBead, isPair } from './found-bead.js';

/** What the text that a path leaves without counterpart tells of the rest of it. */
export interface Gaps {
  /** By how many nats less than usual it costs to leave English (Chinese) segments without counterpart. */
  readonly en: number;
  readonly zh: number;
  /** Chinese characters for one English character. */
  readonly ratio: number;
}

/**
 * The weights are those of documents that leave little out. In one that a third of is notes, or another text, a gap is no
 * surprise, and at its usual price what stands alone would be taken into the pairs beside it; nor does its text say how
 * long a translation is. The path of a pass knows which kind of document it is, if not each gap.
 *
 * @param beads the whole path, gaps segment by segment
 * @param ratio of both texts as they are
 */
export function gapsIn(beads: readonly FoundBead[], en: Marks, zh: Marks, ratio: number): Gaps {
  // What the path is unsure of, it may leave alone only because no word of it is known.
  const places = { pairs: 0, en: 0, zh: 0 };
  const length = { en: 0, zh: 0 };
  let [inEnglish, inChinese] = [false, false];
  for (const bead of beads) {
    const { enStart, enEnd, zhStart, zhEnd, posterior } = bead;
    if (isPair(bead)) {
      places.pairs++;
      length.en += sum(en.length, enStart, enEnd);
      length.zh += sum(zh.length, zhStart, zhEnd);
      [inEnglish, inChinese] = [false, false];
    } else if (enStart < enEnd) {
      // Further segments of a gap have a price of their own, which is as it is in any document.
      if (!inEnglish) places.en += posterior;
      inEnglish = true;
    } else {
      if (!inChinese) places.zh += posterior;
      inChinese = true;
    }
  }
  const less = { en: lessFor(places.en, places.pairs), zh: lessFor(places.zh, places.pairs) };
  // A few gaps hardly change it, and may be mistakes of the path.
  const trust = length.en > 0 ? Math.min(1, Math.max(less.en, less.zh)) : 0;
  return { ...less, ratio: trust > 0 ? ratio + trust * (length.zh / length.en - ratio) : ratio };
}

function lessFor(gaps: number, pairs: number): number {
  const share = (gaps + FEW) / (gaps + FEW + pairs + PAIRS);
  return Math.max(0, Math.min(MOST_LESS, BY_SHARE * Math.log(share / USUAL_SHARE)));
}

/** What is known before there is any text: as if half a gap had been seen in twelve pairs. */
const FEW = 0.5;
const PAIRS = 12;
/** Up to this share of gaps among gaps and pairs, they cost what they usually do. */
const USUAL_SHARE = 0.04;
/**
 * Nats less for each time that there are e times as many. More than one, which the prior of the shape has already: costs are
 * not independent of each other, and are damped where they become probabilities (`SHARPNESS`), so that a prior counts for
 * more in them.
 */
const BY_SHARE = 2.5;
/** Text without counterpart never becomes cheaper than this: nearly the whole price of the first segment. */
const MOST_LESS = 4;

function sum(values: Float64Array, from: number, to: number): number {
  let total = 0;
  for (let at = from; at < to; at++) total += values[at]!;
  return total;
}
