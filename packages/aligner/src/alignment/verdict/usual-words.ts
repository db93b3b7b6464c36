import { mapInSteps, type Steps } from '../../common/steps.js';
import { type BeadRange, type FoundBead, isPair } from '../lattice/found-bead.js';
import { NUMBER } from '../score/tokens.js';
import { type KnownWords, lacksNumbers, NUMBER_LACKING, type RangeEvidence } from './evidence.js';
import { learntElsewhere } from './learnt-elsewhere.js';
import { remembered } from './remembered.js';
import { usualParagraphs } from './usual-paragraphs.js';
import type { WordsInBeads } from './words-in-beads.js';

/**
 * How much likelier a pair is to look as it does among the pairs of this document than as two passages that stand at the same
 * place by coincidence, in nats; 0 where its words can say nothing.
 *
 * A word that has a translation on the other side speaks for the pair as in evidence.ts. One that has none speaks against it, the
 * more the oftener it has one in the document's other pairs: in a law, of which nearly all words are translated, by more than in a
 * novel, and by more where it is a word that is always translated there. So a pair that shares no more with its other side than
 * its frame is told by the words that tell it from others of this frame.
 *
 * Numbers that a translation must have are compared by themselves, in all forms that they may be written in. One that need not come
 * again (`a boy of fourteen`) is missing as a word is, in a pair that has none that must.
 *
 * @param path the pairs that tell what is usual
 * @param trust how sure each of these is to be one, 0–1
 */
export function* usualWords(
  words: KnownWords,
  inBeads: WordsInBeads,
  path: readonly FoundBead[],
  trust: Float64Array,
): Steps<RangeEvidence> {
  const learnt = yield* learntElsewhere(words, inBeads, path, trust);
  const sides = [counted(words.en), counted(words.zh)] as const;
  const canMiss = [
    Uint8Array.from(
      yield* mapInSteps(words.en.keys, (key) => (key.startsWith(NUMBER) ? AS_NUMBER : AS_WORD)),
    ),
    Uint8Array.from(
      yield* mapInSteps(words.zh.keys, (key) =>
        key.startsWith(NUMBER) ? AS_NUMBER : words.isKnown(key) ? AS_WORD : NEVER,
      ),
    ),
  ] as const;
  let [pairs, lacking] = [0, 0];
  const begins = yield* usualParagraphs(words, path, trust);
  yield* mapInSteps(path, (bead, index) => {
    if (!isPair(bead)) return;
    const own = trust[index]!;
    pairs += own;
    if (lacksNumbers(words, bead)) lacking += own;
    sides[0].trust.fill(own, bead.enStart, bead.enEnd);
    sides[1].trust.fill(own, bead.zhStart, bead.zhEnd);
    inBeads(bead, (number, word, found, _isLinked, beside) => {
      const isTranslated = found >= 0 || learnt(number, word, beside, own) > LEAST_LEARNT;
      if (!isTranslated && canMiss[number][word] === NEVER) return;
      const side = sides[number];
      side.seen[word]! += own;
      const isNumber = canMiss[number][word] === AS_NUMBER;
      if (isNumber) side.numbers.seen += own;
      // A number that is there says how closely the text is translated; one that is not may be written in another way.
      if (isTranslated || !isNumber) side.all.seen += own;
      if (!isTranslated) return;
      side.translated[word]! += own;
      side.all.translated += own;
      if (isNumber) side.numbers.translated += own;
    });
  });
  // Where the numbers of a list stand in one language only, that a pair lacks one says nothing.
  const byLacking = Math.min(NUMBER_LACKING, -Math.log((lacking + 0.5) / (pairs + PAIRS_WITH_NUMBERS)));
  return remembered((bead) => {
    // What the pair itself has taught says nothing of it.
    const own = [
      most(sides[0].trust, bead.enStart, bead.enEnd),
      most(sides[1].trust, bead.zhStart, bead.zhEnd),
    ] as const;
    let [sum, lackingNumbers] = [0, 0];
    inBeads(bead, (number, word, found, _isLinked, beside) => {
      const taught = learnt(number, word, beside, own[number]);
      if (found >= 0) sum += FOUND * found + LEARNT * Math.max(0, taught - found);
      else if (taught > LEAST_LEARNT) sum += LEARNT * taught;
      else if (canMiss[number][word] !== NEVER) {
        const isNumber = canMiss[number][word] === AS_NUMBER;
        const usually = usual(sides[number], word, isNumber, own[number]);
        const missing = MISSING * Math.log(1 - Math.min(MOST_USUAL, usually));
        if (isNumber) lackingNumbers -= missing;
        else sum += missing;
      }
    });
    const besides = words.besides?.(bead.enStart, bead.enEnd, bead.zhStart, bead.zhEnd) ?? 0;
    const all = sum / 2 + besides + begins(bead);
    if (lacksNumbers(words, bead)) return all - byLacking;
    // Those that must come again were found in one of their forms, of which its words know the plain one only.
    return all - (hasExact(words, bead) ? 0 : Math.min(NUMBER_LACKING, NUMBER_AS_WORD * lackingNumbers));
  }, sides[0].trust.length);
}

/** Whether a side of a bead has a number that a translation must have. */
function hasExact(
  { enNumbers, zhNumbers }: KnownWords,
  { enStart, enEnd, zhStart, zhEnd }: BeadRange,
): boolean {
  for (let s = enStart; s < enEnd; s++) if (enNumbers.exact(s).length > 0) return true;
  for (let t = zhStart; t < zhEnd; t++) if (zhNumbers.exact(t).length > 0) return true;
  return false;
}

/** What it is when a word has no translation: nothing, since the lexicon cannot know any; a word, or a number, that is missing. */
const NEVER = 0;
const AS_WORD = 1;
const AS_NUMBER = 2;

/** How often the words of a side have a translation in the pairs that they stand in, each pair by how sure it is. */
interface Counted {
  readonly seen: Float64Array;
  readonly translated: Float64Array;
  /** The numbers of a list may stand in one language only, whose words are translated. */
  readonly all: { seen: number; translated: number };
  readonly numbers: { seen: number; translated: number };
  /** Of the pair that each segment is in; 0 where it is alone. */
  readonly trust: Float64Array;
}

function counted({ keys, start }: KnownWords['en']): Counted {
  return {
    seen: new Float64Array(keys.length),
    translated: new Float64Array(keys.length),
    all: { seen: 0, translated: 0 },
    numbers: { seen: 0, translated: 0 },
    trust: new Float64Array(start.length - 1),
  };
}

/** How often a word has a translation in other pairs than its own, in which it has none. */
function usual(
  { seen, translated, all, numbers }: Counted,
  word: number,
  isNumber: boolean,
  own: number,
): number {
  const ofAll = isNumber
    ? (numbers.translated + TRANSLATED_NUMBERS) / (Math.max(0, numbers.seen - own) + PRIOR_NUMBERS)
    : (all.translated + 1) / (Math.max(0, all.seen - own) + 2);
  return (PRIOR_PAIRS * ofAll + translated[word]!) / (PRIOR_PAIRS + Math.max(0, seen[word]! - own));
}

function most(values: Float64Array, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) value = Math.max(value, values[at]!);
  return value;
}

/** Weights of −ln p, where p is the chance of a word that is found, or what is left for one that is missing. */
const FOUND = 0.59;
const MISSING = 0.66;
/** Weight of a nat that other pairs have taught, and how many speak for a translation that no list of words has. */
const LEARNT = 0.57;
const LEAST_LEARNT = 0.7;
/** A word counts as all words do as if it had been seen in so many pairs besides. */
const PRIOR_PAIRS = 2;
/**
 * Of what both sides lack a half counts, and of numbers, which may be written in another way on the other side, somewhat less: a half
 * parted one right pair more of the novels without 5 % of their Chinese.
 */
const NUMBER_AS_WORD = 0.38;
/** As if so many numbers had been seen, and so many of them translated, as most are, before there is any text. */
const PRIOR_NUMBERS = 5;
const TRANSLATED_NUMBERS = 4;
/** As if half a pair of so many had lacked a number, before there is any text. */
const PAIRS_WITH_NUMBERS = 10;
/** No word is translated always, and some translations are in no list of words. */
const MOST_USUAL = 0.95;
