import type { BeadWords } from './bead-words.js';
import { type Links, placesIn, valuesIn } from './links.js';
import { occurrencesOf, type Words } from './occurrences.js';

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

/** What an expectation step counts, in occurrences. */
export interface Expected {
  /** Of each link. */
  readonly count: Float64Array;
  /** Of all links of each type of the side that words were shared out over. */
  readonly given: Float64Array;
}

/**
 * The expectation step of IBM model 1 (Brown et al. 1993): shares out each word of one side over the words of the other
 * side in its bead, by the strength of their links.
 *
 * It goes type by type, so that sums by pair of types need no more than an array over the other side's types.
 * Time grows with the number of word pairs in beads.
 *
 * @param links from the types of the side whose words are explained to those of the other
 * @param strength how much one type may have come from the other, by link; not a probability yet
 */
export function expectedCounts(
  explained: Words,
  others: Words,
  trust: Float64Array,
  links: Links,
  strength: Float64Array,
): Expected {
  const { start, segment: beadOf } = occurrencesOf(explained);
  const count = new Float64Array(links.to.length);
  const given = new Float64Array(others.keys.length);
  // What the type at hand has with each type of the other side: 0 but for its links.
  const strengthWith = new Float64Array(others.keys.length);
  const sharesWith = new Float64Array(others.keys.length);
  for (let type = 0; type + 1 < start.length; type++) {
    const firstLink = links.start[type]!;
    const endOfLinks = links.start[type + 1]!;
    if (firstLink === endOfLinks) continue;
    for (let link = firstLink; link < endOfLinks; link++) strengthWith[links.to[link]!] = strength[link]!;
    for (let at = start[type]!; at < start[type + 1]!; at++) {
      const bead = beadOf[at]!;
      const firstWord = others.start[bead]!;
      const endOfWords = others.start[bead + 1]!;
      let all = UNEXPLAINED;
      for (let word = firstWord; word < endOfWords; word++) all += strengthWith[others.type[word]!]!;
      if (all === UNEXPLAINED) continue;
      const share = trust[bead]! / all;
      for (let word = firstWord; word < endOfWords; word++) {
        const other = others.type[word]!;
        if (strengthWith[other]! > 0) sharesWith[other]! += share;
      }
    }
    for (let link = firstLink; link < endOfLinks; link++) {
      const other = links.to[link]!;
      count[link] = strength[link]! * sharesWith[other]!;
      given[other]! += count[link]!;
      strengthWith[other] = 0;
      sharesWith[other] = 0;
    }
  }
  return { count, given };
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
export function companions({ en, zh }: BeadWords): Links {
  const { start, segment: beadOf } = occurrencesOf(en);
  const beadsWith = countBeads(zh);
  const linkStart = new Int32Array(en.keys.length + 1);
  const to: number[] = [];
  const together = new Int32Array(zh.keys.length);
  // Each bead of each English type has its turn, so that a Chinese word which the bead has twice counts once.
  const lastTurn = new Int32Array(zh.keys.length);
  let turn = 0;
  const met = new Int32Array(zh.keys.length);
  for (let e = 0; e < en.keys.length; e++) {
    let beads = 0;
    let metCount = 0;
    for (let at = start[e]!; at < start[e + 1]!; at++) {
      const bead = beadOf[at]!;
      if (at > start[e]! && bead === beadOf[at - 1]) continue;
      beads++;
      turn++;
      for (let word = zh.start[bead]!; word < zh.start[bead + 1]!; word++) {
        const z = zh.type[word]!;
        if (lastTurn[z] === turn) continue;
        lastTurn[z] = turn;
        if (together[z] === 0) met[metCount++] = z;
        together[z]!++;
      }
    }
    let kept = 0;
    for (let index = 0; index < metCount; index++) {
      const z = met[index]!;
      const dice = (2 * together[z]!) / (beads + beadsWith[z]!);
      if (together[z]! >= LEAST_TOGETHER && dice >= LEAST_DICE) met[kept++] = z;
      together[z] = 0;
    }
    for (const z of met.subarray(0, kept).sort()) to.push(z);
    linkStart[e + 1] = to.length;
  }
  return { start: linkStart, to: Int32Array.from(to) };
}

/** The number of beads that have each type. */
function countBeads({ type, start, keys }: Words): Int32Array {
  const beads = new Int32Array(keys.length);
  const last = new Int32Array(keys.length).fill(-1);
  for (let bead = 0; bead + 1 < start.length; bead++) {
    for (let word = start[bead]!; word < start[bead + 1]!; word++) {
      const own = type[word]!;
      if (last[own] !== bead) beads[own]!++;
      last[own] = bead;
    }
  }
  return beads;
}
