import type { ReviewRow } from 'duiqi/review';
import type { Carets } from '../state.js';
import type { Command } from '../view/keys.js';
import { nextOpen } from '../view/rows.js';
import type { Word } from '../words.js';
import { hasAligner } from '../worker/client.js';
import type { Desk } from './desk.js';
import type { Editing } from './editing.js';
import type { Explaining } from './explaining.js';
import type { List } from './list.js';

/** Rows that a page key goes. */
const PAGE = 10;

/** What keys, buttons and menus do. */
export class Commands {
  readonly #desk: Desk;
  readonly #list: List;
  readonly #editing: Editing;
  readonly #explaining: Explaining;

  constructor(desk: Desk, list: List, editing: Editing, explaining: Explaining) {
    this.#desk = desk;
    this.#list = list;
    this.#editing = editing;
    this.#explaining = explaining;
  }

  run(command: Command): void {
    const general = this.#general[command];
    const { row, review } = this.#list;
    if (general) general();
    else if (row && review) this.#atRow[command]?.(row, review.placeOf(row.id));
  }

  /** What needs no row. */
  readonly #general: Partial<Readonly<Record<Command, () => void>>> = {
    keys: () => this.#desk.showKeys(true),
    undo: () => this.#editing.undo(),
    redo: () => this.#editing.redo(),
    search: () => document.getElementById('search')?.focus(),
    replace: () => this.#desk.set({ isReplacing: true }),
    leave: () => this.#list.leave(),
    realign: () => void this.#editing.realign(),
  };

  /** What is done at the row that the cursor is in. */
  readonly #atRow: Partial<Readonly<Record<Command, (row: ReviewRow, place: number) => void>>> = {
    up: () => this.#list.step(-1),
    down: () => this.#list.step(1),
    pageUp: () => this.#list.step(-PAGE),
    pageDown: () => this.#list.step(PAGE),
    first: () => this.#list.step(Number.NEGATIVE_INFINITY),
    last: () => this.#list.step(Number.POSITIVE_INFINITY),
    other: (_, place) => this.#list.goTo(place, this.#desk.state.cursor.side === 'en' ? 'zh' : 'en'),
    left: (row) => this.#list.moveCaret(row, -1),
    right: (row) => this.#list.moveCaret(row, 1),
    confirm: (row, place) =>
      this.#desk.state.carets.proposed ? this.#split(row) : this.#confirm(row, place),
    next: (_, place) => this.#goDoubtful(place, 1),
    previous: (_, place) => this.#goDoubtful(place, -1),
    merge: ({ id }) => this.#editing.act({ type: 'merge', row: id }, 'actMerge'),
    split: (row) => this.#split(row),
    sentenceUp: ({ id }) => this.#move(id, 'first', 'actUp'),
    sentenceDown: ({ id }) => this.#move(id, 'last', 'actDown'),
    part: ({ id }) => this.#editing.act({ type: 'part', row: id }, 'actPart'),
    mark: (row, place) => this.#mark(row, place),
    pair: (row, place) => this.#pair(row, place),
    edit: () => this.#desk.set({ writing: 'text' }),
    comment: () => this.#desk.set({ writing: 'comment' }),
    delete: ({ id }) => this.#editing.act({ type: 'delete', row: id }, 'actDelete'),
    doubt: ({ id, state }) =>
      this.#editing.act({ type: state === 'doubtful' ? 'reset' : 'doubt', row: id }, 'actDoubt'),
    why: () => (this.#desk.state.why ? this.#desk.set({ why: null }) : void this.#explaining.explain()),
  };

  #move(row: string, which: 'first' | 'last', word: Word): void {
    this.#editing.act({ type: 'move', row, side: this.#desk.state.cursor.side, which }, word);
  }

  #confirm(row: ReviewRow, place: number): void {
    if (row.state !== 'confirmed' && !this.#editing.act({ type: 'confirm', row: row.id }, 'actConfirm'))
      return;
    this.#goDoubtful(place, 1);
  }

  #goDoubtful(place: number, step: 1 | -1): void {
    const next = nextOpen(this.#list.review!, place, step);
    if (next < 0) this.#desk.say(this.#desk.words('saidNoneOpen'));
    else this.#list.goTo(next);
  }

  #mark(row: ReviewRow, place: number): void {
    const isMarked = this.#desk.state.marked === row.id;
    this.#desk.set({ marked: isMarked ? null : row.id });
    if (!isMarked) this.#desk.say(this.#desk.words('saidMarked', { n: place + 1 }));
  }

  #pair(row: ReviewRow, place: number): void {
    const { marked } = this.#desk.state;
    if (marked === null || marked === row.id) this.#mark(row, place);
    else this.#editing.act({ type: 'pair', rows: [marked, row.id] }, 'actPair');
  }

  /** Splits at the carets; where only one side has one, the cut on the other side is proposed first. */
  #split(row: ReviewRow): void {
    const { carets } = this.#desk.state;
    if (carets.en === null && carets.zh === null) {
      this.#desk.say(this.#desk.words('saidCaret'));
      return;
    }
    const missing = carets.en === null ? 'en' : carets.zh === null ? 'zh' : null;
    if (missing !== null && row[missing].text !== '' && hasAligner()) void this.#proposeCut(row, carets);
    else this.#editing.splitAt(row, carets);
  }

  /** Shows where the other side would be cut; where it cannot be, it stays whole. */
  async #proposeCut(row: ReviewRow, carets: Carets): Promise<void> {
    const side = carets.en === null ? 'zh' : 'en';
    const other = side === 'en' ? 'zh' : 'en';
    const offset = await this.#desk.aligner
      .ask('cut', {
        texts: { en: row.en.text, zh: row.zh.text },
        side,
        offset: carets[side] ?? 0,
      })
      .catch(() => null);
    // She may have gone on meanwhile.
    if (this.#list.row !== row || this.#desk.state.carets !== carets) return;
    if (offset === null) {
      this.#editing.splitAt(row, carets);
      return;
    }
    this.#desk.set({ carets: { ...carets, [other]: offset, proposed: other } });
    this.#desk.say(this.#desk.words('saidSplitProposed'));
  }
}
