import { occurrencesOf } from '../score/occurrences.js';
import type { SpeakingLinks } from '../score/speaking-links.js';
import type { Tokens } from '../score/tokens.js';
import type { Point } from './local-chains.js';

/** Candidates kept for each English segment. */
const KEPT = 4;
/** Words that occur more often than this among the segments are too common to place one. */
const MOST_MEETINGS = 64;
/** Evidence, in nats, that two segments have by chance. */
const BY_CHANCE = 2;
/** A link gains as much as its ratio is above this; one that is not says nothing here. */
const USUAL_RATIO = 40;

/**
 * For each English segment the few Chinese ones with which it shares the most rare words, without looking at all pairs.
 * Time is linear in the segments, whatever their words.
 *
 * @param en,zh tokens of some segments, and `enNumbers` and `zhNumbers` what they are called in the points
 */
export function rarePoints(
  en: Tokens,
  zh: Tokens,
  links: SpeakingLinks,
  enNumbers: Int32Array,
  zhNumbers: Int32Array,
): Point[] {
  const { start, segment } = occurrencesOf(zh);
  const evidence = new Float64Array(zhNumbers.length);
  const points: Point[] = [];
  enNumbers.forEach((number, s) => {
    const touched: number[] = [];
    for (let token = en.start[s]!; token < en.start[s + 1]!; token++) {
      const e = en.type[token]!;
      for (let link = links.start[e]!; link < links.start[e + 1]!; link++) {
        const z = links.zh[link]!;
        if (start[z + 1]! - start[z]! > MOST_MEETINGS) continue;
        const gain = Math.log1p(links.forward[link]! / USUAL_RATIO);
        for (let at = start[z]!; at < start[z + 1]!; at++) {
          const t = segment[at]!;
          if (evidence[t] === 0) touched.push(t);
          evidence[t]! += gain;
        }
      }
    }
    const best = touched
      .filter((t) => evidence[t]! > BY_CHANCE)
      .sort((a, b) => evidence[b]! - evidence[a]! || a - b)
      .slice(0, KEPT)
      .sort((a, b) => a - b);
    for (const t of best) points.push({ en: number, zh: zhNumbers[t]!, value: evidence[t]! - BY_CHANCE });
    for (const t of touched) evidence[t] = 0;
  });
  return points;
}
