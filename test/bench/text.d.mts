import type { Vocabulary } from './vocabulary.mjs';

export interface TextOptions {
  readonly english: number;
  readonly chinese: number;
  readonly seed: number;
  readonly vocabulary: Vocabulary;
}
export interface SentenceBead {
  readonly en: readonly string[];
  readonly zh: readonly string[];
}
export function bilingualText(options: TextOptions): Generator<SentenceBead>;
