import { warning } from '../../common/diagnostic.js';
import { finish, type Steps } from '../../common/steps.js';
import type { Diagnostic } from '../../types.js';
import { ExtractedText } from './extracted-text.js';
import { BLOCKS, type Parent, textOf } from './html-elements.js';
import { type Furniture, findFurniture } from './html-furniture.js';
import { collapsed } from './html-lines.js';
import { readPage } from './html-page.js';
import { parsePage, parsePart } from './html-parser.js';
import { tagsOf, tooMuch, withEndTags } from './html-tags.js';
import { inputName, type Reading } from './reading.js';
import { refuseTooManyLines } from './size.js';

/**
 * Reads a web page as a browser shows it: blocks with the markers of their lists, cells with their places in their
 * tables. Menus, banners, side bars, forms and cookie notices are left out where the page is more than that.
 */
export function* readHtml(html: string, name: string): Steps<Reading> {
  const page = isXhtml(html, name) ? yield* withEndTags(html) : html;
  return yield* readParsed([page], name, findFurniture);
}

/**
 * Reads the pages of a book one after the other, as if they were one. A book has no furniture round about its text: what
 * stands aside in it is a note.
 */
export function* readPages(pages: readonly string[], name: string): Steps<Reading> {
  let lines = 0;
  for (const page of pages) lines = refuseTooManyLines(page, name, lines);
  const whole: string[] = [];
  for (const page of pages) whole.push(yield* withEndTags(page));
  return yield* readParsed(whole, name, function* (root) {
    return { ...(yield* findFurniture(root)), elements: new Set() };
  });
}

function* readParsed(
  pages: readonly string[],
  name: string,
  furnitureOf: (root: Parent) => Steps<Furniture>,
): Steps<Reading> {
  if (yield* tooMuch(pages)) return readBetweenTags(pages.join('\n'), name);
  try {
    // A book may have no chapter that is there.
    const root = yield* parsePage(pages[0] ?? '');
    for (const page of pages.slice(1)) {
      for (const child of (yield* parsePage(page)).children) root.children.push(child);
    }
    return yield* readPage(root, name, yield* furnitureOf(root), parsePart);
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
  for (const line of textOf(finish(parsePage(lines))).split('\n')) extracted.add('paragraph', [line]);
  return extracted.reading([tagsLeftOut(name)]);
}

function tagsLeftOut(name: string): Diagnostic {
  return warning(
    'read-as-text',
    `${inputName(name)} has more tags, or nests them deeper, than any page that a person wrote, so only its text was read, without its lists and tables.`,
    { values: { kind: 'tags', name } },
  );
}
