import { PairCounts } from './pair-counts.js';
import type { Tokens } from './tokens.js';
import { forEachLink, type TranslationTable, toTable } from './translation-table.js';

/** How many occurrences the lexicon's word counts for, against the counts from the document itself. */
const PRIOR_COUNT = 2;
/** Probability that a translation which the lexicon does not have is tried with. */
export const UNLISTED = 0.02;
/** Words that occur together less often than this in the beads are not taken for translations of each other. */
const LEAST_TOGETHER = 2;
/** Dice coefficient below which two words are together by chance. */
const LEAST_DICE = 0.15;
/** The strength of the background in the expectation step: a word may also correspond to nothing. */
const UNEXPLAINED = 0.05;
/** Probabilities below this are dropped from the table. */
const LEAST_KEPT = 1e-4;
/** Beads of more words on one side teach little and cost their square. */
const MOST_WORDS = 200;

/** A bead for learning: ranges of segments on both sides and how far it is to be trusted, 0–1. */
export interface LearningBead {
  readonly enStart: number;
  readonly enEnd: number;
  readonly zhStart: number;
  readonly zhEnd: number;
  readonly trust: number;
}

/** The types of a bead's words. */
export interface BeadWords {
  readonly en: Int32Array;
  readonly zh: Int32Array;
  readonly trust: number;
}

/** How much a word may have come from another one; not a probability yet. */
type Strength = (e: number, z: number) => number;

/**
 * Learns from beads already found: one expectation step of IBM model 1 (Brown et al. 1993) over them, mixed with
 * the lexicon as a prior. Words that keep turning up in the same beads become translations of each other even if
 * the lexicon has never seen them.
 */
export function reestimate(
  lexical: TranslationTable,
  current: TranslationTable,
  en: Tokens,
  zh: Tokens,
  found: readonly LearningBead[],
): TranslationTable {
  const beads = wordsOf(found, en, zh);
  const isPlausible = plausiblePairs(beads, en, zh);
  const strength = (known: PairCounts): Strength => {
    return (e, z) => known.get(e, z) || (isPlausible(e, z) ? UNLISTED : 0);
  };
  const forward = expectedCounts(beads, 'en', strength(valuesOf(current, current.forward)), zh.keys.length);
  const backward = expectedCounts(beads, 'zh', strength(valuesOf(current, current.backward)), en.keys.length);
  const forwardPrior = valuesOf(lexical, lexical.forward);
  const backwardPrior = valuesOf(lexical, lexical.backward);

  // Every pair that is in the lexicon's table or has been counted in either direction.
  forEachLink(lexical, (e, z) => forward.pairs.add(e, z, 0));
  backward.pairs.forEach((e, z) => {
    forward.pairs.add(e, z, 0);
  });
  const links: { e: number; z: number; forward: number; backward: number }[] = [];
  forward.pairs.forEach((e, z, count) => {
    const link = {
      e,
      z,
      forward: mixed(forwardPrior.get(e, z), count, forward.given[z]!),
      backward: mixed(backwardPrior.get(e, z), backward.pairs.get(e, z), backward.given[e]!),
    };
    if (link.forward > LEAST_KEPT || link.backward > LEAST_KEPT) links.push(link);
  });
  return toTable(links, en.keys.length);
}

/** The words of the beads that something can be learnt from. */
export function wordsOf(found: readonly LearningBead[], en: Tokens, zh: Tokens): BeadWords[] {
  return found
    .map(({ enStart, enEnd, zhStart, zhEnd, trust }) => ({
      en: en.type.subarray(en.start[enStart]!, en.start[enEnd]!),
      zh: zh.type.subarray(zh.start[zhStart]!, zh.start[zhEnd]!),
      trust,
    }))
    .filter((bead) => bead.en.length <= MOST_WORDS && bead.zh.length <= MOST_WORDS);
}

/** The lexicon's probability of a translation, mixed with its count among all that its word was `given` for. */
export function mixed(prior: number, count: number, given: number): number {
  return (PRIOR_COUNT * prior + count) / (PRIOR_COUNT + given);
}

function valuesOf(table: TranslationTable, values: Float64Array): PairCounts {
  const pairs = new PairCounts();
  forEachLink(table, (e, z, link) => pairs.add(e, z, values[link]!));
  return pairs;
}

/**
 * Shares out each word of one side over the bead's words of the other side that may have produced it.
 *
 * @returns the expected count of each pair, and of each word of the other side
 */
export function expectedCounts(
  beads: readonly BeadWords[],
  explained: 'en' | 'zh',
  strength: Strength,
  otherTypes: number,
): { readonly pairs: PairCounts; readonly given: Float64Array } {
  const pairs = new PairCounts();
  const given = new Float64Array(otherTypes);
  const shares = new Float64Array(MOST_WORDS);
  for (const bead of beads) {
    const others = explained === 'en' ? bead.zh : bead.en;
    for (const word of bead[explained]) {
      let all = UNEXPLAINED;
      others.forEach((other, place) => {
        shares[place] = explained === 'en' ? strength(word, other) : strength(other, word);
        all += shares[place]!;
      });
      others.forEach((other, place) => {
        if (shares[place] === 0) return;
        const count = (bead.trust * shares[place]!) / all;
        if (explained === 'en') pairs.add(word, other, count);
        else pairs.add(other, word, count);
        given[other]! += count;
      });
    }
  }
  return { pairs, given };
}

/** How often each type of a side occurs. */
type Occurrences = { readonly count: ArrayLike<number> };

/** Tells which words keep each other's company, by the Dice coefficient over beads. */
export function plausiblePairs(
  beads: readonly BeadWords[],
  en: Occurrences,
  zh: Occurrences,
): (e: number, z: number) => boolean {
  const together = new PairCounts();
  const enBeads = new Float64Array(en.count.length);
  const zhBeads = new Float64Array(zh.count.length);
  for (const bead of beads) {
    const enTypes = new Set(bead.en);
    const zhTypes = new Set(bead.zh);
    for (const e of enTypes) enBeads[e]!++;
    for (const z of zhTypes) zhBeads[z]!++;
    for (const e of enTypes) {
      // A word seen once cannot be seen together twice.
      if (en.count[e]! < LEAST_TOGETHER) continue;
      for (const z of zhTypes) if (zh.count[z]! >= LEAST_TOGETHER) together.add(e, z, 1);
    }
  }
  return (e, z) => {
    const count = together.get(e, z);
    return count >= LEAST_TOGETHER && (2 * count) / (enBeads[e]! + zhBeads[z]!) >= LEAST_DICE;
  };
}
