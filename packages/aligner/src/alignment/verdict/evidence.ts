import { mapInSteps, type Steps } from '../../common/steps.js';
import type { FoundBead } from '../lattice/found-bead.js';
import type { SideNumbers } from '../quantities/segment-numbers.js';
import type { NatsOfBead } from '../score/similarity.js';
import type { Tokens } from '../score/tokens.js';
import type { TranslationTable } from '../score/translation-table.js';

/**
 * How much likelier a bead is to look as it does where the texts translate each other than where they do not, in nats; 0
 * where its words can say nothing. Only a bead of both sides is asked about.
 *
 * A word speaks for the bead if a translation of it that the lexicon knows stands on the other side, the more the less
 * that is to be expected of any other stretch of the same length; and against it if none does. So a text whose sentences
 * are all alike says little for each of them, and little against: words that fill a text count as few of them would.
 * What the document has taught counts where it speaks for a bead. All weights were fitted together, without a constant, on
 * right and on wrong texts (docs/accuracy.md).
 */
export type Evidence = (bead: FoundBead) => number;

/** What the lexicon says of the words of a text, before anything is learnt from it. */
export interface KnownWords {
  readonly en: Tokens;
  readonly zh: Tokens;
  readonly table: TranslationTable;
  readonly enNumbers: SideNumbers;
  readonly zhNumbers: SideNumbers;
  /** Whether an English and a Chinese segment come from one line, whose number at its head one of them has for both. */
  readonly areOnOneLine: (en: number, zh: number) => boolean;
  /** Whether the lexicon can translate a Chinese word at all. */
  readonly isKnown: (key: string) => boolean;
  /** What a measure of likeness of the caller's says beside the words; null without one. */
  readonly similar: NatsOfBead | null;
}

export function* evidenceOf(words: KnownWords): Steps<Evidence> {
  const { en, zh, enNumbers, zhNumbers, table, areOnOneLine, isKnown, similar } = words;
  const known = Uint8Array.from(yield* mapInSteps(zh.keys, (key) => (isKnown(key) ? 1 : 0)));
  const english = readSide(en, byEnglish(table));
  yield;
  const chinese = readSide(zh, byChinese(table, zh.keys.length));
  // How much of the English words the lexicon can tell is not known: as much as of the Chinese ones.
  const ofEnglish = shareKnown(zh, known);
  return ({ enStart, enEnd, zhStart, zhEnd, support, words: count }) => {
    const enRange = { first: en.start[enStart]!, last: en.start[enEnd]! };
    const zhRange = { first: zh.start[zhStart]!, last: zh.start[zhEnd]! };
    const sum =
      sideEvidence(english, enRange, chinese, zhRange, null, ofEnglish) +
      sideEvidence(chinese, zhRange, english, enRange, known, 1);
    const learnt = Math.min(MOST_LEARNT, Math.max(0, support * count));
    const isLacking =
      !areOnOneLine(enStart, zhStart) &&
      (lacksNumber(enNumbers, enStart, enEnd, zhNumbers, zhStart, zhEnd) ||
        lacksNumber(zhNumbers, zhStart, zhEnd, enNumbers, enStart, enEnd));
    const likeness = similar?.(enStart, enEnd, zhStart, zhEnd) ?? 0;
    const all = sum / 2 + LEARNT * learnt + likeness - (isLacking ? NUMBER_LACKING : 0);
    return Math.max(LEAST, Math.min(MOST, all));
  };
}

/** Whether segments of one side have a number that those of the other side, `otherStart … otherEnd - 1`, have in no form. */
function lacksNumber(
  own: SideNumbers,
  start: number,
  end: number,
  other: SideNumbers,
  otherStart: number,
  otherEnd: number,
): boolean {
  for (let s = start; s < end; s++) {
    for (const forms of own.exact(s)) {
      let t = otherStart;
      while (t < otherEnd && !other.has(t, forms)) t++;
      if (t === otherEnd) return true;
    }
  }
  return false;
}

/** The words of a side, and those of the other side that may translate them. */
interface EvidenceSide {
  readonly tokens: Tokens;
  readonly links: WordLinks;
  /** Occurrences in the whole text. */
  readonly total: number;
  /** Occurrences of each word in the stretch that is looked at; 0 between two looks. */
  readonly here: Int32Array;
}

/** The links of word w are `start[w] … start[w + 1] - 1`. */
interface WordLinks {
  readonly start: Int32Array;
  /** The word of the other side of each link. */
  readonly to: Int32Array;
  /** How good a translation it is, 0–1, in the better direction of both. */
  readonly strength: Float32Array;
}

interface Range {
  readonly first: number;
  readonly last: number;
}

function readSide(tokens: Tokens, links: WordLinks): EvidenceSide {
  const total = tokens.count.reduce((sum, count) => sum + count, 0);
  return { tokens, links, total, here: new Int32Array(tokens.keys.length) };
}

/** What the words of one side say for the stretch of the other one. */
function sideEvidence(
  { tokens, links, total, here }: EvidenceSide,
  { first, last }: Range,
  other: EvidenceSide,
  otherRange: Range,
  known: Uint8Array | null,
  shareOfUnknown: number,
): number {
  const otherType = other.tokens.type;
  for (let token = otherRange.first; token < otherRange.last; token++) other.here[otherType[token]!]!++;
  const length = otherRange.last - otherRange.first;
  const rest = Math.max(0, other.total - length) + PRIOR_WORDS;
  let sum = 0;
  for (let token = first; token < last; token++) {
    const word = tokens.type[token]!;
    // Each word counts once in a bead.
    if (here[word]! > 0) continue;
    here[word] = 1;
    const [start, end] = [links.start[word]!, links.start[word + 1]!];
    let [hits, anywhere, strength] = [0, 0, 0];
    for (let link = start; link < end; link++) {
      const counterpart = links.to[link]!;
      anywhere += other.tokens.count[counterpart]!;
      const count = other.here[counterpart]!;
      if (count === 0) continue;
      hits += count;
      strength = Math.max(strength, links.strength[link]!);
    }
    const share = (tokens.count[word]! - 1) / (total + PRIOR_LENGTH);
    const weight = share > COMMON ? COMMON / share : 1;
    if (hits > 0) {
      const rate = (Math.max(0, anywhere - hits) + PRIOR_WORDS * PRIOR_RATE * (end - start + 1)) / rest;
      const byChance = 1 - Math.exp(-Math.min(MOST_RATE, rate) * length);
      sum -= FOUND * Math.min(1, SURELY * strength) * Math.log(Math.max(LEAST_CHANCE, byChance));
    } else if (end > start) sum -= MISSING * weight;
    else if (known === null || known[word] === 1) sum -= NOWHERE * weight * shareOfUnknown;
  }
  for (let token = first; token < last; token++) here[tokens.type[token]!] = 0;
  for (let token = otherRange.first; token < otherRange.last; token++) other.here[otherType[token]!] = 0;
  return sum;
}

function shareKnown({ count }: Tokens, known: Uint8Array): number {
  let [all, sum] = [0, 0];
  count.forEach((occurrences, type) => {
    all += occurrences;
    if (known[type]) sum += occurrences;
  });
  return all === 0 ? 1 : sum / all;
}

function byEnglish({ start, zh, forward, backward }: TranslationTable): WordLinks {
  return { start, to: zh, strength: forward.map((value, link) => Math.min(1, value + backward[link]!)) };
}

function byChinese(table: TranslationTable, words: number): WordLinks {
  const start = new Int32Array(words + 1);
  for (const z of table.zh) start[z + 1]!++;
  for (let z = 0; z < words; z++) start[z + 1]! += start[z]!;
  const next = start.slice();
  const links = { start, to: new Int32Array(table.zh.length), strength: new Float32Array(table.zh.length) };
  for (let e = 0; e + 1 < table.start.length; e++) {
    for (let link = table.start[e]!; link < table.start[e + 1]!; link++) {
      const place = next[table.zh[link]!]!++;
      links.to[place] = e;
      links.strength[place] = Math.min(1, table.forward[link]! + table.backward[link]!);
    }
  }
  return links;
}

/** Weight of −ln p, where p is the chance that a word that is found would have been found in any other stretch. */
const FOUND = 0.18;
/** Nats against a bead for a word whose translations stand elsewhere only, and for one that has none in the whole text. */
const MISSING = 0.5;
const NOWHERE = 0.58;
/** For what the document has taught, by nat; beyond twelve it says no more. */
const LEARNT = 0.44;
const MOST_LEARNT = 12;
/** Right pairs lack a number once in two hundred times, wrong ones with numbers nearly always; some are misread. */
const NUMBER_LACKING = 3;
/** A translation of a third of all probability, in both directions together, is one for sure. */
const SURELY = 3;
/** What is known of a word before the text is: how often any word translates it, for each of its links, and worth how many words. */
const PRIOR_RATE = 0.003;
const PRIOR_WORDS = 100;
/** However often a text repeats a word, it is as rare as that in another one. */
const MOST_RATE = 0.02;
const LEAST_CHANCE = 0.005;
/** A word that is more of its text than this is missing as often as one that is this much of it. */
const COMMON = 0.01;
const PRIOR_LENGTH = 300;
/** Beyond these, which is as far as the fit has seen, a figure is no better evidence. */
const LEAST = -3;
const MOST = 6;
