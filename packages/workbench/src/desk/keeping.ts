import type { Act } from 'duiqi/review';
import type { Bytes } from '../parts.js';
import type { OpenDocument } from '../state.js';
import { Overtaken, openStore, type Store, type Stored, type Summary } from '../storage/database.js';
import { memoryStore } from '../storage/memory.js';
import type { Choices, DocumentFile } from '../worker/protocol.js';
import type { Desk } from './desk.js';

/** What is kept of a document beside its acts. */
interface Content {
  readonly files: readonly DocumentFile[];
  readonly choices: Choices;
  /** The alignment, as `OpenDocument` has it; null while there is none. */
  readonly packed: Bytes | null;
}

/** A document that is to be aligned. */
export type Waiting = Pick<OpenDocument, 'id' | 'title' | 'files' | 'choices'>;

/**
 * What is kept: each document, and each act as soon as it is done. What the browser does not take, for want of a store or of
 * room, is held by the page until it is closed, so that another document can be opened meanwhile.
 */
export class Keeping {
  readonly #desk: Desk;
  #store: Store<Content, Act> | null = null;
  readonly #held = memoryStore<Content, Act>();
  /** Documents whose acts are nowhere but in this page. */
  readonly #atRisk = new Set<string>();
  /** The revision of each document that this page has read or written last. */
  readonly #revisions = new Map<string, number>();
  /** Where another page has gone on with a document: the id under which this one does. */
  readonly #copies = new Map<string, string>();
  /** Documents that this page is about to align. */
  readonly #inWork = new Set<string>();
  #writes: Promise<unknown> = Promise.resolve();
  #restorable: (() => Promise<void>) | null = null;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Opens what the browser keeps. */
  async open(): Promise<void> {
    try {
      this.#store = await openStore();
      this.#desk.set({ storage: 'kept' });
    } catch {
      this.#desk.set({ storage: 'none' });
    }
    await this.refresh();
  }

  /** Lists anew what is kept, after all that is still being written. */
  async refresh(): Promise<void> {
    await this.#writes;
    this.#desk.set({ recent: await this.#list() });
  }

  async #list(): Promise<readonly Summary[]> {
    const held = await this.#held.list();
    const isHeld = new Set(held.map(({ id }) => id));
    const kept = (await this.#store?.list().catch(() => [])) ?? [];
    return [
      ...held.map((summary) => ({ ...summary, isHeld: true })),
      ...kept.filter(({ id }) => !isHeld.has(id) && !this.#inWork.has(id)),
    ].sort((a, b) => b.changed - a.changed);
  }

  /** What is told of a document that is kept; null where none of that id is. */
  async summaryOf(id: string): Promise<Summary | null> {
    await this.#writes;
    return (await this.#list()).find((each) => each.id === id) ?? null;
  }

  async load(id: string): Promise<Stored<Content, Act> | null> {
    await this.#writes;
    const held = await this.#held.load(id);
    const found = held ?? (await this.#store?.load(id)) ?? null;
    this.#copies.delete(id);
    if (held) return { ...held, summary: { ...held.summary, isHeld: true } };
    if (found) this.#revisions.set(id, found.summary.revision ?? 0);
    return found;
  }

  async forget(id: string): Promise<void> {
    const found = await this.load(id);
    if (!found) return;
    const { isHeld } = found.summary;
    const wasAtRisk = this.#atRisk.delete(id);
    await this.#held.remove(id);
    await this.#store?.remove(id);
    this.#restorable = async () => {
      await (isHeld ? this.#held : this.#store)?.save(found.summary, found.content, found.acts);
      if (wasAtRisk) this.#atRisk.add(id);
    };
    this.#desk.set({ recent: await this.#list() });
    this.#desk.say(this.#desk.words('recentForgotten', { title: found.summary.title }));
  }

  get canRestore(): boolean {
    return this.#restorable !== null;
  }

  async restoreForgotten(): Promise<void> {
    await this.#restorable?.();
    this.#restorable = null;
    this.#desk.set({ message: null, recent: await this.#list() });
  }

  /** Whether something that was done would be lost with the page. */
  get isAtRisk(): boolean {
    return this.#atRisk.size > 0;
  }

  /** A person has saved the project of a document as it is. */
  wasTaken({ id }: OpenDocument): void {
    this.#atRisk.delete(id);
  }

  /**
   * Keeps documents that are about to be aligned, so that nobody has to look for the files again where the page is closed meanwhile. What
   * there is no room for is aligned all the same.
   */
  expect(documents: readonly Waiting[]): void {
    const changed = Date.now();
    for (const { id } of documents) this.#inWork.add(id);
    this.#writes = this.#writes.then(async () => {
      for (const [at, { id, title, files, choices }] of documents.entries()) {
        // What was changed last is listed first: so they stand in their order.
        const summary = { id, title, pairs: 0, position: 0, acts: 0, row: 0, changed: changed - at };
        const content = { files, choices, packed: null };
        // One that is there already is waiting since another time.
        const isNew = await this.#store?.save({ ...summary, revision: 1, isWaiting: true }, content, []).then(
          () => true,
          () => false,
        );
        if (isNew) this.#revisions.set(id, 1);
      }
    });
  }

  /** Such documents are not wanted any more, or cannot be aligned. Another page may have gone on with them. */
  expectNoMore(documents: readonly Pick<Waiting, 'id'>[]): void {
    const ids = new Set(documents.map(({ id }) => id));
    this.#writes = this.#writes.then(async () => {
      const kept = (await this.#store?.list().catch(() => [])) ?? [];
      for (const { id, isWaiting } of kept) {
        if (isWaiting && ids.has(id)) await this.#store?.remove(id).catch(() => undefined);
      }
      for (const id of ids) this.#inWork.delete(id);
    });
  }

  /** Stores a document: all of it, or only its acts from number `from` on. One after another, in order. */
  keep(document: OpenDocument, whole: boolean, from = document.position - 1): Promise<void> {
    this.#desk.set({ saved: 'saving' });
    this.#inWork.delete(document.id);
    const changed = Date.now();
    const summary = this.#summary(document, changed);
    const ended = this.#writes
      .then(() => this.#write(document, summary, whole, from))
      .then((isKept) => {
        // What comes behind it may not be kept yet.
        if (this.#writes === ended) this.#desk.set({ saved: isKept ? changed : 'unsaved' });
      });
    this.#writes = ended;
    return ended;
  }

  /** Whether the browser keeps it now; where it does not, the page holds it. */
  async #write(document: OpenDocument, told: Summary, whole: boolean, from: number): Promise<boolean> {
    const id = this.#copies.get(document.id) ?? document.id;
    const { files, choices, acts } = document;
    const content = { files, choices, packed: await document.packed };
    const revision = (this.#revisions.get(id) ?? 0) + 1;
    const title = id === document.id ? told.title : copyTitle(told.title);
    const summary = { ...told, id, title, revision };
    const isHeld = (await this.#held.load(id)) !== null;
    try {
      if (!this.#store) throw new Error('This browser keeps nothing.');
      // After a write that failed, single acts would stand behind a gap.
      if (whole || isHeld) await this.#store.save(summary, content, acts);
      else {
        await this.#store.append(summary, from, acts.slice(from)).catch((error: unknown) => {
          if (error instanceof Overtaken) throw error;
          return this.#store!.save(summary, content, acts);
        });
      }
      this.#revisions.set(id, revision);
      this.#atRisk.delete(id);
      await this.#held.remove(id);
      return true;
    } catch (error) {
      if (error instanceof Overtaken) return this.#write(this.#asCopy(document, id), told, true, 0);
      await this.#held.save(summary, content, acts);
      if (acts.length > 0) this.#atRisk.add(id);
      // Of a browser that keeps nothing, the first page has said so.
      if (!isHeld && this.#store) this.#desk.say(this.#desk.words('saidNoRoom'));
      return false;
    }
  }

  /** Another page has gone on with a document: what this one does goes on as a document of its own, so that nothing is lost. */
  #asCopy(document: OpenDocument, id: string): OpenDocument {
    const copy = crypto.randomUUID();
    this.#copies.set(document.id, copy);
    const { document: open } = this.#desk.state;
    if (open && (open.id === id || open.id === document.id)) {
      this.#desk.set({ document: { ...open, id: copy, title: copyTitle(open.title) } });
      this.#desk.dress();
      this.#desk.say(this.#desk.words('saidCopy'));
    }
    return document;
  }

  #summary(document: OpenDocument, changed: number): Summary {
    const { id, title, history, position, acts } = document;
    const { row } = this.#desk.state.cursor;
    return {
      id,
      title,
      pairs: history.review.tally.pairs,
      open: history.review.tally.open,
      position,
      acts: acts.length,
      changed,
      row: row === null ? 0 : Math.max(0, history.review.placeOf(row)),
    };
  }
}

function copyTitle(title: string): string {
  return `${title} (2)`;
}
