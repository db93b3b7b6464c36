import type { SentenceBead } from './text.mjs';
import type { Vocabulary } from './vocabulary.mjs';

export interface WorstCase {
  readonly name: string;
  readonly segments?: 'sentences';
  readonly lines: (vocabulary: Vocabulary) => { readonly en: string[]; readonly zh: string[] };
}
export interface Work {
  readonly name: string;
  readonly english?: number;
  readonly chinese?: number;
}
export const works: readonly Work[];
export function textOf(work: Work, vocabulary: Vocabulary): Iterable<SentenceBead>;
export const worstCases: readonly WorstCase[];
