import type { XmlElement } from '../../../common/xml.js';

/** Styles based on one another. */
const LONGEST_CHAIN = 16;

/** Which style each is based on. */
export class StyleParents {
  readonly #parents = new Map<string, string>();

  open(name: string, element: XmlElement): void {
    if (name !== 'style:style') return;
    const own = `${element.attribute('family') ?? ''} ${element.attribute('name') ?? ''}`;
    this.#parents.set(own, element.attribute('parent-style-name') ?? '');
  }

  /** The names of a style and of those that it is based on, the nearest first. */
  *chain(family: 'text' | 'paragraph', style: string): Generator<string> {
    let name = style;
    for (let length = 0; name !== '' && length < LONGEST_CHAIN; length++) {
      yield name;
      name = this.#parents.get(`${family} ${name}`) ?? '';
    }
  }
}
