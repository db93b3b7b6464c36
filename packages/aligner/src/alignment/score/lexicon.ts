import { unexpectedAnswer } from '../../common/unexpected-answer.js';
import type { WordsAt } from '../../document/segment/chinese-words.js';

/**
 * A bilingual word list, as the scorer asks it. The built-in one is compiled from CC-CEDICT; a caller can
 * define another.
 */
export interface Lexicon {
  /** Name and version, for the signature of the result. */
  readonly name: string;
  /**
   * English translations of a Chinese word, each a stem as `stemWord` gives it with a weight above 0; the
   * weights of a word need not add up to anything. An empty list when the word is unknown.
   */
  translations(word: string): readonly Translation[];
  /** How common a Chinese word is, as a count in some text; 0 when it is no word. Used to find word boundaries. */
  frequency(word: string): number;
  /** Pinyin readings of one character, no tones: `长` → `['chang', 'zhang']`. */
  readings(character: string): readonly string[];
}

/** One English stem that a Chinese word may be translated by. */
export interface Translation {
  readonly stem: string;
  readonly weight: number;
}

const WORDS_AT = Symbol('words at a place');

/**
 * A function for the `frequency` of a lexicon that can also tell the words at a place, which is faster than to be asked
 * about each. It belongs to the function: a lexicon that is spread into another with its own `frequency` leaves it
 * behind.
 */
export function searchable(frequency: (word: string) => number, at: WordsAt): (word: string) => number {
  return Object.assign(frequency, { [WORDS_AT]: at });
}

/** How to find the words of a lexicon in a text. */
export function wordsAt(lexicon: Lexicon): WordsAt {
  const { [WORDS_AT]: at } = lexicon.frequency as { readonly [WORDS_AT]?: WordsAt };
  return (
    at ??
    ((text, start, end, frequencies) => {
      for (let length = 1; length <= end - start; length++) {
        const answer: unknown = lexicon.frequency(text.slice(start, start + length));
        if (typeof answer !== 'number' || !(answer >= 0)) {
          throw unexpectedAnswer('lexicon', lexicon.name, 'frequency', answer, 'a number, 0 or above');
        }
        frequencies[length] = answer;
      }
      return end - start;
    })
  );
}
