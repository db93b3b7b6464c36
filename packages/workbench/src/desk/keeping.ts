import type { Act } from 'duiqi/review';
import type { Bytes } from '../parts.js';
import type { OpenDocument } from '../state.js';
import { openStore, type Store, type Stored, type Summary } from '../storage/database.js';
import type { Choices, DocumentFile } from '../worker/protocol.js';
import type { Desk } from './desk.js';

/** What the browser keeps of a document beside its acts. */
interface Content {
  readonly files: readonly DocumentFile[];
  readonly choices: Choices;
  /** The alignment, as `OpenDocument` has it. */
  readonly packed: Bytes;
}

/** What the browser keeps: each document, and each act as soon as it is done. */
export class Keeping {
  readonly #desk: Desk;
  #store: Store<Content, Act> | null = null;
  #writes: Promise<unknown> = Promise.resolve();
  /** Whether what the browser keeps lacks something, since a write failed. */
  #hasGap = false;
  #restorable: (() => Promise<void>) | null = null;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Opens what the browser keeps. */
  async open(): Promise<void> {
    try {
      this.#store = await openStore();
      this.#desk.set({ storage: 'kept', recent: await this.#store.list() });
    } catch {
      this.#desk.set({ storage: 'none' });
    }
  }

  /** Lists anew what is kept, after all that is still being written. */
  async refresh(): Promise<void> {
    await this.#writes;
    if (this.#store) this.#desk.set({ recent: await this.#store.list() });
  }

  /** What is told of a document that is kept; null where none of that id is. */
  async summaryOf(id: string): Promise<Summary | null> {
    return (await this.#store?.list())?.find((each) => each.id === id) ?? null;
  }

  async load(id: string): Promise<Stored<Content, Act> | null> {
    return (await this.#store?.load(id)) ?? null;
  }

  async forget(id: string): Promise<void> {
    const store = this.#store;
    const found = await store?.load(id);
    if (!store || !found) return;
    await store.remove(id);
    this.#restorable = () => store.save(found.summary, found.content, found.acts);
    this.#desk.set({ recent: await store.list() });
    this.#desk.say(this.#desk.words('recentForgotten', { title: found.summary.title }));
  }

  get canRestore(): boolean {
    return this.#restorable !== null;
  }

  async restoreForgotten(): Promise<void> {
    await this.#restorable?.();
    this.#restorable = null;
    this.#desk.set({ message: null, recent: (await this.#store?.list()) ?? [] });
  }

  /** Stores a document: all of it, or only its acts from number `from` on. One after another, in order. */
  keep(document: OpenDocument, whole: boolean, from = document.position - 1): Promise<void> {
    const store = this.#store;
    if (!store) {
      this.#desk.set({ saved: 'unsaved' });
      return Promise.resolve();
    }
    this.#desk.set({ saved: 'saving' });
    const changed = Date.now();
    const summary = this.#summary(document, changed);
    const writing = this.#writes.then(async () => {
      // After one that failed, single acts would stand behind a gap.
      if (!whole && !this.#hasGap) return store.append(summary, from, document.acts.slice(from));
      const { files, choices, packed, acts } = document;
      return store.save(summary, { files, choices, packed: await packed }, acts);
    });
    const ended = writing.then(
      () => {
        this.#hasGap = false;
        // What comes behind it may not be kept yet.
        if (this.#writes === ended) this.#desk.set({ saved: changed });
      },
      () => {
        this.#hasGap = true;
        this.#desk.set({ saved: 'unsaved' });
      },
    );
    this.#writes = ended;
    return ended;
  }

  #summary(document: OpenDocument, changed: number): Summary {
    const { id, title, history, position, acts } = document;
    const { row } = this.#desk.state.cursor;
    return {
      id,
      title,
      pairs: history.review.tally.pairs,
      position,
      acts: acts.length,
      changed,
      row: row === null ? 0 : Math.max(0, history.review.placeOf(row)),
    };
  }
}
