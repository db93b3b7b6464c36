/** Sums by pair of an English and a Chinese type: an open-addressing hash table over typed arrays, since there may be millions. */
export class PairCounts {
  #size = 0;
  #mask = 1023;
  #e = new Int32Array(1024).fill(-1);
  #z = new Int32Array(1024);
  #value = new Float64Array(1024);

  #slot(e: number, z: number): number {
    let slot = (Math.imul(e, 0x9e3779b1) ^ Math.imul(z, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & this.#mask;
    while (this.#e[slot] !== -1 && (this.#e[slot] !== e || this.#z[slot] !== z))
      slot = (slot + 1) & this.#mask;
    return slot;
  }

  get(e: number, z: number): number {
    const slot = this.#slot(e, z);
    return this.#e[slot] === -1 ? 0 : this.#value[slot]!;
  }

  add(e: number, z: number, value: number): void {
    let slot = this.#slot(e, z);
    if (this.#e[slot] === -1) {
      if (++this.#size * 2 > this.#mask) {
        this.#grow();
        slot = this.#slot(e, z);
      }
      this.#e[slot] = e;
      this.#z[slot] = z;
    }
    this.#value[slot]! += value;
  }

  forEach(visit: (e: number, z: number, value: number) => void): void {
    const [e, z, value] = [this.#e, this.#z, this.#value];
    for (let slot = 0; slot < e.length; slot++) if (e[slot] !== -1) visit(e[slot]!, z[slot]!, value[slot]!);
  }

  #grow(): void {
    const [e, z, value] = [this.#e, this.#z, this.#value];
    const capacity = e.length * 2;
    this.#mask = capacity - 1;
    this.#e = new Int32Array(capacity).fill(-1);
    this.#z = new Int32Array(capacity);
    this.#value = new Float64Array(capacity);
    for (let old = 0; old < e.length; old++) {
      if (e[old] === -1) continue;
      const slot = this.#slot(e[old]!, z[old]!);
      this.#e[slot] = e[old]!;
      this.#z[slot] = z[old]!;
      this.#value[slot] = value[old]!;
    }
  }
}
