import type { SentenceBead } from './text.mjs';

export function writeBeads(
  folder: string,
  beads: Iterable<SentenceBead>,
): {
  readonly english: string;
  readonly chinese: string;
  readonly sentences: { readonly en: number; readonly zh: number };
  readonly gold: readonly { readonly en: readonly number[]; readonly zh: readonly number[] }[];
};
