import type { Alignment, Flag, Language, Segment, Span } from '../../types.js';
import { inLadderOrder, records } from '../export/records.js';
import type { PairRecord } from '../pair-record.js';
import type { Edit } from './apply.js';
import { Sides } from './sides.js';
import type { Piece, RowState, StoredRow, StoredSide } from './stored.js';
import { viewOf, withRelations } from './view.js';

/** A row as a person sees it: a pair, text without a counterpart, or what she has put in. */
export interface ReviewRow {
  /** Stays the same through all acts that do not end the row, and comes back with it. */
  readonly id: string;
  readonly en: ReviewSide;
  readonly zh: ReviewSide;
  /** Path of the clause, as the English side writes it if it has one. */
  readonly clause: string | null;
  /** 0–1; null where a person has chosen what the row holds, and where one side is empty. */
  readonly score: number | null;
  /** Numbers of segments, English first: `2-1`. */
  readonly bead: string;
  /** Those of its own texts. Sorted. */
  readonly flags: readonly Flag[];
  /** Why it should be looked at, in words; empty once it is confirmed. */
  readonly notes: readonly string[];
  readonly state: RowState;
  /** What a person has written about it. */
  readonly comment: string | null;
  /** One of its sides is worded by a person. */
  readonly edited: boolean;
}

export interface ReviewSide {
  /** As a person has worded it, else as the document has it. */
  readonly text: string;
  /** As the document has it. */
  readonly original: string;
  /** Those of the document, parts of sentences that were split included. */
  readonly segments: readonly Segment[];
  /** Where each segment begins and ends in `text`; of what a person has worded, none. */
  readonly places: readonly Span[];
  /** Where the text stands in the source of its side. */
  readonly spans: readonly Span[];
  readonly edited: boolean;
}

/** The rows of an alignment as a person has left them. It never changes: each act gives a new one. */
export class Review {
  /** What the review began with. */
  readonly alignment: Alignment;
  /** As acts store them. */
  readonly stored: readonly StoredRow[];
  readonly storedDeleted: readonly StoredRow[];
  /** The rows of the alignment, before the first act. */
  readonly first: readonly StoredRow[];
  readonly sides: Sides;
  readonly #views: WeakMap<StoredRow, ReviewRow>;
  #rows: readonly ReviewRow[] | null = null;
  #places: ReadonlyMap<string, number> | null = null;

  constructor(
    from: Alignment | Review,
    stored: readonly StoredRow[],
    storedDeleted: readonly StoredRow[] = [],
  ) {
    const before = from instanceof Review ? from : null;
    this.alignment = from instanceof Review ? from.alignment : from;
    this.sides = before?.sides ?? new Sides(this.alignment);
    this.#views = before ? before.#views : new WeakMap();
    this.first = before?.first ?? stored;
    this.stored = stored;
    this.storedDeleted = storedDeleted;
  }

  /** In the order in which they are shown and written out. */
  get rows(): readonly ReviewRow[] {
    this.#rows ??= withRelations(this.stored.map((row) => this.#view(row)));
    return this.#rows;
  }

  /** What was deleted by hand, in the order of the acts. */
  get deleted(): readonly ReviewRow[] {
    return this.storedDeleted.map((row) => this.#view(row));
  }

  /** Whether the rows are those that it began with. */
  get isUntouched(): boolean {
    return this.storedDeleted.length === 0 && isSameJson(this.stored, this.first);
  }

  /** The review with rows in the place of others, given in their order. */
  changed(edits: readonly Edit[], deleted = this.storedDeleted): Review {
    const stored: StoredRow[] = [];
    let next = 0;
    for (const { at, count, rows } of edits) {
      for (; next < at; next++) stored.push(this.stored[next]!);
      // After all was aligned anew, more than a function can have arguments.
      for (const row of rows) stored.push(row);
      next = at + count;
    }
    for (; next < this.stored.length; next++) stored.push(this.stored[next]!);
    return new Review(this, stored, deleted);
  }

  /** Where a row stands among the rows; -1 for an id that none has. */
  placeOf(id: string): number {
    this.#places ??= new Map(this.stored.map((row, place) => [row.id, place]));
    return this.#places.get(id) ?? -1;
  }

  /** An id for a row that comes of another one. */
  newId(from: string): string {
    for (let number = 2; ; number++) {
      const id = `${from}.${number}`;
      if (this.placeOf(id) < 0 && !this.storedDeleted.some((row) => row.id === id)) return id;
    }
  }

  #view(row: StoredRow): ReviewRow {
    const known = this.#views.get(row);
    if (known) return known;
    const view = viewOf(row, this.alignment, this.sides);
    this.#views.set(row, view);
    return view;
  }
}

/** Begins a review of an alignment. What a person has said in an earlier one, through the option `update`, is in it. */
export function startReview(alignment: Alignment): Review {
  const { pairs, unaligned, ladder } = alignment;
  const all = records(alignment, { unaligned: true })[Symbol.iterator]();
  const sides = new Sides(alignment);
  const stored: StoredRow[] = [];
  for (const item of inLadderOrder(pairs, unaligned)) {
    const record = all.next().value as PairRecord;
    const bead = ladder[item.index]!;
    const side = (language: Language): StoredSide => {
      const pieces = [bead[language], ...(bead.apart?.[language] ?? [])].flatMap(({ start, end }) =>
        alignment[language].segments
          .slice(start, end)
          .map(({ text }, at): Piece => [start + at, 0, text.length]),
      );
      return sides.worded(language, pieces, record[language]);
    };
    stored.push({
      id: record.id,
      en: side('en'),
      zh: side('zh'),
      score: 'language' in item ? null : item.score,
      ...(item.flags.includes('crossing') && { crossing: true }),
      state: record.confirmed ? 'confirmed' : item.flags.includes('doubted') ? 'doubtful' : 'untouched',
      ...(record.note !== undefined && { comment: record.note }),
    });
  }
  return new Review(alignment, stored);
}

function isSameJson(rows: readonly StoredRow[], others: readonly StoredRow[]): boolean {
  return (
    rows.length === others.length &&
    rows.every((row, at) => row === others[at] || JSON.stringify(row) === JSON.stringify(others[at]))
  );
}
