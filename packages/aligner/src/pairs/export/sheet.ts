import type { Flag } from '../../types.js';
import type { PairRecord } from '../pair-record.js';
import { wellFormed } from '../text.js';
import { REVIEW_WORDS, type UiLanguage } from './review-words.js';

/** The columns of a table for a reviewer: what he decides and compares first, then what helps him, last what finds the pair again. */
export const SHEET_COLUMNS = [
  'confirmed',
  'en',
  'zh',
  'score',
  'flags',
  'note',
  'clause',
  'clause_zh',
  'bead',
  'doc',
  'id',
] as const satisfies readonly (keyof PairRecord)[];
export type SheetColumn = (typeof SHEET_COLUMNS)[number];

/** What a pair says in each column; a number stays one. What a person has said is in his language, and no flag beside it. */
export function sheetCells(
  record: PairRecord,
  ui: UiLanguage = 'en',
): Readonly<Record<SheetColumn, string | number>> {
  const { confirmed, score, numbers, note, clause, clause_zh, bead } = record;
  const { yes, no } = REVIEW_WORDS[ui];
  const flags = record.flags.filter((flag) => flag !== 'doubted' || confirmed);
  return {
    confirmed: confirmed ? yes : flags.length < record.flags.length ? no : '',
    en: wellFormed(record.en),
    zh: wellFormed(record.zh),
    score: score ?? '',
    flags: flags.map((flag) => named(flag, numbers)).join(', '),
    note: wellFormed(note ?? ''),
    clause: wellFormed(clause ?? ''),
    clause_zh: wellFormed(clause_zh ?? ''),
    bead: bead ?? '',
    doc: wellFormed(record.doc),
    id: wellFormed(record.id),
  };
}

/** A flag with what it is about, which is passed over where the cell is read. */
function named(flag: Flag, numbers: string | undefined): string {
  return flag === 'number-mismatch' && numbers !== undefined ? `${flag} (${wellFormed(numbers)})` : flag;
}

/** Signs that begin formulas, in any width, and the minus sign that LibreOffice reads as one. */
const SIGN = '[=+\\-@＝＋－＠﹦﹢﹣﹫−]';

/**
 * What a spreadsheet takes for something else than text when it opens a CSV file: formulas, and what it would make numbers and dates
 * of, such as the bead `2-1` or the clause `(1)`; also behind white space, which some strip, and behind what cannot be seen. A
 * tab or a break at the start may begin a new cell where quotation marks are not heeded.
 */
const MISTAKEN = String.raw`(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*(?:${SIGN}|[\d.(][\d.,:/()%eE+ \-]*$))`;
const MISTAKEN_TEXT = new RegExp(`^'*${MISTAKEN}`, 'u');
const GUARDED_TEXT = new RegExp(`^'+${MISTAKEN}`, 'u');

/** Text with an apostrophe before it where a spreadsheet would take it for something else, or the apostrophe for its own. */
export function guarded(text: string): string {
  return MISTAKEN_TEXT.test(text) ? `'${text}` : text;
}

/** The same for cells that say themselves that they are text: there only what looks guarded has to be. */
export function guardedOnce(text: string): string {
  return GUARDED_TEXT.test(text) ? `'${text}` : text;
}

/** Takes away the apostrophe of `guarded`, and of `guardedOnce`; so a CSV file that was saved as a workbook is read well too. */
export function unguarded(text: string): string {
  return GUARDED_TEXT.test(text) ? text.slice(1) : text;
}
