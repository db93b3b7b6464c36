import type { BeadGraph } from './bead-graph.js';

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
