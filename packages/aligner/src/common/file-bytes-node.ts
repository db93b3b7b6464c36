import { open } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readBytes as fetchBytes } from './file-bytes.js';

// How the files that belong to the library are reached in Node. The only place in the library that touches a file: the
// condition `node` of package.json's imports puts it in the place of file-bytes.ts.

/** An address with its scheme; `C:\\` of Windows is none. */
const WITH_SCHEME = /^[a-z][a-z\d+.-]+:/i;

/** The URL of a path, which means another file once the process goes to another folder; a URL stays as it is. */
export function absolute(address: string): string {
  return WITH_SCHEME.test(address) ? address : pathToFileURL(address).href;
}

/** All bytes of a file, as shared memory for worker threads, or what is served; an error whose message says why not. */
export async function readBytes(address: string): Promise<ArrayBufferLike> {
  if (!/^file:/i.test(address)) return fetchBytes(address);
  const file = await open(fileURLToPath(address)).catch(whyNot);
  try {
    const { size } = await file.stat();
    const bytes = new SharedArrayBuffer(size);
    const view = new Uint8Array(bytes);
    // Given all four arguments, for Node 20.0 to 20.11 reads nothing into shared memory without them.
    for (let done = 0; done < size; ) {
      const { bytesRead } = await file.read(view, done, size - done, done).catch(whyNot);
      if (bytesRead === 0) throw new Error(`it ends after ${done} of its ${size} bytes`);
      done += bytesRead;
    }
    return bytes;
  } finally {
    await file.close();
  }
}

function whyNot(error: Error & { readonly code?: string }): never {
  throw error.code === 'ENOENT' ? new Error('there is no such file') : error;
}
