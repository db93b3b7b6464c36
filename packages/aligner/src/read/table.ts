import { ExtractedText } from './extracted-text.js';
import type { Reading } from './reading.js';

/** Reads the rows of a sheet: cells of one row say the same. */
export function readRows(rows: readonly (readonly string[])[], _name: string): Reading {
  const extracted = new ExtractedText();
  rows.forEach((cells, row) =>
    cells.forEach((cell, column) =>
      extracted.add('paragraph', [cell], {
        position: { axis: 'row', table: 0, column, start: row, end: row + 1 },
      }),
    ),
  );
  return extracted.reading();
}
