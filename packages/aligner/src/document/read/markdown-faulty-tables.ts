import type { Span } from '../../types.js';
import { trimSpan } from '../writing/lines.js';

/** Lines of text, or the cells of each row of a table, the header first and empty cells too. */
export type LinesOrTable =
  | { readonly lines: readonly Span[] }
  | { readonly rows: readonly (readonly Span[])[] };

/**
 * The tables in a paragraph, and the lines between them. GFM takes a table for a paragraph where the line of dashes has another
 * number of cells than the header; its author saw a table all the same, and so does everyone who reads the source.
 *
 * @param lines of a paragraph of Markdown
 */
export function* withFaultyTables(text: string, lines: readonly Span[]): Generator<LinesOrTable> {
  const matches = (index: number, pattern: RegExp): boolean => {
    const line = lines[index];
    return line !== undefined && pattern.test(text.slice(line.start, line.end));
  };
  let from = 0;
  for (let at = 1; at < lines.length; at++) {
    const isTable = at > from && matches(at, DASHES) && matches(at - 1, ROW) && matches(at + 1, ROW);
    if (!isTable) continue;
    let end = at + 1;
    while (matches(end, ROW)) end++;
    if (at - 1 > from) yield { lines: lines.slice(from, at - 1) };
    yield { rows: [lines[at - 1]!, ...lines.slice(at + 1, end)].map((row) => cellsOf(text, row)) };
    from = end;
    at = end;
  }
  if (from < lines.length) yield { lines: lines.slice(from) };
}

/** Two cells at least: a line of dashes in one cell is drawn under headings too. */
const DASHES = /^\|(?:[ \t]*:?-+:?[ \t]*\|){2,}(?:[ \t]*:?-+:?)?[ \t]*$/;
const ROW = /^\|[^|]*\|/;

function cellsOf(text: string, { start, end }: Span): Span[] {
  const cells: Span[] = [];
  let from = start + 1;
  for (let at = from; at < end; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '|') {
      cells.push(trimSpan(text, { start: from, end: at }));
      from = at + 1;
    }
  }
  if (text.slice(from, end).trim() !== '') cells.push(trimSpan(text, { start: from, end }));
  return cells;
}
