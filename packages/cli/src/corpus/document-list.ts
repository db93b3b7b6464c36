import { existsSync } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Language } from 'duiqi';
import { usage } from '../command-line.js';
import { systemCode } from '../failure.js';
import { cannotRead } from '../files.js';
import { quoted } from '../words.js';
import { GZIP } from './load-files.js';
import { type Refusal, refusalOf } from './outcome.js';
import { writtenByRuns } from './run-files.js';
import { isWithoutText } from './without-text.js';

/** The one or two files of a document, English first where that is known. */
export interface DocumentFiles {
  /** What it is called in the results: the same wherever its folder lies. */
  readonly id: string;
  readonly files: readonly string[];
  /** Why nothing is to be aligned of it, where that is known already. */
  readonly refusal?: Refusal;
  /** Of a file without a counterpart: a file in the other language that might be it, were it not for others of that name. */
  readonly namesake?: string;
}

/** Documents in their order, and files for which no counterpart was found. */
export interface DocumentList {
  readonly documents: readonly DocumentFiles[];
  readonly alone: readonly DocumentFiles[];
}

/** What a folder holds, by paths from there, in an order that is the same everywhere. */
export interface FilesBelow {
  readonly paths: readonly string[];
  /** What cannot be read: folders without permission, links that lead nowhere or in a circle, what is no file. */
  readonly unreadable: readonly DocumentFiles[];
  /** What holds no text by its name, such as pictures, by its paths as well. */
  readonly skipped: readonly string[];
}

/** All files below a folder; what batches have written there, hidden ones, and the locks that Word puts beside what is open in it (`~$x.docx`), are no documents. */
export async function filesBelow(folder: string): Promise<FilesBelow> {
  const paths: string[] = [];
  const skipped: string[] = [];
  const unreadable: DocumentFiles[] = [];
  async function look(path: string): Promise<void> {
    const entries = await readdir(join(folder, path), { withFileTypes: true });
    const isWritten = writtenByRuns(entries.map(({ name }) => name));
    for (const entry of entries) {
      if (/^(?:\.|~\$)/.test(entry.name) || isWritten(entry.name)) continue;
      const below = path === '' ? entry.name : `${path}/${entry.name}`;
      const place = join(folder, below);
      try {
        // A link is what it leads to.
        const kind = entry.isSymbolicLink() ? await stat(place) : entry;
        if (kind.isFile()) (isWithoutText(below) ? skipped : paths).push(below);
        else if (!kind.isDirectory()) refuse(below, 'it is no regular file');
        else if (entry.isSymbolicLink() && (await holds(place, join(folder, path))))
          refuse(below, 'its links lead in a circle');
        else await look(below);
      } catch (error) {
        unreadable.push({ id: below, files: [place], refusal: refusalOf(cannotRead(place, error)) });
      }
    }
  }
  function refuse(below: string, why: string): void {
    const place = join(folder, below);
    const message = `cannot read ${quoted(place)}: ${why}.`;
    unreadable.push({ id: below, files: [place], refusal: { status: 'error', code: 'bad-input', message } });
  }
  try {
    await look('');
  } catch (error) {
    if (systemCode(error) === 'ENOTDIR' && existsSync(folder)) {
      throw usage(
        `${quoted(folder)} is a file, and a folder is wanted: duiqi align takes one or two files, duiqi batch --list the names of many.`,
      );
    }
    throw cannotRead(folder, error);
  }
  return {
    paths: paths.sort(),
    unreadable: unreadable.sort((a, b) => compared(a.id, b.id)),
    skipped: skipped.sort(),
  };
}

/** Whether a folder is the other one, or one on the way to it. */
async function holds(folder: string, other: string): Promise<boolean> {
  const [outer, inner] = [await realpath(folder), await realpath(other)];
  return inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : outer + sep);
}

/** A file, what its name says of it, and what is left of the name without that. */
interface Named {
  readonly path: string;
  readonly language: Language | null;
  /** Which kind of the language, as `tw` of `zh-TW`; `''` where the name does not say it. */
  readonly kind: string;
  /** The name without its ending and the mark, below folders that are no marks; `''` for `en.json`. */
  readonly bare: string;
  /** From the most to the least that two files can have in common. */
  readonly keys: readonly string[];
}

/**
 * The files of two folders, paired by their names: the same path, else the same but for the ending, else but for a mark of the
 * language, else but for small and capital letters. Names that several files share are left alone.
 */
export function pairedByName(
  [english, chinese]: readonly [string, string],
  [en, zh]: readonly [readonly string[], readonly string[]],
): DocumentList {
  const { pairs, rest } = matched(
    en.map((path) => ({ ...named(path), language: 'en' as const })),
    zh.map((path) => ({ ...named(path), language: 'zh' as const })),
  );
  const documents = inOrder(
    pairs.map(({ key, one, other }) => ({
      key,
      files: [join(english, one.path), join(chinese, other.path)],
    })),
  );
  const used = new Set(documents.map(({ id }) => id));
  const namesakeOf = namesakesAmong(rest);
  const alone = rest.map((named) => {
    const { path, language } = named;
    const file = join(language === 'en' ? english : chinese, path);
    const id = used.has(path) ? file : path;
    used.add(id);
    const namesake = namesakeOf(named);
    if (namesake === undefined) return { id, files: [file] };
    return { id, files: [file], namesake: join(language === 'en' ? chinese : english, namesake.path) };
  });
  return { documents, alone };
}

/**
 * The files of one folder: those that a mark of the language tells apart, such as `report.en.docx` and `report.zh.docx`,
 * `en/report.docx` and `zh/report.docx`, `report.docx` and `report_ZH.docx`, or `en.json` and `zh-CN.json`; and each of the others by itself, as a
 * bilingual one.
 */
export function pairedInFolder(folder: string, paths: readonly string[]): DocumentList {
  const files = paths.map(named);
  const marked = matched(
    files.filter(({ language }) => language === 'en'),
    files.filter(({ language }) => language === 'zh'),
  );
  // What bears no mark may be the counterpart of what bears one.
  const half = matched(
    marked.rest,
    files.filter(({ language }) => language === null),
  );
  const pairs = [
    ...marked.pairs,
    ...half.pairs.map(({ key, one, other }) =>
      one.language === 'en' ? { key, one, other } : { key, one: other, other: one },
    ),
  ];
  const namesakeOf = namesakesAmong(half.rest);
  const documents = inOrder([
    ...pairs.map(({ key, one, other }) => ({
      key,
      files: [join(folder, one.path), join(folder, other.path)],
    })),
    ...half.rest
      .filter((file) => namesakeOf(file) === undefined)
      .map(({ path }) => ({ key: path, files: [join(folder, path)] })),
  ]);
  const alone = half.rest.flatMap((file) => {
    const namesake = namesakeOf(file);
    if (namesake === undefined) return [];
    const files = [join(folder, file.path)];
    return [{ id: file.path, files, namesake: join(folder, namesake.path) }];
  });
  return { documents, alone };
}

/** For a file of one language one of the other that would be its counterpart, had no third one its name. */
function namesakesAmong(files: readonly Named[]): (file: Named) => Named | undefined {
  const of = (wanted: Language) =>
    byKey(
      files.filter(({ language }) => language === wanted),
      ROUNDS - 1,
    );
  const left = { en: of('en'), zh: of('zh') };
  return ({ language, keys }) =>
    language === null ? undefined : left[language === 'en' ? 'zh' : 'en'].get(keys.at(-1)!)?.[0];
}

/** Documents in the order of their ids; of two with one key, the later one is called by its first file. */
function inOrder(
  found: readonly { readonly key: string; readonly files: readonly string[] }[],
): DocumentFiles[] {
  const used = new Set<string>();
  const sorted = [...found].sort((a, b) => compared(a.key, b.key) || compared(a.files[0]!, b.files[0]!));
  return sorted.map(({ key, files }) => {
    const id = used.has(key) ? files[0]! : key;
    used.add(id);
    return { id, files };
  });
}

/** By code units: the same everywhere. */
function compared(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

interface Matched {
  readonly pairs: readonly { readonly key: string; readonly one: Named; readonly other: Named }[];
  readonly rest: readonly Named[];
}

/** Pairs those that alone have a key on each side, by the most telling key first. */
function matched(ones: readonly Named[], others: readonly Named[]): Matched {
  const pairs: Matched['pairs'][number][] = [];
  const taken = new Set<Named>();
  for (let round = 0; round < ROUNDS; round++) {
    const left = (files: readonly Named[]) =>
      byKey(
        files.filter((file) => !taken.has(file)),
        round,
      );
    const counterparts = left(others);
    for (const [key, own] of left(ones)) {
      const opposite = counterparts.get(key) ?? [];
      if (opposite.length === 0 || Math.min(own.length, opposite.length) > 1) continue;
      const isOne = own.length === 1 && opposite.length === 1;
      // Of files that are called by nothing but their languages there is no name that both have.
      const isCalled = own[0]!.bare !== '';
      // An original may have a translation into each kind of a language.
      if (!isOne && !areKinds(own.length > 1 ? own : opposite)) continue;
      for (const one of own) {
        for (const other of opposite) {
          pairs.push({ key: isOne && isCalled ? key : `${one.path} + ${other.path}`, one, other });
          taken.add(one).add(other);
        }
      }
    }
  }
  return { pairs, rest: [...ones, ...others].filter((file) => !taken.has(file)) };
}

/** Whether the marks of the language tell all of them apart. */
function areKinds(files: readonly Named[]): boolean {
  return new Set(files.map(({ kind }) => kind)).size === files.length;
}

function byKey(files: readonly Named[], round: number): ReadonlyMap<string, readonly Named[]> {
  const found = new Map<string, Named[]>();
  for (const file of files) {
    const key = file.keys[round]!;
    const known = found.get(key);
    if (known) known.push(file);
    else found.set(key, [file]);
  }
  return found;
}

const ROUNDS = 4;
const ENDING = /\.[A-Za-z0-9]{1,9}$/;
const TAG =
  '(?:(?<en>en|eng|english|英|英文|英语|英文版)(?:[-_](?<enKind>us|gb|uk))?|(?:zh|zho|chi|(?<written>chs|cht)|chinese|cn|中|中文|汉语|中文版)(?:[-_](?<zhKind>cn|tw|hk|hans|hant))?)';
const BETWEEN = '[-._ ()（）\\[\\]]';
/** `x.en`, `x_ZH-CN`, `x (zh)`. */
const AT_END = new RegExp(`^(?<bare>.+?)${BETWEEN}+${TAG}${BETWEEN}*$`, 'i');
/** `en_x`; not `en route`, for which a space would do. */
const AT_START = new RegExp(`^${TAG}[-._]{1,4}(?<bare>.+)$`, 'i');
const WHOLE = new RegExp(`^${TAG}$`, 'i');

function named(path: string): Named {
  // A Mac writes é as two characters, other systems as one.
  const plain = path.replace(GZIP, '').normalize('NFC');
  const folders = plain.split('/');
  const name = folders.pop()!;
  const ending = ENDING.exec(name)?.[0] ?? '';
  const stem = name.slice(0, name.length - ending.length);
  let language: Language | null = null;
  let kind = '';
  const note = ({ en, enKind, zhKind, written }: Readonly<Record<string, string | undefined>>): void => {
    language = en === undefined ? 'zh' : 'en';
    kind = (enKind ?? zhKind ?? written ?? '').toLowerCase();
  };
  const kept = folders.filter((folder) => {
    const found = WHOLE.exec(folder)?.groups;
    if (found) note(found);
    return found === undefined;
  });
  let own = stem;
  const marked = (WHOLE.exec(stem) ?? AT_END.exec(stem) ?? AT_START.exec(stem))?.groups;
  if (marked) {
    note(marked);
    own = marked['bare'] ?? '';
  }
  const bare = [...kept, own].filter((part) => part !== '').join('/');
  const keys = [`${bare}${ending.toLowerCase()}`, [...folders, stem].join('/'), bare, bare.toLowerCase()];
  return { path, language, kind, bare, keys };
}
