import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { PairRecord } from 'duiqi/pairs';
import { usage } from '../command-line.js';
import type { Chunks } from '../files.js';
import { removeTemporary } from '../temporary.js';
import { quoted } from '../words.js';
import { type Output, writeFiles } from '../write-files.js';
import { fileLines } from './file-lines.js';
import type { FixedRecord } from './fixed-record.js';
import type { DocumentStatus } from './outcome.js';
import { jsonObject, pairLines } from './rows.js';
import { SeenPairs } from './seen-pairs.js';

/** What the manifest says of a document. */
export interface ManifestRow {
  readonly id: string;
  readonly files: readonly string[];
  readonly status: DocumentStatus;
  readonly code: string;
  readonly message: string;
  readonly quality: number;
  readonly signature: string;
  /** Those that are written. */
  readonly pairs: number;
  /** Those that an earlier document of the run, or an earlier place of this one, has too. */
  readonly duplicates: number;
}

/** A document as the journal holds it: in this form it is on the disk as soon as its turn has come. */
interface Entry {
  readonly row: ManifestRow;
  readonly pairs: readonly FixedRecord[];
}

/**
 * How far a run is, in a folder of its own, from which it goes on wherever it was ended. The documents of the shard that is being
 * made stand in a journal, in their order. When the shard is full, it is written from the journal and noted as done, and only
 * then the journal is removed. So whatever ends the process, each document is in a shard that is done, in the journal, or not
 * begun.
 */
export class RunState {
  readonly #folder: string;
  /** In the names of files that are being written, so that what is left of them when the process is killed is known again. */
  readonly #mark: string;
  readonly seen = new SeenPairs();
  /** Shards that are done. */
  #shards = 0;
  /** Documents that are done, those of the journal included. */
  #documents = 0;
  /** What is written, by its paths from the folder that this one stands in. */
  readonly #files: string[] = [];
  /** Of the journal. */
  #pairs = 0;
  #journal: number | null = null;

  /**
   * Begins a run, or goes on with one.
   *
   * @param folder is there; in the folder that it stands in, or below, all is written
   * @param settings what must not change on the way; in lines
   */
  static open(folder: string, settings: string): RunState {
    const place = join(folder, 'run.json');
    const known = existsSync(place) ? readFileSync(place, 'utf8') : null;
    if (known !== null && known !== settings) {
      throw usage(
        `the run in ${quoted(folder)} was begun with other documents or options: give it the same ones to go on, or remove that folder to begin anew.`,
      );
    }
    const state = new RunState(folder, settings);
    if (known === null) {
      state.#keep('run.json', settings);
    } else state.#restore();
    return state;
  }

  private constructor(folder: string, settings: string) {
    this.#folder = folder;
    this.#mark = `${createHash('sha256').update(basename(folder)).update(settings).digest('hex').slice(0, 16)}-`;
  }

  get shards(): number {
    return this.#shards;
  }

  get documents(): number {
    return this.#documents;
  }

  /** Whether documents stand in the journal. */
  get isBegun(): boolean {
    return existsSync(this.#place('journal', this.#shards));
  }

  /** Of the shard that is being made. */
  get pairs(): number {
    return this.#pairs;
  }

  /** The files of all shards that are done, by their paths from the folder that this one stands in. */
  get files(): readonly string[] {
    return this.#files;
  }

  /** What takes long to find out, and is found out once in a run, however often that is ended. */
  async once<Value>(name: string, find: () => Promise<Value>): Promise<Value> {
    const place = join(this.#folder, name);
    if (existsSync(place)) return JSON.parse(readFileSync(place, 'utf8'));
    const value = await find();
    this.#keep(name, JSON.stringify(value));
    return value;
  }

  /** Notes the next document. */
  add({ row, pairs }: Entry): void {
    this.#journal ??= openSync(this.#place('journal', this.#shards), 'a');
    const line = Buffer.from(`{"row":${jsonObject(row)},"pairs":[${[...pairLines(pairs)].join(',')}]}\n`);
    for (let at = 0; at < line.length; ) at += writeSync(this.#journal, line, at);
    this.#documents++;
    if (row.status === 'ok') this.#pairs += pairs.length;
  }

  /** The documents of the shard that is being made, as often as they are gone through. */
  *entries(): Iterable<Entry> {
    const path = this.#place('journal', this.#shards);
    if (existsSync(path)) for (const { line } of fileLines(path)) yield JSON.parse(line);
  }

  /** The pairs of documents of one kind in the shard that is being made. */
  pairsOf(status: DocumentStatus): Iterable<PairRecord> {
    const entries = (): Iterable<Entry> => this.entries();
    return {
      *[Symbol.iterator]() {
        for (const { row, pairs } of entries()) if (row.status === status) yield* pairs;
      },
    };
  }

  /** Writes the shard, with what has to be known of it later on, and begins the next one. */
  async finishShard(outputs: readonly Output[]): Promise<void> {
    if (this.#journal !== null) closeSync(this.#journal);
    this.#journal = null;
    const shard = this.#shards;
    const own = (kind: string, chunks: Chunks): Output => ({ path: this.#place(kind, shard), chunks });
    const written = await this.write([
      ...outputs,
      own('manifest', this.#manifestLines()),
      own('apart', this.#apartLines()),
      own('seen', [this.seen.takeFresh()]),
    ]);
    const isWritten = ({ path }: Output): boolean => written.includes(path);
    const files = outputs.filter(isWritten).map(({ path }) => relative(dirname(this.#folder), path));
    await this.write([own('done', [JSON.stringify({ documents: this.#documents, files })])]);
    this.#files.push(...files);
    rmSync(this.#place('journal', shard), { force: true });
    this.#shards++;
    this.#pairs = 0;
  }

  /** Writes files of the run, in its own folder or in the one that it stands in, and gives the paths of those that are written. */
  async write(outputs: readonly Output[]): Promise<readonly string[]> {
    return writeFiles(outputs, this.#mark);
  }

  /** The rows of all shards that are done, as lines. */
  *manifest(): Iterable<string> {
    yield* this.#allLines('manifest');
  }

  /** The pairs of documents that are no translations, of all shards that are done. */
  apart(): Iterable<PairRecord> {
    const lines = (): Iterable<string> => this.#allLines('apart');
    return {
      *[Symbol.iterator]() {
        for (const line of lines()) yield JSON.parse(line);
      },
    };
  }

  /** Removes what only a run that goes on wants; first its name, so that it is there as a whole or not. */
  remove(): void {
    RunState.removeRest(this.#folder);
    renameSync(this.#folder, restOf(this.#folder));
    RunState.removeRest(this.#folder);
  }

  /** Removes what is left of a run that was killed when it was done. */
  static removeRest(folder: string): void {
    rmSync(restOf(folder), { recursive: true, force: true });
  }

  *#manifestLines(): Iterable<string> {
    for (const { row } of this.entries()) yield `${jsonObject(row)}\n`;
  }

  *#apartLines(): Iterable<string> {
    for (const { row, pairs } of this.entries()) {
      if (row.status !== 'ok') for (const line of pairLines(pairs)) yield `${line}\n`;
    }
  }

  *#allLines(kind: string): Iterable<string> {
    for (let shard = 0; shard < this.#shards; shard++) {
      for (const { line } of fileLines(this.#place(kind, shard))) yield `${line}\n`;
    }
  }

  #restore(): void {
    for (const folder of [this.#folder, dirname(this.#folder)]) removeTemporary(folder, this.#mark);
    while (existsSync(this.#place('done', this.#shards))) {
      this.seen.load(readFileSync(this.#place('seen', this.#shards)));
      const done = JSON.parse(readFileSync(this.#place('done', this.#shards), 'utf8'));
      this.#documents = done.documents;
      this.#files.push(...done.files);
      // It may have been left when the process was ended just before.
      rmSync(this.#place('journal', this.#shards), { force: true });
      this.#shards++;
    }
    const path = this.#place('journal', this.#shards);
    if (!existsSync(path)) return;
    let whole = 0;
    for (const { line, end } of fileLines(path)) {
      const { row, pairs }: Entry = JSON.parse(line);
      if (row.status === 'ok') {
        for (const { en, zh } of pairs) if (en !== '' && zh !== '') this.seen.add(en, zh);
        this.#pairs += pairs.length;
      }
      this.#documents++;
      whole = end;
    }
    const file = openSync(path, 'r+');
    ftruncateSync(file, whole);
    closeSync(file);
  }

  /** Writes a file of this folder: never half of it, whatever happens. */
  #keep(name: string, text: string): void {
    const place = join(this.#folder, name);
    const file = openSync(`${place}.new`, 'w');
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    closeSync(file);
    renameSync(`${place}.new`, place);
  }

  #place(kind: string, shard: number): string {
    return join(this.#folder, `${kind}-${String(shard).padStart(5, '0')}`);
  }
}

function restOf(folder: string): string {
  return `${folder}-done`;
}
