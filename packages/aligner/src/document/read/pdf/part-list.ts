import type { Language } from '../../../types.js';
import { languageByScript } from '../../writing/script.js';
import type { Region } from './columns.js';
import type { Entry } from './contents.js';
import { withLabelsBeside } from './labels-beside.js';
import type { TextLine } from './lines.js';
import type { MarginNote } from './margin-notes.js';
import { type Column, measure } from './measure.js';
import { goesOn, type PdfParagraph, paragraphsOf } from './paragraphs.js';
import type { Part } from './parts.js';
import { withSidesApart } from './sides-apart.js';
import type { Cell } from './structure.js';
import { withTermsApart } from './terms-apart.js';

type TextPart = Extract<Part, { readonly kind: 'text' }>;

/** A page of the other language has fewer paragraphs. */
const MOST_BETWEEN = 200;

/** Where lines stand that paragraphs are made of. */
interface Place {
  /** The cell of a table that holds them; null for running text. */
  readonly cell?: Cell | null;
  /** What they keep within; without it, what they show themselves. */
  readonly column?: Column | undefined;
  /** Whether the first paragraph may go on the one before it. */
  readonly mayGoOn?: boolean;
  /** Notes in the margin beside them: those that are put among the paragraphs are taken out of it. */
  readonly margin?: MarginNote[];
}

/** The parts of a document, as they are added in reading order. */
export class PartList {
  readonly parts: Part[] = [];
  /** How many tables have their number. */
  #tables = 0;

  /** Numbers for so many tables that the structure of a page names; the first of them. */
  numberTables(count: number): number {
    const first = this.#tables;
    this.#tables += count;
    return first;
  }

  leaveOut(lines: readonly string[]): void {
    this.parts.push({ kind: 'left-out', lines });
  }

  addCode(lines: readonly TextLine[]): void {
    this.parts.push({ kind: 'code', lines });
  }

  /** Adds what regions hold, with the notes in the margin that stand beside it: these are taken out of `margin`. */
  addRegions(regions: readonly Region[], margin: MarginNote[] = []): void {
    for (const [at, region] of regions.entries()) {
      const isBehindEntry = regions[at - 1]?.kind === 'entry';
      if (region.kind === 'table') this.#addTable(region);
      else if (region.kind === 'code') this.parts.push(region);
      else if (region.kind === 'entry') this.#addEntry(region.entry);
      else
        this.addParagraphs(region.lines, {
          column: region.column,
          mayGoOn: !region.beginsCell && !isBehindEntry,
          margin,
        });
    }
  }

  #addEntry({ lines }: Entry): void {
    this.addAside({ lines: [...lines], size: lines[0]!.size, column: measure(lines) });
  }

  addParagraphs(
    lines: readonly TextLine[],
    { cell = null, column, mayGoOn = true, margin = [] }: Place = {},
  ): void {
    if (lines.length === 0) return;
    const paragraphs = paragraphsOf(
      cell === null ? withSidesApart(withLabelsBeside(lines)) : lines,
      column ?? measure(lines),
    );
    const apart = withTermsApart(paragraphs);
    for (const [at, paragraph] of apart.entries()) {
      const before = this.parts.length;
      const isLast = at === apart.length - 1;
      this.addText({ kind: 'text', paragraph, called: null, cell, isLast }, mayGoOn && at === 0);
      if (margin.length > 0) this.#addMarginNotes(before, paragraph, margin);
    }
  }

  /** Puts the notes that stand beside a paragraph, or above it, before it, or behind it where it goes on what is before it. */
  #addMarginNotes(at: number, { lines }: PdfParagraph, margin: MarginNote[]): void {
    const { left, baseline } = lines.at(-1)!;
    const beside = margin.filter(
      (note) => note.baseline <= baseline && note.left <= left && left < note.right,
    );
    this.parts.splice(at, 0, ...beside.map(({ paragraph }) => aside(paragraph)));
    for (const note of beside) margin.splice(margin.indexOf(note), 1);
  }

  #addTable({ rows, ends, endAt, begins }: Extract<Region, { readonly kind: 'table' }>): void {
    const table = this.numberTables(1);
    const holdBoth = areInBoth(rows);
    rows.forEach((cells, row) => {
      cells.forEach((all, column) => {
        const texts = textsApart(all, begins).flatMap((lines, text) =>
          (holdBoth ? byLanguage(lines) : [lines]).map((own) => ({ text, lines: own })),
        );
        for (const { text, lines } of texts) {
          const cell = { table, row, column, ...(text > 0 && { text }) };
          this.addParagraphs(lines, {
            cell,
            column: withinCell(measure(lines), endAt?.(row, column) ?? ends[column]!),
          });
        }
      });
    });
  }

  /** Adds a paragraph that stands beside the text, or for itself: it goes on nothing, however large its letters are. */
  addAside(paragraph: PdfParagraph): void {
    this.parts.push(aside(paragraph));
  }

  /** Adds a paragraph; the first of a column or page may go on where the one before it broke off. */
  addText(part: TextPart, isFirst: boolean): void {
    const at = isFirst && part.cell === null ? this.#cutBefore(part) : -1;
    const before = this.parts[at];
    if (before?.kind === 'text' && goesOn(before.paragraph, part.paragraph)) {
      for (const line of part.paragraph.lines) before.paragraph.lines.push(line);
      this.parts[at] = { ...before, isLast: part.isLast === true };
    } else this.parts.push(part);
  }

  /**
   * Where the text stands that a column or page may begin in the midst of: the last one, or, where pages and columns are in two
   * languages in turn, the one that the last of its own language ended with; -1 for none.
   */
  #cutBefore({ paragraph }: TextPart): number {
    const language = languageByScript(paragraph.lines[0]!.text);
    const first = Math.max(0, this.parts.length - MOST_BETWEEN);
    let isBeyond = false;
    for (let at = this.parts.length - 1; at >= first; at--) {
      const part = this.parts[at]!;
      if (part.kind === 'left-out') continue;
      if (part.kind === 'code' || part.cell !== null) return -1;
      const own = languageByScript(part.paragraph.lines.at(-1)!.text);
      if (language === null || own === language || (own === null && !isBeyond))
        return isBeyond && part.isLast !== true ? -1 : at;
      isBeyond = true;
    }
    return -1;
  }
}

function aside(paragraph: PdfParagraph): TextPart {
  return { kind: 'text', paragraph, called: 'paragraph', cell: null };
}

/** So many of the cells of a table have a text in each language, one below the other, at least, and this share of those with several lines. */
const FEWEST_IN_BOTH = 3;
const MOST_IN_BOTH = 0.6;

/** Whether the cells of a table hold both languages, one below the other: where the language changes, another text begins. */
function areInBoth(rows: readonly (readonly (readonly TextLine[])[])[]): boolean {
  const several = rows.flat().filter(({ length }) => length > 1);
  const both = several.filter((lines) => byLanguage(lines).length === 2);
  return both.length >= FEWEST_IN_BOTH && both.length >= MOST_IN_BOTH * several.length;
}

/** The lines of a cell, parted where they change from one language to the other; those in none go with what is above them. */
function byLanguage(lines: readonly TextLine[]): TextLine[][] {
  const texts: TextLine[][] = [];
  let language: Language | null = null;
  for (const line of lines) {
    const own = languageByScript(line.text);
    if (texts.length === 0 || (own !== null && language !== null && own !== language)) texts.push([line]);
    else texts.at(-1)!.push(line);
    language = own ?? language;
  }
  return texts;
}

/** The lines of a cell, parted before those that begin a text of their own. */
function textsApart(lines: readonly TextLine[], begins?: ReadonlySet<TextLine>): TextLine[][] {
  const texts: TextLine[][] = [];
  for (const line of lines) {
    if (texts.length === 0 || begins?.has(line)) texts.push([line]);
    else texts.at(-1)!.push(line);
  }
  return texts;
}

/** What the lines of a cell keep within; one that spans several columns reaches beyond the end of the first. */
function withinCell(column: Column, end: number): Column {
  const isWide = Number.isFinite(column.right) && column.right > end;
  return isWide ? column : { ...column, right: end };
}
