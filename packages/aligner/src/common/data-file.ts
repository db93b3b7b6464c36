import { absolute, readBytes } from '#file-bytes';
import { DuiqiError } from './errors.js';

/** A file of the package that the library reads when it is wanted. */
export interface DataFile {
  /** How messages call what is in it. */
  readonly what: string;
  /** Where it lies in the package. */
  readonly path: string;
  /** The option that says where else it lies. */
  readonly option: string;
  /** The address where it lies beside the code. Fails where a bundler has taken the code away from there. */
  readonly beside: () => string;
}

/**
 * The address of a place, or of the file beside the code where none is given.
 *
 * @throws DuiqiError `unreadable`
 */
export function addressOf(file: DataFile, place: string | null): string {
  if (place !== null) return absolute(place);
  try {
    return file.beside();
  } catch {
    throw new DuiqiError(
      'unreadable',
      `A bundler has taken the code of duiqi away from its ${file.what}, and does not say where that lies: give the place or the bytes of the file ${file.path} of the package as the option ${file.option}.`,
    );
  }
}

/**
 * All bytes of a file.
 *
 * @throws DuiqiError `unreadable`
 */
export async function bytesAt(file: DataFile, address: string): Promise<ArrayBufferLike> {
  try {
    return await readBytes(address);
  } catch (error) {
    const { message, cause } = error as Error;
    // Where there is no connection, Node says only in the cause what was wrong.
    const reason = cause instanceof Error && cause.message !== '' ? cause.message : message;
    throw notReadable(file, address, reason);
  }
}

/** The error for a file that is not there, or is another one. */
export function notReadable({ what, path, option }: DataFile, address: string, reason: string): DuiqiError {
  return new DuiqiError(
    'unreadable',
    `The ${what} could not be read from ${address} (${reason}): put the file ${path} of the package duiqi there, or give its place or its bytes as the option ${option}.`,
    { address, reason },
  );
}

/** Opens what is at an address once, and again after a failure. */
export function openedOnce<Opened>(
  open: (address: string) => Promise<Opened>,
): (address: string) => Promise<Opened> {
  const opened = new Map<string, Promise<Opened>>();
  return async (address) => {
    const known = opened.get(address);
    if (known) return known;
    const opening = open(address);
    opened.set(address, opening);
    try {
      return await opening;
    } catch (error) {
      opened.delete(address);
      throw error;
    }
  };
}
