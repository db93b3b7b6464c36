import type { Lexicon } from 'duiqi/words';

export interface WordPair {
  readonly en: string;
  readonly zh: string;
}
/** The commonest first. */
export interface Vocabulary {
  readonly words: readonly WordPair[];
  readonly names: readonly WordPair[];
}
export function makeVocabulary(
  bytes: ArrayBufferLike,
  lexicon: Lexicon,
  stemWord: (lowerCaseForm: string) => string,
): Vocabulary;
