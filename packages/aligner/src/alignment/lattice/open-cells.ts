import { type Band, makeBand } from './band.js';
import { BESIDE, CLOSED, LIKELY, OPEN } from './bead-graph.js';
import type { LikelyCells } from './likely.js';
import type { Section } from './sections.js';

/** In a row of more likely cells than this, rare shapes are not tried: nothing there tells one path from another. */
const MOST_OPEN = 12;

/**
 * The band of a section, by its own numbers: its likely cells, with a margin on both sides. A row that no likely path
 * stops in is as wide as its neighbours together.
 *
 * @param margins columns on either side, by row of the section
 */
export function bandOfSection(
  { row, column, i, j }: Section,
  { start, column: likely }: LikelyCells,
  margins: Int32Array,
): Band {
  const rows = i - row + 1;
  const lo = new Int32Array(rows);
  const hi = new Int32Array(rows);
  let before = 0;
  for (let r = 0; r < rows; r++) {
    const [first, end] = [start[row + r]!, start[row + r + 1]!];
    const least = first < end ? likely[first]! - column : before;
    if (first < end) before = likely[end - 1]! - column;
    lo[r] = least - margins[r]!;
  }
  let after = j - column;
  for (let r = rows - 1; r >= 0; r--) {
    const [first, end] = [start[row + r]!, start[row + r + 1]!];
    const most = first < end ? likely[end - 1]! - column : after;
    if (first < end) after = likely[first]! - column;
    hi[r] = most + margins[r]! + 1;
  }
  return makeBand(lo, hi, j - column + 1);
}

/**
 * For each cell of the band of a section what may begin or end there (see bead-graph.ts).
 *
 * @param margins as for the band
 * @param widened 1 for each row of the section in which more is looked at because the path ran along the edge
 */
export function opennessOf(
  { rows, lo, rowStart }: Band,
  { row, column }: Section,
  { start, column: likely }: LikelyCells,
  margins: Int32Array,
  widened: Uint8Array,
): Uint8Array {
  const openness = new Uint8Array(rowStart[rows]!).fill(CLOSED);
  for (let r = 0; r < rows; r++) {
    const cells = openness.subarray(rowStart[r]!, rowStart[r + 1]!);
    const [first, end] = [start[row + r]!, start[row + r + 1]!];
    if (widened[r]) cells.fill(OPEN);
    else if (first === end) cells.fill(LIKELY);
    else {
      for (let at = first; at < end; at++) {
        const cell = likely[at]! - column - lo[r]!;
        cells.fill(BESIDE, Math.max(0, cell - margins[r]!), Math.max(0, cell + margins[r]! + 1));
      }
      for (let at = first; at < end; at++) {
        const cell = likely[at]! - column - lo[r]!;
        if (cell >= 0 && cell < cells.length) cells[cell] = end - first > MOST_OPEN ? LIKELY : OPEN;
      }
    }
  }
  // Every path begins in the first cell and ends in the last.
  openness[0] = OPEN;
  openness[openness.length - 1] = OPEN;
  return openness;
}
