import type { Language } from '../../types.js';
import { languageByScript } from './script.js';

/** Dots that lead to the number of a page, close together or spaced, and the number, `7`, `page 7` or `第7页`, at the end of a line. */
const LEADER =
  /(?<dots>(?:[.．·․‥…⋯・][ \u00a0\u3000]{0,2}){2,})[ \t\u00a0\u3000]*[(（]?(?:(?:[Pp]ages?|[Pp]{1,2}\.?) ?|第 ?)?(?<page>\d{1,4}|[ivxlc]{1,7}|[IVXLC]{1,7}|[A-Z]{1,2}-?\d{1,3}|\d{1,3}-\d{1,3})(?: ?[页頁])?[)）]?$/u;
/** No line with its dots is longer, in characters. */
export const LONGEST_LINE = 400;
/** Fewer are no leader, whatever stands beside them. */
const FEWEST_DOTS = 3;

/** How a line leads to the number of a page. */
export interface Leader {
  /** Where it begins in its line. */
  readonly at: number;
  readonly dots: number;
  /** The number that it leads to; 0 for roman numerals, which stand before all others, infinite for those with letters. */
  readonly page: number;
  readonly language: Language | null;
}

/** The dots that lead to the number of a page at the end of a line, behind a text; null where there are none. */
export function leaderIn(line: string): Leader | null {
  const match = line.length > LONGEST_LINE ? null : LEADER.exec(line);
  if (match === null || !/\p{L}/u.test(line.slice(0, match.index))) return null;
  const marks = match.groups?.['dots'] ?? '';
  const dots = marks.replace(/\s/g, '').replace(/[…⋯]/g, '...').replace(/‥/g, '..').length;
  if (dots < FEWEST_DOTS) return null;
  const number = match.groups?.['page'] ?? '';
  const page = /^[ivxlc]+$/i.test(number) ? 0 : /^\d/.test(number) ? pageIn(number) : Infinity;
  return { at: match.index, dots, page, language: languageByScript(line.slice(0, match.index)) };
}

/** `7`, and `2-10` as what comes after `2-9`: no chapter has a thousand pages. */
function pageIn(number: string): number {
  const [first, inChapter = '0'] = number.split('-');
  return Number(first) + Number(inChapter) / 1000;
}
