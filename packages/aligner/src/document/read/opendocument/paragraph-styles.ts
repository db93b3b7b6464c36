import type { XmlElement } from '../../../common/xml.js';

/** Styles of titles and headings by their names in LibreOffice, which are the same in every language, and by those of Word. */
const TITLE = /^(?:(?:sub)?title|heading(?:_20_|[ _])?\d{0,2}|(?:标题|標題) ?\d{0,2})$/i;
/** Styles based on one another. */
const LONGEST_CHAIN = 16;

/** Which paragraph styles are those of a title or a heading. */
export class ParagraphStyles {
  readonly #parents = new Map<string, string>();
  readonly #titles = new Set<string>();

  open(name: string, element: XmlElement): void {
    if (name !== 'style:style' || element.attribute('family') !== 'paragraph') return;
    const own = element.attribute('name') ?? '';
    this.#parents.set(own, element.attribute('parent-style-name') ?? '');
    if (TITLE.test(own) || TITLE.test(element.attribute('display-name') ?? '')) this.#titles.add(own);
  }

  isTitle(style = ''): boolean {
    let name = style;
    for (let length = 0; name !== '' && length < LONGEST_CHAIN; length++) {
      if (this.#titles.has(name) || TITLE.test(name)) return true;
      name = this.#parents.get(name) ?? '';
    }
    return false;
  }
}
