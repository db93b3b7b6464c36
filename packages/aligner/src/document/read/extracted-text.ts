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
  /** See `Reading`. */
  readonly #inline: Span[] = [];
  #length = 0;
  #replaced = 0;

  /** Characters that were replaced before they were added. */
  countReplaced(count: number): void {
    this.#replaced += count;
  }

  /** Adds a block of one or more lines; lines without text are left out, and a block without lines is none. */
  add(
    kind: BlockKind,
    lines: readonly string[],
    { numbering, position, language, inline }: Extras = {},
  ): void {
    const spans = this.#append(lines, inline);
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
    return {
      text: this.#parts.join(''),
      blocks: this.#blocks,
      diagnostics: [...diagnostics, ...charactersReplaced(this.#replaced)],
      ...(this.#comments.length > 0 && { comments: this.#comments }),
      ...(this.#inline.length > 0 && { inline: this.#inline }),
    };
  }

  #append(lines: readonly string[], inline: readonly (readonly Span[])[] = []): Span[] {
    const spans: Span[] = [];
    for (const [index, line] of lines.entries()) {
      // Spans within the line count in it.
      const keepsLength = (inline[index]?.length ?? 0) > 0;
      const { text, count } = trueCharacters(line.replace(BREAKS, ' '), keepsLength);
      this.#replaced += count;
      const { start, end } = trimSpan(text, { start: 0, end: text.length });
      if (start === end) continue;
      this.#write(spans.length > 0 ? '\n' : this.#length > 0 ? '\n\n' : '');
      spans.push({ start: this.#length, end: this.#length + end - start });
      const shift = this.#length - start;
      // Where break characters were put together, offsets are no longer those of the line.
      for (const each of text.length === line.length ? (inline[index] ?? []) : []) {
        this.#inline.push({ start: each.start + shift, end: each.end + shift });
      }
      this.#write(text.slice(start, end));
    }
    return spans;
  }

  #write(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }
}

interface Extras extends Pick<Block, 'numbering' | 'position' | 'language'> {
  /** For each line, what in it is none of the text, such as the mark of a note: in order, and without white space at its ends. */
  readonly inline?: readonly (readonly Span[])[];
}

/** What `lineSpans` takes for the end of a line. */
const BREAKS = /[\n\r\f\u0085\u2028\u2029]+/g;
