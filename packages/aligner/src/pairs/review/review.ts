import { badArgument } from '../../common/arguments.js';
import { Pacer } from '../../common/pacer.js';
import { finish, type Steps } from '../../common/steps.js';
import type {
  Alignment,
  Bead,
  Flag,
  Language,
  Pair,
  Segment,
  SegmentRange,
  Span,
  Unaligned,
} from '../../types.js';
import { checkAlignment } from '../checked.js';
import type { Doubt } from '../export/doubts.js';
import { inLadderOrder, pairsWithIds } from '../export/records.js';
import { replace } from './replace.js';
import { type Edit, RowIndex } from './row-index.js';
import { Sides } from './sides.js';
import type { Piece, RowState, StoredRow, StoredSide } from './stored.js';
import type { Standing, Tally } from './tally.js';
import { ownFlags, viewOf } from './view.js';

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

/** One side of a row, as it is shown. */
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
  /** Of all reviews that come of the same one. */
  readonly #index: RowIndex;
  /** What led here from another one, until that is done in the index too. */
  #came: { readonly from: readonly StoredRow[]; readonly edits: readonly Edit[] } | null = null;
  #rows: readonly ReviewRow[] | null = null;
  #deleted: readonly ReviewRow[] | null = null;

  private constructor(
    base: Pick<Review, 'alignment' | 'first' | 'sides'>,
    index: RowIndex,
    stored: readonly StoredRow[],
    storedDeleted: readonly StoredRow[],
  ) {
    this.alignment = base.alignment;
    this.first = base.first;
    this.sides = base.sides;
    this.#index = index;
    this.stored = stored;
    this.storedDeleted = storedDeleted;
  }

  /** @param found what the rows are made of, in their order */
  static begin(
    alignment: Alignment,
    sides: Sides,
    first: readonly StoredRow[],
    found: readonly (Pair | Unaligned)[],
  ): Review {
    return new Review({ alignment, first, sides }, new RowIndex(alignment, sides, first, found), first, []);
  }

  /** In the order in which they are shown and written out. All of them are worked out; see `rowAt`. */
  get rows(): readonly ReviewRow[] {
    if (this.#rows === null) {
      const index = this.#now();
      this.#rows = this.stored.map((_, place) => index.rowAt(place)!);
    }
    return this.#rows;
  }

  /** The row at a place, counted from 0; only what is asked for is worked out. */
  rowAt(place: number): ReviewRow | undefined {
    return this.#rows === null ? this.#now().rowAt(place) : this.#rows[place];
  }

  /** The text of a row in one language, as it is shown; empty where it has none. */
  textAt(place: number, language: Language): string {
    return this.#now().textAt(place, language);
  }

  /** The flags of a row, as `rowAt` gives them. */
  flagsAt(place: number): readonly Flag[] {
    return this.#now().flagsAt(place);
  }

  /** The path of the clause that a row is in, as `rowAt` gives it. */
  clauseAt(place: number): string | null {
    const row = this.stored[place];
    const clauseOf = (language: Language): string | null => {
      const first = row?.[language].pieces[0];
      return first === undefined ? null : this.alignment[language].segments[first[0]]!.clause;
    };
    return clauseOf('en') ?? clauseOf('zh');
  }

  /** The codes of what speaks against a row, as `doubtsAbout` gives them: empty where nobody needs to look at it. */
  doubtsAt(place: number): readonly Doubt['code'][] {
    return this.#now().doubtsAt(place);
  }

  /** What a row is: a pair that is fine or doubtful, or text without a counterpart; `tally` counts rows by it. */
  standingAt(place: number): Standing {
    return this.#now().standingAt(place);
  }

  /** How many rows are how. */
  get tally(): Tally {
    return this.#now().tally();
  }

  /** The places of the rows that another review of the same alignment has not, or of which it says something else. In order. */
  changedSince(before: Review): readonly number[] {
    const known = this.#index.lastMoved(before.stored, this.stored);
    if (known) return known;
    before.#now();
    return this.#follow();
  }

  /** What was deleted by hand, in the order of the acts. */
  get deleted(): readonly ReviewRow[] {
    this.#deleted ??= this.storedDeleted.map((row) =>
      viewOf(row, ownFlags(row, this.alignment, this.sides), this.sides),
    );
    return this.#deleted;
  }

  /** Whether the rows are those that it began with. */
  get isUntouched(): boolean {
    return this.storedDeleted.length === 0 && isSameJson(this.stored, this.first);
  }

  /** The review with rows in the place of others, given in their order. */
  changed(edits: readonly Edit[], deleted = this.storedDeleted): Review {
    const stored = this.stored.slice();
    // The last one first: the places of those before it still hold.
    for (const { at, count, rows } of [...edits].reverse()) replace(stored, at, count, rows);
    const after = new Review(this, this.#index, stored, deleted);
    after.#came = { from: this.stored, edits };
    return after;
  }

  /** Where a row stands among the rows; -1 for an id that none has. */
  placeOf(id: string): number {
    return this.#now().placeOf(id);
  }

  /** An id for a row that comes of another one. */
  newId(from: string): string {
    for (let number = 2; ; number++) {
      const id = `${from}.${number}`;
      if (this.placeOf(id) < 0 && !this.storedDeleted.some((row) => row.id === id)) return id;
    }
  }

  /** See `readyReview`. */
  prepare(): Steps<void> {
    return this.#now().noteTexts();
  }

  #now(): RowIndex {
    this.#follow();
    return this.#index;
  }

  /** Brings the index here, and says what has changed. */
  #follow(): readonly number[] {
    const changed = this.#index.moveTo(this.stored, this.#came);
    this.#came = null;
    return changed;
  }
}

/**
 * Begins a review of an alignment. What a person has said in an earlier one, through the option `update`, is in it.
 *
 * @throws DuiqiError `bad-input` for arguments of another kind
 */
export function startReview(alignment: Alignment): Review {
  checkAlignment(alignment);
  return finish(startInSteps(alignment));
}

/** `startReview`, in steps. */
export function* startInSteps(alignment: Alignment): Steps<Review> {
  const { pairs, unaligned, ladder } = alignment;
  const sides = new Sides(alignment);
  const found = [...inLadderOrder(pairs, unaligned)];
  const stored: StoredRow[] = [];
  for (const [id, { kept, index }] of pairsWithIds(alignment)) {
    if (stored.length % TOGETHER === 0) yield;
    const item = found[stored.length]!;
    const bead = ladder[index]!;
    const side = (language: Language): StoredSide => {
      const pieces = piecesOf(alignment, bead, language);
      // What nobody has worded is worded as the document is.
      return kept ? sides.worded(language, pieces, kept[language]) : { pieces };
    };
    stored.push({
      id,
      en: side('en'),
      zh: side('zh'),
      score: 'language' in item ? null : item.score,
      ...(item.flags.includes('crossing') && { crossing: true as const }),
      state: kept?.confirmed ? 'confirmed' : item.flags.includes('doubted') ? 'doubtful' : 'untouched',
      ...(kept?.note !== undefined && { comment: kept.note }),
    });
  }
  return Review.begin(alignment, sides, stored, found);
}

/** Rows between two steps, some microseconds each. */
const TOGETHER = 256;

function piecesOf(alignment: Alignment, bead: Bead, language: Language): Piece[] {
  const pieces: Piece[] = [];
  const { segments } = alignment[language];
  const add = ({ start, end }: SegmentRange): void => {
    for (let at: number = start; at < end; at++) pieces.push([at, 0, segments[at]!.text.length]);
  };
  add(bead[language]);
  bead.apart?.[language].forEach(add);
  return pieces;
}

/**
 * Works out ahead what acts ask of all rows: which of them have the same texts. Done in slices, so that the thread is free
 * meanwhile; without it, the first act that changes a text waits for that.
 *
 * @throws DuiqiError `bad-input` for arguments of another kind
 */
export async function readyReview(review: Review): Promise<void> {
  checkReview(review);
  return new Pacer().run(review.prepare());
}

/** @throws DuiqiError `bad-input` */
export function checkReview(review: unknown): void {
  const { stored, placeOf } = Object(review) as Partial<Review>;
  if (!Array.isArray(stored) || typeof placeOf !== 'function')
    throw badArgument('review', review, 'one that startReview or a history gives');
}

function isSameJson(rows: readonly StoredRow[], others: readonly StoredRow[]): boolean {
  return (
    rows.length === others.length &&
    rows.every((row, at) => row === others[at] || JSON.stringify(row) === JSON.stringify(others[at]))
  );
}
