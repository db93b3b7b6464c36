import type { Steps } from '../../../common/steps.js';
import type { Position } from '../../../types.js';
import { ExtractedText } from '../extracted-text.js';
import { type Cell, type Content, isTable, type Table } from './content.js';

/** A paragraph as it is written, once its place in its lists is known. */
export interface WrittenParagraph {
  readonly lines: readonly string[];
  /** `contents` is a line of a table of contents, which says again what headings say. */
  readonly kind: 'heading' | 'paragraph' | 'item' | 'contents';
  /** The marker that the document shows before it and its text lacks. */
  readonly numbering?: string;
}

/** The end of a sentence that more follows. */
const SENTENCE_END_INSIDE = /(?:[。！？]|[.!?]["'”’)]*\s)[”’）」』\s]*[^”’）」』\s]/;

/** Paragraphs and tables between two steps. */
const TOGETHER = 32;

/** Writes what stands in an office document as blocks, and counts its tables on the way. */
export class BlockWriter<Paragraph extends object> {
  readonly text = new ExtractedText();
  hasContents = false;
  readonly #look: (paragraph: Paragraph) => WrittenParagraph | null;
  #tables = 0;

  /** @param look is asked for each paragraph once, in the order of the document; null for one that only counts */
  constructor(look: (paragraph: Paragraph) => WrittenParagraph | null) {
    this.#look = look;
  }

  writeAll(content: readonly Content<Paragraph>[], position?: Position): void {
    for (const each of content) {
      if (isTable(each)) this.#writeTable(each, position);
      else this.#writeParagraph(each, position, false);
    }
  }

  /** The same in steps. */
  *writeInSteps(content: readonly Content<Paragraph>[]): Steps<void> {
    for (let at = 0; at < content.length; at += TOGETHER) {
      yield;
      this.writeAll(content.slice(at, at + TOGETHER));
    }
  }

  /**
   * Writes a table; one inside of a cell is part of that cell, save where the cell is the only one of its row: there
   * the outer table only lays out the page, and it is the rows of the inner one that pair.
   */
  #writeTable({ rows }: Table<Paragraph>, outer?: Position): void {
    let table = this.#tables;
    if (outer === undefined) this.#tables++;
    for (const row of rows) {
      const isLayout = row.length === 1 && row[0]!.content.some(isTable);
      for (const cell of row)
        this.#writeCell(cell, outer ?? (isLayout ? undefined : positionOf(cell, table)));
      // Positions of one table stand together: after the inner tables, the outer one counts as another.
      if (isLayout && outer === undefined) table = this.#tables++;
    }
  }

  #writeCell({ content }: Cell<Paragraph>, position: Position | undefined): void {
    const [only, second] = content;
    if (position !== undefined && only !== undefined && second === undefined && !isTable(only)) {
      this.#writeParagraph(only, position, true);
    } else this.writeAll(content, position);
  }

  #writeParagraph(paragraph: Paragraph, position: Position | undefined, isCell: boolean): void {
    const written = this.#look(paragraph);
    if (written === null) return;
    const { lines, kind, numbering } = written;
    if (kind === 'contents') {
      this.hasContents = true;
      this.text.leaveOut(lines);
      return;
    }
    const isProse = holdsSentences(lines);
    // Lawyers give whole clauses the style of a heading, for its numbers.
    const own = kind === 'heading' && isProse ? (numbering === undefined ? 'paragraph' : 'item') : kind;
    this.text.add(own !== 'heading' && isCell && !isProse ? 'row' : own, lines, {
      ...(numbering !== undefined && { numbering }),
      ...(position !== undefined && { position }),
    });
  }
}

/** Whether text holds more than one sentence: then it is prose, wherever it stands, and is to be split. */
function holdsSentences(lines: readonly string[]): boolean {
  return SENTENCE_END_INSIDE.test(lines.join('\n'));
}

function positionOf<Paragraph>({ column, start, end }: Cell<Paragraph>, table: number): Position {
  return { axis: 'row', table, column, start, end };
}
