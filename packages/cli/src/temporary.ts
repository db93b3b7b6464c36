import { readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Hexadecimal digits, 24 in all: no two processes have the same, whatever folder they share. Whoever guesses them gains nothing, since
 * a file of that name is only ever made where there is none; so no module for secrets is loaded, which takes longer than the name.
 */
function randomDigits(): string {
  return [0, 0]
    .map(() =>
      Math.floor(Math.random() * 2 ** 48)
        .toString(16)
        .padStart(12, '0'),
    )
    .join('');
}

/**
 * A new name in the folder of a file, which it can be renamed from: on the same file system, that is.
 *
 * @param mark by which `removeTemporary` knows it again
 */
export function temporaryBeside(path: string, mark = ''): string {
  return join(dirname(path), `${PREFIX}${mark}${randomDigits()}${SUFFIX}`);
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
