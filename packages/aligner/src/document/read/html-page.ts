import type { Element, Root } from 'hast';
import { everySo, finish, type Steps } from '../../common/steps.js';
import type { Position } from '../../types.js';
import { areProse, looksOf } from './code-or-prose.js';
import { type Context, HtmlBlocks } from './html-blocks.js';
import {
  BLOCKS,
  ELEMENTS_TOGETHER,
  isField,
  type Parent,
  shown,
  shownOrNoted,
  textOf,
} from './html-elements.js';
import type { Furniture } from './html-furniture.js';
import { markersIn } from './html-lists.js';
import { findNoteMarks } from './html-notes.js';
import { cellPositions } from './html-table.js';
import type { Reading } from './reading.js';

/**
 * Reads the tree of a page.
 *
 * @param parseFragment for what stands within a page and is none itself
 */
export function* readPage(
  root: Parent,
  name: string,
  furniture: Furniture,
  parseFragment: (html: string) => Root,
): Steps<Reading> {
  const notes = yield* findNoteMarks(root);
  return yield* new PageReader(notes, furniture, parseFragment).read(root, name);
}

/** Goes through the tree, and knows what each element says of the text in it. */
class PageReader {
  readonly #isDue = everySo(ELEMENTS_TOGETHER);
  readonly #blocks: HtmlBlocks;
  readonly #notes: ReadonlySet<Element>;
  readonly #furniture: Furniture;
  readonly #positions = new Map<Element, Position>();
  readonly #markers = new Map<Element, string>();
  #tables = 0;

  constructor(notes: ReadonlySet<Element>, furniture: Furniture, parseFragment: (html: string) => Root) {
    this.#notes = notes;
    this.#furniture = furniture;
    this.#blocks = new HtmlBlocks((comment, context) => finish(this.#visit(parseFragment(comment), context)));
  }

  *read(root: Parent, name: string): Steps<Reading> {
    const page: Context = { kind: 'paragraph', leftOut: false, preformatted: false, inComment: false };
    yield* this.#visit(root, page);
    this.#blocks.close(page);
    return this.#blocks.reading(name);
  }

  *#visit(parent: Parent, context: Context): Steps<void> {
    if (this.#isDue()) yield;
    const blocks = this.#blocks;
    for (const node of shownOrNoted(parent)) {
      if (node.type === 'text') blocks.addText(node.value, context);
      else if (node.type === 'comment') blocks.addComment(node.value, context);
      else if (node.type !== 'element') continue;
      else if (node.tagName === 'br') blocks.breakLine(context);
      else if (isField(node)) blocks.partLine(context);
      else if (BLOCKS.has(node.tagName)) yield* this.#visitBlock(node, context);
      else if (this.#notes.has(node)) yield* blocks.addMark(this.#visit(node, context));
      else yield* this.#visit(node, context);
    }
  }

  *#visitBlock(element: Element, context: Context): Steps<void> {
    this.#blocks.close(context);
    const inner = this.#contextIn(element, context);
    yield* this.#visit(element, inner);
    this.#blocks.close(inner);
    // What a list item without text would have been marked with marks nothing else.
    if (element.tagName === 'li') this.#blocks.numbering = '';
  }

  #contextIn(element: Element, outer: Context): Context {
    const context = { ...outer, leftOut: outer.leftOut || this.#furniture.elements.has(element) };
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
          kind: this.#furniture.isMost(element) || isProse(element) ? 'paragraph' : 'code',
          preformatted: true,
        };
      case 'ol':
      case 'ul':
      case 'menu':
        for (const [item, marker] of markersIn(element)) this.#markers.set(item, marker);
        return context;
      case 'li':
        this.#blocks.numbering = this.#markers.get(element) ?? '';
        return { ...context, kind: 'item' };
      case 'table':
        this.#placeCells(element);
        return context;
      case 'td':
      case 'th': {
        const position = this.#positions.get(element);
        return position
          ? { ...context, kind: isOneParagraph(element) ? 'row' : 'paragraph', position }
          : context;
      }
      default:
        return context;
    }
  }

  #placeCells(table: Element): void {
    const cells = cellPositions(table, this.#tables);
    if (!cells) return;
    this.#tables++;
    for (const [cell, position] of cells) this.#positions.set(cell, position);
  }
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

function isOneParagraph(cell: Element): boolean {
  return shown(cell).filter((node) => node.type === 'element' && BLOCKS.has(node.tagName)).length < 2;
}
