import type { Steps } from '../../../common/steps.js';
import { written } from '../office/written.js';
import { NO_BYTES, type Reading, unreadable } from '../reading.js';
import { readRtfText } from './text.js';

/** `{\\rtf` */
const BEGIN = [0x7b, 0x5c, 0x72, 0x74, 0x66];

/**
 * Reads a file of Rich Text Format (.rtf, 1.9.1): the text with all changes accepted, the markers of its lists as the file has
 * them, the cells of its tables with their positions, and notes after the text.
 *
 * @throws DuiqiError `unreadable` for what is no RTF, or is nested deeper, or longer, than anything that a person wrote
 */
export function* readRtf(bytes: Uint8Array, name: string): Steps<Reading> {
  if (bytes.length === 0) throw unreadable(name, NO_BYTES, 'empty-file');
  if (!BEGIN.every((byte, at) => bytes[at] === byte)) {
    throw unreadable(
      name,
      'does not begin as RTF does: give it the ending of what it is, or open it in Word and save it anew',
      'not-rtf',
    );
  }
  return yield* written(name, yield* readRtfText(bytes, name));
}
