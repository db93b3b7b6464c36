import type { Steps } from '../../../common/steps.js';
import { type XmlHandler, XmlReader } from '../../../common/xml.js';
import { declaredEncoding } from '../declared-encoding.js';
import { markedEncoding } from '../decode.js';
import type { Encoding } from '../encodings.js';
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

/** Bytes between two steps: some milliseconds of work. */
const STEP = 2 ** 14;

/** The same in steps, so that the thread is free between them. */
export function* walkXmlInSteps({ bytes, ...part }: Part, handler: OfficeHandler): Steps<void> {
  const walker = new XmlWalker(part, handler);
  for (let at = 0; at < bytes.length; at += STEP) {
    yield;
    walker.write(bytes.subarray(at, at + STEP));
  }
  walker.end();
}

type OfficeHandler = Omit<XmlHandler, 'doctype'>;

/** The same for a part whose bytes come piece by piece; errors are those of `walkXml`. */
export class XmlWalker {
  readonly #reader: XmlReader;
  readonly #decoder: PartDecoder;

  constructor({ path, input }: Omit<Part, 'bytes'>, handler: OfficeHandler) {
    const refuse = (what: string): never => {
      throw unreadable(
        input,
        `${what} in its part ${path}: open it in Word or Excel and save it anew`,
        'part-damaged',
        { part: path },
      );
    };
    const doctype = () => refuse('has a document type declaration (DOCTYPE), which is not read for safety,');
    this.#decoder = new PartDecoder(refuse);
    this.#reader = new XmlReader({ ...handler, doctype }, ({ what, isTooLong }) => {
      throw isTooLong ? tooLongText(input, ` in its part ${path}`) : refuse(`is damaged (${what})`);
    });
  }

  write(bytes: Uint8Array): void {
    this.#reader.write(this.#decoder.decode(bytes));
  }

  end(): void {
    this.#reader.write(this.#decoder.decode(null));
    this.#reader.close();
  }
}

/**
 * Decodes the bytes of a part. They are UTF-8 or, with a byte order mark, UTF-16 (ECMA-376 part 2); some programs write
 * another encoding and declare it. That counts where the first bytes that are no ASCII are no UTF-8.
 */
class PartDecoder {
  readonly #refuse: (what: string) => never;
  #declared: Encoding | null = null;
  #decoder: TextDecoder | null = null;
  #atStart = true;

  constructor(refuse: (what: string) => never) {
    this.#refuse = refuse;
  }

  /** @param bytes null at the end */
  decode(bytes: Uint8Array | null): string {
    try {
      if (bytes === null) return this.#decoder?.decode() ?? '';
      if (this.#atStart) this.#declared = declaredEncoding(bytes);
      const marked = this.#atStart && markedEncoding(bytes) !== null;
      this.#atStart = false;
      // Bytes of ASCII alone are the same in all encodings that can be declared.
      if (this.#decoder === null && !marked && bytes.every((byte) => byte < 0x80)) {
        return new TextDecoder().decode(bytes);
      }
      this.#decoder ??= new TextDecoder(this.#encodingOf(bytes), { fatal: true });
      return this.#decoder.decode(bytes, { stream: true });
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      return this.#refuse(`is damaged (not ${this.#decoder?.encoding.toUpperCase()} text)`);
    }
  }

  #encodingOf(bytes: Uint8Array): Encoding {
    const marked = markedEncoding(bytes);
    if (marked !== null || this.#declared === null) return marked ?? 'utf-8';
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
      return 'utf-8';
    } catch {
      return this.#declared;
    }
  }
}
