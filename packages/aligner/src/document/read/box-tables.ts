import type { Block, Span } from '../../types.js';
import { trimSpan } from '../writing/lines.js';

/** A table drawn with characters, which takes some lines of the text. */
export interface BoxTable {
  /** Half-open, as indices of lines. */
  readonly start: number;
  readonly end: number;
  /** Its cells that hold text, row by row. */
  readonly blocks: readonly Block[];
}

/** `+----+----+`, `├────┼────┤`, `|----|:---:|`: what is drawn between rows. */
const BORDER =
  /^(?:[+┌├└┏┣┗╔╠╚╒╞╘╓╟╙╭╰][-=+:─━═┬┼┴┳╋┻╦╬╩╤╪╧╥╫╨┐┤┘┓┫┛╗╣╝╕╡╛╖╢╜╮╯]+|[|│┃║][-=+:|─━═┼╋╬ ]+[|│┃║])$/;
/** The least of a line that it is drawn with. */
const DASHES = /[-=─━═]{3}/;
/** What stands between cells, and before and behind a row. */
const SIDES = '|│┃║';
/** A line of a table is not longer than this. */
const LONGEST_LINE = 1000;
/** Without borders, so many rows with as many cells each are a table. */
const LEAST_ROWS = 3;
/** So many rows between borders of their own: each of them is a row, however many lines it takes. */
const MANY_GROUPS = 4;

/** The cells of one line. */
type Row = readonly Span[];

/**
 * Tables that are drawn with characters, as programs and old documents do: `| a | b |` with lines of dashes or without.
 *
 * @param lines those of the text, blank ones too
 */
export function findBoxTables(text: string, lines: readonly Span[]): BoxTable[] {
  const tables: BoxTable[] = [];
  for (let start = 0, end = 0; start < lines.length; start = Math.max(end, start + 1)) {
    let borders = 0;
    /** Rows between two borders each. */
    const groups: Row[][] = [[]];
    for (end = start; end < lines.length; end++) {
      const cells = cellsOf(text, lines[end]!);
      if (cells === null) break;
      if (cells.length > 0) groups.at(-1)!.push(cells);
      else {
        borders++;
        groups.push([]);
      }
    }
    const rows = groups.flat();
    const columns = rows[0]?.length ?? 0;
    const isEven = columns > 1 && rows.every(({ length }) => length === columns);
    if (!isEven || (borders < 2 && rows.length < LEAST_ROWS)) continue;
    const blocks = rowsOf(groups.filter(({ length }) => length > 0)).flatMap((row, at) =>
      blocksOf(row, columns, tables.length, at),
    );
    tables.push({ start, end, blocks });
  }
  return tables;
}

/** The cells of a line, trimmed; none of a border, and null of a line that is no part of a table. */
function cellsOf(text: string, { start, end }: Span): Row | null {
  if (end - start < 3 || end - start > LONGEST_LINE) return null;
  const line = text.slice(start, end);
  if (BORDER.test(line) && DASHES.test(line)) return [];
  const side = line[0]!;
  if (!SIDES.includes(side) || line.at(-1) !== side) return null;
  const cells: Span[] = [];
  for (let from = 1; from < line.length; ) {
    const to = line.indexOf(side, from);
    cells.push(trimSpan(text, { start: start + from, end: start + to }));
    from = to + 1;
  }
  return cells;
}

/** The lines of each row: those between two borders, where borders part all rows, or else each by itself. */
function rowsOf(groups: readonly (readonly Row[])[]): readonly (readonly Row[])[] {
  const isWrapped = groups.some((rows) => rows.length > 1 && rows.flat().some(isEmpty));
  if (groups.length >= MANY_GROUPS || (groups.length === MANY_GROUPS - 1 && isWrapped)) return groups;
  return groups.flatMap((group) => {
    const rows: Row[][] = [];
    // A line without the first cell goes on with the row above.
    for (const row of group) {
      if (isEmpty(row[0]!) && rows.length > 0) rows.at(-1)!.push(row);
      else rows.push([row]);
    }
    return rows;
  });
}

function blocksOf(row: readonly Row[], columns: number, table: number, at: number): Block[] {
  return Array.from({ length: columns }, (_, column): Block => {
    const lines = row.map((cells) => cells[column]!).filter((cell) => !isEmpty(cell));
    return { kind: 'row', lines, position: { axis: 'row', table, column, start: at, end: at + 1 } };
  }).filter(({ lines }) => lines.length > 0);
}

function isEmpty({ start, end }: Span): boolean {
  return start === end;
}
