import { type SaxesAttributeNS, SaxesParser } from 'saxes';
import { LONGEST_TEXT } from './longest-text.js';
import { declaredEntities } from './xml-entities.js';

export interface XmlElement {
  /** Without its prefix, which every writer chooses for himself. */
  readonly name: string;
  /** URI of its namespace. */
  readonly space: string;
  /** The value of an attribute by its name without a prefix. */
  attribute(name: string): string | undefined;
  /** The value of an attribute by its name as it is written, with its prefix: `xml:lang`. */
  attributeAsWritten(name: string): string | undefined;
}

export interface XmlEnd extends Pick<XmlElement, 'name' | 'space'> {
  /** With the prefix of the start tag. */
  readonly nameAsWritten: string;
  /** `<name/>` has no end tag. */
  readonly isSelfClosing: boolean;
}

export interface XmlHandler {
  open?(element: XmlElement): void;
  close?(element: XmlEnd): void;
  text?(text: string): void;
  /** What follows `<!DOCTYPE`. Texts that stand in it as entities are known (`declaredEntities`); nothing is ever fetched. */
  doctype?(declaration: string): void;
}

/** Where XML is not well-formed. */
export interface XmlFault {
  /** A few words, without a full stop. */
  readonly what: string;
  /** Both counted from 1; the column in code points. */
  readonly line: number;
  readonly column: number;
  /** It may be well-formed, but a text or a tag in it has no end that can be waited for. */
  readonly isTooLong: boolean;
}

/** Elements in one another. Tables in tables take three or four a table; only hostile files go on. */
const DEEPEST = 400;

/** Reads XML as it comes, as events. */
export class XmlReader {
  readonly #parser = new SaxesParser({ xmlns: true, position: false });
  #depth = 0;
  /** Characters since the parser last told of something: it holds them, whatever they are. */
  #held = 0;
  readonly #fail: (what: string, isTooLong?: boolean) => never;

  /** @param refuse throws what is to be thrown for text that is no well-formed XML, or is nested too deep */
  constructor(handler: XmlHandler, refuse: (fault: XmlFault) => never) {
    const parser = this.#parser;
    const fail = (what: string, isTooLong = false): never =>
      refuse({ what, line: parser.line, column: parser.column, isTooLong });
    this.#fail = fail;
    parser.on('error', ({ message }) => fail(message.replace(/\.$/, '')));
    parser.on('doctype', (declaration) => {
      for (const [name, text] of declaredEntities(declaration)) parser.ENTITIES[name] ??= text;
      handler.doctype?.(declaration);
    });
    parser.on('opentag', ({ local, uri, attributes }) => {
      this.#held = 0;
      if (++this.#depth > DEEPEST) fail('elements are nested too deep');
      handler.open?.({
        name: local,
        space: uri,
        attribute: (name) => attributeOf(attributes, name),
        attributeAsWritten: (name) => attributes[name]?.value,
      });
    });
    parser.on('closetag', ({ local, uri, name, isSelfClosing }) => {
      this.#held = 0;
      this.#depth--;
      handler.close?.({ name: local, space: uri, nameAsWritten: name, isSelfClosing });
    });
    const tell = (text: string): void => {
      this.#held = 0;
      handler.text?.(text);
    };
    parser.on('text', tell);
    parser.on('cdata', tell);
  }

  /** How much of the text was read, in UTF-16 code units: to the end of the tag that the handler is told of. */
  get position(): number {
    return this.#parser.position;
  }

  write(text: string): void {
    this.#held += text.length;
    this.#parser.write(text);
    if (this.#held > LONGEST_TEXT) this.#fail('no tag ends in 60 million characters', true);
  }

  /** Says that the text has ended, which may be too early. */
  close(): void {
    this.#parser.close();
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
