import { DuiqiError } from '../../../common/errors.js';
import { inflateFiles, inflateInPieces, type ZipEntry } from '../../../common/zip.js';
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
  /** A part that the archive holds, piece by piece, however large it is. */
  pieces(path: string): Iterable<Uint8Array>;
}

/** No document has so many files in it; a directory made to keep its reader busy has. */
const MOST_ENTRIES = 20_000;
/** Bytes of one part and of all parts that are read, inflated: texts of thousands of pages are smaller. */
const LARGEST_PART = 64 * 2 ** 20;
const LARGEST_SUM = 200 * 2 ** 20;

/**
 * Opens a ZIP archive (APPNOTE 6.3) of any origin. A part is inflated into as many bytes as the directory says that
 * it has and no more, so that a directory that lies gives a damaged part, never a larger one.
 *
 * @throws DuiqiError `unreadable` for archives that are damaged, encrypted or too large
 */
export function openArchive(bytes: Uint8Array, input: string): Archive {
  if (bytes.length === 0) throw unreadable(input, NO_BYTES);
  const paths = new Map<string, number>();
  inflate(bytes, input, ({ name, originalSize }) => {
    if (paths.size >= MOST_ENTRIES) throw tooLarge(input);
    if (paths.has(name)) throw damaged(input);
    paths.set(name, originalSize);
    return false;
  });
  if (paths.size === 0) throw unreadable(input, NO_FILES);
  let sum = 0;
  const parts = (asked: readonly string[]): ReadonlyMap<string, Part> => {
    const wanted = new Set(asked);
    const sizes = new Map<string, number>();
    const files = inflate(bytes, input, ({ name, originalSize }) => {
      if (!wanted.has(name)) return false;
      sum += originalSize;
      if (originalSize > LARGEST_PART || sum > LARGEST_SUM) throw tooLarge(input);
      sizes.set(name, originalSize);
      return true;
    });
    for (const [path, file] of Object.entries(files)) {
      if (file.length !== sizes.get(path)) throw damaged(input);
    }
    return new Map(Object.entries(files).map(([path, file]) => [path, { path, bytes: file, input }]));
  };
  function* pieces(path: string): Iterable<Uint8Array> {
    try {
      yield* inflateInPieces(bytes, path);
    } catch (error) {
      throw error instanceof DuiqiError ? error : damaged(input);
    }
  }
  return { paths, parts, pieces };
}

function inflate(
  bytes: Uint8Array,
  input: string,
  filter: (entry: ZipEntry) => boolean,
): Readonly<Record<string, Uint8Array>> {
  try {
    return inflateFiles(bytes, filter);
  } catch (error) {
    throw error instanceof DuiqiError ? error : damaged(input);
  }
}

function damaged(input: string): DuiqiError {
  return unreadable(
    input,
    'is damaged or encrypted: open it in Word or Excel and save it anew, without a password',
  );
}

function tooLarge(input: string): DuiqiError {
  return unreadable(
    input,
    `holds more than can be read at once (${MOST_ENTRIES} files, 64 MB of text in one of them): split it into several documents`,
  );
}
