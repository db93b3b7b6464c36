import type { Rule } from './grid.js';
import { isFull } from './line-width.js';
import type { TextLine } from './lines.js';
import { ALIGNED, NARROW as NARROW_TEXT } from './measure.js';
import type { Range } from './ranges.js';
import {
  besideIn,
  closestPitch,
  furthest,
  heightOf,
  isNarrow,
  mayGoOn,
  ON_LINE,
  roomOf,
  widthIn,
} from './table-cells.js';
import type { Table } from './table-shape.js';
import { FEWEST_ROWS, WIDER } from './table-stretch.js';

/** The lines of each column that stand in each of some bands, from top to bottom. */
export function rowsIn(bands: readonly Range[], columns: readonly (readonly TextLine[])[]): TextLine[][][] {
  const next = columns.map(() => 0);
  return bands.map(({ from, to }) =>
    columns.map((column, at) => {
      while (next[at]! < column.length && column[next[at]!]!.baseline < from) next[at]!++;
      const start = next[at]!;
      let end = start;
      while (end < column.length && column[end]!.baseline <= to) end++;
      next[at] = end;
      return column.slice(start, end);
    }),
  );
}

/** Rules between rows reach from the first column to the last, or begin and end so few points within them. */
const SHORT_OF = 3;
/** In this share of the rows that rules part a column has one line: rules that part groups of rows have several in all columns. */
const WITH_ONE_LINE = 0.6;

/**
 * Where rows are that rules across all columns part; null where there are too few such rules. One below the last row, and one
 * above the first, parts nothing.
 */
export function ruledRows(
  columns: readonly (readonly TextLine[])[],
  across: readonly Rule[],
): Range[] | null {
  const lines = columns.flat();
  const baselines = lines.map(({ baseline }) => baseline);
  const left = Math.min(...lines.map((line) => line.left)) + SHORT_OF;
  const right = Math.max(...columns.at(-1)!.map((line) => line.left));
  const [top, bottom] = [Math.min(...baselines), Math.max(...baselines)];
  const between = across.filter(
    (rule) => rule.left <= left && rule.right >= right && rule.top > top && rule.bottom < bottom,
  );
  if (between.length + 1 < FEWEST_ROWS) return null;
  const places = [Number.NEGATIVE_INFINITY, ...between.map((rule) => rule.top), bottom];
  const bands = places.slice(1).map((to, at) => ({ from: places[at]!, to }));
  const rows = rowsIn(bands, columns);
  const withOne = rows.filter((cells) => cells.some(({ length }) => length === 1));
  const areFilled = rows.every((cells) => cells.some(({ length }) => length > 0));
  const areRows = areFilled && withOne.length >= WITH_ONE_LINE * rows.length;
  const linesOfRows = rows.map((cells) => cells.flat().length);
  const held = linesOfRows.filter((_, at) => holdsRows(rows[at]!));
  return areRows && 2 * sum(held) <= sum(linesOfRows) ? bands : null;
}

function sum(figures: readonly number[]): number {
  return figures.reduce((all, each) => all + each, 0);
}

/** Whether what would be a row has lines in several columns that are rows themselves, as the body of a table between two rules has, or text below it. */
function holdsRows(cells: readonly (readonly TextLine[])[]): boolean {
  const filled = cells.filter(({ length }) => length > 0);
  return filled.length > 1 && linesAsRows(filled, Number.POSITIVE_INFINITY) !== null;
}

/** Where rows are that are numbered, with what stands above the first; null where no column at their left counts. */
export function numberedRows(columns: readonly (readonly TextLine[])[]): Range[] | null {
  const counted = countedIn(columns[0] ?? []);
  return counted !== null && beginRows(counted, columns.slice(1)) ? rowsFrom(counted, columns) : null;
}

/** Whether a line of each column stands beside each of some numbers. */
function beginRows(counted: readonly TextLine[], columns: readonly (readonly TextLine[])[]): boolean {
  const lookups = columns.map(besideIn);
  return counted.every((line) => lookups.every((find) => find(line).length > 0));
}

/**
 * Where rows are that are numbered at their left and have an amount at their right, which may stand on any of their lines, as a fee
 * does that dots lead to from the last line of its matter. Null for others.
 */
export function rowsWithAmounts(columns: readonly (readonly TextLine[])[]): Range[] | null {
  const counted = columns.length < 3 ? null : countedIn(columns[0]!);
  if (counted === null || !beginRows(counted, columns.slice(1, -1))) return null;
  const rows = rowsFrom(counted, columns);
  // What stands above the first number is the names of the columns, if anything.
  const own = rows.filter(({ from }) => from !== Number.NEGATIVE_INFINITY);
  const amounts = rowsIn(own, [columns.at(-1)!]).flat();
  const areAmounts = amounts.every((lines) => lines.length === 1 && HAS_FIGURE.test(lines[0]!.text));
  return areAmounts ? rows : null;
}

const HAS_FIGURE = /\d/;

/** The numbers of rows, of which one may be a name above them; null for what does not count. */
function countedIn(numbers: readonly TextLine[]): readonly TextLine[] | null {
  const first = numbers.findIndex(({ text }) => COUNT.test(text));
  const counted = numbers.slice(Math.max(0, first));
  const start = Number(COUNT.exec(counted[0]?.text ?? '')?.[1]);
  const counts = counted.every(({ text }, at) => Number(COUNT.exec(text)?.[1]) === start + at);
  return first < 0 || first > 1 || counted.length < FEWEST_ROWS || !counts ? null : counted;
}

/** The rows that begin with some lines, and what stands above the first. */
function rowsFrom(counted: readonly TextLine[], columns: readonly (readonly TextLine[])[]): Range[] {
  const starts = counted.map(({ baseline, size }) => baseline - 0.7 * size);
  const above = { from: Number.NEGATIVE_INFINITY, to: starts[0]! };
  const others = columns
    .map((column) => column.filter((line) => !counted.includes(line)))
    .filter(({ length }) => length > 0);
  const unnumbered = startsBelow(others, starts.at(-1)!);
  const ends = [...starts.slice(1), ...unnumbered, Number.POSITIVE_INFINITY];
  const rows = ends.map((to, at) => ({ from: starts[at] ?? ends[at - 1]!, to }));
  return columns.flat().some(({ baseline }) => baseline < above.to) ? [above, ...rows] : rows;
}

/** Where rows without a number begin below the last that has one, as those of sums do: no line there goes on the one above it. */
function startsBelow(columns: readonly (readonly TextLine[])[], from: number): number[] {
  const below = columns.map((column) => column.filter(({ baseline }) => baseline > from));
  const lookups = below.map(besideIn);
  const mayWrap = columns.map((column) => wraps(column));
  const goesOn = (line: TextLine): boolean =>
    below.some((column, at) =>
      lookups[at]!(line).some((own) => own > 0 && mayWrap[at]!(column[own - 1]!, column[own]!)),
    );
  const starts: number[] = [];
  let end = Math.min(...below.flatMap(([first]) => first?.baseline ?? []));
  for (const line of below.flat().sort((a, b) => a.baseline - b.baseline)) {
    const { baseline, size } = line;
    if (baseline - end <= ON_LINE * size) continue;
    end = baseline;
    if (!goesOn(line)) starts.push(baseline - 0.7 * size);
    else if (starts.length > 0) return [];
  }
  return starts;
}

/**
 * Tells whether a line of a column may be the rest of the one above it: in text that is not justified few lines begin in capitals,
 * and none are set against the right.
 */
function wraps(
  column: readonly TextLine[],
  right = Math.max(...column.map((line) => line.right)),
): (last: TextLine, line: TextLine) => boolean {
  if (isFlushRight(column)) return () => false;
  const justified = isJustified(column);
  return (last, line) => (justified || !BEGINS_HIGH.test(line.text)) && mayGoOn(last, line, { right });
}

/** Whether the lines of a column end at one place and begin at several. */
function isFlushRight(lines: readonly TextLine[]): boolean {
  const [lefts, rights] = [lines.map(({ left }) => left), lines.map(({ right }) => right)];
  const range = (places: readonly number[]): number => Math.max(...places) - Math.min(...places);
  const { size } = lines[0]!;
  return lines.length > 1 && range(rights) <= ALIGNED * size && range(lefts) > size;
}

/** `3`, `3.`, `(3)` */
const COUNT = /^[(（]?(\d{1,3})[.)）、]?$/;
/** The rows of a table of one line each are all as far apart as each other, give or take this share, or so many points: Chromium sets lines on whole pixels. */
const SAME_PITCH = 0.05;
const PIXEL = 0.76;
/** In so few of the cells of such a table the next one would not have fitted behind the text: running text has more. */
const MOST_FULL = 0.5;

/**
 * Where rows are that take one line each, as all lines are equally far apart and stand beside those of one column, and most are not
 * full; null for others. The widest text of a column looks full by itself, since it alone tells how wide the column is, unless the
 * next one begins far behind it.
 *
 * @param spans lines between the rows that stand in several columns
 */
export function linesAsRows(
  columns: readonly (readonly TextLine[])[],
  usual: number,
  spans: readonly TextLine[] = [],
): Range[] | null {
  const most = Math.max(...columns.map(({ length }) => length));
  const keys = columns.find(({ length }) => length === most)!;
  const pitch = closestPitch(keys);
  const isSpanned = (from: number, to: number): boolean =>
    spans.some(({ baseline }) => baseline > from && baseline < to);
  const isEven = keys.slice(1).every(({ baseline }, at) => {
    const last = keys[at]!.baseline;
    return baseline - last - pitch <= Math.max(SAME_PITCH * pitch, PIXEL) || isSpanned(last, baseline);
  });
  const lookups = columns.map(besideIn);
  const rows = keys.map((key) =>
    columns.map((column, at): TextLine | undefined => column[lookups[at]!(key)[0] ?? -1]),
  );
  const beside = rows.reduce((sum, row) => sum + row.filter((line) => line !== undefined).length, 0);
  const isThrough = beside === columns.reduce((sum, { length }) => sum + length, 0);
  if (keys.length < FEWEST_ROWS || !isEven || !isThrough) return null;
  const rights = columns.map((column, at) =>
    Math.max(...column.map(({ right }) => right), roomOf(columns, at)),
  );
  const mayWrap = columns.map((column, at) => wraps(column, rights[at]!));
  const goesOn = (row: number, at: number): boolean => {
    const [last, line] = [rows[row - 1]![at], rows[row]![at]];
    return last !== undefined && line !== undefined && mayWrap[at]!(last, line);
  };
  const wide = [...columns.keys()].filter((at) => !isNarrow(columns[at]!));
  let [full, all] = [0, 0];
  for (const row of keys.keys()) {
    if (row === 0) continue;
    const filled = wide.filter((at) => rows[row]![at] !== undefined);
    const going = filled.filter((at) => goesOn(row, at));
    // Where a cell is missing, the others may be the second line of theirs.
    if (rows[row]!.includes(undefined) && going.length === filled.length) return null;
    full += going.length;
    all += filled.length;
  }
  const areWhole = columns.every(({ length }) => length === most);
  const areApart = pitch > furthest(keys[0]!, usual);
  const isTold = areWhole && (areApart || areOfUnlikeWidths(columns) || areFarApart(columns));
  if (full > MOST_FULL * all && !isTold) return null;
  return rows.map((row) => {
    const heights = row.flatMap((line) => (line === undefined ? [] : [heightOf([line])]));
    return {
      from: Math.min(...heights.map(({ from }) => from)),
      to: Math.max(...heights.map(({ to }) => to)),
    };
  });
}

/** How a text of its own begins in an alphabet; of lines of running text few do. */
const BEGINS_HIGH = /^\p{Lu}/u;

/** Space between rows is this many times as wide as that between the lines of a row, whichever column they are in. */
const SPACED = 1.5;

/**
 * Where rows are that space parts through all columns, and so clearly that it cannot be mistaken for that between lines: wherever
 * in their row the cells stand, at its top or in its middle. Null where distances are all alike, or of every kind.
 */
export function spacedRows(columns: readonly (readonly TextLine[])[]): Range[] | null {
  const lines = columns.flat().sort((a, b) => a.baseline - b.baseline);
  const pitches = lines.slice(1).map(({ baseline }, at) => baseline - lines[at]!.baseline);
  const sorted = [...pitches].sort((a, b) => a - b);
  const closest = Math.min(...columns.map(closestPitch));
  for (const [at, between] of sorted.entries()) {
    const before = sorted[at - 1] ?? between;
    if (between <= WIDER * closest || between < SPACED_ALIKE * before) continue;
    const groups: TextLine[][] = [[]];
    for (const [index, line] of lines.entries()) {
      if (index > 0 && pitches[index - 1]! >= between) groups.push([]);
      groups.at(-1)!.push(line);
    }
    const bands = groups.length < FEWEST_ROWS ? null : groups.map(heightOf);
    if (between >= SPACED * before) return bands;
    const areAlike = sorted.at(-1)! <= ALIKE * between;
    if (areAlike && bands !== null && beginAtTop(rowsIn(bands, columns))) return bands;
  }
  return null;
}

/**
 * Space between rows may be so little wider than that between lines where it is alike, give or take this, everywhere, and all cells
 * begin at the tops of their rows.
 */
const SPACED_ALIKE = 1.12;
const ALIKE = 1.1;

/** Whether the cells of each row all begin on its first line, and some row has more lines than one. */
function beginAtTop(rows: Table['rows']): boolean {
  const areAtTop = rows.every((cells) => {
    const firsts = cells.flatMap(([first]) => first ?? []);
    const top = Math.min(...firsts.map(({ baseline }) => baseline));
    return firsts.every(({ baseline, size }) => baseline - top <= ON_LINE * size);
  });
  return areAtTop && rows.some((cells) => cells.some(({ length }) => length > 1));
}

/** Columns of running text are all as wide as each other; the widest of a table is this many times as wide as another. */
const UNLIKE = 1.4;

function areOfUnlikeWidths(columns: readonly (readonly TextLine[])[]): boolean {
  const widths = columns.map(widthIn);
  if (columns.every(isJustified)) return false;
  return Math.max(...widths) >= UNLIKE * Math.min(...widths);
}

/** Between columns of running text lies no gap this wide, in font sizes, nor one of this share of the narrower of them. */
const FAR = 4;
const FAR_FOR_WIDTH = 0.5;

/** Whether all columns are further apart than those of running text are: lists of names and addresses leave most of a page empty. */
function areFarApart(columns: readonly (readonly TextLine[])[]): boolean {
  return columns.slice(1).every((column, at) => {
    const before = columns[at]!;
    const { size } = column[0]!;
    const gap = Math.min(...column.map(({ left }) => left)) - Math.max(...before.map(({ right }) => right));
    const narrower = Math.min(widthIn(before), widthIn(column));
    return gap >= Math.max(FAR, FAR_FOR_WIDTH * narrower) * size;
  });
}

/** Whether most lines of a column fill all of it, from one place to another. */
function isJustified(lines: readonly TextLine[]): boolean {
  const left = Math.min(...lines.map((line) => line.left));
  const right = Math.max(...lines.map((line) => line.right));
  const full = lines.filter((line) => right - left - (line.right - line.left) <= ALIGNED * line.size);
  return 2 * full.length > lines.length;
}

/**
 * Where rows are that begin with a line of a column of keys, which take one line each and seldom fill it: beside each key a cell
 * begins in all other columns, and what stands further down goes on in its cell, by its place and by its width. Null where
 * anything does not.
 */
export function keyedRows(columns: readonly (readonly TextLine[])[]): Range[] | null {
  if (!areOfUnlikeWidths(columns)) return null;
  const fewest = Math.min(...columns.map(({ length }) => length));
  const keys = columns.find((column) => column.length === fewest && !isMostlyFull(column));
  if (keys === undefined) return null;
  const others = columns.filter((column) => column !== keys);
  if (keys.length < FEWEST_ROWS) return null;
  if (keys.filter(({ text }) => BEGINS_LOW.test(text)).length > MOST_LOW * keys.length) return null;
  const pitch = closestPitch(keys);
  const tops = keys.map((key) => heightOf([key]).from);
  for (const column of others) {
    const right = Math.max(...column.map((line) => line.right));
    const inRow = besideIn(column);
    const beside = keys.map((key) => inRow(key));
    const starts = new Set(beside.flat());
    if (starts.size !== keys.length || beside.some(({ length }) => length !== 1) || !starts.has(0))
      return null;
    const goesOn = column.every((line, at) => {
      const last = column[at - 1];
      if (starts.has(at) || last === undefined) return true;
      return line.baseline - last.baseline <= pitch && mayGoOn(last, line, { right });
    });
    const low = beside.filter(([at]) => BEGINS_LOW.test(column[at!]!.text));
    if (!goesOn || low.length > MOST_LOW * keys.length) return null;
    for (const [row, [at]] of beside.entries())
      tops[row] = Math.min(tops[row]!, heightOf([column[at!]!]).from);
  }
  const bands = tops.map((from, at) => ({ from, to: tops[at + 1] ?? Number.POSITIVE_INFINITY }));
  return areApartAlike(rowsIn(bands, columns), keys) ? bands : null;
}

/**
 * Whether no rows, save that of names above them, are as close to each other as the lines of a cell while others are further apart:
 * there a key of two lines would begin a row of its own.
 */
function areApartAlike(
  rows: readonly (readonly (readonly TextLine[])[])[],
  keys: readonly TextLine[],
): boolean {
  const gaps = rows.slice(1, -1).map((cells, at) => {
    const baselines = cells.flat().map(({ baseline }) => baseline);
    return keys[at + 2]!.baseline - Math.max(...baselines);
  });
  const within = Math.min(...rows.flat().map(closestPitch));
  const [least, most] = [Math.min(...gaps), Math.max(...gaps)];
  return least > CLOSE * within || most <= WIDER * least;
}

/** Lines this many times as far apart as those of a cell, or less, stand as close as those do. */
const CLOSE = 1.06;

/** Whether most lines of a column that is wide enough for running text look as if they went on in the next one. */
function isMostlyFull(lines: readonly TextLine[]): boolean {
  if (widthIn(lines) <= NARROW_TEXT) return false;
  const right = Math.max(...lines.map((line) => line.right));
  const full = lines.slice(1).filter((line, at) => isFull(lines[at]!, line, { right }));
  return full.length > MOST_FULL * (lines.length - 1);
}

/** How the rest of a text in an alphabet begins. */
const BEGINS_LOW = /^\p{Ll}{2,} /u;
/** So few of the cells of a column begin so; lines of running text do most of the time. */
const MOST_LOW = 0.25;
