import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { badArgument } from '../common/arguments.js';
import { DuiqiError } from '../common/errors.js';
import { align } from '../on-demand.js';
import type { AlignInput, AlignOptions } from '../options.js';
import type { Alignment } from '../types.js';
import { readPdfInThread } from './pdf-thread.js';

/**
 * Aligns one bilingual file, or two files in either order, as `align` does with their contents. PDFs are read in a thread that is
 * ended where that takes too long.
 *
 * @param options as of `align`; the `names` are those of the files, without their folders, unless they are given
 * @throws DuiqiError as `align` does, and `unreadable` for a file that cannot be read
 * @example
 * const { pairs } = await alignFiles('contract.docx');
 */
export async function alignFiles(
  files: string | readonly [string] | readonly [english: string, chinese: string],
  options: AlignOptions = {},
): Promise<Alignment> {
  const paths = typeof files === 'string' ? [files] : files;
  if (
    !Array.isArray(paths) ||
    ![1, 2].includes(paths.length) ||
    !paths.every((path) => typeof path === 'string')
  ) {
    throw badArgument('files', files, 'the path of one file, or a list of one or two');
  }
  const [first, second] = await Promise.all(paths.map(bytesOf));
  const input: AlignInput = second === undefined ? first! : [first!, second];
  return align(input, { names: paths.map((path) => basename(path)), readPdf: readPdfInThread, ...options });
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const { code, message } = error as Error & { readonly code?: string };
    const why = code === 'ENOENT' ? 'there is no such file' : message;
    throw new DuiqiError('unreadable', `"${path}" cannot be read: ${why}.`, { path });
  }
}
