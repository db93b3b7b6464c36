import { isFinished } from '../../writing/endings.js';
import { CLOSING, isFull } from './line-width.js';
import type { TextLine } from './lines.js';
import { beginsWithMarker } from './markers.js';
import { ALIGNED, type Column, isSameSize, NARROW, WIDEST_PITCH } from './measure.js';

/** The longest of so many lines that surely go on in the next one is as long as lines may be, or nearly so. */
const TELLING = 4;

const GOES_ON = new RegExp(`^[\\p{Ll}${CLOSING}]`, 'u');

/**
 * Where lines end that do not tell so themselves, as few of them, or of uneven lengths, do not: at the furthest of some
 * places, if those that surely go on in the next line are full there as well; else where the longest does.
 */
export function widestRight(lines: readonly TextLine[], column: Column, places: readonly number[]): number {
  if (column.isTold) return column.right;
  const full = lines.flatMap((line, at) => {
    const next = lines[at + 1];
    return next !== undefined && surelyGoesOn(line, next) && isFull(line, next, column)
      ? [{ line, next }]
      : [];
  });
  if (full.length >= TELLING) return column.right;
  const isLikely = (right: number): boolean =>
    right > column.right && full.every(({ line, next }) => isFull(line, next, { right }));
  return Math.max(column.right, ...places.filter(isLikely));
}

/** Whether a line goes on in the next, by what is written and by how wide it is. */
function surelyGoesOn(line: TextLine, next: TextLine): boolean {
  if (!isSameSize(line.size, next.size) || next.baseline - line.baseline > WIDEST_PITCH * line.size)
    return false;
  if (isFinished(line.text) || beginsWithMarker(next.text)) return false;
  if (GOES_ON.test(next.text) || /[，、]$/.test(line.text)) return true;
  const isWide = line.right - line.left > NARROW * line.size;
  return isWide && Math.abs(line.right - next.right) < ALIGNED * line.size;
}
