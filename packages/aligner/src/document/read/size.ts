import type { DuiqiError } from '../../common/errors.js';
import { LONGEST_TEXT } from '../../common/longest-text.js';
import { isBreak, isSpace } from '../writing/lines.js';
import { unreadable } from './reading.js';

/** Bytes, or UTF-16 units: the longest string that every engine holds has some more. */
const LARGEST = 500_000_000;
/** Lines that hold something. Until it is written out, each takes more than a kilobyte. */
const MOST_LINES = 2_500_000;

/** @throws DuiqiError `unreadable` for an input that cannot be held as one string */
export function refuseTooLong(length: number, name: string): void {
  if (length > LARGEST) throw tooLarge(name, '500 MB');
}

/**
 * Counts the lines that hold something, to those of the texts before it.
 *
 * @throws DuiqiError `unreadable` for a text that would take more memory than a computer has
 */
export function refuseTooManyLines(text: string, name: string, before = 0): number {
  let lines = before;
  let isBlank = true;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (isBreak(unit)) isBlank = true;
    else if (isBlank && !isSpace(unit)) {
      isBlank = false;
      refuseMoreLines(++lines, name);
    }
  }
  return lines;
}

/** The same for a text whose lines or paragraphs are counted while they are read. */
export function refuseMoreLines(lines: number, name: string): void {
  if (lines > MOST_LINES) throw tooLarge(name, '2,500,000 lines');
}

/** @throws DuiqiError `unreadable` for a text of a pair that is longer than any; before it is longer than a string can be */
export function refuseTooLongText(length: number, name: string, where = ''): void {
  if (length > LONGEST_TEXT) throw tooLongText(name, where);
}

/** @param where what the text stands in, if that is known: ` in line 12` */
export function tooLongText(name: string, where = ''): DuiqiError {
  return unreadable(
    name,
    `has a text of more than 60 million characters${where}, which is no sentence: split it, or see whether the mark that ends it is missing`,
    'text-too-long',
  );
}

function tooLarge(name: string, most: string): DuiqiError {
  return unreadable(
    name,
    `has more than ${most}, which is more than can be read at once: split it into several files`,
    'too-large',
    { most },
  );
}
