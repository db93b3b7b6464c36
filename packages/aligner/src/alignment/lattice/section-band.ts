import { type Band, makeBand } from './band.js';
import type { Beam } from './beam.js';
import type { Section } from './sections.js';

/**
 * The band of a section, by its own numbers: the cells of the beam, with a margin on both sides. A row that no path of the
 * beam stops in is as wide as its neighbours together.
 *
 * @param margins columns on either side, by row of the section
 */
export function bandOfSection(
  { row, column, i, j }: Section,
  { start, column: beam }: Beam,
  margins: Int32Array,
): Band {
  const rows = i - row + 1;
  const lo = new Int32Array(rows);
  const hi = new Int32Array(rows);
  let before = 0;
  for (let r = 0; r < rows; r++) {
    const [first, end] = [start[row + r]!, start[row + r + 1]!];
    const least = first < end ? beam[first]! - column : before;
    if (first < end) before = beam[end - 1]! - column;
    lo[r] = least - margins[r]!;
  }
  let after = j - column;
  for (let r = rows - 1; r >= 0; r--) {
    const [first, end] = [start[row + r]!, start[row + r + 1]!];
    const most = first < end ? beam[end - 1]! - column : after;
    if (first < end) after = beam[first]! - column;
    hi[r] = most + margins[r]! + 1;
  }
  return makeBand(lo, hi, j - column + 1);
}
