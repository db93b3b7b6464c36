/** Segments of both sides, by their numbers in a table, that speak for each other one after the other. */
export interface LocalChain {
  readonly cells: readonly (readonly [row: number, column: number])[];
  /** Evidence in sum, in nats. */
  readonly evidence: number;
}

/** Rows and columns that a chain may step over: sentences in it that nothing speaks for. */
const LONGEST_STEP = 4;
/** Nats that it costs to step over a row or a column. */
const STEPPED_OVER = 0.5;
/** Nats that it costs that a segment goes with two of the other side, as in a bead that is not 1-1. */
const STAYED = 1;
/** What one cell may say against its chain, in nats: a free translation must not cut a block in two. */
const MOST_AGAINST = 3;
/** How often the table is gone through. Each time, all chains are taken that share no segment. */
const MOST_ROUNDS = 8;

/**
 * All chains of evidence in a table of segments, the heaviest first, no two of which share a segment: local alignment
 * (Smith & Waterman 1981), as genomes are compared of which parts have changed places. Time is linear in the table.
 *
 * @param value what a row and a column say for each other, in nats
 * @param isNext whether a row, a column may follow another one in a chain
 * @param least evidence of a chain
 */
export function localChains(
  rows: number,
  columns: number,
  value: (row: number, column: number) => number,
  isNext: {
    readonly row: (before: number, row: number) => boolean;
    readonly column: (before: number, column: number) => boolean;
  },
  least: number,
): LocalChain[] {
  const [rowIsUsed, columnIsUsed] = [new Uint8Array(rows), new Uint8Array(columns)];
  const sum = new Float64Array(rows * columns);
  const previous = new Int32Array(rows * columns);
  const chains: LocalChain[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const ends: number[] = [];
    for (let s = 0; s < rows; s++) {
      for (let t = 0; t < columns; t++) {
        const cell = s * columns + t;
        sum[cell] = 0;
        previous[cell] = -1;
        if (rowIsUsed[s] || columnIsUsed[t]) continue;
        const own = Math.max(-MOST_AGAINST, value(s, t));
        let best = 0;
        for (let u = s; u >= 0 && u >= s - LONGEST_STEP && isNext.row(u, s); u--) {
          for (let v = t; v >= 0 && v >= t - LONGEST_STEP && isNext.column(v, t); v--) {
            const stays = u === s || v === t;
            if (u === s && v === t) continue;
            const before = sum[u * columns + v]! - (stays ? STAYED : STEPPED_OVER * (s - u + t - v - 2));
            if (before <= best || (stays && s - u + t - v > 1)) continue;
            best = before;
            previous[cell] = u * columns + v;
          }
        }
        sum[cell] = Math.max(0, best + own);
        if (own > 0 && sum[cell] >= least) ends.push(cell);
      }
    }
    ends.sort((a, b) => sum[b]! - sum[a]! || a - b);
    let isAnyCut = false;
    for (const end of ends) {
      const cells = traced(end, previous, columns);
      if (rowIsUsed[cells.at(-1)![0]] || columnIsUsed[cells.at(-1)![1]]) continue;
      if (cells.some(([s, t]) => rowIsUsed[s] || columnIsUsed[t])) {
        isAnyCut = true;
        continue;
      }
      for (const [s, t] of cells) {
        rowIsUsed[s] = 1;
        columnIsUsed[t] = 1;
      }
      chains.push({ cells, evidence: sum[end]! });
    }
    if (!isAnyCut) break;
  }
  return chains.sort((a, b) => b.evidence - a.evidence);
}

function traced(end: number, previous: Int32Array, columns: number): [number, number][] {
  const cells: [number, number][] = [];
  for (let cell = end; cell >= 0; cell = previous[cell]!)
    cells.push([Math.floor(cell / columns), cell % columns]);
  return cells.reverse();
}
