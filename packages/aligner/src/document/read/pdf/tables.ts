import { isFinished } from '../../writing/endings.js';
import { readLabels } from '../../writing/label.js';
import { languageByScript } from '../../writing/script.js';
import { areFigures } from './figures.js';
import type { Rule } from './grid.js';
import { isFull } from './line-width.js';
import { evenGap, isScriptSeam, linesOf, SCRIPT_GAP, type TextLine, type TextRun } from './lines.js';
import { beginsWithMarker } from './markers.js';
import {
  ALIGNED,
  CLOSEST_LINES,
  isSameSize,
  measure,
  NARROW as NARROW_TEXT,
  WIDEST_PITCH,
} from './measure.js';

/** A table: its rows from top to bottom, with the lines of each cell; a cell without lines is empty. */
export interface Table {
  readonly rows: readonly (readonly (readonly TextLine[])[])[];
  /** Where the lines of each column end. */
  readonly ends: readonly number[];
  /** What stands above and below it. */
  readonly above: readonly TextRun[];
  readonly below: readonly TextRun[];
}

/** Pieces of a line are further apart than this, in font sizes. */
const GAP = 0.45;
/** Columns are this far apart or further: it is enough where no line at all crosses. */
const GUTTER = 0.15;
/** What stands on baselines further apart than this, in font sizes, is no one line, however near it stands. */
const LEVEL = 0.05;
/** A line that stands this much further below the last one than most do, is in another row. */
const WIDER = 1.18;
/** A line that stands this many times as far below the last one as most lines around the table do, is in another row, though all rows stand so. */
const FURTHEST = 1.6;
/** At least this share of the rows of a table has two cells or more, and more where they are wide. */
const FILLED = 0.6;
const FILLED_WIDE = 0.8;
/** Fewer rows may be chance. */
const FEWEST_ROWS = 3;
/** No page for readers has so many runs of text, each a word or more: on a drawing of a million letters no tables are looked for. */
const MOST_RUNS = 20_000;
/** The words at the head of a table, of so many lines, may be no further apart than words: lines below tell its columns. Further down all begin where these do. */
const LINES_OF_HEAD = 2;
/** So few of its lines have gaps between columns that are no wider than those between words. */
const MOST_CUT = 0.25;
/** Cells of rows have about one group of lines each, above all where they are wide; columns of running text have many. */
const GROUPS_IN_CELL = 1.4;
const GROUPS_IN_WIDE_CELL = 1.1;

/**
 * Finds the first table among the runs of a page: lines in columns that no line crosses, and that begin and end together,
 * row by row. Columns of running text break off wherever they will.
 *
 * @param known where the columns of tables on this page and near it begin, of which few rows are told by that
 * @param across rules that go across the page, which may part the rows of a table
 * @param refused is given where the columns begin of what is no table as long as none is known that begins so
 */
export function findTable(
  runs: readonly TextRun[],
  known: readonly ColumnStarts[] = [],
  across: readonly Rule[] = [],
  refused: ColumnStarts[] = [],
): Table | null {
  if (runs.length > MOST_RUNS) return null;
  const all = linesOf(runs);
  const usual = measure(all).pitch;
  const size = usualSize(all);
  const lines = all.map((line) => piecesOf(line.runs, gapOf(line.runs)));
  /** The table that begins with a line, and how far down it was looked for, in how many columns. */
  const tableFrom = (
    first: number,
  ): { readonly table: Table | null; readonly whole: number; readonly count: number } => {
    const stretches = linesInColumns(lines, first);
    for (const { taken, whole, cut, columns } of stretches) {
      taken.length = withoutTail(taken, whole, usual);
      const isHeading = taken.flat(2).every((run) => run.size > LARGE * size);
      const starts = columns.map(({ from }) => from);
      const isKnown = goesOnIn(starts, known);
      const mayBeCut = isKnown || cut <= MOST_CUT * whole;
      const isParted = mayBeCut && columnsOf(taken.flat()).length > 1 && !isHeading;
      const fewest = isKnown ? 1 : FEWEST_ROWS;
      const table = isParted ? asTable(lines, first, taken, usual, fewest, across) : null;
      if (table !== null) return { table, whole, count: table.ends.length };
      if (!isKnown) refused.push(starts);
    }
    const { whole, columns } = stretches.at(-1)!;
    return { table: null, whole, count: columns.length };
  };
  for (let at = 0; at < lines.length; at++) {
    if (lines[at]!.length < 2 || isItem(lines[at]!)) continue;
    const first = at > 0 && isBesideNext(lines[at - 1]!, lines[at]!) ? at - 1 : at;
    const { table, whole, count } = tableFrom(first);
    if (table !== null) {
      // A line of text with a gap in it runs the columns of the table below together.
      const below = (lines[at + 1]?.length ?? 0) > lines[at]!.length ? tableFrom(at + 1) : null;
      return below?.table && below.count > count ? below.table : table;
    }
    // No table begins further down in what is none, unless it has more columns; so few lines are nothing yet.
    if (whole < FEWEST_ROWS) continue;
    const end = first + whole;
    do at++;
    while (at < end && lines[at]!.length <= count);
    at--;
  }
  return null;
}

/** Whether a line stands so close above the next that it is the first of a cell whose middle is on that line. */
function isBesideNext(line: readonly (readonly TextRun[])[], next: readonly (readonly TextRun[])[]): boolean {
  const [one, other] = [line[0]![0]!, next[0]![0]!];
  return (
    line.length === 1 &&
    isSameSize(one.size, other.size) &&
    other.baseline - one.baseline < CLOSEST_LINES * other.size
  );
}

/** Where the columns of a table begin, from left to right. */
export type ColumnStarts = readonly number[];

/** Columns of one table begin at the same places, give or take so many points. */
const SAME_START = 0.5;

/** Whether all columns begin where those of one table do that is known: so may the rows that a page end parts from it. */
export function goesOnIn(columns: ColumnStarts, known: readonly ColumnStarts[]): boolean {
  return (
    columns.length > 1 &&
    known.some((starts) =>
      columns.every((from) => starts.some((start) => Math.abs(start - from) <= SAME_START)),
    )
  );
}

/** Where the columns of a table begin. */
export function startsOf({ rows }: Pick<Table, 'rows'>): ColumnStarts {
  const columns = rows.reduce((most, { length }) => Math.max(most, length), 0);
  return Array.from({ length: columns }, (_, column) =>
    rows.reduce(
      (least, cells) => (cells[column] ?? []).reduce((left, line) => Math.min(left, line.left), least),
      Number.POSITIVE_INFINITY,
    ),
  );
}

/** What is set this much larger than most of the text is a heading, however wide the gaps between its words are. */
const LARGE = 1.2;

/** The size of most characters. */
function usualSize(lines: readonly TextLine[]): number {
  const amounts = new Map<number, number>();
  for (const { size, text } of lines) amounts.set(size, (amounts.get(size) ?? 0) + text.length);
  return [...amounts].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0])[0];
}

/** A stretch of lines that some columns go through. */
interface Stretch {
  readonly taken: TextRun[][][];
  /** How many of the lines there are up to the last one that parts by itself, and how many before it had to be cut. */
  readonly whole: number;
  readonly cut: number;
  readonly columns: readonly Range[];
}

/**
 * The lines from the first on that some columns go through; before them, where a line below runs two of the columns together, as
 * text below a table does, and the next one does not part them again, those above it.
 */
function linesInColumns(lines: readonly TextRun[][][], first: number): Stretch[] {
  let above: Stretch | null = null;
  let columns = columnsOf(lines[first]!);
  let taken = [lines[first]!];
  let [whole, cut, cuts] = [1, 0, 0];
  for (let end = first + 1; end < lines.length; end++) {
    const cutUp = cutAt(lines[end]!.flat(), columns);
    const ways = isMoreInPlace(cutUp, lines[end]!, columns) ? [cutUp, lines[end]!] : [lines[end]!, cutUp];
    const line = ways.find((pieces) => {
      const wider = withPieces(columns, pieces);
      return wider.length >= 2 && wider.length >= columns.length - 1;
    });
    if (line === undefined) break;
    // What stands alone and beside all columns, such as a name below a table, is none of its cells.
    const isBeside = line.length === 1 && withPieces(columns, line).length > columns.length;
    if (isBeside && taken.length >= FEWEST_ROWS) break;
    const runsTogether = (pieces: readonly TextRun[][]): boolean =>
      pieces.length < 2 || withPieces(columns, pieces).length < columns.length;
    const isTextBelow =
      withPieces(columns, line).length < columns.length && runsTogether(lines[end + 1] ?? []);
    const isOther = columns.length > 1 && isInOtherPlaces(lines, end, taken);
    if (isOther && taken.length < FEWEST_ROWS) break;
    if ((isTextBelow || isOther) && taken.length >= FEWEST_ROWS)
      above ??= { taken: [...taken], whole, cut, columns };
    const own = columnsOf(line);
    if (own.length > columns.length) {
      const recut = taken.map((pieces) => pieces.flatMap((piece) => cutAt(piece, own)));
      const cutColumns = columnsOf([...recut, line].flat());
      const mayBeRecut = taken.length <= LINES_OF_HEAD || recut.every((pieces) => beginIn(pieces, own));
      if (mayBeRecut && cutColumns.length === own.length) {
        cuts += recut.filter((pieces, at) => pieces.length > taken[at]!.length).length;
        taken = recut;
        columns = cutColumns;
      }
    }
    taken.push(line);
    columns = withPieces(columns, line);
    if (line !== lines[end]) cuts++;
    // What stands alone below lines that had to be cut goes on in them.
    else if (line.length > 1 || cuts === cut) [whole, cut] = [taken.length, cuts];
  }
  const all = { taken, whole, cut, columns };
  return above === null ? [all] : [above, all];
}

/**
 * Whether another table begins with a line: most of its pieces but the first begin, end and have their middle in other places than
 * those of the lines above it, and the next line with as many begins in the same places.
 */
function isInOtherPlaces(
  lines: readonly TextRun[][][],
  at: number,
  above: readonly (readonly TextRun[][])[],
): boolean {
  const own = lines[at]!.slice(1).map(placesOf);
  if (own.length === 0) return false;
  const next = lines.slice(at + 1, at + 1 + LINES_OF_CELL).find(({ length }) => length === own.length + 1);
  if (!next?.slice(1).every((piece, column) => isNear(placesOf(piece)[0], own[column]![0]))) return false;
  const others = above.slice(-TELLING_LINES).flatMap((pieces) => pieces.slice(1).map(placesOf));
  const inNew = own.filter((places) =>
    others.every((other) => places.every((place, which) => !isNear(place, other[which]!))),
  );
  return inNew.length >= MOST_IN_NEW * own.length;
}

/** So far down a row is looked for that has as many cells as another. */
const LINES_OF_CELL = 4;
/** A head that spans two columns begins where the first of them does. */
const MOST_IN_NEW = 2 / 3;

/** Where a piece begins, ends and has its middle. */
function placesOf(piece: readonly TextRun[]): [left: number, right: number, middle: number] {
  const [left, right] = [piece[0]!.left, piece.at(-1)!.right];
  return [left, right, (left + right) / 2];
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= SAME_START;
}

/** Whether a line that runs columns together is, once cut between them, in pieces that each begin where one of them does. */
function isMoreInPlace(
  cut: readonly (readonly TextRun[])[],
  whole: readonly (readonly TextRun[])[],
  columns: readonly Range[],
): boolean {
  return (
    cut.length > whole.length &&
    withPieces(columns, whole).length < columns.length &&
    withPieces(columns, cut).length === columns.length &&
    beginIn(cut, columns)
  );
}

/** Whether pieces begin each where a column does. */
function beginIn(pieces: readonly (readonly TextRun[])[], columns: readonly Range[]): boolean {
  return pieces.every(([first]) => columns.some(({ from }) => Math.abs(from - first!.left) <= SAME_START));
}

/** How many of some lines are left without those at their end that only happen to stand below a column, such as a caption. */
function withoutTail(lines: readonly (readonly TextRun[][])[], count: number, usual: number): number {
  let end = count;
  while (end > 1 && lines[end - 1]!.length === 1) {
    const above = lines.slice(Math.max(0, end - 1 - TELLING_LINES), end - 1);
    if (!isOnlyBelow(lines[end - 1]![0]!, above, usual)) break;
    end--;
  }
  return end;
}

/** So many lines above a line tell how far apart those of its column are. */
const TELLING_LINES = 40;

/**
 * Whether a piece is of another size than what is above it, or further from that than its lines are from each other; or begins
 * where no cell of its column does, further below them than lines of text are, as a heading in the middle does.
 */
function isOnlyBelow(
  piece: readonly TextRun[],
  lines: readonly (readonly TextRun[][])[],
  usual: number,
): boolean {
  const { left, baseline, size } = piece[0]!;
  const firsts = lines.flat().map(([first]) => first!);
  const above = firsts.filter((first) => Math.abs(first.left - left) <= size);
  if (above.length === 0) {
    const right = piece.at(-1)!.right;
    const column = lines.flat().filter((each) => each[0]!.left < right && each.at(-1)!.right > left);
    const start = column.at(-1)?.[0];
    if (start === undefined) return false;
    const isEven = column.every(([first]) => Math.abs(first!.left - start.left) <= SAME_START);
    return column.length >= FEWEST_ROWS && isEven && baseline - start.baseline > WIDER * usual;
  }
  if (!isSameSize((above.at(-1) ?? lines.at(-1)![0]![0]!).size, size)) return true;
  const pitches = above.slice(1).map((first, at) => first.baseline - above[at]!.baseline);
  return pitches.length > 0 && baseline - above.at(-1)!.baseline > WIDER * Math.min(...pitches);
}

/** The runs of a line in pieces that stand on one baseline each, without gaps wider than so many font sizes. */
function piecesOf(runs: readonly TextRun[], gap: number): TextRun[][] {
  const pieces: TextRun[][] = [];
  for (const run of [...runs].sort((a, b) => a.left - b.left)) {
    const piece = pieces.find(
      (each) =>
        Math.abs(each[0]!.baseline - run.baseline) <= LEVEL * run.size &&
        run.left - each.at(-1)!.right <= gap * run.size,
    );
    if (piece) piece.push(run);
    else pieces.push([run]);
  }
  return pieces;
}

/** The runs of a line in pieces, cut wherever a gap of theirs lies between two columns or around what does, unless it is one that programs put between scripts. */
function cutAt(runs: readonly TextRun[], columns: readonly Range[]): TextRun[][] {
  const pieces: TextRun[][] = [];
  for (const run of [...runs].sort((a, b) => a.left - b.left)) {
    const last = pieces.at(-1)?.at(-1);
    const middle = last && (last.right + run.left) / 2;
    const isBetween = columns.some(({ to }, at) => {
      const next = columns[at + 1];
      if (last === undefined || next === undefined) return false;
      return (middle! > to && middle! < next.from) || (last.right <= to && run.left >= next.from);
    });
    if (last === undefined || (isBetween && run.left - last.right > leastGap(last, run))) pieces.push([run]);
    else pieces.at(-1)!.push(run);
  }
  return pieces;
}

function leastGap(before: TextRun, after: TextRun): number {
  return (isScriptSeam(before.text, after.text) ? SCRIPT_GAP : GUTTER) * after.size;
}

/** A gap this many times as wide as those between words parts a line, and one of so many font sizes whatever those are. */
const WIDER_THAN_WORDS = 1.8;
const WIDE = 1.5;
/** Fewer gaps do not tell how wide those between words are. */
const TELLING_GAPS = 3;

/** How wide a gap of a line must be, in font sizes, to part it: in justified lines those between words are wide. */
function gapOf(runs: readonly TextRun[]): number {
  const even = evenGap(runs);
  if (even !== null) return even;
  const gaps = runs.slice(1).map((run, at) => (run.left - runs[at]!.right) / run.size);
  for (const run of runs) {
    // A blank that a run ends with is part of the gap behind it.
    for (let unit = 1; unit < run.text.trimEnd().length; unit++) {
      const width = run.text[unit] === ' ' ? BLANK : HAN.test(run.text[unit]!) ? 0 : -1;
      if (width >= 0) gaps.push(width);
    }
  }
  if (gaps.length < TELLING_GAPS) return GAP;
  gaps.sort((a, b) => a - b);
  return Math.max(GAP, Math.min(WIDER_THAN_WORDS * gaps[Math.floor(gaps.length / 4)]!, WIDE));
}

/** Width of a blank that was written, in font sizes. */
const BLANK = 0.25;
const HAN = /\p{Script=Han}/u;

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Where pieces stand, from left to right, whatever line they are in. */
function columnsOf(pieces: readonly (readonly TextRun[])[]): Range[] {
  const size = Math.min(...pieces.flat().map((run) => run.size));
  return merged(
    pieces.map((piece) => ({ from: piece[0]!.left, to: Math.max(...piece.map(({ right }) => right)) })),
    GUTTER * size,
  );
}

/** Columns with the pieces of one more line in them: however many lines there are, each is looked at once. */
function withPieces(columns: readonly Range[], pieces: readonly (readonly TextRun[])[]): Range[] {
  const size = Math.min(...pieces.flat().map((run) => run.size));
  return merged([...columns, ...columnsOf(pieces)], GUTTER * size);
}

function merged(ranges: readonly Range[], gap: number): Range[] {
  const found: { from: number; to: number }[] = [];
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last && from < last.to + gap) last.to = Math.max(last.to, to);
    else found.push({ from, to });
  }
  return found;
}

function asTable(
  lines: readonly (readonly TextRun[][])[],
  first: number,
  taken: readonly (readonly TextRun[][])[],
  usual: number,
  fewest: number,
  across: readonly Rule[],
): Table | null {
  const end = first + taken.length;
  const runs = taken.flat(2);
  const columns = withLabels(columnsOf(taken.flat()), runs).map(({ from, to }) =>
    linesOf(runs.filter(({ left, right }) => left >= from && right <= to)),
  );
  // Labels beside their items are no column.
  const isKnown = fewest < FEWEST_ROWS;
  if (columns.length < 2) return null;
  if (!isKnown && columns.length === 2 && columns[0]!.every(({ text }) => isLabel(text))) return null;
  const single = linesAsRows(columns, usual);
  const told = ruledRows(columns, across) ?? numberedRows(columns) ?? single ?? spacedRows(columns);
  const groups =
    single === null ? groupsOf(columns, usual) : columns.map((column) => column.map((line) => [line]));
  const bands = told ?? keyedRows(columns) ?? merged(groups.flat().map(heightOf), 0);
  if (bands.length < fewest) return null;
  const rows = rowsIn(bands, columns);
  if (!beginTogether(rows) || !rows.some(isSetApart)) return null;
  const filled = rows.filter((cells) => cells.filter((cell) => cell.length > 0).length > 1).length;
  const cells = rows.flat().filter((cell) => cell.length > 0).length;
  const ofCell = told === null ? groups.flat().length / cells : 1;
  if (filled < FILLED * rows.length || ofCell > GROUPS_IN_CELL) return null;
  if (columns.every(isWide)) {
    const most = leavesRoom(rows) ? GROUPS_IN_WIDE_CELL : 1;
    if (filled < FILLED_WIDE * rows.length || ofCell > most || rows.some(isMismatch)) return null;
  }
  const ends = columns.map((column) => Math.max(...column.map(({ right }) => right)));
  return { rows, ends, above: lines.slice(0, first).flat(2), below: lines.slice(end).flat(2) };
}

/** The lines of each column that stand in each of some bands, from top to bottom. */
function rowsIn(bands: readonly Range[], columns: readonly (readonly TextLine[])[]): TextLine[][][] {
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
function ruledRows(columns: readonly (readonly TextLine[])[], across: readonly Rule[]): Range[] | null {
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
  return areFilled && withOne.length >= WITH_ONE_LINE * rows.length ? bands : null;
}

/** Where rows are that are numbered, with what stands above the first; null where no column at their left counts. */
function numberedRows([numbers = [], ...others]: readonly (readonly TextLine[])[]): Range[] | null {
  const first = numbers.findIndex(({ text }) => COUNT.test(text));
  const counted = numbers.slice(Math.max(0, first));
  const start = Number(COUNT.exec(counted[0]?.text ?? '')?.[1]);
  const counts = counted.every(({ text }, at) => Number(COUNT.exec(text)?.[1]) === start + at);
  if (first < 0 || first > 1 || counted.length < FEWEST_ROWS || !counts) return null;
  const lookups = others.map(besideIn);
  const beginsRow = (line: TextLine): boolean => lookups.every((find) => find(line).length > 0);
  if (!counted.every(beginsRow)) return null;
  const starts = counted.map(({ baseline, size }) => baseline - 0.7 * size);
  const above = { from: Number.NEGATIVE_INFINITY, to: starts[0]! };
  const rows = starts.map((from, at) => ({ from, to: starts[at + 1] ?? Number.POSITIVE_INFINITY }));
  return [numbers, ...others].flat().some(({ baseline }) => baseline < above.to) ? [above, ...rows] : rows;
}

/** `3`, `3.`, `(3)` */
const COUNT = /^[(（]?(\d{1,3})[.)）、]?$/;

/** The rows of a table of one line each are all as far apart as each other, give or take this share, or so many points: Chromium sets lines on whole pixels. */
const SAME_PITCH = 0.05;
const PIXEL = 0.76;
/** In so few of the cells of such a table the next one would not have fitted behind the text: running text has more. */
const MOST_FULL = 0.5;

/**
 * Where rows are that take one line each, as all lines are equally far apart and go through all columns, and most are not
 * full; null for others. The widest text of a column looks full by itself, since it alone tells how wide the column is.
 */
function linesAsRows(columns: readonly (readonly TextLine[])[], usual: number): Range[] | null {
  const [first = [], ...others] = columns;
  const pitch = closestPitch(first);
  const isEven = first
    .slice(1)
    .every(
      ({ baseline }, at) => baseline - first[at]!.baseline - pitch <= Math.max(SAME_PITCH * pitch, PIXEL),
    );
  const isThrough = others.every(
    (column) =>
      column.length === first.length &&
      column.every(({ baseline, size }, at) => Math.abs(baseline - first[at]!.baseline) <= ON_LINE * size),
  );
  if (first.length < FEWEST_ROWS || !isEven || !isThrough) return null;
  let [full, all] = [0, 0];
  for (const column of columns.filter((each) => !isNarrow(each))) {
    const right = Math.max(...column.map((line) => line.right));
    full += column.slice(1).filter((line, at) => mayGoOn(column[at]!, line, { right })).length;
    all += column.length - 1;
  }
  const areApart = pitch > furthest(first[0]!, usual);
  if (full > MOST_FULL * all && !areApart && !areOfUnlikeWidths(columns)) return null;
  return first.map((_, row) => {
    const heights = columns.map((column) => heightOf([column[row]!]));
    return {
      from: Math.min(...heights.map(({ from }) => from)),
      to: Math.max(...heights.map(({ to }) => to)),
    };
  });
}

/** Whether a line of a column may go on in the next one, by its width and by what they are. */
function mayGoOn(last: TextLine, line: TextLine, within: { readonly right: number }): boolean {
  return !areFigures(last.text, line.text) && isFull(last, line, within);
}

/** Space between rows is this many times as wide as that between the lines of a row, whichever column they are in. */
const SPACED = 1.5;

/**
 * Where rows are that space parts through all columns, and so clearly that it cannot be mistaken for that between lines: wherever
 * in their row the cells stand, at its top or in its middle. Null where distances are all alike, or of every kind.
 */
function spacedRows(columns: readonly (readonly TextLine[])[]): Range[] | null {
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
function keyedRows(columns: readonly (readonly TextLine[])[]): Range[] | null {
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
      return line.baseline - last.baseline <= pitch && isFull(last, line, { right });
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

/** A column this wide, in font sizes, may be one of running text. */
const WIDE_COLUMN = 20;

function isWide(lines: readonly TextLine[]): boolean {
  return widthIn(lines) >= WIDE_COLUMN;
}

/** How wide a column is, in the sizes of its smallest font. */
function widthIn(lines: readonly TextLine[]): number {
  const width = Math.max(...lines.map(({ right }) => right)) - Math.min(...lines.map(({ left }) => left));
  return width / Math.min(...lines.map(({ size }) => size));
}

/** Whether some cell ends a line or more above another of its row: text that only flows beside other text leaves no room. */
function leavesRoom(rows: Table['rows']): boolean {
  return rows.slice(0, -1).some((cells) => {
    const lasts = cells.flatMap((cell) => cell.at(-1) ?? []);
    const baselines = lasts.map(({ baseline }) => baseline);
    return lasts.length > 1 && Math.max(...baselines) - Math.min(...baselines) > lasts[0]!.size * ROOM;
  });
}

/** Whether texts in two languages beside each other have other labels: they are no translations. */
function isMismatch(cells: readonly (readonly TextLine[])[]): boolean {
  if (cells.length !== 2) return false;
  const [one, other] = cells.map((cell) => {
    const text = cell[0]?.text ?? '';
    const language = languageByScript(text);
    const labels = language === null ? [] : readLabels(text, language);
    return { language, numbers: labels.map(({ ordinals }) => ordinals.join('.')) };
  });
  const areTwo = one!.numbers.length > 0 && other!.numbers.length > 0 && one!.language !== other!.language;
  return areTwo && !one!.numbers.some((number) => other!.numbers.includes(number));
}

/** Two lines are further apart than this, in font sizes. */
const ROOM = 1.1;

/** In some row two cells are this far apart, in font sizes: what lies between the words of all rows is a gap by chance. */
const APART = 1;

function isSetApart(cells: readonly (readonly TextLine[])[]): boolean {
  const filled = cells.filter(({ length }) => length > 0);
  return filled.some((cell, at) => {
    const next = filled[at + 1];
    if (next === undefined) return false;
    const gap = Math.min(...next.map(({ left }) => left)) - Math.max(...cell.map(({ right }) => right));
    return gap >= APART * cell[0]!.size;
  });
}

/** `(a)`, `1.2`, `三、`, `•`, `8. (1)`: what an item hangs from, but not `1`, which may be the number of a row. */
const HANGING =
  /^(?:[•‧●▪◦■□◆◇∗‣⁃▷►➢✓–—·-]|[(（][^()（）]{1,4}[)）]|\d{1,3}(?:\.\d{1,3})+\.?|[\da-zA-Z]{1,3}[.)）、]|[一二三四五六七八九十]{1,3}、|\d{1,3}[A-Z]?\.?[—–]? ?(?:[(（][^()（）]{1,4}[)）] ?){1,2})$/;

/** Whether a line is a label and the text that hangs from it: a list above a table is none of its rows. */
function isItem(pieces: readonly (readonly TextRun[])[]): boolean {
  return (
    pieces.length === 2 &&
    HANGING.test(
      pieces[0]!
        .map(({ text }) => text)
        .join('')
        .trim(),
    )
  );
}

/** Columns without those of labels, which belong to what is to their right. */
function withLabels(columns: readonly Range[], runs: readonly TextRun[]): Range[] {
  const found: Range[] = [];
  let from: number | null = null;
  for (const [at, column] of columns.entries()) {
    const own = linesOf(runs.filter(({ left, right }) => left >= column.from && right <= column.to));
    const isLabels = at + 1 < columns.length && own.every(({ text }) => HANGING.test(text));
    if (isLabels) from ??= column.from;
    else {
      found.push({ from: from ?? column.from, to: column.to });
      from = null;
    }
  }
  return found;
}

/** The cells of this share of the rows begin, end or have their middle on one line; columns that only stand beside each other do so by chance. */
const TOGETHER = 0.75;
/** What is on one line, in font sizes. */
const ON_LINE = 0.3;

function beginTogether(rows: Table['rows']): boolean {
  const several = rows
    .map((cells) => cells.filter(({ length }) => length > 0))
    .filter(({ length }) => length > 1);
  const [first, last] = [
    (cell: readonly TextLine[]) => cell[0]!.baseline,
    (cell: readonly TextLine[]) => cell.at(-1)!.baseline,
  ];
  return [first, last, (cell: readonly TextLine[]) => (first(cell) + last(cell)) / 2].some((place) => {
    const together = several.filter((cells) => {
      const found = cells.map(place);
      return Math.max(...found) - Math.min(...found) <= ON_LINE * cells[0]![0]!.size;
    });
    return together.length >= TOGETHER * several.length;
  });
}

/** Whether a text is no more than the label or the number of what stands beside it. */
export function isLabel(text: string): boolean {
  return (
    text.length <= 6 &&
    (beginsWithMarker(`${text} A`) || /^[\d.()（）]+$/.test(text) || !/[\p{L}\d]/u.test(text))
  );
}

/**
 * A column narrower than this, in font sizes, holds numbers and marks, or words of four Chinese characters, which some fonts
 * set a little wider than their size: none of its lines goes on in the next if those beside it do not.
 */
const NARROW = 4.2;

function isNarrow(lines: readonly TextLine[]): boolean {
  return widthIn(lines) <= NARROW;
}

/** A column of which so few lines seem to go on has short texts, and the longest of them are full by chance. */
const SHORT_TEXTS = 1 / 3;

/**
 * The lines of each column in groups that stand close to each other, and of which all but the last are full. Where others
 * begin one beside a line, a row begins there, if the text before it is finished or its column has short texts, or if those
 * are several or narrow, as columns of running text are not; also where the text before is finished in two columns.
 */
function groupsOf(columns: readonly (readonly TextLine[])[], usual: number): TextLine[][][] {
  const closest = Math.min(...columns.map(closestPitch));
  const going = columns.map((lines) => goingOn(lines, closest, usual));
  const finished = columns.map((lines) => lines.map((_, at) => at > 0 && isFinished(lines[at - 1]!.text)));
  const lookups = columns.map(besideIn);
  const beside = (line: TextLine, column: number, is: (other: number, at: number) => boolean): number[] =>
    lookups.flatMap((find, other) =>
      other !== column && find(line).some((at) => is(other, at)) ? [other] : [],
    );
  return columns.map((lines, column) => {
    const hasShortTexts = going[column]!.filter(Boolean).length <= SHORT_TEXTS * lines.length;
    const narrow = isNarrow(lines);
    const mayEnd = (at: number): boolean => narrow || finished[column]![at]!;
    const groups: TextLine[][] = [];
    for (const [at, line] of lines.entries()) {
      const beginning = beside(line, column, (other, its) => !going[other]![its]);
      const isRow = mayEnd(at)
        ? beginning.length > 0 || beside(line, column, (other, its) => finished[other]![its]!).length > 0
        : beginning.length > 1 || beginning.some((other) => hasShortTexts || isNarrow(columns[other]!));
      if (going[column]![at] && !isRow) groups.at(-1)!.push(line);
      else groups.push([line]);
    }
    return groups;
  });
}

/** Finds the lines of a column that stand beside a line, which are in order of their baselines. */
function besideIn(lines: readonly TextLine[]): (line: TextLine) => number[] {
  const reach = ON_LINE * lines.reduce((most, { size }) => Math.max(most, size), 0);
  return ({ baseline }) => {
    let [at, end] = [0, lines.length];
    while (at < end) {
      const middle = (at + end) >> 1;
      if (lines[middle]!.baseline < baseline - reach) at = middle + 1;
      else end = middle;
    }
    const found: number[] = [];
    for (; at < lines.length && lines[at]!.baseline <= baseline + reach; at++) {
      if (Math.abs(lines[at]!.baseline - baseline) <= ON_LINE * lines[at]!.size) found.push(at);
    }
    return found;
  };
}

/**
 * Of each line of a column, whether the one before it goes on in it by its place and its width. Chinese wraps in a column
 * however narrow, but every line is full there: only one that stands as close as the closest of the table goes on.
 */
function goingOn(lines: readonly TextLine[], closest: number, usual: number): boolean[] {
  const narrow = isNarrow(lines);
  // Where several short words end together is no margin.
  const right =
    widthIn(lines) <= NARROW_TEXT ? Math.max(...lines.map((line) => line.right)) : measure(lines).right;
  const pitch = narrow ? closest : closestPitch(lines);
  return lines.map((line, at) => {
    const last = lines[at - 1];
    const distance = last === undefined ? Number.POSITIVE_INFINITY : line.baseline - last.baseline;
    const isClose = last !== undefined && distance <= WIDER * pitch && distance <= furthest(line, usual);
    const isWrapped = !narrow || (isClose && HAN.test(last.text) && HAN.test(line.text));
    return isWrapped && isClose && mayGoOn(last, line, { right });
  });
}

/** How far from the line before it a line of a cell stands at most, where most lines around the table stand so far apart. */
function furthest({ size }: TextLine, usual: number): number {
  return Math.min(FURTHEST * usual, WIDEST_PITCH * size);
}

/** How close the closest lines of a column stand: those of one cell. */
function closestPitch(lines: readonly TextLine[]): number {
  const pitches = lines.slice(1).map(({ baseline }, at) => baseline - lines[at]!.baseline);
  return Math.min(...pitches);
}

/** From the tops of the letters of the first line to the baseline of the last. */
function heightOf(group: readonly TextLine[]): Range {
  const [first, last] = [group[0]!, group.at(-1)!];
  return { from: first.baseline - 0.7 * first.size, to: last.baseline };
}
