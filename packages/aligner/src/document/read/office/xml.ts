import { type XmlHandler, XmlReader } from '../../../common/xml.js';
import { unreadable } from '../reading.js';
import { tooLongText } from '../size.js';
import type { Part } from './archive.js';

/** Bytes that are decoded at a time, so that a part is never in memory as bytes and as text. */
const CHUNK = 2 ** 20;

/**
 * Reads a part of a document from start to end, as events. Nothing is fetched or expanded: a document type is refused.
 *
 * @throws DuiqiError `unreadable` for what is no well-formed XML
 */
export function walkXml({ bytes, ...part }: Part, handler: OfficeHandler): void {
  const walker = new XmlWalker(part, handler);
  for (let at = 0; at < bytes.length; at += CHUNK) walker.write(bytes.subarray(at, at + CHUNK));
  walker.end();
}

type OfficeHandler = Omit<XmlHandler, 'doctype'>;

/** The same for a part whose bytes come piece by piece; errors are those of `walkXml`. */
export class XmlWalker {
  readonly #reader: XmlReader;
  #decoder: TextDecoder | null = null;

  constructor({ path, input }: Omit<Part, 'bytes'>, handler: OfficeHandler) {
    const refuse = (what: string): never => {
      throw unreadable(input, `${what} in its part ${path}: open it in Word or Excel and save it anew`);
    };
    const doctype = () => refuse('has a document type declaration (DOCTYPE), which is not read for safety,');
    this.#reader = new XmlReader({ ...handler, doctype }, ({ what, isTooLong }) => {
      throw isTooLong ? tooLongText(input, ` in its part ${path}`) : refuse(`is damaged (${what})`);
    });
  }

  write(bytes: Uint8Array): void {
    this.#decoder ??= new TextDecoder(encodingOf(bytes));
    this.#reader.write(this.#decoder.decode(bytes, { stream: true }));
  }

  end(): void {
    this.#reader.write(this.#decoder?.decode() ?? '');
    this.#reader.close();
  }
}

/** The parts of office documents are UTF-8 or, with a byte order mark, UTF-16 (ECMA-376 part 2). */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
