import { countInSteps, type Steps } from '../../common/steps.js';

/**
 * Places to go through and the edges between them. Every edge leads to a place of a higher number; those that lead to
 * place p are `start[p] … start[p + 1] - 1`. All paths lead from place 0 to the last one.
 */
export interface Graph {
  /** One more than there are places. */
  readonly start: Int32Array;
  /** The place that each edge comes from. */
  readonly from: Int32Array;
}

export const NO_EDGE = -1;

/**
 * The cheapest path from the first to the last place, by dynamic programming.
 *
 * @param cost of each edge, in −ln p (negative where the evidence is better than chance), or +Infinity
 * @returns for each place the edge that the cheapest path to it ends with, `NO_EDGE` where no path leads to it, and the
 *   cost of that path. Ties go to the edge that is listed first.
 */
export function cheapestPath(
  { start, from }: Graph,
  cost: Float32Array,
): { readonly total: Float64Array; readonly last: Int32Array } {
  const places = start.length - 1;
  const total = new Float64Array(places).fill(Number.POSITIVE_INFINITY);
  const last = new Int32Array(places).fill(NO_EDGE);
  total[0] = 0;
  for (let place = 1, edge = start[1]!; place < places; place++) {
    let least = Number.POSITIVE_INFINITY;
    let chosen = NO_EDGE;
    for (const end = start[place + 1]!; edge < end; edge++) {
      const sum = total[from[edge]!]! + cost[edge]!;
      if (sum < least) {
        least = sum;
        chosen = edge;
      }
    }
    total[place] = least;
    last[place] = chosen;
  }
  return { total, last };
}

/** The edges of the cheapest path to the last place, in order; none where no path leads there. */
export function traceBack({ from }: Graph, last: Int32Array): number[] {
  const path: number[] = [];
  for (let place = last.length - 1; place > 0; place = from[path.at(-1)!]!) {
    if (last[place] === NO_EDGE) return [];
    path.push(last[place]!);
  }
  return path.reverse();
}

/** The places that a path from the first to the last goes through. */
export function placesOf({ start, from }: Graph, path: readonly number[]): number[] {
  return [...path.map((edge) => from[edge]!), start.length - 2];
}

/** Sums over paths, as logarithms of sums of e to the minus cost. */
export interface PathSums {
  /** Over all paths from the first place to each. */
  readonly before: Float64Array;
  /** Over all paths from each place to the last. */
  readonly after: Float64Array;
  /** Over all paths from the first place to the last. */
  readonly all: number;
}

/**
 * The forward–backward sums over exp(−sharpness · cost), from which follows how probable each edge and each place is,
 * given all paths.
 *
 * @param sharpness above 0; below 1 the costs' own overconfidence is damped
 */
export function* sumOverPaths(
  { start, from }: Graph,
  cost: Float32Array,
  sharpness: number,
): Steps<PathSums> {
  const places = start.length - 1;
  const before = new Float64Array(places).fill(Number.NEGATIVE_INFINITY);
  const after = new Float64Array(places).fill(Number.NEGATIVE_INFINITY);
  before[0] = 0;
  // Each is wanted three times. In code that an engine has not optimised yet, every number that is worked out is an object.
  const scaled = new Float64Array(cost.length);
  for (let edge = 0; edge < cost.length; edge++) scaled[edge] = sharpness * cost[edge]!;
  const terms = new Float64Array(mostEdges(start));
  yield* countInSteps(places - 1, PLACES, (number) => {
    const place = number + 1;
    const first = start[place]!;
    const edges = start[place + 1]! - first;
    // The largest term is taken out of the sum, so that nothing overflows.
    let largest = Number.NEGATIVE_INFINITY;
    for (let edge = 0; edge < edges; edge++) {
      const term = before[from[first + edge]!]! - scaled[first + edge]!;
      terms[edge] = term;
      if (term > largest) largest = term;
    }
    if (largest === Number.NEGATIVE_INFINITY) return;
    let sum = 0;
    for (let edge = 0; edge < edges; edge++) {
      const below = terms[edge]! - largest;
      if (below > NEGLIGIBLE) sum += Math.exp(below);
    }
    before[place] = largest + Math.log(sum);
  });
  after[places - 1] = 0;
  // Edges are listed by the place they lead to, so sums over those that lead on grow term by term: when the turn of a
  // place comes, all edges from it have had theirs.
  yield* countInSteps(places - 1, PLACES, (number) => {
    const place = places - 1 - number;
    const here = after[place]!;
    if (here === Number.NEGATIVE_INFINITY) return;
    for (let edge = start[place]!, end = start[place + 1]!; edge < end; edge++) {
      const origin = from[edge]!;
      const term = here - scaled[edge]!;
      const sum = after[origin]!;
      const below = term > sum ? sum - term : term - sum;
      const most = term > sum ? term : sum;
      after[origin] = below > NEGLIGIBLE ? most + Math.log1p(Math.exp(below)) : most;
    }
  });
  return { before, after, all: before[places - 1]! };
}

/** The most edges that lead to a place. */
function mostEdges(start: Int32Array): number {
  let most = 0;
  for (let place = 1; place < start.length; place++) most = Math.max(most, start[place]! - start[place - 1]!);
  return most;
}

/** Places between two steps of the work: about a millisecond. */
const PLACES = 2000;
/** e to less than this is lost in the rounding of a sum. */
const NEGLIGIBLE = -25;
