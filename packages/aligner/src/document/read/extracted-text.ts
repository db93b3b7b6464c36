import type { Block, BlockKind, Diagnostic, Span } from '../../types.js';
import { trimSpan } from '../writing/lines.js';
import { charactersReplaced, trueCharacters } from '../writing/true-characters.js';
import type { Reading } from './reading.js';

/**
 * Collects what a reader takes out of a document that is no plain text: blocks with a blank line between them, in one
 * text that their spans count in. Break characters within a line become spaces, since spans are cut at line breaks.
 */
export class ExtractedText {
  readonly #parts: string[] = [];
  readonly #blocks: Block[] = [];
  readonly #comments: Block[][] = [];
  #inComment = false;
  #length = 0;
  #replaced = 0;

  /** Characters that were replaced before they were added. */
  countReplaced(count: number): void {
    this.#replaced += count;
  }

  /** Adds a block of one or more lines; lines without text are left out, and a block without lines is none. */
  add(kind: BlockKind, lines: readonly string[], { numbering, position, language }: Extras = {}): void {
    const spans = this.#append(lines);
    if (spans.length === 0) return;
    const blocks = this.#inComment ? this.#comments.at(-1)! : this.#blocks;
    blocks.push({
      kind,
      lines: spans,
      ...(numbering !== undefined && numbering !== '' && { numbering }),
      ...(position !== undefined && { position }),
      ...(language !== undefined && { language }),
    });
  }

  /** Adds text that is not to be aligned: a running head, a menu, a column of remarks. Returns where it stands. */
  leaveOut(lines: readonly string[]): Span | null {
    const spans = this.#append(lines);
    return spans.length === 0 ? null : { start: spans[0]!.start, end: spans.at(-1)!.end };
  }

  /** Adds what `write` adds as a comment; see `Reading`. */
  comment(write: () => void): void {
    this.#comments.push([]);
    this.#inComment = true;
    write();
    this.#inComment = false;
    if (this.#comments.at(-1)!.length === 0) this.#comments.pop();
  }

  /** All that was added. */
  reading(diagnostics: readonly Diagnostic[] = []): Reading {
    const text = this.#parts.join('');
    const comments = this.#comments;
    const all = [...diagnostics, ...charactersReplaced(this.#replaced)];
    return { text, blocks: this.#blocks, diagnostics: all, ...(comments.length > 0 && { comments }) };
  }

  #append(lines: readonly string[]): Span[] {
    const spans: Span[] = [];
    for (const line of lines) {
      const { text, count } = trueCharacters(line.replace(BREAKS, ' '));
      this.#replaced += count;
      const { start, end } = trimSpan(text, { start: 0, end: text.length });
      if (start === end) continue;
      this.#write(spans.length > 0 ? '\n' : this.#length > 0 ? '\n\n' : '');
      spans.push({ start: this.#length, end: this.#length + end - start });
      this.#write(text.slice(start, end));
    }
    return spans;
  }

  #write(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }
}

type Extras = Pick<Block, 'numbering' | 'position' | 'language'>;

/** What `lineSpans` takes for the end of a line. */
const BREAKS = /[\n\r\f\u0085\u2028\u2029]+/g;
