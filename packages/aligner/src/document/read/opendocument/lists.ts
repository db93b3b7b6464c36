import type { XmlElement } from '../../../common/xml.js';
import { DEEPEST_LEVEL, type ListStyles, markerOf, OUTLINE } from './list-styles.js';
import { countOf } from './names.js';

/** The numbers that a list has come to, from level 1; undefined below where it counts anew. */
type Numbers = (number | undefined)[];

interface OpenList {
  readonly style: string;
  readonly numbers: Numbers;
  /** Whether the item that is open has its number still to give: to its first paragraph. */
  isNew: boolean;
  /** Where the item says so itself. */
  start: number | null;
}

/**
 * Counts the lists and headings of an OpenDocument text: the markers that it shows and that its text lacks (ODF 1.3 part 3,
 * 5.3 and 19.880). It is told of the elements in their order.
 */
export class OpenDocumentLists {
  readonly #styles: ListStyles;
  /** Those open in one another. */
  #open: OpenList[] = [];
  /** Lists that stand around the one of a note or a text box. */
  readonly #outer: { readonly open: OpenList[]; readonly box: Numbers | null }[] = [];
  /** What the lists of a text box of a slide have come to, whatever their styles: they go on until something else stands there. */
  #box: Numbers | null = null;
  readonly #byStyle = new Map<string, Numbers>();
  readonly #byId = new Map<string, Numbers>();

  constructor(styles: ListStyles) {
    this.#styles = styles;
  }

  /**
   * What follows stands apart from the lists around it.
   *
   * @param isSlide whether it is a text box of a slide, in which each paragraph is a list by itself
   */
  enter(isSlide = false): void {
    this.#outer.push({ open: this.#open, box: this.#box });
    this.#open = [];
    this.#box = isSlide ? [] : null;
  }

  leave(): void {
    const outer = this.#outer.pop();
    this.#open = outer?.open ?? [];
    this.#box = outer?.box ?? null;
  }

  openList(element: XmlElement): void {
    const around = this.#open.at(-1);
    const style = element.attribute('style-name') ?? around?.style ?? '';
    const numbers = around?.numbers ?? this.#continued(element, style) ?? [];
    const id = element.attributeAsWritten('xml:id');
    if (around === undefined) {
      this.#byStyle.set(style, numbers);
      if (id !== undefined) this.#byId.set(id, numbers);
    }
    this.#open.push({ style, numbers, isNew: false, start: null });
  }

  closeList(): void {
    this.#open.pop();
  }

  /** An item, or the header of a list, which has no number. */
  openItem(element: XmlElement): void {
    const list = this.#open.at(-1);
    if (list === undefined) return;
    const start = element.attribute('start-value');
    list.start = start === undefined ? null : countOf(start, 1, 1e9);
    list.isNew = element.name === 'list-item';
  }

  /** The marker of the next paragraph: null if it begins no item, '' for a bullet. */
  next(): string | null {
    const list = this.#open.at(-1);
    if (list === undefined && this.#box) this.#box.length = 0;
    if (list === undefined || !list.isNew) return null;
    list.isNew = false;
    // An item whose text begins in a list within it has no number of its own.
    for (const each of this.#open) each.isNew = false;
    return this.#count(list.style, list.numbers, this.#open.length, list.start);
  }

  /** The marker of a heading, which counts by the level of the outline. */
  nextHeading(element: XmlElement): string | null {
    const marker = this.next();
    if (marker !== null || element.attribute('is-list-header') === 'true') return marker;
    let numbers = this.#byStyle.get(OUTLINE);
    if (numbers === undefined) {
      numbers = [];
      this.#byStyle.set(OUTLINE, numbers);
    }
    const restarts = element.attribute('restart-numbering') === 'true';
    const start = restarts ? countOf(element.attribute('start-value'), 1, 1e9) : null;
    const depth = countOf(element.attribute('outline-level'), 1, DEEPEST_LEVEL);
    const own = this.#count(OUTLINE, numbers, depth, start);
    return own === '' ? null : own;
  }

  #count(name: string, numbers: Numbers, depth: number, start: number | null): string | null {
    const style = this.#styles.get(name);
    const level = style?.get(depth);
    if (style === undefined || level === undefined) return name === OUTLINE ? null : '';
    if (!level.isNumbered) {
      if (numbers === this.#box) numbers.length = Math.min(numbers.length, depth - 1);
      return '';
    }
    const before = numbers[depth - 1];
    numbers[depth - 1] = start ?? (before === undefined ? level.start : before + 1);
    numbers.length = depth;
    const known = Array.from(numbers, (number, at) => number ?? style.get(at + 1)?.start ?? 1);
    return markerOf(style, depth, known);
  }

  #continued(element: XmlElement, style: string): Numbers | undefined {
    const id = element.attribute('continue-list');
    if (id !== undefined) return this.#byId.get(id) ?? this.#byStyle.get(style);
    const continues = element.attribute('continue-numbering') === 'true';
    return continues ? this.#byStyle.get(style) : (this.#box ?? undefined);
  }
}
