import { enlarged } from '../../common/enlarged.js';
import type { Band } from './band.js';
import type { BestPath } from './region.js';

/** The cells of the table that probable paths go through, which is what pruning by posteriors leaves: the columns of row i are `column[start[i] … start[i + 1] - 1]`. */
export interface Beam {
  readonly start: Int32Array;
  readonly column: Int32Array;
  /** A column in which the best path goes through each row; −1 where a bead leads past it. */
  readonly best: Int32Array;
}

/**
 * More cells than this in a row are not kept: where nothing tells one path from another, going over more of them costs
 * much and finds nothing.
 */
const WIDEST = 24;
/** Where even cells so near certainty are too many, all of them are kept: they are the path itself, along one side. */
const LEAST_GAP = 0.1;

/** Which rows of a band a beam takes. */
export interface RowsToAdd {
  /** The row of the band to begin with, and the one to end with. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** The column of the text that the band's column 0 is. */
  readonly firstColumn: number;
  /** A cell is in the beam if the paths through it have at least e to the minus this of all paths' weight. */
  readonly gap: number;
}

/** Collects the beam of a text row by row. */
export class BeamBuilder {
  readonly #start: Int32Array;
  readonly #best: Int32Array;
  #column = new Int32Array(64);
  #rows = 0;

  constructor(rows: number) {
    this.#start = new Int32Array(rows + 1);
    this.#best = new Int32Array(rows).fill(-1);
  }

  /**
   * Adds the next rows of a text, out of the sums over a region. The cells of the best path are always kept, so that there is a
   * path through what is kept.
   */
  add(
    { lo, rowStart }: Band,
    { sums: { before, after, all }, cells: path }: Pick<BestPath, 'sums' | 'cells'>,
    { firstRow, lastRow, firstColumn, gap }: RowsToAdd,
  ): void {
    let onPath = 0;
    for (let i = firstRow; i <= lastRow; i++) {
      while (onPath < path.length && path[onPath]! < rowStart[i]!) onPath++;
      const shift = firstColumn + lo[i]! - rowStart[i]!;
      if (path[onPath]! < rowStart[i + 1]!) this.#best[this.#rows] = path[onPath]! + shift;
      const first = this.#start[this.#rows]!;
      let end = first;
      for (let limit = gap; limit > LEAST_GAP; limit /= 2) {
        end = first;
        for (let cell = rowStart[i]!, next = onPath; cell < rowStart[i + 1]!; cell++) {
          const isOnPath = cell === path[next];
          if (isOnPath) next++;
          if (isOnPath || all - before[cell]! - after[cell]! < limit) end = this.#put(end, cell + shift);
        }
        if (end - first <= WIDEST) break;
      }
      this.#start[++this.#rows] = end;
    }
  }

  #put(at: number, column: number): number {
    if (at === this.#column.length) this.#column = enlarged(this.#column, 2 * at);
    this.#column[at] = column;
    return at + 1;
  }

  finish(): Beam {
    return {
      start: this.#start,
      column: this.#column.subarray(0, this.#start[this.#rows]!),
      best: this.#best,
    };
  }
}
