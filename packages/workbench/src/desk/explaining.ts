import type { Alternative } from 'duiqi';
import { recut } from 'duiqi/review';
import { refusalOf } from '../remarks.js';
import type { Why } from '../state.js';
import { foundAs } from '../view/found-as.js';
import type { Desk } from './desk.js';
import type { Editing } from './editing.js';
import type { List } from './list.js';

/** Why a row is a pair, and how else it could be cut. */
export class Explaining {
  readonly #desk: Desk;
  readonly #list: List;
  readonly #editing: Editing;

  constructor(desk: Desk, list: List, editing: Editing) {
    this.#desk = desk;
    this.#list = list;
    this.#editing = editing;
  }

  /** Goes along with the cursor, where reasons are shown. */
  follow(): void {
    if (this.#desk.state.why) void this.explain();
  }

  /** Looks for what spoke for the row, by the alignment that the review began with. */
  async explain(): Promise<void> {
    const { row } = this.#list;
    const { document } = this.#desk.state;
    if (!row || !document) return;
    const show = (found: Why['found']): void => {
      // She may have gone on meanwhile.
      if (found === 'asking' || this.#desk.state.why?.row === row.id) {
        this.#desk.set({ why: { row: row.id, found, pointed: null } });
      }
    };
    if (this.#desk.isRefused('why')) return;
    show('asking');
    const pair = foundAs(document.history.review, row.id);
    if (typeof pair === 'string') {
      show(pair);
      return;
    }
    try {
      const { id, files, choices } = document;
      show(await this.#desk.aligner.ask('explain', { document: { id, files, choices }, pair }));
    } catch (error) {
      show({ failed: refusalOf(error) });
    }
  }

  point(pointed: Why['pointed']): void {
    const { why } = this.#desk.state;
    if (why) this.#desk.set({ why: { ...why, pointed } });
  }

  /** Cuts the row and its neighbours in another way. */
  takeWay({ beads }: Alternative): void {
    const { review } = this.#list;
    if (!review) return;
    try {
      this.#editing.act(recut(review, beads), 'actRecut');
      this.#desk.set({ why: null });
    } catch (error) {
      this.#desk.say(this.#desk.words('saidCannot', { why: this.#desk.refused(error) }));
    }
  }
}
