import type { Beam } from './beam.js';

/** A part of the table from one corner to another; the path goes through both. */
export interface Section {
  readonly row: number;
  readonly column: number;
  /** The last row and column, which are the first of the next section. */
  readonly i: number;
  readonly j: number;
}

/** A section has at least so many rows: each costs a little, and shorter ones gain nothing. */
const LEAST_ROWS = 200;
/** Rows on either side of a cut in which the path must be certain, segment by segment. */
const CERTAIN_ROWS = 5;
/** After so many rows without such a place the table is cut all the same: memory must not grow with the text. */
const MOST_ROWS = 2000;

/**
 * Cuts the table in the middle of a stretch of pairs of one segment each, where one cell alone is likely in each row:
 * there the path is certain, and stays so when words are learnt. Each section can then be searched by itself.
 */
export function* sectionsOf({ start, column, best }: Beam, columns: number): Generator<Section> {
  const rows = best.length;
  /** How many rows before this one, and with it, have one likely cell, each a step from the one before. */
  let certain = 0;
  let [row, first] = [0, 0];
  for (let i = 1; i < rows - CERTAIN_ROWS; i++) {
    const at = start[i]!;
    const isAlone = start[i + 1]! - at === 1;
    certain = isAlone ? (column[at - 1] === column[at]! - 1 ? certain : 0) + 1 : 0;
    const middle = i - CERTAIN_ROWS;
    if (middle - row < LEAST_ROWS) continue;
    const cut =
      certain > 2 * CERTAIN_ROWS ? column[start[middle]!]! : middle - row < MOST_ROWS ? -1 : best[middle]!;
    if (cut === -1) continue;
    yield { row, column: first, i: middle, j: cut };
    [row, first] = [middle, cut];
  }
  yield { row, column: first, i: rows - 1, j: columns - 1 };
}
