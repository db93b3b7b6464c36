import { existsSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { type CommandLine, usage } from '../command-line.js';
import { read } from '../files.js';
import { quoted } from '../words.js';
import type { BatchOutput } from './batch-output.js';
import {
  type DocumentFiles,
  type DocumentList,
  type FilesBelow,
  filesBelow,
  pairedByName,
  pairedInFolder,
} from './document-list.js';
import { type ContentPairs, pairByContent } from './pair-by-content.js';
import { jobsOf, type WorkerSettings } from './settings.js';
import { sentencesOnSkipped } from './without-text.js';

/** What the command line names, before it is known what belongs together. */
export interface BatchInput {
  /** By this a run is known again: the ids of documents, and their files. */
  readonly named: readonly DocumentFiles[];
  /** Whether it takes long to find out what belongs together. */
  readonly isByContent: boolean;
  readonly documents: () => Promise<DocumentList>;
  /** Files in the folders that are no documents, as their names say. */
  readonly skipped: readonly string[];
}

/** The documents that the command line names: by a list, or by one or two folders. */
export async function batchInput(
  line: CommandLine,
  output: BatchOutput,
  settings: WorkerSettings,
): Promise<BatchInput> {
  const list = line.all('list').at(-1);
  const folders = line.folders(list === undefined ? 1 : 0, 2);
  if (list !== undefined) {
    if (folders.length > 0) throw usage('--list names the files itself: give no folders with it.');
    if (line.choice('pair') === 'content')
      throw usage('--list names the pairs itself: give no --pair content with it.');
    return known(await listedDocuments(list));
  }
  const [first, second] = folders;
  // What an earlier run has written there is no document.
  const below = async (folder: string): Promise<FilesBelow> => {
    const all = await filesBelow(folder);
    return { ...all, paths: all.paths.filter((path) => !isOutput(join(folder, path), output)) };
  };
  const [one, other] = [await below(first!), second === undefined ? null : await below(second)];
  const skipped = [...one.skipped, ...(other?.skipped ?? [])];
  if (line.choice('pair') === 'content') {
    if (second === undefined || other === null)
      throw usage('--pair content is for two folders: name one of each language.');
    const jobs = jobsOf(line);
    return {
      named: [...named(first!, one), ...named(second, other)],
      isByContent: true,
      skipped,
      documents: async () =>
        byContent(await pairByContent([first!, second], { en: one, zh: other }, settings, jobs)),
    };
  }
  const found =
    second === undefined || other === null
      ? pairedInFolder(first!, one.paths)
      : pairedByName([first!, second], [one.paths, other.paths]);
  // Of one folder, what has no clear counterpart has a row that says so.
  if (found.documents.length === 0 && (second !== undefined || found.alone.length === 0)) {
    const where = folders.map(quoted).join(' and ');
    const rest = sentencesOnSkipped(skipped).map((sentence) => ` (${sentence})`);
    throw usage(
      second === undefined
        ? `there are no files to be read in ${where}${rest}.`
        : `no file in ${where} has a counterpart of the same name: --list names them in pairs, or --pair content finds them${rest}.`,
    );
  }
  const alone = [...found.alone, ...one.unreadable, ...(other?.unreadable ?? [])];
  return known({ documents: found.documents, alone }, skipped);
}

function known(list: DocumentList, skipped: readonly string[] = []): BatchInput {
  const named = [...list.documents, ...list.alone];
  return { named, isByContent: false, documents: async () => list, skipped };
}

function named(folder: string, { paths, unreadable }: FilesBelow): DocumentFiles[] {
  return [...paths.map((id) => ({ id, files: [join(folder, id)] })), ...unreadable];
}

function byContent({ pairs, alone }: ContentPairs): DocumentList {
  return {
    documents: pairs.map(({ en, zh }) => ({ id: en, files: [en, zh] })),
    // Called as those in pairs are: both folders may have a file of one name.
    alone: alone.map(({ language: _, ...file }) => ({ ...file, id: file.files[0]! })),
  };
}

/** Whether a run has written a file that stands among documents, so that it is none. */
function isOutput(path: string, output: BatchOutput): boolean {
  const place = resolve(path);
  if (output.folder !== null) return place.startsWith(resolve(output.folder) + sep);
  if (!output.files.some((own) => resolve(own) === place)) return false;
  if (existsSync(output.done) || existsSync(output.state)) return true;
  throw usage(`the output ${quoted(path)} is an input; name another file.`);
}

/** A list as people and `duiqi pair` write it: an English and a Chinese file with a tab between them, or one bilingual file. */
async function listedDocuments(path: string): Promise<DocumentList> {
  const rows: ListRow[] = [];
  for (const [index, text] of textOf(await read(path), path)
    .split(/\r?\n/)
    .entries()) {
    if (text.trim() === '' || (index === 0 && /^en\tzh(?:\t|$)/.test(text))) continue;
    const [en = '', zh] = text.split('\t').map((cell) => cell.trim());
    const files = [en, ...(zh === undefined ? [] : [zh])].filter((file) => file !== '');
    rows.push({ line: index + 1, files, isAlone: zh !== undefined && files.length === 1 });
  }
  if (!rows.some(({ files }) => files.length > 0)) throw usage(`the list ${quoted(path)} names no files.`);
  const times = new Map<string, number>();
  for (const { files } of rows) times.set(files[0] ?? '', (times.get(files[0] ?? '') ?? 0) + 1);
  const documents: DocumentFiles[] = [];
  const alone: DocumentFiles[] = [];
  const lines = new Map<string, number>();
  for (const { line, files, isAlone } of rows) {
    const [first = path] = files;
    // An English text may have several translations, each of which is a document.
    const name = times.get(first) === 1 ? first : files.join(' + ');
    const before = lines.get(name);
    if (files.length === 0)
      alone.push(refused(`${path}:${line}`, `line ${line} of ${quoted(path)} names no file.`));
    else if (before !== undefined) {
      const message = `line ${line} of ${quoted(path)} names what line ${before} names.`;
      alone.push({ ...refused(`${name}:${line}`, message), files });
    } else {
      lines.set(name, line);
      (isAlone ? alone : documents).push({ id: name, files });
    }
  }
  return { documents, alone };
}

interface ListRow {
  readonly line: number;
  readonly files: readonly string[];
  /** With an empty cell it stands there as one that has no counterpart. */
  readonly isAlone: boolean;
}

function refused(id: string, message: string): DocumentFiles {
  return { id, files: [], refusal: { status: 'error', code: 'bad-line', message } };
}

/** Excel writes such lists in UTF-16. Names in another encoding would be those of other files. */
function textOf(bytes: Uint8Array, path: string): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // As below.
  }
  throw usage(`the list ${quoted(path)} is no text in UTF-8 or UTF-16: save it as UTF-8.`);
}
