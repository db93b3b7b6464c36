/** Segment pairs that rise strictly on both sides. */
export type Chain = [en: number, zh: number][];

/**
 * Segment pairs, each with the heaviest chain that ends in it: the heaviest increasing subsequence, by a Fenwick tree, in
 * n log n.
 */
export class ChainCandidates {
  #count = 0;
  readonly #row: Int32Array;
  readonly #column: Int32Array;
  /** Evidence of the chain up to each point, and the point before it; −1 for none. */
  readonly #sum: Float64Array;
  readonly #previous: Int32Array;
  /** Fenwick tree over the columns: a point of the largest sum in each range; −1 for none. */
  readonly #tree: Int32Array;

  /** @param most pairs that may be added */
  constructor(most: number, columns: number) {
    this.#row = new Int32Array(most);
    this.#column = new Int32Array(most);
    this.#sum = new Float64Array(most);
    this.#previous = new Int32Array(most);
    this.#tree = new Int32Array(columns + 1).fill(-1);
  }

  /** Adds the candidates of a row, `kept[0 … keptCount - 1]`; rows must rise. */
  add(row: number, kept: Int32Array, keptCount: number, evidence: Float64Array): void {
    const before = this.#count;
    for (let k = 0; k < keptCount; k++) {
      const column = kept[k]!;
      const chain = this.#heaviestBefore(column);
      const point = this.#count++;
      this.#row[point] = row;
      this.#column[point] = column;
      this.#sum[point] = evidence[column]! + (chain < 0 ? 0 : this.#sum[chain]!);
      this.#previous[point] = chain;
    }
    // Only now: two candidates of one row must not follow each other.
    for (let point = before; point < this.#count; point++) this.#enter(point);
  }

  /** The chain of the largest evidence in sum. */
  heaviest(): Chain {
    const chain: Chain = [];
    let point = this.#heaviestBefore(this.#tree.length - 1);
    for (; point >= 0; point = this.#previous[point]!) chain.push([this.#row[point]!, this.#column[point]!]);
    return chain.reverse();
  }

  #heaviestBefore(column: number): number {
    let heaviest = -1;
    for (let at = column; at > 0; at -= at & -at) {
      const point = this.#tree[at]!;
      if (point >= 0 && (heaviest < 0 || this.#sum[point]! > this.#sum[heaviest]!)) heaviest = point;
    }
    return heaviest;
  }

  #enter(point: number): void {
    for (let at = this.#column[point]! + 1; at < this.#tree.length; at += at & -at) {
      const other = this.#tree[at]!;
      if (other < 0 || this.#sum[point]! > this.#sum[other]!) this.#tree[at] = point;
    }
  }
}
