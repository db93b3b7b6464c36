import { info } from '../../../common/diagnostic.js';
import { listed } from '../../../common/listed.js';
import { BlockWriter, type WrittenParagraph } from '../office/writer.js';
import { inputName, type Reading } from '../reading.js';
import { readRtfText } from './text.js';

/**
 * Reads a file of Rich Text Format (.rtf, 1.9.1): the text with all changes accepted, the markers of its lists as the file has
 * them, the cells of its tables with their positions, and notes after the text.
 *
 * @throws DuiqiError `unreadable` for what is nested deeper, or longer, than anything that a person wrote
 */
export async function readRtf(bytes: Uint8Array, name: string): Promise<Reading> {
  const { content, notes, leftOut } = readRtfText(bytes, name);
  const writer = new BlockWriter<WrittenParagraph>((paragraph) => paragraph);
  writer.writeAll(content);
  writer.writeAll(notes);
  const without = [...leftOut, ...(writer.hasContents ? ['its table of contents'] : [])];
  if (without.length === 0) return writer.text.reading();
  return writer.text.reading([info('left-out', `${inputName(name)} was read without ${listed(without)}.`)]);
}
