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

/** The translations of words by the numbers that a lexicon has for stems: most are looked at and need never be texts. */
export interface TranslationLists {
  /** Whether a word has translations. */
  isKnown(word: string): boolean;
  /** Lists the translations of a word as `translations` does, and returns how many they are. */
  list(word: string): number;
  /** The stem of a translation of the word that was listed last. */
  stem(index: number): string;
  /** Tells which of some texts, each of which comes once, the stem of such a translation is, by its place; −1 where it is none. */
  among(texts: readonly string[]): (index: number) => number;
  /** Its weight. */
  weight(index: number): number;
}

const LISTS = Symbol('translations by number');

/** A function for the `translations` of a lexicon that can also list them by number; it belongs to the function. */
export function listed(
  translations: (word: string) => readonly Translation[],
  lists: TranslationLists,
): (word: string) => readonly Translation[] {
  return Object.assign(translations, { [LISTS]: lists });
}

/** Whether the translations of a lexicon are those of one that is built in, or compiled as it is. */
export function areListed({ translations }: Lexicon): boolean {
  return LISTS in translations;
}

/** How to list the translations of a lexicon. Each list is to be read before the next one is asked for. */
export function translationLists(lexicon: Lexicon): TranslationLists {
  const { [LISTS]: lists } = lexicon.translations as { readonly [LISTS]?: TranslationLists };
  if (lists) return lists;
  let last: readonly Translation[] = [];
  return {
    isKnown: (word) => lexicon.translations(word).length > 0,
    list: (word) => {
      last = lexicon.translations(word);
      return last.length;
    },
    stem: (index) => last[index]!.stem,
    among: (texts) => {
      const places = new Map(texts.map((text, place) => [text, place]));
      return (index) => places.get(last[index]!.stem) ?? -1;
    },
    weight: (index) => last[index]!.weight,
  };
}
