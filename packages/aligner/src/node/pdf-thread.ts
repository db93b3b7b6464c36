import { checkBytes, checkText } from '../common/arguments.js';
import { DuiqiError } from '../common/errors.js';
import type { PdfReading } from '../document/read/document-options.js';

/** Seconds that a PDF may take to be read, whatever its size, and for each of its megabytes. */
const PATIENCE = { base: 30, megabyte: 3 };
/** Megabytes of JavaScript objects that a thread may hold, for a book of some thousand pages. */
const OBJECTS = 400;
/** The same for each megabyte of the file: pages without pictures are packed ten to one. */
const OBJECTS_FOR_A_MEGABYTE = 40;

/** What the thread answers. */
export type Answer =
  | { readonly reading: PdfReading }
  | { readonly refusal: string; readonly details: Readonly<Record<string, unknown>> };

/**
 * Reads a PDF in a thread of its own, which is ended where it takes more time or memory than any honest file of its size:
 * there are files of a few kilobytes that nothing else ends. For the option `readPdf` of programs that read files of strangers.
 *
 * @param name for messages
 * @throws DuiqiError `unreadable` as `readPdf` does, and for what takes too long or too much memory
 */
export async function readPdfInThread(bytes: Uint8Array, name: string): Promise<PdfReading> {
  checkBytes('PDF', bytes);
  checkText('name', name);
  const megabytes = bytes.length / 1e6;
  // Loaded here: most of those who have this function at hand read no PDF.
  const { Worker } = await import('node:worker_threads');
  const thread = new Worker(new URL('./pdf-worker.js', import.meta.url), {
    workerData: { bytes, name },
    // What the program was started with, such as --input-type, may be no flag for a file.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: Math.round(OBJECTS + OBJECTS_FOR_A_MEGABYTE * megabytes) },
  });
  let bell: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<PdfReading>((resolve, reject) => {
      const refuse = (what: string): void =>
        reject(
          new DuiqiError(
            'unreadable',
            `"${name}" is a PDF that takes far more ${what} than others of its size: open it in a PDF viewer and print it to a new PDF.`,
            { name },
          ),
        );
      bell = setTimeout(() => refuse('time'), (PATIENCE.base + PATIENCE.megabyte * megabytes) * 1000);
      thread.on('message', (message) => {
        const answer = message as Answer;
        if ('reading' in answer) resolve(answer.reading);
        else reject(new DuiqiError('unreadable', answer.refusal, answer.details));
      });
      thread.on('error', (error: Error & { readonly code?: string }) =>
        error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? refuse('memory') : reject(error),
      );
      thread.on('exit', () => refuse('memory'));
    });
  } finally {
    clearTimeout(bell);
    await thread.terminate();
  }
}
