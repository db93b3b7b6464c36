import { type Occurrences, occurrencesOf } from './occurrences.js';
import type { Tokens } from './tokens.js';

/** The words of a range of segments that moves on through a text: which types are in it, how often, and where. */
export class WordsInWindow {
  readonly occurrences: Occurrences;
  /** For each type its first occurrence in the range. */
  readonly cursor: Int32Array;
  /** For each type how often it occurs in the range. */
  readonly count: Int32Array;
  /** One bit a type: 1 if it occurs. Small enough for the nearest cache; most words that are asked for do not occur. */
  readonly isIn: Int32Array;
  #from = 0;
  #to = 0;

  constructor(private readonly tokens: Tokens) {
    const types = tokens.keys.length;
    this.occurrences = occurrencesOf(tokens);
    this.cursor = this.occurrences.start.slice();
    this.count = new Int32Array(types);
    this.isIn = new Int32Array((types + 31) >>> 5);
  }

  /** Moves the range to the segments `from … to - 1`; neither end may ever decrease. */
  moveTo(from: number, to: number): void {
    const { cursor, count, isIn } = this;
    const { start, type } = this.tokens;
    for (; this.#to < to; this.#to++) {
      for (let token = start[this.#to]!; token < start[this.#to + 1]!; token++) {
        const own = type[token]!;
        count[own]!++;
        isIn[own >>> 5]! |= 1 << own;
      }
    }
    for (; this.#from < from; this.#from++) {
      for (let token = start[this.#from]!; token < start[this.#from + 1]!; token++) {
        const own = type[token]!;
        cursor[own]!++;
        if (--count[own]! === 0) isIn[own >>> 5]! &= ~(1 << own);
      }
    }
  }
}
