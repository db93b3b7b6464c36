import { findEnglishNumbers, NUMBER_WORD } from '../score/english-numbers.js';
import { largestScale } from './english-readings.js';
import { matchesAround } from './matches-around.js';

const NUMBER = `(?:an? )?(?:${NUMBER_WORD})(?:[ -](?:${NUMBER_WORD})){0,12}`;
const SUM = new RegExp(`\\b${NUMBER}(?:(?: years? old)? and ${NUMBER}){1,8}\\b`, 'gi');
const NUMBER_WORDS: ReadonlySet<string> = new Set(NUMBER_WORD.split('|'));
/** The words on either side of an `and`; the second is not taken up, for the next `and` may stand after it. */
const AROUND_AND = /(?<![a-z])([a-z]+) and (?=([a-z]+))/gi;
/** Characters on either side of a number within which what it is added to stands. */
const REACH = 120;

/**
 * The sum that a number in words is a part of, in the English of old: `six hundred thousand and three thousand and five
 * hundred and fifty`, `seven and thirty thousand`, `ninety years old and nine`. None where it stands alone.
 */
export function oldSums(text: string, start: number, end: number): readonly number[] {
  // That nothing is added is found out much faster than what is.
  if (!mayAdd(text.slice(Math.max(0, start - REACH), end + REACH))) return [];
  for (const [all] of matchesAround(text, { start, end }, REACH, SUM))
    return [sumOf(all.split(/(?: years? old)? and /i))];
  return [];
}

/** Whether an `and` stands between what may be numbers in words. */
function mayAdd(text: string): boolean {
  for (const [, before, after] of text.matchAll(AROUND_AND)) {
    const [first, second] = [before!.toLowerCase(), after!.toLowerCase()];
    const isNumber = first === 'old' || NUMBER_WORDS.has(first);
    if (isNumber && (second === 'a' || second === 'an' || NUMBER_WORDS.has(second))) return true;
  }
  return false;
}

/** The thousand of `fifty and one thousand` is that of both. */
function sumOf(parts: readonly string[]): number {
  return parts.reduce((sum, part, index) => {
    const value = /^one$/i.test(part) ? 1 : (findEnglishNumbers(part)[0]?.value ?? Number.NaN);
    const unit = largestScale(parts[index + 1] ?? '');
    return sum + (value < unit ? value * unit : value);
  }, 0);
}
