import type { Span } from '../../types.js';
import { trimSpan } from '../writing/lines.js';
import { languageByScript } from '../writing/script.js';

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
  let from = line.start;
  for (const item of items) {
    const term = trimSpan(text, { start: from, end: from + item.length });
    from += item.length + 1;
    if (term.end - term.start > LONGEST_TERM) return null;
    const { first = '', second = '' } = TERM.exec(text.slice(term.start, term.end))?.groups ?? {};
    const [language, other] = [languageInOneScript(first), languageInOneScript(second)];
    if (language === null || other === null || language === other) return null;
    const middle = term.start + first.length;
    parts.push(
      trimSpan(text, { start: term.start, end: middle }),
      trimSpan(text, { start: middle + 1, end: term.end - 1 }),
    );
  }
  const isChinese = (at: number): boolean =>
    languageByScript(text.slice(parts[at]!.start, parts[at]!.end)) === 'zh';
  return parts.every((_, at) => at % 2 === 1 || isChinese(at) === isChinese(0)) ? parts : null;
}

/** The language of what has letters of one script only. */
function languageInOneScript(written: string): 'en' | 'zh' | null {
  const [isHan, isLatin] = [/\p{Script=Han}/u.test(written), /\p{Script=Latin}/u.test(written)];
  if (isHan === isLatin) return null;
  return isHan ? 'zh' : 'en';
}
