import { open } from 'node:fs/promises';

/**
 * The bytes of the built-in lexicon. The only place in the library that touches a file: the condition `node` of
 * package.json's imports puts it in the place of lexicon-bytes.ts.
 */
export async function lexiconBytes(): Promise<ArrayBufferLike> {
  const file = await open(new URL('../../../data/lexicon.bin', import.meta.url));
  try {
    const { size } = await file.stat();
    const bytes = new SharedArrayBuffer(size);
    await file.read(new Uint8Array(bytes));
    return bytes;
  } finally {
    await file.close();
  }
}
