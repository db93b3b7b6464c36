import { readLabels } from '../../writing/label.js';
import { languageByScript } from '../../writing/script.js';
import { centredRows } from './centred-rows.js';
import type { Rule } from './grid.js';
import { withoutLeaders } from './leaders.js';
import { linesOf, type TextLine, type TextRun } from './lines.js';
import { BULLETS, beginsWithMarker } from './markers.js';
import { CLOSEST_LINES, isSameSize, measure, usualSize } from './measure.js';
import { merged, type Range, withHanging } from './ranges.js';
import { groupsOf, heightOf, isWide, ON_LINE } from './table-cells.js';
import { columnsOf, gapOf, piecesOf } from './table-pieces.js';
import {
  keyedRows,
  linesAsRows,
  numberedRows,
  rowsIn,
  rowsWithAmounts,
  ruledRows,
  spacedRows,
} from './table-rows.js';
import { type ColumnStarts, goesOnIn, startsOf, type Table } from './table-shape.js';
import { FEWEST_ROWS, linesInColumns, type Stretch, withoutTail } from './table-stretch.js';

/** At least this share of the rows of a table has two cells or more, and more where they are wide. */
const FILLED = 0.6;
const FILLED_WIDE = 0.8;
/** Of rows of one line each, none of which goes on in the next, so few may have more than their first cell: a form has names of fields. */
const FILLED_OF_LINES = 0.3;
/** No page for readers has so many runs of text, each a word or more: on a drawing of a million letters no tables are looked for. */
const MOST_RUNS = 20_000;
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
  const lines: TextRun[][][] = [];
  /** The same, but for dots: what stands above and below a table keeps them. */
  const dotted: (readonly (readonly TextRun[])[])[] = [];
  for (const { runs: own } of all) {
    const left = withoutLeaders(own);
    const pieces = piecesOf(left, gapOf(left));
    lines.push(pieces);
    dotted.push(left === own ? pieces : [own]);
  }
  /** The table that begins with a line, and how far down it was looked for, in how many columns. */
  const tableFrom = (
    first: number,
  ): { readonly table: Table | null; readonly whole: number; readonly count: number } => {
    const stretches = linesInColumns(lines, first);
    for (const { taken, whole, cut, columns, spans } of stretches) {
      taken.length = withoutTail(taken, whole, usual);
      const isHeading = taken.flat(2).every((run) => run.size > LARGE * size);
      const starts = columns.map(({ from }) => from);
      const isKnown = goesOnIn(starts, known);
      const mayBeCut = isKnown || cut <= MOST_CUT * whole;
      const isParted = mayBeCut && columnsOf(taken.flat()).length > 1 && !isHeading;
      const fewest = isKnown ? 1 : FEWEST_ROWS;
      const found = { lines, dotted, taken, spans };
      const table = isParted ? asTable(found, first, usual, fewest, across) : null;
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

/** Bullets, but for boxes, which forms have in their cells. */
const LIST_BULLET = /^[•‧●▪◦∗‣⁃▷►➢]/;

/** Whether what looks like rows are items of a list, each with its bullet, which have room in them where terms end or sentences do. */
function isList(columns: readonly (readonly TextLine[])[], rows: number): boolean {
  const bulleted = columns.map((lines) => lines.filter(({ text }) => LIST_BULLET.test(text)).length);
  return 2 * bulleted[0]! >= rows && bulleted.slice(1).every((count) => count === 0);
}

/** What is set this much larger than most of the text is a heading, however wide the gaps between its words are. */
const LARGE = 1.2;

/** The lines of a page in pieces, without the dots that lead from one to the next and with them. */
interface Pieces {
  readonly lines: readonly (readonly TextRun[][])[];
  readonly dotted: readonly (readonly (readonly TextRun[])[])[];
}

function asTable(
  { lines, dotted, taken: whole, spans: spanning }: Pieces & Pick<Stretch, 'taken' | 'spans'>,
  first: number,
  usual: number,
  fewest: number,
  across: readonly Rule[],
): Table | null {
  const end = first + whole.length;
  const spans = whole.flat().flatMap((piece) => (spanning.has(piece) ? linesOf(piece) : []));
  const taken = whole.map((pieces) => pieces.filter((piece) => !spanning.has(piece)));
  const runs = taken.flat(2);
  const linesIn = (ranges: readonly Range[]): TextLine[][] =>
    ranges.map(({ from, to }) => linesOf(runs.filter(({ left, right }) => left >= from && right <= to)));
  const parted = columnsOf(taken.flat());
  const bare = linesIn(parted);
  const centred = centredRows(bare);
  const labelled = linesIn(withLabels(parted, runs));
  // Numbers in the middle of the height of cells are no labels of lines that they happen to stand beside, nor are those that rules part.
  const areNumbers =
    centred !== null || (ruledRows(labelled, across) === null && ruledRows(bare, across) !== null);
  const columns = areNumbers ? bare : labelled;
  // Labels beside their items are no column.
  const isKnown = fewest < FEWEST_ROWS;
  if (columns.length < 2) return null;
  if (!isKnown && columns.length === 2 && columns[0]!.every(({ text }) => isLabel(text))) return null;
  const single = linesAsRows(columns, usual, spans);
  const withAmounts = rowsWithAmounts(bare);
  const told =
    ruledRows(columns, across) ??
    centred ??
    numberedRows(columns) ??
    withAmounts ??
    single ??
    spacedRows(columns);
  const groups =
    single === null ? groupsOf(columns, usual) : columns.map((column) => column.map((line) => [line]));
  const bands = told ?? keyedRows(columns) ?? merged(groups.flat().map(heightOf), 0);
  if (bands.length < fewest) return null;
  const rows = rowsIn(bands, columns);
  if (!isKnown && isList(columns, rows.length)) return null;
  const mayEndApart = withAmounts !== null && told === withAmounts;
  if ((!mayEndApart && !beginTogether(rows)) || !rows.some(isSetApart)) return null;
  const filled = rows.filter((cells) => cells.filter((cell) => cell.length > 0).length > 1).length;
  const cells = rows.flat().filter((cell) => cell.length > 0).length;
  const ofCell = told === null ? groups.flat().length / cells : 1;
  const fewestFilled = single === null ? FILLED : FILLED_OF_LINES;
  if (filled < fewestFilled * rows.length || ofCell > GROUPS_IN_CELL) return null;
  if (columns.every(isWide)) {
    const most = leavesRoom(rows) ? GROUPS_IN_WIDE_CELL : 1;
    if (filled < FILLED_WIDE * rows.length || ofCell > most || rows.some(isMismatch)) return null;
  }
  const ends = columns.map((column) => Math.max(...column.map(({ right }) => right)));
  const table = { rows: withSpans(rows, spans, ends), ends, below: dotted.slice(end).flat(2) };
  const head = headAbove(lines.slice(0, first), table);
  const above = dotted.slice(0, first - head.length).flat(2);
  if (head.length === 0) return { ...table, above };
  const names = columns.map((_, column) => linesOf(head.flatMap((line) => line[column]!)));
  return { ...table, rows: [names, ...table.rows], above };
}

/** Rows with the texts that stand in several columns, each in the first of its own: in a row with what is beside it, or else in one of its own. */
function withSpans(rows: Table['rows'], spans: readonly TextLine[], ends: readonly number[]): Table['rows'] {
  const found = rows.map((cells) => [...cells]);
  for (const span of spans) {
    const isBeside = ({ baseline }: TextLine): boolean =>
      Math.abs(baseline - span.baseline) <= ON_LINE * span.size;
    const column = Math.max(
      0,
      ends.findIndex((end) => end > span.left),
    );
    const beside = found.find((cells) => cells.flat().some(isBeside));
    if (beside) beside[column] = [span, ...beside[column]!];
    else {
      const below = found.findIndex((cells) =>
        cells.flat().every(({ baseline }) => baseline > span.baseline),
      );
      const own = ends.map((_, at) => (at === column ? [span] : []));
      found.splice(below < 0 ? found.length : below, 0, own);
    }
  }
  return found;
}

/** The lines of a head stand no further above each other, and above the rows of its table, than this, in font sizes. */
const HEAD_ABOVE = 3;

/**
 * The lines above a table that are the head of its columns. Their pieces stand in the middle of these and so need not be above any
 * cell, but each stands between the columns on either side of its own, and is set as no cell of the first row is.
 */
function headAbove(
  lines: readonly (readonly (readonly TextRun[])[])[],
  { rows, ends }: Pick<Table, 'rows' | 'ends'>,
): (readonly (readonly TextRun[])[])[] {
  const starts = startsOf({ rows });
  const next = rows[0]!.flat().flatMap(({ runs }) => runs);
  let top = Math.min(...next.map(({ baseline }) => baseline));
  const head: (readonly (readonly TextRun[])[])[] = [];
  while (head.length < lines.length) {
    const line = lines[lines.length - head.length - 1]!;
    const { baseline, size } = line[0]![0]!;
    const isHead =
      line.length === ends.length &&
      top - baseline <= HEAD_ABOVE * size &&
      line.flat().every(({ font }) => font !== undefined && next.every((run) => run.font !== font)) &&
      line.every(
        (piece, at) =>
          piece[0]!.left > (ends[at - 1] ?? Number.NEGATIVE_INFINITY) &&
          piece.at(-1)!.right < (starts[at + 1] ?? Number.POSITIVE_INFINITY),
      );
    if (!isHead) break;
    head.unshift(line);
    top = baseline;
  }
  return head;
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

/** `(a)`, `1.2`, `三、`, `•`, `8. (1)`: what an item hangs from, but not `1`, which may be the number of a row, nor `No.` above those. */
const HANGING = new RegExp(
  String.raw`^(?!No\.$)(?:[${BULLETS}–—·-]|[(（][^()（）]{1,4}[)）]|\d{1,3}(?:\.\d{1,3})+\.?|[\da-zA-Z]{1,3}[.)）、]|[一二三四五六七八九十]{1,3}、|\d{1,3}[A-Z]?\.?[—–]? ?(?:[(（][^()（）]{1,4}[)）] ?){1,2})$`,
);

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
  return withHanging(columns, ({ from, to }) => {
    const own = linesOf(runs.filter(({ left, right }) => left >= from && right <= to));
    return own.every(({ text }) => HANGING.test(text));
  });
}

/** The cells of this share of the rows begin, end or have their middle on one line; columns that only stand beside each other do so by chance. */
const TOGETHER = 0.75;

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
