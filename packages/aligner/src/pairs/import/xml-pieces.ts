import { type XmlHandler, XmlReader } from '../../common/xml.js';
import { unreadable } from '../../document/read/reading.js';
import { tooLongText } from '../../document/read/size.js';

/** Characters that are parsed at a time, whatever size the chunks have: what is read from them is all in memory at once. */
const PIECE = 2 ** 16;

/**
 * Reads the XML of a file of pairs as events; after each piece of it, whoever goes through this may take what has been read.
 *
 * @param name for messages
 * @throws DuiqiError `unreadable` where it is no well-formed XML
 */
export function* readXml(chunks: Iterable<string>, handler: XmlHandler, name: string): Iterable<void> {
  const reader = new XmlReader(handler, ({ what, line, column, isTooLong }) => {
    if (isTooLong) throw tooLongText(name, ` at line ${line}`);
    throw unreadable(
      name,
      `is no well-formed XML at line ${line}, column ${column} (${what}): mend it there, or export it anew from where it comes from`,
      'xml-damaged',
      { line },
    );
  });
  for (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += PIECE) {
      reader.write(chunk.slice(at, at + PIECE));
      yield;
    }
  }
  reader.close();
}
