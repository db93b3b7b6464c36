import type { XmlElement } from '../../../common/xml.js';

/** Styles based on one another. */
const LONGEST_CHAIN = 16;

/** Which styles of text and of paragraphs hide what has them (`text:display`, ODF 1.3 part 3, 20.384). */
export class HiddenStyles {
  readonly #parents = new Map<string, string>();
  readonly #displays = new Map<string, string>();
  #open = '';

  open(name: string, element: XmlElement): void {
    if (name === 'style:style') {
      const family = element.attribute('family') ?? '';
      this.#open = `${family} ${element.attribute('name') ?? ''}`;
      this.#parents.set(this.#open, `${family} ${element.attribute('parent-style-name') ?? ''}`);
    } else if (name === 'style:text-properties') {
      const display = element.attribute('display');
      if (display !== undefined && this.#open !== '') this.#displays.set(this.#open, display);
    } else if (!name.startsWith('style:')) this.#open = '';
  }

  /** Whether what has a style is hidden; null where the style says nothing of it. */
  isHidden(family: 'text' | 'paragraph', style = ''): boolean | null {
    let name = `${family} ${style}`;
    for (let length = 0; length < LONGEST_CHAIN; length++) {
      const display = this.#displays.get(name);
      if (display !== undefined) return display === 'none';
      const parent = this.#parents.get(name);
      if (parent === undefined) return null;
      name = parent;
    }
    return null;
  }
}
