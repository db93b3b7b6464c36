import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** In bytes: nobody guesses so many, and no two processes have the same, whatever folder they share. */
const RANDOM_LENGTH = 12;

/**
 * A new name in the folder of a file, which it can be renamed from: on the same file system, that is.
 *
 * @param mark by which `removeTemporary` knows it again
 */
export function temporaryBeside(path: string, mark = ''): string {
  return join(dirname(path), `${PREFIX}${mark}${randomBytes(RANDOM_LENGTH).toString('hex')}${SUFFIX}`);
}

/** Removes what a process that was killed has left in a folder under names with this mark. */
export function removeTemporary(folder: string, mark: string): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith(`${PREFIX}${mark}`) && name.endsWith(SUFFIX))
      rmSync(join(folder, name), { force: true });
  }
}

const PREFIX = '.duiqi-';
const SUFFIX = '.tmp';
