import type { Span } from '../../types.js';

/**
 * The lines of a stretch of text as spans without the line break and without white space at either end; blank
 * lines are empty spans. Breaks are LF, CR LF, CR, form feed, U+0085, U+2028 and U+2029.
 *
 * @param mostBlank blank lines that follow one another, of which others are left out: there may be millions, and each would take
 * a hundred times the memory of its one character
 */
export function lineSpans(
  text: string,
  start = 0,
  end = text.length,
  mostBlank = Number.POSITIVE_INFINITY,
): Span[] {
  const lines: Span[] = [];
  let blank = 0;
  let from = start;
  for (let at = start; at <= end; at++) {
    if (at < end && !isBreak(text.charCodeAt(at))) continue;
    const line = trimSpan(text, { start: from, end: at });
    blank = line.start === line.end ? blank + 1 : 0;
    if (blank <= mostBlank) lines.push(line);
    if (text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10) at++;
    from = at + 1;
  }
  return lines;
}

/** Whether a UTF-16 code unit ends a line. */
export function isBreak(unit: number): boolean {
  return unit === 10 || unit === 13 || unit === 12 || unit === 0x85 || unit === 0x2028 || unit === 0x2029;
}

/** A span of a part of a text that begins at `by`, as one of the text. */
export function moved(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

/** A span without white space at either end; empty, at its start, when it holds nothing else. */
export function trimSpan(text: string, { start, end }: Span): Span {
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

/** Whether a UTF-16 code unit is white space as JavaScript's `\s` has it, which includes the byte order mark. */
export function isSpace(unit: number): boolean {
  if (unit < 0x80) return unit === 0x20 || (unit >= 9 && unit <= 13);
  return (
    unit === 0xa0 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    (unit >= 0x2028 && unit <= 0x2029) ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000 ||
    unit === 0xfeff
  );
}

/** The stretches of a text between given spans (ordered, not overlapping) that are not white space. */
export function uncovered(text: string, spans: readonly Span[]): Span[] {
  const rest: Span[] = [];
  let from = 0;
  for (const span of [...spans, { start: text.length, end: text.length }]) {
    for (const line of lineSpans(text, from, Math.max(from, span.start), 0)) rest.push(line);
    from = Math.max(from, span.end);
  }
  return rest;
}
