import type { Span } from '../../types.js';
import { type BoxTable, findBoxTables } from './box-tables.js';
import { findTextColumns } from './text-columns.js';

/** What of a text is laid out as a table, by its lines, of which some are furniture: their indices. */
export type FindTables = (
  text: string,
  lines: readonly Span[],
  furniture: ReadonlySet<number>,
) => readonly BoxTable[];

/** Tables that are drawn, and text in columns side by side, in their order. */
export const findTables: FindTables = (text, lines, furniture) => {
  const drawn = findBoxTables(text, lines);
  const taken = new Set(furniture);
  for (const { start, end } of drawn) for (let line = start; line < end; line++) taken.add(line);
  const columns = findTextColumns(text, lines, (line) => taken.has(line), drawn.length);
  return [...drawn, ...columns].sort((a, b) => a.start - b.start);
};
