// Where a paragraph ends, a sentence may, and a clause may begin: the grammar of both is the aligner's, not the format's.

import { isFinished } from '../../writing/endings.js';
import { languageByScript } from '../../writing/script.js';
import { isFull } from './line-width.js';
import type { TextLine } from './lines.js';
import { BULLET, BULLET_ONLY, beginsWithMarker, isNextLabel } from './markers.js';
import { ALIGNED, type Column, INDENT, isSameSize, measure, WIDEST_INDENT, WIDEST_PITCH } from './measure.js';
import { noteNumberOf } from './note-marks.js';
import { termEnd } from './term-end.js';

/** Lines that belong together, and where they stand. */
export interface PdfParagraph {
  readonly lines: TextLine[];
  /** Font size. */
  readonly size: number;
  /** What every line of its column keeps within. */
  readonly column: Column;
}

/** Lines further apart than this, in usual distances, are paragraphs of their own. */
const WIDE_PITCH = 1.3;
/** Lines further apart than this, in exact distances, are paragraphs of their own if anything else says so. */
const WIDER_PITCH = 1.06;

/** Headings are so many times as large as most of their column, or more. */
const HEADING = 1.15;

/** Puts the lines of a column together: a paragraph ends where space, indent, size or a short line say so. */
export function paragraphsOf(lines: readonly TextLine[], column = measure(lines)): PdfParagraph[] {
  const paragraphs: PdfParagraph[] = [];
  for (const line of lines) {
    const open = paragraphs.at(-1);
    if (open && continues(open, line)) open.lines.push(line);
    else paragraphs.push({ lines: [line], size: line.size, column });
  }
  return paragraphs;
}

/**
 * Whether a paragraph at the end of a column or page goes on in the first one of the next.
 *
 * @param mayBeFigure whether it may go on in a line without a letter, as the text of a cell does
 */
export function goesOn(before: PdfParagraph, after: PdfParagraph, mayBeFigure = false): boolean {
  const [last, next] = [before.lines.at(-1)!, after.lines[0]!];
  const language = languageByScript(next.text);
  const isWithin = isWithinBrackets(last.text, next.text);
  return (
    isSameSize(before.size, after.size) &&
    beginsInPlace(before, after) &&
    isFull(last, next, before.column) &&
    (isWithin || !isFinished(last.text)) &&
    ((mayBeFigure && language === null) || isWithin || languageByScript(last.text) === language) &&
    (isWithin || !beginsWithMarker(next.text)) &&
    noteNumberOf([next], next.text) === ''
  );
}

/** The text of an item hangs from its label by this much at most, in font sizes. */
const WIDEST_HANG = 5;

/** Whether the rest of a paragraph begins at the margin, or as far from it as its lines do, which may hang from a label. */
function beginsInPlace({ lines, column, size }: PdfParagraph, after: PdfParagraph): boolean {
  const indent = after.lines[0]!.left - after.column.left;
  if (indent < INDENT * size) return true;
  const last = lines.at(-1)!;
  const shift = (indent - (last.left - column.left)) / size;
  if (lines.length > 1) return Math.abs(shift) < ALIGNED;
  return shift > 0 && shift < WIDEST_HANG && beginsWithMarker(last.text);
}

/** Whether a line closes the bracket that the one before it leaves open: a stop between them ends no sentence, and a number is no label, `(Cap. ‖ 330)`. */
function isWithinBrackets(before: string, text: string): boolean {
  return BRACKET_CLOSED.test(text) && isOpen(before);
}

const BRACKET_CLOSED = /^[^(（)）]*[)）]/;

function isOpen(text: string): boolean {
  let depth = 0;
  for (const [mark] of text.matchAll(/[()（）]/g)) depth = Math.max(0, depth + (/[(（]/.test(mark) ? 1 : -1));
  return depth > 0;
}

/** Entries of a list of definitions begin with the term in quotation marks, or, in laws of two languages, with that of the other language in brackets behind it. */
const TERM_IN_QUOTES = /^["“「『][^"”」』]{1,60}["”」』]/;
const TERM_IN_BOTH =
  /^(?:\p{Script=Latin}[^()（）;；.。]{0,60}[(（]\p{Script=Han}|\p{Script=Han}[^()（）;；.。]{0,40}[(（]\p{Script=Latin})[^()（）]{0,60}[)）]/u;
const ENDS_ENTRY = /[.;。；]$/;

function continues({ lines, size, column }: PdfParagraph, line: TextLine): boolean {
  const last = lines.at(-1)!;
  const pitch = line.baseline - last.baseline;
  if (!isSameSize(size, line.size)) return false;
  // Lines of headings are further apart, but no further for their size.
  const larger = size >= HEADING * column.size ? size / column.size : 1;
  if (pitch > WIDE_PITCH * larger * column.pitch || pitch > WIDEST_PITCH * size) return false;
  if (BULLET_ONLY.test(line.text) || noteNumberOf([line], line.text) !== '') return false;
  if (areAtRight(last, line, column)) return false;
  const isBeside = Math.abs(line.left - lines[0]!.left) < ALIGNED * size;
  const [before, language] = [languageByScript(last.text), languageByScript(line.text)];
  const exact = before === language && language !== null ? column.pitches[language] : undefined;
  const isWider = exact !== undefined && pitch > WIDER_PITCH * exact;
  const isWithin = isWithinBrackets(last.text, line.text);
  const isEnded = isFinished(last.text) && !isWithin;
  if (isWider && isEnded) return false;
  if (beginsWithMarker(line.text) && !isWithin) {
    if (isEnded || isWider || (language !== null && before !== language)) return false;
    if (isBeside && isNextLabel(lines[0]!.text, line.text)) return false;
  }
  if (isBeside && BULLET.test(line.text) && BULLET.test(lines[0]!.text)) return false;
  if (isBeside && termEnd(line) > 0 && termEnd(lines[0]!) > 0) return false;
  const areEntries =
    isBeside &&
    ENDS_ENTRY.test(last.text) &&
    [TERM_IN_QUOTES, TERM_IN_BOTH].some((term) => term.test(line.text) && term.test(lines[0]!.text));
  if (areEntries) return false;
  const shift = (last.left - column.left) / size;
  const isFirst = lines.length === 1 && column.isIndented && shift > INDENT && shift < WIDEST_INDENT;
  if (isFirst && isBeside && isEnded) return false;
  const indent = (line.left - last.left) / size;
  const hangs = lines.length === 1 && (beginsWithMarker(last.text) || termEnd(last) > 0);
  if (indent > INDENT && !hangs && !haveOneMiddle(last, line)) return false;
  // The first line of a paragraph may be indented, later ones are not.
  if (indent < -INDENT && lines.length > 1) return false;
  if (!isFull(last, line, column) && !endsWhereQuoted(last, line, column)) return false;
  return !isEnded || before === language;
}

/** Whether a line of a text that is set in from both margins, as notes and quotations are, ends where that is full. */
function endsWhereQuoted(last: TextLine, line: TextLine, { left, right }: Column): boolean {
  const within = ALIGNED * line.size;
  const shift = last.left - left;
  return (
    shift > INDENT * line.size &&
    Math.abs(line.left - last.left) < within &&
    Math.abs(right - shift - last.right) < within
  );
}

/** Whether two lines have their middle in one place, as those of a title that takes more than one line do. */
function haveOneMiddle(last: TextLine, line: TextLine): boolean {
  return Math.abs(last.left + last.right - line.left - line.right) < 2 * ALIGNED * line.size;
}

/** Text that is set against the right margin, as names below a letter are, begins this far into its column, in its width. */
const AT_RIGHT = 0.3;

/**
 * Whether two lines end at one place and begin at two, far from where their column does, or only the first begins so far from
 * that, as no indent does, and ends where the column does: each is a text of its own.
 */
function areAtRight(last: TextLine, line: TextLine, { left, right }: Column): boolean {
  const within = ALIGNED * line.size;
  const start = left + AT_RIGHT * (right - left);
  if (last.left <= start) return false;
  if (line.left <= start) return Math.abs(last.right - right) < within;
  return Math.abs(last.right - line.right) < within && Math.abs(last.left - line.left) >= within;
}
