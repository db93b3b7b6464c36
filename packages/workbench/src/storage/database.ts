// What the browser keeps. All pages that are opened from a disk share one database: it has the program's name, and each
// document its own id in it.

const NAME = 'duiqi';
const VERSION = 1;

/** A document's line in the list of documents. */
export interface Summary {
  readonly id: string;
  readonly title: string;
  readonly pairs: number;
  /** Rows that want a look. */
  readonly open?: number;
  /** How many of its acts hold; those after are undone. */
  readonly position: number;
  /** How many acts are kept. */
  readonly acts: number;
  /** Milliseconds since 1970. */
  readonly changed: number;
  /** The row that was last looked at. */
  readonly row: number;
  /** Counted up with every write. */
  readonly revision?: number;
  /** Whether it is yet to be aligned: the page was closed before. */
  readonly isWaiting?: boolean;
  /** Whether only the page has it, and it is gone with the page. */
  readonly isHeld?: boolean;
}

/** Another page has written a document since this one has read or written it. */
export class Overtaken extends Error {}

/** All that is kept of a document. */
export interface Stored<Content, Act> {
  readonly summary: Summary;
  readonly content: Content;
  readonly acts: readonly Act[];
}

/**
 * The store of all documents; every call is one transaction. A document is written as the revision after the one that is there, or it
 * is `Overtaken`.
 */
export interface Store<Content, Act> {
  list(): Promise<readonly Summary[]>;
  load(id: string): Promise<Stored<Content, Act> | null>;
  /** A document that is new, or anew. */
  save(summary: Summary, content: Content, acts: readonly Act[]): Promise<void>;
  /** Acts from number `from` on take the place of those that were there. Fails where there is no such document. */
  append(summary: Summary, from: number, acts: readonly Act[]): Promise<void>;
  remove(id: string): Promise<void>;
}

/** Opens the database. Fails where the browser keeps nothing for this page. */
export async function openStore<Content, Act>(): Promise<Store<Content, Act>> {
  const opening = indexedDB.open(NAME, VERSION);
  opening.onupgradeneeded = () => {
    const database = opening.result;
    database.createObjectStore('summaries', { keyPath: 'id' });
    database.createObjectStore('contents');
    database.createObjectStore('acts');
  };
  const database = await done(opening);
  // Another page may want to renew the database: this one must not stand in its way.
  database.onversionchange = () => database.close();

  const within = (mode: IDBTransactionMode): IDBTransaction =>
    database.transaction(['summaries', 'contents', 'acts'], mode);
  const actsOf = (id: string, from = 0): IDBKeyRange =>
    IDBKeyRange.bound([id, from], [id, Number.MAX_SAFE_INTEGER]);
  const putActs = (transaction: IDBTransaction, id: string, from: number, acts: readonly Act[]): void => {
    const store = transaction.objectStore('acts');
    store.delete(actsOf(id, from));
    for (const [at, act] of acts.entries()) store.put(act, [id, from + at]);
  };

  return {
    async list() {
      const all = (await done(within('readonly').objectStore('summaries').getAll())) as Summary[];
      return all.sort((a, b) => b.changed - a.changed);
    },
    async load(id) {
      const transaction = within('readonly');
      const [summary, content, acts] = await Promise.all([
        done(transaction.objectStore('summaries').get(id)),
        done(transaction.objectStore('contents').get(id)),
        done(transaction.objectStore('acts').getAll(actsOf(id))),
      ]);
      return summary === undefined || content === undefined ? null : { summary, content, acts };
    },
    async save(summary, content, acts) {
      const transaction = within('readwrite');
      await refuseOvertaken(transaction, summary);
      transaction.objectStore('summaries').put(summary);
      transaction.objectStore('contents').put(content, summary.id);
      putActs(transaction, summary.id, 0, acts);
      return completed(transaction);
    },
    async append(summary, from, acts) {
      const transaction = within('readwrite');
      const isThere = await refuseOvertaken(transaction, summary);
      if (!isThere) throw new Error(`There is no document ${summary.id}.`);
      transaction.objectStore('summaries').put(summary);
      putActs(transaction, summary.id, from, acts);
      return completed(transaction);
    },
    remove(id) {
      const transaction = within('readwrite');
      transaction.objectStore('summaries').delete(id);
      transaction.objectStore('contents').delete(id);
      transaction.objectStore('acts').delete(actsOf(id));
      return completed(transaction);
    },
  };
}

function done<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Whether there is a document of that id already; the transaction goes on. */
async function refuseOvertaken(transaction: IDBTransaction, { id, revision = 0 }: Summary): Promise<boolean> {
  const there = (await done(transaction.objectStore('summaries').get(id))) as Summary | undefined;
  if (there !== undefined && (there.revision ?? 0) >= revision) throw new Overtaken();
  return there !== undefined;
}

function completed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}
