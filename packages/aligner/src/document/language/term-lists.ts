import type { Language, Span } from '../../types.js';
import { trimSpan } from '../writing/lines.js';

/** A term and what it is called in the other language. */
const TERM = /^(?<first>[^()（）]+)[(（](?<second>[^()（）]+)[)）]$/;
/** What terms on one line are parted by. */
const BETWEEN_TERMS = /[;；]/;
/** A term is not longer, with its translation: longer items are clauses that explain a name. */
const LONGEST_TERM = 80;
/** Fewer are a sentence of two clauses. */
const LEAST_TERMS = 3;

/**
 * `放电深度（depth of discharge）；热失控（thermal runaway）；…`: terms and their translations in turn, where all items of a line
 * are such, all in the same order and none in both scripts; null for other lines.
 */
export function splitTerms(text: string, line: Span): Span[] | null {
  const items = text
    .slice(line.start, line.end)
    .replace(/[.。;；]$/, '')
    .split(BETWEEN_TERMS);
  if (items.length < LEAST_TERMS) return null;
  const parts: Span[] = [];
  let inFirst: Language | null = null;
  let from = line.start;
  for (const item of items) {
    const term = trimSpan(text, { start: from, end: from + item.length });
    from += item.length + 1;
    if (term.end - term.start > LONGEST_TERM) return null;
    const { first = '', second = '' } = TERM.exec(text.slice(term.start, term.end))?.groups ?? {};
    const [language, other] = [languageInOneScript(first), languageInOneScript(second)];
    inFirst ??= language;
    if (language === null || other === null || language === other || language !== inFirst) return null;
    const middle = term.start + first.length;
    parts.push(
      trimSpan(text, { start: term.start, end: middle }),
      trimSpan(text, { start: middle + 1, end: term.end - 1 }),
    );
  }
  return parts;
}

/** The language of a text whose letters are either Han characters or Latin; null where both are there, or neither. */
function languageInOneScript(text: string): Language | null {
  const isHan = /\p{Script=Han}/u.test(text);
  if (isHan === /\p{Script=Latin}/u.test(text)) return null;
  return isHan ? 'zh' : 'en';
}
