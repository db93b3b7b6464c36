// A note is none of the text that it is a note to: neither its mark there nor its number at its own head.

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

/** `[3]` right behind a word or a stop, as notes are marked in text that raises no marks. */
const MARK = /(?<=[^\s[(（])\[(\d{1,3})\]/g;
/** `[3] See`, as such a note begins. */
const HEAD = /^\[(\d{1,3})\]\s*(?=\S)/;

/** Texts without the marks of notes in brackets. */
export interface WithoutMarks {
  readonly texts: readonly string[];
  /** The number that each begins with, as notes do, which is no more in the text; empty for all others. */
  readonly numbers: readonly string[];
  /** How many marks were in the texts. */
  readonly marks: number;
}

/**
 * Takes the marks of notes in brackets out of texts in reading order. A number is one where a text has it right behind a word
 * and a later one begins with it: paragraphs that are numbered so come before what refers to them.
 */
export function withoutMarks(texts: readonly string[]): WithoutMarks {
  const waited = new Set<string>();
  const noted = new Set<string>();
  const numbers = texts.map((text) => {
    const head = HEAD.exec(text);
    const isNote = head !== null && waited.has(head[1]!);
    if (isNote) noted.add(head[1]!);
    for (const [, number] of text.matchAll(MARK)) waited.add(number!);
    return isNote ? head[0] : '';
  });
  let marks = 0;
  const without = texts.map((text, at) =>
    text.slice(numbers[at]!.length).replace(MARK, (mark: string, number: string) => {
      if (!noted.has(number)) return mark;
      marks++;
      return '';
    }),
  );
  return { texts: without, numbers, marks };
}
