import type { XmlElement } from '../../../common/xml.js';
import type { StyleParents } from './style-parents.js';

/** Styles of titles and headings by their names in LibreOffice, which are the same in every language, and by those of Word. */
const TITLE = /^(?:(?:sub)?title|heading(?:_20_|[ _])?\d{0,2}|(?:标题|標題) ?\d{0,2})$/i;

/** Which paragraph styles are those of a title or a heading. */
export class ParagraphStyles {
  readonly #parents: StyleParents;
  readonly #titles = new Set<string>();

  constructor(parents: StyleParents) {
    this.#parents = parents;
  }

  open(name: string, element: XmlElement): void {
    if (name !== 'style:style' || element.attribute('family') !== 'paragraph') return;
    const own = element.attribute('name') ?? '';
    if (TITLE.test(own) || TITLE.test(element.attribute('display-name') ?? '')) this.#titles.add(own);
  }

  isTitle(style = ''): boolean {
    for (const name of this.#parents.chain('paragraph', style))
      if (this.#titles.has(name) || TITLE.test(name)) return true;
    return false;
  }
}
