import { EXAMPLE } from '../example.js';
import { type Packed, projectIn, projectInside, unpacked } from '../project.js';
import { diagnosticIn, refusalOf } from '../remarks.js';
import type { Failure } from '../state.js';
import { glossaryText } from '../view/glossary.js';
import { type Guess, pairNames } from '../view/pair-names.js';
import { pathsOf } from '../view/paths.js';
import type { DocumentFile } from '../worker/protocol.js';
import type { Aligning } from './aligning.js';
import type { Desk } from './desk.js';
import { historyOf } from './history-of.js';
import type { Keeping } from './keeping.js';
import type { Showing } from './showing.js';

/** What a person gives: files, pasted text, the example, a project, or a document that the browser keeps. */
export class Opening {
  readonly #desk: Desk;
  readonly #keeping: Keeping;
  readonly #showing: Showing;
  readonly #aligning: Aligning;

  constructor(desk: Desk, keeping: Keeping, showing: Showing, aligning: Aligning) {
    this.#desk = desk;
    this.#keeping = keeping;
    this.#showing = showing;
    this.#aligning = aligning;
  }

  /** Opens the project that the page has inside, if it has one. */
  async openInside(): Promise<void> {
    try {
      const inside = await projectInside();
      if (inside) await this.#openProject(inside);
    } catch (error) {
      this.#desk.set({ screen: 'failed', failure: [refusalOf(error)] });
    }
  }

  /** @param folders of files that came in one, its path */
  async openFiles(dropped: readonly File[], folders: ReadonlyMap<File, string> = new Map()): Promise<void> {
    // A termbase is no document.
    const termbases = dropped.filter(({ name }) => /\.tbx$/i.test(name));
    const wanted = dropped.filter((file) => !termbases.includes(file));
    if (termbases.length > 0) {
      const glossary = await this.glossaryWith(this.#desk.state.glossary, termbases);
      if (glossary !== null) this.#desk.set({ glossary });
    }
    if (wanted.length === 0) return;
    // More files belong to those that wait to be paired.
    const read = [...((this.#desk.state.screen === 'pairing' && this.#desk.state.pairing?.files) || [])];
    const unopened: Failure[] = [];
    for (const file of wanted) {
      try {
        const bytes = new Uint8Array(await file.arrayBuffer());
        const folder = folders.get(file);
        read.push({ name: file.name, bytes, ...(folder !== undefined && { folder }) });
      } catch {
        unopened.push({ unopened: file.name });
      }
    }
    // One of two files is not what she wants; of many, the others are.
    if (unopened.length > 0 && read.length < 2) {
      this.#desk.set({ screen: 'failed', failure: unopened });
      return;
    }
    try {
      for (const { name, bytes } of read) {
        const project = /\.html?$/i.test(name) ? await projectIn(bytes) : null;
        if (!project) continue;
        await this.#openProject(project);
        if (read.length > 1) this.#desk.say(this.#desk.words('saidOnlyProject', { name }));
        return;
      }
    } catch (error) {
      this.#desk.set({ screen: 'failed', failure: [refusalOf(error)] });
      return;
    }
    // Pairs that were found before are a document of their own.
    const memories = read.filter(({ name }) => MEMORY.test(name));
    const documents = read.filter(({ name }) => !MEMORY.test(name));
    const files = [...documents, ...memories];
    const guesses: readonly Guess[] = [
      ...pairNames(pathsOf(documents)),
      ...memories.map((_, at): Guess => [documents.length + at, null]),
    ];
    // Of one document, or of memories alone, there is nothing to ask; nor of two documents that belong together.
    const isClear =
      unopened.length === 0 && (documents.length < 2 || (files.length === 2 && guesses.length === 1));
    this.#desk.set({ pairing: isClear ? null : { files, guesses } });
    if (isClear) return this.#aligning.alignAll(paired(files, guesses));
    this.#desk.set({ screen: 'pairing' });
    if (unopened.length > 0)
      this.#desk.say(unopened.map((failure) => this.#desk.sentenceOf(failure).text).join(' '));
  }

  /** Files that are dropped anywhere. While something is worked on they would end it unasked. */
  drop(files: readonly File[], folders: ReadonlyMap<File, string>): void {
    if (this.#desk.state.screen === 'working') this.#desk.say(this.#desk.words('saidBusy'));
    else void this.openFiles(files, folders);
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
        const { terms, remarks } = await this.#desk.aligner.ask('glossary', { name: file.name, bytes });
        glossary = glossaryText(terms, glossary ?? before);
        said.push(
          this.#desk.words('saidGlossary', { name: file.name, n: terms.length }),
          ...remarks.map((remark) => diagnosticIn(this.#desk.state.language, remark).text),
        );
      } catch (error) {
        said.push(this.#desk.refused(error));
      }
    }
    if (said.length > 0) this.#desk.say(said.join(' '));
    return glossary;
  }

  setGuesses(guesses: readonly Guess[]): void {
    const { pairing } = this.#desk.state;
    if (pairing) this.#desk.set({ pairing: { ...pairing, guesses } });
  }

  alignPaired(): Promise<void> {
    const { files, guesses } = this.#desk.state.pairing!;
    return this.#aligning.alignAll(paired(files, guesses));
  }

  openPasted(pasted: readonly { readonly text: string; readonly html: string | null }[]): Promise<void> {
    const stem = this.#desk.words('pastedName');
    return this.#aligning.alignAll([
      pasted.map(({ text, html }, at) => ({
        name: `${stem}${pasted.length > 1 ? ` ${at + 1}` : ''}.${html === null ? 'txt' : 'html'}`,
        bytes: new TextEncoder().encode(html ?? text),
      })),
    ]);
  }

  openExample(): Promise<void> {
    return this.#aligning.alignAll([
      (['en', 'zh'] as const).map((language) => ({
        name: `bicycles.${language}.txt`,
        bytes: new TextEncoder().encode(EXAMPLE[language]),
      })),
    ]);
  }

  /** Opens a project; what was done to it in this browser before is still there. */
  async #openProject({ id, bytes }: Packed): Promise<void> {
    if (await this.openStored(id)) return;
    const isWanted = this.#showing.begin(null);
    const { title, alignment, acts, position } = await unpacked(bytes);
    const reviewed = await historyOf(alignment, acts, position);
    if (!isWanted()) return;
    const packed = Promise.resolve(bytes);
    const document = { id, title, files: [], choices: {}, packed, ...reviewed };
    this.#showing.show(document);
    await this.#keeping.keep(document, true);
  }

  /** Aligns documents that were waiting for it when the page was closed. */
  async openWaiting(ids: readonly string[]): Promise<void> {
    const isWanted = this.#showing.begin(null);
    const found = [];
    for (const id of ids) {
      const kept = await this.#keeping.load(id);
      // Another page may have aligned it meanwhile.
      if (kept?.content.packed === null) found.push({ ...kept.content, id, title: kept.summary.title });
    }
    if (!isWanted()) return;
    if (found.length > 0) await this.#aligning.goOn(found);
    else await this.#showing.goHome();
  }

  /** Opens a document that the browser keeps; false where it keeps none of that id. */
  async openStored(id: string): Promise<boolean> {
    const kept = await this.#keeping.summaryOf(id);
    if (!kept) return false;
    const isWanted = this.#showing.begin(kept.title);
    const found = await this.#keeping.load(id);
    if (!found || !isWanted()) return found !== null;
    const { summary, content, acts } = found;
    try {
      const { title, position, row, changed, isHeld } = summary;
      const { files, choices, packed } = content;
      if (packed === null) {
        await this.#aligning.goOn([{ id, title, files, choices }]);
        return true;
      }
      const { alignment } = await unpacked(packed);
      const history = await historyOf(alignment, acts, position);
      if (!isWanted()) return true;
      this.#showing.show({ files, choices, packed: Promise.resolve(packed), id, title, ...history }, row);
      this.#desk.set({ saved: isHeld ? 'unsaved' : changed });
    } catch (error) {
      this.#desk.set({ screen: 'failed', failure: [refusalOf(error)] });
    }
    return true;
  }
}

/** Files that hold pairs and nothing else. */
const MEMORY = /\.(?:tmx|xlf|xliff|jsonl)$/i;

function paired(
  files: readonly DocumentFile[],
  guesses: readonly Guess[],
): readonly (readonly DocumentFile[])[] {
  return guesses.map(([first, second]) =>
    second === null ? [files[first]!] : [files[first]!, files[second]!],
  );
}
