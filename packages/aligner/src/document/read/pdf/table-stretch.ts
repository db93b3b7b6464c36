import type { TextRun } from './lines.js';
import { isSameSize } from './measure.js';
import type { Range } from './ranges.js';
import { columnsOf, cutAt, withPieces } from './table-pieces.js';
import { SAME_START } from './table-shape.js';

/** A line that stands this much further below the last one than most do, is in another row. */
export const WIDER = 1.18;
/** Fewer rows may be chance. */
export const FEWEST_ROWS = 3;
/** The words at the head of a table, of so many lines, may be no further apart than words: lines below tell its columns. Further down all begin where these do. */
const LINES_OF_HEAD = 2;

/** A stretch of lines that some columns go through. */
export interface Stretch {
  readonly taken: TextRun[][][];
  /** How many of the lines there are up to the last one that parts by itself, and how many before it had to be cut. */
  readonly whole: number;
  readonly cut: number;
  readonly columns: readonly Range[];
  /** Pieces of lines that each stand in several columns, as the name of a group of rows does, or what is said of a sum. */
  readonly spans: ReadonlySet<readonly TextRun[]>;
}

/**
 * The lines from the first on that some columns go through; before them, where a line below runs two of the columns together, as
 * text below a table does, and the next one does not part them again, those above it.
 */
export function linesInColumns(lines: readonly TextRun[][][], first: number): Stretch[] {
  let above: Stretch | null = null;
  let columns = columnsOf(lines[first]!);
  let taken = [lines[first]!];
  let [whole, cut, cuts] = [1, 0, 0];
  const spans = new Set<readonly TextRun[]>();
  for (let end = first + 1; end < lines.length; end++) {
    if (taken.length >= FEWEST_ROWS && isLarger(lines[end]!, taken)) break;
    const spanning = spansIn(lines, end, columns);
    if (spanning.length > 0) {
      for (const piece of spanning) spans.add(piece);
      taken.push(lines[end]!);
      if (lines[end]!.length > 1) [whole, cut] = [taken.length, cuts];
      continue;
    }
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
      above ??= { taken: [...taken], whole, cut, columns, spans };
    const own = columnsOf(line);
    if (own.length > columns.length) {
      const recut = taken.map((pieces) =>
        pieces.flatMap((piece) => (spans.has(piece) ? [piece] : cutAt(piece, own))),
      );
      const cutColumns = columnsOf([...recut, line].flat().filter((piece) => !spans.has(piece)));
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
  const all = { taken, whole, cut, columns, spans };
  return above === null ? [all] : [above, all];
}

/**
 * The pieces of a line that stand in several columns and begin where the first of them does or end where the last does, beside another
 * that stands in one, or alone where the next line is parted in all columns again.
 */
function spansIn(
  lines: readonly TextRun[][][],
  at: number,
  columns: readonly Range[],
): readonly (readonly TextRun[])[] {
  const pieces = lines[at]!;
  const areParted = (each: readonly (readonly TextRun[])[]): boolean =>
    each.length > 1 && withPieces(columns, each).length === columns.length;
  const spanning = pieces.filter((piece) => withPieces(columns, [piece]).length < columns.length);
  if (columns.length < 3 || spanning.length !== 1) return [];
  const [piece] = spanning;
  const others = pieces.filter((each) => each !== piece);
  const within = columns.filter(({ from, to }) => from < piece!.at(-1)!.right && to > piece![0]!.left);
  const isInPlace =
    isNear(within[0]!.from, piece![0]!.left) || isNear(within.at(-1)!.to, piece!.at(-1)!.right);
  const isParted =
    others.length > 0
      ? withPieces(columns, others).length === columns.length
      : areParted(lines[at + 1] ?? []);
  const cut = cutAt(piece!, columns);
  const isCutInPlace = cut.length > 1 && beginIn(cut, columns);
  return isInPlace && isParted && !isCutInPlace ? spanning : [];
}

/** Whether a line is set larger than all of some others, as a heading above another table is. */
function isLarger(line: readonly (readonly TextRun[])[], others: readonly (readonly TextRun[])[][]): boolean {
  const sizes = others.flat(2).map(({ size }) => size);
  const own = Math.min(...line.flat().map(({ size }) => size));
  const most = Math.max(...sizes);
  return line.length === 1 && own > most && !isSameSize(own, most);
}

/**
 * Whether another table begins with a line: most of its pieces but the first begin, end and have their middle in other places than
 * those of the lines above it, and the pieces of the next line with as many begin, end or have their middle where its own do.
 */
function isInOtherPlaces(
  lines: readonly TextRun[][][],
  at: number,
  above: readonly (readonly TextRun[][])[],
): boolean {
  const own = lines[at]!.slice(1).map(placesOf);
  if (own.length === 0) return false;
  const next = lines.slice(at + 1, at + 1 + LINES_OF_CELL).find(({ length }) => length === own.length + 1);
  const goesOn = next?.slice(1).every((piece, column) => {
    const places = placesOf(piece);
    return places.some((place, which) => isNear(place, own[column]![which]!));
  });
  if (goesOn !== true) return false;
  const columns = columnsOf(lines[at]!);
  const others = above.slice(-TELLING_LINES).flatMap((pieces) =>
    pieces
      .flatMap((piece) => cutAt(piece, columns))
      .slice(1)
      .map(placesOf),
  );
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
export function withoutTail(lines: readonly (readonly TextRun[][])[], count: number, usual: number): number {
  const above = (at: number): readonly (readonly TextRun[][])[] =>
    lines.slice(Math.max(0, at - TELLING_LINES), at);
  let first = count;
  while (first > 1 && lines[first - 1]!.length === 1) first--;
  // The first of several lines that are no cells hides from the others that no cell begins where they do.
  let end = first;
  while (end < count && !standsOut(lines[end]![0]!, above(end), usual)) end++;
  while (end > 1 && lines[end - 1]!.length === 1) {
    if (!isOnlyBelow(lines[end - 1]![0]!, above(end - 1), usual)) break;
    end--;
  }
  return end;
}

/** So many lines above a line tell how far apart those of its column are. */
const TELLING_LINES = 40;

/** What stands alone this many times as far below a table as its lines are apart is none of it, such as the number of the page. */
const FAR_BELOW = 2;

/** The lines above a piece that begin where it does. */
function alignedAbove(piece: readonly TextRun[], lines: readonly (readonly TextRun[][])[]): TextRun[] {
  const { left, size } = piece[0]!;
  const firsts = lines.flat().map(([first]) => first!);
  return firsts.filter((first) => Math.abs(first.left - left) <= size);
}

/** So many of the lines of a column begin at its left where it is not set in the middle; a name above it and the rest of an item may not. */
const MOST_EVEN = 2 / 3;

/** Whether a piece begins where no cell of its column does, further below them than lines of text are, as a heading in the middle does. */
function isHeadingBelow(
  piece: readonly TextRun[],
  lines: readonly (readonly TextRun[][])[],
  usual: number,
): boolean {
  if (alignedAbove(piece, lines).length > 0) return false;
  const { left, baseline } = piece[0]!;
  const right = piece.at(-1)!.right;
  const all = lines.flat();
  const own = columnsOf(all).find(({ from, to }) => from < right && to > left);
  if (own === undefined) return false;
  const column = all.filter((each) => each[0]!.left >= own.from && each[0]!.left <= own.to);
  const start = column.at(-1)?.[0];
  if (start === undefined) return false;
  const even = column.filter(([first]) => first!.left - own.from <= SAME_START);
  const beginTogether = even.length >= Math.max(FEWEST_ROWS, MOST_EVEN * column.length);
  const places = placesOf(column.at(-1)!);
  const standTogether = places.some((place, which) =>
    column.every((each) => isNear(placesOf(each)[which]!, place)),
  );
  const isColumn = beginTogether || (standTogether && column.length >= FEWEST_ROWS);
  return isColumn && baseline - start.baseline > WIDER * usual;
}

/** Whether a place lies to the left of where all cells of a column begin: text begins there that no border keeps in. */
function isOutside(left: number, column: readonly TextRun[]): boolean {
  const [first] = column;
  return (
    column.length >= FEWEST_ROWS &&
    column.every((each) => Math.abs(each.left - first!.left) <= SAME_START && each.left - left > SAME_START)
  );
}

function standsOut(
  piece: readonly TextRun[],
  lines: readonly (readonly TextRun[][])[],
  usual: number,
): boolean {
  return isOutside(piece[0]!.left, alignedAbove(piece, lines)) || isHeadingBelow(piece, lines, usual);
}

/**
 * Whether a piece is of another size than what is above it, or further from that than its lines are from each other; or is a heading
 * below its column.
 */
function isOnlyBelow(
  piece: readonly TextRun[],
  lines: readonly (readonly TextRun[][])[],
  usual: number,
): boolean {
  const { baseline, size } = piece[0]!;
  const baselines = lines.map(([first]) => first![0]!.baseline);
  const widest = baselines.slice(1).reduce((most, each, at) => Math.max(most, each - baselines[at]!), usual);
  if (baseline - baselines.at(-1)! > FAR_BELOW * widest) return true;
  const above = alignedAbove(piece, lines);
  if (above.length === 0) return isHeadingBelow(piece, lines, usual);
  if (!isSameSize((above.at(-1) ?? lines.at(-1)![0]![0]!).size, size)) return true;
  const pitches = above.slice(1).map((first, at) => first.baseline - above[at]!.baseline);
  return pitches.length > 0 && baseline - above.at(-1)!.baseline > WIDER * Math.min(...pitches);
}
