import type { Band } from './band.js';
import type { Steps } from './kernel.js';

/** A bead of the segments `row … i - 1` and `column … j - 1`, and its cost in nats. */
export interface PricedBead {
  readonly row: number;
  readonly i: number;
  readonly column: number;
  readonly j: number;
  readonly cost: number;
}

/** Another path past a bead, as far as it differs from the path found. */
export interface OtherWay {
  /** What it costs more than the path found, in nats; 0 or above. */
  readonly extra: number;
  readonly beads: readonly PricedBead[];
}

type Corner = readonly [row: number, column: number];

/** The cheapest path between a corner and an end of the stretch looked at; its beads from the corner on. */
interface Path {
  readonly total: number;
  readonly bead: PricedBead | null;
  readonly rest: Path | null;
}

const NO_BEADS: Path = { total: 0, bead: null, rest: null };

/** Beads on either side of the one in question that may change with it. */
const REACH = 2;

/**
 * The cheapest ways to cut without a certain bead of the path. Each is the best path through some other bead that
 * takes a segment of that one; beyond two beads on either side all of them keep to the path found.
 *
 * @param corners the path found, as `traceBack` gives it
 * @param index position in it of the bead to do without
 * @param most how many ways are wanted
 * @returns the cheapest first; ways with the same pairs count as one, in whatever order they leave out the rest
 */
export function otherWays(
  band: Band,
  steps: Steps,
  cost: Float32Array,
  corners: readonly Corner[],
  index: number,
  most: number,
): OtherWay[] {
  const reach = corners.slice(Math.max(0, index - REACH), index + REACH + 1);
  const first: Corner = corners[index - REACH - 1] ?? [0, 0];
  const last = reach.at(-1)!;
  const beads = beadsBetween(first, last, band, steps, cost);
  const at = (row: number, column: number): number => row * band.columns + column;

  // In the order of their ends, all beads that lead to a corner come before all that lead on from it.
  const before = new Map([[at(...first), NO_BEADS]]);
  for (const bead of beads) extend(before, at(bead.row, bead.column), bead, at(bead.i, bead.j));
  const after = new Map([[at(...last), NO_BEADS]]);
  for (const bead of [...beads].reverse()) extend(after, at(bead.i, bead.j), bead, at(bead.row, bead.column));

  const found = new Set(beads.filter(isStepOf([first, ...reach])));
  const own = [...found].find(({ i, j }) => String([i, j]) === String(corners[index]))!;
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
function isStepOf(corners: readonly Corner[]): (bead: PricedBead) => boolean {
  const steps = new Set(corners.slice(1).map((end, at) => String([corners[at], end])));
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

/** All beads there can be between two corners, in the order of their ends. */
function beadsBetween(
  [firstRow, firstColumn]: Corner,
  [lastRow, lastColumn]: Corner,
  { lo, hi, rowStart }: Band,
  { en, zh }: Steps,
  cost: Float32Array,
): PricedBead[] {
  const beads: PricedBead[] = [];
  for (let i = firstRow; i <= lastRow; i++) {
    for (let j = Math.max(firstColumn, lo[i]!); j <= lastColumn && j < hi[i]!; j++) {
      const cell = rowStart[i]! + j - lo[i]!;
      for (let k = 0; k < en.length; k++) {
        const [row, column] = [i - en[k]!, j - zh[k]!];
        const price = cost[cell * en.length + k]!;
        if (row >= firstRow && column >= firstColumn && price < Number.POSITIVE_INFINITY)
          beads.push({ row, i, column, j, cost: price });
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
