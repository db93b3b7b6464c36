import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Band,
  type Limits,
  makeBand,
  wallLimits,
  wholeTable,
  within,
} from '../../packages/aligner/src/alignment/lattice/band.js';
import { beadGraph } from '../../packages/aligner/src/alignment/lattice/bead-graph.js';
import {
  ALL_BEADS,
  BESIDE_BEAM,
  COMMON_BEADS,
  PRUNED,
} from '../../packages/aligner/src/alignment/lattice/pruning.js';
import type { Wall } from '../../packages/aligner/src/alignment/lattice/walls.js';
import { windowOf } from '../../packages/aligner/src/alignment/lattice/window.js';
import { finish } from '../../packages/aligner/src/common/steps.js';
import { type BeadAt, beadsOf, shapesOf } from '../helpers/bead-graphs.js';

interface Problem {
  readonly band: Band;
  readonly shapes: readonly (readonly [en: number, zh: number])[];
  readonly common: number;
  /** For each segment the number of its interval between two walls. */
  readonly enInterval: readonly number[];
  readonly zhInterval: readonly number[];
  /** Rising, as walls set them. */
  readonly limits: Limits;
  /** For each cell; null where all are open. */
  readonly pruning: readonly number[] | null;
}

const shape = fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 })).filter(([en, zh]) => en + zh > 0);
const stretches = (segments: number) =>
  fc
    .array(fc.nat({ max: 2 }), { minLength: segments, maxLength: segments })
    .map((list) => list.sort((a, b) => a - b));

/** Walls in the order of both texts. */
const wallsIn = (rows: number, columns: number) =>
  fc
    .array(fc.tuple(fc.nat({ max: rows - 1 }), fc.nat({ max: columns - 1 })), { maxLength: 4 })
    .map((places) => {
      const zh = places.map(([, column]) => column).sort((a, b) => a - b);
      const en = places.map(([row]) => row).sort((a, b) => a - b);
      return en.map((row, index): Wall => ({ en: row, zh: zh[index] }));
    });

const problems: fc.Arbitrary<Problem> = fc
  .record({ rows: fc.integer({ min: 1, max: 6 }), columns: fc.integer({ min: 1, max: 6 }) })
  .chain(({ rows, columns }) =>
    fc.record({
      ranges: fc.array(fc.tuple(fc.nat({ max: columns }), fc.nat({ max: columns })), {
        minLength: rows,
        maxLength: rows,
      }),
      columns: fc.constant(columns),
      shapes: fc.uniqueArray(shape, { minLength: 1, maxLength: 8, selector: String }),
      common: fc.nat({ max: 8 }),
      enInterval: stretches(rows - 1),
      zhInterval: stretches(columns - 1),
      walls: wallsIn(rows, columns),
      cells: fc.option(
        fc.array(fc.constantFrom(PRUNED, BESIDE_BEAM, COMMON_BEADS, ALL_BEADS, ALL_BEADS), {
          minLength: 36,
          maxLength: 36,
        }),
      ),
    }),
  )
  .map(({ ranges, columns, shapes, common, walls, cells, ...rest }) => {
    const lo = Int32Array.from(ranges, ([start]) => start);
    const hi = Int32Array.from(ranges, ([, end]) => end);
    const band = makeBand(lo, hi, columns);
    const pruning = cells?.slice(0, band.rowStart[band.rows]) ?? null;
    const limits = wallLimits(walls, ranges.length, columns);
    return { ...rest, limits, band, shapes, common: Math.min(common, shapes.length), pruning };
  });

const graphOf = ({ band, shapes, common, enInterval, zhInterval, limits, pruning }: Problem) =>
  finish(
    beadGraph(
      band,
      shapesOf(shapes, common),
      Int32Array.from(enInterval),
      Int32Array.from(zhInterval),
      limits,
      pruning && Uint8Array.from(pruning),
    ),
  );

const isOneInterval = (interval: readonly number[], from: number, to: number): boolean =>
  new Set(interval.slice(from, to)).size <= 1;

const isWithin = ({ lo, hi }: Limits, row: number, column: number, j: number): boolean =>
  lo[row] <= column && j < hi[row];

/** All beads by the definition: every shape at every two cells, by the cell that it ends in. */
function beadsByDefinition({
  band,
  shapes,
  common,
  enInterval,
  zhInterval,
  limits,
  pruning,
}: Problem): BeadAt[] {
  const isInBand = (row: number, column: number): boolean =>
    row >= 0 && column >= band.lo[row] && column < band.hi[row];
  const openAt = (row: number, column: number): number =>
    pruning ? pruning[band.rowStart[row] + column - band.lo[row]] : ALL_BEADS;
  const allows = (own: number, other: number, isCommon: boolean): boolean => {
    if (own === ALL_BEADS) return true;
    if (own === PRUNED) return false;
    return isCommon && (own === COMMON_BEADS || other === COMMON_BEADS || other === ALL_BEADS);
  };
  const beads: BeadAt[] = [];
  for (let i = 0; i < band.rows; i++) {
    for (let j = band.lo[i]; j < band.hi[i]; j++) {
      shapes.forEach(([en, zh], k) => {
        const [row, column] = [i - en, j - zh];
        if (!isInBand(row, column)) return;
        const [begin, end] = [openAt(row, column), openAt(i, j)];
        if (!allows(begin, end, k < common) || !allows(end, begin, k < common)) return;
        const isPair = row < i && column < j;
        if (isPair && !(isWithin(limits, row, column, j) && isWithin(limits, i, column, j))) return;
        if (!isOneInterval(enInterval, row, i) || !isOneInterval(zhInterval, column, j)) return;
        beads.push({ row, i, column, j });
      });
    }
  }
  return beads;
}

const options = { seed: 20261122, numRuns: 1000 };

describe('the beads of a band', () => {
  test('are those of the definition, by the cell they end in and then by shape', () => {
    const property = fc.property(problems, (problem) => {
      expect(beadsOf(graphOf(problem))).toEqual(beadsByDefinition(problem));
    });
    fc.assert(property, options);
  });

  test('come from the cell where they begin', () => {
    const property = fc.property(problems, (problem) => {
      const { band, from } = graphOf(problem);
      const origins = beadsByDefinition(problem).map(
        ({ row, column }) => band.rowStart[row] + column - band.lo[row],
      );
      expect([...from]).toEqual(origins);
    });
    fc.assert(property, options);
  });

  test('no bead reaches over a wall, and gaps of one segment cross none', () => {
    const shapes = shapesOf([
      [1, 1],
      [2, 1],
      [1, 0],
      [2, 0],
      [0, 1],
    ]);
    const table = wholeTable(2, 1);
    const graph = finish(beadGraph(table, shapes, Int32Array.of(0, 1), Int32Array.of(0), table, null));
    expect(beadsOf(graph).filter(({ row, i }) => i - row > 1)).toEqual([]);
    expect(beadsOf(graph)).toContainEqual({ row: 1, i: 2, column: 1, j: 1 });
  });
});

describe('within the limits of walls', () => {
  const shapes = shapesOf([
    [1, 1],
    [1, 2],
    [2, 1],
    [2, 2],
    [1, 0],
    [2, 0],
    [0, 1],
    [0, 2],
  ]);
  /** For each segment how many walls are before it. */
  const stretchesBetween = (walls: readonly number[], segments: number): Int32Array =>
    Int32Array.from({ length: segments }, (_, segment) => walls.filter((wall) => wall <= segment).length);
  const texts = fc
    .record({ rows: fc.integer({ min: 1, max: 8 }), columns: fc.integer({ min: 1, max: 8 }) })
    .chain(({ rows, columns }) =>
      fc.record({
        rows: fc.constant(rows),
        columns: fc.constant(columns),
        walls: wallsIn(rows, columns),
        wishes: fc.array(fc.tuple(fc.nat({ max: columns }), fc.nat({ max: columns })), {
          minLength: rows,
          maxLength: rows,
        }),
      }),
    )
    .map(({ rows, columns, walls, wishes }) => {
      const [enWalls, zhWalls] = [walls.map(({ en }) => en), walls.map(({ zh }) => zh)];
      const enInterval = stretchesBetween(enWalls, rows - 1);
      const zhInterval = stretchesBetween(zhWalls, columns - 1);
      const limits = wallLimits(walls, rows, columns);
      const lo = Int32Array.from(wishes, ([start]) => start);
      const hi = Int32Array.from(wishes, ([, end]) => end);
      const band = within(makeBand(lo, hi, columns), limits);
      return { rows, columns, walls, enInterval, zhInterval, limits, band };
    });
  /** Is there a path from the first cell to the last, past the given one? */
  const hasPath = (beads: readonly BeadAt[], rows: number, columns: number, past?: Wall): boolean => {
    const isPast = (row: number, column: number): boolean => row === past?.en && column === past.zh;
    const reached = new Set(isPast(0, 0) ? [] : ['0 0']);
    for (const { row, i, column, j } of beads)
      if (reached.has(`${row} ${column}`) && !isPast(i, j)) reached.add(`${i} ${j}`);
    return reached.has(`${rows - 1} ${columns - 1}`);
  };

  test('there is a path, whatever is looked at, and each goes through all walls', () => {
    const property = fc.property(texts, ({ rows, columns, walls, enInterval, zhInterval, limits, band }) => {
      const inBand = beadsOf(finish(beadGraph(band, shapes, enInterval, zhInterval, limits, null)));
      expect(hasPath(inBand, rows, columns)).toBe(true);
      for (const wall of walls) expect(hasPath(inBand, rows, columns, wall)).toBe(false);
    });
    fc.assert(property, options);
  });

  test('all beads between the same two walls are there', () => {
    const property = fc.property(texts, ({ rows, columns, enInterval, zhInterval, limits }) => {
      const whole = wholeTable(rows - 1, columns - 1);
      const between = beadsOf(finish(beadGraph(whole, shapes, enInterval, zhInterval, whole, null))).filter(
        ({ row, i, column, j }) => row < i && column < j && enInterval[row] === zhInterval[column],
      );
      const found = beadsOf(
        finish(beadGraph(within(whole, limits), shapes, enInterval, zhInterval, limits, null)),
      );
      expect(found.filter(({ row, i, column, j }) => row < i && column < j)).toEqual(between);
    });
    fc.assert(property, options);
  });
});

describe('the window of the beads', () => {
  test('holds all that some bead brings together, rises, and ends where beads end', () => {
    const property = fc.property(problems, (problem) => {
      const { lo, hi } = windowOf(graphOf(problem));
      const segments = problem.band.rows - 1;
      const pairs = beadsByDefinition(problem).filter(({ row, i, column, j }) => row < i && column < j);
      expect([lo.length, hi.length]).toEqual([segments, segments]);
      for (let s = 0; s < segments; s++) {
        const own = pairs.filter(({ row, i }) => row <= s && s < i);
        const after = pairs.filter(({ i }) => s < i);
        const before = pairs.filter(({ row }) => row <= s);
        for (const { column, j } of own) {
          expect(lo[s]).toBeLessThanOrEqual(column);
          expect(hi[s]).toBeGreaterThanOrEqual(j);
        }
        expect(lo[s]).toBe(Math.min(problem.band.columns - 1, ...after.map(({ column }) => column)));
        expect(hi[s]).toBe(Math.max(lo[s], ...before.map(({ j }) => j), hi[s - 1] ?? 0));
      }
    });
    fc.assert(property, options);
  });
});
