import { info } from '../../common/diagnostic.js';
import type { Steps } from '../../common/steps.js';
import type { BlockKind, Diagnostic, Position } from '../../types.js';
import { trimSpan } from '../writing/lines.js';
import { isOrdinaryComment } from './comments.js';
import { ExtractedText } from './extracted-text.js';
import { collapsedLine, type Line, newLine } from './html-lines.js';
import { isTooMuch } from './html-tags.js';
import { inputName, type Reading } from './reading.js';

/** How text is to be read; each element hands it on to those in it. */
export interface Context {
  readonly kind: BlockKind;
  readonly position?: Position;
  readonly leftOut: boolean;
  readonly preformatted: boolean;
  readonly inComment: boolean;
}

/** Makes blocks of the text of a page as it comes. */
export class HtmlBlocks {
  /** The marker of the block that is being read. */
  numbering = '';
  readonly #extracted = new ExtractedText();
  readonly #readComment: (comment: string, context: Context) => void;
  /** The lines of the block that is being read. */
  #lines = [newLine()];
  /** Comments within it. */
  #comments: string[] = [];
  /** The start of what was left out, as a message shows it. */
  #leftOut = '';

  /** @param readComment hands on what a comment holds: text and tags as well */
  constructor(readComment: (comment: string, context: Context) => void) {
    this.#readComment = readComment;
  }

  addText(value: string, context: Context): void {
    const [first, ...rest] = context.preformatted ? value.split('\n') : [value];
    this.#line.text += first!;
    for (const line of rest) {
      this.breakLine(context);
      this.#line.text += line;
    }
  }

  /** Adds what marks a note, if it stays on one line. */
  *addMark(addContents: Steps<void>): Steps<void> {
    const line = this.#line;
    const start = line.text.length;
    yield* addContents;
    if (line !== this.#line) return;
    const mark = trimSpan(line.text, { start, end: line.text.length });
    if (mark.end > mark.start) line.marks.push(mark);
  }

  breakLine(context: Context): void {
    // Two line breaks in a row are how old pages part paragraphs.
    if (context.kind !== 'code' && this.#line.text.trim() === '') this.close(context);
    else this.#lines.push(newLine());
  }

  /** Begins another line, where there is any text on this one: the block goes on. */
  partLine(context: Context): void {
    if (this.#line.text.trim() !== '') this.breakLine(context);
  }

  /** A comment within a block waits for its end. */
  addComment(comment: string, context: Context): void {
    if (context.leftOut || context.inComment || isOrdinaryComment(comment)) return;
    if (this.#lines.some(({ text }) => text.trim() !== '')) this.#comments.push(comment);
    else this.#writeComment(comment, context);
  }

  /** Ends the block that is being read, if there is any text in it. */
  close(context: Context): void {
    this.#writeLines(context);
    const waiting = this.#comments;
    this.#comments = [];
    for (const comment of waiting) this.#writeComment(comment, context);
  }

  reading(name: string): Reading {
    return this.#extracted.reading(this.#leftOut === '' ? [] : [furnitureLeftOut(name, this.#leftOut)]);
  }

  get #line(): Line {
    return this.#lines.at(-1)!;
  }

  #writeLines({ kind, position, leftOut, preformatted }: Context): void {
    const shownLines = preformatted ? this.#lines : this.#lines.map(collapsedLine);
    const written = shownLines.map(({ text }) => text);
    this.#lines = [newLine()];
    if (written.every((line) => line.trim() === '')) return;
    if (leftOut) {
      if (this.#leftOut.length <= SHOWN)
        this.#leftOut = `${this.#leftOut} ${written.join(' ').trim()}`.trim();
      this.#extracted.leaveOut(written);
    } else {
      const inline = shownLines.map(({ marks }) => marks);
      const { numbering } = this;
      this.#extracted.add(kind, written, { numbering, inline, ...(position && { position }) });
      this.numbering = '';
    }
  }

  #writeComment(comment: string, context: Context): void {
    if (isTooMuch(comment)) return;
    const inner = { ...context, inComment: true };
    const [numbering, lines] = [this.numbering, this.#lines];
    this.#lines = [newLine()];
    this.#extracted.comment(() => {
      this.#readComment(comment, inner);
      this.close(inner);
    });
    [this.numbering, this.#lines] = [numbering, lines];
  }
}

/** Text of the furniture that a message shows, in characters. */
const SHOWN = 40;

function furnitureLeftOut(name: string, text: string): Diagnostic {
  const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  return info(
    'left-out',
    `${inputName(name)} has menus, banners, side bars, forms or cookie notices, which were left out of the alignment: "${shown}".`,
    { values: { kind: 'page-furniture', name, text: shown } },
  );
}
