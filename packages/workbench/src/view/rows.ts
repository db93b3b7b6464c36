// What the list shows of the rows of a review: pure, and computed once for each row, which never changes.
import { type Doubt, doubtsAbout } from 'duiqi/pairs';
import { type Review, type ReviewRow, startReview } from 'duiqi/review';
import { type Mark, marksOf } from './runs.js';

/** How a row stands: `alone` has text on one side only, and is doubtful for that. */
export type Look = 'fine' | 'doubtful' | 'confirmed' | 'alone' | 'empty';

/** Which rows are shown. */
export type Filter = 'all' | 'doubtful' | 'confirmed' | 'alone' | 'edited' | Doubt['code'];

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

/** Whether somebody should look at a row. */
export function wantsLook(row: ReviewRow): boolean {
  return judge(row).doubts.length > 0;
}

/** The numbers of the list, for the line below it. */
export interface Counts {
  readonly pairs: number;
  readonly fine: number;
  /** Rows that want a look, or did at first. */
  readonly doubtful: number;
  /** Those of them that want none any more. */
  readonly looked: number;
  readonly alone: number;
}

export function countsOf({ rows, alignment }: Review): Counts {
  const atFirst = doubtfulAtFirst(alignment);
  let [pairs, fine, left, added, alone] = [0, 0, 0, 0, 0];
  for (const row of rows) {
    const isPair = row.en.text !== '' && row.zh.text !== '';
    const isDoubtful = wantsLook(row);
    if (isPair) pairs++;
    if (isPair && !isDoubtful) fine++;
    if (isDoubtful) left++;
    if (isDoubtful && !atFirst.has(row.id)) added++;
    if (judge(row).look === 'alone') alone++;
  }
  const doubtful = atFirst.size + added;
  return { pairs, fine, doubtful, looked: doubtful - left, alone };
}

const firstDoubts = new WeakMap<Review['alignment'], ReadonlySet<string>>();

/** The ids of the rows that wanted a look before a person did anything. */
function doubtfulAtFirst(alignment: Review['alignment']): ReadonlySet<string> {
  const known = firstDoubts.get(alignment);
  if (known) return known;
  const found = new Set(
    startReview(alignment)
      .rows.filter(wantsLook)
      .map(({ id }) => id),
  );
  firstDoubts.set(alignment, found);
  return found;
}

/** How many rows each reason is given for, the commonest first. */
export function reasonCounts({ rows }: Review): readonly (readonly [Doubt['code'], number])[] {
  const counts = new Map<Doubt['code'], number>();
  for (const row of rows) {
    for (const { code } of judge(row).doubts) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a);
}

/** The places of the rows that are shown, among all rows. */
export function shownRows({ rows }: Review, filter: Filter, query: string): readonly number[] {
  const wanted = query.trim().toLowerCase();
  const shown: number[] = [];
  for (const [place, row] of rows.entries()) {
    if (passes(row, filter) && (wanted === '' || holds(row, wanted))) shown.push(place);
  }
  return shown;
}

function passes(row: ReviewRow, filter: Filter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'doubtful':
      return wantsLook(row);
    case 'confirmed':
    case 'alone':
      return judge(row).look === filter;
    case 'edited':
      // What a person has put together has no score of the aligner's.
      return row.edited || (row.score === null && judge(row).look !== 'alone');
    default:
      return judge(row).doubts.some(({ code }) => code === filter);
  }
}

function holds({ en, zh, comment }: ReviewRow, wanted: string): boolean {
  return [en.text, zh.text, comment ?? ''].some((text) => text.toLowerCase().includes(wanted));
}

/** The place of the next row that wants a look, from a place on, round the end; -1 where there is none. */
export function nextDoubtful({ rows }: Review, from: number, step: 1 | -1): number {
  const { length } = rows;
  for (let distance = 1; distance <= length; distance++) {
    const place = (((from + step * distance) % length) + length) % length;
    if (wantsLook(rows[place]!)) return place;
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
