import { escapeXml, wellFormed } from '../text.js';

/** Text as XML content or the value of an attribute in double quotes, all of it: white space is kept through every parser. */
export function xmlText(text: string): string {
  return escapeXml(withoutForbidden(text)).replace(/[\t\n\r]/g, (space) => `&#${space.charCodeAt(0)};`);
}

/** Removes what XML 1.0 (§2.2) has no way to hold, of which one character makes the whole file unreadable. */
function withoutForbidden(text: string): string {
  return wellFormed(text).replace(FORBIDDEN, '');
}

/** Control characters but tab and the two line ends, and the two that are no characters. */
export const FORBIDDEN = /(?![\t\n\r\u007F-\u009F])\p{Cc}|[\uFFFE\uFFFF]/gu;
