import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Band, makeBand } from '../../packages/aligner/src/alignment/band.js';
import {
  beadPosteriors,
  cheapestPath,
  NO_STEP,
  type Steps,
  traceBack,
} from '../../packages/aligner/src/alignment/kernel.js';

interface Problem {
  readonly band: Band;
  readonly steps: Steps;
  readonly cost: Float32Array;
}

type Corners = (readonly [row: number, column: number])[];
interface Path {
  readonly cost: number;
  readonly corners: Corners;
}

const isInBand = ({ lo, hi }: Band, row: number, column: number): boolean =>
  row >= 0 && column >= lo[row] && column < hi[row];

/** The beads by which a path may come to a position, first declared first: where each starts and what it costs. */
function arrivals({ band, steps, cost }: Problem, row: number, column: number) {
  const cell = band.rowStart[row] + column - band.lo[row];
  return [...steps.en]
    .map((count, k) => ({
      row: row - count,
      column: column - steps.zh[k],
      cost: cost[cell * steps.en.length + k],
    }))
    .filter((from) => isInBand(band, from.row, from.column));
}

/** The definition, written down without a table. Of equal paths the one whose last shape is declared first. */
function cheapestByRecursion(problem: Problem, row: number, column: number): Path {
  if (row === 0 && column === 0) return { cost: 0, corners: [] };
  let best: Path = { cost: Number.POSITIVE_INFINITY, corners: [] };
  for (const from of arrivals(problem, row, column)) {
    const before = cheapestByRecursion(problem, from.row, from.column);
    if (before.cost + from.cost < best.cost) {
      best = { cost: before.cost + from.cost, corners: [...before.corners, [row, column]] };
    }
  }
  return best;
}

function everyPath(problem: Problem, row: number, column: number): Path[] {
  if (row === 0 && column === 0) return [{ cost: 0, corners: [] }];
  return arrivals(problem, row, column).flatMap((from) =>
    everyPath(problem, from.row, from.column).map((before) => ({
      cost: before.cost + from.cost,
      corners: [...before.corners, [row, column] as const],
    })),
  );
}

/** The beads of a path as text, so that paths can be compared bead by bead. */
function beadsOf(corners: Corners): string[] {
  return corners.map(([row, column], index) => `${corners[index - 1] ?? [0, 0]} → ${[row, column]}`);
}

const shape = fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 })).filter(([en, zh]) => en + zh > 0);

/** Small tables, whole or in part; costs are small whole numbers, so that ties are common and sums exact. */
const problems: fc.Arbitrary<Problem> = fc
  .record({
    rows: fc.integer({ min: 1, max: 5 }),
    columns: fc.integer({ min: 1, max: 5 }),
    whole: fc.boolean(),
  })
  .chain(({ rows, columns, whole }) =>
    fc
      .record({
        ranges: fc.array(fc.tuple(fc.nat({ max: columns }), fc.nat({ max: columns })), {
          minLength: rows,
          maxLength: rows,
        }),
        shapes: fc.uniqueArray(shape, { minLength: 1, maxLength: 5, selector: String }),
        seed: fc.infiniteStream(
          fc.oneof({ weight: 9, arbitrary: fc.integer({ min: -3, max: 3 }) }, fc.constant(Infinity)),
        ),
      })
      .map(({ ranges, shapes, seed }) => {
        const lo = Int32Array.from(ranges, ([start]) => (whole ? 0 : start));
        const hi = Int32Array.from(ranges, ([, end]) => (whole ? columns : end));
        const band = makeBand(lo, hi, columns);
        const count = band.rowStart[rows] * shapes.length;
        return {
          band,
          steps: { en: Uint8Array.from(shapes, ([en]) => en), zh: Uint8Array.from(shapes, ([, zh]) => zh) },
          cost: Float32Array.from({ length: count }, () => seed.next().value ?? 0),
        };
      }),
  );

const solve = ({ band, steps, cost }: Problem) => {
  const { total, step } = cheapestPath(band, steps, cost);
  return { total, step, corners: traceBack(band, steps, step) };
};

describe('against the definition, written without a table', () => {
  const options = { seed: 20261122, numRuns: 400 };

  test('each cell has the cost of the cheapest path to it', () => {
    const property = fc.property(problems, (problem) => {
      const { total, step } = solve(problem);
      const { band } = problem;
      for (let row = 0; row < band.rows; row++) {
        for (let column = band.lo[row]; column < band.hi[row]; column++) {
          const cell = band.rowStart[row] + column - band.lo[row];
          const { cost } = cheapestByRecursion(problem, row, column);
          expect(total[cell]).toBe(cost);
          if (row + column > 0) expect(step[cell] === NO_STEP).toBe(cost === Infinity);
        }
      }
    });
    fc.assert(property, options);
  });

  test('the path is the cheapest one, and of equal ones that of the shapes declared first', () => {
    const property = fc.property(problems, (problem) => {
      const { rows, columns } = problem.band;
      expect(solve(problem).corners).toEqual(cheapestByRecursion(problem, rows - 1, columns - 1).corners);
    });
    fc.assert(property, options);
  });

  test('the posterior of a bead is the share of the paths that have it', () => {
    const property = fc.property(problems, fc.constantFrom(0.3, 0.6, 1), (problem, sharpness) => {
      const { band, steps, cost } = problem;
      const paths = everyPath(problem, band.rows - 1, band.columns - 1);
      const weights = paths.map((path) => Math.exp(-sharpness * path.cost));
      const all = weights.reduce((sum, weight) => sum + weight, 0);
      const share = (bead: string): number =>
        paths.reduce((sum, { corners }, p) => sum + (beadsOf(corners).includes(bead) ? weights[p] : 0), 0) /
        all;

      const { corners } = solve(problem);
      const posteriors = beadPosteriors(band, steps, cost, corners, sharpness);
      expect(posteriors).toHaveLength(corners.length);
      beadsOf(corners).forEach((bead, index) => {
        expect(posteriors[index]).toBeCloseTo(share(bead), 9);
      });
    });
    fc.assert(property, options);
  });
});

describe('by hand', () => {
  const whole = (rows: number, columns: number): Band =>
    makeBand(new Int32Array(rows), new Int32Array(rows).fill(columns), columns);
  const oneToOne: Steps = { en: Uint8Array.of(1, 1, 0), zh: Uint8Array.of(1, 0, 1) };
  const flat = (band: Band, steps: Steps): Float32Array =>
    new Float32Array(band.rowStart[band.rows] * steps.en.length).fill(1);

  test('no segments on either side: no beads', () => {
    const band = whole(1, 1);
    const problem = { band, steps: oneToOne, cost: flat(band, oneToOne) };
    expect(solve(problem).corners).toEqual([]);
    expect(beadPosteriors(band, oneToOne, problem.cost, [], 1)).toHaveLength(0);
  });

  test('two English segments and one Chinese one: the tie goes to the shape declared first, at the end', () => {
    const band = whole(3, 2);
    expect(solve({ band, steps: oneToOne, cost: flat(band, oneToOne) }).corners).toEqual([
      [1, 0],
      [2, 1],
    ]);
  });

  test('no path: the step says so, and there are no corners', () => {
    const diagonal: Steps = { en: Uint8Array.of(1), zh: Uint8Array.of(1) };
    const band = whole(3, 2);
    const { step, total, corners } = solve({ band, steps: diagonal, cost: flat(band, diagonal) });
    expect([step.at(-1), total.at(-1), corners]).toEqual([NO_STEP, Infinity, []]);
  });

  test('a bead that all paths share has posterior 1, and one of two equal ways one half', () => {
    const twoWays: Steps = { en: Uint8Array.of(1, 2, 2, 1), zh: Uint8Array.of(2, 1, 2, 1) };
    const band = whole(4, 4);
    const cost = flat(band, twoWays).fill(0);
    const corners: Corners = [
      [1, 2],
      [3, 3],
    ];
    // 1-2 2-1, 2-1 1-2, 2-2 1-1, 1-1 2-2 and 1-1 1-1 1-1
    expect([...beadPosteriors(band, twoWays, cost, corners, 1)]).toEqual([
      expect.closeTo(1 / 5, 12),
      expect.closeTo(1 / 5, 12),
    ]);
    const only = whole(2, 3);
    expect([...beadPosteriors(only, twoWays, flat(only, twoWays), [[1, 2]], 1)]).toEqual([1]);
  });

  test('a thousand beads of large cost neither overflow nor vanish', () => {
    const diagonal: Steps = { en: Uint8Array.of(1, 0, 1), zh: Uint8Array.of(1, 1, 0) };
    const band = whole(1001, 1001);
    const cost = flat(band, diagonal);
    for (let at = 0; at < cost.length; at += 3) cost.set([-40, 40, 40], at);
    const posteriors = beadPosteriors(
      band,
      diagonal,
      cost,
      solve({ band, steps: diagonal, cost }).corners,
      1,
    );
    expect(posteriors).toHaveLength(1000);
    expect(Math.min(...posteriors)).toBeCloseTo(1, 9);
  });
});
