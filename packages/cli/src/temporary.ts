import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';

/** In bytes: nobody guesses so many, and no two processes have the same, whatever folder they share. */
const RANDOM_LENGTH = 12;

/** A new name in the folder of a file, which it can be renamed from: on the same file system, that is. */
export function temporaryBeside(path: string): string {
  return join(dirname(path), `.duiqi-${randomBytes(RANDOM_LENGTH).toString('hex')}.tmp`);
}
