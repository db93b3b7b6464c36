import type { Doubt } from 'duiqi/pairs';
import type { Word, Words } from '../words.js';

const REASONS: Readonly<Record<Doubt['code'], Word | null>> = {
  'no-counterpart': 'reasonAlone',
  'too-long': 'reasonTooLong',
  conflict: 'reasonConflict',
  crossing: 'reasonCrossing',
  doubted: 'reasonDoubted',
  'length-ratio': 'reasonLength',
  'low-score': 'reasonScore',
  'number-mismatch': 'reasonNumbers',
  truncated: 'reasonTruncated',
  untranslated: 'reasonUntranslated',
  'wrong-language': 'reasonWrongLanguage',
  duplicate: null,
  stitched: null,
};

/** More numbers are a list that nobody reads. */
const MOST_NUMBERS = 5;

/** A reason in words, its numbers named. */
export function reasonInWords({ code, numbers }: Doubt, words: Words): string {
  const word = REASONS[code];
  if (word === null) return '';
  if (!numbers) return words(word);
  const named = (side: readonly string[]): string =>
    side.slice(0, MOST_NUMBERS).join(', ') || words('nothing');
  return words('reasonNumbersNamed', { en: named(numbers.en), zh: named(numbers.zh) });
}
