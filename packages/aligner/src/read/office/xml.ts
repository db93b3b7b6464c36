import { type SaxesAttributeNS, SaxesParser } from 'saxes';
import { unreadable } from '../reading.js';
import type { Part } from './archive.js';

export interface XmlElement {
  /** Without its prefix, which every writer chooses for himself. */
  readonly name: string;
  /** URI of its namespace. */
  readonly space: string;
  /** The value of an attribute by its name without a prefix. */
  attribute(name: string): string | undefined;
}

export interface XmlHandler {
  open?(element: XmlElement): void;
  close?(element: Pick<XmlElement, 'name' | 'space'>): void;
  text?(text: string): void;
}

/** Elements in one another. Tables in tables take three or four a table; only hostile files go on. */
const DEEPEST = 400;
/** Bytes that are decoded at a time, so that a part is never in memory as bytes and as text. */
const CHUNK = 2 ** 20;

/**
 * Reads a part of a document from start to end, as events. Nothing is fetched or expanded: a document type is refused.
 *
 * @throws DuiqiError `unreadable` for what is no well-formed XML
 */
export function walkXml({ bytes, ...part }: Part, handler: XmlHandler): void {
  const walker = new XmlWalker(part, handler);
  for (let at = 0; at < bytes.length; at += CHUNK) walker.write(bytes.subarray(at, at + CHUNK));
  walker.end();
}

/** The same for a part whose bytes come piece by piece; errors are those of `walkXml`. */
export class XmlWalker {
  readonly #parser = new SaxesParser({ xmlns: true, position: false });
  #decoder: TextDecoder | null = null;
  #depth = 0;

  constructor({ path, input }: Omit<Part, 'bytes'>, handler: XmlHandler) {
    const refuse = (what: string): never => {
      throw unreadable(input, `${what} in its part ${path}: open it in Word or Excel and save it anew`);
    };
    const parser = this.#parser;
    parser.on('error', () => refuse('is damaged'));
    parser.on('doctype', () =>
      refuse('has a document type declaration (DOCTYPE), which is not read for safety,'),
    );
    parser.on('opentag', ({ local, uri, attributes }) => {
      if (++this.#depth > DEEPEST) refuse('is nested too deep');
      handler.open?.({
        name: local,
        space: uri,
        attribute: (name) => attributeOf(attributes, name),
      });
    });
    parser.on('closetag', ({ local, uri }) => {
      this.#depth--;
      handler.close?.({ name: local, space: uri });
    });
    parser.on('text', (text) => handler.text?.(text));
    parser.on('cdata', (text) => handler.text?.(text));
  }

  write(bytes: Uint8Array): void {
    this.#decoder ??= new TextDecoder(encodingOf(bytes));
    this.#parser.write(this.#decoder.decode(bytes, { stream: true }));
  }

  end(): void {
    this.#parser.write(this.#decoder?.decode() ?? '').close();
  }
}

function attributeOf(
  attributes: Readonly<Record<string, SaxesAttributeNS>>,
  name: string,
): string | undefined {
  for (const key in attributes) {
    const { local, value } = attributes[key]!;
    if (local === name) return value;
  }
  return undefined;
}

/** The parts of office documents are UTF-8 or, with a byte order mark, UTF-16 (ECMA-376 part 2). */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
