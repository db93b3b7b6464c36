import type { Content } from '../office/content.js';
import type { WrittenParagraph } from '../office/writer.js';
import { type CellDefinition, RtfTable } from './table.js';

interface OpenTable {
  readonly table: RtfTable<WrittenParagraph>;
  /** The cell that is being read. */
  cell: Content<WrittenParagraph>[];
}

/** Tables in one another; no one makes more. */
const DEEPEST = 20;

/** A text that stands by itself, such as the document or a note: paragraphs, and the cells that they fill. */
export class Flow {
  readonly content: Content<WrittenParagraph>[] = [];
  lines: string[] = [''];
  marker: string | null = null;
  /** Whether the paragraph that is read has text that is hidden. */
  hasHidden = false;
  readonly #tables: OpenTable[] = [];

  /** @param depth in how many tables it stands */
  add(paragraph: WrittenParagraph, depth: number): void {
    this.#goTo(depth);
    this.#target.push(paragraph);
  }

  endCell(depth: number): void {
    this.#goTo(Math.max(1, depth));
    const open = this.#tables.at(-1)!;
    open.table.addCell(open.cell);
    open.cell = [];
  }

  endRow(definitions: readonly CellDefinition[], depth: number): void {
    this.#goTo(Math.max(1, depth));
    this.#tables.at(-1)!.table.endRow(definitions);
  }

  end(): void {
    this.#goTo(0);
  }

  #goTo(depth: number): void {
    const wanted = Math.min(depth, DEEPEST);
    while (this.#tables.length > wanted) {
      const { table, cell } = this.#tables.pop()!;
      if (cell.length > 0) table.addCell(cell);
      this.#target.push(table.table());
    }
    while (this.#tables.length < wanted) this.#tables.push({ table: new RtfTable(), cell: [] });
  }

  get #target(): Content<WrittenParagraph>[] {
    return this.#tables.at(-1)?.cell ?? this.content;
  }
}
