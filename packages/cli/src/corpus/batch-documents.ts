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

/** The documents that the command line names: by a list, or by one or two folders. */
export async function batchDocuments(
  line: CommandLine,
  output: BatchOutput,
  settings: WorkerSettings,
): Promise<DocumentList> {
  const list = line.all('list').at(-1);
  const folders = line.files(list === undefined ? 1 : 0, 2);
  if (list !== undefined) {
    if (folders.length > 0) throw usage('--list names the files itself: give no folders with it.');
    if (line.choice('pair') === 'content')
      throw usage('--list names the pairs itself: give no --pair content with it.');
    return listedDocuments(list);
  }
  const [first, second] = folders;
  if (line.choice('pair') === 'content') {
    if (second === undefined) throw usage('--pair content is for two folders: name one of each language.');
    return byContent(await pairByContent([first!, second], settings, jobsOf(line)));
  }
  // What an earlier run has written there is no document.
  const below = async (folder: string): Promise<FilesBelow> => {
    const { paths, unreadable } = await filesBelow(folder);
    return { paths: paths.filter((path) => !isOutput(join(folder, path), output)), unreadable };
  };
  const [one, other] = [await below(first!), second === undefined ? null : await below(second)];
  const found =
    second === undefined || other === null
      ? pairedInFolder(first!, one.paths)
      : pairedByName([first!, second], [one.paths, other.paths]);
  if (found.documents.length === 0) {
    const where = folders.map(quoted).join(' and ');
    throw usage(
      second === undefined
        ? `there are no files to be read in ${where}.`
        : `no file in ${where} has a counterpart of the same name: --list names them in pairs, or --pair content finds them.`,
    );
  }
  return {
    documents: found.documents,
    alone: [...found.alone, ...one.unreadable, ...(other?.unreadable ?? [])],
  };
}

function byContent({ pairs, alone }: ContentPairs): DocumentList {
  return { documents: pairs.map(({ en, zh }) => ({ id: en, files: [en, zh] })), alone };
}

function isOutput(path: string, { shard, manifest, apart, doubts, folder }: BatchOutput): boolean {
  const place = resolve(path);
  if (folder !== null) return place.startsWith(resolve(folder) + sep);
  return [shard(0), manifest, apart, ...(doubts === null ? [] : [doubts])].some(
    (own) => resolve(own) === place,
  );
}

/** A list as people and `duiqi pair` write it: an English and a Chinese file with a tab between them, or one bilingual file. */
async function listedDocuments(path: string): Promise<DocumentList> {
  const lines = textOf(await read(path), path).split(/\r?\n/);
  const documents: DocumentFiles[] = [];
  const alone: DocumentFiles[] = [];
  const used = new Set<string>();
  for (const [index, text] of lines.entries()) {
    if (text.trim() === '' || (index === 0 && /^en\tzh(?:\t|$)/.test(text))) continue;
    const [en = '', zh] = text.split('\t').map((cell) => cell.trim());
    const files = [en, ...(zh === undefined ? [] : [zh])].filter((file) => file !== '');
    if (files.length === 0) throw usage(`line ${index + 1} of ${quoted(path)} names no file.`);
    const id = files[0]!;
    if (used.has(id)) throw usage(`line ${index + 1} of ${quoted(path)} names ${quoted(id)} once more.`);
    used.add(id);
    // With an empty cell it stands there as one that has no counterpart.
    (zh !== undefined && files.length === 1 ? alone : documents).push({ id, files });
  }
  if (used.size === 0) throw usage(`the list ${quoted(path)} names no files.`);
  return { documents, alone };
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
