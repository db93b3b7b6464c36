import type { Block, Language, Span } from '../../types.js';
import { displayWidth } from '../writing/display-width.js';
import { isBreak, moved } from '../writing/lines.js';
import { languageByScript } from '../writing/script.js';
import type { BoxTable } from './box-tables.js';

/** The cells of one line; where a row has nothing in a column, there is none. */
type Row = readonly (Span | undefined)[];

/** What parts the cells of a line. Tabs part cells by themselves, in any text. */
const GAP = / {2,}/g;
/** A line of a table is not longer than this. */
const LONGEST_LINE = 400;
/** Lines of two columns hold a text and its translation each, and need no table to be read. */
const LEAST_COLUMNS = 3;
/** So many rows show what is in the columns, and so large a share of them must have all their cells. */
const LEAST_ROWS = 3;
const FULL = 0.5;

/**
 * Tables whose columns nothing but blanks part, of which two hold a text and its translation and the others figures:
 * `2   Pocket watch   怀表   900   18.00`. Lines with texts in more columns say by themselves what belongs together.
 *
 * @param lines those of the text, blank ones too
 * @param isTaken whether a line is part of something else
 * @param table the number of the first table that is found
 */
export function findBlankTables(
  text: string,
  lines: readonly Span[],
  isTaken: (line: number) => boolean,
  table: number,
): BoxTable[] {
  const tables: BoxTable[] = [];
  for (let start = 0, end = 0; start < lines.length; start = Math.max(end, start + 1)) {
    const found: Row[] = [];
    for (end = start; end < lines.length && !isTaken(end); end++) {
      const cells = cellsOf(text, lines[end]!);
      if (cells.length < 2) break;
      found.push(cells);
    }
    const rows = inColumns(text, found);
    if (rows === null || !holdsFigures(text, rows)) continue;
    const number = table + tables.length;
    tables.push({ start, end, blocks: rows.flatMap((row, at) => blocksOf(row, number, at)) });
  }
  return tables;
}

/** The cells of a line, as gaps part them. */
function cellsOf(text: string, { start, end }: Span): Span[] {
  if (end === start || end - start > LONGEST_LINE) return [];
  const cells: Span[] = [];
  let from = 0;
  const written = text.slice(start, end);
  if (written.includes('\t')) return [];
  for (const { 0: gap, index } of written.matchAll(GAP)) {
    if (index > from) cells.push(moved({ start: from, end: index }, start));
    from = index + gap.length;
  }
  if (from < written.length) cells.push(moved({ start: from, end: written.length }, start));
  return cells;
}

/** Rows whose cells stand in the columns of the fullest ones; null where they are too few, or a cell may stand in several columns. */
function inColumns(text: string, rows: readonly Row[]): Row[] | null {
  const columns = rows.reduce((most, { length }) => Math.max(most, length), 0);
  const full = rows.filter(({ length }) => length === columns);
  if (columns < LEAST_COLUMNS || full.length < LEAST_ROWS || full.length < FULL * rows.length) return null;
  const placed = full.map((row) => row.map((cell) => placeOf(text, cell!)));
  const extents = Array.from({ length: columns }, (_, column) => ({
    start: Math.min(...placed.map((row) => row[column]!.start)),
    end: Math.max(...placed.map((row) => row[column]!.end)),
  }));
  const all = rows.map((row) => (row.length === columns ? row : underColumns(text, row, extents)));
  return all.every((row) => row !== null) ? all : null;
}

/** A row whose cells each stand below those of one column, and no two below the same; null of any other. */
function underColumns(text: string, row: Row, extents: readonly Span[]): Row | null {
  const own: (Span | undefined)[] = extents.map(() => undefined);
  for (const cell of row) {
    const { start, end } = placeOf(text, cell!);
    const over = extents.flatMap((each, column) => (start < each.end && end > each.start ? [column] : []));
    if (over.length !== 1 || own[over[0]!] !== undefined) return null;
    own[over[0]!] = cell;
  }
  return own;
}

/** Where a cell is seen in its line. */
function placeOf(text: string, { start, end }: Span): Span {
  let from = start;
  while (from > 0 && !isBreak(text.charCodeAt(from - 1))) from--;
  return {
    start: displayWidth(text, { start: from, end: start }),
    end: displayWidth(text, { start: from, end }),
  };
}

/** Whether one column is in English, one in Chinese, and all others hold figures or units, at least below the names of the columns. */
function holdsFigures(text: string, rows: readonly Row[]): boolean {
  const below = rows.slice(1).map((row) => row.map((cell) => (cell ? text.slice(cell.start, cell.end) : '')));
  const columns = rows[0]!.map((_, column) => below.flatMap((row) => row[column] || []));
  const texts = (['en', 'zh'] as const).map((language) => longestIn(language, columns));
  const others = columns.filter((column) => !texts.includes(column));
  return (
    !texts.includes(null) &&
    others.every((column) => column.every(holdsNoText)) &&
    others.some((column) => column.some((cell) => /\d/.test(cell)))
  );
}

/** The column in a language that has most letters of those in it: units of measures are in a language as well. */
function longestIn(language: Language, columns: readonly (readonly string[])[]): readonly string[] | null {
  let [longest, most]: [readonly string[] | null, number] = [null, 0];
  for (const column of columns) {
    const isIn = column.every((cell) => isPure(cell) && languageByScript(cell) === language);
    const letters = column.join('').match(/\p{L}/gu)?.length ?? 0;
    if (isIn && letters > most) [longest, most] = [column, letters];
  }
  return longest;
}

/** `5 Apr`, `12 pcs`, `mg/kg`, `30 元`: figures or none, and with them no more than a unit, a month or a currency. */
function holdsNoText(cell: string): boolean {
  const words = cell.match(/\p{L}+/gu) ?? [];
  return (
    words.every((word) => word.length <= (/\p{Script=Han}/u.test(word) ? 2 : 4)) && words.join('').length <= 6
  );
}

/** Whether a cell is in Latin letters alone, or in Chinese, in which there may be names. */
function isPure(cell: string): boolean {
  return /\p{Script=Han}/u.test(cell) !== /\p{Script=Latin}{3}/u.test(cell);
}

function blocksOf(row: Row, table: number, at: number): Block[] {
  return row.flatMap((cell, column): Block[] =>
    cell === undefined
      ? []
      : [{ kind: 'row', lines: [cell], position: { axis: 'row', table, column, start: at, end: at + 1 } }],
  );
}
