import { createWriteStream } from 'node:fs';
import { mkdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { Failure, reason, Status, systemCode } from './failure.js';
import { quoted } from './words.js';

/** Stands for standard input among the input files. */
export const STANDARD_INPUT = '-';

/** What is to be written where. */
export interface Output {
  readonly path: string;
  readonly chunks: Chunks;
}

/** Text, or bytes. */
export type Chunks = Iterable<string | Uint8Array>;

/** How messages call an input. */
export function inputName(path: string): string {
  return path === STANDARD_INPUT ? 'standard input' : quoted(path);
}

export async function read(path: string): Promise<Uint8Array> {
  try {
    return path === STANDARD_INPUT ? await buffer(process.stdin) : await readFile(path);
  } catch (error) {
    throw new Failure(Status.failed, `cannot read ${inputName(path)}: ${reason(error)}.`);
  }
}

/** Writes to standard output, no faster than it is read, and returns when all is handed over. */
export async function print(chunks: Chunks): Promise<void> {
  await writing('standard output', async () => {
    await pipeline(Readable.from(blocks(chunks)), process.stdout, { end: false });
    await new Promise<void>((done, failed) =>
      process.stdout.write('', (error) => (error ? failed(error) : done())),
    );
  });
}

/** Writes a line for the user, who is told of everything on standard error. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Refuses outputs that would destroy an input, each other or something that is no file, before any work is done. */
export async function checkOutputs(outputs: readonly string[], inputs: readonly string[]): Promise<void> {
  const sources = new Set(await Promise.all(inputs.filter((path) => path !== STANDARD_INPUT).map(canonical)));
  const targets = new Set<string>();
  for (const path of outputs) {
    const target = await canonical(path);
    if (sources.has(target)) {
      throw new Failure(Status.usage, `the output ${quoted(path)} is an input; name another file.`);
    }
    if (targets.has(target)) throw new Failure(Status.usage, `the output ${quoted(path)} is named twice.`);
    targets.add(target);
    await refuseUnlessFile(path);
  }
}

/**
 * Writes all outputs or none: each goes to a new file beside its place, and they are renamed when all are whole.
 * Missing directories are created.
 */
export async function writeFiles(outputs: readonly Output[]): Promise<void> {
  const written: { path: string; temporary: string; target: string }[] = [];
  try {
    for (const { path, chunks } of outputs) {
      const target = await canonical(path);
      const temporary = join(dirname(target), `.duiqi-${process.pid}-${written.length}.tmp`);
      written.push({ path, temporary, target });
      await writing(quoted(path), async () => {
        await mkdir(dirname(target), { recursive: true });
        await pipeline(Readable.from(blocks(chunks)), createWriteStream(temporary));
      });
    }
    for (const { path, temporary, target } of written) {
      await writing(quoted(path), () => rename(temporary, target));
    }
  } finally {
    await Promise.all(written.map(({ temporary }) => rm(temporary, { force: true }).catch(() => {})));
  }
}

/** In characters. */
const BLOCK_LENGTH = 1 << 16;

/** Chunks of text put together to blocks: a write for each line would take longer than all the rest. */
function* blocks(chunks: Chunks): Chunks {
  let block = '';
  for (const chunk of chunks) {
    if (typeof chunk !== 'string') {
      yield chunk;
      continue;
    }
    block += chunk;
    if (block.length < BLOCK_LENGTH) continue;
    yield block;
    block = '';
  }
  if (block !== '') yield block;
}

/** Renaming would replace a device or a pipe instead of writing to it. */
async function refuseUnlessFile(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found === null || found.isFile()) return;
  const what = found.isDirectory() ? 'it is a directory' : 'it is not a regular file';
  throw new Failure(Status.failed, `cannot write ${quoted(path)}: ${what}.`);
}

/** Failures of the system get the output's name; errors of the chunks and a reader's going away pass as they are. */
async function writing(output: string, action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    const ofSystem = error instanceof Error && 'syscall' in error && systemCode(error) !== 'EPIPE';
    throw ofSystem ? new Failure(Status.failed, `cannot write ${output}: ${reason(error)}.`) : error;
  }
}

/** The absolute path without symbolic links, also of files that are not there yet: equal for equal files. */
async function canonical(path: string): Promise<string> {
  const absolute = resolve(path);
  try {
    return await realpath(absolute);
  } catch {
    const parent = dirname(absolute);
    return parent === absolute ? absolute : join(await canonical(parent), basename(absolute));
  }
}
