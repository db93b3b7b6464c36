import type { Root } from 'mdast';
import type { Steps } from '../../common/steps.js';
import type { Block, Position, Span } from '../../types.js';
import { moved } from '../writing/lines.js';
import { type CodeBlock, proseAmong } from './code-blocks.js';
import { isOrdinaryComment } from './comments.js';
import { visit } from './markdown-blocks.js';
import { definedLabels, labelsUsed } from './markdown-definitions.js';
import { isMarked, isTooDense } from './markdown-density.js';
import { inlineSyntax } from './markdown-inline.js';
import { parser, parserFor } from './markdown-parser.js';
import { type MarkdownPart, markdownParts } from './markdown-parts.js';
import { readAsText } from './read-as-text.js';
import type { Reading } from './reading.js';

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
