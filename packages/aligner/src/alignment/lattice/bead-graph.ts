import { enlarged } from '../../common/enlarged.js';
import { countInSteps, type Steps } from '../../common/steps.js';
import type { Band, Limits } from './band.js';
import type { Graph } from './kernel.js';
import { ALL_BEADS, BESIDE_BEAM, PRUNED } from './pruning.js';
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
