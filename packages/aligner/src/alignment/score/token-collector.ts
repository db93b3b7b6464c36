import { enlarged } from '../../common/enlarged.js';
import type { FoldedText } from '../../document/writing/folding.js';
import type { Tokens } from './tokens.js';

/** The most words of a segment that are looked at: no sentence has so many. Those beyond are only counted. */
export const MOST_WORDS = 1000;

/** Puts the words of one side together, segment by segment. */
export class TokenCollector {
  readonly #typeOf = new Map<string, number>();
  readonly #count: number[] = [];
  readonly #start: Int32Array;
  #type = new Int32Array(256);
  #from = new Int32Array(256);
  #to = new Int32Array(256);
  #length = 0;
  #segments = 0;

  /** @param segments how many there will be */
  constructor(segments: number) {
    this.#start = new Int32Array(segments + 1);
  }

  /** The type of a key; a new one, of which a word must follow, where it has none yet. */
  typeOf(key: string): number {
    let type = this.#typeOf.get(key);
    if (type === undefined) {
      type = this.#typeOf.size;
      this.#typeOf.set(key, type);
      this.#count.push(0);
    }
    return type;
  }

  /** The next word of the segment, and where it is written. */
  add(type: number, from: number, to: number): void {
    this.#count[type]!++;
    if (this.#length - this.#start[this.#segments]! === MOST_WORDS) return;
    if (this.#length === this.#type.length) this.#grow();
    this.#type[this.#length] = type;
    this.#from[this.#length] = from;
    this.#to[this.#length] = to;
    this.#length++;
  }

  /** @param written where the segment has been folded, the way back to the text as written */
  endSegment({ starts, ends }: Partial<FoldedText> = {}): void {
    if (starts && ends) {
      for (let at = this.#start[this.#segments]!; at < this.#length; at++) {
        this.#from[at] = starts[this.#from[at]!]!;
        this.#to[at] = ends[this.#to[at]! - 1]!;
      }
    }
    this.#segments++;
    this.#start[this.#segments] = this.#length;
  }

  tokens(): Tokens {
    return {
      type: this.#type.slice(0, this.#length),
      start: this.#start,
      from: this.#from.slice(0, this.#length),
      to: this.#to.slice(0, this.#length),
      count: Float64Array.from(this.#count),
      keys: [...this.#typeOf.keys()],
      typeOf: this.#typeOf,
    };
  }

  #grow(): void {
    const length = 2 * this.#type.length;
    this.#type = enlarged(this.#type, length);
    this.#from = enlarged(this.#from, length);
    this.#to = enlarged(this.#to, length);
  }
}
