import type { Span } from '../../types.js';
import { trimSpan } from '../writing/lines.js';
import { inTurn } from './partings.js';

/** The cells of a line of a table, parted by tabs; a cell without letters goes with the one before it. */
export function splitCells(text: string, line: Span): Span[] {
  const cells: Span[] = [];
  let start = line.start;
  for (const { length } of text.slice(line.start, line.end).split('\t')) {
    cells.push(trimSpan(text, { start, end: start + length }));
    start += length + 1;
  }
  return inTurn(text, cells);
}
