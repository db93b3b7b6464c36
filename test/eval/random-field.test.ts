import { describe, expect, test } from 'vitest';
import { minimise } from './minimise.mjs';
import {
  cheapestPath,
  edgeCosts,
  negativeLogLikelihood,
  sumOverPaths,
  type WeightedLattice,
} from './random-field.mjs';

// Made up; node 2 is a dead end, as what is left out can leave one.
const EDGES = [
  { from: 0, to: 1, base: 2, features: [0, 1, 0], isGold: 0 },
  { from: 0, to: 2, base: 3, features: [0, 2, 0], isGold: 0 },
  { from: 0, to: 3, base: 2, features: [1, 1, 0], isGold: 1 },
  { from: 0, to: 4, base: -1, features: [0.5, 0, -1], isGold: 1 },
  { from: 1, to: 4, base: 1.5, features: [0, 1, 2], isGold: 0 },
  { from: 3, to: 4, base: 0.5, features: [2, 0, 1], isGold: 1 },
  { from: 0, to: 5, base: 0.7, features: [0, 0, 3], isGold: 0 },
  { from: 1, to: 6, base: 1, features: [1, 0, 0.5], isGold: 0 },
  { from: 3, to: 6, base: 0.2, features: [0, 0, 1], isGold: 1 },
  { from: 4, to: 6, base: -0.4, features: [1, -1, 1], isGold: 1 },
  { from: 5, to: 6, base: 1.1, features: [0, 1, 0], isGold: 0 },
];
const lattice: WeightedLattice = {
  nodes: 7,
  from: Int32Array.from(EDGES, ({ from }) => from),
  to: Int32Array.from(EDGES, ({ to }) => to),
  base: Float64Array.from(EDGES, ({ base }) => base),
  features: Float32Array.from(EDGES.flatMap(({ features }) => features)),
  isGold: Uint8Array.from(EDGES, ({ isGold }) => isGold),
};
const weights = Float64Array.of(0.3, -0.7, 0.4);
const costs = edgeCosts(lattice, weights);

function pathsFrom(node: number): number[][] {
  if (node === lattice.nodes - 1) return [[]];
  return EDGES.flatMap(({ from, to }, edge) =>
    from === node ? pathsFrom(to).map((rest) => [edge, ...rest]) : [],
  );
}
const paths = pathsFrom(0);
const costOf = (path: readonly number[]) => path.reduce((sum, edge) => sum + costs[edge]!, 0);
const sumOf = (some: readonly number[][]) => some.reduce((sum, path) => sum + Math.exp(-costOf(path)), 0);

describe('the random field', () => {
  test('an edge costs its base and its features by their weights', () => {
    expect(costs[9]).toBeCloseTo(-0.4 + 0.3 + 0.7 + 0.4, 12);
  });

  test('the sum over paths is that of all of them, one by one', () => {
    expect(paths).toHaveLength(6);
    expect(sumOverPaths(lattice, costs).logSum).toBeCloseTo(Math.log(sumOf(paths)), 12);
  });

  test('an edge is as probable as the paths that take it', () => {
    const { probability } = sumOverPaths(lattice, costs);
    const expected = EDGES.map(
      (_, edge) => sumOf(paths.filter((path) => path.includes(edge))) / sumOf(paths),
    );
    expected.forEach((share, edge) => {
      expect(probability[edge]).toBeCloseTo(share, 12);
    });
  });

  test('the cheapest path is the cheapest of all', () => {
    const cheapest = paths.reduce((a, b) => (costOf(b) < costOf(a) ? b : a));
    expect(cheapestPath(lattice, costs)).toEqual(cheapest);
  });

  test('the likelihood is the share of the gold paths', () => {
    const gold = paths.filter((path) => path.every((edge) => lattice.isGold[edge]));
    expect(gold).toHaveLength(3);
    const value = negativeLogLikelihood(lattice, weights, new Float64Array(3));
    expect(value).toBeCloseTo(-Math.log(sumOf(gold) / sumOf(paths)), 12);
  });

  test('without a gold path there is no likelihood', () => {
    const without = { ...lattice, isGold: new Uint8Array(EDGES.length) };
    expect(() => negativeLogLikelihood(without, weights, new Float64Array(3))).toThrow('no gold path');
  });

  test.each([0, 1, 2])('the gradient equals the finite difference: weight %i', (k) => {
    const gradient = new Float64Array(3);
    negativeLogLikelihood(lattice, weights, gradient);
    const valueAt = (change: number) =>
      negativeLogLikelihood(
        lattice,
        weights.map((weight, index) => (index === k ? weight + change : weight)),
        new Float64Array(3),
      );
    expect(gradient[k]).toBeCloseTo((valueAt(1e-5) - valueAt(-1e-5)) / 2e-5, 8);
  });
});

describe('the minimiser', () => {
  test('finds the minimum of a long narrow bowl', () => {
    const minimum = [3, -2, 0.5, 10];
    const curvature = [1, 100, 0.01, 5];
    const found = minimise(
      (point, gradient) => {
        let value = 0;
        point.forEach((x, k) => {
          // Each element leans on the next one, so that the axes are no way to the minimum.
          const off = x - minimum[k]! + 0.5 * ((point[k + 1] ?? 0) - (minimum[k + 1] ?? 0));
          value += (curvature[k]! * off * off) / 2;
          gradient[k]! += curvature[k]! * off;
          if (k + 1 < point.length) gradient[k + 1]! += 0.5 * curvature[k]! * off;
        });
        return value;
      },
      new Float64Array(4),
      1e-9,
    );
    minimum.forEach((x, k) => {
      expect(found[k]).toBeCloseTo(x, 6);
    });
  });

  test('stays where the gradient is 0', () => {
    expect(minimise(() => 1, Float64Array.of(4, 2))).toEqual(Float64Array.of(4, 2));
  });
});
