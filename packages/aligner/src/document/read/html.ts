import type { Element } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { info, warning } from '../../common/diagnostic.js';
import type { BlockKind, Diagnostic, Position, Span } from '../../types.js';
import { trimSpan } from '../writing/lines.js';
import { areProse, looksOf } from './code-or-prose.js';
import { isOrdinaryComment } from './comments.js';
import { ExtractedText } from './extracted-text.js';
import { BLOCKS, type Parent, shown, shownOrNoted, styleOf } from './html-elements.js';
import { type Furniture, findFurniture } from './html-furniture.js';
import { findNoteMarks } from './html-notes.js';
import { cellPositions } from './html-table.js';
import { isTooMuch, tagsOf, withEndTags } from './html-tags.js';
import { listMarker } from './list-markers.js';
import { inputName, type Reading } from './reading.js';
import { refuseTooManyLines } from './size.js';

const parser = unified().use(rehypeParse).freeze();
/** For what stands within a page and is none itself. */
const fragments = unified().use(rehypeParse, { fragment: true }).freeze();

/**
 * Reads a web page as a browser shows it: blocks with the markers of their lists, cells with their places in their
 * tables. Menus, banners, side bars, forms and cookie notices are left out where the page is more than that.
 */
export function readHtml(html: string, name: string): Reading {
  return readParsed([isXhtml(html, name) ? withEndTags(html) : html], name, findFurniture);
}

/**
 * Reads the pages of a book one after the other, as if they were one. A book has no furniture round about its text: what
 * stands aside in it is a note.
 */
export function readPages(pages: readonly string[], name: string): Reading {
  let lines = 0;
  for (const page of pages) lines = refuseTooManyLines(page, name, lines);
  const bare = (root: Parent): Furniture => ({ ...findFurniture(root), elements: new Set() });
  return readParsed(pages.map(withEndTags), name, bare);
}

function readParsed(
  pages: readonly string[],
  name: string,
  furnitureOf: (root: Parent) => Furniture,
): Reading {
  if (isTooMuch(...pages)) return readBetweenTags(pages.join('\n'), name);
  try {
    // A book may have no chapter that is there.
    const [first, ...others] = (pages.length === 0 ? [''] : pages).map((page) => parser.parse(page));
    const children = others.flatMap((page) => page.children);
    const root: Parent =
      children.length === 0 ? first! : { ...first!, children: [...first!.children, ...children] };
    return readPage(root, name, furnitureOf(root));
  } catch (error) {
    // Elements may nest deeper than their tags show, since the parser adds and moves some.
    if (error instanceof RangeError) return readBetweenTags(pages.join('\n'), name);
    throw error;
  }
}

/** Whether a page is XML, in which `<a/>` is an element that ends there: a browser goes by what the server says. */
function isXhtml(html: string, name: string): boolean {
  return /\.xhtml$/i.test(name) || /^\s*<\?xml\s/.test(html);
}

/** How text is to be read; each element hands it on to those in it. */
interface Context {
  readonly kind: BlockKind;
  readonly position?: Position;
  readonly leftOut: boolean;
  readonly preformatted: boolean;
  readonly inComment: boolean;
}

function readPage(root: Parent, name: string, furniture: Furniture): Reading {
  const extracted = new ExtractedText();
  const positions = new Map<Element, Position>();
  const markers = new Map<Element, string>();
  let tables = 0;
  /** The start of what was left out, as a message shows it. */
  let leftOut = '';
  let numbering = '';
  const notes = findNoteMarks(root);
  /** The lines of the block that is being read. */
  let lines = [newLine()];
  /** Comments within it. */
  let comments: string[] = [];

  const close = (context: Context): void => {
    writeLines(context);
    const waiting = comments;
    comments = [];
    for (const comment of waiting) writeComment(comment, context);
  };

  const writeLines = ({ kind, position, leftOut: isLeftOut, preformatted }: Context): void => {
    const shownLines = preformatted ? lines : lines.map(collapsedLine);
    const written = shownLines.map(({ text }) => text);
    lines = [newLine()];
    if (written.every((line) => line.trim() === '')) return;
    if (isLeftOut) {
      if (leftOut.length <= SHOWN) leftOut = `${leftOut} ${written.join(' ').trim()}`.trim();
      extracted.leaveOut(written);
    } else {
      const inline = shownLines.map(({ marks }) => marks);
      extracted.add(kind, written, { numbering, inline, ...(position && { position }) });
      numbering = '';
    }
  };

  /** What a comment holds is text and tags as well; one within a block waits for its end. */
  const addComment = (comment: string, context: Context): void => {
    if (context.leftOut || context.inComment || isOrdinaryComment(comment)) return;
    if (lines.some(({ text }) => text.trim() !== '')) comments.push(comment);
    else writeComment(comment, context);
  };

  const writeComment = (comment: string, context: Context): void => {
    if (isTooMuch(comment)) return;
    const inner = { ...context, inComment: true };
    const [own, ownLines] = [numbering, lines];
    lines = [newLine()];
    extracted.comment(() => {
      visit(fragments.parse(comment), inner);
      close(inner);
    });
    [numbering, lines] = [own, ownLines];
  };

  const breakLine = (context: Context): void => {
    // Two line breaks in a row are how old pages part paragraphs.
    if (context.kind !== 'code' && lines.at(-1)!.text.trim() === '') close(context);
    else lines.push(newLine());
  };

  const addText = (value: string, context: Context): void => {
    const [first, ...rest] = context.preformatted ? value.split('\n') : [value];
    lines.at(-1)!.text += first!;
    for (const line of rest) {
      breakLine(context);
      lines.at(-1)!.text += line;
    }
  };

  const visit = (parent: Parent, context: Context): void => {
    for (const node of shownOrNoted(parent)) {
      if (node.type === 'text') addText(node.value, context);
      else if (node.type === 'comment') addComment(node.value, context);
      else if (node.type !== 'element') continue;
      else if (node.tagName === 'br') breakLine(context);
      else if (BLOCKS.has(node.tagName)) visitBlock(node, context);
      else if (notes.has(node)) addMark(node, context);
      else visit(node, context);
    }
  };

  const addMark = (element: Element, context: Context): void => {
    const line = lines.at(-1)!;
    const start = line.text.length;
    visit(element, context);
    if (line !== lines.at(-1)) return;
    const mark = trimSpan(line.text, { start, end: line.text.length });
    if (mark.end > mark.start) line.marks.push(mark);
  };

  const visitBlock = (element: Element, context: Context): void => {
    close(context);
    const inner = contextIn(element, context);
    visit(element, inner);
    close(inner);
    // What a list item without text would have been marked with marks nothing else.
    if (element.tagName === 'li') numbering = '';
  };

  const contextIn = (element: Element, outer: Context): Context => {
    const context = { ...outer, leftOut: outer.leftOut || furniture.elements.has(element) };
    switch (element.tagName) {
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        return { ...context, kind: 'heading' };
      case 'pre':
        // A page that is all one of these is a text that was put on the web as it was.
        return {
          ...context,
          kind: furniture.isMost(element) || isProse(element) ? 'paragraph' : 'code',
          preformatted: true,
        };
      case 'ol':
      case 'ul':
      case 'menu':
        for (const [item, marker] of markersIn(element)) markers.set(item, marker);
        return context;
      case 'li':
        numbering = markers.get(element) ?? '';
        return { ...context, kind: 'item' };
      case 'table': {
        const cells = cellPositions(element, tables);
        if (cells) tables++;
        for (const [cell, position] of cells ?? []) positions.set(cell, position);
        return context;
      }
      case 'td':
      case 'th': {
        const position = positions.get(element);
        return position
          ? { ...context, kind: isOneParagraph(element) ? 'row' : 'paragraph', position }
          : context;
      }
      default:
        return context;
    }
  };

  const page: Context = { kind: 'paragraph', leftOut: false, preformatted: false, inComment: false };
  visit(root, page);
  close(page);
  return extracted.reading(leftOut === '' ? [] : [furnitureLeftOut(name, leftOut)]);
}

/** Whether what is preformatted is no code, such as a verse or a list of words. */
function isProse(element: Element): boolean {
  const isMarked = shown(element).some((node) => node.type === 'element' && node.tagName === 'code');
  const lines = textOf(element)
    .split(/[\r\n]+/)
    .map((line) => line.trim());
  const looks = looksOf(lines.filter((line) => line !== ''));
  return !isMarked && looks.code === 0 && areProse(looks) === true;
}

/** A line of a block, with the marks of notes in it. */
interface Line {
  text: string;
  marks: Span[];
}

function newLine(): Line {
  return { text: '', marks: [] };
}

function isOneParagraph(cell: Element): boolean {
  return shown(cell).filter((node) => node.type === 'element' && BLOCKS.has(node.tagName)).length < 2;
}

/** The markers of the items of a list, as HTML counts them and CSS writes them. */
function markersIn(list: Element): [Element, string][] {
  const items = shown(list).filter((node) => node.type === 'element' && node.tagName === 'li') as Element[];
  const isOrdered = list.tagName === 'ol';
  const { start, reversed, type } = list.properties;
  const step = isOrdered && reversed ? -1 : 1;
  const style = listStyle(list) ?? (isOrdered ? String(type ?? 'decimal') : '');
  let value = isOrdered && typeof start === 'number' ? start : step < 0 ? items.length : 1;
  return items.map((item) => {
    const own = item.properties.value;
    if (typeof own === 'number' || (typeof own === 'string' && /^-?\d{1,9}$/.test(own))) value = Number(own);
    const marker = listMarker(listStyle(item) ?? String(item.properties.type ?? style), value);
    value += step;
    return [item, marker];
  });
}

function listStyle(element: Element): string | null {
  return styleOf(element, 'list-style-type') ?? styleOf(element, 'list-style')?.split(/\s/)[0] ?? null;
}

/**
 * White space as a browser shows it: one space, and none for a line break between two characters of Chinese (CSS Text
 * Level 3, segment break transformation).
 */
function collapsedLine({ text, marks }: Line): Line {
  /** Where white space ends, and by how much the text up to there has become shorter. */
  const ends: { readonly at: number; readonly shorter: number }[] = [];
  let shorter = 0;
  const written = text.replace(/[ \t\n\r\f]+/g, (space, at: number) => {
    const isBetween = isWide(text.charCodeAt(at - 1)) && isWide(text.charCodeAt(at + space.length));
    const shownSpace = isBetween && space.includes('\n') ? '' : ' ';
    shorter += space.length - shownSpace.length;
    if (marks.length > 0) ends.push({ at: at + space.length, shorter });
    return shownSpace;
  });
  let next = 0;
  const moved = (offset: number): number => {
    while (next < ends.length && ends[next]!.at <= offset) next++;
    return offset - (ends[next - 1]?.shorter ?? 0);
  };
  return {
    text: written,
    marks: marks.map((mark) => {
      const [start, end] = [moved(mark.start), moved(mark.end)];
      // Of two spaces about a mark one goes with it, and the one before a stop.
      const isApart = written[start - 1] === ' ' && /^(?:[\s,.;:!?)]|$)/.test(written.slice(end, end + 1));
      return { start: isApart ? start - 1 : start, end };
    }),
  };
}

function collapsed(text: string): string {
  return collapsedLine({ text, marks: [] }).text;
}

/** Han characters, and the punctuation and full-width forms that go with them. */
function isWide(unit: number): boolean {
  return (
    (unit >= 0x2e80 && unit < 0xac00) ||
    (unit >= 0xf900 && unit < 0xfb00) ||
    (unit >= 0xff01 && unit < 0xff61)
  );
}

/** Reads what no parser should be given: text between tags, a block for each stretch between tags of blocks. */
function readBetweenTags(html: string, name: string): Reading {
  const parts: string[] = [];
  const take = (start: number, end: number): void => {
    const text = collapsed(html.slice(start, end));
    parts.push(text.replaceAll('<', '&lt;'));
  };
  let from = 0;
  for (const { name: tag, start, end } of tagsOf(html)) {
    take(from, start);
    if (tag === 'br' || BLOCKS.has(tag)) parts.push('\n');
    from = end;
  }
  take(from, html.length);
  const lines = parts.join('');
  refuseTooManyLines(lines, name);
  const extracted = new ExtractedText();
  // Without tags the parser only decodes character references, and there is but one text in its tree.
  for (const line of textOf(parser.parse(lines)).split('\n')) extracted.add('paragraph', [line]);
  return extracted.reading([tagsLeftOut(name)]);
}

function textOf(parent: Parent): string {
  return parent.children
    .map((node) => (node.type === 'text' ? node.value : node.type === 'element' ? textOf(node) : ''))
    .join('');
}

/** Text of the furniture that a message shows, in characters. */
const SHOWN = 40;

function furnitureLeftOut(name: string, text: string): Diagnostic {
  const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  return info(
    'left-out',
    `${inputName(name)} has menus, banners, side bars, forms or cookie notices, which were left out of the alignment: "${shown}".`,
  );
}

function tagsLeftOut(name: string): Diagnostic {
  return warning(
    'read-as-text',
    `${inputName(name)} has more tags, or nests them deeper, than any page that a person wrote, so only its text was read, without its lists and tables.`,
  );
}
