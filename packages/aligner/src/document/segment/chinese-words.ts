import type { Span } from '../../types.js';

/** Longest word tried, in UTF-16 units: bounds the work for each character. Longer names come out in parts. */
export const LONGEST_WORD = 8;

/**
 * Finds the words that begin at a place of a text, and end before `end`, which is no more than LONGEST_WORD away.
 *
 * @param frequencies gets by length how often the word of that many UTF-16 units occurs, 0 where that is no word
 * @returns the greatest length that it set; all greater ones are no words
 */
export type WordsAt = (text: string, start: number, end: number, frequencies: Float64Array) => number;

/**
 * Counts a word among those that `WordsAt` found, though it may have found it rarer or not at all.
 *
 * @param longest the greatest length set in `frequencies`
 * @returns that length now
 */
export function countAtLeast(
  frequency: number,
  length: number,
  longest: number,
  frequencies: Float64Array,
): number {
  if (length > longest) frequencies.fill(0, longest + 1, length + 1);
  frequencies[length] = Math.max(frequency, frequencies[length]!);
  return Math.max(length, longest);
}

/**
 * The segmentation of the highest probability under a unigram model of word frequencies (Viterbi). Linear in the
 * length of the run, whatever it holds; characters that begin no word stand alone. segmentit has the dictionaries for
 * this, but its own search is exponential on long runs.
 */
export class WordSplitter {
  readonly #wordsAt: WordsAt;
  readonly #frequencies = new Float64Array(LONGEST_WORD + 1);
  /** No word reaches further than LONGEST_WORD, so the costs of that many places, in turn, are enough. */
  readonly #best = new Float64Array(RING).fill(Number.POSITIVE_INFINITY);
  #lengths = new Uint8Array(64);

  constructor(wordsAt: WordsAt) {
    this.#wordsAt = wordsAt;
  }

  /**
   * Splits a run of Chinese, `start … end - 1` of a text, into words that cover it.
   *
   * @returns by place in the run, the length of the word that begins there, in UTF-16 units; of places within words it
   * says nothing. The next call overwrites it.
   */
  split(text: string, start: number, end: number): Uint8Array {
    const wordsAt = this.#wordsAt;
    const frequencies = this.#frequencies;
    const best = this.#best;
    const run = end - start;
    if (this.#lengths.length <= run) this.#lengths = new Uint8Array(2 * run);
    const lengths = this.#lengths;
    best[0] = 0;
    for (let at = 0; at < run; at++) {
      const cost = best[at % RING]!;
      best[at % RING] = Number.POSITIVE_INFINITY; // for the place of the next turn, and the next run
      if (cost === Number.POSITIVE_INFINITY) continue;
      const character = Math.min(run - at, isLeadSurrogate(text.charCodeAt(start + at)) ? 2 : 1);
      const furthest = Math.min(end, start + at + LONGEST_WORD);
      const longest = wordsAt(text, start + at, furthest, frequencies);
      for (let length = character; length <= Math.max(character, longest); length++) {
        const count = length <= longest ? frequencies[length]! : 0;
        if (count === 0 && length > character) continue;
        const total = cost + LOG_TOTAL - Math.log(count > 0 ? count + 1 : 0.5);
        const next = at + length;
        if (total < best[next % RING]!) {
          best[next % RING] = total;
          lengths[next] = length;
        }
      }
    }
    best[run % RING] = Number.POSITIVE_INFINITY;
    // From the lengths of the words that end at each place to those of the best ones where they begin.
    let length = lengths[run]!;
    for (let at = run; at > 0; ) {
      at -= length;
      const before = lengths[at]!;
      lengths[at] = length;
      length = before;
    }
    return lengths;
  }
}

/** The words of a short run of Chinese as ranges that cover it. */
export function chineseWords(run: string, wordsAt: WordsAt): Span[] {
  const lengths = new WordSplitter(wordsAt).split(run, 0, run.length);
  const words: Span[] = [];
  for (let start = 0; start < run.length; start += lengths[start]!) {
    words.push({ start, end: start + lengths[start]! });
  }
  return words;
}

/** Where the run of Chinese characters that begins at `start` ends, `end` at the latest; `start` where none begins. */
export function chineseRunEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x4e00 && unit <= 0x9fa5) at++;
    else if (unit < 0x2e80 || unit > 0xfaff) break;
    else {
      const character = String.fromCodePoint(text.codePointAt(at)!);
      if (!HAN.test(character)) break;
      at += character.length;
    }
  }
  return at;
}

const HAN = /^\p{Script=Han}$/u;

/** More than LONGEST_WORD, and a power of two, so that `%` is cheap. */
const RING = 16;

// The order of magnitude of all frequencies together; it is what each further word costs.
const LOG_TOTAL = Math.log(4e7);

function isLeadSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}
