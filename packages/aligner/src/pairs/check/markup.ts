import { XmlReader } from '../../common/xml.js';
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

/** Ends the reading; what is wrong has been reported. */
const BROKEN = Symbol('broken');

/** Reads XML from start to end or to the first fault, as events with offsets in the editor's text. */
export class Markup {
  readonly #reader: XmlReader;
  readonly #editor: Editor;
  /** Where the last tag ends. */
  #end = 0;
  #stopped = false;

  constructor(editor: Editor, handler: MarkupHandler) {
    this.#editor = editor;
    const refuse = (why: string): never => {
      this.#stopped = true;
      handler.broken(why, Math.min(reader.position, editor.length));
      throw BROKEN;
    };
    const reader: XmlReader = new XmlReader(
      {
        open: ({ name, space, attributeAsWritten }) => {
          // A tag holds no other <: not even its attributes may.
          const start = editor.lastBefore('<', reader.position);
          this.#end = reader.position;
          handler.open({ name, space, start, end: this.#end, attribute: attributeAsWritten });
        },
        close: ({ name, nameAsWritten, isSelfClosing }) => {
          const start = isSelfClosing ? this.#end : editor.lastBefore('<', reader.position);
          // The parser closes what is open before it says that another end tag stands here.
          const found = isSelfClosing
            ? nameAsWritten
            : editor.slice(start + 2, reader.position - 1).trimEnd();
          if (found !== nameAsWritten) refuse(`</${found}> stands where </${nameAsWritten}> is wanted`);
          this.#end = reader.position;
          handler.close(name, start, this.#end);
        },
        text: (text) => handler.text(text),
      },
      ({ what }) => refuse(what),
    );
    this.#reader = reader;
  }

  /** What lies before this offset has been read, or never will be. */
  get end(): number {
    return this.#stopped ? this.#editor.length : this.#end;
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  write(chunk: string): void {
    this.#editor.append(chunk);
    this.#unlessStopped(() => this.#reader.write(chunk));
  }

  close(): void {
    this.#unlessStopped(() => this.#reader.close());
    this.stop();
  }

  stop(): void {
    this.#stopped = true;
  }

  #unlessStopped(read: () => void): void {
    if (this.#stopped) return;
    try {
      read();
    } catch (error) {
      if (error !== BROKEN) throw error;
    }
  }
}
