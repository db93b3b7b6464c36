import { type Alignment, type Alternative, DuiqiError, type Language } from 'duiqi';
import { records } from 'duiqi/pairs';
import {
  type Act,
  History,
  type Review,
  type ReviewRow,
  readProject,
  readyReview,
  recut,
  reviewedPairs,
} from 'duiqi/review';
import type { TermFormat } from 'duiqi/words';
import { EXAMPLE } from './example.js';
import { type DownloadFormat, type DownloadOptions, downloadsOf, save } from './exports.js';
import { type Bytes, zipped } from './parts.js';
import { type Packed, pageWith, projectIn, projectInside, unpacked } from './project.js';
import { diagnosticIn, refusalIn, refusalOf, type Said } from './remarks.js';
import {
  type Carets,
  type Failure,
  NO_CARETS,
  type OpenDocument,
  type State,
  type Theme,
  type Why,
} from './state.js';
import { openStore, type Store, type Summary } from './storage/database.js';
import { glossaryIn, glossaryText } from './view/glossary.js';
import { type Command, shownKey } from './view/keys.js';
import { type Guess, pairNames, stemOf } from './view/pair-names.js';
import { type Filter, nextOpen, shownRows } from './view/rows.js';
import { caretBeside } from './view/runs.js';
import { type Interface, interfaceFor, type Word, type Words, wordsIn } from './words.js';
import { Aligner, Cancelled, hasAligner } from './worker/client.js';
import type { Choices, DocumentFile } from './worker/protocol.js';

/** What the browser keeps of a document beside its acts. */
interface Content {
  readonly files: readonly DocumentFile[];
  readonly choices: Choices;
  /** The alignment, as `OpenDocument` has it. */
  readonly packed: Bytes;
}

/** Where the outline and the map lie over the list, as in style.css. */
const NARROW = matchMedia('(max-width: 1000px)');
/** Rows that a page key goes. */
const PAGE = 10;

/** The program behind the page: what it knows, and all that can be done. What is shown is a function of `state`. */
export class Workbench {
  state: State;
  words: Words;
  #listeners = new Set<() => void>();
  #aligner = new Aligner();
  #store: Store<Content, Act> | null = null;
  #glow: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #writes: Promise<unknown> = Promise.resolve();
  /** Whether what the browser keeps lacks something, since a write failed. */
  #hasGap = false;
  #restorable: (() => Promise<void>) | null = null;
  /** Ends the reading of what the worker has aligned. */
  #reading: AbortController | null = null;
  /** How often something has been opened; what was before is not wanted any more. */
  #openings = 0;

  constructor() {
    const language = (remembered('language') as Interface | null) ?? interfaceFor(navigator.languages);
    const prefersDark = matchMedia('(prefers-color-scheme: dark)').matches;
    const theme = (remembered('theme') as Theme | null) ?? (prefersDark ? 'dark' : 'light');
    this.words = wordsIn(language);
    this.state = {
      screen: 'empty',
      language,
      theme,
      storage: 'unknown',
      recent: [],
      isOver: false,
      keysShown: false,
      work: null,
      failure: null,
      pairing: null,
      document: null,
      cursor: { row: null, side: 'en' },
      carets: NO_CARETS,
      filter: 'all',
      query: '',
      marked: null,
      writing: null,
      sideShown: !NARROW.matches,
      why: null,
      glowing: new Set(),
      focus: 0,
      glossary: '',
      downloads: { direction: 'en-zh', variant: null, unaligned: false },
      saved: 'unsaved',
      message: null,
    };
    this.#dress();
    // Where the outline covers the list, it is shown only when it is asked for: also after the page was zoomed.
    NARROW.addEventListener('change', ({ matches }) => this.set({ sideShown: !matches }));
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  set(change: Partial<State>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.#listeners) listener();
  }

  /** Opens what the browser keeps. */
  async start(): Promise<void> {
    try {
      this.#store = await openStore();
      this.set({ storage: 'kept', recent: await this.#store.list() });
    } catch {
      this.set({ storage: 'none' });
    }
    try {
      const inside = await projectInside();
      if (inside) await this.#openProject(inside);
    } catch (error) {
      this.set({ screen: 'failed', failure: [refusalOf(error)] });
    }
  }

  /** Opens a project; what was done to it in this browser before is still there. */
  async #openProject({ id, bytes }: Packed): Promise<void> {
    if (await this.openStored(id)) return;
    const isWanted = this.#opening(null);
    const { title, alignment, acts, position } = await unpacked(bytes);
    const reviewed = await historyOf(alignment, acts, position);
    if (!isWanted()) return;
    const packed = Promise.resolve(bytes);
    const document = { id, title, files: [], choices: {}, packed, ...reviewed };
    this.#show(document);
    await this.#keep(document, true);
  }

  /** Says that something is being opened. What it returns tells whether a person still wants it. */
  #opening(title: string | null): () => boolean {
    const own = ++this.#openings;
    this.set({
      screen: 'working',
      failure: null,
      work: { title: title ?? '', phase: 'phaseReading', fraction: null, at: 1, of: 1 },
    });
    return () => own === this.#openings;
  }

  // How the page looks.

  setLanguage(language: Interface): void {
    remember('language', language);
    this.words = wordsIn(language);
    this.set({ language });
    this.#dress();
  }

  setTheme(theme: Theme): void {
    remember('theme', theme);
    this.set({ theme });
    this.#dress();
  }

  showKeys(keysShown: boolean): void {
    if (keysShown !== this.state.keysShown) this.set({ keysShown });
  }

  #dress(): void {
    const { language, theme, document: open } = this.state;
    document.documentElement.lang = language;
    document.documentElement.dataset['theme'] = theme;
    document.title = open ? `${open.title} – duiqi 对齐` : 'duiqi 对齐';
  }

  say(message: string): void {
    clearTimeout(this.#silence);
    this.set({ message });
    this.#silence = setTimeout(() => this.set({ message: null }), 6000);
  }

  /** What could not be done, in the language of the interface. */
  sentenceOf(failure: Failure): Said {
    const { language } = this.state;
    if ('unopened' in failure)
      return { text: this.words('failedOpen', { name: failure.unopened }), lang: language };
    if (!('found' in failure)) return refusalIn(language, failure);
    const { title, found } = failure;
    const said = found && diagnosticIn(language, found);
    return {
      text: this.words('failedAt', { title, why: said?.text ?? this.words('nothingFound') }),
      lang: said?.lang ?? language,
    };
  }

  #refused(error: unknown): string {
    return refusalIn(this.state.language, refusalOf(error)).text;
  }

  // Opening documents.

  async openFiles(dropped: readonly File[]): Promise<void> {
    // A termbase is no document.
    const termbases = dropped.filter(({ name }) => /\.tbx$/i.test(name));
    const files = dropped.filter((file) => !termbases.includes(file));
    if (termbases.length > 0) {
      const glossary = await this.glossaryWith(this.state.glossary, termbases);
      if (glossary !== null) this.set({ glossary });
    }
    if (files.length === 0) return;
    // More files belong to those that wait to be paired.
    const read = [...((this.state.screen === 'pairing' && this.state.pairing?.files) || [])];
    const unopened: Failure[] = [];
    for (const file of files) {
      try {
        read.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
      } catch {
        unopened.push({ unopened: file.name });
      }
    }
    if (unopened.length > 0) {
      this.set({ screen: 'failed', failure: unopened });
      return;
    }
    try {
      for (const { name, bytes } of read) {
        const project = /\.html?$/i.test(name) ? await projectIn(bytes) : null;
        if (!project) continue;
        await this.#openProject(project);
        if (read.length > 1) this.say(this.words('saidOnlyProject', { name }));
        return;
      }
    } catch (error) {
      this.set({ screen: 'failed', failure: [refusalOf(error)] });
      return;
    }
    if (read.length <= 2) return this.#alignAll([read]);
    this.set({
      screen: 'pairing',
      pairing: { files: read, guesses: pairNames(read.map(({ name }) => name)) },
    });
  }

  /** Files that are dropped anywhere. While something is worked on they would end it unasked. */
  drop(files: readonly File[]): void {
    if (this.state.screen === 'working') this.say(this.words('saidBusy'));
    else void this.openFiles(files);
  }

  /**
   * A glossary, a term a line, with the terms of files behind those that it has; null where none of them could be read. How many
   * they are is said, and what was passed over.
   */
  async glossaryWith(before: string, files: readonly File[]): Promise<string | null> {
    const said: string[] = [];
    let glossary: string | null = null;
    for (const file of files) {
      try {
        const bytes = new Uint8Array(await file.arrayBuffer());
        const { terms, remarks } = await this.#aligner.ask('glossary', { name: file.name, bytes });
        glossary = glossaryText(terms, glossary ?? before);
        said.push(
          this.words('saidGlossary', { name: file.name, n: terms.length }),
          ...remarks.map((remark) => diagnosticIn(this.state.language, remark).text),
        );
      } catch (error) {
        said.push(this.#refused(error));
      }
    }
    if (said.length > 0) this.say(said.join(' '));
    return glossary;
  }

  setGuesses(guesses: readonly Guess[]): void {
    const { pairing } = this.state;
    if (pairing) this.set({ pairing: { ...pairing, guesses } });
  }

  alignPaired(): Promise<void> {
    const { files, guesses } = this.state.pairing!;
    return this.#alignAll(
      guesses.map(([first, second]) => (second === null ? [files[first]!] : [files[first]!, files[second]!])),
    );
  }

  openPasted(pasted: readonly { readonly text: string; readonly html: string | null }[]): Promise<void> {
    const stem = this.words('pastedName');
    return this.#alignAll([
      pasted.map(({ text, html }, at) => ({
        name: `${stem}${pasted.length > 1 ? ` ${at + 1}` : ''}.${html === null ? 'txt' : 'html'}`,
        bytes: new TextEncoder().encode(html ?? text),
      })),
    ]);
  }

  openExample(): Promise<void> {
    return this.#alignAll([
      (['en', 'zh'] as const).map((language) => ({
        name: `bicycles.${language}.txt`,
        bytes: new TextEncoder().encode(EXAMPLE[language]),
      })),
    ]);
  }

  /** Aligns documents one after another, and opens the first one of them. */
  async #alignAll(documents: readonly (readonly DocumentFile[])[]): Promise<void> {
    const failures: Failure[] = [];
    let opened: OpenDocument | null = null;
    let count = 0;
    const glossary = glossaryIn(this.state.glossary);
    const choices: Choices = glossary.length > 0 ? { glossary } : {};
    for (const [at, files] of documents.entries()) {
      const document = await this.#alignOne(files, choices, at, documents.length, failures);
      if (document === 'cancelled') break;
      if (document) {
        void this.#keep(document, true);
        opened ??= document;
        count++;
      }
    }
    if (opened) {
      this.#show(opened);
      if (documents.length > 1) this.say(this.words('saidAligned', { n: count }));
      // What is said for some seconds only is not read of twenty documents.
      if (failures.length > 0) this.set({ screen: 'failed', failure: failures });
    } else if (failures.length > 0) this.set({ screen: 'failed', failure: failures, work: null });
    else await this.goHome();
  }

  async #alignOne(
    files: readonly DocumentFile[],
    choices: Choices,
    at: number,
    of: number,
    failures: Failure[],
    id: string = crypto.randomUUID(),
  ): Promise<OpenDocument | 'cancelled' | null> {
    const title = titleOf(files);
    this.set({
      screen: 'working',
      failure: null,
      work: { title, phase: 'phaseStart', fraction: null, at: at + 1, of },
    });
    try {
      const known = await this.#pairsIn(files);
      const bytes =
        known ??
        (await this.#aligner.ask('align', { id, files, choices }, (progress) => this.#progress(progress)));
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
    return mayHold ? this.#aligner.ask('pairs', file) : null;
  }

  #progress({ phase, fraction }: { readonly phase: string; readonly fraction: number }): void {
    const { work } = this.state;
    if (work) this.set({ work: { ...work, phase: PHASES[phase] ?? work.phase, fraction } });
  }

  cancel(): void {
    if (this.#aligner.isBusy) this.#aligner.cancel();
    else if (this.#reading) this.#reading.abort(new Cancelled());
    else void this.goHome();
  }

  /** Aligns the open document again, read in another way. What was done to it is not taken along. */
  async alignAgain(choices: Choices): Promise<void> {
    const { document: before } = this.state;
    if (!before) return;
    const failures: Failure[] = [];
    const document = await this.#alignOne(before.files, choices, 0, 1, failures, before.id);
    if (document && document !== 'cancelled') {
      this.#show(document);
      void this.#keep(document, true);
    } else {
      this.#show(before);
      if (failures.length > 0) this.say(failures.map((failure) => this.sentenceOf(failure).text).join(' '));
    }
  }

  /** Goes on after what could not be done: to the files that wait to be paired, or to the document that is open. */
  leaveFailure(): void {
    const { document, pairing, focus } = this.state;
    if (pairing) this.set({ screen: 'pairing', failure: null });
    else if (document) this.set({ screen: 'review', failure: null, focus: focus + 1 });
    else void this.goHome();
  }

  #show(document: OpenDocument, row = 0): void {
    const { stored } = document.history.review;
    this.set({
      screen: 'review',
      document,
      work: null,
      failure: null,
      pairing: null,
      cursor: { row: stored[Math.min(row, stored.length - 1)]?.id ?? null, side: 'en' },
      carets: NO_CARETS,
      filter: 'all',
      query: '',
      marked: null,
      writing: null,
      why: null,
      // What kind of Chinese it is, each document says for itself.
      downloads: { ...this.state.downloads, variant: null },
      focus: this.state.focus + 1,
    });
    this.#dress();
    // After the first rows are on the screen.
    setTimeout(() => void readyReview(document.history.review));
  }

  async goHome(): Promise<void> {
    this.#openings++;
    this.set({ screen: 'empty', document: null, work: null, failure: null, pairing: null, why: null });
    this.#dress();
    await this.#writes;
    if (this.#store) this.set({ recent: await this.#store.list() });
  }

  // What the browser keeps.

  /** Opens a document that the browser keeps; false where it keeps none of that id. */
  async openStored(id: string): Promise<boolean> {
    const store = this.#store;
    const kept = (await store?.list())?.find((each) => each.id === id);
    if (!store || !kept) return false;
    const isWanted = this.#opening(kept.title);
    const found = await store.load(id);
    if (!found || !isWanted()) return found !== null;
    const { summary, content, acts } = found;
    try {
      const { title, position, row, changed } = summary;
      const { files, choices, packed } = content;
      const { alignment } = await unpacked(packed);
      const history = await historyOf(alignment, acts, position);
      if (!isWanted()) return true;
      this.#show({ files, choices, packed: Promise.resolve(packed), id, title, ...history }, row);
      this.set({ saved: changed });
    } catch (error) {
      this.set({ screen: 'failed', failure: [refusalOf(error)] });
    }
    return true;
  }

  async forget(id: string): Promise<void> {
    const store = this.#store;
    const found = await store?.load(id);
    if (!store || !found) return;
    await store.remove(id);
    this.#restorable = () => store.save(found.summary, found.content, found.acts);
    this.set({ recent: await store.list() });
    this.say(this.words('recentForgotten', { title: found.summary.title }));
  }

  get canRestore(): boolean {
    return this.#restorable !== null;
  }

  async restoreForgotten(): Promise<void> {
    await this.#restorable?.();
    this.#restorable = null;
    this.set({ message: null, recent: (await this.#store?.list()) ?? [] });
  }

  #summary(document: OpenDocument, changed: number): Summary {
    const { id, title, history, position, acts } = document;
    const { row } = this.state.cursor;
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

  /** Stores a document: all of it, or only its acts from number `from` on. One after another, in order. */
  #keep(document: OpenDocument, whole: boolean, from = document.position - 1): Promise<void> {
    const store = this.#store;
    if (!store) {
      this.set({ saved: 'unsaved' });
      return Promise.resolve();
    }
    this.set({ saved: 'saving' });
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
        if (this.#writes === ended) this.set({ saved: changed });
      },
      () => {
        this.#hasGap = true;
        this.set({ saved: 'unsaved' });
      },
    );
    this.#writes = ended;
    return ended;
  }

  // The list.

  get review(): Review | null {
    return this.state.document?.history.review ?? null;
  }

  get row(): ReviewRow | null {
    const { row } = this.state.cursor;
    return row === null || !this.review ? null : (this.review.rowAt(this.review.placeOf(row)) ?? null);
  }

  #shown: { review: Review; filter: Filter; query: string; rows: readonly number[] } | null = null;

  /** The places of the rows that are shown. */
  get shown(): readonly number[] {
    const { filter, query } = this.state;
    const { review } = this;
    if (!review) return [];
    if (this.#shown?.review !== review || this.#shown.filter !== filter || this.#shown.query !== query) {
      this.#shown = { review, filter, query, rows: shownRows(review, filter, query) };
    }
    return this.#shown.rows;
  }

  setFilter(filter: Filter): void {
    this.set({ filter });
  }

  setQuery(query: string): void {
    this.set({ query });
  }

  toggleSide(): void {
    this.set({ sideShown: !this.state.sideShown });
  }

  /** Puts the cursor on a row, by its place among all rows. Where the filter hides it, the filter goes. */
  goTo(place: number, side = this.state.cursor.side, focus = true): void {
    const row = this.review?.stored[place];
    if (!row) return;
    const isSame = row.id === this.state.cursor.row;
    const isHidden = !this.shown.includes(place);
    this.set({
      ...(isHidden && { filter: 'all', query: '' }),
      cursor: { row: row.id, side },
      ...(!isSame && { carets: NO_CARETS, writing: null }),
      ...(focus && { focus: this.state.focus + 1 }),
    });
    if (!isSame && this.state.why) void this.explain();
  }

  #step(step: number): void {
    const { shown, review } = this;
    const { row } = this.state.cursor;
    if (!review || shown.length === 0) return;
    const place = row === null ? -1 : review.placeOf(row);
    let at = shown.indexOf(place);
    if (at < 0) at = shown.findIndex((each) => each > place) - (step > 0 ? 1 : 0);
    this.goTo(shown[Math.max(0, Math.min(shown.length - 1, at + step))]!);
  }

  setCaret(side: Language, caret: number | null): void {
    const { carets } = this.state;
    this.set({
      carets: { ...carets, [side]: caret, proposed: carets.proposed === side ? null : carets.proposed },
    });
  }

  #moveCaret(row: ReviewRow, step: 1 | -1): void {
    const { carets, cursor } = this.state;
    const side = carets.proposed ?? cursor.side;
    const { text } = row[side];
    const caret = carets[side];
    const moved = caret === null ? (step > 0 ? 0 : text.length) : caretBeside(text, caret, step);
    this.set({ carets: { ...carets, [side]: moved } });
  }

  // Acts.

  /** Does an act, keeps it, and goes to the row that it made. */
  act(act: Act, word: Word): boolean {
    const { document } = this.state;
    if (!document) return false;
    const { history, position } = document;
    const before = this.#atCursor(history.review);
    try {
      history.act(act);
    } catch (error) {
      if (!(error instanceof DuiqiError)) throw error;
      this.say(this.words('saidCannot', { why: this.#refused(error) }));
      return false;
    }
    const acts = [...document.acts.slice(0, position), act];
    this.#changed({ ...document, acts, position: position + 1 }, before);
    this.say(this.words('saidDone', { act: this.words(word), key: shownKey('undo') }));
    return true;
  }

  undo(): void {
    this.#goBack('undo');
  }

  redo(): void {
    this.#goBack('redo');
  }

  #goBack(which: 'undo' | 'redo'): void {
    const { document } = this.state;
    if (!document) return;
    const before = this.#atCursor(document.history.review);
    const act = document.history[which]();
    if (act === null) {
      this.say(this.words(which === 'undo' ? 'saidNothingToUndo' : 'saidNothingToRedo'));
      return;
    }
    const position = document.position + (which === 'undo' ? -1 : 1);
    this.#changed({ ...document, position }, before);
    this.say(this.words(which === 'undo' ? 'saidUndone' : 'saidRedone', { act: this.words(wordOf(act)) }));
  }

  #atCursor(review: Review): { readonly review: Review; readonly place: number } {
    return { review, place: review.placeOf(this.state.cursor.row ?? '') };
  }

  /** Shows and keeps what an act has changed. */
  #changed(document: OpenDocument, before: { readonly review: Review; readonly place: number }): void {
    const { review } = document.history;
    const { stored } = review;
    const changed = review.changedSince(before.review).map((place) => stored[place]!.id);
    const { cursor } = this.state;
    const isThere = cursor.row !== null && review.placeOf(cursor.row) >= 0;
    // Where the row is gone, the one that came of it has the cursor; where there is none, the row that took its place.
    const next = changed[0] ?? stored[Math.min(before.place, stored.length - 1)]?.id;
    clearTimeout(this.#glow);
    this.set({
      document,
      cursor: isThere ? cursor : { ...cursor, row: next ?? null },
      carets: NO_CARETS,
      writing: null,
      marked: null,
      glowing: new Set(changed),
      focus: this.state.focus + 1,
    });
    if (this.state.why) void this.explain();
    this.#glow = setTimeout(() => this.set({ glowing: new Set() }), 1200);
    void this.#keep(document, false, Math.min(document.position, Math.max(0, document.acts.length - 1)));
  }

  run(command: Command): void {
    const general = this.#general[command];
    const { row, review } = this;
    if (general) general();
    else if (row && review) this.#atRow[command]?.(row, review.placeOf(row.id));
  }

  /** What needs no row. */
  readonly #general: Partial<Readonly<Record<Command, () => void>>> = {
    keys: () => this.showKeys(true),
    undo: () => this.undo(),
    redo: () => this.redo(),
    search: () => document.getElementById('search')?.focus(),
    leave: () => this.leave(),
    realign: () => void this.realign(),
  };

  /** What is done at the row that the cursor is in. */
  readonly #atRow: Partial<Readonly<Record<Command, (row: ReviewRow, place: number) => void>>> = {
    up: () => this.#step(-1),
    down: () => this.#step(1),
    pageUp: () => this.#step(-PAGE),
    pageDown: () => this.#step(PAGE),
    first: () => this.#step(Number.NEGATIVE_INFINITY),
    last: () => this.#step(Number.POSITIVE_INFINITY),
    other: (_, place) => this.goTo(place, this.state.cursor.side === 'en' ? 'zh' : 'en'),
    left: (row) => this.#moveCaret(row, -1),
    right: (row) => this.#moveCaret(row, 1),
    confirm: (row, place) => (this.state.carets.proposed ? this.#split(row) : this.#confirm(row, place)),
    next: (_, place) => this.#goDoubtful(place, 1),
    previous: (_, place) => this.#goDoubtful(place, -1),
    merge: ({ id }) => this.act({ type: 'merge', row: id }, 'actMerge'),
    split: (row) => this.#split(row),
    sentenceUp: ({ id }) => this.#move(id, 'first', 'actUp'),
    sentenceDown: ({ id }) => this.#move(id, 'last', 'actDown'),
    part: ({ id }) => this.act({ type: 'part', row: id }, 'actPart'),
    mark: (row, place) => this.#mark(row, place),
    pair: (row, place) => this.#pair(row, place),
    edit: () => this.set({ writing: 'text' }),
    comment: () => this.set({ writing: 'comment' }),
    delete: ({ id }) => this.act({ type: 'delete', row: id }, 'actDelete'),
    doubt: ({ id, state }) =>
      this.act({ type: state === 'doubtful' ? 'reset' : 'doubt', row: id }, 'actDoubt'),
    why: () => (this.state.why ? this.set({ why: null }) : void this.explain()),
  };

  #move(row: string, which: 'first' | 'last', word: Word): void {
    this.act({ type: 'move', row, side: this.state.cursor.side, which }, word);
  }

  leave(): void {
    const { carets, writing, marked, why, query } = this.state;
    const focus = this.state.focus + 1;
    if (writing) this.set({ writing: null, focus });
    else if (carets.proposed || carets.en !== null || carets.zh !== null)
      this.set({ carets: NO_CARETS, focus });
    else if (marked) this.set({ marked: null });
    else if (why) this.set({ why: null, focus });
    else if (query) this.set({ query: '', focus });
  }

  #confirm(row: ReviewRow, place: number): void {
    if (row.state !== 'confirmed' && !this.act({ type: 'confirm', row: row.id }, 'actConfirm')) return;
    this.#goDoubtful(place, 1);
  }

  unconfirm(): void {
    if (this.row) this.act({ type: 'reset', row: this.row.id }, 'actUnconfirm');
  }

  #goDoubtful(place: number, step: 1 | -1): void {
    const next = nextOpen(this.review!, place, step);
    if (next < 0) this.say(this.words('saidNoneOpen'));
    else this.goTo(next);
  }

  #mark(row: ReviewRow, place: number): void {
    const isMarked = this.state.marked === row.id;
    this.set({ marked: isMarked ? null : row.id });
    if (!isMarked) this.say(this.words('saidMarked', { n: place + 1 }));
  }

  #pair(row: ReviewRow, place: number): void {
    const { marked } = this.state;
    if (marked === null || marked === row.id) this.#mark(row, place);
    else this.act({ type: 'pair', rows: [marked, row.id] }, 'actPair');
  }

  /** Splits at the carets; where only one side has one, the cut on the other side is proposed first. */
  #split(row: ReviewRow): void {
    const { carets } = this.state;
    if (carets.en === null && carets.zh === null) {
      this.say(this.words('saidCaret'));
      return;
    }
    const missing = carets.en === null ? 'en' : carets.zh === null ? 'zh' : null;
    if (missing !== null && row[missing].text !== '' && hasAligner()) void this.#proposeCut(row, carets);
    else this.#splitAt(row, carets);
  }

  #splitAt({ id }: ReviewRow, { en, zh }: Carets): void {
    this.act({ type: 'split', row: id, ...(en !== null && { en }), ...(zh !== null && { zh }) }, 'actSplit');
  }

  /** Shows where the other side would be cut; where it cannot be, it stays whole. */
  async #proposeCut(row: ReviewRow, carets: Carets): Promise<void> {
    const side = carets.en === null ? 'zh' : 'en';
    const other = side === 'en' ? 'zh' : 'en';
    const offset = await this.#aligner
      .ask('cut', {
        texts: { en: row.en.text, zh: row.zh.text },
        side,
        offset: carets[side] ?? 0,
      })
      .catch(() => null);
    // She may have gone on meanwhile.
    if (this.row !== row || this.state.carets !== carets) return;
    if (offset === null) {
      this.#splitAt(row, carets);
      return;
    }
    this.set({ carets: { ...carets, [other]: offset, proposed: other } });
    this.say(this.words('saidSplitProposed'));
  }

  /** Writes a side anew, or a comment. */
  write(text: string): void {
    const { row } = this;
    const { writing, cursor, focus } = this.state;
    if (!row || !writing) return;
    if (writing === 'comment') {
      if (text === (row.comment ?? '')) this.set({ writing: null, focus: focus + 1 });
      else this.act({ type: 'comment', row: row.id, text }, 'actComment');
      return;
    }
    if (text === row[cursor.side].text) this.set({ writing: null, focus: focus + 1 });
    else this.act({ type: 'edit', row: row.id, side: cursor.side, text }, 'actEdit');
  }

  /** Why this page cannot do something with what is open; null where it can. */
  lackFor(command: Command): Word | null {
    if (command !== 'why' && command !== 'realign') return null;
    if (!hasAligner()) return 'saidNoAligner';
    return command === 'why' && this.state.document?.files.length === 0 ? 'saidNoFiles' : null;
  }

  /** Says what is lacking, if anything is: a key is pressed though nothing offers it. */
  #isRefused(command: Command): boolean {
    const lack = this.lackFor(command);
    if (lack !== null) this.say(this.words(lack));
    return lack !== null;
  }

  /** Looks for what spoke for the row, by the alignment that the review began with. */
  async explain(): Promise<void> {
    const { row } = this;
    const { document } = this.state;
    if (!row || !document) return;
    const show = (found: Why['found']): void => {
      // She may have gone on meanwhile.
      if (found === 'asking' || this.state.why?.row === row.id) {
        this.set({ why: { row: row.id, found, pointed: null } });
      }
    };
    if (this.#isRefused('why')) return;
    show('asking');
    const pair = pairNumberOf(row, document);
    if (pair === null) {
      show('by-hand');
      return;
    }
    try {
      const { id, files, choices } = document;
      show(await this.#aligner.ask('explain', { document: { id, files, choices }, pair }));
    } catch (error) {
      show({ failed: refusalOf(error) });
    }
  }

  point(pointed: Why['pointed']): void {
    const { why } = this.state;
    if (why) this.set({ why: { ...why, pointed } });
  }

  /** Cuts the row and its neighbours in another way. */
  takeWay({ beads }: Alternative): void {
    const { review } = this;
    if (!review) return;
    try {
      this.act(recut(review, beads), 'actRecut');
      this.set({ why: null });
    } catch (error) {
      this.say(this.words('saidCannot', { why: this.#refused(error) }));
    }
  }

  /** Aligns anew what a person has not confirmed, worded or put in. */
  async realign(): Promise<void> {
    const { document } = this.state;
    if (!document) return;
    if (this.#isRefused('realign')) return;
    const { title, history, choices, packed } = document;
    const phase = 'phaseRealigning';
    this.set({ screen: 'working', work: { title, phase, fraction: null, at: 1, of: 1 } });
    try {
      const asked = { packed: await packed, acts: history.acts, choices };
      const act = await this.#aligner.ask('realign', asked, ({ fraction }) =>
        this.#progress({ phase: '', fraction }),
      );
      this.set({ screen: 'review', work: null });
      if (!this.act(act, 'actRealign')) return;
      this.say(this.words('saidRealigned', { n: this.state.glowing.size }));
    } catch (error) {
      this.set({ screen: 'review', work: null, focus: this.state.focus + 1 });
      this.say(error instanceof Cancelled ? this.words('cancelled') : this.#refused(error));
    }
  }

  // Downloads.

  async saveProject(): Promise<void> {
    const { document } = this.state;
    if (!document) return;
    const { title, acts, position, history } = document;
    const page = await pageWith({ title, acts, position, alignment: history.review.alignment });
    const name = `${stem(title)}.review.html`;
    save([{ name, file: page }]);
    this.say(this.words('saidSaved', { name }));
  }

  async download(format: DownloadFormat, options: DownloadOptions): Promise<void> {
    const { document } = this.state;
    if (!document) return;
    const pairs = reviewedPairs(document.history.review);
    const downloads = await downloadsOf(pairs, stem(document.title), format, options);
    save(downloads);
    this.say(this.words('saidSaved', { name: downloads.map(({ name }) => name).join(', ') }));
  }

  /** Terms that the pairs use, for a glossary. */
  async downloadTerms(format: TermFormat): Promise<void> {
    const { document } = this.state;
    if (!document) return;
    this.say(this.words('saidTerms'));
    try {
      const pairs = [...records(reviewedPairs(document.history.review))];
      const chunks = await this.#aligner.ask('terms', { pairs, format });
      if (chunks === null) {
        this.say(this.words('saidNoTerms'));
        return;
      }
      const name = `${stem(document.title)}.terms.${format}`;
      save([{ name, file: new Blob(chunks as BlobPart[]) }]);
      this.say(this.words('saidSaved', { name }));
    } catch (error) {
      if (!(error instanceof Cancelled)) this.say(this.#refused(error));
    }
  }
}

const PHASES: Readonly<Record<string, Word>> = {
  reading: 'phaseReading',
  words: 'phaseWords',
  overview: 'phaseAligning',
  'first-pass': 'phaseAligning',
  'second-pass': 'phaseAligning',
  'last-pass': 'phaseAligning',
  aligning: 'phaseAligning',
  pairs: 'phasePairs',
};

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

/** A history of what was done, and undone, before. */
async function historyOf(
  alignment: Alignment,
  acts: readonly Act[],
  position: number,
): Promise<Pick<OpenDocument, 'history' | 'acts' | 'position'>> {
  const history = await History.open(alignment, acts);
  for (let at = acts.length; at > position; at--) history.undo();
  return { history, acts, position };
}

/** The number of the pair that a row still is as it was found; null where a person has made it. */
function pairNumberOf({ id }: ReviewRow, { history }: OpenDocument): number | null {
  const { review } = history;
  const now = review.stored[review.placeOf(id)];
  const row = review.first.find((each) => each.id === id);
  const isSame = (language: Language): boolean =>
    JSON.stringify(row?.[language].pieces) === JSON.stringify(now?.[language].pieces);
  const [en, zh] = [row?.en.pieces[0]?.[0], row?.zh.pieces[0]?.[0]];
  if (!isSame('en') || !isSame('zh')) return null;
  const { pairs, ladder } = review.alignment;
  const at = pairs.findIndex(({ index }) => ladder[index]!.en.start === en && ladder[index]!.zh.start === zh);
  return at < 0 ? null : at + 1;
}

function titleOf(files: readonly { readonly name: string }[]): string {
  return files.map(({ name }) => name).join(' ↔ ');
}

/** How downloads of a document are named: as its first file is, without its ending and its language. */
function stem(title: string): string {
  const first = title.split(' ↔ ')[0]!.replace(/\.[^.]{1,8}$/, '');
  return (stemOf(first) === '' ? first : first.replace(/[._-](?:en|zh|eng|zho)$/i, '')) || 'duiqi';
}

function remembered(name: string): string | null {
  try {
    return localStorage.getItem(`duiqi-${name}`);
  } catch {
    return null;
  }
}

function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`duiqi-${name}`, value);
  } catch {
    // A browser that keeps nothing forgets it when the page is closed.
  }
}
