import { DuiqiError } from '../../common/errors.js';
import { inputName } from './reading.js';

/**
 * A view whose buffer was handed to another thread looks like an empty file.
 *
 * @throws DuiqiError `bad-input` for such bytes
 */
export function refuseDetached(bytes: Uint8Array, name: string): void {
  if (bytes.byteLength > 0) return;
  try {
    new Uint8Array(bytes.buffer); // only what is there can be looked at
  } catch {
    throw new DuiqiError(
      'bad-input',
      `${inputName(name)} has no bytes any more, for their buffer was handed over (by postMessage or transfer): give a copy of them.`,
      { name },
    );
  }
}
