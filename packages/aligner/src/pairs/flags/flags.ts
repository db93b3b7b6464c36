import { chineseShare, countScripts } from '../../document/writing/script.js';
import type { Flag, Label, Language, PairSide, Segment } from '../../types.js';
import { lettersAndDigits } from './letters.js';
import { numbersDiffer } from './numbers-differ.js';
import { withoutSharedHead } from './shared-head.js';
import { hasWordToTranslate, noWords, type WordsAsTheyAre } from './words-to-translate.js';

/** Flags that one side's segments carry by themselves. */
export function sideFlags(segments: readonly Segment[]): Set<Flag> {
  const flags = new Set<Flag>();
  for (const { stitched, truncated, text, language } of segments) {
    if (stitched) flags.add('stitched');
    if (truncated) flags.add('truncated');
    if (isForeign(text, language)) flags.add('wrong-language');
  }
  return flags;
}

/** Flags that come from comparing the two texts. */
export function textFlags(
  en: PairSide,
  zh: PairSide,
  { share = false, asTheyAre = noWords }: TextFlagOptions = {},
): Set<Flag> {
  const flags = new Set<Flag>();
  const [enHan, zhHan] = [countScripts(en.text).han, countScripts(zh.text).han];
  // All but a few pairs differ here already.
  const mayBeSame = enHan > 0 === zhHan > 0;
  if (mayBeSame && isSame(en.text, zh.text) && (enHan > 0 || hasWordToTranslate(en.text, asTheyAre()))) {
    flags.add('untranslated');
  }
  const [english, chinese] = share ? withoutSharedHead(en.segments, zh.segments) : [en.segments, zh.segments];
  if (numbersDiffer(english, chinese)) flags.add('number-mismatch');
  if (lengthsDiffer(englishLength(en.text, enHan), englishLength(zh.text, zhHan))) flags.add('length-ratio');
  return flags;
}

/** What is known of two texts beside what they say. */
export interface TextFlagOptions {
  /** Whether both come from one line, so that a number at its head, which only one half can have, is that of both. */
  readonly share?: boolean;
  /** What the Chinese text leaves in Latin letters: asked of two texts that are the same alone, since all of it is looked through. */
  readonly asTheyAre?: () => WordsAsTheyAre;
}

/** Whether both texts are the same and rightly so, since there is nothing in them to translate: no side is in a wrong language then. */
export function isSameInBoth(en: string, zh: string, asTheyAre = noWords): boolean {
  if (countScripts(zh).han > 0 || lettersAndDigits(en) !== lettersAndDigits(zh)) return false;
  return !hasWordToTranslate(en, asTheyAre());
}

/** A text by itself, as the only segment of a side, for flags to be found on. */
export function textAsSide(text: string, language: Language, label: Label | null): PairSide {
  const segment = {
    language,
    text,
    spans: [],
    paragraph: 0,
    clause: null,
    label,
    stitched: false,
    truncated: false,
  };
  return { text, spans: [], segments: [segment], clause: null };
}

/** Hardly any letter is of the language. A sentence with more names and code in it than words is none the less in its own. */
function isForeign(text: string, language: Language): boolean {
  const share = chineseShare(text);
  return share !== null && (language === 'zh' ? share : 1 - share) < LEAST_SHARE;
}

const LEAST_SHARE = 0.2;

/** Both texts have the same letters and digits, and not digits alone. */
function isSame(en: string, zh: string): boolean {
  const letters = lettersAndDigits(en);
  return /\p{L}/u.test(letters) && letters === lettersAndDigits(zh);
}

/**
 * Whether, by its length in English characters, one side is so much longer that it probably holds a sentence more: the difference of Gale and Church (1993),
 * but growing with a higher power of the length than theirs, or long paragraphs would all be flagged. Of right pairs 0.4 %
 * are flagged, of pairs with one sentence too many half.
 */
function lengthsDiffer(en: number, zh: number): boolean {
  return Math.abs(en - zh) > MOST_DIFFERENCE * ((en + zh) / 2 + SHORTEST) ** 0.75;
}

const MOST_DIFFERENCE = 2.5;
const SHORTEST = 8;

/** Length in English characters: a Han character says as much as four of them. */
function englishLength(text: string, han: number): number {
  return text.length + 3 * han;
}
