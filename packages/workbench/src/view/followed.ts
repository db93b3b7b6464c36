import type { Review } from 'duiqi/review';
import { commonEnds } from './common-ends.js';

/** What of a review is to be looked at anew, where what another one says of its rows is known. */
export interface Followed {
  /** How many rows stand in both at the start, and how many at the end behind those. */
  readonly first: number;
  readonly last: number;
  /** The rows between these, the one behind them, and those of whom something else is said now. In order. */
  readonly places: readonly number[];
}

/** What differs between a review and the one before; all rows where there is none. */
export function followed(review: Review, before: Review | null): Followed {
  const { stored } = review;
  const count = stored.length;
  if (before === null) return { first: 0, last: 0, places: Array.from(stored, (_, place) => place) };
  const [first, last] = commonEnds(before.stored, stored);
  const changed = review.changedSince(before);
  const end = Math.min(count, count - last + 1);
  const places = changed.filter((place) => place < first);
  for (let place = first; place < end; place++) places.push(place);
  for (const place of changed) if (place >= end) places.push(place);
  return { first, last, places };
}
