import type { DuiqiError } from '../../../common/errors.js';
import { finish, type Steps } from '../../../common/steps.js';
import { inflateEntry, readDirectory, type ZipEntry } from '../../../common/unzip.js';
import { NO_BYTES, NO_FILES, unreadable } from '../reading.js';

/** One file of an archive, with what messages call it. */
export interface Part {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** The name of the input that the archive is. */
  readonly input: string;
}

/** A ZIP archive, of which only the parts that are asked for are inflated. Paths in it are names and nothing else. */
export interface Archive {
  /** Its parts, with the bytes that each has when it is inflated. */
  readonly paths: ReadonlyMap<string, number>;
  /** Those parts that are asked for by their paths and that the archive holds. */
  parts(asked: readonly string[]): ReadonlyMap<string, Part>;
  /** The same in steps, for those that hold the text of a document. */
  partsInSteps(asked: readonly string[]): Steps<ReadonlyMap<string, Part>>;
  /** A part that the archive holds, piece by piece, however large it is. */
  pieces(path: string): Iterable<Uint8Array>;
}

/** No document has so many files in it; a directory made to keep its reader busy has. */
const MOST_ENTRIES = 20_000;
/** Bytes of one part and of all parts that are read, inflated: texts of thousands of pages are smaller. */
const LARGEST_PART = 64 * 2 ** 20;
const LARGEST_SUM = 200 * 2 ** 20;
/** Bytes that are inflated between two steps. */
const STEP = 2 ** 18;

/**
 * Opens a ZIP archive (APPNOTE 6.3) of any origin. A part is given whole, as its checksum proves, or not at all: a directory that lies
 * about it makes it a damaged one, never a shorter or a larger one.
 *
 * @throws DuiqiError `unreadable` for archives that are damaged, encrypted or too large
 */
export function openArchive(bytes: Uint8Array, input: string): Archive {
  if (bytes.length === 0) throw unreadable(input, NO_BYTES, 'empty-file');
  const directory = whole(input, () => readDirectory(bytes, MOST_ENTRIES));
  if (directory === null) throw tooLarge(input);
  if (directory.length === 0) throw unreadable(input, NO_FILES, 'archive-empty');
  const entries = new Map(directory.map((entry) => [entry.name, entry]));
  if (entries.size < directory.length) throw damaged(input);
  let sum = 0;
  function* partsInSteps(asked: readonly string[]): Steps<ReadonlyMap<string, Part>> {
    const found = [...new Set(asked)].flatMap((path) => entries.get(path) ?? []);
    for (const { originalSize } of found) {
      sum += originalSize;
      if (originalSize > LARGEST_PART || sum > LARGEST_SUM) throw tooLarge(input);
    }
    const inflated = new Map<string, Part>();
    for (const entry of found) {
      yield;
      const part = yield* inflateWhole(entry);
      inflated.set(entry.name, { path: entry.name, bytes: part, input });
    }
    return inflated;
  }
  function* inflateWhole(entry: ZipEntry): Steps<Uint8Array> {
    const part = whole(input, () => new Uint8Array(entry.originalSize));
    let at = 0;
    let left = at;
    for (const piece of piecesOf(entry)) {
      part.set(piece, at);
      at += piece.length;
      if (at - left < STEP) continue;
      left = at;
      yield;
    }
    return part;
  }
  function* piecesOf(entry: ZipEntry): Iterable<Uint8Array> {
    const inflated = inflateEntry(bytes, entry)[Symbol.iterator]();
    for (;;) {
      const piece = whole(input, () => inflated.next());
      if (piece.done) return;
      yield piece.value;
    }
  }
  function* pieces(path: string): Iterable<Uint8Array> {
    const entry = entries.get(path);
    if (entry === undefined) throw damaged(input);
    yield* piecesOf(entry);
  }
  return {
    paths: new Map(directory.map(({ name, originalSize }) => [name, originalSize])),
    parts: (asked) => finish(partsInSteps(asked)),
    partsInSteps,
    pieces,
  };
}

/** What a step of reading gives; where it fails, the archive is damaged. */
function whole<T>(input: string, step: () => T): T {
  try {
    return step();
  } catch {
    throw damaged(input);
  }
}

function damaged(input: string): DuiqiError {
  return unreadable(
    input,
    'is damaged or encrypted: open it in Word or Excel and save it anew, without a password',
    'archive-damaged',
  );
}

function tooLarge(input: string): DuiqiError {
  return unreadable(
    input,
    `holds more than can be read at once (${MOST_ENTRIES} files, 64 MB of text in one of them): split it into several documents`,
    'archive-too-large',
  );
}
