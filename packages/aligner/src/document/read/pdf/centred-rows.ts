import type { TextLine } from './lines.js';
import type { Range } from './ranges.js';
import { heightOf } from './table-cells.js';
import { FEWEST_ROWS } from './table-stretch.js';

/** The middle of a cell is that of its row, give or take this, in font sizes: programs set it there to the point. */
const IN_MIDDLE = 0.1;

/** So many cells have a line above the middle of their row and one below, and none on it: what begins at the top of rows has one beside that of the others. */
const FEWEST_AROUND = 2;

/**
 * Where rows are whose cells stand in the middle of their height: in some column all have one line, and the lines of all others
 * fall into groups of which each has such a line in its middle. Null for others.
 */
export function centredRows(columns: readonly (readonly TextLine[])[]): Range[] | null {
  for (const keys of columns) {
    if (keys.length < FEWEST_ROWS) continue;
    const cells = columns.flatMap((column) => (column === keys ? [] : [cellsAround(keys, column)]));
    if (!cells.every((each) => each !== null)) continue;
    const around = cells.flat().filter(({ length }) => length > 0 && length % 2 === 0);
    const areFilled = keys.every((_, row) => cells.some((each) => each[row]!.length > 0));
    if (areFilled && around.length >= FEWEST_AROUND) return bandsOf(keys, cells);
  }
  return null;
}

/** The lines of a column that have each of some lines in their middle; null where some have none. */
function cellsAround(keys: readonly TextLine[], column: readonly TextLine[]): (readonly TextLine[])[] | null {
  let next = 0;
  const cells = keys.map(({ baseline, size }) => {
    const first = next;
    const within = IN_MIDDLE * size;
    const middle = (end: number): number => (column[first]!.baseline + column[end]!.baseline) / 2;
    let end = first;
    while (end < column.length && middle(end) < baseline - within) end++;
    if (end < column.length && middle(end) <= baseline + within) next = end + 1;
    return column.slice(first, next);
  });
  return next === column.length ? cells : null;
}

/** From the top of the first line of each row to the baseline of its last. */
function bandsOf(
  keys: readonly TextLine[],
  columns: readonly (readonly (readonly TextLine[])[])[],
): Range[] | null {
  const bands = keys.map((key, row) => {
    const heights = [[key], ...columns.map((cells) => cells[row]!)]
      .filter(({ length }) => length > 0)
      .map(heightOf);
    return {
      from: Math.min(...heights.map(({ from }) => from)),
      to: Math.max(...heights.map(({ to }) => to)),
    };
  });
  return bands.every(({ from }, row) => row === 0 || from > bands[row - 1]!.to) ? bands : null;
}
