import { everySo, finish, type Steps } from '../../common/steps.js';
import { isSpace } from '../writing/lines.js';

/** A tag as it stands in the text of a page, `[start, end)`. A comment, declaration or processing instruction has no name. */
export interface Tag {
  readonly name: string;
  readonly closing: boolean;
  /** Of XML: it ends where it begins. */
  readonly isEmpty: boolean;
  readonly start: number;
  readonly end: number;
}

/** Elements whose contents are no markup; they go on to their end tag. */
const RAW: ReadonlySet<string> = new Set([
  'script',
  'style',
  'textarea',
  'title',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
]);

/**
 * The tags of a page in order, in one pass that builds nothing. What stands between a raw element's tags is its tag's.
 *
 * @param isXml whether `<a/>` is an element that ends there
 */
export function* tagsOf(html: string, isXml = false): Generator<Tag> {
  const find = forwardSearch(html);
  for (let start = html.indexOf('<'); start >= 0; ) {
    let end = start + 1;
    const next = html.charCodeAt(end);
    if (html.startsWith('!--', end)) {
      end = find('-->', end + 1) + 3;
      yield { name: '', closing: false, isEmpty: false, start, end };
    } else if (next === EXCLAMATION || next === QUESTION) {
      end = find('>', end) + 1;
      yield { name: '', closing: false, isEmpty: false, start, end };
    } else if (isLetter(next) || (next === SLASH && isLetter(html.charCodeAt(end + 1)))) {
      const closing = next === SLASH;
      const name = /^[^\s/>]*/
        .exec(html.slice(closing ? end + 1 : end, end + LONGEST_NAME))![0]
        .toLowerCase();
      end = endOfTag(html, end, find);
      const isEmpty = isXml && !closing && html.charCodeAt(end - 2) === SLASH;
      if (RAW.has(name) && !closing && !isEmpty) end = find(`</${name}`, end);
      yield { name, closing, isEmpty, start, end };
    }
    start = html.indexOf('<', end);
  }
}

/**
 * A page of XML in which every element that ends where it begins, `<a id="p3"/>`, has an end tag: in HTML it would go on to the
 * end of its block, and a title to that of the page.
 */
export function* withEndTags(xhtml: string): Steps<string> {
  const isDue = everySo(TOGETHER);
  const parts: string[] = [];
  let from = 0;
  for (const { name, isEmpty, end } of tagsOf(xhtml, true)) {
    if (isDue()) yield;
    if (!isEmpty || VOID.has(name)) continue;
    parts.push(xhtml.slice(from, end - 2), `></${name}>`);
    from = end;
  }
  return from === 0 ? xhtml : parts.join('') + xhtml.slice(from);
}

/** Elements that have no contents in HTML either. */
const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/** Tags between two steps. */
const TOGETHER = 1024;
const LONGEST_NAME = 100;
const EXCLAMATION = 33;
const SLASH = 47;
const QUESTION = 63;

function isLetter(unit: number): boolean {
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

type Search = (mark: string, from: number) => number;

/** `indexOf` that never looks twice for what there is no more of; the end of the text is where that is found. */
function forwardSearch(html: string): Search {
  const lower = html.toLowerCase();
  // Lower case of a few letters is longer than they are; then offsets are those of the text itself.
  const text = lower.length === html.length ? lower : html;
  const exhausted = new Set<string>();
  return (mark, from) => {
    const at = exhausted.has(mark) ? -1 : text.indexOf(mark, from);
    if (at < 0) exhausted.add(mark);
    return at < 0 ? html.length : at;
  };
}

/** After the `>` that ends a tag: a quoted value of an attribute may hold one. */
function endOfTag(html: string, from: number, find: Search): number {
  let isValue = false;
  for (let at = from; at < html.length; at++) {
    const character = html[at]!;
    if (character === '>') return at + 1;
    if (isValue && (character === '"' || character === "'")) at = find(character, at + 1);
    isValue = character === '=' || (isValue && isSpace(html.charCodeAt(at)));
  }
  return html.length;
}

/** Deeper than this no page nests its elements; the parser overflows at some ten times as many. */
const DEEPEST_NESTING = 200;
/** More elements than this are no page either, and a parser holds a kilobyte for each. */
const MOST_ELEMENTS = 500_000;

/** Elements that have no contents, and those that others of their kind close: any number may stand unclosed. */
const NEVER_NESTED: ReadonlySet<string> = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr ' +
    'p li dt dd tr td th tbody thead tfoot caption colgroup option optgroup rt rp ' +
    'circle ellipse line path polygon polyline rect stop use'
  ).split(' '),
);

/** Elements that a parser opens again in each block until they are closed. */
const REOPENED: ReadonlySet<string> = new Set(
  'a b big code em font i nobr s small strike strong tt u'.split(' '),
);

/**
 * True for a page, or the pages of a book, that no one wrote and that would keep a parser busy for minutes, or fill the memory. Depth is
 * counted from above: an element that another one's end closes still counts.
 */
export function* tooMuch(pages: readonly string[]): Steps<boolean> {
  const isDue = everySo(TOGETHER);
  let elements = 0;
  for (const html of pages) {
    const open = new Map<string, number>();
    let [depth, reopened] = [0, 0];
    for (const { name, closing } of tagsOf(html)) {
      if (isDue()) yield;
      if (name === '') continue;
      elements += 1 + reopened;
      if (elements > MOST_ELEMENTS) return true;
      if (NEVER_NESTED.has(name) || RAW.has(name)) continue;
      const count = open.get(name) ?? 0;
      if (closing && count === 0) continue;
      const change = closing ? -1 : 1;
      open.set(name, count + change);
      depth += change;
      if (REOPENED.has(name)) reopened += change;
      if (depth > DEEPEST_NESTING) return true;
    }
  }
  return false;
}

/** The same at once, of what is small. */
export function isTooMuch(html: string): boolean {
  return finish(tooMuch([html]));
}
