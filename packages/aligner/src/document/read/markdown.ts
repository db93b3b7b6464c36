import type { Code, Nodes, Parents, Root, Table, TableCell } from 'mdast';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import type { Steps } from '../../common/steps.js';
import type { Block, BlockKind, Position, Span } from '../../types.js';
import { lineSpans, moved, trimSpan } from '../writing/lines.js';
import { type CodeBlock, proseAmong } from './code-blocks.js';
import { isOrdinaryComment } from './comments.js';
import { linesBetween } from './line-breaks.js';
import { definedLabels, knowingLabels, labelsUsed } from './markdown-definitions.js';
import { withFaultyTables } from './markdown-faulty-tables.js';
import { commentsIn, inlineSyntax, lineBreaks } from './markdown-inline.js';
import { type MarkdownPart, markdownParts } from './markdown-parts.js';
import { readAsText } from './read-as-text.js';
import type { Reading } from './reading.js';

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
export function* readMarkdown(text: string, name: string): Steps<Reading> {
  if (text.length > LONGEST)
    return readAsText(text, name, 'is too long to be read as Markdown', 'long-markdown');
  const parts = markdownParts(text);
  if (parts.some(({ start, end }) => end - start > LONGEST_PART)) {
    return readAsText(
      text,
      name,
      'has megabytes of Markdown without a new paragraph or heading',
      'large-markdown',
    );
  }
  return parts.some(({ start, end }) => isTooDense(text.slice(start, end)))
    ? readAsText(
        text,
        name,
        'has thousands of Markdown marks without a blank line between them',
        'dense-markdown',
      )
    : { text, ...withProse(text, yield* contentsOf(text, parts)), diagnostics: [] };
}

/** The same with prose that only looks like code, since it was indented, among the other blocks. */
function withProse(
  text: string,
  { code, ...contents }: MarkdownContents,
): Required<Pick<Reading, 'blocks' | 'inline' | 'comments'>> {
  const syntax: Span[] = [];
  const onLine = (line: Span): void => {
    const written = text.slice(line.start, line.end);
    if (!isMarked(written)) return;
    const [paragraph] = parser.parse(written).children;
    if (paragraph === undefined) return;
    for (const span of inlineSyntax(paragraph, written)) syntax.push(moved(span, line.start));
  };
  const blocks = proseAmong(text, contents.blocks, code, onLine);
  const comments = contents.comments.map((each) => proseAmong(text, each, code, onLine));
  const inline = [...contents.inline, ...syntax].sort((a, b) => a.start - b.start);
  return { blocks, comments, inline: syntax.length === 0 ? contents.inline : inline };
}

function isMarked(line: string): boolean {
  for (const character of line) if (DELIMITERS.has(character)) return true;
  return false;
}

/** What Markdown holds. */
export interface MarkdownContents extends Required<Pick<Reading, 'blocks' | 'inline' | 'comments'>> {
  /** Its blocks of code, and how each is marked. */
  readonly code: readonly CodeBlock[];
}

/** What is longer, in UTF-16 units, would be with the parser for minutes. */
const LONGEST = 40_000_000;
/** In a part that is longer, the parser holds a gigabyte. */
const LONGEST_PART = 2_000_000;

/** The blocks of a text that has been cut into parts, the inline syntax in them, and the comments between them. */
export function* contentsOf(text: string, parts: readonly MarkdownPart[]): Steps<MarkdownContents> {
  const tables = { count: 0 };
  const defined = definedLabels(text);
  const [blocks, inline, comments, code]: [Block[], Span[], Block[][], CodeBlock[]] = [[], [], [], []];
  const readPart = ({ start, end, table }: MarkdownPart): Block[] => {
    const header = table === null ? '' : text.slice(table.header.start, table.header.end);
    const part = header + text.slice(start, end);
    const by = start - header.length;
    // The parser drops a byte order mark and then counts one less: a space in its place keeps offsets true.
    const root: Root = parserFor(labelsUsed(part, defined)).parse(
      part.startsWith('\ufeff') ? ` ${part.slice(1)}` : part,
    );
    const found: Block[] = [];
    if (table !== null) tables.count--;
    const continued = tables.count;
    const isNew = (span: Span): boolean => span.start >= header.length;
    visit(root, part, found, {
      quoted: false,
      marker: null,
      tables,
      addSyntax(span) {
        if (isNew(span)) inline.push(moved(span, by));
      },
      addCode({ lines, ...more }) {
        code.push({ ...more, lines: lines.map((line) => moved(line, by)) });
      },
      addComment(body, position) {
        if (!isNew(body) || isOrdinaryComment(part.slice(body.start, body.end))) return;
        const written = readPart({ ...moved(body, by), table: null });
        const at =
          position && table && position.table === continued ? inRow(position, table.rows - 1) : position;
        comments.push(
          at === undefined ? written : written.map((block) => ({ ...block, kind: 'row', position: at })),
        );
      },
    });
    return found
      .filter(({ lines }) => isNew(lines[0]!))
      .map((block) => ({
        ...block,
        lines: block.lines.map((line) => moved(line, by)),
        ...(table !== null &&
          block.position?.table === continued && { position: inRow(block.position, table.rows - 1) }),
      }));
  };
  for (const part of parts) {
    yield;
    for (const block of readPart(part)) blocks.push(block);
  }
  return { blocks, inline, comments: comments.filter(({ length }) => length > 0), code };
}

/** The position of a row in a table that begins so many rows before. */
function inRow(position: Position, before: number): Position {
  return { ...position, start: position.start + before, end: position.end + before };
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
  /** Told the inline syntax, in order. */
  readonly addSyntax: (span: Span) => void;
  readonly addCode: (code: CodeBlock) => void;
  /** Told what each comment holds, and the cell that it stands in. */
  readonly addComment: (body: Span, position?: Position) => void;
}

function visit(node: Nodes, text: string, blocks: Block[], context: Context): void {
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
