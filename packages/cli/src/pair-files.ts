import { closeSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { type Language, type PairRecord, type PairSource, type ReadPairsOptions, readPairs } from 'duiqi';
import { Failure, reason, Status } from './failure.js';
import { inputName, read, STANDARD_INPUT } from './files.js';

/** In bytes. */
const CHUNK_LENGTH = 1 << 18;

/**
 * Opens files of pairs: one, or an English and a Chinese one in line (Moses), in the other order if the first one's name ends
 * as in `corpus.zh`. A file is read while its pairs are gone through, and
 * anew each time; standard input is held.
 */
export async function openPairs(
  paths: readonly string[],
  options: Omit<ReadPairsOptions, 'names'> = {},
): Promise<Iterable<PairRecord>> {
  const sources: PairSource[] = [];
  for (const path of paths) sources.push(await sourceOf(path));
  const names = paths.map(nameOf);
  if (sources.length === 2 && languageOf(names[0]!) === 'zh') {
    sources.reverse();
    names.reverse();
  }
  const [first, second] = sources;
  return readPairs(second === undefined ? first : { en: first, zh: second }, { ...options, names });
}

/** A file of pairs as the library takes it: to be read as often as it is gone through. */
export async function sourceOf(path: string): Promise<PairSource> {
  return path === STANDARD_INPUT ? await read(path) : bytesOf(path);
}

/** How the library is to call a file. */
export function nameOf(path: string): string {
  return path === STANDARD_INPUT ? 'standard input' : basename(path);
}

/** The language that the last such part of a file's name says, as in `corpus.en-zh.zh`. */
function languageOf(name: string): Language | undefined {
  const tag = /.*\.(en|zh)(?:[-_]\w+)?(?:\.|$)/i.exec(name)?.[1];
  return tag?.toLowerCase() as Language | undefined;
}

/** The bytes of a file in chunks, as often as they are asked for. Read synchronously: nothing else waits for its turn. */
function bytesOf(path: string): Iterable<Uint8Array> {
  return {
    *[Symbol.iterator]() {
      const file = reading(path, () => openSync(path, 'r'));
      try {
        for (;;) {
          const buffer = new Uint8Array(CHUNK_LENGTH);
          const length = reading(path, () => readSync(file, buffer));
          if (length === 0) return;
          yield buffer.subarray(0, length);
        }
      } finally {
        closeSync(file);
      }
    },
  };
}

function reading<Result>(path: string, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    throw new Failure(Status.failed, `cannot read ${inputName(path)}: ${reason(error)}.`);
  }
}
