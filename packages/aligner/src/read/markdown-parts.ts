import type { Span } from '../types.js';

/**
 * The least length of a part, in UTF-16 units. The parser's memory grows faster than its text, and setting it to work
 * costs about as much as some lines.
 */
const LEAST_LENGTH = 20_000;

/** What begins a block of its own wherever it stands at the left edge: headings and items. It ends all that is open. */
const BLOCK = /^(?:#{1,6}|[-+*])[ \t]+\S/;
/**
 * What begins one after a blank line: a letter a paragraph, a bracket a definition, a footnote or a paragraph. Numbers
 * are none: after indented code, the parser takes them for text.
 */
const AFTER_BLANK = /^[\p{L}（(“"《[]/u;
const FENCE = /^(?:`{3,}(?=[^`]*$)|~{3,})/;
/** A fence that may be in a list or not, and HTML that goes on over blank lines: where they end only the parser knows. */
const UNKNOWN_END = /^ {1,3}(?:`{3}|~{3})|^ {0,3}<(?:script|pre|style|textarea|!|\?)/i;
const HTML = /^ {0,3}</;

/**
 * Cuts Markdown where the parser would end all that is open, so that its parts together are the same blocks as the
 * whole: before headings, items and, after a blank line, paragraphs. Parts are whole lines, in order, and leave
 * nothing out.
 */
export function markdownParts(text: string, leastLength = LEAST_LENGTH): Span[] {
  const parts: Span[] = [];
  let start = 0;
  let isEnd = endOfFrontMatter(text);
  let afterBlank = false;
  let inHtml = false;
  for (let at = 0; at < text.length; ) {
    const next = nextLine(text, at);
    const line = text.slice(at, next);
    const isBlank = line.trim() === '';
    if (isEnd !== null) {
      if (at > 0 && isEnd(line)) isEnd = null;
    } else if (isBlank) {
      inHtml = false;
    } else if (UNKNOWN_END.test(line) || (inHtml && FENCE.test(line))) {
      break;
    } else if (HTML.test(line)) {
      inHtml = true;
    } else if (!inHtml) {
      const begins = BLOCK.test(line) || (afterBlank && AFTER_BLANK.test(line));
      if (begins && at - start >= leastLength) {
        parts.push({ start, end: at });
        start = at;
      }
      isEnd = endOfFence(line);
    }
    afterBlank = isBlank;
    at = next;
  }
  return [...parts, { start, end: text.length }];
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
