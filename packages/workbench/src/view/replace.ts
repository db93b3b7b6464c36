import type { Act, Review } from 'duiqi/review';
import { marksOf } from './runs.js';

/** A text with all that the search finds in it replaced. */
export function replacedIn(text: string, query: string, by: string): string {
  let replaced = '';
  let from = 0;
  for (const { start, end } of marksOf(text, [query.trim()], 'found')) {
    replaced += text.slice(from, start) + by;
    from = end;
  }
  return replaced + text.slice(from);
}

/** The acts that replace what the search finds in the texts of some rows; comments stay as they are. */
export function replacements(
  review: Review,
  places: readonly number[],
  query: string,
  by: string,
): readonly Act[] {
  const acts: Act[] = [];
  for (const place of places) {
    for (const side of ['en', 'zh'] as const) {
      const before = review.textAt(place, side);
      const text = replacedIn(before, query, by);
      if (text !== before) acts.push({ type: 'edit', row: review.stored[place]!.id, side, text });
    }
  }
  return acts;
}
