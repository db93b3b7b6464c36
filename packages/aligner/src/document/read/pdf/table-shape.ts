import type { TextLine, TextRun } from './lines.js';

/** A table: its rows from top to bottom, with the lines of each cell; a cell without lines is empty. */
export interface Table {
  readonly rows: readonly (readonly (readonly TextLine[])[])[];
  /** Where the lines of each column end. */
  readonly ends: readonly number[];
  /** What stands above and below it. */
  readonly above: readonly TextRun[];
  readonly below: readonly TextRun[];
}

/** Where the columns of a table begin, from left to right. */
export type ColumnStarts = readonly number[];

/** Columns of one table begin at the same places, give or take so many points. */
export const SAME_START = 0.5;

/** Whether all columns begin where those of one table do that is known: so may the rows that a page end parts from it. */
export function goesOnIn(columns: ColumnStarts, known: readonly ColumnStarts[]): boolean {
  return (
    columns.length > 1 &&
    known.some((starts) =>
      columns.every((from) => starts.some((start) => Math.abs(start - from) <= SAME_START)),
    )
  );
}

/** Where the columns of a table begin. */
export function startsOf({ rows }: Pick<Table, 'rows'>): ColumnStarts {
  const columns = rows.reduce((most, { length }) => Math.max(most, length), 0);
  return Array.from({ length: columns }, (_, column) =>
    rows.reduce(
      (least, cells) => (cells[column] ?? []).reduce((left, line) => Math.min(left, line.left), least),
      Number.POSITIVE_INFINITY,
    ),
  );
}
