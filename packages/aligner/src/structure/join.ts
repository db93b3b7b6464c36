import type { Language } from '../types.js';

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

const SOFT_HYPHEN = '\u00ad';
const HYPHENATED = /\p{L}[-\u2010]$/u;

export function joinPieces(pieces: readonly string[], language: Language): string {
  const parts: string[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (index > 0) parts.push(joint(pieces[index - 1]!, piece, language));
    parts.push(piece);
  }
  return parts.join('');
}
