import { readyReview } from 'duiqi/review';
import { NO_CARETS, type OpenDocument } from '../state.js';
import type { Desk } from './desk.js';
import type { Keeping } from './keeping.js';

/** Which screen is seen: the first one, that of work, or a document. */
export class Showing {
  readonly #desk: Desk;
  readonly #keeping: Keeping;
  /** How often something has been opened; what was before is not wanted any more. */
  #openings = 0;

  constructor(desk: Desk, keeping: Keeping) {
    this.#desk = desk;
    this.#keeping = keeping;
  }

  /** Says that something is being opened. What it returns tells whether a person still wants it. */
  begin(title: string | null): () => boolean {
    const own = ++this.#openings;
    this.#desk.set({
      screen: 'working',
      failure: null,
      work: { title: title ?? '', phase: 'phaseReading', fraction: null, at: 1, of: 1 },
    });
    return () => own === this.#openings;
  }

  show(document: OpenDocument, row = 0): void {
    const { stored } = document.history.review;
    this.#desk.set({
      screen: 'review',
      document,
      work: null,
      failure: null,
      pairing: null,
      cursor: { row: stored[Math.min(row, stored.length - 1)]?.id ?? null, side: 'en' },
      carets: NO_CARETS,
      filter: 'all',
      query: '',
      isReplacing: false,
      marked: null,
      writing: null,
      why: null,
      // What kind of Chinese it is, each document says for itself.
      downloads: { ...this.#desk.state.downloads, variant: null },
      focus: this.#desk.state.focus + 1,
    });
    this.#desk.dress();
    // After the first rows are on the screen.
    setTimeout(() => void readyReview(document.history.review));
  }

  /** Goes on after what could not be done: to the files that wait to be paired, or to the document that is open. */
  leaveFailure(): void {
    const { document, pairing, focus } = this.#desk.state;
    if (pairing) this.#desk.set({ screen: 'pairing', failure: null });
    else if (document) this.#desk.set({ screen: 'review', failure: null, focus: focus + 1 });
    else void this.goHome();
  }

  async goHome(): Promise<void> {
    this.#openings++;
    this.#desk.set({
      screen: 'empty',
      document: null,
      work: null,
      failure: null,
      pairing: null,
      why: null,
      // What was done to the document is no longer to be undone.
      message: null,
    });
    this.#desk.dress();
    await this.#keeping.refresh();
  }
}
