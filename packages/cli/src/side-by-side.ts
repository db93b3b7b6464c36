import { padColumns, wrap } from './display-width.js';

/** Everything for a person is set in this many columns. */
export const COLUMNS = 100;

const GUTTER = ' | ';

/** Two texts next to each other, each wrapped in its own column to at most `limit` lines. */
export function sideBySide(left: string, right: string, indent: number, limit: number): string[] {
  const width = Math.floor((COLUMNS - indent - GUTTER.length) / 2);
  const leftLines = wrap(left, width, limit);
  const rightLines = wrap(right, width, limit);
  return Array.from({ length: Math.max(leftLines.length, rightLines.length) }, (_, row) =>
    `${' '.repeat(indent)}${padColumns(leftLines[row] ?? '', width)}${GUTTER}${rightLines[row] ?? ''}`.trimEnd(),
  );
}
