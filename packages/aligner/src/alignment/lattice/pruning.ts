import type { Band } from './band.js';
import type { Beam } from './beam.js';
import type { Section } from './sections.js';

/**
 * What may begin or end at a cell after pruning: no bead; common beads whose other end is a cell of the beam; all common
 * beads; beads of every shape.
 */
export const PRUNED = 0b000;
export const BESIDE_BEAM = 0b001;
export const COMMON_BEADS = 0b011;
export const ALL_BEADS = 0b111;

/** In a row where the beam has more cells than this, rare shapes are not tried: nothing there tells one path from another. */
const CROWDED_ROW = 12;

/**
 * For each cell of the band of a section what may begin or end there.
 *
 * @param margins as for the band (see section-band.ts)
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
