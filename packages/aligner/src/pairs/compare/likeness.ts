import type { PairRecord } from '../pair-record.js';

/** Characters of a text that are compared. */
const COMPARED = 1000;
/** A Han character, or a word in other letters. */
const WORD = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu;

/** How often each word and Han character comes in the texts of a pair, for comparing it with others. */
export interface WordCounts {
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
}

export function wordCounts({ en, zh }: PairRecord): WordCounts {
  const words = [en, zh].flatMap((text) => text.slice(0, COMPARED).toLowerCase().match(WORD) ?? []);
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { counts, total: words.length };
}

/** The share of the words of two pairs that both have, 0–1 (Dice). */
export function likeness(a: WordCounts, b: WordCounts): number {
  if (a.total + b.total === 0) return 0;
  let shared = 0;
  for (const [word, count] of a.counts) shared += Math.min(count, b.counts.get(word) ?? 0);
  return (2 * shared) / (a.total + b.total);
}
