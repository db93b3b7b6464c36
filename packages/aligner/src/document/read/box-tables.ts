import type { Block, Language, Span } from '../../types.js';
import { trimSpan } from '../writing/lines.js';
import { languageByScript } from '../writing/script.js';

/** A table drawn with characters, which takes some lines of the text. */
export interface BoxTable {
  /** Half-open, as indices of lines. */
  readonly start: number;
  readonly end: number;
  /** Its cells that hold text, row by row, and headings between these. */
  readonly blocks: readonly Block[];
}

/** `+----+----+`, `├────┼────┤`, `|----|:---:|`: what is drawn between rows. */
const BORDER =
  /^(?:[+┌├└┏┣┗╔╠╚╒╞╘╓╟╙╭╰][-=+:─━═┬┼┴┳╋┻╦╬╩╤╪╧╥╫╨┐┤┘┓┫┛╗╣╝╕╡╛╖╢╜╮╯]+|[|│┃║][-=+:|─━═┼╋╬ ]+[|│┃║])$/;
/** The least of a line that it is drawn with. */
const DASHES = /[-=─━═]{3}/;
/** `-----+-----+-----`, `--- | ---`: the same between rows that have nothing before and behind them. */
const OPEN_BORDER = /^[-=─━═:]{3,}(?: ?[+|┼│] ?[-=─━═:]{3,})+$/;
/** What stands free between cells of rows that have nothing before and behind them. */
const FREE_BAR = /(?<=\s|^)[|│┃║](?=\s|$)/g;
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
    const columns = rows.find(({ length }) => length > 1)?.length ?? 0;
    // A title stands in one cell over all columns.
    const isEven = columns > 1 && rows.every(({ length }) => length === columns || length === 1);
    if (!isEven || (borders < 2 && rows.length < LEAST_ROWS)) {
      if (end > start) continue;
      const open = openTableAt(text, lines, start, tables.length);
      if (open.blocks.length > 0) tables.push(open);
      end = open.end;
      continue;
    }
    const blocks = rowsOf(groups.filter(({ length }) => length > 0)).flatMap((row, at) =>
      blocksOf(row, columns, tables.length, at),
    );
    tables.push({ start, end, blocks });
  }
  return tables;
}

/**
 * A table whose rows have bars between their cells alone, `Oil lamp | 油灯 | on the table`, and may lack the last of them. Lines of a text
 * and its translation with one bar between them need no table to be read, and lines of one language each are none: so it has a
 * border, or more than two columns, each of them in one language. Where there is none, it has no cells, and ends with the lines that
 * are none.
 */
function openTableAt(text: string, lines: readonly Span[], start: number, table: number): BoxTable {
  const rows: Row[] = [];
  let end = start;
  let borders = 0;
  for (; end < lines.length; end++) {
    const cells = cellsOf(text, lines[end]!) === null ? cellsBetweenBars(text, lines[end]!) : null;
    if (cells === null) break;
    if (cells.length === 0) borders++;
    else rows.push(cells);
  }
  const columns = rows.reduce((most, { length }) => Math.max(most, length), 0);
  const full = rows.filter(({ length }) => length === columns);
  const none = { start, end, blocks: [] };
  if (rows.length < LEAST_ROWS || full.length * 2 < rows.length || (columns < 3 && borders === 0))
    return none;
  const languages = Array.from({ length: columns }, (_, column) => languageOfColumn(text, full, column));
  if (!languages.includes('en') || !languages.includes('zh') || languages.includes('both')) return none;
  // `Day One | 第一天` among rows with a time before both languages is a heading in both.
  const isHeading = (row: Row): boolean =>
    row.length < columns &&
    row.some((cell, column) => {
      const language = languageByScript(text.slice(cell.start, cell.end));
      return language !== null && languages[column] !== language;
    });
  const blocks = rows.flatMap((row, at): Block[] =>
    isHeading(row)
      ? [{ kind: 'paragraph', lines: [{ start: row[0]!.start, end: row.at(-1)!.end }] }]
      : blocksOf([row], row.length, table, at),
  );
  return { start, end, blocks };
}

/** The cells of a line with free bars, trimmed; none of a border, and null of any other line. */
function cellsBetweenBars(text: string, { start, end }: Span): Row | null {
  if (end - start < 3 || end - start > LONGEST_LINE) return null;
  const line = text.slice(start, end);
  if (OPEN_BORDER.test(line)) return [];
  const bars = [...line.matchAll(FREE_BAR)].map(({ index }) => index);
  if (bars.length === 0) return null;
  return [...bars, line.length].map((bar, at) =>
    trimSpan(text, { start: start + (at === 0 ? 0 : bars[at - 1]! + 1), end: start + bar }),
  );
}

/** Share of the cells of a column with letters that must be in its language: names of columns are in any. */
const IN_ONE_LANGUAGE = 0.8;

function languageOfColumn(text: string, rows: readonly Row[], column: number): Language | 'both' | null {
  const own = rows.flatMap((row) => {
    const cell = row[column];
    return (cell && languageByScript(text.slice(cell.start, cell.end))) ?? [];
  });
  const en = own.filter((language) => language === 'en').length;
  const language = en * 2 > own.length ? 'en' : 'zh';
  if (own.length === 0) return null;
  return Math.max(en, own.length - en) >= IN_ONE_LANGUAGE * own.length ? language : 'both';
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
    const lines = row.flatMap((cells) => cells[column] ?? []).filter((cell) => !isEmpty(cell));
    return { kind: 'row', lines, position: { axis: 'row', table, column, start: at, end: at + 1 } };
  }).filter(({ lines }) => lines.length > 0);
}

function isEmpty({ start, end }: Span): boolean {
  return start === end;
}
