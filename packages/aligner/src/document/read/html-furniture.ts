import type { Element } from 'hast';
import { everySo, type Steps } from '../../common/steps.js';
import { cookieNotice } from './html-cookies.js';
import { BLOCKS, ELEMENTS_TOGETHER, type Parent, shown, words } from './html-elements.js';

const FURNITURE = words('nav aside form button menu search');
/** What of these a form has in it that is read. */
const IN_FORMS = words('button select');
const ROLES = words('navigation banner contentinfo search complementary menu menubar');
/** Those of pages to be leafed through too: DocBook's and Publican's, and those of blogs. */
const CLASSES = words(
  'breadcrumb breadcrumbs menu nav navbar navigation sidebar navheader navfooter docnav pager pagination',
);
/** A header or footer in one of these is its own and none of the page. */
const SECTIONS = words('article main section blockquote');

/** What is round about the text of a page and none of it, and how much of the page each element has. */
export interface Furniture {
  readonly elements: ReadonlySet<Element>;
  /** Whether an element has more than half of the text that the page shows. */
  readonly isMost: (element: Element) => boolean;
}

/**
 * Finds menus, links to the next page, banners, side bars, forms and notices about cookies. None of them holds most of the page (there are pages
 * that are one form), and all of them together do not either, unless the page says where its main text is. Of a notice about
 * cookies it is sure that it is none of the text, so it may be longer than the text, but not all of the page.
 */
export function* findFurniture(root: Parent): Steps<Furniture> {
  const isDue = everySo(ELEMENTS_TOGETHER);
  const sizes = new Map<Parent, number>();
  const all = yield* measure(root, sizes, isDue);
  const isMost = (element: Element): boolean => sizes.get(element)! * 2 > all;
  const elements = new Set<Element>();
  /** What is none of the text, however little else there is. */
  const notices = new Set<Element>();
  let size = 0;
  let hasMain = false;
  const noticeIn = (element: Element): ReturnType<typeof cookieNotice> =>
    cookieNotice(element, sizes.get(element)!);
  const isNotice = (element: Element): boolean => {
    const notice = noticeIn(element);
    if (notice !== 'said') return notice === 'named' && sizes.get(element)! < all;
    // What holds a notice says the same as the notice.
    return !isMost(element) && !shown(element).some((node) => node.type === 'element' && noticeIn(node));
  };
  const visit = function* (parent: Parent, inSection: boolean, inForm: boolean): Steps<void> {
    for (const node of shown(parent)) {
      if (node.type !== 'element') continue;
      if (isDue()) yield;
      // Of a form that is read, choices and buttons are read as well; elsewhere a choice is one of the reader's settings.
      if (isNotice(node) || (node.tagName === 'select' && !inForm)) {
        notices.add(node);
        continue;
      }
      if (isFurniture(node, inSection) && !(inForm && IN_FORMS.has(node.tagName)) && !isMost(node)) {
        elements.add(node);
        size += sizes.get(node)!;
        continue;
      }
      const isSection = SECTIONS.has(node.tagName);
      hasMain ||= (node.tagName === 'main' || node.tagName === 'article') && sizes.get(node)! > 0;
      yield* visit(node, inSection || isSection, inForm || node.tagName === 'form');
    }
  };
  yield* visit(root, false, false);
  return { elements: hasMain || size * 2 <= all ? new Set([...elements, ...notices]) : notices, isMost };
}

/** Counts the characters that each element shows, white space left out. */
function* measure(parent: Parent, sizes: Map<Parent, number>, isDue: () => boolean): Steps<number> {
  if (isDue()) yield;
  let size = 0;
  for (const node of shown(parent)) {
    if (node.type === 'text') size += node.value.replace(/\s+/g, '').length;
    // Long lists of choices are not what a page is about.
    else if (node.type === 'element' && node.tagName !== 'select') size += yield* measure(node, sizes, isDue);
  }
  sizes.set(parent, size);
  return size;
}

function isFurniture(element: Element, inSection: boolean): boolean {
  const { tagName, properties } = element;
  if (FURNITURE.has(tagName)) return true;
  if ((tagName === 'header' || tagName === 'footer') && !inSection) return true;
  if (typeof properties.role === 'string' && ROLES.has(properties.role)) return true;
  if (!BLOCKS.has(tagName) || tagName === 'body' || tagName === 'html') return false;
  const names = [properties.id, ...(Array.isArray(properties.className) ? properties.className : [])];
  const isNamed = names.some((name) => typeof name === 'string' && CLASSES.has(name.toLowerCase()));
  return isNamed && !isBoxOfDocBook(element);
}

/** DocBook's side bars are boxes within the text, which it gives a title page; Asciidoctor's have another name. */
function isBoxOfDocBook({ properties, children }: Element): boolean {
  const first = children.find(
    (node) => node.type === 'element' && (node.tagName !== 'a' || node.children.length > 0),
  );
  return (
    Array.isArray(properties.className) &&
    properties.className.includes('sidebar') &&
    first?.type === 'element' &&
    Array.isArray(first.properties.className) &&
    first.properties.className.includes('titlepage')
  );
}
