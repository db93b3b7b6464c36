import type { Review } from 'duiqi/review';
import { commonEnds } from './common-ends.js';
import { wantsLook } from './rows.js';

/** A clause, by the rows in it. */
export interface OutlineEntry {
  readonly path: string;
  /** Counted from 0. */
  readonly depth: number;
  /** The row that it begins with, among all rows. */
  readonly row: number;
  readonly en: string;
  readonly zh: string;
  /** Rows in it that want a look, those of its parts aside. */
  readonly open: number;
}

/** The path of the clause of each row. */
export interface Clauses {
  readonly review: Review;
  readonly paths: readonly (string | null)[];
}

/** The clauses of the rows of a review; of rows that another one has too, they are known. */
export function clausesOf(review: Review, before: Clauses | null = null): Clauses {
  const { stored } = review;
  const isSame = before !== null && before.review.alignment === review.alignment;
  const [first, last] = isSame ? commonEnds(before.review.stored, stored) : [0, 0];
  const paths = before?.paths.slice(0, first) ?? [];
  for (let place = first; place < stored.length - last; place++) paths.push(review.clauseAt(place));
  const rest = before && last > 0 ? before.paths.slice(-last) : [];
  return { review, paths: paths.concat(rest) };
}

/** The clauses of a review in the order of its rows. */
export function outlineOf({ review, paths }: Clauses): readonly OutlineEntry[] {
  const entries: { -readonly [K in keyof OutlineEntry]: OutlineEntry[K] }[] = [];
  const seen = new Map<string, (typeof entries)[number]>();
  let entry: (typeof entries)[number] | undefined;
  for (const [place, clause] of paths.entries()) {
    if (clause === null) continue;
    if (entry?.path !== clause) entry = seen.get(clause);
    if (entry === undefined) {
      entry = {
        path: clause,
        depth: depthOf(clause),
        row: place,
        en: review.textAt(place, 'en'),
        zh: review.textAt(place, 'zh'),
        open: 0,
      };
      seen.set(clause, entry);
      entries.push(entry);
    }
    if (wantsLook(review, place)) entry.open++;
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
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle]!.row <= row) low = middle + 1;
    else high = middle;
  }
  return entries[low - 1] ?? null;
}
