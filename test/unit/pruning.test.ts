import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeBand, wholeTable } from '../../packages/aligner/src/alignment/lattice/band.js';
import { rowsOnEdge } from '../../packages/aligner/src/alignment/lattice/beam-edge.js';
import {
  ALL_BEADS,
  BESIDE_BEAM,
  COMMON_BEADS,
  PRUNED,
  pruningOf,
} from '../../packages/aligner/src/alignment/lattice/pruning.js';
import type { BestPath, Region } from '../../packages/aligner/src/alignment/lattice/region.js';

describe('what may begin or end at a cell after pruning', () => {
  const cellsOfBeam = (minLength: number, maxLength: number) =>
    fc.uniqueArray(fc.integer({ min: 0, max: 24 }), { minLength, maxLength });
  /** A band of a section, and the columns of the text that the beam keeps in each of its rows. */
  const sections = fc.integer({ min: 2, max: 5 }).chain((rows) =>
    fc.record({
      lo: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: rows, maxLength: rows }),
      width: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: rows, maxLength: rows }),
      beam: fc.array(fc.oneof(cellsOfBeam(0, 10), cellsOfBeam(11, 14)), {
        minLength: rows,
        maxLength: rows,
      }),
      margins: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: rows, maxLength: rows }),
      widened: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: rows, maxLength: rows }),
      row: fc.integer({ min: 0, max: 3 }),
      column: fc.integer({ min: 0, max: 4 }),
    }),
  );

  test('is all in the beam and in rows that are widened, less beside the beam, and nothing elsewhere', () => {
    fc.assert(
      fc.property(sections, ({ lo, width, beam, margins, widened, row, column }) => {
        const band = makeBand(
          Int32Array.from(lo),
          Int32Array.from(lo, (from, at) => from + width[at]!),
          24,
        );
        const kept = [
          ...Array.from({ length: row }, () => [99]),
          ...beam.map((own) => [...own].sort((a, b) => a - b)),
        ];
        let end = 0;
        const start = Int32Array.from([0, ...kept.map((own) => (end += own.length))]);
        const found = pruningOf(
          band,
          { row, column } as never,
          { start, column: Int32Array.from(kept.flat()), best: new Int32Array(kept.length) },
          Int32Array.from(margins),
          Uint8Array.from(widened),
        );
        const wanted = Array.from({ length: band.rows }, (_, r) =>
          Array.from({ length: band.hi[r]! - band.lo[r]! }, (__, cell) => {
            const own = beam[r]!.map((place) => place - column - band.lo[r]!);
            if (widened[r]) return ALL_BEADS;
            if (own.length === 0) return COMMON_BEADS;
            if (own.includes(cell)) return own.length > 12 ? COMMON_BEADS : ALL_BEADS;
            return own.some((each) => Math.abs(each - cell) <= margins[r]!) ? BESIDE_BEAM : PRUNED;
          }),
        ).flat();
        wanted[0] = ALL_BEADS;
        wanted[wanted.length - 1] = ALL_BEADS;
        expect([...found]).toEqual(wanted);
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});

describe('rows in which a path runs along the edge of its beam', () => {
  const SIZE = 6;

  /** The rows of a path through a table of six by six segments, by its corners, where some cells are pruned or beyond limits. */
  function edges(
    path: readonly (readonly [row: number, column: number])[],
    {
      pruned = [],
      limits = {},
      lo = {},
      hi = {},
    }: {
      readonly pruned?: readonly (readonly [row: number, column: number])[];
      readonly limits?: Readonly<Record<number, readonly [lo: number, hi: number]>>;
      readonly lo?: Readonly<Record<number, number>>;
      readonly hi?: Readonly<Record<number, number>>;
    } = {},
  ): number[] {
    const whole = wholeTable(SIZE, SIZE);
    const band = makeBand(
      Int32Array.from(whole.lo, (from, at) => lo[at] ?? from),
      Int32Array.from(whole.hi, (to, at) => hi[at] ?? to),
      SIZE + 1,
    );
    const cellOf = ([row, column]: readonly [number, number]): number =>
      band.rowStart[row]! + column - band.lo[row]!;
    const pruning = new Uint8Array(band.rowStart[band.rows]!).fill(ALL_BEADS);
    for (const place of pruned) pruning[cellOf(place)] = PRUNED;
    const region = {
      band,
      pruning: pruned.length === 0 ? null : pruning,
      limits: {
        lo: Int32Array.from(whole.lo, (from, at) => limits[at]?.[0] ?? from),
        hi: Int32Array.from(whole.hi, (to, at) => limits[at]?.[1] ?? to),
      },
    } as unknown as Region;
    return rowsOnEdge(region, { cells: Int32Array.from(path, cellOf) } as unknown as BestPath);
  }

  const DIAGONAL = Array.from({ length: SIZE + 1 }, (_, at) => [at, at] as const);

  test('are none where nothing is pruned', () => {
    expect(edges(DIAGONAL)).toEqual([]);
  });

  test.each([
    ['to its left', [3, 2]],
    ['to its right', [3, 4]],
  ] as const)('are those with a pruned cell %s', (_, place) => {
    expect(edges(DIAGONAL, { pruned: [place] })).toEqual([3]);
  });

  test('are none where what was pruned is no neighbour, or beyond the limits, or in the first row or the last', () => {
    expect(
      edges(DIAGONAL, {
        pruned: [
          [3, 1],
          [3, 5],
        ],
      }),
    ).toEqual([]);
    expect(edges(DIAGONAL, { pruned: [[3, 2]], limits: { 3: [3, 7] } })).toEqual([]);
    expect(edges(DIAGONAL, { pruned: [[3, 4]], limits: { 3: [0, 4] } })).toEqual([]);
    expect(
      edges(DIAGONAL, {
        pruned: [
          [0, 1],
          [6, 5],
        ],
      }),
    ).toEqual([]);
  });

  test('are those at the border of the band, where the limits go on', () => {
    expect(edges(DIAGONAL, { lo: { 3: 3, 4: 3, 5: 3, 6: 3 } })).toEqual([3]);
    expect(edges(DIAGONAL, { lo: { 3: 3, 4: 3, 5: 3, 6: 3 }, limits: { 3: [3, 7] } })).toEqual([]);
  });

  test('are those that end a bead of many segments of both sides, if anything was pruned there', () => {
    const leap = [
      [0, 0],
      [1, 1],
      [4, 4],
      [5, 5],
      [6, 6],
    ] as const;
    expect(edges(leap)).toEqual([]);
    expect(edges(leap, { pruned: [[4, 0]] })).toEqual([4]);
    expect(edges(leap, { pruned: [[5, 0]] })).toEqual([]);
    const flat = [
      [0, 0],
      [1, 1],
      [3, 4],
      [6, 6],
    ] as const;
    expect(
      edges(flat, {
        pruned: [
          [3, 0],
          [6, 0],
        ],
      }),
    ).toEqual([]);
  });

  test('are told by the border of the band too, on either side', () => {
    const narrow = { lo: { 3: 2, 4: 2, 5: 2, 6: 2 }, hi: { 0: 4, 1: 4, 2: 4, 3: 4 } };
    expect(edges(DIAGONAL, narrow)).toEqual([3]);
    expect(edges(DIAGONAL, { ...narrow, limits: { 3: [0, 4] } })).toEqual([]);
    // Cells are counted from where the band begins in their row.
    expect(edges(DIAGONAL, { lo: narrow.lo, pruned: [[4, 5]] })).toEqual([4]);
    expect(edges(DIAGONAL, { lo: narrow.lo, pruned: [[4, 3]] })).toEqual([4]);
    const leap = [
      [0, 0],
      [4, 4],
      [5, 5],
      [6, 6],
    ] as const;
    expect(edges(leap, { lo: narrow.lo })).toEqual([4]);
    expect(edges(leap, { lo: narrow.lo, limits: { 4: [2, 7] } })).toEqual([]);
    expect(edges(leap, { hi: { 0: 6, 1: 6, 2: 6, 3: 6, 4: 6 } })).toEqual([4]);
    expect(edges(leap, { hi: { 0: 6, 1: 6, 2: 6, 3: 6, 4: 6 }, limits: { 4: [0, 6] } })).toEqual([]);
  });

  test('do not count what lies beyond the table, along which a path may run', () => {
    const along = [
      [0, 0],
      [1, 0],
      [2, 0],
      [3, 6],
      [4, 6],
      [6, 6],
    ] as const;
    expect(edges(along, { limits: { 1: [-1, 9], 2: [-1, 9], 3: [-1, 9], 4: [-1, 9] } })).toEqual([]);
  });
});
