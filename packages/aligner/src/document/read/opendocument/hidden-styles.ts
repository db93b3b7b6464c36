import type { XmlElement } from '../../../common/xml.js';
import type { StyleParents } from './style-parents.js';

/** Which styles of text and of paragraphs hide what has them (`text:display`, ODF 1.3 part 3, 20.384). */
export class HiddenStyles {
  readonly #parents: StyleParents;
  readonly #displays = new Map<string, string>();
  #open = '';

  constructor(parents: StyleParents) {
    this.#parents = parents;
  }

  open(name: string, element: XmlElement): void {
    if (name === 'style:style')
      this.#open = `${element.attribute('family') ?? ''} ${element.attribute('name') ?? ''}`;
    else if (name === 'style:text-properties') {
      const display = element.attribute('display');
      if (display !== undefined && this.#open !== '') this.#displays.set(this.#open, display);
    } else if (!name.startsWith('style:')) this.#open = '';
  }

  /** Whether what has a style is hidden; null where the style says nothing of it. */
  isHidden(family: 'text' | 'paragraph', style = ''): boolean | null {
    for (const name of this.#parents.chain(family, style)) {
      const display = this.#displays.get(`${family} ${name}`);
      if (display !== undefined) return display === 'none';
    }
    return null;
  }
}
