/** What people note for themselves, for the law or for a program, and no text that someone would translate. */
const NOTE =
  /^(?:\s*\[(?:if|endif)\b|\W*(?:to-?do|fixme|xxx|markdownlint|prettier|eslint|textlint|vale|cspell|spell-?checker|doctoc|copyright \D{0,4}\d|licen[cs]ed (?:to|under)|spdx-|\(c\) ?\d|待办|待辦|版权所有|版權所有)(?!\p{Script=Latin}))/iu;
/** Words of a mark that begins without a capital, or with a word in capitals, and ends without a full stop. */
const SHORT = 3;

/**
 * Whether a comment is one for authors and programs: a task, a licence, a mark of some tool, a word or two. Others may hold
 * the text that the paragraph after them translates.
 */
export function isOrdinaryComment(comment: string): boolean {
  const written = comment.trim();
  if (!/\p{L}/u.test(written) || NOTE.test(written)) return true;
  const isMark =
    /^(?:[^\p{Lu}\p{Script=Han}]*$|[\p{Lu}_-]{3,}(?!\p{Ll}))/u.test(written) && !written.startsWith('#');
  return isMark && written.split(/\s+/).length <= SHORT && !/[.!?]$/.test(written);
}
