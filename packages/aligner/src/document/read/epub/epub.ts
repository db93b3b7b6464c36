import { mapInSteps, type Steps } from '../../../common/steps.js';
import { decode } from '../decode.js';
import { readPages } from '../html.js';
import { lackedParts } from '../office/parts.js';
import { readWithout } from '../read-without.js';
import type { Reading } from '../reading.js';
import { openBook } from './book.js';

/**
 * Reads an EPUB book: its chapters in the order of reading, each as a web page is read, without its table of contents.
 *
 * @throws DuiqiError `unreadable` for what is damaged, protected, too large, or no book
 */
export function* readEpub(bytes: Uint8Array, name: string): Steps<Reading> {
  const { chapters, hasContents, lacked } = yield* openBook(bytes, name);
  const pages = yield* mapInSteps(
    chapters,
    ({ bytes: chapter }) => decode(chapter, name, { encoding: 'auto', lossy: true }).text,
  );
  const reading = yield* readPages(pages, name);
  const notes = [
    ...readWithout(name, hasContents ? ['contents' as const] : []),
    ...lackedParts(name, 'chapter', lacked),
  ];
  return { ...reading, diagnostics: [...reading.diagnostics, ...notes] };
}
