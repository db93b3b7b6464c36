import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { AlignOptions } from 'duiqi';
import { documentName } from '../document-name.js';
import { Failure, Status, systemCode } from '../failure.js';
import { read } from '../files.js';
import { refuseByContents, refuseByName } from '../no-document.js';
import { convertedOffice, PATIENCE } from '../old-office.js';
import { quoted } from '../words.js';
import type { LoadedDocument } from './outcome.js';
import type { Limits } from './settings.js';

/** In bytes: a text of a million sentences. What unpacks to more is no document. */
const MOST_UNPACKED = 2 ** 29;

/**
 * Reads the one or two files of a document, unpacked where they are compressed (`.gz`).
 *
 * @throws Failure
 */
export async function loadFiles(
  paths: readonly string[],
  format: NonNullable<AlignOptions['format']>,
  limits: Limits,
): Promise<LoadedDocument> {
  const names = paths.map((path) => documentName(path).replace(GZIP, ''));
  if (format === 'auto') refuseByName(names);
  const [first, second] = await Promise.all(paths.map((path) => load(path, format, limits)));
  return { input: second === undefined ? first! : [first!, second], names };
}

export const GZIP = /\.gz$/i;

async function load(
  path: string,
  format: NonNullable<AlignOptions['format']>,
  { seconds }: Limits,
): Promise<Uint8Array> {
  // Documents are files, also one that is called as standard input is elsewhere.
  const file = path === '-' ? './-' : path;
  const bytes = GZIP.test(path) ? await unpacked(path, await read(file)) : await read(file);
  if (format !== 'auto') return bytes;
  refuseByContents(bytes, path);
  // Half of what the document may take: a thread that is ended cannot end the program that it has started.
  const patience = Math.min(PATIENCE, (seconds * 1000) / 2);
  return (await convertedOffice(bytes, path.replace(GZIP, ''), patience)) ?? bytes;
}

async function unpacked(path: string, bytes: Uint8Array): Promise<Uint8Array> {
  try {
    return await promisify(gunzip)(bytes, { maxOutputLength: MOST_UNPACKED });
  } catch (error) {
    const isLarge = systemCode(error) === 'ERR_BUFFER_TOO_LARGE';
    const why = isLarge
      ? `it unpacks to more than ${MOST_UNPACKED / 2 ** 20} MB`
      : 'it is no whole gzip file';
    throw new Failure(Status.failed, `cannot read ${quoted(path)}: ${why}.`);
  }
}
