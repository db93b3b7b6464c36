// A note is none of the text that it is a note to: neither its mark there nor its number at its own head.

import { looksOf, RAISED_FIGURES } from '../raised-numbers.js';
import { isRaised, type TextLine } from './lines.js';

const NUMBER = /^(?:[[(（]?\d{1,3}[\])）]?|[*†‡§¶]{1,3}|[①-⑳㉑-㉟])$/;

/** The raised number that a note begins with, with the blank behind it; empty where a text begins with none. */
export function noteNumberOf([line]: readonly TextLine[], text: string): string {
  const [mark, next] = line?.runs ?? [];
  if (mark === undefined || next === undefined) return '';
  const number = mark.text.trim();
  const isNumber = NUMBER.test(number) && isRaised(mark, next.baseline, next.size);
  if (!isNumber || !text.startsWith(number)) return '';
  return text.slice(0, text.length - text.slice(number.length).trimStart().length);
}

/** `[3]` or `³` right behind a word or a stop, as notes are marked in text that raises no marks. */
const MARK = new RegExp(`(?<=[^\\s[(（])(?:\\[\\d{1,3}\\]|${RAISED_FIGURES})`, 'g');
/** `[3] See` and `³See`, as such a note begins. */
const HEAD = new RegExp(`^(\\[\\d{1,3}\\]|${RAISED_FIGURES})\\s*(?=\\S)`);

/** Texts without the marks of notes in brackets or raised figures. */
export interface WithoutMarks {
  readonly texts: readonly string[];
  /** The number that each begins with, as notes do, which is no more in the text; empty for all others. */
  readonly numbers: readonly string[];
  /** How many marks were in the texts. */
  readonly marks: number;
}

/**
 * Takes the marks of notes in brackets or raised figures out of texts in reading order. A number is one where a text has it right
 * behind a word, of which it is no power, and a later one begins with it: paragraphs that are numbered so come before what refers to them.
 */
export function withoutMarks(texts: readonly string[]): WithoutMarks {
  const waited = new Set<string>();
  const noted = new Set<string>();
  const numbers = texts.map((text) => {
    const head = HEAD.exec(text);
    const isNote = head !== null && waited.has(head[1]!);
    if (isNote) noted.add(head[1]!);
    for (const { 0: mark, index } of text.matchAll(MARK)) if (!isPower(mark, text, index)) waited.add(mark);
    return isNote ? head[0] : '';
  });
  let marks = 0;
  const without = texts.map((text, at) =>
    text.slice(numbers[at]!.length).replace(MARK, (mark: string, index: number, rest: string) => {
      if (!noted.has(mark) || isPower(mark, rest, index)) return mark;
      marks++;
      return '';
    }),
  );
  return { texts: without, numbers, marks };
}

/** Whether a mark is a raised figure that says how often what it stands behind is taken: `m³`, `10³`. */
function isPower(mark: string, text: string, at: number): boolean {
  return mark[0] !== '[' && looksOf(text.slice(0, at)) === 'none';
}
