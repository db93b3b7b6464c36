/**
 * JSON (RFC 8259) on one line, as the strictest of its readers want it: U+FFFD for lone surrogates, which UTF-8 cannot hold; no
 * character at which some of them break lines; and a score of 0 or 1 with a decimal point, since Arrow takes a column that
 * begins with whole numbers for one of whole numbers, and refuses the first 0.5.
 *
 * @param fields those of the object that are written, in that order; default all, as they come
 */
export function json(value: object, fields?: readonly string[]): string {
  return (
    JSON.stringify(value, fields && [...fields])
      // The only surrogates that it escapes are lone ones; a backslash of the text is doubled.
      .replace(/\\(?:\\|ud[89a-f][\da-f]{2})/g, (found) => (found === '\\\\' ? found : '\uFFFD'))
      .replace(/[\u0085\u2028\u2029]/g, (end) => `\\u${end.charCodeAt(0).toString(16).padStart(4, '0')}`)
      // Within a text the quotation marks would be escaped.
      .replace(/("score":[01])(?=[,}])/, '$1.0')
  );
}
