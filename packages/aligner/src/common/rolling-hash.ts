/** What the hash of a stretch is multiplied by for each character. */
const FACTOR = 31;

/**
 * Hashes of all stretches of one length in a text (Karp & Rabin 1987): from one place to the next, what goes is taken out and what
 * comes is added, so that no stretch is cut out of the text to be hashed. Equal stretches have equal hashes; others may have.
 */
export class RollingHash {
  readonly #text: string;
  readonly #length: number;
  /** What the first character of a stretch has become when it goes. */
  readonly #leaving: number;
  #at = -1;
  #hash = 0;

  constructor(text: string, length: number) {
    this.#text = text;
    this.#length = length;
    let leaving = 1;
    for (let k = 0; k < length; k++) leaving = Math.imul(leaving, FACTOR);
    this.#leaving = leaving;
  }

  /** The hash, as a 32-bit integer, of the stretch that begins at a place; fastest at the place after the one before. */
  at(at: number): number {
    const text = this.#text;
    const end = at + this.#length;
    if (at === this.#at + 1 && at > 0) {
      const gone = Math.imul(this.#leaving, text.charCodeAt(at - 1));
      this.#hash = (Math.imul(this.#hash, FACTOR) + text.charCodeAt(end - 1) - gone) | 0;
    } else {
      this.#hash = 0;
      for (let k = at; k < end; k++) this.#hash = (Math.imul(this.#hash, FACTOR) + text.charCodeAt(k)) | 0;
    }
    this.#at = at;
    return this.#hash;
  }
}
