import path, { type PlatformPath } from 'node:path';

/**
 * How a file is called in what is written, and in the ids of its pairs: by its path from the working directory, so that documents
 * of one name in several directories differ, and so that the same call gives the same bytes on every machine. A file elsewhere
 * that is named from the root has its own name only: where it lies is of that machine.
 *
 * @param system how paths are written: of this system, but in tests
 */
export function documentName(
  file: string,
  { basename, isAbsolute, relative, resolve, sep }: PlatformPath = path,
): string {
  const fromHere = relative('', resolve(file));
  const isOutside = fromHere === '..' || fromHere.startsWith(`..${sep}`) || isAbsolute(fromHere);
  return isOutside && isAbsolute(file) ? basename(file) : fromHere.replaceAll(sep, '/');
}
