// Holds the library: reads and aligns what the page sends, so that the page itself never waits.
import { align, DuiqiError } from 'duiqi';
import { fromBase64, unzipped } from '../parts.js';
import type { Answer, Parts, Question } from './protocol.js';

let parts: Parts = { lexicon: '', pdfium: '' };
let lexicon: Promise<Uint8Array> | null = null;
let pdfium: Promise<Uint8Array> | null = null;

self.addEventListener('message', async ({ data }: MessageEvent<Question>) => {
  if (data.kind === 'start') {
    parts = data.parts;
    return;
  }
  try {
    say(await answer(data));
  } catch (error) {
    say({
      kind: 'failed',
      message: error instanceof Error ? error.message : String(error),
      code: error instanceof DuiqiError ? error.code : null,
    });
  }
});

async function answer({ files, choices }: Exclude<Question, { kind: 'start' }>): Promise<Answer> {
  const names = files.map(({ name }) => name);
  const [first, second] = files.map(({ bytes }) => bytes) as [Uint8Array, Uint8Array?];
  lexicon ??= unzipped(fromBase64(parts.lexicon));
  // Unpacked only where it is wanted: the bytes are five megabytes.
  if (files.some(isPdf)) pdfium ??= unzipped(fromBase64(parts.pdfium));
  say({ kind: 'progress', phase: 'reading', fraction: 0 });
  const alignment = await align(second === undefined ? first : [first, second], {
    names,
    ...choices,
    lexicon: await lexicon,
    ...(pdfium && { pdfium: await pdfium }),
    onProgress: (done, total) => say({ kind: 'progress', phase: 'aligning', fraction: done / total }),
  });
  return { kind: 'aligned', alignment };
}

function isPdf({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): boolean {
  return /\.pdf$/i.test(name) || new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-');
}

function say(answer: Answer): void {
  self.postMessage(answer);
}
