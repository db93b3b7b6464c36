import type { Language } from 'duiqi';
import type { Review, ReviewRow } from 'duiqi/review';
import { NO_CARETS } from '../state.js';
import { atPlace, type Filter, shownRows } from '../view/rows.js';
import { caretBeside } from '../view/runs.js';
import type { Desk } from './desk.js';

/** The list of rows: which are shown, and where a person is in it. */
export class List {
  readonly #desk: Desk;
  readonly #moved: () => void;
  /** What `shown` has answered. */
  #shown: { review: Review; filter: Filter; query: string; rows: readonly number[] } | null = null;

  /** @param moved called when the cursor has come to another row */
  constructor(desk: Desk, moved: () => void) {
    this.#desk = desk;
    this.#moved = moved;
  }

  get review(): Review | null {
    return this.#desk.state.document?.history.review ?? null;
  }

  get row(): ReviewRow | null {
    const { row } = this.#desk.state.cursor;
    return row === null || !this.review ? null : (this.review.rowAt(this.review.placeOf(row)) ?? null);
  }

  /** The places of the rows that are shown. */
  get shown(): readonly number[] {
    const { filter, query } = this.#desk.state;
    const { review } = this;
    if (!review) return [];
    if (this.#shown?.review !== review || this.#shown.filter !== filter || this.#shown.query !== query) {
      this.#shown = { review, filter, query, rows: shownRows(review, filter, query) };
    }
    return this.#shown.rows;
  }

  setFilter(filter: Filter): void {
    this.#desk.set({ filter });
  }

  setQuery(query: string): void {
    this.#desk.set({ query });
  }

  toggleSide(): void {
    this.#desk.set({ sideShown: !this.#desk.state.sideShown });
  }

  /** Puts the cursor on a row, by its place among all rows. Where the filter hides it, the filter goes. */
  goTo(place: number, side = this.#desk.state.cursor.side, focus = true): void {
    const row = this.review?.stored[place];
    if (!row) return;
    const isSame = row.id === this.#desk.state.cursor.row;
    const isHidden = atPlace(this.shown, place) < 0;
    this.#desk.set({
      ...(isHidden && { filter: 'all', query: '' }),
      cursor: { row: row.id, side },
      ...(!isSame && { carets: NO_CARETS, writing: null }),
      ...(focus && { focus: this.#desk.state.focus + 1 }),
    });
    if (!isSame) this.#moved();
  }

  step(step: number): void {
    const { shown, review } = this;
    const { row } = this.#desk.state.cursor;
    if (!review || shown.length === 0) return;
    const place = row === null ? -1 : review.placeOf(row);
    let at = atPlace(shown, place);
    if (at < 0) at = shown.findIndex((each) => each > place) - (step > 0 ? 1 : 0);
    this.goTo(shown[Math.max(0, Math.min(shown.length - 1, at + step))]!);
  }

  setCaret(side: Language, caret: number | null): void {
    const { carets } = this.#desk.state;
    this.#desk.set({
      carets: { ...carets, [side]: caret, proposed: carets.proposed === side ? null : carets.proposed },
    });
  }

  moveCaret(row: ReviewRow, step: 1 | -1): void {
    const { carets, cursor } = this.#desk.state;
    const side = carets.proposed ?? cursor.side;
    const { text } = row[side];
    const caret = carets[side];
    const moved = caret === null ? (step > 0 ? 0 : text.length) : caretBeside(text, caret, step);
    this.#desk.set({ carets: { ...carets, [side]: moved } });
  }

  leave(): void {
    const { carets, writing, marked, why, isReplacing, query } = this.#desk.state;
    const focus = this.#desk.state.focus + 1;
    if (writing) this.#desk.set({ writing: null, focus });
    else if (carets.proposed || carets.en !== null || carets.zh !== null)
      this.#desk.set({ carets: NO_CARETS, focus });
    else if (marked) this.#desk.set({ marked: null });
    else if (why) this.#desk.set({ why: null, focus });
    else if (isReplacing) this.#desk.set({ isReplacing: false, focus });
    else if (query) this.#desk.set({ query: '', focus });
  }
}
