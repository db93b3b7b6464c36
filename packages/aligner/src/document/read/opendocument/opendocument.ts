import { info } from '../../../common/diagnostic.js';
import { listed } from '../../../common/listed.js';
import { BlockWriter, type WrittenParagraph } from '../office/writer.js';
import { inputName, type Reading } from '../reading.js';
import { openDocument } from './archive.js';
import { readOpenDocumentText } from './text.js';

/**
 * Reads an OpenDocument text or presentation (.odt, .odp, ISO/IEC 26300): the text with all changes accepted, the numbers of
 * its lists and headings as `numbering`, the cells of its tables with their positions, and notes after the text.
 *
 * @throws DuiqiError `unreadable` for what is damaged, encrypted, too large, or no OpenDocument file
 */
export async function readOpenDocument(bytes: Uint8Array, name: string): Promise<Reading> {
  const { content, notes, leftOut } = readOpenDocumentText(openDocument(bytes, name, 'an OpenDocument file'));
  const writer = new BlockWriter<WrittenParagraph>((paragraph) => paragraph);
  writer.writeAll(content);
  writer.writeAll(notes);
  const without = [...leftOut, ...(writer.hasContents ? ['its table of contents'] : [])];
  if (without.length === 0) return writer.text.reading();
  return writer.text.reading([info('left-out', `${inputName(name)} was read without ${listed(without)}.`)]);
}
