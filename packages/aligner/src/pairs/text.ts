/** Puts U+FFFD for every lone surrogate, which no UTF-8 file can hold. Lengths and offsets stay as they were. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/**
 * Folds tabs, line breaks and other control characters to a space, so that the text fits into one field of one line. Python's
 * `splitlines` breaks lines at eleven characters, U+001C and U+0085 among them: a text of one language would get out of line.
 */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}

/**
 * What a translation memory can match: white space folded and trimmed, invisible characters dropped, and
 * whatever XML 1.0 (§2.2) forbids or advises against removed, since one forbidden character costs the whole
 * file. Inside the text the ideographic space stays: the document to be translated has it too.
 */
export function cleanSegment(text: string): string {
  // Most texts are clean; to see that is much faster than to write them anew.
  if (!MAY_BE_UNCLEAN.test(text)) return text;
  return text
    .replace(/(?![\t-\r\u0085])\p{Cc}|[\p{Surrogate}\u00AD\u200B\uFEFF\uFFFE\uFFFF]/gu, '')
    .replace(/[\t-\r \u0085\u00A0\u2007\u2028\u2029\u202F]+/g, ' ')
    .trim();
}

/** What texts have in common that differ only in white space and invisible characters. */
export function keyOf(text: string): string {
  return cleanSegment(text).replace(/\s+/g, '');
}

/** Whatever is not certain to stay as it is. */
const MAY_BE_UNCLEAN =
  /[^ -~\u00A1-\u00AC\u00AE-\u1FFF\u2010-\u2027\u2030-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD]| {2}|^\s|\s$/;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes text for XML content and for attribute values in double quotes. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character]);
}
