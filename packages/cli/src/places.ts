import { accessSync, constants, fstatSync, lstatSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, parse, resolve, sep } from 'node:path';
import { usage } from './command-line.js';
import { systemCode } from './failure.js';
import { cannotWrite, LOST, STANDARD_INPUT, writing } from './files.js';
import { temporaryBeside } from './temporary.js';
import { NO_UTF8, quoted } from './words.js';

/** Where an output really goes. */
export type Place =
  /** A file, there or not, behind all links: it is replaced when the new one is whole. */
  | { readonly kind: 'file'; readonly target: string }
  /** A pipe with a name or a device such as `/dev/null`: it is opened and written to. */
  | { readonly kind: 'device'; readonly target: string }
  /** Something that is open already, as `/dev/stdout` is: what follows is added to what it has been given. */
  | { readonly kind: 'descriptor'; readonly descriptor: number };

/**
 * Refuses outputs that cannot be written, or that would destroy an input, each other or something that is no file, before any
 * work is done.
 */
export async function checkOutputs(outputs: readonly string[], inputs: readonly string[]): Promise<void> {
  const sources = new Set(inputs.flatMap(inputIdentities));
  const targets = new Set<string>();
  for (const path of outputs) {
    await writing(quoted(path), () => {
      const place = placeOf(path);
      const own =
        place.kind === 'descriptor'
          ? [identityOfOpen(place.descriptor)]
          : [canonical(place.target), ...identities(place.target)];
      if (own.some((each) => sources.has(each)))
        throw usage(`the output ${quoted(path)} is an input; name another file.`);
      if (own.some((each) => targets.has(each))) throw usage(`the output ${quoted(path)} is named twice.`);
      for (const each of own) targets.add(each);
      if (place.kind === 'file') refuseUnlessPossible(path, place.target);
    });
  }
}

/** Refuses an output that standard output goes to already: what is written to one would be lost in the other. */
export function refuseStandardOutput(path: string): void {
  const open = identityOfOpen(process.stdout.fd);
  if (identities(path).includes(open))
    throw usage(`standard output goes to ${quoted(path)}; name another file.`);
}

/** Whether what is open under two numbers is one file. */
export function isSameFile(one: number, other: number): boolean {
  const [first, second] = [identityOfOpen(one), identityOfOpen(other)];
  return first === second;
}

/** Whether a path can only be that of a folder, whatever there is. */
export function isFolderName(path: string): boolean {
  return path.endsWith('/') || path.endsWith(sep);
}

/** Where an output goes. Throws what the system says, or a failure, where that cannot be found out or is no place for one. */
export function placeOf(path: string): Place {
  const found = followed(path);
  if (typeof found === 'number') {
    if (statusOf(() => fstatSync(found)) === undefined) {
      throw cannotWrite(quoted(path), 'nothing is open under that number');
    }
    return { kind: 'descriptor', descriptor: found };
  }
  if (found.includes(LOST)) throw cannotWrite(quoted(path), `${NO_UTF8}: give it another one`);
  const status = statusOf(() => statSync(found));
  if (status === undefined && isFolderName(path)) {
    throw cannotWrite(quoted(path), 'its name ends as that of a folder; add the name of a file');
  }
  if (status === undefined || status.isFile()) return { kind: 'file', target: found };
  if (status.isFIFO() || status.isCharacterDevice()) return { kind: 'device', target: found };
  throw cannotWrite(quoted(path), status.isDirectory() ? 'it is a directory' : 'it is not a regular file');
}

/** Links that lead to one another; as many as Linux follows. */
const MOST_LINKS = 40;

/**
 * The absolute path behind all links, also those that lead to what is not there yet; the number of a descriptor where it leads to
 * one. A folder is left by `..` where the links have led, as the system has it.
 */
function followed(path: string): string | number {
  const { root } = parse(path);
  let at = resolve(root === '' ? '.' : root);
  const ahead = namesIn(path.slice(root.length));
  let links = 0;
  for (let name = ahead.shift(); name !== undefined; name = ahead.shift()) {
    if (name === '..') {
      at = dirname(at);
      continue;
    }
    if (/^\d+$/.test(name) && holdsDescriptors(at)) return Number(name);
    const next = join(at, name);
    const link = linkAt(next);
    if (link === null) {
      at = next;
      continue;
    }
    if (++links > MOST_LINKS) throw cannotWrite(quoted(path), 'its links lead in a circle');
    const { root: linkRoot } = parse(link);
    if (linkRoot !== '') at = resolve(linkRoot);
    ahead.unshift(...namesIn(link.slice(linkRoot.length)));
  }
  return at;
}

function namesIn(path: string): string[] {
  return path.split(sep === '\\' ? /[\\/]/ : '/').filter((name) => name !== '' && name !== '.');
}

/** Whether the names in a directory are the descriptors of this process; Linux has one of its own for each thread. */
function holdsDescriptors(directory: string): boolean {
  if (directory === '/dev/fd') return true;
  const [, owner] = /^\/proc\/(\d+)(?:\/task\/\d+)?\/fd$/.exec(directory) ?? [];
  return owner === String(process.pid);
}

/** Where a link leads; `null` for what is no link, or not there. */
function linkAt(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch (error) {
    // `UNKNOWN` is what Windows says of what is no link on some of its file systems.
    if (['EINVAL', 'ENOENT', 'UNKNOWN'].includes(systemCode(error) ?? '')) return null;
    throw error;
  }
}

/** Refuses a file for which there is no room for a new one beside it, as far as that can be seen without making one. */
function refuseUnlessPossible(path: string, target: string): void {
  const names = [basename(target)];
  let directory = dirname(target);
  let status = statusOf(() => statSync(directory));
  while (status === undefined) {
    names.push(basename(directory));
    directory = dirname(directory);
    status = statusOf(() => statSync(directory));
  }
  if (!status.isDirectory()) throw cannotWrite(quoted(path), 'a part of its path is not a directory');
  // Names in folders that are not there are looked at in the nearest one that is: the system does not get as far as these.
  for (const name of names) statusOf(() => lstatSync(join(directory, name)));
  // A path may be just short enough for the name of the output.
  statusOf(() => lstatSync(temporaryBeside(target)));
  accessSync(directory, constants.W_OK | constants.X_OK);
}

/** What is found of a file; `undefined` where there is none. Everything else that the system says is thrown. */
function statusOf<Status>(look: () => Status): Status | undefined {
  try {
    return look();
  } catch (error) {
    if (['ENOENT', 'EBADF'].includes(systemCode(error) ?? '')) return undefined;
    throw error;
  }
}

/** Its number; to ask `process.stdin` for it would open a stream. */
const STDIN = 0;

function inputIdentities(path: string): string[] {
  return path === STANDARD_INPUT ? [identityOfOpen(STDIN)] : identities(path);
}

/** What tells a file from others: its path behind links, and what the system calls it. */
function identities(path: string): string[] {
  try {
    const absolute = realpathSync.native(path);
    const { dev, ino } = statSync(absolute, { bigint: true });
    return [absolute, `${dev}:${ino}`];
  } catch {
    return placeOfMissing(path);
  }
}

/** Where an input would be that is not there: that it cannot be read is said where it is read. */
function placeOfMissing(path: string): string[] {
  try {
    const found = followed(path);
    return typeof found === 'string' ? [canonical(found)] : [];
  } catch {
    return [];
  }
}

/** What the system calls a file that is open; the number of the descriptor for what is no file. */
function identityOfOpen(descriptor: number): string {
  const status = statusOf(() => fstatSync(descriptor, { bigint: true }));
  return status?.isFile() ? `${status.dev}:${status.ino}` : `descriptor ${descriptor}`;
}

/** A path without links as the system writes it, equal for equal files, whose letters may be written small or large. */
function canonical(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(canonical(parent), basename(path));
  }
}
