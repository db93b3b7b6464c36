// What the list shows of the rows of a review: pure. What is asked of all rows takes no look at what is shown of each.
import { type Doubt, doubtsAbout } from 'duiqi/pairs';
import type { Review, ReviewRow } from 'duiqi/review';
import { firstWhere } from './first-where.js';
import { type Mark, marksOf } from './runs.js';

/** How a row stands: `alone` has text on one side only, and wants a look for that. */
export type Look = 'fine' | 'doubtful' | 'confirmed' | 'alone' | 'empty';

/** Which rows are shown. */
export type Filter = 'all' | 'open' | 'doubtful' | 'confirmed' | 'alone' | 'edited' | Doubt['code'];

interface Judged {
  readonly look: Look;
  readonly doubts: readonly Doubt[];
}

const judged = new WeakMap<ReviewRow, Judged>();

/** What is to be said of a row. */
export function judge(row: ReviewRow): Judged {
  const known = judged.get(row);
  if (known) return known;
  const { en, zh, flags, state } = row;
  const doubts = state === 'confirmed' ? [] : doubtsAbout({ en: en.text, zh: zh.text, flags });
  const isAlone = (en.text === '') !== (zh.text === '');
  const look =
    state === 'confirmed'
      ? 'confirmed'
      : en.text === '' && zh.text === ''
        ? 'empty'
        : isAlone
          ? 'alone'
          : doubts.length > 0
            ? 'doubtful'
            : 'fine';
  const found: Judged = { look, doubts };
  judged.set(row, found);
  return found;
}

/** Whether somebody should look at the row at a place. */
export function wantsLook(review: Review, place: number): boolean {
  return review.doubtsAt(place).length > 0;
}

/** How far one is with the rows that somebody should look at. */
export interface Progress {
  /** Rows that want a look, or did at first: doubtful pairs, and text without a counterpart. */
  readonly all: number;
  /** Those of them that want none any more. */
  readonly looked: number;
}

export function progressOf({ tally: { open, openAtFirst, openSince } }: Review): Progress {
  const all = openAtFirst + openSince;
  return { all, looked: all - open };
}

/** How many pairs each reason is given for, the commonest first. That text has no counterpart is a kind of row, not a reason. */
export function reasonCounts({ tally }: Review): readonly (readonly [Doubt['code'], number])[] {
  return [...tally.reasons].filter(([code]) => code !== 'no-counterpart').sort(([, a], [, b]) => b - a);
}

/** The places of the rows that are shown, among all rows. */
export function shownRows(review: Review, filter: Filter, query: string): readonly number[] {
  const wanted = query.trim();
  if (filter === 'all' && wanted === '') return allPlaces(review.stored.length);
  // To compare all texts in small letters would make each of them anew.
  const pattern = wanted === '' ? null : new RegExp(wanted.replace(/[\^$\\.*+?()[\]{}|]/g, '\\$&'), 'i');
  const shown: number[] = [];
  for (let place = 0; place < review.stored.length; place++) {
    if (passes(review, place, filter) && (pattern === null || holds(review, place, pattern)))
      shown.push(place);
  }
  return shown;
}

let places: readonly number[] = [];

/** The places of so many rows: the same list as long as there are so many. */
function allPlaces(count: number): readonly number[] {
  if (places.length === count) return places;
  // A row more or less: the others are copied at once, and not counted anew.
  const changed = places.slice(0, count);
  for (let place = changed.length; place < count; place++) changed.push(place);
  places = changed;
  return places;
}

/** The number of a place among the places that are shown; -1 where it is not shown. */
export function atPlace(shown: readonly number[], place: number): number {
  const at = firstWhere(shown.length, (each) => shown[each]! >= place);
  return shown[at] === place ? at : -1;
}

function passes(review: Review, place: number, filter: Filter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'open':
      return wantsLook(review, place);
    case 'doubtful':
    case 'alone':
      return review.standingAt(place) === filter;
    case 'confirmed':
      return review.stored[place]!.state === 'confirmed';
    case 'edited': {
      const { en, zh, score } = review.stored[place]!;
      // What a person has put together has no score of the aligner's.
      return (
        en.text !== undefined ||
        zh.text !== undefined ||
        (score === null && review.standingAt(place) !== 'alone')
      );
    }
    default:
      return review.doubtsAt(place).includes(filter);
  }
}

function holds(review: Review, place: number, pattern: RegExp): boolean {
  return (
    pattern.test(review.textAt(place, 'en')) ||
    pattern.test(review.textAt(place, 'zh')) ||
    pattern.test(review.stored[place]!.comment ?? '')
  );
}

/** The place of the next row that wants a look, from a place on, round the end; -1 where there is none. */
export function nextOpen(review: Review, from: number, step: 1 | -1): number {
  // Else all rows are looked through for none.
  if (review.tally.open === 0) return -1;
  const { length } = review.stored;
  for (let distance = 1; distance <= length; distance++) {
    const place = (((from + step * distance) % length) + length) % length;
    if (wantsLook(review, place)) return place;
  }
  return -1;
}

/** What is marked in the texts of a row: numbers that differ, what was searched for, words that are pointed at. */
export function marksIn(
  row: ReviewRow,
  query: string,
  pointed: { readonly en: string; readonly zh: string } | null,
): { readonly en: readonly Mark[]; readonly zh: readonly Mark[] } {
  const numbers = judge(row).doubts.find((doubt) => doubt.numbers)?.numbers;
  const marks = (side: 'en' | 'zh'): readonly Mark[] => [
    ...marksOf(row[side].text, numbers?.[side] ?? [], 'number'),
    ...marksOf(row[side].text, query.trim() === '' ? [] : [query.trim()], 'found'),
    ...marksOf(row[side].text, pointed ? [pointed[side]] : [], 'evidence'),
  ];
  return { en: marks('en'), zh: marks('zh') };
}

/** A score as steps of a bar, 0–5. */
export function stepsOf(score: number): number {
  return Math.round(score * 5);
}
