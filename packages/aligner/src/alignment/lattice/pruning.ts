import { type Band, makeBand } from './band.js';
import { ALL_BEADS, BESIDE_BEAM, COMMON_BEADS, PRUNED } from './bead-graph.js';
import type { Beam } from './beam.js';
import type { Section } from './sections.js';

/** In a row where the beam has more cells than this, rare shapes are not tried: nothing there tells one path from another. */
const CROWDED_ROW = 12;

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

/**
 * For each cell of the band of a section what may begin or end there (see bead-graph.ts).
 *
 * @param margins as for the band
 * @param widened 1 for each row of the section in which the beam is widened because the path ran along its edge
 */
export function pruningOf(
  { rows, lo, rowStart }: Band,
  { row, column }: Section,
  { start, column: beam }: Beam,
  margins: Int32Array,
  widened: Uint8Array,
): Uint8Array {
  const pruning = new Uint8Array(rowStart[rows]!).fill(PRUNED);
  for (let r = 0; r < rows; r++) {
    const cells = pruning.subarray(rowStart[r]!, rowStart[r + 1]!);
    const [first, end] = [start[row + r]!, start[row + r + 1]!];
    if (widened[r]) cells.fill(ALL_BEADS);
    else if (first === end) cells.fill(COMMON_BEADS);
    else {
      for (let at = first; at < end; at++) {
        const cell = beam[at]! - column - lo[r]!;
        cells.fill(BESIDE_BEAM, Math.max(0, cell - margins[r]!), Math.max(0, cell + margins[r]! + 1));
      }
      for (let at = first; at < end; at++) {
        const cell = beam[at]! - column - lo[r]!;
        if (cell >= 0 && cell < cells.length)
          cells[cell] = end - first > CROWDED_ROW ? COMMON_BEADS : ALL_BEADS;
      }
    }
  }
  // Every path begins in the first cell and ends in the last.
  pruning[0] = ALL_BEADS;
  pruning[pruning.length - 1] = ALL_BEADS;
  return pruning;
}
