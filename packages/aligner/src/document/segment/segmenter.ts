import type { Language, Span } from '../../types.js';
import { fold } from '../writing/folding.js';
import { cutAt } from './boundaries.js';
import { splitChinese } from './chinese.js';
import { splitEnglish } from './english.js';

/**
 * Splits the text of one paragraph into sentences: ranges in order, not overlapping, that hold every character but
 * white space.
 */
export type SentenceSplitter = (paragraph: string) => readonly Span[];

export const SENTENCES: Readonly<Record<Language, SentenceSplitter>> = {
  en: onFoldedText(splitEnglish),
  zh: onFoldedText(splitChinese),
};

/** Cuts a text where its folded form is cut. What folding leaves out goes with the sentence before it. */
function onFoldedText(split: SentenceSplitter): SentenceSplitter {
  return (paragraph) => {
    const { text, starts } = fold(paragraph);
    const sentences = split(text);
    if (starts === null) return sentences;
    return cutAt(
      paragraph,
      sentences.slice(1).map(({ start }) => starts[start]!),
    );
  };
}
