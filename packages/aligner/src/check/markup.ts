import { SaxesParser } from 'saxes';
import type { Editor } from './editor.js';

/** A start tag, with its offsets. */
export interface Tag {
  /** Without a prefix. */
  readonly name: string;
  /** URI of its namespace. */
  readonly space: string;
  readonly start: number;
  readonly end: number;
  /** The value of an attribute by its name as it is written: `xml:lang`. */
  attribute(name: string): string | undefined;
}

export interface MarkupHandler {
  open(tag: Tag): void;
  /** `start` and `end` are those of the end tag; both are the end of the start tag for `<seg/>`. */
  close(name: string, start: number, end: number): void;
  text(text: string): void;
  /** What is no well-formed XML, in the parser's words, and where; nothing follows. */
  broken(why: string, at: number): void;
}

/** Elements in one another. Only hostile files go on. */
const DEEPEST = 400;

/** Reads XML from start to end or to the first fault, as events with offsets in the editor's text. */
export class Markup {
  readonly editor: Editor;
  readonly #handler: MarkupHandler;
  readonly #parser = new SaxesParser({ xmlns: true, position: false });
  /** Where the last tag ends. */
  #end = 0;
  #depth = 0;
  #stopped = false;

  constructor(editor: Editor, handler: MarkupHandler) {
    this.editor = editor;
    this.#handler = handler;
    const parser = this.#parser;
    parser.on('error', ({ message }) => {
      throw new Fault(message.replace(/\.$/, ''));
    });
    parser.on('opentag', ({ local, uri, attributes }) => {
      if (++this.#depth > DEEPEST) throw new Fault('elements are nested too deep');
      // A tag holds no other <: not even its attributes may.
      const start = editor.lastBefore('<', parser.position);
      this.#end = parser.position;
      const attribute = (key: string) => attributes[key]?.value;
      handler.open({ name: local, space: uri, start, end: this.#end, attribute });
    });
    parser.on('closetag', ({ name, local, isSelfClosing }) => {
      this.#depth--;
      const start = isSelfClosing ? this.#end : editor.lastBefore('<', parser.position);
      this.#end = parser.position;
      // The parser closes what is open before it says that another end tag stands here.
      const found = isSelfClosing ? name : editor.slice(start + 2, parser.position - 1).trimEnd();
      if (found !== name) throw new Fault(`</${found}> stands where </${name}> is wanted`);
      handler.close(local, start, this.#end);
    });
    parser.on('text', (text) => handler.text(text));
    parser.on('cdata', (text) => handler.text(text));
  }

  /** What lies before this offset has been read, or never will be. */
  get end(): number {
    return this.#stopped ? this.editor.length : this.#end;
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  write(chunk: string): void {
    this.editor.append(chunk);
    this.#untilFault(() => this.#parser.write(chunk));
  }

  close(): void {
    this.#untilFault(() => this.#parser.close());
    this.stop();
  }

  stop(): void {
    this.#stopped = true;
  }

  #untilFault(parse: () => void): void {
    if (this.#stopped) return;
    try {
      parse();
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      this.stop();
      this.#handler.broken(error.message, Math.min(this.#parser.position, this.editor.length));
    }
  }
}

/** Leaves the parser, which would go on behind a fault. */
class Fault extends Error {}
