import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { reason, systemCode } from './failure.js';
import { cannotWrite } from './files.js';
import { quoted } from './words.js';

/**
 * Makes a folder where it is missing, and those on the way to it, one after the other: in `/proc`, where none can be made, Node
 * would try for ever to make them all at once.
 *
 * @param output what is to be written there, for the message where that cannot be done
 * @param made gets the folders that are new, the outermost first, also where one cannot be made
 * @throws Failure
 */
export function makeFolders(output: string, folder: string, made: string[] = []): void {
  if (isFolder(folder)) return;
  if (folder !== dirname(folder)) makeFolders(output, dirname(folder), made);
  try {
    mkdirSync(folder);
    made.push(folder);
  } catch (error) {
    // Somebody else may have made it meanwhile.
    if (systemCode(error) === 'EEXIST' && isFolder(folder)) return;
    const why = systemCode(error) === 'ENOENT' ? 'no folder can be made there' : reason(error);
    throw cannotWrite(quoted(output), why);
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
