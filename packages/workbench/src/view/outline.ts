import type { Review } from 'duiqi/review';
import { firstWhere } from './first-where.js';
import { type Followed, followed } from './followed.js';
import { inPlace } from './in-place.js';
import { wantsLook } from './rows.js';

/** A clause, by the rows in it. */
export interface OutlineEntry {
  readonly path: string;
  /** Counted from 0. */
  readonly depth: number;
  /** The row that it begins with, among all rows. */
  readonly row: number;
  /** Rows in it that want a look, those of its parts aside. */
  readonly open: number;
}

/** What the outline is made of. */
export interface Clauses {
  readonly review: Review;
  /** The path of the clause of each row. */
  readonly paths: readonly (string | null)[];
  /** 1 for each row that wants a look. */
  readonly open: Uint8Array;
}

/**
 * The clauses of the rows of a review; of rows that another one has too, they are known.
 *
 * @param now what differs from the one before
 */
export function clausesOf(
  review: Review,
  before: Clauses | null = null,
  now: Followed = followed(review, before?.review ?? null),
): Clauses {
  const count = review.stored.length;
  const { first, last, places } = now;
  const open = new Uint8Array(count);
  let paths: (string | null)[] = [];
  if (before) {
    const end = before.paths.length - last;
    open.set(before.open.subarray(0, first));
    open.set(before.open.subarray(end), count - last);
    paths = inPlace(before.paths, first, end, count - last - first, null);
  }
  for (const place of places) {
    paths[place] = review.clauseAt(place);
    open[place] = wantsLook(review, place) ? 1 : 0;
  }
  return { review, paths, open };
}

/** The clauses of a review in the order of its rows. */
export function outlineOf({ paths, open }: Clauses): readonly OutlineEntry[] {
  const entries: { -readonly [K in keyof OutlineEntry]: OutlineEntry[K] }[] = [];
  const seen = new Map<string, (typeof entries)[number]>();
  let entry: (typeof entries)[number] | undefined;
  for (let place = 0; place < paths.length; place++) {
    const clause = paths[place]!;
    if (clause === null) continue;
    if (entry?.path !== clause) entry = seen.get(clause);
    if (entry === undefined) {
      entry = {
        path: clause,
        depth: depthOf(clause),
        row: place,
        open: 0,
      };
      seen.set(clause, entry);
      entries.push(entry);
    }
    entry.open += open[place]!;
  }
  return entries;
}

function depthOf(path: string): number {
  return path.split('/').length - 1;
}

/** The entries that are shown where some are folded, with what wants a look in those that are hidden below them. */
export function unfolded(
  entries: readonly OutlineEntry[],
  isFolded: (path: string) => boolean,
): readonly (OutlineEntry & { readonly hasParts: boolean; readonly folded: boolean })[] {
  const shown: (OutlineEntry & { hasParts: boolean; folded: boolean; open: number })[] = [];
  let hiddenBelow = Number.POSITIVE_INFINITY;
  for (const [at, entry] of entries.entries()) {
    if (entry.depth > hiddenBelow) {
      shown.at(-1)!.open += entry.open;
      continue;
    }
    const hasParts = (entries[at + 1]?.depth ?? 0) > entry.depth;
    const folded = hasParts && isFolded(entry.path);
    hiddenBelow = folded ? entry.depth : Number.POSITIVE_INFINITY;
    shown.push({ ...entry, hasParts, folded });
  }
  return shown;
}

/** The entry that a row lies in; null before the first one. */
export function entryAt(entries: readonly OutlineEntry[], row: number): OutlineEntry | null {
  return entries[firstWhere(entries.length, (at) => entries[at]!.row > row) - 1] ?? null;
}
