import { mapInSteps, type Steps } from '../../common/steps.js';
import type { Language } from '../../types.js';
import type { BeadRange, FoundBead } from '../lattice/found-bead.js';
import type { SideNumbers } from '../quantities/segment-numbers.js';
import type { NatsOfBead } from '../score/similarity.js';
import type { SpeakingLinks } from '../score/speaking-links.js';
import type { Tokens } from '../score/tokens.js';
import type { TranslationTable } from '../score/translation-table.js';
import { remembered } from './remembered.js';
import { type VisitWord, type WordsInBeads, wordsInBeads } from './words-in-beads.js';

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

/** The same, by where a bead lies and by nothing else. */
export type RangeEvidence = (bead: BeadRange) => number;

/** What the lexicon says of the words of a text, before anything is learnt from it. */
export interface KnownWords {
  readonly en: Tokens;
  readonly zh: Tokens;
  readonly table: TranslationTable;
  /** The links that speak after the text has been learnt from, those of the lexicon among them. */
  readonly learnt: Pick<SpeakingLinks, 'start' | 'zh'>;
  readonly enNumbers: SideNumbers;
  readonly zhNumbers: SideNumbers;
  /** Whether an English and a Chinese segment come from one line, whose number at its head one of them has for both. */
  readonly areOnOneLine: (en: number, zh: number) => boolean;
  /** Whether the ends of an English and of a Chinese segment are both lost: what each has of the sentence may be another half. */
  readonly areCutOff: (en: number, zh: number) => boolean;
  /** Whether a segment has a part of a table's row for itself, as a remark beside the pair of the row has: alone there, it says nothing. */
  readonly isBesidePairs: (language: Language, segment: number) => boolean;
  /** What the lengths of both sides of a bead speak against it, in nats. */
  readonly lengthCost: NatsOfBead;
  /** Whether a sentence or a paragraph begins with a segment: one before it that breaks off has not ended. */
  readonly beginsAnew: (language: Language, segment: number) => boolean;
  /** Whether a paragraph begins with a segment; nowhere, where paragraphs say nothing. */
  readonly beginsParagraph: (language: Language, segment: number) => boolean;
  /** Whether the lexicon can translate a Chinese word at all. */
  readonly isKnown: (key: string) => boolean;
  /** What speaks beside the words: a measure of likeness of the caller's, the times of subtitles; null where nothing does. */
  readonly besides: NatsOfBead | null;
}

/** What the lexicon knows of a text, and what that says of its beads. */
export interface KnownEvidence {
  readonly words: KnownWords;
  readonly inBeads: WordsInBeads;
  readonly evidence: Evidence;
}

export function* knownEvidence(words: KnownWords): Steps<KnownEvidence> {
  const inBeads = yield* wordsInBeads(words);
  return { words, inBeads, evidence: yield* evidenceOf(words, inBeads) };
}

function* evidenceOf(words: KnownWords, inBeads: WordsInBeads): Steps<Evidence> {
  const { en, zh, isKnown, besides } = words;
  const known = Uint8Array.from(yield* mapInSteps(zh.keys, (key) => (isKnown(key) ? 1 : 0)));
  // How much of the English words the lexicon can tell is not known: as much as of the Chinese ones.
  const ofEnglish = shareKnown(zh, known);
  const weights = [weightsOf(en), weightsOf(zh)] as const;
  let sum = 0;
  const add: VisitWord = (side, word, found, isLinked) => {
    if (found >= 0) sum += FOUND * found;
    else if (isLinked) sum -= MISSING * weights[side][word]!;
    else sum -= NOWHERE * weights[side][word]! * (side === 0 ? ofEnglish : known[word]!);
  };
  const ofWords = remembered((bead) => {
    sum = 0;
    inBeads(bead, add);
    return sum / 2;
  }, en.start.length - 1);
  return (bead) => {
    const learnt = Math.min(MOST_LEARNT, Math.max(0, bead.support * bead.words));
    const beside = besides?.(bead.enStart, bead.enEnd, bead.zhStart, bead.zhEnd) ?? 0;
    const all = ofWords(bead) + LEARNT * learnt + beside - (lacksNumbers(words, bead) ? NUMBER_LACKING : 0);
    return Math.max(LEAST, Math.min(MOST, all));
  };
}

/** Whether a side of a bead has a number that the other one has in no form. */
export function lacksNumbers(
  { enNumbers, zhNumbers, areOnOneLine }: KnownWords,
  { enStart, enEnd, zhStart, zhEnd }: BeadRange,
): boolean {
  return (
    !areOnOneLine(enStart, zhStart) &&
    (lacksNumber(enNumbers, enStart, enEnd, zhNumbers, zhStart, zhEnd) ||
      lacksNumber(zhNumbers, zhStart, zhEnd, enNumbers, enStart, enEnd))
  );
}

/** What a word that is missing counts, by type: what fills its text counts as few words would. */
function weightsOf({ count }: Tokens): Float64Array {
  const total = count.reduce((sum, occurrences) => sum + occurrences, 0);
  return count.map((occurrences) => {
    const share = (occurrences - 1) / (total + PRIOR_LENGTH);
    return share > COMMON ? COMMON / share : 1;
  });
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

function shareKnown({ count }: Tokens, known: Uint8Array): number {
  let [all, sum] = [0, 0];
  count.forEach((occurrences, type) => {
    all += occurrences;
    if (known[type]) sum += occurrences;
  });
  return all === 0 ? 1 : sum / all;
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
export const NUMBER_LACKING = 3;
/** A word that is more of its text than this is missing as often as one that is this much of it. */
const COMMON = 0.01;
const PRIOR_LENGTH = 300;
/** Beyond these, which is as far as the fit has seen, a figure is no better evidence. */
const LEAST = -3;
const MOST = 6;
