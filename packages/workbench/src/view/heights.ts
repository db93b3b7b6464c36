/** Rows whose heights are summed up together: as many as there are such sums, of 50,000 rows. */
const TOGETHER = 224;

/**
 * The heights of the rows of a long list, in pixels, and so where each of them begins. To ask or to change something takes as many steps
 * as a few hundred rows, however many there are.
 */
export class Heights {
  readonly count: number;
  readonly #each: Float64Array;
  readonly #together: Float64Array;

  /** @param usual of a row whose height is not known yet */
  constructor(count: number, usual: number) {
    this.count = count;
    this.#each = new Float64Array(count).fill(usual);
    this.#together = new Float64Array(Math.ceil(count / TOGETHER)).fill(usual * TOGETHER);
    const rest = count % TOGETHER;
    if (rest > 0) this.#together[this.#together.length - 1] = usual * rest;
  }

  get total(): number {
    return this.startOf(this.count);
  }

  of(row: number): number {
    return this.#each[row] ?? 0;
  }

  set(row: number, height: number): void {
    this.#together[Math.floor(row / TOGETHER)]! += height - this.#each[row]!;
    this.#each[row] = height;
  }

  /** Pixels above a row; above none there is the whole list. */
  startOf(row: number): number {
    const whole = Math.floor(row / TOGETHER);
    let start = 0;
    for (let at = 0; at < whole; at++) start += this.#together[at]!;
    for (let at = whole * TOGETHER; at < row; at++) start += this.#each[at]!;
    return start;
  }

  /** The row that lies so many pixels from the top; the first or the last one where none does, and -1 of no rows. */
  rowAt(offset: number): number {
    let left = offset;
    let whole = 0;
    while (whole < this.#together.length - 1 && this.#together[whole]! <= left)
      left -= this.#together[whole++]!;
    let row = whole * TOGETHER;
    while (row < this.count - 1 && this.#each[row]! <= left) left -= this.#each[row++]!;
    return Math.min(row, this.count - 1);
  }
}
