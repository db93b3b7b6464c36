import { PRUNED } from './pruning.js';
import type { BestPath, Region } from './region.js';

/** Segments on either side from which a bead is so rare that it rather hides pairs. */
const CROWDED = 3;

/**
 * The rows of a region in which its path runs beside cells that were pruned and are within the limits, or takes
 * many segments of both sides at once: that is how it goes past pairs that stand farther off.
 */
export function rowsOnEdge({ band, limits, pruning }: Region, { cells }: BestPath): number[] {
  const isPartly = (at: number): boolean =>
    band.lo[at]! > Math.max(0, limits.lo[at]!) ||
    band.hi[at]! < Math.min(band.columns, limits.hi[at]!) ||
    pruning?.subarray(band.rowStart[at]!, band.rowStart[at + 1]!).includes(PRUNED) === true;
  const rows: number[] = [];
  let r = 0;
  let [row, column] = [0, 0];
  for (const cell of cells) {
    while (cell >= band.rowStart[r + 1]!) r++;
    const j = cell - band.rowStart[r]! + band.lo[r]!;
    const isCrowded = r - row >= CROWDED && j - column >= CROWDED;
    [row, column] = [r, j];
    const isPruned = (at: number): boolean =>
      at < 0 || at >= band.columns
        ? false
        : at < band.lo[r]! || at >= band.hi[r]! || pruning?.[band.rowStart[r]! + at - band.lo[r]!] === PRUNED;
    const left = j > limits.lo[r]! && isPruned(j - 1);
    const right = j < limits.hi[r]! - 1 && isPruned(j + 1);
    if ((r > 0 && r < band.rows - 1 && (left || right)) || (isCrowded && isPartly(r))) rows.push(r);
  }
  return rows;
}
