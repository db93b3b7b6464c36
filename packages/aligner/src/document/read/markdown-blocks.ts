import type { Code, Nodes, Parents, Table, TableCell } from 'mdast';
import type { Block, BlockKind, Position, Span } from '../../types.js';
import { lineSpans, trimSpan } from '../writing/lines.js';
import type { CodeBlock } from './code-blocks.js';
import { linesBetween } from './line-breaks.js';
import { withFaultyTables } from './markdown-faulty-tables.js';
import { commentsIn, inlineSyntax, lineBreaks } from './markdown-inline.js';

/** Where a node stands, and who is told what is found in it besides blocks. */
export interface Context {
  /** Inside a quotation: lines may begin with `>`. */
  readonly quoted: boolean;
  /** Where the number of an ordered list item stands, for the first paragraph in it. */
  readonly marker: number | null;
  /** The tables before this place, counted as they are met. */
  readonly tables: { count: number };
  /** Told the inline syntax, in order. */
  readonly addSyntax: (span: Span) => void;
  readonly addCode: (code: CodeBlock) => void;
  /** Told what each comment holds, and the cell that it stands in. */
  readonly addComment: (body: Span, position?: Position) => void;
}

/** Adds the blocks of a node, in the order of the text. */
export function visit(node: Nodes, text: string, blocks: Block[], context: Context): void {
  switch (node.type) {
    case 'paragraph':
      for (const lines of linesOf(node, text, context)) addParagraph(lines, text, blocks, context);
      return;
    case 'heading':
      if (node.children.length > 0) {
        add(blocks, 'heading', linesOf(node, text, context, true).map(withoutAttributes(text)));
      }
      return;
    case 'table':
      addTable(node, text, blocks, context);
      return;
    case 'code':
      addCode(node, text, blocks, context);
      return;
    case 'html':
      for (const line of betweenTags(text, node, context)) add(blocks, 'paragraph', [[line]]);
      return;
    case 'listItem':
      node.children.forEach((child, index) => {
        const start = node.position?.start.offset ?? 0;
        const numbered = index === 0 && /\d/.test(text[start] ?? '');
        const before = blocks.length;
        visit(child, text, blocks, { ...context, marker: numbered ? start : null });
        for (let at = before; at < blocks.length; at++) {
          if (blocks[at]!.kind === 'paragraph') blocks[at] = { ...blocks[at]!, kind: 'item' };
        }
      });
      return;
    case 'blockquote':
      visitChildren(node, text, blocks, { ...context, quoted: true });
      return;
    default:
      if ('children' in node) visitChildren(node, text, blocks, context);
  }
}

function addParagraph(lines: readonly Span[], text: string, blocks: Block[], context: Context): void {
  for (const each of withFaultyTables(text, lines)) {
    if ('rows' in each)
      addRows(each.rows, ({ start, end }) => (end > start ? [[{ start, end }]] : []), blocks, context);
    else add(blocks, 'paragraph', [withoutShortcodes(text)(each.lines)]);
  }
}

function addTable(node: Table, text: string, blocks: Block[], context: Context): void {
  const rows = node.children.map(({ children }) => children);
  const linesIn = (cell: TableCell, position: Position): Span[][] =>
    cell.children.length === 0 ? [] : linesOf(cell, text, context, true, position);
  addRows(rows, linesIn, blocks, context);
}

/** @param linesIn the lines of a cell, in groups as those of a paragraph */
function addRows<Cell>(
  rows: readonly (readonly Cell[])[],
  linesIn: (cell: Cell, position: Position) => readonly (readonly Span[])[],
  blocks: Block[],
  context: Context,
): void {
  const table = context.tables.count++;
  rows.forEach((cells, start) => {
    cells.forEach((cell, column) => {
      const position: Position = { axis: 'row', table, column, start, end: start + 1 };
      add(blocks, 'row', linesIn(cell, position), position);
    });
  });
}

function visitChildren(node: Parents, text: string, blocks: Block[], context: Context): void {
  for (const child of node.children) visit(child, text, blocks, context);
}

/** Adds a block for each group of lines. */
function add(
  blocks: Block[],
  kind: BlockKind,
  groups: readonly (readonly Span[])[],
  position?: Position,
): void {
  for (const lines of groups) {
    if (lines.length > 0) blocks.push({ kind, lines, ...(position && { position }) });
  }
}

/** The lines of a paragraph, a heading or a cell, in groups that line breaks part as blank lines do. */
function linesOf(
  node: Nodes,
  text: string,
  context: Context,
  childrenOnly = false,
  position?: Position,
): Span[][] {
  const comments = commentsIn(node, text);
  for (const { start, end } of comments) {
    context.addComment({ start: start + COMMENT.length, end: end - COMMENT_END.length }, position);
  }
  for (const span of inlineSyntax(node, text)) context.addSyntax(span);
  const lines = sourceLines(node, text, context, childrenOnly).map((line) =>
    withoutCommentsAround(text, line, comments),
  );
  return linesBetween(text, lines, lineBreaks(node, text));
}

const COMMENT = '<!--';
const COMMENT_END = '-->';

/** A comment before or after the text of a line is none of it; one within it parts nothing. */
function withoutCommentsAround(text: string, line: Span, comments: readonly Span[]): Span {
  let { start, end } = line;
  for (const comment of comments) {
    if (comment.start === start && comment.end <= end)
      start = trimSpan(text, { start: comment.end, end }).start;
  }
  for (const comment of [...comments].reverse()) {
    if (comment.end === end && comment.start >= start)
      end = trimSpan(text, { start, end: comment.start }).end;
  }
  return { start, end };
}

/** Attributes of a heading, as Hugo, Jekyll and Pandoc know them: `{#before-you-begin}`. */
const ATTRIBUTES = /(?<!\s)\s*\{:?\s*[#.][^{}\n]*\}$/;

function withoutAttributes(text: string): (lines: readonly Span[]) => Span[] {
  return (lines) =>
    lines.map(({ start, end }) => {
      const attributes = ATTRIBUTES.exec(text.slice(start, end));
      return { start, end: attributes === null ? end : start + attributes.index };
    });
}

/** A line that is a call of a template, of Hugo or Liquid, and nothing else. */
const SHORTCODE = /^(?:\{\{[<%].*[%>]\}\}|\{%.*%\})$/;

function withoutShortcodes(text: string): (lines: readonly Span[]) => Span[] {
  return (lines) => lines.filter(({ start, end }) => !SHORTCODE.test(text.slice(start, end)));
}

function sourceLines(node: Nodes, text: string, context: Context, childrenOnly = false): Span[] {
  const children = childrenOnly && 'children' in node ? node.children : [];
  const start = context.marker ?? (children[0] ?? node).position?.start.offset ?? 0;
  const end = (children.at(-1) ?? node).position?.end.offset ?? start;
  return lineSpans(text, start, end)
    .map((line, index) => (context.quoted && index > 0 ? withoutQuoteMarks(text, line) : line))
    .filter((line) => line.end > line.start);
}

function withoutQuoteMarks(text: string, line: Span): Span {
  let { start } = line;
  while (start < line.end && (text[start] === '>' || text[start] === ' ' || text[start] === '\t')) start++;
  return { start, end: line.end };
}

function addCode(node: Code, text: string, blocks: Block[], context: Context): void {
  const lines = sourceLines(node, text, { ...context, marker: null });
  const fence = /^(`{3,}|~{3,})/.exec(text.slice(lines[0]?.start ?? 0, (lines[0]?.start ?? 0) + 200))?.[1];
  const last = lines.at(-1);
  const isClosed =
    fence !== undefined &&
    lines.length > 1 &&
    last !== undefined &&
    text.slice(last.start, last.end).startsWith(fence);
  const code = fence === undefined ? lines : lines.slice(1, isClosed ? -1 : undefined);
  if (code.length === 0) return;
  add(blocks, 'code', [code]);
  context.addCode({ lines: code, isFenced: fence !== undefined, language: node.lang ?? '' });
}

/** The lines of text of a piece of HTML, outside its tags and comments, which may go over several lines. */
function betweenTags(text: string, node: Nodes, context: Context): Span[] {
  const end = node.position?.end.offset ?? 0;
  const spans: Span[] = [];
  for (let from = node.position?.start.offset ?? 0; from < end; ) {
    const open = text.indexOf('<', from);
    const until = open < 0 || open > end ? end : open;
    for (const line of lineSpans(text, from, until, 0)) spans.push(line);
    const isComment = text.startsWith(COMMENT, until);
    const mark = isComment ? COMMENT_END : '>';
    const close = text.indexOf(mark, isComment ? until + COMMENT.length : until);
    from = close < 0 ? end : close + mark.length;
    if (isComment && close >= 0 && close <= end)
      context.addComment({ start: until + COMMENT.length, end: close });
  }
  return spans;
}
