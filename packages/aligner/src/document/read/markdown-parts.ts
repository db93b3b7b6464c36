import type { Span } from '../../types.js';

/** A stretch of Markdown that can be parsed by itself. */
export interface MarkdownPart extends Span {
  /** The table in which it begins, if any: it is to be parsed with the header of that before it. */
  readonly table: OpenTable | null;
}

/** A table whose next row may follow. */
interface OpenTable {
  readonly kind: 'table';
  /** Its header and the line of dashes below. */
  readonly header: Span;
  /** The rows so far, the header counted. */
  readonly rows: number;
}

/** What the lines so far leave open in which a cut can be made, or may be made soon. */
type Open =
  | OpenTable
  | { readonly kind: 'header'; readonly start: number }
  | { readonly kind: 'list'; readonly mark: string };

/**
 * The least length of a part, in UTF-16 units. The parser's time and memory grow faster than its text, with the square
 * of it in tables, and setting it to work costs about as much as some lines.
 */
const LEAST_LENGTH = 5_000;

/** What begins a block of its own wherever it stands at the left edge: it ends paragraphs, lists and quotations. */
const HEADING = /^#{1,6}[ \t]/;
/** After a blank line, a letter at the left edge can begin nothing but a paragraph, and ends every list and quotation. */
const PARAGRAPH = /^[\p{L}（(“"《]/u;
const FENCE = /^(?:`{3,}(?=[^`]*$)|~{3,})/;
/** A fence that may be in a list or not, and HTML that goes on over blank lines: where they end only the parser knows. */
const UNKNOWN_END = /^ {1,3}(?:`{3}|~{3})|^ {0,3}<(?:script|pre|style|textarea|!|\?)/i;
const HTML = /^ {0,3}</;
/** In a table this can be nothing but a row. */
const ROW = /^\ufeff?(?:\||[\p{L}（(“"《]|\d+[ \t])/u;
const ITEM = /^(?<mark>[-+*]|\d{1,9}[.)])[ \t]+\S/;
const RULE = /^(?:[-*_][ \t]*){3,}$/;

/**
 * Cuts Markdown where its parts together are the same blocks as the whole: where the parser would end all that is open,
 * before headings and, after a blank line, before paragraphs, and between the items of a list or the rows of a table.
 * Parts are whole lines, in order, and leave nothing out.
 */
export function markdownParts(text: string, leastLength = LEAST_LENGTH): MarkdownPart[] {
  const parts: MarkdownPart[] = [];
  let from: Omit<MarkdownPart, 'end'> = { start: 0, table: null };
  let isEnd = endOfFrontMatter(text);
  let afterBreak = isEnd === null;
  let inHtml = false;
  let open: Open | null = null;
  for (let at = 0; at < text.length; ) {
    const next = nextLine(text, at);
    const line = text.slice(at, next).trimEnd();
    const isHeading = HEADING.test(line);
    if (isEnd !== null) {
      if (at > 0 && isEnd(line)) isEnd = null;
    } else if (line === '') {
      inHtml = false;
      if (open?.kind !== 'list') open = null;
    } else if (UNKNOWN_END.test(line) || (inHtml && FENCE.test(line))) {
      break;
    } else if (HTML.test(line)) {
      inHtml = true;
      open = null;
    } else if (!inHtml) {
      const before = open;
      open = openedBy(line, { start: at, end: next }, text, before, afterBreak);
      const begins = isHeading || (afterBreak && PARAGRAPH.test(line)) || goesOn(before, open, line);
      if (begins && at - from.start >= leastLength) {
        parts.push({ ...from, end: at });
        from = { start: at, table: before?.kind === 'table' && open?.kind === 'table' ? before : null };
      }
      isEnd = endOfFence(line);
    }
    afterBreak = line === '' || isHeading;
    at = next;
  }
  return [...parts, { ...from, end: text.length }];
}

/** What is open after a line, which stands outside of code and HTML. */
function openedBy(
  line: string,
  { start, end }: Span,
  text: string,
  before: Open | null,
  afterBreak: boolean,
): Open | null {
  if (before?.kind === 'table' && ROW.test(line)) return { ...before, rows: before.rows + 1 };
  if (before?.kind === 'header' && isTable(text.slice(before.start, start), line)) {
    return { kind: 'table', header: { start: before.start, end }, rows: 1 };
  }
  if (before?.kind === 'list' && /^[ \t]/.test(line)) return before;
  const number = RULE.test(line) ? undefined : ITEM.exec(line)?.groups?.mark;
  if (number !== undefined) {
    const mark = number.slice(-1);
    // A paragraph is interrupted by an item only if that has no number, or the first one.
    const isItem =
      afterBreak ||
      number.length === 1 ||
      number === `1${mark}` ||
      (before?.kind === 'list' && before.mark === mark);
    return isItem ? { kind: 'list', mark } : null;
  }
  return afterBreak && ROW.test(line) ? { kind: 'header', start } : null;
}

/** Whether a line is one more item, or one more row, of what was open before it. */
function goesOn(before: Open | null, open: Open | null, line: string): boolean {
  if (before?.kind === 'list' && open?.kind === 'list') return before.mark === open.mark && ITEM.test(line);
  return before?.kind === 'table' && open?.kind === 'table';
}

/** Whether two lines begin a table: the second has dashes for each cell of the first, and a bar, or it underlines a heading. */
function isTable(header: string, dashes: string): boolean {
  if (!dashes.includes('|') || ITEM.test(dashes)) return false;
  const below = cellsOf(dashes);
  return below.every((cell) => /^:?-+:?$/.test(cell.trim())) && below.length === cellsOf(header).length;
}

function cellsOf(row: string): string[] {
  return row
    .trim()
    .replace(/\\[\\|]/g, '')
    .replace(/^\||\|$/g, '')
    .split('|');
}

/** The start of the line after the one that begins here, by the line breaks of CommonMark. */
function nextLine(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) return at + 1;
  }
  return text.length;
}

type LineTest = (line: string) => boolean;

/** What tells the last line of the front matter that a text may begin with. */
function endOfFrontMatter(text: string): LineTest | null {
  const mark = /^\ufeff?(---|\+\+\+)[ \t]*[\r\n]/.exec(text)?.[1];
  return mark === undefined ? null : (line) => line.trimEnd() === mark;
}

/** What tells the last line of the fenced code that a line opens. */
function endOfFence(line: string): LineTest | null {
  const fence = FENCE.exec(line)?.[0];
  if (fence === undefined) return null;
  return (other) => {
    const marks = /^ {0,3}([`~]+)\s*$/.exec(other)?.[1];
    return marks?.startsWith(fence) === true && marks === fence[0]!.repeat(marks.length);
  };
}
