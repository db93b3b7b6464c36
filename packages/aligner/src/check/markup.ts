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
  readonly #parser = new SaxesParser({ xmlns: true, position: false });
  /** Where the last tag ends. */
  #end = 0;
  #depth = 0;
  #stopped = false;

  constructor(
    readonly editor: Editor,
    handler: MarkupHandler,
  ) {
    const parser = this.#parser;
    const unlessStopped =
      <Event>(action: (event: Event) => void) =>
      (event: Event): void => {
        if (!this.#stopped) action(event);
      };
    const fault = (why: string): void => {
      this.#stopped = true;
      handler.broken(why, Math.min(parser.position, editor.length));
    };
    parser.on(
      'error',
      unlessStopped(({ message }: Error) => fault(message.replace(/\.$/, ''))),
    );
    parser.on(
      'opentag',
      unlessStopped(({ local, uri, attributes }) => {
        if (++this.#depth > DEEPEST) return fault('elements are nested too deep');
        // A tag holds no other <: not even its attributes may.
        const start = editor.lastBefore('<', parser.position);
        this.#end = parser.position;
        const attribute = (key: string) => attributes[key]?.value;
        handler.open({ name: local, space: uri, start, end: this.#end, attribute });
      }),
    );
    parser.on(
      'closetag',
      unlessStopped(({ name, local, isSelfClosing }) => {
        this.#depth--;
        const start = isSelfClosing ? this.#end : editor.lastBefore('<', parser.position);
        // The parser closes what is open before it says that another end tag stands here.
        const found = isSelfClosing ? name : editor.slice(start + 2, parser.position - 1).trimEnd();
        if (found !== name) return fault(`</${found}> stands where </${name}> is wanted`);
        this.#end = parser.position;
        handler.close(local, start, this.#end);
      }),
    );
    const text = unlessStopped((characters: string) => handler.text(characters));
    parser.on('text', text);
    parser.on('cdata', text);
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
    if (!this.#stopped) this.#parser.write(chunk);
  }

  close(): void {
    if (!this.#stopped) this.#parser.close();
    this.stop();
  }

  stop(): void {
    this.#stopped = true;
  }
}
