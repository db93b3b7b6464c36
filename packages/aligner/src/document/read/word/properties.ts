import type { XmlElement } from '../../../common/xml.js';

/** What `w:pPr` says about a paragraph, in a document and in a style; undefined where it says nothing. */
export interface WordProperties {
  style?: string;
  /** Of `w:num`; `0` takes a paragraph out of the list of its style. */
  numbering?: string;
  /** Level in the list, 0–8. */
  level?: number;
  /** Level in the outline, 0–8; 9 is body text. */
  outline?: number;
}

/** WordprocessingML as Word writes it, and in its strict form. */
const WORD =
  /^http:\/\/(?:schemas\.openxmlformats\.org\/wordprocessingml\/2006|purl\.oclc\.org\/ooxml\/wordprocessingml)\/main$/;

/** The name of an element of WordprocessingML; '' for all others. */
export function wordName({ name, space }: Pick<XmlElement, 'name' | 'space'>): string {
  return WORD.test(space) ? name : '';
}

/** Takes in one of the elements that `w:pPr` holds. */
export function readProperty(properties: WordProperties, name: string, element: XmlElement): void {
  const value = element.attribute('val') ?? '';
  if (name === 'pStyle') properties.style = value;
  else if (name === 'numId') properties.numbering = value;
  else if (name === 'ilvl') properties.level = levelOf(value);
  else if (name === 'outlineLvl') properties.outline = Number.parseInt(value, 10);
}

/** What `w:rPr` says of a run, in a document and in a style; undefined where it says nothing. */
export interface WordRun {
  /** Of a style of characters. */
  style?: string;
  /** Whether no one who reads the document sees it. */
  hidden?: boolean;
}

/** Takes in one of the elements that `w:rPr` holds. */
export function readRunProperty(run: WordRun, name: string, element: XmlElement): void {
  const value = element.attribute('val');
  if (name === 'rStyle') run.style = value ?? '';
  else if (name === 'vanish') run.hidden = !/^(?:0|false|off)$/.test(value ?? '');
}

/** A level of a list as it is written; the first one for what is none. */
export function levelOf(text = ''): number {
  return /^[0-8]$/.test(text) ? Number(text) : 0;
}
