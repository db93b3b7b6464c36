import { constants, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { cleaningUp, turn, turnOfSignals } from './cleaning-up.js';
import { Drafts } from './drafts.js';
import { systemCode } from './failure.js';
import { blocks, type Chunks, writeToStream, writing } from './files.js';
import { type Place, placeOf } from './places.js';
import { quoted } from './words.js';

/** What is to be written where. */
export interface Output {
  readonly path: string;
  readonly chunks: Chunks;
  /** Is there to be no file where there are no chunks? */
  readonly isOptional?: boolean;
}

/**
 * Writes all outputs or none: each goes to a new file beside its place, and they are put in their places when all are whole.
 * Missing folders are created, and removed where nothing comes of it. Pipes, devices and what is open already are written to at
 * once, but after the files.
 *
 * @param mark stands in the names of files that are not in their places yet, for `removeTemporary`
 * @returns the paths of those that were written
 */
export async function writeFiles(outputs: readonly Output[], mark = ''): Promise<readonly string[]> {
  const written: string[] = [];
  const drafts = new Drafts(mark);
  await cleaningUp(
    () => drafts.discard(),
    async () => {
      const direct: (() => Promise<void>)[] = [];
      for (const output of outputs) {
        const { path, chunks } = output;
        await writing(quoted(path), async () => {
          const place = placeOf(path);
          if (place.kind !== 'file')
            direct.push(() => writing(quoted(path), () => writeDirectly(place, chunks)));
          else if (!(await writeDraft(drafts, output, place.target))) return;
          written.push(path);
        });
      }
      for (const write of direct) await write();
      await turnOfSignals();
      drafts.putInPlace();
    },
  );
  return written;
}

/** @returns whether there was anything to write */
async function writeDraft(
  drafts: Drafts,
  { path, chunks, isOptional = false }: Output,
  target: string,
): Promise<boolean> {
  const rest = blocks(chunks)[Symbol.iterator]();
  // The first block is made before there is anything to clean up: all work may be done for it, in which no signal has its turn.
  let next = rest.next();
  if (next.done && isOptional) return false;
  const draft = drafts.begin(path, target);
  try {
    for (; !next.done; next = rest.next()) {
      draft.write(next.value);
      await turn();
    }
    draft.finish();
  } finally {
    rest.return?.();
  }
  return true;
}

async function writeDirectly(place: Exclude<Place, { kind: 'file' }>, chunks: Chunks): Promise<void> {
  try {
    if (place.kind === 'device') {
      const device = await open(place.target, constants.O_WRONLY);
      await writeToStream(device.createWriteStream(), chunks);
      await device.close();
    } else await writeToStream(streamOf(place.descriptor), chunks);
  } catch (error) {
    // Whoever reads it has had enough, as `head` does.
    if (systemCode(error) !== 'EPIPE') throw error;
  }
}

function streamOf(descriptor: number): NodeJS.WritableStream {
  if (descriptor === process.stdout.fd) return process.stdout;
  if (descriptor === process.stderr.fd) return process.stderr;
  return createWriteStream('', { fd: descriptor, autoClose: false });
}
