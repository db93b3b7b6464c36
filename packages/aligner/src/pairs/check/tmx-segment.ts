import type { Editor } from './editor.js';
import { type Remark, warning } from './finding.js';
import type { Tag } from './markup.js';
import { cleanPiece } from './segment-text.js';
import { CODES } from './tmx-model.js';

/** A `<seg>` while it is read. Its text is repaired piece by piece, between the tags of codes; what codes hold stays. */
export class Segment {
  /** Its text without codes, as other programs see it before the repair. */
  text = '';
  /** What stands between its tags, as repaired: equal for equal segments. */
  content = '';
  #hasCodes = false;
  #codes = 0;
  /** Where what follows the last tag begins. */
  #at: number;
  #edge: string | null = null;
  #odd: string | null = null;
  #invisible: string | null = null;

  constructor(
    readonly tag: Tag,
    readonly editor: Editor,
  ) {
    this.#at = tag.end;
  }

  get isEmpty(): boolean {
    return !this.#hasCodes && this.content === '';
  }

  open(tag: Tag): void {
    this.#pieceTo(tag.start, false);
    this.#tag(tag.start, tag.end);
    this.#hasCodes = true;
    if (CODES.has(tag.name)) this.#codes++;
  }

  close(name: string, start: number, end: number): void {
    this.#pieceTo(start, false);
    this.#tag(start, end);
    if (CODES.has(name)) this.#codes--;
  }

  addText(text: string): void {
    if (this.#codes === 0) this.text += text;
  }

  /** Comes to its end tag; what is to be said of its characters. */
  finish(start: number): Remark[] {
    this.#pieceTo(start, true);
    if (this.isEmpty) return [];
    const remarks: Remark[] = [];
    const say = (
      code: 'edge' | 'invisible',
      what: string | null,
      where: string,
      remedy: string,
      fix: string,
    ) => {
      if (what === null) return;
      remarks.push(warning(code, `${what} ${where} the segment prevents 100 % matches: ${remedy}.`, fix));
    };
    say('edge', this.#edge, 'at the edge of', 'delete it', '');
    say('invisible', this.#odd, 'in', 'put a space in its place', ' ');
    say('invisible', this.#invisible, 'in', 'delete it', '');
    return remarks;
  }

  #tag(start: number, end: number): void {
    this.content += this.editor.slice(start, end);
    this.#at = end;
  }

  #pieceTo(end: number, last: boolean): void {
    const start = this.#at;
    const text = this.editor.slice(start, end);
    // Comments and CDATA sections are rare, and in them references are none.
    if (this.#codes > 0 || text.includes('<')) {
      this.content += text;
      return;
    }
    const piece = cleanPiece({ text, first: start === this.tag.end, last });
    this.#edge ??= piece.edge;
    this.#odd ??= piece.odd;
    this.#invisible ??= piece.invisible;
    if (piece.text !== text) this.editor.replace(start, end, piece.text);
    this.content += piece.text;
  }
}
