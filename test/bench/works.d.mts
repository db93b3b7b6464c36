import type { Vocabulary } from './vocabulary.mjs';

export interface WorstCase {
  readonly name: string;
  readonly segments?: 'sentences';
  readonly lines: (vocabulary: Vocabulary) => { readonly en: string[]; readonly zh: string[] };
}
export const worstCases: readonly WorstCase[];
