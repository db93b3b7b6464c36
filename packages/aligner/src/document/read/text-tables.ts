import type { Span } from '../../types.js';
import { findBlankTables } from './blank-tables.js';
import { type BoxTable, findBoxTables } from './box-tables.js';
import { findTextColumns } from './text-columns.js';

/** What of a text is laid out as a table, by its lines, of which some are furniture: their indices. */
export type FindTables = (
  text: string,
  lines: readonly Span[],
  furniture: ReadonlySet<number>,
) => readonly BoxTable[];

/** Tables that are drawn or laid out with blanks, and text in columns side by side, in their order. */
export const findTables: FindTables = (text, lines, furniture) => {
  const drawn = findBoxTables(text, lines);
  const taken = new Set(furniture);
  const take = (tables: readonly BoxTable[]): void => {
    for (const { start, end } of tables) for (let line = start; line < end; line++) taken.add(line);
  };
  take(drawn);
  const isTaken = (line: number): boolean => taken.has(line);
  const blank = findBlankTables(text, lines, isTaken, drawn.length);
  take(blank);
  const columns = findTextColumns(text, lines, isTaken, drawn.length + blank.length);
  return [...drawn, ...blank, ...columns].sort((a, b) => a.start - b.start);
};
