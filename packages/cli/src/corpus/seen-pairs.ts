import { createHash } from 'node:crypto';

/**
 * Which pairs have come so far in a run, by a hash of both texts: 16 to 32 bytes for each, whatever their length. Of a hundred
 * million different pairs two share a hash with a probability of 3 in 10,000.
 */
export class SeenPairs {
  /** Open addressing: the halves of a hash, both 0 where the place is free. */
  #halves = new Uint32Array(2 * SMALLEST);
  #size = 0;
  /** Those that came since they were last taken. */
  #fresh: number[] = [];

  /** Whether it is new. */
  add(en: string, zh: string): boolean {
    const digest = createHash('sha256').update(en).update('\0').update(zh).digest();
    // 0 and 0 stand for nothing.
    const [low, high] = [digest.readUInt32LE(0) | 1, digest.readUInt32LE(4)];
    const isNew = this.#add(low >>> 0, high);
    if (isNew) this.#fresh.push(low >>> 0, high);
    return isNew;
  }

  /** The hashes that came since this was last called, to be loaded by a later run. */
  takeFresh(): Uint8Array {
    const bytes = Buffer.alloc(4 * this.#fresh.length);
    this.#fresh.forEach((half, index) => {
      bytes.writeUInt32LE(half, 4 * index);
    });
    this.#fresh = [];
    return bytes;
  }

  load(bytes: Uint8Array): void {
    const view = Buffer.from(bytes);
    for (let at = 0; at + 8 <= view.length; at += 8)
      this.#add(view.readUInt32LE(at), view.readUInt32LE(at + 4));
  }

  #add(low: number, high: number): boolean {
    if (4 * this.#size >= this.#halves.length) this.#grow();
    const place = this.#find(low, high);
    if (this.#halves[place] !== 0) return false;
    this.#halves[place] = low;
    this.#halves[place + 1] = high;
    this.#size++;
    return true;
  }

  #find(low: number, high: number): number {
    const mask = this.#halves.length - 1;
    let place = (2 * high) & mask;
    while (this.#halves[place] !== 0 && (this.#halves[place] !== low || this.#halves[place + 1] !== high)) {
      place = (place + 2) & mask;
    }
    return place;
  }

  #grow(): void {
    const old = this.#halves;
    this.#halves = new Uint32Array(2 * old.length);
    for (let at = 0; at < old.length; at += 2) {
      if (old[at] === 0) continue;
      const place = this.#find(old[at]!, old[at + 1]!);
      this.#halves[place] = old[at]!;
      this.#halves[place + 1] = old[at + 1]!;
    }
  }
}

/** A power of two. */
const SMALLEST = 1 << 12;
