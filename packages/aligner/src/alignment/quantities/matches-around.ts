/**
 * The matches of a pattern that a number is a part of, so many characters on either side of it being looked at.
 *
 * @param number the range of the number in the text
 */
export function* matchesAround(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  reach: number,
  pattern: RegExp,
): Iterable<RegExpExecArray> {
  const from = Math.max(0, start - reach);
  for (const match of text.slice(from, end + reach).matchAll(pattern)) {
    match.index += from;
    if (match.index <= start && end <= match.index + match[0].length) yield match;
  }
}
