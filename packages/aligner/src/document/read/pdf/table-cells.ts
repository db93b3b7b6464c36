import { isFinished } from '../../writing/endings.js';
import { areFigures } from './figures.js';
import { isFull } from './line-width.js';
import type { TextLine } from './lines.js';
import { measure, NARROW as NARROW_TEXT, WIDEST_PITCH } from './measure.js';
import type { Range } from './ranges.js';
import { HAN } from './table-pieces.js';
import { SAME_START } from './table-shape.js';
import { WIDER } from './table-stretch.js';

/** A line that stands this many times as far below the last one as most lines around the table do, is in another row, though all rows stand so. */
const FURTHEST = 1.6;
/** A column this wide, in font sizes, may be one of running text. */
const WIDE_COLUMN = 20;

export function isWide(lines: readonly TextLine[]): boolean {
  return widthIn(lines) >= WIDE_COLUMN;
}

/** How wide a column is, in the sizes of its smallest font. */
export function widthIn(lines: readonly TextLine[]): number {
  const width = Math.max(...lines.map(({ right }) => right)) - Math.min(...lines.map(({ left }) => left));
  return width / Math.min(...lines.map(({ size }) => size));
}

/** What is on one line, in font sizes. */
export const ON_LINE = 0.3;
/**
 * A column narrower than this, in font sizes, holds numbers and marks, or words of four Chinese characters, which some fonts
 * set a little wider than their size: none of its lines goes on in the next if those beside it do not.
 */
const NARROW = 4.2;

export function isNarrow(lines: readonly TextLine[]): boolean {
  return widthIn(lines) <= NARROW;
}

/** A column of which so few lines seem to go on has short texts, and the longest of them are full by chance. */
const SHORT_TEXTS = 1 / 3;

/**
 * The lines of each column in groups that stand close to each other, and of which all but the last are full. Where others
 * begin one beside a line, a row begins there, if the text before it is finished or its column has short texts, or if those
 * are several, or narrow or of one line each, as columns of running text are not; also where the text before is finished in two
 * columns.
 */
export function groupsOf(columns: readonly (readonly TextLine[])[], usual: number): TextLine[][][] {
  const closest = Math.min(...columns.map(closestPitch));
  const going = columns.map((lines, at) => goingOn(lines, closest, usual, roomOf(columns, at)));
  const finished = columns.map((lines) => lines.map((_, at) => at > 0 && isFinished(lines[at - 1]!.text)));
  const lookups = columns.map(besideIn);
  const beside = (line: TextLine, column: number, is: (other: number, at: number) => boolean): number[] =>
    lookups.flatMap((find, other) =>
      other !== column && find(line).some((at) => is(other, at)) ? [other] : [],
    );
  const isOfOneLine = (column: number): boolean =>
    isNarrow(columns[column]!) || !going[column]!.includes(true);
  return columns.map((lines, column) => {
    const hasShortTexts = going[column]!.filter(Boolean).length <= SHORT_TEXTS * lines.length;
    const narrow = isNarrow(lines);
    const mayEnd = (at: number): boolean => narrow || finished[column]![at]!;
    const groups: TextLine[][] = [];
    for (const [at, line] of lines.entries()) {
      const beginning = beside(line, column, (other, its) => !going[other]![its]);
      const isRow = mayEnd(at)
        ? beginning.length > 0 || beside(line, column, (other, its) => finished[other]![its]!).length > 0
        : beginning.length > 1 || beginning.some((other) => hasShortTexts || isOfOneLine(other));
      if (going[column]![at] && !isRow) groups.at(-1)!.push(line);
      else groups.push([line]);
    }
    return groups;
  });
}

/** Finds the lines of a column that stand beside a line, which are in order of their baselines. */
export function besideIn(lines: readonly TextLine[]): (line: TextLine) => number[] {
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
function goingOn(lines: readonly TextLine[], closest: number, usual: number, room: number): boolean[] {
  const narrow = isNarrow(lines);
  // Where several short words end together is no margin.
  const reach =
    widthIn(lines) <= NARROW_TEXT ? Math.max(...lines.map((line) => line.right)) : measure(lines).right;
  const right = Math.max(reach, room);
  const pitch = narrow ? closest : closestPitch(lines);
  return lines.map((line, at) => {
    const last = lines[at - 1];
    const distance = last === undefined ? Number.POSITIVE_INFINITY : line.baseline - last.baseline;
    const isClose = last !== undefined && distance <= WIDER * pitch && distance <= furthest(line, usual);
    const isWrapped = !narrow || (isClose && HAN.test(last.text) && HAN.test(line.text));
    return isWrapped && isClose && mayGoOn(last, line, { right });
  });
}

/**
 * Columns are no further apart than this, in font sizes, where the next one begins in one place, as text does; numbers that are set
 * against the right leave more of their own column empty.
 */
const WIDEST_GUTTER = 4;
const WIDEST_BEFORE_NUMBERS = 12;

/** How far the text of a column might reach, as the next one begins so far behind it. */
export function roomOf(columns: readonly (readonly TextLine[])[], at: number): number {
  const next = columns[at + 1];
  if (next === undefined) return Number.NEGATIVE_INFINITY;
  const left = next.reduce((least, line) => Math.min(least, line.left), Number.POSITIVE_INFINITY);
  const there = next.filter((line) => line.left - left <= SAME_START);
  const gutter = 2 * there.length > next.length ? WIDEST_GUTTER : WIDEST_BEFORE_NUMBERS;
  return left - gutter * columns[at]![0]!.size;
}

/** Whether a line of a column may go on in the next one, by its width and by what they are. */
export function mayGoOn(last: TextLine, line: TextLine, within: { readonly right: number }): boolean {
  return !areFigures(last.text, line.text) && isFull(last, line, within);
}

/** How far from the line before it a line of a cell stands at most, where most lines around the table stand so far apart. */
export function furthest({ size }: TextLine, usual: number): number {
  return Math.min(FURTHEST * usual, WIDEST_PITCH * size);
}

/** How close the closest lines of a column stand: those of one cell. */
export function closestPitch(lines: readonly TextLine[]): number {
  const pitches = lines.slice(1).map(({ baseline }, at) => baseline - lines[at]!.baseline);
  return Math.min(...pitches);
}

/** From the tops of the letters of the first line to the baseline of the last. */
export function heightOf(group: readonly TextLine[]): Range {
  const [first, last] = [group[0]!, group.at(-1)!];
  return { from: first.baseline - 0.7 * first.size, to: last.baseline };
}
