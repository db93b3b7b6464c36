import type { Span } from '../../types.js';

/** Tells whether `right` goes on with the sentence that `left`, the span just before it, has begun. */
export type JoinRule = (text: string, left: Span, right: Span) => boolean;

/** Marks that close a quotation or a bracket, for use inside a character class. */
export const CLOSERS = String.raw`"'＂”’»›)\]}）］｝〕】〉》」』`;

/** Cuts `text` at rising offsets. The spans are trimmed of white space; those with nothing else are left out. */
export function cutAt(text: string, offsets: Iterable<number>): Span[] {
  const spans: Span[] = [];
  let start = 0;
  const cut = (end: number): void => {
    const piece = text.slice(start, end);
    const trimmed = piece.trim();
    if (trimmed !== '') {
      const from = start + piece.length - piece.trimStart().length;
      spans.push({ start: from, end: from + trimmed.length });
    }
    start = end;
  };
  for (const offset of offsets) cut(offset);
  cut(text.length);
  return spans;
}

/** One merging pass: neighbours that belong together by `rule` become one span. */
export function joinWhere(text: string, spans: readonly Span[], rule: JoinRule): Span[] {
  const joined: Span[] = [];
  for (const right of spans) {
    const left = joined.at(-1);
    if (left && rule(text, left, right)) joined[joined.length - 1] = { start: left.start, end: right.end };
    else joined.push(right);
  }
  return joined;
}

/** Rules look at a few characters around a boundary only, so that the work stays linear in the text. */
const REACH = 40;

/** The last characters of `span`. */
export function tailOf(text: string, span: Span): string {
  return text.slice(Math.max(span.start, span.end - REACH), span.end);
}

/** The first characters of `span`. */
export function headOf(text: string, span: Span): string {
  return text.slice(span.start, Math.min(span.end, span.start + REACH));
}

const LETTER_OR_NUMBER = /[\p{L}\p{N}]/u;

/** Stops, quotes and dashes that stand alone are no sentence: they go with the one before, or else after. */
export const withoutWords: JoinRule = (text, left, right) =>
  !LETTER_OR_NUMBER.test(text.slice(right.start, right.end)) ||
  !LETTER_OR_NUMBER.test(text.slice(left.start, left.end));
