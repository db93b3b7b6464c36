import type { Nodes, Parents, Root, Table } from 'mdast';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import type { Block, BlockKind, Position, Span } from '../../types.js';
import { lineSpans } from '../writing/lines.js';
import { definedLabels, knowingLabels, labelsUsed } from './markdown-definitions.js';
import { inlineSyntax } from './markdown-inline.js';
import { type MarkdownPart, markdownParts } from './markdown-parts.js';
import type { Reading } from './reading.js';
import { readAsText } from './text.js';

/** Codes of `[` and `]`. */
const OPENING = 91;
const CLOSING = 93;

const parser = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(withoutBareLinks)
  .use(besideChinese)
  .use(remarkFrontmatter, ['yaml', 'toml'])
  .freeze();

/**
 * Takes out of GFM what it looks for inside of lines, save footnotes and the boxes of task lists. Only blocks are read
 * here, and looking for a bare address at the start of each word is most of the parser's time, squared in long paragraphs.
 */
function withoutBareLinks(this: Processor): void {
  const { micromarkExtensions = [], fromMarkdownExtensions = [] } = this.data();
  for (const extension of micromarkExtensions) {
    const { [OPENING]: opening, [CLOSING]: closing } = extension.text ?? {};
    extension.text = { [OPENING]: opening, [CLOSING]: closing };
  }
  for (const extension of fromMarkdownExtensions.flat()) extension.transforms = [];
}

/** The parser for a part that refers to labels which may be defined in other parts. */
function parserFor(labels: readonly string[]): typeof parser {
  if (labels.length === 0) return parser;
  return parser().use(knowing, labels).freeze();
}

function knowing(this: Processor, labels: readonly string[]): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), knowingLabels(labels)];
}

/** Lets `**` next to Chinese punctuation begin and end emphasis, as everyone writes it, though CommonMark asks for a space there. */
function besideChinese(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), cjkFriendlyExtension()];
}

/**
 * Reads Markdown (CommonMark with GFM tables and front matter) into blocks. The tree says where blocks are; their
 * text, list numbers included, is taken from the source, since the tree keeps neither `1.` nor escapes.
 */
export function readMarkdown(text: string, name: string): Reading {
  if (text.length > LONGEST) return readAsText(text, name, 'is too long to be read as Markdown');
  const parts = markdownParts(text);
  if (parts.some(({ start, end }) => end - start > LONGEST_PART)) {
    return readAsText(text, name, 'has megabytes of Markdown without a new paragraph or heading');
  }
  return parts.some(({ start, end }) => isTooDense(text.slice(start, end)))
    ? readAsText(text, name, 'has thousands of Markdown marks without a blank line between them')
    : { text, ...contentsOf(text, parts), diagnostics: [] };
}

/** What is longer, in UTF-16 units, would be with the parser for minutes. */
const LONGEST = 40_000_000;
/** In a part that is longer, the parser holds a gigabyte. */
const LONGEST_PART = 2_000_000;

/** The blocks of a text that has been cut into parts, and the inline syntax in them. */
export function contentsOf(
  text: string,
  parts: readonly MarkdownPart[],
): Required<Pick<Reading, 'blocks' | 'inline'>> {
  const tables = { count: 0 };
  const inline: Span[] = [];
  const defined = definedLabels(text);
  const blocks = parts.flatMap(({ start, end, table }) => {
    const header = table === null ? '' : text.slice(table.header.start, table.header.end);
    const part = header + text.slice(start, end);
    // The parser drops a byte order mark and then counts one less: a space in its place keeps offsets true.
    const root: Root = parserFor(labelsUsed(part, defined)).parse(
      part.startsWith('\ufeff') ? ` ${part.slice(1)}` : part,
    );
    const found: Block[] = [];
    const syntax: Span[] = [];
    if (table !== null) tables.count--;
    const continued = tables.count;
    visit(root, part, found, { quoted: false, marker: null, tables, syntax });
    for (const span of syntax) {
      if (span.start >= header.length) inline.push(moved(span, start - header.length));
    }
    return found
      .filter(({ lines }) => lines[0]!.start >= header.length)
      .map((block) => ({
        ...block,
        lines: block.lines.map((line) => moved(line, start - header.length)),
        ...(table !== null &&
          block.position?.table === continued && { position: inRow(block.position, table.rows - 1) }),
      }));
  });
  return { blocks, inline };
}

/** The position of a row in a table that begins so many rows before. */
function inRow(position: Position, before: number): Position {
  return { ...position, start: position.start + before, end: position.end + before };
}

function moved(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

/** More inline delimiters than this between two blank lines, and the parser's time grows with their square. */
const MOST_DELIMITERS = 4000;

/** Quotations or lists nested deeper than this at the start of one line are no one's writing. */
const DEEPEST_NESTING = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])[ \t])){60}/m;

/** Nor are items of a list that are indented by more columns than this. */
const DEEPEST_ITEM = /^[ \t]{80,}(?:[-+*]|\d{1,9}[.)])[ \t]/m;

/** True for text that no one wrote as Markdown and that would keep the parser busy for minutes or too deep. */
export function isTooDense(text: string): boolean {
  if (DEEPEST_NESTING.test(text) || DEEPEST_ITEM.test(text)) return true;
  let delimiters = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character === '\n' && (text[at + 1] === '\n' || text[at + 1] === '\r')) delimiters = 0;
    else if (character === '\n' && isUnderline(text, at + 1)) delimiters += UNDERLINE;
    else if (DELIMITERS.has(character)) delimiters++;
    if (delimiters > MOST_DELIMITERS) return true;
  }
  return false;
}

/** An underlined heading takes the parser about as long as so many delimiters. */
const UNDERLINE = 8;

/** Whether a line begins as those do that make the line before it a heading. */
function isUnderline(text: string, at: number): boolean {
  return text[at] === '=' || (text[at] === '-' && /[-\r\n]/.test(text[at + 1] ?? '\n'));
}

const DELIMITERS: ReadonlySet<string> = new Set('*_[]<>`~!|\\&');

interface Context {
  /** Inside a quotation: lines may begin with `>`. */
  readonly quoted: boolean;
  /** Where the number of an ordered list item stands, for the first paragraph in it. */
  readonly marker: number | null;
  /** The tables before this place, counted as they are met. */
  readonly tables: { count: number };
  /** Inline syntax found so far. */
  readonly syntax: Span[];
}

function visit(node: Nodes, text: string, blocks: Block[], context: Context): void {
  switch (node.type) {
    case 'paragraph':
      add(blocks, 'paragraph', linesOf(node, text, context));
      return;
    case 'heading':
      add(blocks, 'heading', node.children.length === 0 ? [] : linesOf(node, text, context, true));
      return;
    case 'table':
      addTable(node, text, blocks, context);
      return;
    case 'code':
      add(blocks, 'code', codeLines(node, text, { ...context, marker: null }));
      return;
    case 'html':
      for (const line of betweenTags(text, node)) add(blocks, 'paragraph', [line]);
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

function addTable(node: Table, text: string, blocks: Block[], context: Context): void {
  const table = context.tables.count++;
  node.children.forEach((row, start) => {
    row.children.forEach((cell, column) => {
      if (cell.children.length === 0) return;
      const position: Position = { axis: 'row', table, column, start, end: start + 1 };
      add(blocks, 'row', linesOf(cell, text, context, true), position);
    });
  });
}

function visitChildren(node: Parents, text: string, blocks: Block[], context: Context): void {
  for (const child of node.children) visit(child, text, blocks, context);
}

function add(blocks: Block[], kind: BlockKind, lines: readonly Span[], position?: Position): void {
  if (lines.length > 0) blocks.push({ kind, lines, ...(position && { position }) });
}

function linesOf(node: Nodes, text: string, context: Context, childrenOnly = false): Span[] {
  for (const span of inlineSyntax(node, text)) context.syntax.push(span);
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

function codeLines(node: Nodes, text: string, context: Context): Span[] {
  const lines = linesOf(node, text, context);
  const fence = /^(`{3,}|~{3,})/.exec(text.slice(lines[0]?.start ?? 0, (lines[0]?.start ?? 0) + 200))?.[1];
  if (fence === undefined) return lines;
  const last = lines.at(-1);
  const closed = lines.length > 1 && last !== undefined && text.slice(last.start, last.end).startsWith(fence);
  return lines.slice(1, closed ? -1 : undefined);
}

/** The lines of text of a piece of HTML, outside its tags and comments, which may go over several lines. */
function betweenTags(text: string, node: Nodes): Span[] {
  const end = node.position?.end.offset ?? 0;
  const spans: Span[] = [];
  for (let from = node.position?.start.offset ?? 0; from < end; ) {
    const open = text.indexOf('<', from);
    const until = open < 0 || open > end ? end : open;
    for (const line of lineSpans(text, from, until)) if (line.end > line.start) spans.push(line);
    const mark = text.startsWith('<!--', until) ? '-->' : '>';
    const close = text.indexOf(mark, until);
    from = close < 0 ? end : close + mark.length;
  }
  return spans;
}
