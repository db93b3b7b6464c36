import type { Rectangle } from '../score/rectangle.js';
import type { BeadGraph } from './bead-graph.js';

/** A bead, and its cost in nats. */
export interface PricedBead extends Rectangle {
  readonly cost: number;
}

/** Another path past a bead, as far as it differs from the path found. */
export interface OtherWay {
  /** What it costs more than the path found, in nats; 0 or above. */
  readonly extra: number;
  readonly beads: readonly PricedBead[];
}

type Corner = readonly [row: number, column: number];

/** The cheapest path between a corner and an end of the region; its beads from the corner on. */
interface Path {
  readonly total: number;
  readonly bead: PricedBead | null;
  readonly rest: Path | null;
}

const NO_BEADS: Path = { total: 0, bead: null, rest: null };

/**
 * The cheapest ways to cut without a certain bead of the best path. Each is the best path through some other bead that
 * takes a segment of that one.
 *
 * @param cost of each bead of the graph
 * @param path the corners of the best path, without the start
 * @param index position in it of the bead to do without
 * @param most how many ways are wanted
 * @returns the cheapest first; ways with the same pairs count as one, in whatever order they leave out the rest
 */
export function otherWays(
  graph: BeadGraph,
  cost: Float32Array,
  path: readonly Corner[],
  index: number,
  most: number,
): OtherWay[] {
  const beads = pricedBeads(graph, cost);
  const at = (row: number, column: number): number => row * graph.band.columns + column;

  // In the order of their ends, all beads that lead to a corner come before all that lead on from it.
  const before = new Map([[at(0, 0), NO_BEADS]]);
  for (const bead of beads) extend(before, at(bead.row, bead.column), bead, at(bead.i, bead.j));
  const after = new Map([[at(...path.at(-1)!), NO_BEADS]]);
  for (const bead of [...beads].reverse()) extend(after, at(bead.i, bead.j), bead, at(bead.row, bead.column));

  const found = new Set(beads.filter(isStepOf(path)));
  const own = [...found].find(({ i, j }) => String([i, j]) === String(path[index]))!;
  let total = 0;
  for (const bead of found) total += bead.cost;
  const others = beads
    .filter((bead) => bead !== own && sharesSegment(bead, own))
    .flatMap((bead) => {
      const start = before.get(at(bead.row, bead.column));
      const end = after.get(at(bead.i, bead.j));
      return start && end ? [{ start, bead, end, extra: start.total + bead.cost + end.total - total }] : [];
    })
    .sort((a, b) => a.extra - b.extra);

  const ways = new Map<string, OtherWay>();
  for (const { start, bead, end, extra } of others) {
    if (ways.size === most) break;
    const whole = [...beadsOf(start).reverse(), bead, ...beadsOf(end)];
    const key = whole
      .filter(isPair)
      .map(({ row, i, column, j }) => `${row},${i},${column},${j}`)
      .join(' ');
    // The path found is the cheapest; below 0 is only what was lost in rounding.
    if (!ways.has(key))
      ways.set(key, { extra: Math.max(0, extra), beads: whole.filter((each) => !found.has(each)) });
  }
  return [...ways.values()];
}

/** Tells the beads that lead from one of these corners to the next. */
function isStepOf(path: readonly Corner[]): (bead: PricedBead) => boolean {
  const steps = new Set(path.map((end, at) => String([path[at - 1] ?? [0, 0], end])));
  return ({ row, i, column, j }) => steps.has(String([row, column, i, j]));
}

function sharesSegment(a: PricedBead, b: PricedBead): boolean {
  return (a.row < b.i && b.row < a.i) || (a.column < b.j && b.column < a.j);
}

function isPair({ row, i, column, j }: PricedBead): boolean {
  return row < i && column < j;
}

function beadsOf(path: Path): PricedBead[] {
  const beads: PricedBead[] = [];
  for (let at: Path | null = path; at?.bead; at = at.rest) beads.push(at.bead);
  return beads;
}

/** All beads of a graph, in the order of their ends. */
function pricedBeads({ band, shapes, start, shape }: BeadGraph, cost: Float32Array): PricedBead[] {
  const beads: PricedBead[] = [];
  for (let i = 0; i < band.rows; i++) {
    for (let j = band.lo[i]!; j < band.hi[i]!; j++) {
      const cell = band.rowStart[i]! + j - band.lo[i]!;
      for (let bead = start[cell]!; bead < start[cell + 1]!; bead++) {
        const [row, column] = [i - shapes.en[shape[bead]!]!, j - shapes.zh[shape[bead]!]!];
        if (cost[bead]! < Number.POSITIVE_INFINITY) beads.push({ row, i, column, j, cost: cost[bead]! });
      }
    }
  }
  return beads;
}

function extend(paths: Map<number, Path>, from: number, bead: PricedBead, to: number): void {
  const rest = paths.get(from);
  if (!rest) return;
  const total = rest.total + bead.cost;
  if (total < (paths.get(to)?.total ?? Number.POSITIVE_INFINITY)) paths.set(to, { total, bead, rest });
}
