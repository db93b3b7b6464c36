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
  const all: Row[] = [];
  for (const row of rows) {
    if (row.length === columns) {
      all.push(row);
      continue;
    }
    const own: (Span | undefined)[] = Array.from({ length: columns }, () => undefined);
    for (const cell of row) {
      const { start, end } = placeOf(text, cell!);
      const over = extents.flatMap((each, column) => (start < each.end && end > each.start ? [column] : []));
      if (over.length !== 1 || own[over[0]!] !== undefined) return null;
      own[over[0]!] = cell;
    }
    all.push(own);
  }
  return all;
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

/** Whether one column is in English, one in Chinese, and all others hold figures, at least below the names of the columns. */
function holdsFigures(text: string, rows: readonly Row[]): boolean {
  const below = rows.slice(1).map((row) => row.map((cell) => (cell ? text.slice(cell.start, cell.end) : '')));
  const kinds = rows[0]!.map((_, column) => kindOf(below.map((row) => row[column]!)));
  const count = (kind: Kind): number => kinds.filter((each) => each === kind).length;
  return count('en') === 1 && count('zh') === 1 && count('figures') === kinds.length - 2;
}

type Kind = Language | 'figures' | 'mixed';

function kindOf(cells: readonly string[]): Kind {
  const filled = cells.filter((cell) => cell !== '');
  if (filled.every(holdsNoText) && filled.some((cell) => /\d/.test(cell))) return 'figures';
  const languages = filled.map((cell) => (isPure(cell) ? languageByScript(cell) : null));
  const [first] = languages;
  return first != null && languages.every((language) => language === first) ? first : 'mixed';
}

/** `5 Apr`, `12 pcs`, `30 元`: figures, and with them no more than a unit, a month or a currency. */
function holdsNoText(cell: string): boolean {
  const [word = '', ...others] = cell.match(/\p{L}+/gu) ?? [];
  return others.length === 0 && word.length <= (/\p{Script=Han}/u.test(word) ? 2 : 4);
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
