import type { Element } from 'hast';
import { everySo, type Steps } from '../../common/steps.js';
import { BLOCKS, ELEMENTS_TOGETHER, type Parent, shown } from './html-elements.js';
import { looksOf, type RaisedLooks } from './raised-numbers.js';

/**
 * Finds the marks of notes in a page: `<sup>1</sup>` after a word, a link to a note, `[1]` as Wikipedia writes it. They are
 * none of the text, while powers, units, isotopes and ordinal numbers that are raised likewise are.
 */
export function* findNoteMarks(root: Parent): Steps<ReadonlySet<Element>> {
  const found = new NoteFinder();
  yield* found.visit(root);
  found.endBlock();
  return found.marks();
}

/** A raised number that may be the mark of a note. */
interface Candidate {
  readonly element: Element;
  readonly number: number;
  /** What stands before it in its block, as far as it says something. */
  readonly before: string;
  /** What its surroundings say by themselves. */
  looks: RaisedLooks;
}

class NoteFinder {
  readonly #isDue = everySo(ELEMENTS_TOGETHER);
  readonly #marks = new Set<Element>();
  readonly #candidates: Candidate[] = [];
  /** The names of marks in the text, where links of notes lead back to. */
  readonly #names = new Set<string>();
  /** The end of the text of the block so far. */
  #before = '';
  /** The mark that the next character decides on. */
  #open: Candidate | null = null;

  *visit(parent: Parent): Steps<void> {
    if (this.#isDue()) yield;
    for (const node of shown(parent)) {
      if (node.type === 'text') this.#read(node.value);
      else if (node.type !== 'element') continue;
      else if (node.tagName === 'br') this.endBlock();
      else if (BLOCKS.has(node.tagName)) {
        this.endBlock();
        yield* this.visit(node);
        this.endBlock();
      } else if (!this.#isMark(node)) yield* this.visit(node);
    }
  }

  endBlock(): void {
    this.#before = '';
    this.#open = null;
  }

  /** All marks. The numbers of notes follow each other, which decides where their surroundings do not. */
  marks(): ReadonlySet<Element> {
    const numbers = new Set(
      this.#candidates.flatMap(({ looks, number }) => (looks === 'note' ? [number] : [])),
    );
    let last = 0;
    for (const { element, number, looks } of this.#candidates) {
      // 2 and 3 are the usual powers.
      const isPower = (number === 2 || number === 3) && !numbers.has(number - 1);
      if (looks === 'none' || (looks === 'note' ? isPower : number !== last + 1)) continue;
      this.#marks.add(element);
      last = number;
    }
    return this.#marks;
  }

  #read(text: string): void {
    if (text === '') return;
    // `<sup>14</sup>C`, `H<sup>2</sup>O`
    if (this.#open !== null && /^[\p{L}\p{N}]/u.test(text) && !HAN.test(text[0]!)) this.#open.looks = 'none';
    this.#open = null;
    this.#before = (this.#before + text).slice(-REACH);
  }

  /** Whether an element is a mark, or may be one: then it is not looked into. */
  #isMark(element: Element): boolean {
    if (element.tagName !== 'sup' && element.tagName !== 'a') return false;
    const text = textOf(element, LONGEST_MARK + 1).trim();
    const linked = linkOf(element);
    if (linked === 'back' && /^[↑↩⤴^]\ufe0e?$/.test(text)) {
      this.#marks.add(element);
      return true;
    }
    if (this.#before.trim() === '') {
      // What begins a block is the number of the note itself, if it leads back to its mark, or that of a verse or an entry.
      if (!MARK.test(text.replace(/\.$/, '')) || !this.#leadsBack(element, linked)) return false;
      this.#marks.add(element);
      return true;
    }
    if (!MARK.test(text)) return false;
    if (
      linked === 'note' ||
      (element.tagName === 'sup' && (isLocalLink(element) || IN_BRACKETS.test(text)))
    ) {
      this.#marks.add(element);
      for (const name of namesIn(element)) this.#names.add(name);
      return true;
    }
    if (element.tagName !== 'sup') return false;
    if (SYMBOLS.test(text)) {
      this.#marks.add(element);
      return true;
    }
    const number = Number(/^\d+/.exec(text)?.[0] ?? Number.NaN);
    if (Number.isNaN(number)) return false;
    const candidate = { element, number, before: this.#before, looks: looksOf(this.#before) };
    this.#candidates.push(candidate);
    this.#open = candidate;
    return true;
  }

  #leadsBack(element: Element, linked: 'note' | 'back' | null): boolean {
    return linked === 'back' || targetsIn(element).some((target) => this.#names.has(target));
  }
}

const HAN = /\p{Script=Han}/u;
/** Characters before a mark that are looked at. */
const REACH = 24;
/** Characters of the longest mark, `[note 12]`. */
const LONGEST_MARK = 12;
/** The text of a mark: a number or a few, a letter, a symbol, in brackets or not. */
const MARK =
  /^[[(［（〔]?(?:(?:note|nb|n|fn|注|註) ?)?(?:\d{1,3}(?:[,，、–-] ?\d{1,3})?|[a-z]|[ivx]{1,4}|[*†‡§¶]{1,3})[\])］）〕]?$/i;
const IN_BRACKETS = /^[[［〔].*[\]］〕]$/;
const SYMBOLS = /^[*†‡§¶]{1,3}$/;

/** Addresses of notes within a page, and of the places in the text that a note leads back to. */
const TO_NOTE =
  /^#_?(?:(?:fn|ftn|edn|n|note|ref|reference|bibr?)s?[-_:.]*\d|ftn\.|cite[_-]?note|foot-?note(?!-?ref)|end-?note(?!-?ref))/i;
const BACK = /^#_?(?:(?:fn|ftn|edn|foot-?note|end-?note|note|cite)[-_:.]?ref|a?ref)/i;

function linkOf(element: Element): 'note' | 'back' | null {
  const { role, href, className, epubType, dataType } = element.properties;
  const types = [role, epubType, element.properties['epub:type'], dataType].join(' ');
  if (/noteref|biblioref/.test(types)) return 'note';
  if (/backlink/.test(types)) return 'back';
  const classes = Array.isArray(className) ? className.join(' ') : '';
  if (/(?:^|[\s_-])(?:note-?ref|foot-?note-?(?:ref|anchor)?|fn-?ref|reference)(?:$|[\s_-])/i.test(classes))
    return 'note';
  if (typeof href !== 'string' || !href.includes('#')) return null;
  const fragment = href.slice(href.indexOf('#'));
  if (TO_NOTE.test(fragment)) return 'note';
  return BACK.test(fragment) ? 'back' : null;
}

/** The names of an element and of what it shows, to which links may lead. */
function namesIn(element: Element): string[] {
  const { id, name } = element.properties;
  const own = [id, name].filter((value) => typeof value === 'string');
  return [...own, ...elementsIn(element).flatMap(namesIn)];
}

/** Places of the same page to which an element, or what it shows, leads. */
function targetsIn(element: Element): string[] {
  const { href } = element.properties;
  const own = typeof href === 'string' && href.startsWith('#') ? [href.slice(1)] : [];
  return [...own, ...elementsIn(element).flatMap(targetsIn)];
}

function elementsIn(element: Element): Element[] {
  return shown(element).filter((node) => node.type === 'element');
}

/** Whether all that an element shows is a link to another place of the same page. */
function isLocalLink(element: Element): boolean {
  return shown(element).some(
    (node) =>
      node.type === 'element' &&
      (node.tagName === 'a'
        ? String(node.properties.href ?? '').startsWith('#') || linkOf(node) === 'note'
        : isLocalLink(node)),
  );
}

function textOf(parent: Parent, most: number): string {
  let text = '';
  for (const node of shown(parent)) {
    if (text.length > most) break;
    if (node.type === 'text') text += node.value;
    else if (node.type === 'element') text += textOf(node, most - text.length);
  }
  return text.slice(0, most);
}
