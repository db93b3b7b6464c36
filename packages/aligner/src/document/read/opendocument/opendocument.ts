import type { Steps } from '../../../common/steps.js';
import { written } from '../office/written.js';
import type { Reading } from '../reading.js';
import { openDocument } from './archive.js';
import { readOpenDocumentText } from './text.js';

/**
 * Reads an OpenDocument text or presentation (.odt, .odp, ISO/IEC 26300): the text with all changes accepted, the numbers of
 * its lists and headings as `numbering`, the cells of its tables with their positions, and notes after the text.
 *
 * @throws DuiqiError `unreadable` for what is damaged, encrypted, too large, or no OpenDocument file
 */
export function* readOpenDocument(bytes: Uint8Array, name: string): Steps<Reading> {
  const document = yield* openDocument(bytes, name, 'an OpenDocument file');
  return yield* written(name, yield* readOpenDocumentText(document));
}
