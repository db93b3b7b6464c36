import type { XmlElement } from '../../../common/xml.js';

const OPEN_DOCUMENT = /^urn:oasis:names:tc:opendocument:xmlns:([\w-]+):1\.0$/;

/** The name of an element with the prefix that the standard gives its namespace, `text:p`; '' for those of others. */
export function odfName({ name, space }: Pick<XmlElement, 'name' | 'space'>): string {
  const prefix = OPEN_DOCUMENT.exec(space)?.[1];
  return prefix === undefined ? '' : `${prefix}:${name}`;
}

/** A count as an attribute has it; `otherwise` for what is none, and never more than `most`. */
export function countOf(text: string | undefined, otherwise: number, most: number): number {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Math.min(Number(text), most) : otherwise;
}
