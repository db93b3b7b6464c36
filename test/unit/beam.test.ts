import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wholeTable } from '../../packages/aligner/src/alignment/lattice/band.js';
import { beadGraph } from '../../packages/aligner/src/alignment/lattice/bead-graph.js';
import { type Beam, BeamBuilder } from '../../packages/aligner/src/alignment/lattice/beam.js';
import {
  cheapestPath,
  placesOf,
  sumOverPaths,
  traceBack,
} from '../../packages/aligner/src/alignment/lattice/kernel.js';
import { sectionsOf } from '../../packages/aligner/src/alignment/lattice/sections.js';
import type { Shapes } from '../../packages/aligner/src/alignment/lattice/shapes.js';
import { finish } from '../../packages/aligner/src/common/steps.js';
import { randomNumbers } from '../helpers/random-numbers.mjs';

/** One segment of each side, or of one. */
const STEPS: Shapes = {
  en: Uint8Array.of(1, 1, 0),
  zh: Uint8Array.of(1, 0, 1),
  probability: Float64Array.of(1, 1, 1),
  common: 3,
};

const options = { seed: 20261122, numRuns: 200 };

/** The best path through a whole table and the sums over all, where steps cost at random up to `scale`. */
function lookAtRandom(rows: number, columns: number, scale: number, seed: number) {
  const band = wholeTable(rows - 1, columns - 1);
  const graph = finish(
    beadGraph(band, STEPS, new Int32Array(rows - 1), new Int32Array(columns - 1), band, null),
  );
  const random = randomNumbers(seed);
  const cost = Float32Array.from(graph.from, () => scale * random());
  const path = placesOf(graph, traceBack(graph, cheapestPath(graph, cost).last));
  return { band, sums: finish(sumOverPaths(graph, cost, 1)), path };
}

/** The columns of each row. */
const columnsOf = ({ start, column }: Beam): number[][] =>
  Array.from({ length: start.length - 1 }, (_, i) => [...column.slice(start[i], start[i + 1])]);

const looks = fc.record({
  rows: fc.integer({ min: 1, max: 30 }),
  columns: fc.integer({ min: 1, max: 30 }),
  scale: fc.constantFrom(0, 1, 5, 20),
  seed: fc.nat(),
});

/** More likely cells of a row are kept only where the best path goes through them. */
const MOST_OF_A_ROW = 24;

describe('likely cells', () => {
  test('are those of the best path and all that probable paths go through, but for rows of too many', () => {
    const property = fc.property(looks, fc.constantFrom(0.5, 3, 8), ({ rows, columns, scale, seed }, gap) => {
      const { band, sums, path } = lookAtRandom(rows, columns, scale, seed);
      const list = new BeamBuilder(rows);
      list.add(band, { sums, cells: path }, { firstRow: 0, lastRow: rows - 1, firstColumn: 0, gap });
      const likely = list.finish();
      columnsOf(likely).forEach((kept, i) => {
        const onPath = path.filter((cell) => Math.floor(cell / columns) === i).map((cell) => cell % columns);
        const probable = Array.from({ length: columns }, (_, j) => j).filter(
          (j) =>
            onPath.includes(j) || sums.all - sums.before[i * columns + j] - sums.after[i * columns + j] < gap,
        );
        if (probable.length <= MOST_OF_A_ROW) expect(kept).toEqual(probable);
        expect(probable).toEqual(expect.arrayContaining(kept));
        expect(kept).toEqual(expect.arrayContaining(onPath));
        expect(kept).toEqual([...kept].sort((a, b) => a - b));
        expect(kept.filter((j) => !onPath.includes(j)).length).toBeLessThanOrEqual(MOST_OF_A_ROW);
        if (onPath.length > 0) expect(onPath).toContain(likely.best[i]);
      });
    });
    fc.assert(property, options);
  });

  test('where all paths are as good, few of each row are kept', () => {
    const { band, sums, path } = lookAtRandom(120, 120, 0, 1);
    const list = new BeamBuilder(120);
    list.add(band, { sums, cells: path }, { firstRow: 0, lastRow: 119, firstColumn: 0, gap: 8 });
    for (const kept of columnsOf(list.finish())) expect(kept.length).toBeLessThanOrEqual(MOST_OF_A_ROW);
  });

  test('of a row that a bead leads past there is no best column', () => {
    const { band, sums, path } = lookAtRandom(4, 4, 1, 1);
    const list = new BeamBuilder(4);
    list.add(band, { sums, cells: [path[0], 15] }, { firstRow: 0, lastRow: 3, firstColumn: 0, gap: 8 });
    expect([...list.finish().best]).toEqual([0, -1, -1, 3]);
  });

  test('of sections that follow each other are those of a text', () => {
    const [first, second] = [lookAtRandom(5, 6, 5, 1), lookAtRandom(4, 3, 5, 2)];
    const alone = [first, second].map(({ band, sums, path }) => {
      const list = new BeamBuilder(band.rows);
      list.add(band, { sums, cells: path }, { firstRow: 0, lastRow: band.rows - 1, firstColumn: 0, gap: 3 });
      return list.finish();
    });
    const list = new BeamBuilder(8);
    list.add(
      first.band,
      { sums: first.sums, cells: first.path },
      { firstRow: 0, lastRow: 4, firstColumn: 0, gap: 3 },
    );
    // The first row of a section is the last of the one before.
    list.add(
      second.band,
      { sums: second.sums, cells: second.path },
      { firstRow: 1, lastRow: 3, firstColumn: 5, gap: 3 },
    );
    const both = list.finish();
    const shifted = columnsOf(alone[1]).map((columns) => columns.map((column) => column + 5));
    expect(columnsOf(both)).toEqual([...columnsOf(alone[0]), ...shifted.slice(1)]);
    const best = [...alone[1].best].map((column) => (column < 0 ? -1 : column + 5));
    expect([...both.best]).toEqual([...alone[0].best, ...best.slice(1)]);
  });
});

/** A stretch of rows that each go one column on, or of rows with so many likely cells beside the path. */
interface Stretch {
  readonly rows: number;
  /** Columns that the path goes on by, in each row. */
  readonly step: number;
  readonly beside: number;
}

function likelyOf(stretches: readonly Stretch[]): { likely: Beam; columns: number } {
  const rows = [{ best: 0, likely: [0] }];
  for (const { rows: count, step, beside } of stretches) {
    for (let row = 0; row < count; row++) {
      const best = rows.at(-1)!.best + step;
      rows.push({ best, likely: Array.from({ length: beside + 1 }, (_, k) => best + k) });
    }
  }
  let end = 0;
  return {
    likely: {
      start: Int32Array.from([0, ...rows.map(({ likely }) => (end += likely.length))]),
      column: Int32Array.from(rows.flatMap(({ likely }) => likely)),
      best: Int32Array.from(rows, ({ best }) => best),
    },
    columns: rows.at(-1)!.best + 1,
  };
}

describe('sections', () => {
  const stretch = fc.record({
    rows: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 100, max: 2500 })),
    step: fc.constantFrom(1, 1, 1, 0, 2),
    beside: fc.constantFrom(0, 0, 1),
  });
  const texts = fc.array(stretch, { minLength: 1, maxLength: 8 }).map(likelyOf);

  test('tile the table from corner to corner, and none grows with the text', () => {
    const property = fc.property(texts, ({ likely, columns }) => {
      const sections = [...sectionsOf(likely, columns)];
      let [row, column] = [0, 0];
      for (const section of sections) {
        expect([section.row, section.column]).toEqual([row, column]);
        expect(section.i - row).toBeLessThanOrEqual(2100);
        expect(section.j).toBe(section === sections.at(-1) ? columns - 1 : likely.best[section.i]);
        [row, column] = [section.i, section.j];
      }
      expect(row).toBe(likely.best.length - 1);
    });
    fc.assert(property, options);
  });

  test('end where one cell alone is likely in each of several rows, if there is such a place in time', () => {
    const property = fc.property(texts, ({ likely, columns }) => {
      const rows = columnsOf(likely);
      for (const { row, i, j } of sectionsOf(likely, columns)) {
        if (i === rows.length - 1 || i - row >= 2000) continue;
        expect(rows.slice(i - 5, i + 6)).toEqual(Array.from({ length: 11 }, (_, k) => [j - 5 + k]));
      }
    });
    fc.assert(property, options);
  });

  test('are short where the path is certain everywhere, and long where it is nowhere', () => {
    const lengths = (beside: number): number[] => {
      const { likely, columns } = likelyOf([{ rows: 8000, step: 1, beside }]);
      return [...sectionsOf(likely, columns)].map(({ row, i }) => i - row);
    };
    expect(Math.max(...lengths(0))).toBeLessThan(500);
    expect(Math.min(...lengths(0).slice(0, -1))).toBeGreaterThanOrEqual(200);
    expect(lengths(1).slice(0, -1)).toEqual([2000, 2000, 2000]);
  });
});
