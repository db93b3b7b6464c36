import { History, readProject } from 'duiqi/review';
import { type Bytes, zipped } from '../parts.js';
import { refusalOf } from '../remarks.js';
import type { Failure, OpenDocument } from '../state.js';
import { glossaryIn } from '../view/glossary.js';
import { Cancelled } from '../worker/client.js';
import type { Choices, DocumentFile } from '../worker/protocol.js';
import type { Desk } from './desk.js';
import type { Keeping, Waiting } from './keeping.js';
import type { Showing } from './showing.js';

/** Aligns documents in the worker. */
export class Aligning {
  readonly #desk: Desk;
  readonly #keeping: Keeping;
  readonly #showing: Showing;
  /** Ends the reading of what the worker has aligned. */
  #reading: AbortController | null = null;

  constructor(desk: Desk, keeping: Keeping, showing: Showing) {
    this.#desk = desk;
    this.#keeping = keeping;
    this.#showing = showing;
  }

  /** Aligns documents one after another, and opens the first one of them. */
  alignAll(documents: readonly (readonly DocumentFile[])[]): Promise<void> {
    const glossary = glossaryIn(this.#desk.state.glossary);
    const choices: Choices = glossary.length > 0 ? { glossary } : {};
    return this.goOn(
      documents.map((files) => ({ id: crypto.randomUUID(), title: titleOf(files), files, choices })),
    );
  }

  /** The same of documents that are ready for it: this time, or since the page was closed the last time. */
  async goOn(documents: readonly Waiting[]): Promise<void> {
    const failures: Failure[] = [];
    let opened: OpenDocument | null = null;
    let count = 0;
    this.#keeping.expect(documents);
    for (const [at, waiting] of documents.entries()) {
      const document = await this.#alignOne(waiting, at, documents.length, failures);
      if (document === 'cancelled') {
        this.#keeping.expectNoMore(documents.slice(at));
        break;
      }
      if (document === null) this.#keeping.expectNoMore([waiting]);
      else {
        void this.#keeping.keep(document, true);
        opened ??= document;
        count++;
      }
    }
    if (opened) {
      this.#showing.show(opened);
      if (documents.length > 1) this.#desk.say(this.#desk.words('saidAligned', { n: count }));
      else if (this.#wasWorkedOn(opened)) this.#desk.say(this.#desk.words('saidBefore'));
      // What is said for some seconds only is not read of twenty documents.
      if (failures.length > 0) this.#desk.set({ screen: 'failed', failure: failures });
    } else if (failures.length > 0) this.#desk.set({ screen: 'failed', failure: failures, work: null });
    else await this.#showing.goHome();
  }

  /** Whether files of these names were opened before, and something was done then: who looks for that work has begun anew. */
  #wasWorkedOn({ id, title }: OpenDocument): boolean {
    return this.#desk.state.recent.some(
      (each) => each.title === title && each.id !== id && each.position > 0,
    );
  }

  /** Aligns the open document again, read in another way. What was done to it is not taken along. */
  async alignAgain(choices: Choices): Promise<void> {
    const { document: before } = this.#desk.state;
    if (!before) return;
    const failures: Failure[] = [];
    const document = await this.#alignOne({ ...before, choices }, 0, 1, failures);
    if (document && document !== 'cancelled') {
      this.#showing.show(document);
      void this.#keeping.keep(document, true);
    } else {
      this.#showing.show(before);
      if (failures.length > 0)
        this.#desk.say(failures.map((failure) => this.#desk.sentenceOf(failure).text).join(' '));
    }
  }

  cancel(): void {
    if (this.#desk.aligner.isBusy) this.#desk.aligner.cancel();
    else if (this.#reading) this.#reading.abort(new Cancelled());
    else void this.#showing.goHome();
  }

  async #alignOne(
    { id, title, files, choices }: Waiting,
    at: number,
    of: number,
    failures: Failure[],
  ): Promise<OpenDocument | 'cancelled' | null> {
    this.#desk.set({
      screen: 'working',
      failure: null,
      work: { title, phase: 'phaseStart', fraction: null, at: at + 1, of },
    });
    try {
      const known = await this.#pairsIn(files);
      const bytes =
        known ??
        (await this.#desk.aligner.ask('align', { id, files, choices }, (progress) =>
          this.#desk.progress(progress),
        ));
      const reading = new AbortController();
      this.#reading = reading;
      const { alignment } = await readProject(new TextDecoder().decode(bytes), reading);
      if (alignment.pairs.length === 0 && alignment.unaligned.length === 0) {
        failures.push({ title, found: alignment.diagnostics.at(-1) ?? null });
        return null;
      }
      // Pairs are no document that could be aligned again.
      const history = await History.open(alignment, [], reading);
      return {
        id,
        title,
        files: known ? [] : files,
        choices,
        packed: zipped(bytes),
        history,
        acts: [],
        position: 0,
      };
    } catch (error) {
      if (error instanceof Cancelled) return 'cancelled';
      failures.push(refusalOf(error));
      return null;
    } finally {
      this.#reading = null;
    }
  }

  /** The pairs of a file that holds some already; null for documents. */
  async #pairsIn([file, ...others]: readonly DocumentFile[]): Promise<Bytes | null> {
    const mayHold = file && others.length === 0 && /\.(?:tmx|xlf|xliff|jsonl|xlsx|csv|tsv)$/i.test(file.name);
    if (!mayHold) return null;
    this.#desk.progress({ phase: 'reading', fraction: null });
    return this.#desk.aligner.ask('pairs', file);
  }
}

function titleOf(files: readonly { readonly name: string }[]): string {
  return files.map(({ name }) => name).join(' ↔ ');
}
