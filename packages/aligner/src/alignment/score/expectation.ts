import { countInSteps, type Steps } from '../../common/steps.js';
import type { BeadWords } from './bead-words.js';
import { type Links, placesIn, valuesIn } from './links.js';
import type { Meetings } from './meetings.js';
import { occurrencesOf } from './occurrences.js';

/** How many occurrences the lexicon's word counts for, against the counts from the beads. */
const PRIOR_COUNT = 2;
/** Probability that a translation which the lexicon does not have is tried with. */
const UNLISTED = 0.02;
/** Words that occur together less often than this in the beads are not taken for translations of each other. */
const LEAST_TOGETHER = 2;
/** Dice coefficient below which two words are together by chance. */
const LEAST_DICE = 0.15;
/** The strength of the background in the expectation step: a word may also correspond to nothing. */
const UNEXPLAINED = 0.05;

/**
 * The expectation step of IBM model 1 (Brown et al. 1993): shares out each word of one side over the words of the
 * other side that it meets, by the strength of their links.
 *
 * @param explained the side whose words are shared out
 * @param strength how much one type may have come from the other, by link; not a probability yet
 * @returns the expected count of each link
 */
export function expectedCounts(
  beads: BeadWords,
  meetings: Meetings,
  explained: 'en' | 'zh',
  strength: Float64Array,
): Float64Array {
  const { start, times } = beads[explained];
  const share = new Float64Array(times.length).fill(UNEXPLAINED);
  const other = explained === 'en' ? 'zh' : 'en';
  const otherTimes = beads[other].times;
  for (const { link, [explained]: word, [other]: otherWord } of meetings) {
    for (let m = 0; m < link.length; m++) {
      share[word[m]!]! += strength[link[m]!]! * otherTimes[otherWord[m]!]!;
    }
  }
  for (let bead = 0; bead + 1 < start.length; bead++) {
    for (let w = start[bead]!; w < start[bead + 1]!; w++) {
      share[w] = (beads.trust[bead]! * times[w]!) / share[w]!;
    }
  }
  const count = new Float64Array(strength.length);
  for (const { link, [explained]: word, [other]: otherWord } of meetings) {
    for (let m = 0; m < link.length; m++) {
      count[link[m]!]! += share[word[m]!]! * strength[link[m]!]! * otherTimes[otherWord[m]!]!;
    }
  }
  return count;
}

/** The count of all links of each type that is linked to. */
export function countsGiven({ to }: Links, count: Float64Array, types: number): Float64Array {
  const given = new Float64Array(types);
  for (let link = 0; link < to.length; link++) given[to[link]!]! += count[link]!;
  return given;
}

/** What links are tried with, by link: what is known of them, else little for words that keep each other company. */
export function strengths(
  links: Links,
  known: Links,
  probability: ArrayLike<number>,
  company: Links,
): Float64Array {
  const strength = valuesIn(links, known, probability);
  for (const place of placesIn(links, company)) strength[place] ||= UNLISTED;
  return strength;
}

/** The lexicon's probability of a translation, mixed with its count among all that its word was `given` for. */
export function mixed(prior: number, count: number, given: number): number {
  return (PRIOR_COUNT * prior + count) / (PRIOR_COUNT + given);
}

/** English words and the Chinese words that keep them company, by the Dice coefficient over beads. */
export function* companions({ en, zh }: BeadWords): Steps<Links> {
  const { start, segment: beadOf } = occurrencesOf(en);
  const beadsWith = new Int32Array(zh.keys.length);
  for (let word = 0; word < zh.type.length; word++) beadsWith[zh.type[word]!]!++;
  const linkStart = new Int32Array(en.keys.length + 1);
  const to: number[] = [];
  const together = new Int32Array(zh.keys.length);
  const met = new Int32Array(zh.keys.length);
  yield* countInSteps(en.keys.length, 64, (e) => {
    const beadsWithEnglish = start[e + 1]! - start[e]!;
    linkStart[e + 1] = to.length;
    if (beadsWithEnglish < LEAST_TOGETHER) return;
    let metCount = 0;
    for (let at = start[e]!; at < start[e + 1]!; at++) {
      const endOfBead = zh.start[beadOf[at]! + 1]!;
      for (let word = zh.start[beadOf[at]!]!; word < endOfBead; word++) {
        const z = zh.type[word]!;
        if (together[z]!++ === 0) met[metCount++] = z;
      }
    }
    let kept = 0;
    for (let index = 0; index < metCount; index++) {
      const z = met[index]!;
      const dice = (2 * together[z]!) / (beadsWithEnglish + beadsWith[z]!);
      if (together[z]! >= LEAST_TOGETHER && dice >= LEAST_DICE) met[kept++] = z;
      together[z] = 0;
    }
    for (const z of met.subarray(0, kept).sort()) to.push(z);
    linkStart[e + 1] = to.length;
  });
  return { start: linkStart, to: Int32Array.from(to) };
}
