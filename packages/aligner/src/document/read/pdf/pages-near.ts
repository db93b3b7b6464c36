import type { Near, Region } from './columns.js';
import { type ColumnStarts, goesOnIn, startsOf } from './table-shape.js';

/** A table that a page end cuts goes on on the next page, or on the one after, where pages are in two languages in turn. */
const NEAR = 2;
/** Halves that so many pages near a page have, at one gutter, are its own as well, whatever stands beside each other in them. */
const FEWEST_WITH_GUTTER = 2;
/** Gutters of pages are one, give or take so many points. */
const ONE_GUTTER = 20;

/** A page that is read by the places of its text. */
interface PlacedPage {
  /** Reads it, alone or with what pages near it show. */
  readonly read: (near?: Omit<Near, 'across'>) => readonly Region[];
}

/** What a page shows by itself. */
interface Alone {
  readonly page: PlacedPage | null;
  readonly regions: readonly Region[];
  readonly tables: readonly ColumnStarts[];
  /** Where its halves part; nothing where it is not in halves. */
  readonly halves: readonly number[];
  /** What may be a table if one near it begins so. */
  readonly refused: readonly ColumnStarts[];
}

/**
 * Reads pages in order, each with what it and pages near it show: of a table that a page end cuts one or two rows may be left, which
 * alone would be no table, and tables that stand beside each other in two languages may look like one.
 *
 * @param count how many pages there are
 * @param pageAt a page by its index; null where its structure tells what is on it
 */
export function withPagesNear(
  count: number,
  pageAt: (index: number) => PlacedPage | null,
): (index: number) => readonly Region[] {
  const known = new Map<number, Alone>();
  const alone = (index: number): Alone => {
    const before = known.get(index);
    if (before !== undefined) return before;
    const page = pageAt(index);
    const refused: ColumnStarts[] = [];
    const halves: number[] = [];
    const regions = page?.read({ tables: [], gutters: [], refused, halves }) ?? [];
    const tables = regions.flatMap((region) => (region.kind === 'table' ? [startsOf(region)] : []));
    const found = { page, regions, tables, halves, refused };
    known.set(index, found);
    return found;
  };
  return (index) => {
    known.delete(index - NEAR - 1);
    const [first, last] = [Math.max(0, index - NEAR), Math.min(count - 1, index + NEAR)];
    const pages = Array.from({ length: last - first + 1 }, (_, at) => alone(first + at));
    const tables = pages.flatMap((page) => page.tables);
    const all = pages.flatMap(({ halves }) => halves);
    const { page: own, regions, halves, refused } = alone(index);
    const gutters = all.filter(
      (gutter) => all.filter((each) => Math.abs(each - gutter) <= ONE_GUTTER).length >= FEWEST_WITH_GUTTER,
    );
    // Most pages near tables hold nothing that those could tell more of: to read them again would give the same.
    const isTold =
      gutters.length > 0
        ? tables.length > 0 || halves.length === 0
        : refused.some((starts) => goesOnIn(starts, tables));
    return own !== null && isTold ? own.read({ tables, gutters }) : regions;
  };
}
