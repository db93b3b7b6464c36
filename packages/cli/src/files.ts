import { fstatSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { Failure, reason, Status, systemCode } from './failure.js';
import { NO_UTF8, quoted } from './words.js';

/** Stands for standard input among the input files. */
export const STANDARD_INPUT = '-';

/** Text, or bytes. */
export type Chunks = Iterable<string | Uint8Array>;

/** How messages call an input. */
export function inputName(path: string): string {
  return path === STANDARD_INPUT ? 'standard input' : quoted(path);
}

export async function read(path: string): Promise<Uint8Array> {
  try {
    return path === STANDARD_INPUT ? await buffer(standardInput()) : await readFile(path);
  } catch (error) {
    throw error instanceof Failure ? error : cannotRead(path, error);
  }
}

/** What comes on standard input, or a failure where the system does not let it be read. */
export async function* standardInput(): AsyncGenerator<Uint8Array> {
  try {
    // Node takes a directory for an input that has ended.
    if (fstatSync(process.stdin.fd).isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    yield* process.stdin;
  } catch (error) {
    throw cannotRead(STANDARD_INPUT, error);
  }
}

/** The failure for an input that the system does not let be read. */
export function cannotRead(path: string, error: unknown): Failure {
  const isNameLost = systemCode(error) === 'ENOENT' && path.includes(LOST);
  const why = isNameLost ? `${NO_UTF8}: rename it` : reason(error);
  return new Failure(Status.failed, `cannot read ${inputName(path)}: ${why}.`);
}

/** What Node puts where the name of a file, which is bytes, is no UTF-8: what was there cannot be found out. */
export const LOST = '\uFFFD';

/** Writes to standard output, no faster than it is read, and returns when all is handed over. */
export async function print(chunks: Chunks): Promise<void> {
  await writing('standard output', () => writeToStream(process.stdout, chunks));
}

/** Writes to a stream that others write to as well, no faster than it takes it, and returns when all is handed over. */
export async function writeToStream(stream: NodeJS.WritableStream, chunks: Chunks): Promise<void> {
  await pipeline(Readable.from(blocks(chunks)), stream, { end: false });
  await new Promise<void>((done, failed) => stream.write('', (error) => (error ? failed(error) : done())));
}

/** Writes a line for the user, who is told of everything on standard error. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** In characters. */
const BLOCK_LENGTH = 1 << 16;

/** Chunks of text put together to blocks: a write for each line would take longer than all the rest. */
export function* blocks(chunks: Chunks): Chunks {
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

/** Failures of the system get the output's name; errors of the chunks and a reader's going away pass as they are. */
export async function writing(output: string, action: () => void | Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    const ofSystem = error instanceof Error && 'syscall' in error && systemCode(error) !== 'EPIPE';
    throw ofSystem ? cannotWrite(output, reason(error)) : error;
  }
}

/** The failure for an output that cannot be written, with the reason in words that end a sentence. */
export function cannotWrite(output: string, why: string): Failure {
  return new Failure(Status.failed, `cannot write ${output}: ${why}.`);
}
