import type { Span } from '../types.js';

/** Longest word tried, in UTF-16 units: bounds the work for each character. Longer names come out in parts. */
export const LONGEST_WORD = 8;

/**
 * Splits a run of Chinese into words: the segmentation of the highest probability under a unigram model of word
 * frequencies (Viterbi). Linear in the length of the run, whatever it holds; characters that begin no word stand
 * alone. segmentit has the dictionaries for this, but its own search is exponential on long runs.
 *
 * @param frequency how often a word occurs, 0 when it is no word
 * @returns the words as ranges that cover the run
 */
export function chineseWords(run: string, frequency: (word: string) => number): Span[] {
  const length = run.length;
  const best = new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(length + 1);
  best[0] = 0;
  for (let start = 0; start < length; start++) {
    if (best[start] === Number.POSITIVE_INFINITY) continue;
    const character = isLeadSurrogate(run.charCodeAt(start)) ? 2 : 1;
    for (let end = start + character; end <= Math.min(length, start + LONGEST_WORD); end++) {
      const count = frequency(run.slice(start, end));
      if (count === 0 && end > start + character) continue;
      const cost = best[start]! + LOG_TOTAL - Math.log(count > 0 ? count + 1 : 0.5);
      if (cost < best[end]!) {
        best[end] = cost;
        from[end] = start;
      }
    }
  }
  const words: Span[] = [];
  for (let end = length; end > 0; end = from[end]!) words.push({ start: from[end]!, end });
  return words.reverse();
}

// The order of magnitude of all frequencies together; it is what each further word costs.
const LOG_TOTAL = Math.log(4e7);

function isLeadSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}
