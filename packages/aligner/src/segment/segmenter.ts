import type { Language, Span } from '../types.js';
import { splitChinese } from './chinese.js';
import { splitEnglish } from './english.js';

/**
 * Splits the text of one paragraph into sentences: ranges in order, not overlapping, that hold every character but
 * white space.
 */
export type SentenceSplitter = (paragraph: string) => readonly Span[];

export const SENTENCES: Readonly<Record<Language, SentenceSplitter>> = { en: splitEnglish, zh: splitChinese };
