import { type CellShape, type Content, MOST_COLUMNS, type Table, TableBuilder } from '../office/content.js';

/** What `\cellx` ends: a cell of a row, by where its right edge lies. */
export interface CellDefinition {
  /** In twips. */
  readonly edge: number;
  readonly merge?: CellShape['merge'];
  /** It is one with the cell before it. */
  readonly isCovered: boolean;
}

interface Row<Paragraph> {
  readonly cells: readonly (readonly Content<Paragraph>[])[];
  readonly definitions: readonly CellDefinition[];
}

/** Twips by which edges of one column may differ: less than any column is wide, two thirds of a millimetre. */
const TOLERANCE = 40;

/** The rows of a table while it is read. Only when all are known it is clear which cells are wider than others. */
export class RtfTable<Paragraph> {
  readonly #rows: Row<Paragraph>[] = [];
  #cells: (readonly Content<Paragraph>[])[] = [];

  addCell(content: readonly Content<Paragraph>[]): void {
    this.#cells.push(content);
  }

  endRow(definitions: readonly CellDefinition[]): void {
    if (this.#cells.length > 0) this.#rows.push({ cells: this.#cells, definitions });
    this.#cells = [];
  }

  table(): Table<Paragraph> {
    // A file that was cut off ends within a row.
    this.endRow([]);
    const builder = new TableBuilder<Paragraph>();
    const edges = this.#edges();
    for (const { cells, definitions } of this.#rows) {
      let from = 0;
      cells.forEach((content, at) => {
        const definition = definitions[at];
        const to =
          definition === undefined ? -1 : edges.findIndex((edge) => edge >= definition.edge - TOLERANCE);
        const width = Math.max(1, to + 1 - from);
        from += width;
        if (definition?.isCovered && content.length === 0) builder.skip(width);
        else builder.add(content, { width, ...(definition?.merge && { merge: definition.merge }) });
      });
      builder.endRow();
    }
    return builder.table;
  }

  /** The right edges of all columns. */
  #edges(): number[] {
    // Rows that are defined alike share one definition, which may be long.
    const all = new Set<number>();
    for (const definitions of new Set(this.#rows.map((row) => row.definitions))) {
      for (const { edge } of definitions) all.add(edge);
    }
    const edges: number[] = [];
    for (const edge of [...all].sort((a, b) => a - b)) {
      if (edges.length === 0 || edge > edges.at(-1)! + TOLERANCE) edges.push(edge);
    }
    // A table with so many is none that a person made.
    return edges.length > MOST_COLUMNS ? [] : edges;
  }
}
