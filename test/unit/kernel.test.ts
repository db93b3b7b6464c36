import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cheapestPath,
  type Graph,
  NO_EDGE,
  placesOf,
  sumOverPaths,
  traceBack,
} from '../../packages/aligner/src/alignment/lattice/kernel.js';
import { finish } from '../../packages/aligner/src/common/steps.js';

interface Problem {
  readonly graph: Graph;
  readonly cost: Float32Array;
}

interface Path {
  readonly cost: number;
  readonly edges: readonly number[];
}

/** A graph out of the edges that lead to each place after the first: where each comes from and what it costs. */
function problemOf(...arrivals: (readonly (readonly [from: number, cost: number])[])[]): Problem {
  const edges = arrivals.flat();
  const start = Int32Array.of(0, 0, ...arrivals.map(() => 0));
  arrivals.forEach((list, index) => {
    start[index + 2] = start[index + 1] + list.length;
  });
  return {
    graph: { start, from: Int32Array.from(edges, ([from]) => from) },
    cost: Float32Array.from(edges, ([, cost]) => cost),
  };
}

const edgesTo = ({ start }: Graph, place: number): number[] =>
  Array.from({ length: start[place + 1] - start[place] }, (_, k) => start[place] + k);

/** The definition, written down without a table. Of equal paths the one whose last edge is listed first. */
function cheapestByRecursion({ graph, cost }: Problem, place: number): Path {
  if (place === 0) return { cost: 0, edges: [] };
  let best: Path = { cost: Number.POSITIVE_INFINITY, edges: [] };
  for (const edge of edgesTo(graph, place)) {
    const before = cheapestByRecursion({ graph, cost }, graph.from[edge]);
    const sum = before.cost + cost[edge];
    if (sum < best.cost) best = { cost: sum, edges: [...before.edges, edge] };
  }
  return best;
}

function everyPath({ graph, cost }: Problem, from: number, to: number): Path[] {
  if (from === to) return [{ cost: 0, edges: [] }];
  return edgesTo(graph, to).flatMap((edge) =>
    everyPath({ graph, cost }, from, graph.from[edge]).map((before) => ({
      cost: before.cost + cost[edge],
      edges: [...before.edges, edge],
    })),
  );
}

/** Small whole numbers, so that ties are common and sums exact. */
const edgeCost = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: -3, max: 3 }) },
  fc.constant(Number.POSITIVE_INFINITY),
);

/** Graphs of one to seven places, some of which no path leads to or on from; several edges may join two places. */
const problems: fc.Arbitrary<Problem> = fc.nat({ max: 6 }).chain((last) => {
  const arrivalsAt = (place: number) =>
    fc.array(fc.tuple(fc.nat({ max: place - 1 }), edgeCost), { maxLength: 4 });
  return fc
    .tuple(...Array.from({ length: last }, (_, index) => arrivalsAt(index + 1)))
    .map((arrivals) => problemOf(...arrivals));
});

const solve = ({ graph, cost }: Problem) => {
  const { total, last } = cheapestPath(graph, cost);
  return { total, last, path: traceBack(graph, last) };
};
const lastPlace = ({ graph }: Problem): number => graph.start.length - 2;
const isOpen = ({ cost }: Path): boolean => cost < Number.POSITIVE_INFINITY;

describe('against the definition, written without a table', () => {
  const options = { seed: 20261122, numRuns: 600 };

  test('each place has the cost of the cheapest path to it, and the last edge of that path', () => {
    const property = fc.property(problems, (problem) => {
      const { total, last } = solve(problem);
      for (let place = 0; place <= lastPlace(problem); place++) {
        const { cost, edges } = cheapestByRecursion(problem, place);
        expect(total[place]).toBe(cost);
        expect(last[place]).toBe(edges.at(-1) ?? NO_EDGE);
      }
    });
    fc.assert(property, options);
  });

  test('the path is the cheapest one, and of equal ones that of the edges listed first', () => {
    const property = fc.property(problems, (problem) => {
      expect(solve(problem).path).toEqual(cheapestByRecursion(problem, lastPlace(problem)).edges);
    });
    fc.assert(property, options);
  });

  test('the sums are those over all paths to each place, from each place, and in all', () => {
    const property = fc.property(problems, fc.constantFrom(0.3, 0.6, 1), (problem, sharpness) => {
      const end = lastPlace(problem);
      const { before, after, all } = finish(sumOverPaths(problem.graph, problem.cost, sharpness));
      const expectSum = (got: number, from: number, to: number): void => {
        const weights = everyPath(problem, from, to).map(({ cost }) => Math.exp(-sharpness * cost));
        expect(Math.exp(got)).toBeCloseTo(
          weights.reduce((sum, weight) => sum + weight, 0),
          9,
        );
      };
      expectSum(all, 0, end);
      for (let place = 0; place <= end; place++) {
        expectSum(before[place], 0, place);
        expectSum(after[place], place, end);
      }
    });
    fc.assert(property, options);
  });

  test('the posterior of an edge is the share of the paths that have it', () => {
    const property = fc.property(problems, fc.constantFrom(0.3, 0.6, 1), (problem, sharpness) => {
      const { graph, cost } = problem;
      const paths = everyPath(problem, 0, lastPlace(problem)).filter(isOpen);
      fc.pre(paths.length > 0);
      const weights = paths.map((path) => Math.exp(-sharpness * path.cost));
      const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
      const { before, after, all } = finish(sumOverPaths(graph, cost, sharpness));
      for (let place = 1; place <= lastPlace(problem); place++) {
        for (const edge of edgesTo(graph, place)) {
          const share = before[graph.from[edge]] - sharpness * cost[edge] + after[place] - all;
          const taking = weights.map((weight, p) => (paths[p].edges.includes(edge) ? weight : 0));
          expect(Math.exp(share)).toBeCloseTo(sum(taking) / sum(weights), 9);
        }
      }
    });
    fc.assert(property, options);
  });
});

describe('by hand', () => {
  test('one place alone: a path of no edges', () => {
    const problem = problemOf();
    expect(solve(problem).path).toEqual([]);
    expect(placesOf(problem.graph, [])).toEqual([0]);
    expect(finish(sumOverPaths(problem.graph, problem.cost, 1)).all).toBe(0);
  });

  test('two equal edges side by side: the tie goes to the one listed first', () => {
    const problem = problemOf(
      [
        [0, 1],
        [0, 1],
      ],
      [[1, 2]],
    );
    expect(solve(problem).path).toEqual([0, 2]);
    expect(placesOf(problem.graph, [0, 2])).toEqual([0, 1, 2]);
  });

  test('no path: the last edge says so, and nothing is traced back', () => {
    const problem = problemOf([], [[1, -5]], [[0, Number.POSITIVE_INFINITY]]);
    const { last, total, path } = solve(problem);
    expect([...last]).toEqual([NO_EDGE, NO_EDGE, NO_EDGE, NO_EDGE]);
    expect([...total]).toEqual([0, Infinity, Infinity, Infinity]);
    expect(path).toEqual([]);
    expect(finish(sumOverPaths(problem.graph, problem.cost, 1)).all).toBe(-Infinity);
  });

  test.each([-400, 400])('a thousand beads of cost %i neither overflow nor vanish', (each) => {
    // Beside each bead stands one that costs the same and one that costs 40 more.
    const beads = Array.from({ length: 1000 }, (_, place) =>
      [each, each, each + 40].map((cost) => [place, cost] as const),
    );
    const { graph, cost } = problemOf(...beads);
    const { before, after, all } = finish(sumOverPaths(graph, cost, 1));
    expect(all).toBeCloseTo(1000 * (Math.LN2 - each), 6);
    for (let place = 0; place < 1000; place++) {
      const share = before[place] - cost[3 * place] + after[place + 1] - all;
      expect(Math.exp(share)).toBeCloseTo(0.5, 8);
    }
  });
});
