import { finish } from '../../common/steps.js';
import type { Rectangle } from '../score/rectangle.js';
import { type Limits, wholeTable, within } from './band.js';
import type { BeadGraph } from './bead-graph.js';
import { type FoundBead, segmentsOf } from './found-bead.js';
import { countBefore, limitsOfPart, type PartOfText, partOfText } from './part-of-side.js';
import { type Pass, type PricedRegion, price, type Region, regionOf } from './region.js';

/** A bead of the path priced once more with its neighbours; all by the numbers of the part of the text that they are. */
export interface Neighbourhood extends PricedRegion {
  readonly region: Region;
  readonly bead: Rectangle;
  /** The number of the bead in the graph. */
  readonly place: number;
  /** The corners of the path through the part, without its start; the bead ends at the one with the number `index`. */
  readonly path: readonly (readonly [row: number, column: number])[];
  readonly index: number;
}

/** Beads on either side of the one in question that may change with it. */
const NEIGHBOURS = 2;

/** Prices a bead of those found once more with its neighbours, by all that the pass knew. */
export function neighbourhoodOf(
  pass: Pass,
  limits: Limits,
  beads: readonly FoundBead[],
  beadNumber: number,
): Neighbourhood {
  const { before, own, after } = around(beads, beadNumber);
  const all = [...before, own, ...after];
  const part = partOfBeads(all);
  const table = wholeTable(part.en.length, part.zh.length);
  // A pair out of order keeps to no walls.
  const limitsHere = own.crossing ? table : limitsOfPart(limits, part);
  const region = regionOf(pass, part, within(table, limitsHere), limitsHere);
  const priced = finish(price(region));
  const path = all.map(
    ({ enEnd, zhEnd }) => [countBefore(part.en, enEnd), countBefore(part.zh, zhEnd)] as const,
  );
  const index = before.length;
  const [row, column] = path[index - 1] ?? [0, 0];
  const [i, j] = path[index]!;
  const bead = { row, i, column, j };
  return { ...priced, region, bead, place: placeOf(bead, priced.graph), path, index };
}

/** A bead with those before and after it in the path; a bead out of order stands by itself. */
function around(
  beads: readonly FoundBead[],
  index: number,
): { before: readonly FoundBead[]; own: FoundBead; after: readonly FoundBead[] } {
  const own = beads[index]!;
  if (own.crossing) return { before: [], own, after: [] };
  const inOrder = (some: readonly FoundBead[]): FoundBead[] => some.filter(({ crossing }) => !crossing);
  return {
    before: inOrder(beads.slice(0, index)).slice(-NEIGHBOURS),
    own,
    after: inOrder(beads.slice(index + 1)).slice(0, NEIGHBOURS),
  };
}

function partOfBeads(beads: readonly FoundBead[]): PartOfText {
  const [{ enStart, zhStart }] = beads as [FoundBead];
  return partOfText(segmentsOf(beads, 'en'), segmentsOf(beads, 'zh'), enStart, zhStart);
}

function placeOf({ row, i, column, j }: Rectangle, { band, shapes, start, shape }: BeadGraph): number {
  const cell = band.rowStart[i]! + j - band.lo[i]!;
  let bead = start[cell]!;
  while (shapes.en[shape[bead]!] !== i - row || shapes.zh[shape[bead]!] !== j - column) bead++;
  return bead;
}
