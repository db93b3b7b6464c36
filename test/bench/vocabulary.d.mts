import type { Lexicon } from 'duiqi';
import type { Sections } from '../../packages/aligner/src/score/lexicon-format.js';

export interface WordPair {
  readonly en: string;
  readonly zh: string;
}
/** The commonest first. */
export interface Vocabulary {
  readonly words: readonly WordPair[];
  readonly names: readonly WordPair[];
}
export function wordsOf(sections: Pick<Sections, 'units' | 'childStarts' | 'levels'>): string[];
export function makeVocabulary(
  chineseWords: Iterable<string>,
  lexicon: Lexicon,
  stemWord: (lowerCaseForm: string) => string,
): Vocabulary;
