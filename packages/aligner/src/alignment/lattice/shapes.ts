import { LARGEST_BEAD } from '../score/lexical.js';
import type { FoundBead } from './found-bead.js';

/**
 * The bead shapes that are tried, the common ones first: shape k takes `en[k]` English and `zh[k]` Chinese segments. How
 * probable each is before anything is known of the document.
 */
export interface Shapes {
  readonly en: Uint8Array;
  readonly zh: Uint8Array;
  readonly probability: Float64Array;
  /** How many of them are common. */
  readonly common: number;
}

// English count, Chinese count, share of beads; rounded from the gold of the development sets.
const COMMON: readonly (readonly [number, number, number])[] = [
  [1, 1, 0.7],
  [1, 2, 0.09],
  [2, 1, 0.09],
  [2, 2, 0.015],
  [1, 3, 0.04],
  [3, 1, 0.04],
];

/** Segments in a row that one step may leave without counterpart: what is missing is often a whole passage. */
const LONGEST_GAP = 6;
/**
 * Share of gaps of one segment in a text of which nothing is known, and the beads that this counts for. Some texts leave
 * nothing out and others a great deal, so that the text itself has the say after a few of its beads: most novels have
 * one gap in two hundred beads, the records of parliaments one in twenty.
 */
const GAP_SHARE = 0.25;
const GAP_COUNT = 3;

const RARE: readonly (readonly [number, number, number])[] = [
  [2, 3, 0.006],
  [3, 2, 0.006],
  [3, 3, 0.002],
  [2, 4, 0.001],
  [4, 2, 0.001],
  [3, 4, 0.0008],
  [4, 3, 0.0008],
  [4, 4, 0.0004],
  [2, 5, 0.0004],
  [5, 2, 0.0004],
  [3, 5, 0.0002],
  [5, 3, 0.0002],
];

/** Shapes for the first pass over a wide band. */
export const COMMON_SHAPES: Shapes = shapes([...COMMON, ...gapShapes()]);

/** Shapes for the passes over a narrow band. */
export const ALL_SHAPES: Shapes = shapes([...COMMON, ...gapShapes(), ...RARE, ...longShapes()]);

function* longShapes(): Generator<readonly [number, number, number]> {
  for (let count = 4; count <= LARGEST_BEAD; count++) {
    const share = 0.014 * 0.4 ** (count - 4);
    yield [1, count, share];
    yield [count, 1, share];
  }
}

function* gapShapes(): Generator<readonly [number, number, number]> {
  for (let count = 1; count <= LONGEST_GAP; count++) {
    const share = GAP_SHARE * 0.7 ** (count - 1);
    yield [count, 0, share];
    yield [0, count, share];
  }
}

function shapes(list: readonly (readonly [number, number, number])[]): Shapes {
  return {
    en: Uint8Array.from(list, ([en]) => en),
    zh: Uint8Array.from(list, ([, zh]) => zh),
    probability: Float64Array.from(list, ([, , share]) => share),
    common: COMMON.length + 2 * LONGEST_GAP,
  };
}

/** How many beads the tables above count for, gaps aside, beside those found in the document. */
const TABLE_COUNT = 40;

/** −ln p of each shape, with the beads of an earlier pass (by shape) mixed in. */
export function shapePriors(of: Shapes, found: ReadonlyMap<string, number> = new Map()): Float64Array {
  let all = 0;
  for (const count of found.values()) all += count;
  return of.probability.map((share, k) => {
    const seen = found.get(`${of.en[k]}-${of.zh[k]}`) ?? 0;
    const counts = of.en[k] === 0 || of.zh[k] === 0 ? GAP_COUNT : TABLE_COUNT;
    return -Math.log((share * counts + seen) / (all + counts));
  });
}

/** How many beads of each shape were found. */
export function countShapes(beads: readonly FoundBead[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { enStart, enEnd, zhStart, zhEnd } of beads) {
    const key = `${enEnd - enStart}-${zhEnd - zhStart}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
