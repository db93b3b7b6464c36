import type { Language, Span } from '../../types.js';

/**
 * What stands between two pieces of one paragraph that a line or page end parted: a space in English, nothing in
 * Chinese, save between two Latin words. Nothing after a hyphen that divides a word, which stays where it is.
 */
export function joint(before: string, after: string, language: Language): string {
  if (before.endsWith(SOFT_HYPHEN)) return '';
  if (HYPHENATED.test(before.slice(-2)) && /^\p{Ll}/u.test(after)) return '';
  if (language === 'en') return ' ';
  return /[\p{Script=Latin}\d]$/u.test(before.slice(-2)) && /^[\p{Script=Latin}\d]/u.test(after.slice(0, 2))
    ? ' '
    : '';
}

/** What stands between two pieces of one paragraph, by what is between them in the source. */
export function jointInSource(source: string, before: Span, after: Span, language: Language): string {
  const gap = source.slice(before.end, after.start);
  if (!isOverLines(gap) || CUT_HYPHEN.test(gap)) return '';
  return joint(source.slice(before.start, before.end), source.slice(after.start, after.end), language);
}

/** How what parts two pieces begins where they are halves of one word: with the hyphen, which is none of the text. */
export const CUT_HYPHEN = /^[-\u2010\u00ad](?=\s)/;

/** Whether what parts two pieces in the source breaks the line; on one line it can be nothing but inline syntax. */
export function isOverLines(gap: string): boolean {
  return LINE_BREAK.test(gap);
}

/** The breaks of `lineSpans`, and that of HTML. */
const LINE_BREAK = /[\n\r\f\u0085\u2028\u2029]|<br\b/i;

const SOFT_HYPHEN = '\u00ad';
const HYPHENATED = /\p{L}[-\u2010]$/u;

/** As `joinPieces`, for subtitles: Chinese ones have a space for the pause that they do not punctuate. */
export function joinSubtitles(pieces: readonly string[], language: Language): string {
  return pieces.reduce((before, after) => {
    const isPause = language === 'zh' && !/\p{P}$/u.test(before.slice(-2)) && !/^\p{P}/u.test(after);
    return before + (isPause ? ' ' : joint(before, after, language)) + after;
  });
}

export function joinPieces(pieces: readonly string[], language: Language): string {
  const parts: string[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (index > 0) parts.push(joint(pieces[index - 1]!, piece, language));
    parts.push(piece);
  }
  return parts.join('');
}
