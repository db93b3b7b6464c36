import { languageByScript } from './language/script.js';
import { findNumbers } from './score/numbers.js';
import type { Flag, Language, PairSide, Segment } from './types.js';

/** Flags that one side's segments carry by themselves. */
export function sideFlags(segments: readonly Segment[]): Set<Flag> {
  const flags = new Set<Flag>();
  for (const { stitched, truncated, text, language } of segments) {
    if (stitched) flags.add('stitched');
    if (truncated) flags.add('truncated');
    const written = languageByScript(text);
    if (written !== null && written !== language) flags.add('wrong-language');
  }
  return flags;
}

/** Flags that come from comparing the two texts. */
export function textFlags(en: PairSide, zh: PairSide): Set<Flag> {
  const flags = new Set<Flag>();
  if (isSame(en.text, zh.text)) flags.add('untranslated');
  if (numbersDiffer(en, zh)) flags.add('number-mismatch');
  if (lengthsDiffer(en.text, zh.text)) flags.add('length-ratio');
  return flags;
}

const LETTER_OR_NUMBER = /[\p{L}\p{N}]/u;

/** Both texts have the same letters and numbers, and some of them. */
function isSame(en: string, zh: string): boolean {
  const [first, other] = [LETTER_OR_NUMBER.exec(en)?.[0], LETTER_OR_NUMBER.exec(zh)?.[0]];
  // All but a few pairs differ here already.
  if (first === undefined || first.toLowerCase() !== other?.toLowerCase()) return false;
  return letters(en) === letters(zh);
}

function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
}

const DIGIT = /\p{Nd}/u;

/** A number in digits on one side whose value the other side has in no form. */
function numbersDiffer(en: PairSide, zh: PairSide): boolean {
  if (!DIGIT.test(en.text) && !DIGIT.test(zh.text)) return false;
  const [enAll, zhAll] = [values(en, 'en'), values(zh, 'zh')];
  return (
    [...enAll].some(([value, digits]) => digits && !zhAll.has(value)) ||
    [...zhAll].some(([value, digits]) => digits && !enAll.has(value))
  );
}

/** The values of all numbers after clause markers, and whether one is written in digits. */
function values({ segments }: PairSide, language: Language): Map<number, boolean> {
  const found = new Map<number, boolean>();
  for (const { text, label } of segments) {
    for (const { value, start, end } of findNumbers(text, language)) {
      if (start < (label?.length ?? 0) || isEnumerator(text, start, end)) continue;
      found.set(value, (found.get(value) ?? false) || /^\p{Nd}/u.test(text.slice(start, end)));
    }
  }
  if (language === 'en') for (const value of months(segments)) found.set(value, found.get(value) ?? false);
  return found;
}

/** `(2)` in running text counts its clauses; the other language often does without. */
function isEnumerator(text: string, start: number, end: number): boolean {
  return end - start < 3 && '(（'.includes(text[start - 1] ?? ' ') && ')）'.includes(text[end] ?? ' ');
}

const MONTH =
  /\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:uary|ruary|ch|il|e|y|ust|tember|t|ober|ember)?\b/g;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `March` is the 3 of `3月`. */
function months(segments: readonly Segment[]): number[] {
  return segments.flatMap(({ text }) =>
    [...text.matchAll(MONTH)].map(([, name]) => MONTHS.indexOf(name!) + 1),
  );
}

/** English characters for one Chinese character beyond which one side probably holds more than the other. */
const LEAST_RATIO = 0.9;
const LARGEST_RATIO = 8;
/** Characters below which a ratio says nothing. */
const SHORT = 24;

function lengthsDiffer(en: string, zh: string): boolean {
  const ratio = en.length / zh.length;
  return en.length + 3 * zh.length > 2 * SHORT && (ratio < LEAST_RATIO || ratio > LARGEST_RATIO);
}
