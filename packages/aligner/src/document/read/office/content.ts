/** What stands in a document, a cell, a note or a text box, in order; `Paragraph` is what its format knows of one. */
export type Content<Paragraph> = Paragraph | Table<Paragraph>;

/** A table with the cells that hold something. */
export interface Table<Paragraph> {
  readonly rows: readonly (readonly Cell<Paragraph>[])[];
}

export interface Cell<Paragraph> {
  readonly column: number;
  /** Half-open: a cell that is merged with the one below it ends two after its start. */
  readonly start: number;
  readonly end: number;
  readonly content: readonly Content<Paragraph>[];
}

/** How a cell lies in its table. */
export interface CellShape {
  /** Columns and rows that it covers; 1 where nothing is said. */
  readonly width?: number;
  readonly height?: number;
  /** Where its format says of each cell whether it is one with the one above it. */
  readonly merge?: 'begins' | 'goes on';
}

/** Columns of a table, and rows that a cell may cover; Word allows 63 columns. */
export const MOST_COLUMNS = 1000;
const MOST_ROWS = 100_000;

/** Puts the cells of a table in their places, as they are read. */
export class TableBuilder<Paragraph> {
  readonly #rows: Cell<Paragraph>[][] = [];
  #row = 0;
  #column = 0;
  #cells: OpenCell<Paragraph>[] = [];
  /** By column the cell that the next row's may be merged with. */
  readonly #merged = new Map<number, OpenCell<Paragraph>>();
  /** By column the row from which it is free of cells that cover it. */
  readonly #free: number[] = [];

  get table(): Table<Paragraph> {
    return { rows: this.#rows };
  }

  /** Leaves columns without cells, or with cells that others cover: some programs write those, others leave them out. */
  skip(columns: number): void {
    this.#column = Math.min(this.#column + columns, MOST_COLUMNS);
  }

  /** Adds a cell in the next column that none covers. */
  add(content: readonly Content<Paragraph>[], { width = 1, height = 1, merge }: CellShape = {}): void {
    while (this.#column < MOST_COLUMNS && (this.#free[this.#column] ?? 0) > this.#row) this.#column++;
    const column = this.#column;
    const end = this.#row + Math.max(1, Math.min(height, MOST_ROWS));
    const cell: OpenCell<Paragraph> = { content, column, start: this.#row, end };
    const above = this.#merged.get(column);
    if (merge === 'goes on' && above) above.end = cell.end;
    else if (merge === undefined) this.#merged.delete(column);
    else this.#merged.set(column, cell);
    if (content.length > 0) this.#cells.push(cell);
    this.skip(1);
    const covered = Math.min(column + Math.max(1, width), MOST_COLUMNS);
    if (covered === column + 1 && cell.end === this.#row + 1) return;
    while (this.#free.length < covered) this.#free.push(0);
    this.#free.fill(cell.end, column, covered);
  }

  endRow(isDeleted = false): void {
    // What covered columns of a deleted row covers nothing of the next, which has its place.
    if (isDeleted) this.#free.length = 0;
    else {
      if (this.#cells.length > 0) this.#rows.push(this.#cells);
      this.#row++;
    }
    this.#cells = [];
    this.#column = 0;
  }

  /** Rows without anything. */
  skipRows(count: number): void {
    this.#row += Math.min(count, MOST_ROWS);
  }
}

interface OpenCell<Paragraph> extends Cell<Paragraph> {
  end: number;
}

export function isTable<Paragraph extends object>(content: Content<Paragraph>): content is Table<Paragraph> {
  return 'rows' in content;
}
