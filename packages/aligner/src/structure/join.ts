import type { Language } from '../types.js';

/**
 * What stands between two pieces of one paragraph that a line or page end parted: a space in English, nothing in
 * Chinese, save between two Latin words.
 */
export function joint(before: string, after: string, language: Language): string {
  if (language === 'en') return ' ';
  return /[\p{Script=Latin}\d]$/u.test(before.slice(-2)) && /^[\p{Script=Latin}\d]/u.test(after.slice(0, 2))
    ? ' '
    : '';
}

export function joinPieces(before: string, after: string, language: Language): string {
  return before + joint(before, after, language) + after;
}
