import { codeAmong, isCodeLine } from './code.js';
import { type Entry, entriesAmong } from './contents.js';
import { type Grid, gridsWithin, isInGrid, type Rule } from './grid.js';
import { areInRows, halvesOf } from './halves.js';
import { rightWithoutMarks } from './line-width.js';
import { amountOf, linesOf, splitAtGaps, type TextLine, type TextRun } from './lines.js';
import { type Column, measure, WIDEST_INDENT } from './measure.js';
import { paragraphsOf } from './paragraphs.js';
import type { Sides } from './runs.js';
import type { ColumnStarts, Table } from './table-shape.js';
import { findTable, isLabel } from './tables.js';
import { widestRight } from './widest-right.js';

/** A column is at least this share of the width of the text: numbers before the items of a list are none. */
const NARROWEST = 0.2;
/** A gutter has at least this many lines on either side of it, beside each other. */
const FEWEST_LINES = 2;
/** A line that crosses a gutter counts this much against it, compared with lines on either side. */
const CROSSING = 0.25;
/** Columns within columns are looked for this deep. */
const DEEPEST = 4;
/** Places on the page's width where a gutter may be. */
const PLACES = 400;

/** What is read in one go: lines from top to bottom, code line by line, an entry of a list of contents, or a table row by row, with where its columns end. */
export type Region =
  | {
      readonly kind: 'text';
      readonly lines: readonly TextLine[];
      readonly column: Column;
      /** Whether it begins a cell, and so never goes on what is before it. */
      readonly beginsCell?: boolean;
    }
  | { readonly kind: 'code'; readonly lines: readonly TextLine[] }
  | { readonly kind: 'entry'; readonly entry: Entry }
  | {
      readonly kind: 'table';
      readonly rows: Table['rows'];
      readonly ends: readonly number[];
      /** Where cells end that span several columns, by row and column; without it, where the column does that they begin in. */
      readonly endAt?: (row: number, column: number) => number;
      /** Lines that begin a text of their own in their cell, as those of a table within it do. */
      readonly begins?: ReadonlySet<TextLine>;
    };

/** What pages near a page show, and the lines drawn across it. */
export interface Near {
  /** Where the columns of their tables begin. */
  readonly tables: readonly ColumnStarts[];
  /** Where they have the gutter between their halves. */
  readonly gutters: readonly number[];
  /** Is given what only a table near it could make one of; see `findTable`. */
  readonly refused?: ColumnStarts[];
  /** Is given where the gutter is between the halves that the page is read in. */
  readonly halves?: number[];
  /** Rules that none down the page touches; see `rulesAcross`. */
  readonly across: readonly Rule[];
}

const NOTHING_NEAR: Near = { tables: [], gutters: [], across: [] };

/**
 * Parts a page into regions that are read one after the other: halves in two languages; what lines that are drawn on it make
 * a table of; columns of running text, each of which may hold all that a page does; code and entries of contents; tables without such lines; columns, which stand on either side of a gutter that no
 * line crosses; and lines that cross it, which are read before what is below them.
 */
export function regionsOf(
  runs: readonly TextRun[],
  grids: readonly Grid[] = [],
  depth = 0,
  around: Column | null = null,
  near: Near = NOTHING_NEAR,
): Region[] {
  if (runs.length === 0) return [];
  const parted = depth < DEEPEST ? halvesOf(runs, grids, near.gutters) : null;
  const inHalves = (): Region[] => {
    if (depth === 0) near.halves?.push(parted!.gutter);
    return parted!.halves.flatMap((half) => regionsOf(half.runs, half.grids, depth + 1, null, near));
  };
  if (parted?.mayBeRows === false) return inHalves();
  const regions = regionsOfOne(runs, grids, depth, around, near);
  return parted !== null && amountInCells(regions) < IN_CELLS * amountOf(runs) ? inHalves() : regions;
}

/**
 * At least this share of a text in two languages side by side is in cells of so few paragraphs where it is a table: of columns of text
 * that begin some of their paragraphs together, some look like rows.
 */
const IN_CELLS = 0.75;
const MOST_IN_CELL = 2;

function amountInCells(regions: readonly Region[]): number {
  const cells = regions.flatMap((region) =>
    region.kind === 'table'
      ? region.rows.flatMap((row) => row.filter((cell, at) => isOneText(cell, region.ends[at]!)))
      : [],
  );
  return amountOf(runsOf(cells.flat()));
}

function isOneText(cell: readonly TextLine[], end: number): boolean {
  if (cell.length === 0) return true;
  return paragraphsOf(cell, { ...measure(cell), right: end }).length <= MOST_IN_CELL;
}

/** The regions of what is not in halves. */
function regionsOfOne(
  runs: readonly TextRun[],
  grids: readonly Grid[],
  depth: number,
  around: Column | null,
  near: Near,
): Region[] {
  // What is between tables and blocks of code keeps within what all of it does.
  const column = around ?? columnOf(runs);
  const drawn = depth < DEEPEST ? partsAround(runs, grids) : null;
  if (drawn !== null) {
    const { grid, above, inside, below } = drawn;
    return [
      ...regionsOf(above, [], depth, column, near),
      ...gridRegions(grid, inside, depth, gridsWithin(grid, grids)),
      ...regionsOf(below, grids, depth, column, near),
    ];
  }
  const lines = linesOf(runs);
  const inColumns = depth < DEEPEST ? inBands(lines) : null;
  if (inColumns?.bands.some((band) => areColumnsOfText(band, inColumns.gutter, grids)))
    return bandRegions(inColumns, grids, depth, near);
  return lineRegions(lines, column).flatMap((region) =>
    region.kind === 'text' ? columnRegions(region, grids, depth, near) : [region],
  );
}

/** A line ends at a margin, give or take this, in points. */
const AT_MARGIN = 1;

/** What the pages of a document have in common: one of them may have few lines. */
export interface Margins {
  /** Where many lines begin, and where many end, from left to right. */
  readonly lefts: readonly number[];
  readonly rights: readonly number[];
  /** How far lines reach on any page. */
  readonly reach: number;
  /** Whether paragraphs begin with an indent. */
  readonly isIndented: boolean;
}

/** What the lines of text of a page keep within. */
export function columnOf(runs: readonly TextRun[], margins?: Margins, sides?: Sides): Column {
  const lines = linesOf(runs);
  const text = lines.filter((line) => !isCodeLine(line));
  const column = measure(text.length > 0 ? text : lines);
  if (margins === undefined) return column;
  const { lefts, rights, reach, isIndented } = margins;
  const count = (is: (right: number) => boolean): number => text.filter(({ right }) => is(right)).length;
  const right =
    // No more lines reach beyond it, such as those with long names, than end there.
    [...rights].reverse().find((each) => {
      const there = count((end) => Math.abs(end - each) <= AT_MARGIN);
      return each < column.right && there > 0 && count((end) => end > each + AT_MARGIN) <= there;
    }) ??
    rights.find((each) => !column.isTold && each > column.right - AT_MARGIN) ??
    // Programs leave as much paper on the right as on the left.
    widestRight(text, column, [
      reach,
      sides === undefined ? reach : sides.right - (column.left - sides.left),
    ]);
  // A page may have first lines only, which are indented.
  const widest = WIDEST_INDENT * lines[0]!.size;
  const left = lefts.find((each) => isIndented && each < column.left && column.left - each < widest);
  return {
    ...column,
    left: left ?? column.left,
    right,
    isIndented: column.isIndented || isIndented,
  };
}

/** Margins are where this share of the lines of a document begin or end, and so many. */
const SHARE_AT_MARGIN = 0.1;
const FEWEST_AT_MARGIN = 20;
/** Paragraphs are indented where those of this share of its pages are. */
const INDENTED_PAGES = 0.25;

/** What the pages of a document have in common, by the lines of each. */
export function marginsOf(pages: readonly (readonly TextLine[])[]): Margins {
  const lines = pages.flat();
  const withText = pages.filter(({ length }) => length > 0);
  const indented = withText.filter((each) => measure(each).isIndented).length;
  return {
    lefts: placesOfMany(lines.map(({ left }) => left)),
    rights: placesOfMany(lines.map(({ right }) => right)),
    reach: lines.reduce((most, line) => Math.max(most, rightWithoutMarks(line)), 0),
    isIndented: indented > 0 && indented >= INDENTED_PAGES * withText.length,
  };
}

function placesOfMany(values: number[]): number[] {
  const sorted = values.sort((a, b) => a - b);
  const least = Math.max(FEWEST_AT_MARGIN, SHARE_AT_MARGIN * sorted.length);
  const places: number[] = [];
  for (let from = 0, to = 0; from < sorted.length; from = Math.max(to, from + 1)) {
    to = Math.max(to, from);
    while (to < sorted.length && sorted[to]! <= sorted[from]! + AT_MARGIN) to++;
    if (to - from >= least) places.push(sorted[to - 1]!);
  }
  return places;
}

/** The first grid that holds text and has none beside it, with what is above it, in it and below it. */
function partsAround(
  runs: readonly TextRun[],
  grids: readonly Grid[],
): { grid: Grid; above: TextRun[]; inside: TextRun[]; below: TextRun[] } | null {
  for (const grid of grids) {
    const { left, right, top, bottom } = grid.box;
    const [above, inside, below]: [TextRun[], TextRun[], TextRun[]] = [[], [], []];
    let isBeside = false;
    for (const run of runs) {
      const middle = run.baseline - 0.3 * run.size;
      if (middle < top) above.push(run);
      else if (middle > bottom) below.push(run);
      else if (run.right > left && run.left < right) inside.push(run);
      else isBeside = true;
    }
    if (!isBeside && inside.length > 0) return { grid, above, inside, below };
  }
  return null;
}

/** Between its border and its text a cell leaves at most this much, in points. */
const PADDING = 6;

/** A frame around a text is no table, but may hold some. */
function gridRegions(
  grid: Grid,
  inside: readonly TextRun[],
  depth: number,
  within: readonly Grid[],
): Region[] {
  const rows = grid.rows(inside);
  const filled = rows.map((cells) => cells.filter((cell) => cell.length > 0));
  if (filled.some((cells) => cells.length > 1)) {
    const ends = grid.ends.map((end) => end - PADDING);
    const endAt = (row: number, column: number): number => grid.endAt(row, column) - PADDING;
    const cells = within.length === 0 ? { rows } : tablesInCells(grid, inside, within);
    return [{ kind: 'table', ...cells, ends, endAt }];
  }
  const parted = within.length === 0 && filled.flat().length === 1 ? labelAndText(filled.flat()[0]!) : null;
  if (parted !== null) return [parted];
  let isFirst = true;
  return rows.flatMap((cells) =>
    cells.flatMap((cell, at): Region[] => {
      if (cell.length === 0) return [];
      const column = columnIn(cell, grid.ends[at - 1] ?? grid.box.left, grid.ends[at]!);
      const regions = regionsOf(runsOf(cell), within, depth + 1, column);
      const [first] = regions;
      // The first of a frame may go on what a page end cuts.
      const begins = !isFirst && first?.kind === 'text';
      isFirst = false;
      return begins ? [{ ...first, beginsCell: true }, ...regions.slice(1)] : regions;
    }),
  );
}

/** A label in a frame is no longer than this, in characters, and parted from its text by a gap of so many font sizes or more. */
const LONGEST_LABEL = 20;
const LABEL_GAP = 1;

/** A frame as a row where what is in it is a label, such as `WARNING`, and the text beside it; null for others. */
function labelAndText(lines: readonly TextLine[]): Region | null {
  const pieces = lines.flatMap(splitAtGaps);
  const start = lines.reduce((least, { left }) => Math.min(least, left), Number.POSITIVE_INFINITY);
  const isAtLeft = ({ left, size }: TextLine): boolean => left - start <= size;
  const [label, text] = [pieces.filter(isAtLeft), pieces.filter((piece) => !isAtLeft(piece))];
  const end = label.reduce((most, { right }) => Math.max(most, right), Number.NEGATIVE_INFINITY);
  if (label.length === 0 || amountOf(label) > LONGEST_LABEL || !label.every(isName)) return null;
  const isBeside = text.length > 0 && text.every(({ left, size }) => left - end >= LABEL_GAP * size);
  const isLevel = label.some(({ baseline, size }) =>
    text.some((line) => Math.abs(line.baseline - baseline) <= size),
  );
  if (!isBeside || !isLevel) return null;
  const reach = text.reduce((most, { right }) => Math.max(most, right), Number.NEGATIVE_INFINITY);
  return { kind: 'table', rows: [[label, text]], ends: [end, reach] };
}

/** Whether a text is a name, and no number or mark of an item. */
function isName({ text }: TextLine): boolean {
  return /^\p{L}/u.test(text) && !isLabel(text);
}

/** The cells of a table, in some of which others stand: theirs come one by one where these stand. */
function tablesInCells(
  grid: Grid,
  inside: readonly TextRun[],
  within: readonly Grid[],
): { readonly rows: Table['rows']; readonly begins: ReadonlySet<TextLine> } {
  const rows = grid.rows(inside.filter((run) => !within.some((each) => isInGrid(run, each))));
  const begins = new Set<TextLine>();
  for (const inner of within) {
    const runs = inside.filter((run) => isInGrid(run, inner));
    const texts = inner.rows(runs).flatMap((cells) => cells.filter(({ length }) => length > 0));
    const places = grid.rows(runs).map((cells) => cells.findIndex(({ length }) => length > 0));
    const row = places.findIndex((column) => column >= 0);
    if (row < 0) continue;
    const around = rows[row]![places[row]!]!;
    const above = around.filter(({ baseline }) => baseline < inner.box.top).length;
    for (const first of [...texts.map((lines) => lines[0]!), ...around.slice(above, above + 1)])
      begins.add(first);
    around.splice(above, 0, ...texts.flat());
  }
  return { rows, begins };
}

/** What the text of a framed cell keeps within: as much room is left on its right as on its left. */
function columnIn(cell: readonly TextLine[], start: number, end: number): Column {
  const column = measure(cell);
  const right = end - (column.left - start);
  const reach = cell.reduce((most, line) => Math.max(most, rightWithoutMarks(line)), right);
  return column.isTold ? column : { ...column, right: reach };
}

/** Code and entries of contents, which take whole lines, and what is between them. */
function lineRegions(lines: readonly TextLine[], column: Column): Region[] {
  const regions: Region[] = [];
  for (const group of codeAmong(lines, column)) {
    if (group.isCode) {
      regions.push({ kind: 'code', lines: group.lines });
      continue;
    }
    const entries = entriesAmong(group.lines);
    let open: TextLine[] = [];
    const close = (): void => {
      if (open.length > 0) regions.push({ kind: 'text', lines: open, column });
      open = [];
    };
    for (const [at, line] of group.lines.entries()) {
      const entry = entries.get(at);
      if (entry === undefined) {
        open.push(line);
        continue;
      }
      if (entry.lines.length > 1) open.pop();
      close();
      regions.push({ kind: 'entry', entry });
    }
    close();
  }
  return regions;
}

function columnRegions(
  text: Region & { readonly kind: 'text' },
  grids: readonly Grid[],
  depth: number,
  near: Near,
): Region[] {
  const runs = runsOf(text.lines);
  const table = depth < DEEPEST ? findTable(runs, near.tables, near.across, near.refused) : null;
  if (table !== null) {
    const { rows, ends, above, below } = table;
    return [
      ...regionsOf(above, grids, depth + 1, text.column, near),
      { kind: 'table', rows, ends },
      ...regionsOf(below, grids, depth, text.column, near),
    ];
  }
  const inColumns = depth < DEEPEST ? inBands(linesOf(runs)) : null;
  return inColumns === null ? [text] : bandRegions(inColumns, grids, depth, near);
}

/** Lines on either side of a gutter, and those that cross it. */
interface InBands {
  readonly gutter: number;
  /** From top to bottom; see `bandsOf`. */
  readonly bands: readonly (readonly TextLine[])[];
}

function inBands(lines: readonly TextLine[]): InBands | null {
  const pieces = lines.map(splitAtGaps);
  const gutter = findGutter(pieces);
  return gutter === null ? null : { gutter, bands: bandsOf(pieces.flat(), gutter) };
}

/** Columns one after the other, band by band. */
function bandRegions(
  { bands, gutter }: InBands,
  grids: readonly Grid[],
  depth: number,
  near: Near,
): Region[] {
  const regions: Region[] = [];
  let whole: TextRun[] = [];
  const closeWhole = (): void => {
    if (whole.length > 0) regions.push(...regionsOf(whole, grids, depth + 1, null, near));
    whole = [];
  };
  for (const band of bands) {
    const left = band.filter(({ right }) => right <= gutter);
    const right = band.filter((piece) => piece.left >= gutter);
    const texts = left.filter(({ text: each }) => !isLabel(each));
    if (facing(texts, right) >= FEWEST_LINES) {
      closeWhole();
      for (const column of [left, right]) {
        const own = grids.filter(({ box }) => (column === left ? box.right <= gutter : box.left >= gutter));
        regions.push(...regionsOf(runsOf(column), own, depth + 1, null, near));
      }
    } else for (const run of runsOf(band)) whole.push(run);
  }
  closeWhole();
  return regions;
}

/** Columns of running text have so many lines, and are as wide as each other, give or take this share, and this wide, in font sizes. */
const LINES_OF_TEXT = 8;
const AS_WIDE = 0.2;
const WIDE = 15;
/** So many of their lines fill this share of their width; those of tables within them do not. */
const FILLED = 0.75;
const MOST_FILLED = 0.3;
/** Fewer of their paragraphs begin beside each other than those of rows do. */
const BESIDE = 0.6;

/**
 * Whether what stands on either side of a gutter are columns of running text and no cells of a table: both are wide, filled, and
 * break their paragraphs wherever they will. A table that is drawn on one side ends at its border, so that no columns are too narrow
 * beside it.
 */
function areColumnsOfText(band: readonly TextLine[], gutter: number, grids: readonly Grid[]): boolean {
  const columns = [
    linesOf(runsOf(band.filter(({ right }) => right <= gutter))),
    linesOf(runsOf(band.filter(({ left }) => left >= gutter))),
  ] as const;
  if (!columns.every((lines) => lines.length >= LINES_OF_TEXT)) return false;
  if (grids.some((grid) => isTableBeside(grid, gutter, columns))) return true;
  const widths = columns.map((lines) => widthOf(lines));
  const [narrow, wide] = [Math.min(...widths), Math.max(...widths)];
  return (
    narrow >= (1 - AS_WIDE) * wide &&
    columns.every((lines, at) => {
      const filled = lines.filter(({ left, right }) => right - left >= FILLED * widths[at]!);
      const size = lines.reduce((least, line) => Math.min(least, line.size), Number.POSITIVE_INFINITY);
      return widths[at]! >= WIDE * size && filled.length >= MOST_FILLED * lines.length;
    }) &&
    !areInRows(...columns, BESIDE)
  );
}

/** A line stands on that of a row, give or take this, in font sizes. */
const ON_ROW = 0.1;

/** Whether a table is drawn on one side of a gutter, and text stands beside it on the other that is none of its rows. */
function isTableBeside(
  { box, rows }: Grid,
  gutter: number,
  [left, right]: readonly [left: readonly TextLine[], right: readonly TextLine[]],
): boolean {
  if (box.left < gutter && box.right > gutter) return false;
  const [own, other] = box.right <= gutter ? [left, right] : [right, left];
  const beside = (lines: readonly TextLine[]): TextLine[] =>
    lines.filter(({ baseline }) => baseline > box.top && baseline < box.bottom);
  const text = beside(other);
  const filled = rows(runsOf(beside(own)).filter((run) => run.left >= box.left && run.right <= box.right))
    .map((cells) => cells.flatMap((cell) => cell[0] ?? []))
    .filter((firsts) => firsts.length > 1);
  const inRow = filled.filter((firsts) =>
    firsts.some(({ baseline, size }) =>
      text.some((line) => Math.abs(line.baseline - baseline) <= ON_ROW * size),
    ),
  );
  return (
    filled.length >= FEWEST_LINES && text.length >= FEWEST_LINES && inRow.length < BESIDE * filled.length
  );
}

function widthOf(lines: readonly TextLine[]): number {
  const left = lines.reduce((least, line) => Math.min(least, line.left), Number.POSITIVE_INFINITY);
  const right = lines.reduce((most, line) => Math.max(most, line.right), Number.NEGATIVE_INFINITY);
  return right - left;
}

function runsOf(pieces: readonly TextLine[]): TextRun[] {
  return pieces.flatMap((piece) => piece.runs);
}

/**
 * Where most lines have text on either side and fewest go across; null where nothing looks like a gutter. A line counts once,
 * however many pieces it is in: narrow justified columns have gaps between words that are as wide as a gutter.
 */
function findGutter(lines: readonly (readonly TextLine[])[]): number | null {
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const piece of lines.flat()) {
    left = Math.min(left, piece.left);
    right = Math.max(right, piece.right);
  }
  const step = (right - left) / PLACES;
  if (!(step > 0)) return null;
  /** How many more lines there are at each place of which a piece has ended, of which one has yet to begin, and that go across. */
  const before = new Int32Array(PLACES + 2);
  const after = new Int32Array(PLACES + 2);
  const across = new Int32Array(PLACES + 2);
  for (const pieces of lines) {
    let [first, last] = [PLACES + 1, 0];
    for (const piece of pieces) {
      const [from, to] = [Math.floor((piece.left - left) / step), Math.ceil((piece.right - left) / step)];
      first = Math.min(first, to);
      last = Math.max(last, from);
      if (to > from + 1) {
        across[from + 1]!++;
        across[to]!--;
      }
    }
    before[first]!++;
    after[0]!++;
    after[last + 1]!--;
  }
  let [ended, beginning, crossing] = [0, 0, 0];
  let best = { worth: 0, first: -1, last: -1 };
  for (let place = 0; place <= PLACES; place++) {
    ended += before[place]!;
    beginning += after[place]!;
    crossing += across[place]!;
    if (place < PLACES * NARROWEST || place > PLACES * (1 - NARROWEST)) continue;
    const worth = Math.min(ended, beginning) - CROSSING * crossing;
    if (worth > best.worth) best = { worth, first: place, last: place };
    else if (worth === best.worth && place === best.last + 1) best.last = place;
  }
  return best.worth < FEWEST_LINES ? null : left + ((best.first + best.last) / 2) * step;
}

/** Lines that cross the gutter, one by one, and the runs of lines between them, from top to bottom. */
function bandsOf(pieces: readonly TextLine[], gutter: number): TextLine[][] {
  const bands: TextLine[][] = [];
  let open: TextLine[] | null = null;
  for (const piece of [...pieces].sort((a, b) => a.baseline - b.baseline)) {
    if (piece.left < gutter && piece.right > gutter) {
      bands.push([piece]);
      open = null;
    } else if (open) open.push(piece);
    else {
      open = [piece];
      bands.push(open);
    }
  }
  return bands;
}

/** How many lines of one column stand beside a line of the other, baselines less than a line apart. */
function facing(left: readonly TextLine[], right: readonly TextLine[]): number {
  let count = 0;
  let at = 0;
  for (const { baseline, size } of left) {
    while (at < right.length && right[at]!.baseline < baseline - size) at++;
    if (at < right.length && right[at]!.baseline <= baseline + size) count++;
  }
  return count;
}
