import { unreadable } from '../reading.js';
import { type XmlHandler, XmlReader } from '../xml.js';
import type { Part } from './archive.js';

/** Bytes that are decoded at a time, so that a part is never in memory as bytes and as text. */
const CHUNK = 2 ** 20;

/**
 * Reads a part of a document from start to end, as events. Nothing is fetched or expanded: a document type is refused.
 *
 * @throws DuiqiError `unreadable` for what is no well-formed XML
 */
export function walkXml({ bytes, path, input }: Part, handler: Omit<XmlHandler, 'doctype'>): void {
  const refuse = (what: string): never => {
    throw unreadable(input, `${what} in its part ${path}: open it in Word or Excel and save it anew`);
  };
  const doctype = () => refuse('has a document type declaration (DOCTYPE), which is not read for safety,');
  const reader = new XmlReader({ ...handler, doctype }, ({ what }) => refuse(`is damaged (${what})`));
  const decoder = new TextDecoder(encodingOf(bytes));
  for (let at = 0; at < bytes.length; at += CHUNK) {
    reader.write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true }));
  }
  reader.write(decoder.decode());
  reader.close();
}

/** The parts of office documents are UTF-8 or, with a byte order mark, UTF-16 (ECMA-376 part 2). */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
