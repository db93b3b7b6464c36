import { closeSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { DuiqiError, type Language } from 'duiqi';
import { mended, type PairRecord, type PairSource, type ReadPairsOptions, readPairs } from 'duiqi/pairs';
import { type CommandLine, type OptionName, usage } from './command-line.js';
import { documentName } from './document-name.js';
import { Failure, Status } from './failure.js';
import { cannotRead, read, STANDARD_INPUT } from './files.js';
import { filesOf, formatByName } from './formats.js';
import { isSameFile } from './places.js';
import { argument, quoted } from './words.js';

/** The options of every command that reads files of pairs. */
export const PAIR_FILE_OPTIONS = [
  'from',
  'from-columns',
  'from-lang',
] as const satisfies readonly OptionName[];

/** How files of pairs are to be read, as options of the library. */
export function pairFileOptions(
  line: CommandLine,
): Pick<ReadPairsOptions, 'format' | 'columns' | 'variants'> {
  const columns = line.list('from-columns');
  return {
    format: line.choice('from') ?? 'auto',
    variants: line.list('from-lang') ?? [],
    ...(columns !== undefined && { columns }),
  };
}

/** In bytes. */
const CHUNK_LENGTH = 1 << 18;

/** The files behind the name of a file of pairs: two for `corpus.moses`, as when it is written. */
export function pairFiles(path: string): readonly string[] {
  return formatByName(path) === 'moses' ? filesOf(path, 'moses') : [path];
}

/**
 * Opens files of pairs: one, or an English and a Chinese one in line (Moses), in the other order if the first one's name ends
 * as in `corpus.zh`. A file is read while its pairs are gone through, and anew each time; standard input is held.
 *
 * @param paths as `pairFiles` gives them
 */
export async function openPairs(
  paths: readonly string[],
  options: Omit<ReadPairsOptions, 'names'> = {},
): Promise<Iterable<PairRecord>> {
  refuseUnlessInLine(paths);
  refuseParquet(paths);
  const sources: PairSource[] = [];
  for (const path of paths) sources.push(await sourceOf(path));
  const names = paths.map(nameOf);
  if (sources.length === 2 && languageOf(paths[0]!) === 'zh') {
    sources.reverse();
    names.reverse();
  }
  const [first, second] = sources;
  const input = second === undefined ? first : { en: first, zh: second };
  try {
    const pairs = advising(await readPairs(input, { ...options, names }), paths);
    return isForPeople(paths, options.format) ? mended(pairs) : pairs;
  } catch (error) {
    throw advised(error, paths);
  }
}

/** Two files of pairs would be taken for texts in line, and made into pairs of their lines. */
function refuseUnlessInLine(paths: readonly string[]): void {
  if (paths.length < 2) return;
  const other = paths.find((path) => formatByName(path) !== undefined);
  if (other === undefined && paths.length === 2) return;
  const why = other === undefined ? 'these are more' : `${quoted(other)} is not such a file`;
  throw usage(
    `two files given together are read as one English and one Chinese text with equal lines (Moses format), and ${why}: to join files of pairs, use duiqi merge.`,
  );
}

function refuseParquet(paths: readonly string[]): void {
  const found = paths.find((path) => formatByName(path) === 'parquet');
  if (found === undefined) return;
  throw usage(
    `${quoted(found)} is a Parquet file, which duiqi writes and does not read: duiqi batch writes the same pairs to a folder in JSON lines.`,
  );
}

/** Whether people work in such a file: what they have changed has flags of its own. */
function isForPeople(paths: readonly string[], format: ReadPairsOptions['format'] = 'auto'): boolean {
  const known = format === 'auto' ? formatByName(paths[0]!) : format;
  return known === 'xlsx' || known === 'csv' || known === 'xliff';
}

function advising(pairs: Iterable<PairRecord>, paths: readonly string[]): Iterable<PairRecord> {
  return {
    *[Symbol.iterator]() {
      try {
        yield* pairs;
      } catch (error) {
        throw advised(error, paths);
      }
    },
  };
}

/** What the library cannot read, with the command or the option that helps; other errors as they are. */
function advised(error: unknown, paths: readonly string[]): unknown {
  if (!(error instanceof DuiqiError) || error.code !== 'unreadable' || paths.length > 1) return error;
  const path = paths[0]!;
  const advice = adviceFor(path);
  return advice === null ? error : new Failure(Status.failed, `${error.message} ${advice}`);
}

function adviceFor(path: string): string | null {
  if (path === STANDARD_INPUT) return 'Say with --from which format it is in.';
  switch (formatByName(path)) {
    case 'tmx':
    case 'xliff':
    case 'jsonl':
      return `The command duiqi check ${argument(path)} --fix lists what is wrong and mends what it can.`;
    case undefined:
    case 'srt':
    case 'beads':
      return languageOf(path) === undefined
        ? 'Say with --from which format it is in.'
        : 'If it is one of two texts with equal lines (Moses format), name both, as in corpus.en corpus.zh.';
    case 'tsv':
    case 'csv':
      return 'Where its first row does not name the columns, duiqi export does it with --from-columns, as in --from-columns en,zh.';
    default:
      return null;
  }
}

/** A file of pairs as the library takes it: to be read as often as it is gone through. */
export async function sourceOf(path: string): Promise<PairSource> {
  return path === STANDARD_INPUT ? await read(path) : bytesOf(path);
}

/** How the library is to call a file. */
export function nameOf(path: string): string {
  return path === STANDARD_INPUT ? 'standard input' : documentName(path);
}

/** The language that the last such part of a file's name says, as in `corpus.en-zh.zh`. */
function languageOf(path: string): Language | undefined {
  const tag = /^.*\.(en|zh)(?:[-_]\w+)?(?:\.|$)/is.exec(basename(path))?.[1];
  return tag?.toLowerCase() as Language | undefined;
}

/** The bytes of a file in chunks, as often as they are asked for. Read synchronously: nothing else waits for its turn. */
function bytesOf(path: string): Iterable<Uint8Array> {
  return {
    *[Symbol.iterator]() {
      const file = reading(path, () => openSync(path, 'r'));
      try {
        refuseIfOutput(path, file);
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

/** A file that grows by what is read of it has no end. */
function refuseIfOutput(path: string, file: number): void {
  if (!isSameFile(file, process.stdout.fd)) return;
  throw usage(`standard output goes to ${quoted(path)}, which is an input; name another file.`);
}

function reading<Result>(path: string, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    throw cannotRead(path, error);
  }
}
