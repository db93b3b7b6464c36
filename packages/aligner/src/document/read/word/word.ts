import { info } from '../../../common/diagnostic.js';
import { listed } from '../../../common/listed.js';
import type { Position } from '../../../types.js';
import { ExtractedText } from '../extracted-text.js';
import { openArchive } from '../office/archive.js';
import { findParts, missingPart, type PartPlace } from '../office/parts.js';
import { inputName, type Reading } from '../reading.js';
import { WordNumbering } from './numbering.js';
import { DEFAULT_STYLE, readStyles, type WordStyles } from './styles.js';
import { readWordText, type WordCell, type WordContent, type WordParagraph, type WordTable } from './text.js';

const PARTS = {
  document: { type: /^(?=.*word).*\.main\+xml$/, usual: 'word/document.xml' },
  styles: { type: /wordprocessingml\.styles\+xml$/, usual: 'word/styles.xml' },
  numbering: { type: /wordprocessingml\.numbering\+xml$/, usual: 'word/numbering.xml' },
  footnotes: { type: /wordprocessingml\.footnotes\+xml$/, usual: 'word/footnotes.xml' },
  endnotes: { type: /wordprocessingml\.endnotes\+xml$/, usual: 'word/endnotes.xml' },
} satisfies Record<string, PartPlace>;

/**
 * Reads a Word document (.docx, ECMA-376): the text as Word shows it with all changes accepted, the numbers of its
 * automatic lists as `numbering`, the cells of its tables with their positions, and notes after the text.
 *
 * @throws DuiqiError `unreadable` for what is damaged, encrypted, too large, or no Word document
 */
export async function readDocx(bytes: Uint8Array, name: string): Promise<Reading> {
  const archive = openArchive(bytes, name);
  const parts = findParts(archive, PARTS);
  if (parts.document === undefined) throw missingPart(name, 'a Word document');
  const styles = readStyles(parts.styles);
  const writer = new BlockWriter(styles, new WordNumbering(parts.numbering, styles));
  const leftOut = new Set<string>();
  for (const part of [parts.document, parts.footnotes, parts.endnotes]) {
    if (part === undefined) continue;
    const text = readWordText(part);
    writer.writeAll(text.content);
    for (const what of text.leftOut) leftOut.add(what);
  }
  if (writer.hasContents) leftOut.add('its table of contents');
  for (const path of archive.paths.keys()) {
    if (/^word\/(?:header|footer)\d*\.xml$/.test(path)) leftOut.add('its headers and footers');
  }
  if (leftOut.size === 0) return writer.text.reading();
  return writer.text.reading([
    info('left-out', `${inputName(name)} was read without ${listed([...leftOut])}.`),
  ]);
}

/** Styles of headings by Word's own names, or by the names of a style that the document does not define. */
const HEADING = /^(?:heading|标题|標題) ?[1-9]?$|^(?:sub)?title$/i;
/** Styles of the lines of a table of contents, which say again what headings say. */
const CONTENTS = /^toc ?[1-9]$/i;
/** Level in the outline of what is no heading. */
const BODY_TEXT = 9;
/** The end of a sentence that more follows. */
const SENTENCE_END_INSIDE = /(?:[。！？]|[.!?]["'”’)]*\s)[”’）」』\s]*[^”’）」』\s]/;

/** Writes the blocks of a document, and counts its lists and tables on the way. */
class BlockWriter {
  readonly text = new ExtractedText();
  hasContents = false;
  readonly #styles: WordStyles;
  readonly #numbering: WordNumbering;
  #tables = 0;

  constructor(styles: WordStyles, numbering: WordNumbering) {
    this.#styles = styles;
    this.#numbering = numbering;
  }

  writeAll(content: readonly WordContent[], position?: Position): void {
    for (const each of content) {
      if (isTable(each)) this.#writeTable(each, position);
      else this.#writeParagraph(each, position);
    }
  }

  /**
   * Writes a table; one inside of a cell is part of that cell, save where the cell is the only one of its row: there
   * the outer table only lays out the page, and it is the rows of the inner one that pair.
   */
  #writeTable({ rows }: WordTable, outer?: Position): void {
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

  #writeCell({ content }: WordCell, position: Position | undefined): void {
    const [only, second] = content;
    if (position !== undefined && only !== undefined && second === undefined && !isTable(only)) {
      this.#writeParagraph(only, position, holdsSentences(only.lines) ? null : 'row');
    } else this.writeAll(content, position);
  }

  #writeParagraph(
    { lines, hasText, properties }: WordParagraph,
    position?: Position,
    cell: 'row' | null = null,
  ): void {
    const style = this.#styles.get(properties.style ?? DEFAULT_STYLE);
    const numbering = this.#numbering.next(properties, style);
    if (!hasText) return;
    const styleName = style?.name ?? properties.style ?? '';
    if (CONTENTS.test(styleName)) {
      this.hasContents = true;
      this.text.leaveOut(lines);
      return;
    }
    const outline = properties.outline ?? style?.outline ?? BODY_TEXT;
    // Lawyers give whole clauses the style of a heading, for its numbers.
    const isHeading = (outline < BODY_TEXT || HEADING.test(styleName)) && !holdsSentences(lines);
    const kind = isHeading ? 'heading' : (cell ?? (numbering === null ? 'paragraph' : 'item'));
    this.text.add(kind, lines, {
      ...(numbering !== null && { numbering }),
      ...(position !== undefined && { position }),
    });
  }
}

/** Whether text holds more than one sentence: then it is prose, wherever it stands, and is to be split. */
function holdsSentences(lines: readonly string[]): boolean {
  return SENTENCE_END_INSIDE.test(lines.join('\n'));
}

function isTable(content: WordContent): content is WordTable {
  return 'rows' in content;
}

function positionOf({ column, start, end }: WordCell, table: number): Position {
  return { axis: 'row', table, column, start, end };
}
