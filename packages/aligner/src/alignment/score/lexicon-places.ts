import { absolute, builtInAddress, readBytes } from '#lexicon-bytes';
import { DuiqiError } from '../../common/errors.js';
import { openLexicon } from './compiled-lexicon.js';
import type { Lexicon } from './lexicon.js';

/** What has been opened or is being opened, by address: each file is read once. Failures are forgotten. */
const opened = new Map<string, Promise<Lexicon>>();

/**
 * The lexicon at a URL or, in Node, a path; at none, the built-in one. It is opened once, and tried again after a failure.
 *
 * @throws DuiqiError `unreadable`
 */
export async function lexiconAt(place: string | null): Promise<Lexicon> {
  const address = addressOf(place);
  const known = opened.get(address);
  if (known) return known;
  const lexicon = openAt(address);
  opened.set(address, lexicon);
  try {
    return await lexicon;
  } catch (error) {
    opened.delete(address);
    throw error;
  }
}

/**
 * The bytes of the built-in lexicon.
 *
 * @throws DuiqiError `unreadable`
 */
export async function builtInBytes(): Promise<ArrayBufferLike> {
  return bytesAt(addressOf(null));
}

function addressOf(place: string | null): string {
  if (place !== null) return absolute(place);
  try {
    return builtInAddress();
  } catch {
    throw new DuiqiError(
      'unreadable',
      'A bundler has taken the code of duiqi away from its lexicon, and does not say where that lies: give the place or the bytes of the file data/lexicon.bin of the package as the option lexicon.',
    );
  }
}

async function openAt(address: string): Promise<Lexicon> {
  const bytes = await bytesAt(address);
  try {
    return openLexicon(bytes);
  } catch {
    throw notReadable(address, 'what is there is another file, or one of another version');
  }
}

async function bytesAt(address: string): Promise<ArrayBufferLike> {
  try {
    return await readBytes(address);
  } catch (error) {
    const { message, cause } = error as Error;
    // Where there is no connection, Node says only in the cause what was wrong.
    const reason = cause instanceof Error && cause.message !== '' ? cause.message : message;
    throw notReadable(address, reason);
  }
}

function notReadable(address: string, reason: string): DuiqiError {
  return new DuiqiError(
    'unreadable',
    `The lexicon could not be read from ${address} (${reason}): put the file data/lexicon.bin of the package duiqi there, or give its place or its bytes as the option lexicon.`,
    { address, reason },
  );
}
