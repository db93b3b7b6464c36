import type { BeadGraph } from '../../packages/aligner/src/alignment/lattice/bead-graph.js';
import type { Shapes } from '../../packages/aligner/src/alignment/lattice/shapes.js';

/** The segments that a bead takes: `row … i - 1` and `column … j - 1`. */
export interface BeadAt {
  readonly row: number;
  readonly i: number;
  readonly column: number;
  readonly j: number;
}

/** Shapes of beads, all as probable, of which the first are common. */
export function shapesOf(list: readonly (readonly [en: number, zh: number])[], common = list.length): Shapes {
  return {
    en: Uint8Array.from(list, ([en]) => en),
    zh: Uint8Array.from(list, ([, zh]) => zh),
    probability: new Float64Array(list.length).fill(1 / list.length),
    common,
  };
}

/** The beads of a graph by their numbers. */
export function beadsOf({ band, shapes, start, shape }: BeadGraph): BeadAt[] {
  const beads: BeadAt[] = [];
  for (let i = 0; i < band.rows; i++) {
    for (let j = band.lo[i]; j < band.hi[i]; j++) {
      const cell = band.rowStart[i] + j - band.lo[i];
      for (let bead = start[cell]; bead < start[cell + 1]; bead++)
        beads.push({ row: i - shapes.en[shape[bead]], i, column: j - shapes.zh[shape[bead]], j });
    }
  }
  return beads;
}
