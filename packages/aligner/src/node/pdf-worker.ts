import { parentPort, workerData } from 'node:worker_threads';
import { DuiqiError } from '../common/errors.js';
import { readPdf } from '../document/read/pdf-reader.js';
import type { Answer } from './pdf-thread.js';

// The thread that a PDF is read in; see pdf-thread.ts.

// Outside a thread there is nothing to do: whoever looks at all modules loads this one too.
if (parentPort !== null) {
  const { bytes, name } = workerData as { readonly bytes: Uint8Array; readonly name: string };
  const answer: Answer = await readPdf(bytes, name).then(
    (reading) => ({ reading }),
    (error: unknown) => {
      if (!(error instanceof DuiqiError)) throw error;
      return { refusal: error.message, details: error.details };
    },
  );
  parentPort.postMessage(answer);
}
