import { readLabels } from '../../writing/label.js';
import { languageByScript } from '../../writing/script.js';
import { isFull } from './line-width.js';
import { evenGap, linesOf, type TextLine, type TextRun } from './lines.js';
import { beginsWithMarker } from './markers.js';
import { measure } from './measure.js';

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
/** At least this share of the rows of a table has two cells or more, and more where they are wide. */
const FILLED = 0.6;
const FILLED_WIDE = 0.8;
/** Fewer rows may be chance. */
const FEWEST_ROWS = 3;
/** So few of its lines have gaps between columns that are no wider than those between words. */
const MOST_CUT = 0.25;
/** Cells of rows have about one group of lines each, above all where they are wide; columns of running text have many. */
const GROUPS_IN_CELL = 1.4;
const GROUPS_IN_WIDE_CELL = 1.1;

/**
 * Finds the first table among the runs of a page: lines in columns that no line crosses, and that begin and end together,
 * row by row. Columns of running text break off wherever they will.
 */
export function findTable(runs: readonly TextRun[]): Table | null {
  const lines = linesOf(runs).map(({ runs: all }) => piecesOf(all, gapOf(all)));
  for (let first = 0; first < lines.length; first++) {
    if (lines[first]!.length < 2) continue;
    let columns = columnsOf(lines[first]!);
    const taken = [lines[first]!];
    // The line behind the last one that parts by itself, and how many had to be cut before it.
    let [whole, cut, cuts] = [1, 0, 0];
    for (let end = first + 1; end < lines.length; end++) {
      const line = [lines[end]!, cutAt(lines[end]!.flat(), columns)].find((pieces) => {
        const wider = columnsOf([...taken, pieces].flat());
        return wider.length >= 2 && wider.length >= columns.length - 1;
      });
      if (line === undefined) break;
      taken.push(line);
      columns = columnsOf(taken.flat());
      if (line !== lines[end]) cuts++;
      else [whole, cut] = [taken.length, cuts];
    }
    taken.length = whole;
    const isParted = cut <= MOST_CUT * whole && columnsOf(taken.flat()).length > 1;
    const table = isParted ? asTable(lines, first, taken) : null;
    if (table !== null) return table;
    // No table begins further down in what is none.
    first += whole - 1;
  }
  return null;
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

/** The runs of a line in pieces, cut wherever a gap of theirs lies between two columns. */
function cutAt(runs: readonly TextRun[], columns: readonly Range[]): TextRun[][] {
  const pieces: TextRun[][] = [];
  for (const run of [...runs].sort((a, b) => a.left - b.left)) {
    const last = pieces.at(-1)?.at(-1);
    const middle = last && (last.right + run.left) / 2;
    const isBetween = columns.some(
      ({ to }, at) => columns[at + 1] && middle! > to && middle! < columns[at + 1]!.from,
    );
    if (last === undefined || isBetween) pieces.push([run]);
    else pieces.at(-1)!.push(run);
  }
  return pieces;
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
    for (let unit = 1; unit < run.text.length; unit++) {
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
): Table | null {
  const end = first + taken.length;
  const runs = taken.flat(2);
  const columns = withLabels(columnsOf(taken.flat()), runs).map(({ from, to }) =>
    linesOf(runs.filter(({ left, right }) => left >= from && right <= to)),
  );
  // Labels beside their items are no column.
  if (columns.length < 2 || (columns.length === 2 && columns[0]!.every(({ text }) => isLabel(text))))
    return null;
  const groups = columns.map(groupsOf);
  const bands = numberedRows(columns) ?? merged(groups.flat().map(heightOf), 0);
  if (bands.length < FEWEST_ROWS) return null;
  const rows = bands.map(({ from, to }) =>
    columns.map((column) => column.filter(({ baseline }) => baseline >= from && baseline <= to)),
  );
  if (!beginTogether(rows) || !rows.some(isSetApart)) return null;
  const filled = rows.filter((cells) => cells.filter((cell) => cell.length > 0).length > 1).length;
  const cells = rows.flat().filter((cell) => cell.length > 0).length;
  const ofCell = groups.flat().length / cells;
  if (filled < FILLED * rows.length || ofCell > GROUPS_IN_CELL) return null;
  if (columns.every(isWide)) {
    const most = leavesRoom(rows) ? GROUPS_IN_WIDE_CELL : 1;
    if (filled < FILLED_WIDE * rows.length || ofCell > most || rows.some(isMismatch)) return null;
  }
  const ends = columns.map((column) => Math.max(...column.map(({ right }) => right)));
  return { rows, ends, above: lines.slice(0, first).flat(2), below: lines.slice(end).flat(2) };
}

/** Where rows are that are numbered, with what stands above the first; null where no column at their left counts. */
function numberedRows([numbers = [], ...others]: readonly (readonly TextLine[])[]): Range[] | null {
  const first = numbers.findIndex(({ text }) => COUNT.test(text));
  const counted = numbers.slice(Math.max(0, first));
  const start = Number(COUNT.exec(counted[0]?.text ?? '')?.[1]);
  const counts = counted.every(({ text }, at) => Number(COUNT.exec(text)?.[1]) === start + at);
  if (first < 0 || first > 1 || counted.length < FEWEST_ROWS || !counts) return null;
  const beginsRow = (line: TextLine): boolean =>
    others.every((column) =>
      column.some(({ baseline }) => Math.abs(baseline - line.baseline) <= ON_LINE * line.size),
    );
  if (!counted.every(beginsRow)) return null;
  const starts = counted.map(({ baseline, size }) => baseline - 0.7 * size);
  const above = { from: Number.NEGATIVE_INFINITY, to: starts[0]! };
  const rows = starts.map((from, at) => ({ from, to: starts[at + 1] ?? Number.POSITIVE_INFINITY }));
  return [numbers, ...others].flat().some(({ baseline }) => baseline < above.to) ? [above, ...rows] : rows;
}

/** `3`, `3.`, `(3)` */
const COUNT = /^[(（]?(\d{1,3})[.)）、]?$/;

/** A column this wide, in font sizes, may be one of running text. */
const WIDE_COLUMN = 20;

function isWide(lines: readonly TextLine[]): boolean {
  const width = Math.max(...lines.map(({ right }) => right)) - Math.min(...lines.map(({ left }) => left));
  return width >= WIDE_COLUMN * Math.min(...lines.map(({ size }) => size));
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

/** `(a)`, `1.2`, `三、`, `•`: what an item hangs from, but not `1`, which may be the number of a row. */
const HANGING =
  /^(?:[•●▪◦■□◆◇∗‣⁃▷►➢✓–—·-]|[(（][^()（）]{1,4}[)）]|\d{1,3}(?:\.\d{1,3})+\.?|[\da-zA-Z]{1,3}[.)）、]|[一二三四五六七八九十]{1,3}、)$/;

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

/** A column narrower than this, in font sizes, holds numbers and marks: none of its lines goes on in the next. */
const NARROW = 4;

/** Lines of a column that stand close to each other, and of which all but the last are full. */
function groupsOf(lines: readonly TextLine[]): TextLine[][] {
  const { right } = measure(lines);
  const left = Math.min(...lines.map((line) => line.left));
  const pitch = closestPitch(lines);
  const groups: TextLine[][] = [];
  for (const line of lines) {
    const last = groups.at(-1)?.at(-1);
    const isWide = Math.max(...lines.map((each) => each.right)) - left > NARROW * line.size;
    const isClose = last !== undefined && line.baseline - last.baseline <= WIDER * pitch;
    if (isWide && isClose && isFull(last, line, { right })) groups.at(-1)!.push(line);
    else groups.push([line]);
  }
  return groups;
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
