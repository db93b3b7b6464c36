import { info } from '../../common/diagnostic.js';
import { listed } from '../../common/listed.js';
import type { Diagnostic } from '../../types.js';
import { inputName } from './reading.js';

/** Says what of a document its reader has left out, such as `its table of contents`; nothing where that is nothing. */
export function readWithout(name: string, parts: Iterable<string>): Diagnostic[] {
  const leftOut = [...parts];
  if (leftOut.length === 0) return [];
  return [info('left-out', `${inputName(name)} was read without ${listed(leftOut)}.`)];
}
