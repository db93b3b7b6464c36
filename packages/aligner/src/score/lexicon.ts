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
