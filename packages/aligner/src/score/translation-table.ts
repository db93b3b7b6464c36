import type { Lexicon } from './lexicon.js';
import type { PinyinNames } from './names.js';
import { LATIN, NUMBER, type Tokens } from './tokens.js';

/**
 * Which English type may translate which Chinese type, and how probably. The links of English type e are
 * `start[e] … start[e + 1] - 1`.
 */
export interface TranslationTable {
  readonly start: Int32Array;
  /** The Chinese type of each link, ascending within an English type. */
  readonly zh: Int32Array;
  /** t(e|z): the probability of the English type, given the Chinese one. */
  readonly forward: Float64Array;
  /** t(z|e). */
  readonly backward: Float64Array;
}

/** Weight of a name spelt in pinyin beside dictionary translations; of one character it is mostly chance. */
const NAME_WEIGHT = 3;
const SHORT_NAME_WEIGHT = 0.15;

const MONTHS = 'januari februari march april mai june juli august septemb octob novemb decemb'.split(' ');

/** The table that the lexicon, equal numbers, Latin words and names in pinyin give. */
export function lexiconTable(en: Tokens, zh: Tokens, lexicon: Lexicon, names: PinyinNames): TranslationTable {
  const links: Link[] = [];
  zh.keys.forEach((key, z) => {
    const add = (stem: string, weight: number, all: number): void => {
      const e = en.typeOf.get(stem);
      if (e !== undefined) links.push({ e, z, weight: weight / all, forward: weight / all });
    };
    if (key.startsWith(NUMBER)) {
      add(key, 1, 1);
      const value = Number(key.slice(1));
      if (value <= 12 && MONTHS[value - 1]) add(MONTHS[value - 1]!, 0.5, 1);
      return;
    }
    if (key.startsWith(LATIN)) {
      add(key.slice(1), 1, 1);
      return;
    }
    const name = names.nameOf(key);
    const nameWeight = name === undefined ? 0 : key.length > 1 ? NAME_WEIGHT : SHORT_NAME_WEIGHT;
    const translations = lexicon.translations(key);
    const all = translations.reduce((sum, { weight }) => sum + weight, nameWeight) || 1;
    for (const { stem, weight } of translations) if (stem !== name) add(stem, weight, all);
    if (name !== undefined) {
      const own = translations.find(({ stem }) => stem === name)?.weight ?? 0;
      add(name, own + nameWeight, all);
    }
  });
  return tabulate(links, en, zh);
}

interface Link {
  readonly e: number;
  readonly z: number;
  /** What the link is worth in the English word's own list, before its Chinese words' frequencies. */
  readonly weight: number;
  readonly forward: number;
}

function tabulate(links: Link[], en: Tokens, zh: Tokens): TranslationTable {
  links.sort((a, b) => a.e - b.e || a.z - b.z);
  const start = new Int32Array(en.keys.length + 1);
  for (const { e } of links) start[e + 1]!++;
  for (let e = 0; e < en.keys.length; e++) start[e + 1]! += start[e]!;
  const forward = Float64Array.from(links, (link) => link.forward);
  const backward = new Float64Array(links.length);
  // t(z|e): of the Chinese words here that e may stand for, the commoner is the likelier.
  for (let e = 0; e < en.keys.length; e++) {
    let all = 0;
    for (let k = start[e]!; k < start[e + 1]!; k++) all += links[k]!.weight * zh.count[links[k]!.z]!;
    for (let k = start[e]!; k < start[e + 1]!; k++)
      backward[k] = (links[k]!.weight * zh.count[links[k]!.z]!) / all;
  }
  return { start, zh: Int32Array.from(links, ({ z }) => z), forward, backward };
}

/** How many occurrences the lexicon's word counts for, against the counts from the document itself. */
const PRIOR_COUNT = 2;
/** How much of a word's probability is kept for translations that the lexicon does not have. */
const UNLISTED = 0.02;
/** Words that occur together less often than this in the beads are not taken for translations of each other. */
const LEAST_TOGETHER = 2;
/** Dice coefficient below which two words are together by chance. */
const LEAST_DICE = 0.15;

/** A bead for learning: ranges of segments on both sides and how far it is to be trusted, 0–1. */
export interface LearningBead {
  readonly enStart: number;
  readonly enEnd: number;
  readonly zhStart: number;
  readonly zhEnd: number;
  readonly trust: number;
}

/**
 * Learns from beads already found: one expectation step of IBM model 1 (Brown et al. 1993) over them, mixed with
 * the lexicon as a prior. Words that keep turning up in the same beads become translations of each other even if
 * the lexicon has never seen them.
 */
export function reestimate(
  base: TranslationTable,
  current: TranslationTable,
  en: Tokens,
  zh: Tokens,
  beads: readonly LearningBead[],
): TranslationTable {
  const pairs = new PairCounts();
  for (const bead of beads) countTogether(pairs, bead, en, zh);
  const enIn = new Float64Array(en.keys.length);
  const zhIn = new Float64Array(zh.keys.length);
  for (const { enStart, enEnd, zhStart, zhEnd } of beads) {
    forEachType(en, enStart, enEnd, (e) => enIn[e]!++);
    forEachType(zh, zhStart, zhEnd, (z) => zhIn[z]!++);
  }
  const plausible = (e: number, z: number, together: number): boolean =>
    together >= LEAST_TOGETHER && (2 * together) / (enIn[e]! + zhIn[z]!) >= LEAST_DICE;

  const forwardCount = new PairCounts();
  const backwardCount = new PairCounts();
  const forwardTotal = new Float64Array(zh.keys.length);
  const backwardTotal = new Float64Array(en.keys.length);
  const lookup = new PairCounts();
  const lookupBack = new PairCounts();
  forEachLink(current, (e, z, k) => {
    lookup.add(e, z, current.forward[k]!);
    lookupBack.add(e, z, current.backward[k]!);
  });
  for (const { enStart, enEnd, zhStart, zhEnd, trust } of beads) {
    const eTokens = en.type.subarray(en.start[enStart]!, en.start[enEnd]!);
    const zTokens = zh.type.subarray(zh.start[zhStart]!, zh.start[zhEnd]!);
    if (eTokens.length === 0 || zTokens.length === 0 || eTokens.length > 200 || zTokens.length > 200)
      continue;
    const share = new Float64Array(Math.max(eTokens.length, zTokens.length));
    for (const e of eTokens) {
      let all = UNEXPLAINED;
      zTokens.forEach((z, l) => {
        share[l] = strength(lookup, pairs, e, z, plausible);
        all += share[l]!;
      });
      zTokens.forEach((z, l) => {
        if (share[l] === 0) return;
        const count = (trust * share[l]!) / all;
        forwardCount.add(e, z, count);
        forwardTotal[z]! += count;
      });
    }
    for (const z of zTokens) {
      let all = UNEXPLAINED;
      eTokens.forEach((e, k) => {
        share[k] = strength(lookupBack, pairs, e, z, plausible);
        all += share[k]!;
      });
      eTokens.forEach((e, k) => {
        if (share[k] === 0) return;
        const count = (trust * share[k]!) / all;
        backwardCount.add(e, z, count);
        backwardTotal[e]! += count;
      });
    }
  }

  const baseForward = new PairCounts();
  const baseBackward = new PairCounts();
  forEachLink(base, (e, z, k) => {
    baseForward.add(e, z, base.forward[k]!);
    baseBackward.add(e, z, base.backward[k]!);
    forwardCount.add(e, z, 0);
  });
  backwardCount.forEach((e, z) => {
    forwardCount.add(e, z, 0);
  });
  const entries: { e: number; z: number; forward: number; backward: number }[] = [];
  forwardCount.forEach((e, z, count) => {
    const forward = (PRIOR_COUNT * baseForward.get(e, z) + count) / (PRIOR_COUNT + forwardTotal[z]!);
    const backward =
      (PRIOR_COUNT * baseBackward.get(e, z) + backwardCount.get(e, z)) / (PRIOR_COUNT + backwardTotal[e]!);
    if (forward > LEAST_KEPT || backward > LEAST_KEPT) entries.push({ e, z, forward, backward });
  });
  entries.sort((a, b) => a.e - b.e || a.z - b.z);
  const start = new Int32Array(en.keys.length + 1);
  for (const { e } of entries) start[e + 1]!++;
  for (let e = 0; e < en.keys.length; e++) start[e + 1]! += start[e]!;
  return {
    start,
    zh: Int32Array.from(entries, ({ z }) => z),
    forward: Float64Array.from(entries, ({ forward }) => forward),
    backward: Float64Array.from(entries, ({ backward }) => backward),
  };
}

/** The strength of the background in the expectation step: a word may also correspond to nothing. */
const UNEXPLAINED = 0.05;
/** Probabilities below this are dropped from the table. */
const LEAST_KEPT = 1e-4;

function strength(
  lookup: PairCounts,
  pairs: PairCounts,
  e: number,
  z: number,
  plausible: (e: number, z: number, together: number) => boolean,
): number {
  const known = lookup.get(e, z);
  if (known > 0) return known;
  return plausible(e, z, pairs.get(e, z)) ? UNLISTED : 0;
}

function forEachLink(table: TranslationTable, visit: (e: number, z: number, link: number) => void): void {
  for (let e = 0; e + 1 < table.start.length; e++) {
    for (let k = table.start[e]!; k < table.start[e + 1]!; k++) visit(e, table.zh[k]!, k);
  }
}

function forEachType(tokens: Tokens, from: number, to: number, visit: (type: number) => void): void {
  for (const type of new Set(tokens.type.subarray(tokens.start[from]!, tokens.start[to]!))) visit(type);
}

function countTogether(pairs: PairCounts, bead: LearningBead, en: Tokens, zh: Tokens): void {
  const eTypes = new Set(en.type.subarray(en.start[bead.enStart]!, en.start[bead.enEnd]!));
  const zTypes = new Set(zh.type.subarray(zh.start[bead.zhStart]!, zh.start[bead.zhEnd]!));
  if (eTypes.size > 200 || zTypes.size > 200) return;
  for (const e of eTypes) {
    // A word seen once cannot be seen together twice.
    if (en.count[e]! < LEAST_TOGETHER) continue;
    for (const z of zTypes) if (zh.count[z]! >= LEAST_TOGETHER) pairs.add(e, z, 1);
  }
}

/** Sums by pair of types: an open-addressing hash table over typed arrays, since there may be millions. */
class PairCounts {
  #size = 0;
  #mask = 1023;
  #e = new Int32Array(1024).fill(-1);
  #z = new Int32Array(1024);
  #value = new Float64Array(1024);

  #slot(e: number, z: number): number {
    let slot = (Math.imul(e, 0x9e3779b1) ^ Math.imul(z, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & this.#mask;
    while (this.#e[slot] !== -1 && (this.#e[slot] !== e || this.#z[slot] !== z))
      slot = (slot + 1) & this.#mask;
    return slot;
  }

  get(e: number, z: number): number {
    const slot = this.#slot(e, z);
    return this.#e[slot] === -1 ? 0 : this.#value[slot]!;
  }

  add(e: number, z: number, value: number): void {
    let slot = this.#slot(e, z);
    if (this.#e[slot] === -1) {
      if (++this.#size * 2 > this.#mask) {
        this.#grow();
        slot = this.#slot(e, z);
      }
      this.#e[slot] = e;
      this.#z[slot] = z;
    }
    this.#value[slot]! += value;
  }

  forEach(visit: (e: number, z: number, value: number) => void): void {
    const [e, z, value] = [this.#e, this.#z, this.#value];
    for (let slot = 0; slot < e.length; slot++) if (e[slot] !== -1) visit(e[slot]!, z[slot]!, value[slot]!);
  }

  #grow(): void {
    const [e, z, value] = [this.#e, this.#z, this.#value];
    const capacity = e.length * 2;
    this.#mask = capacity - 1;
    this.#e = new Int32Array(capacity).fill(-1);
    this.#z = new Int32Array(capacity);
    this.#value = new Float64Array(capacity);
    for (let old = 0; old < e.length; old++) {
      if (e[old] === -1) continue;
      const slot = this.#slot(e[old]!, z[old]!);
      this.#e[slot] = e[old]!;
      this.#z[slot] = z[old]!;
      this.#value[slot] = value[old]!;
    }
  }
}
