import { DuiqiError, type Language } from 'duiqi';
import type { Act, Review, ReviewRow } from 'duiqi/review';
import { type Carets, NO_CARETS, type OpenDocument } from '../state.js';
import { shownKey } from '../view/keys.js';
import { replacements } from '../view/replace.js';
import type { Word } from '../words.js';
import { Cancelled } from '../worker/client.js';
import type { Desk } from './desk.js';
import type { Keeping } from './keeping.js';
import type { List } from './list.js';

/** Milliseconds that rows which have just come of an act are marked. */
const GLOW = 1200;

/** What is done to the rows: acts, which are kept at once, and can be undone without end. */
export class Editing {
  readonly #desk: Desk;
  readonly #keeping: Keeping;
  readonly #list: List;
  readonly #did: () => void;
  #glow: ReturnType<typeof setTimeout> | undefined;

  /** @param did called when an act was done or undone */
  constructor(desk: Desk, keeping: Keeping, list: List, did: () => void) {
    this.#desk = desk;
    this.#keeping = keeping;
    this.#list = list;
    this.#did = did;
  }

  /** Does an act, keeps it, and goes to the row that it made. */
  act(act: Act, word: Word): boolean {
    const { document } = this.#desk.state;
    if (!document) return false;
    const { history, position } = document;
    const before = this.#atCursor(history.review);
    try {
      history.act(act);
    } catch (error) {
      if (!(error instanceof DuiqiError)) throw error;
      this.#desk.say(this.#desk.words('saidCannot', { why: this.#desk.refused(error) }));
      return false;
    }
    const acts = [...document.acts.slice(0, position), act];
    this.#changed({ ...document, acts, position: position + 1 }, before);
    this.#desk.say(this.#desk.words('saidDone', { act: this.#desk.words(word), key: shownKey('undo') }));
    return true;
  }

  undo(): void {
    this.#goBack('undo');
  }

  redo(): void {
    this.#goBack('redo');
  }

  #goBack(which: 'undo' | 'redo'): void {
    const { document } = this.#desk.state;
    if (!document) return;
    const before = this.#atCursor(document.history.review);
    const act = document.history[which]();
    if (act === null) {
      this.#desk.say(this.#desk.words(which === 'undo' ? 'saidNothingToUndo' : 'saidNothingToRedo'));
      return;
    }
    const position = document.position + (which === 'undo' ? -1 : 1);
    this.#changed({ ...document, position }, before);
    this.#desk.say(
      this.#desk.words(which === 'undo' ? 'saidUndone' : 'saidRedone', {
        act: this.#desk.words(wordOf(act)),
      }),
    );
  }

  /** Writes a side of a row anew, or its comment: also where a person has gone on to another row already. */
  write(id: string, what: Language | 'comment', text: string): void {
    const { review } = this.#list;
    const row = review?.rowAt(review.placeOf(id));
    if (!row) return;
    const before = what === 'comment' ? (row.comment ?? '') : row[what].text;
    if (text !== before) {
      if (what === 'comment') this.act({ type: 'comment', row: id, text }, 'actComment');
      else this.act({ type: 'edit', row: id, side: what, text }, 'actEdit');
    } else if (this.#desk.state.cursor.row === id)
      this.#desk.set({ writing: null, focus: this.#desk.state.focus + 1 });
  }

  /** Replaces what the search finds in the rows that are shown, all of it as one act. */
  replace(by: string): void {
    const { review, shown } = this.#list;
    if (!review) return;
    const acts = replacements(review, shown, this.#desk.state.query, by);
    if (acts.length === 0) this.#desk.say(this.#desk.words('saidNothingReplaced'));
    else if (this.act({ type: 'several', acts }, 'actReplace')) {
      const n = new Set(acts.map((act) => act.type === 'edit' && act.row)).size;
      this.#desk.say(this.#desk.words('saidReplaced', { n, key: shownKey('undo') }));
    }
  }

  stopReplacing(): void {
    this.#desk.set({ isReplacing: false, focus: this.#desk.state.focus + 1 });
  }

  splitAt({ id }: ReviewRow, { en, zh }: Carets): void {
    this.act({ type: 'split', row: id, ...(en !== null && { en }), ...(zh !== null && { zh }) }, 'actSplit');
  }

  /** Aligns anew what a person has not confirmed, worded or put in. */
  async realign(): Promise<void> {
    const { document } = this.#desk.state;
    if (!document) return;
    if (this.#desk.isRefused('realign')) return;
    const { title, history, choices, packed } = document;
    const phase = 'phaseRealigning';
    this.#desk.set({ screen: 'working', work: { title, phase, fraction: null, at: 1, of: 1 } });
    try {
      const asked = { packed: await packed, acts: history.acts, choices };
      const act = await this.#desk.aligner.ask('realign', asked, ({ fraction }) =>
        this.#desk.progress({ phase: '', fraction }),
      );
      this.#desk.set({ screen: 'review', work: null });
      if (!this.act(act, 'actRealign')) return;
      this.#desk.say(this.#desk.words('saidRealigned', { n: this.#desk.state.glowing.size }));
    } catch (error) {
      this.#desk.set({ screen: 'review', work: null, focus: this.#desk.state.focus + 1 });
      this.#desk.say(error instanceof Cancelled ? this.#desk.words('cancelled') : this.#desk.refused(error));
    }
  }

  /** Shows and keeps what an act has changed. */
  #changed(document: OpenDocument, before: { readonly review: Review; readonly place: number }): void {
    const { review } = document.history;
    const { stored } = review;
    const changed = review.changedSince(before.review).map((place) => stored[place]!.id);
    const { cursor } = this.#desk.state;
    const isThere = cursor.row !== null && review.placeOf(cursor.row) >= 0;
    // Where the row is gone, the one that came of it has the cursor; where there is none, the row that took its place.
    const next = changed[0] ?? stored[Math.min(before.place, stored.length - 1)]?.id;
    clearTimeout(this.#glow);
    this.#desk.set({
      document,
      cursor: isThere ? cursor : { ...cursor, row: next ?? null },
      carets: NO_CARETS,
      writing: null,
      marked: null,
      glowing: new Set(changed),
      focus: this.#desk.state.focus + 1,
    });
    this.#did();
    this.#glow = setTimeout(() => this.#desk.set({ glowing: new Set() }), GLOW);
    void this.#keeping.keep(
      document,
      false,
      Math.min(document.position, Math.max(0, document.acts.length - 1)),
    );
  }

  #atCursor(review: Review): { readonly review: Review; readonly place: number } {
    return { review, place: review.placeOf(this.#desk.state.cursor.row ?? '') };
  }
}

const ACT_WORDS: Readonly<Record<Act['type'], Word>> = {
  merge: 'actMerge',
  split: 'actSplit',
  move: 'actMove',
  place: 'actMove',
  part: 'actPart',
  pair: 'actPair',
  insert: 'actInsert',
  edit: 'actEdit',
  delete: 'actDelete',
  confirm: 'actConfirm',
  doubt: 'actDoubt',
  reset: 'actUnconfirm',
  comment: 'actComment',
  several: 'actSeveral',
  restore: 'actRealign',
};

function wordOf(act: Act): Word {
  return ACT_WORDS[act.type];
}
