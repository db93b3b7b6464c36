import { enlarged } from '../../common/enlarged.js';
import { countInSteps, type Steps } from '../../common/steps.js';
import type { Band, Limits } from './band.js';
import type { Graph } from './kernel.js';
import type { Shapes } from './shapes.js';

/**
 * All beads that there can be in a band, as edges between its cells. The bead b takes the segments between the cell
 * `from[b]` and the one that it is listed under, and is of the shape `shape[b]`.
 */
export interface BeadGraph extends Graph {
  readonly band: Band;
  readonly shapes: Shapes;
  readonly shape: Uint8Array;
}

/**
 * What may begin or end at a cell after pruning: no bead; common beads whose other end is a cell of the beam; all common
 * beads; beads of every shape.
 */
export const PRUNED = 0b000;
export const BESIDE_BEAM = 0b001;
export const COMMON_BEADS = 0b011;
export const ALL_BEADS = 0b111;

/**
 * Lists the beads of a band.
 *
 * @param enInterval for each segment the number of its interval between two walls: no bead crosses a wall
 * @param limits a bead of both languages keeps within those of its first row and of its last: it lies between two walls
 * @param pruning for each cell `PRUNED`, `BESIDE_BEAM`, `COMMON_BEADS` or `ALL_BEADS`; null where nothing is pruned
 */
export function* beadGraph(
  band: Band,
  shapes: Shapes,
  enInterval: Int32Array,
  zhInterval: Int32Array,
  limits: Limits,
  pruning: Uint8Array | null,
): Steps<BeadGraph> {
  const { rows, lo, hi, rowStart } = band;
  const { en, zh, common } = shapes;
  const places = rowStart[rows]!;
  const start = new Int32Array(places + 1);
  let from = new Int32Array(places * EXPECTED_BEADS);
  let shape = new Uint8Array(places * EXPECTED_BEADS);
  let count = 0;
  yield* countInSteps(rows, 8, (i) => {
    const least = limits.lo[i]!;
    for (let j = lo[i]!; j < hi[i]!; j++) {
      const cell = rowStart[i]! + j - lo[i]!;
      const allowed = pruning ? pruning[cell]! : ALL_BEADS;
      if (count + en.length > from.length) {
        from = enlarged(from, 2 * from.length + en.length);
        shape = enlarged(shape, from.length);
      }
      const last = allowed === ALL_BEADS ? en.length : allowed === PRUNED ? 0 : common;
      for (let k = 0; k < last; k++) {
        const row = i - en[k]!;
        const column = j - zh[k]!;
        if (row < 0 || column < lo[row]! || column >= hi[row]!) continue;
        if ((column < least || j >= limits.hi[row]!) && row < i && column < j) continue;
        const origin = rowStart[row]! + column - lo[row]!;
        const other = pruning ? pruning[origin]! : ALL_BEADS;
        if (other === PRUNED || (allowed | other) === BESIDE_BEAM || (k >= common && other !== ALL_BEADS))
          continue;
        if (i - row > 1 && enInterval[row] !== enInterval[i - 1]) continue;
        if (j - column > 1 && zhInterval[column] !== zhInterval[j - 1]) continue;
        from[count] = origin;
        shape[count++] = k;
      }
      start[cell + 1] = count;
    }
  });
  return { band, shapes, start, from: from.subarray(0, count), shape: shape.subarray(0, count) };
}

/** What room is made for at first, by cell. */
const EXPECTED_BEADS = 12;

/** The Chinese segments that each English one shares a bead with: `lo[s] … hi[s] - 1`, none where they are equal. */
export interface Window {
  readonly lo: Int32Array;
  readonly hi: Int32Array;
}

/** Which segments the beads bring together. Both ends never decrease from segment to segment. */
export function windowOf({ band, shapes, start, shape }: BeadGraph): Window {
  const segments = band.rows - 1;
  const lo = new Int32Array(segments).fill(band.columns - 1);
  const hi = new Int32Array(segments);
  for (let i = 1; i < band.rows; i++) {
    for (let j = band.lo[i]!; j < band.hi[i]!; j++) {
      const cell = band.rowStart[i]! + j - band.lo[i]!;
      for (let bead = start[cell]!; bead < start[cell + 1]!; bead++) {
        const k = shape[bead]!;
        const column = j - shapes.zh[k]!;
        if (column === j) continue;
        for (let s = i - shapes.en[k]!; s < i; s++) {
          if (column < lo[s]!) lo[s] = column;
          if (j > hi[s]!) hi[s] = j;
        }
      }
    }
  }
  for (let s = segments - 2; s >= 0; s--) lo[s] = Math.min(lo[s]!, lo[s + 1]!);
  for (let s = 0; s < segments; s++) hi[s] = Math.max(hi[s]!, hi[s - 1] ?? 0, lo[s]!);
  return { lo, hi };
}
