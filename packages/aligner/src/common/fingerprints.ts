import { hashHalves } from './hash.js';

/**
 * Numbers texts, or lists of texts, by their 64-bit hashes: equal ones get the same number, from 0 on in the order of their
 * first coming. It holds 24 to 48 bytes for each whatever the length of the text, so that a memory of millions of pairs can be
 * searched for repeats. Two of a million different texts share a hash with a probability of 10⁻⁷.
 */
export class Fingerprints {
  /** Open addressing: the low and high half of a hash, and its number + 1, or 0 where the place is free. */
  #low = new Uint32Array(SMALLEST);
  #high = new Uint32Array(SMALLEST);
  #number = new Uint32Array(SMALLEST);
  #size = 0;

  /** How many different ones there were so far. */
  get size(): number {
    return this.#size;
  }

  /** The number of a list of texts; it is new when the number equals what `size` was. */
  add(...texts: readonly string[]): number {
    if (2 * this.#size >= this.#number.length) this.#grow();
    const { low, high } = hashHalves(texts);
    const place = this.#find(low, high);
    if (this.#number[place] === 0) this.#set(place, low, high, ++this.#size);
    return this.#number[place]! - 1;
  }

  /** Whether a list of texts has a number. */
  has(...texts: readonly string[]): boolean {
    const { low, high } = hashHalves(texts);
    return this.#number[this.#find(low, high)] !== 0;
  }

  #find(low: number, high: number): number {
    const mask = this.#number.length - 1;
    let place = low & mask;
    while (this.#number[place] !== 0 && (this.#low[place] !== low || this.#high[place] !== high)) {
      place = (place + 1) & mask;
    }
    return place;
  }

  #set(place: number, low: number, high: number, number: number): void {
    this.#low[place] = low;
    this.#high[place] = high;
    this.#number[place] = number;
  }

  #grow(): void {
    const [low, high, number] = [this.#low, this.#high, this.#number];
    const length = 2 * number.length;
    [this.#low, this.#high, this.#number] = [
      new Uint32Array(length),
      new Uint32Array(length),
      new Uint32Array(length),
    ];
    for (let old = 0; old < number.length; old++) {
      if (number[old] !== 0)
        this.#set(this.#find(low[old]!, high[old]!), low[old]!, high[old]!, number[old]!);
    }
  }
}

/** A power of two. */
const SMALLEST = 1024;
