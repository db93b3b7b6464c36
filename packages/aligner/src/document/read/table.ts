import { info } from '../../common/diagnostic.js';
import type { Diagnostic, Language } from '../../types.js';
import { lineSpans } from '../writing/lines.js';
import { countScripts, languageByScript } from '../writing/script.js';
import { LANGUAGE_NAMES, LONGEST_NAME, quotedNames, TEXT_NAME } from './column-names.js';
import { ExtractedText } from './extracted-text.js';
import { inputName, type Reading } from './reading.js';

/** Which columns of a sheet hold the two languages, counted from 0; the same one where both stand in it. */
interface Columns extends Readonly<Record<Language, number>> {
  /** Whether the first row names the columns. */
  readonly header: boolean;
}

/**
 * Reads the rows of a sheet: the cells of one row that hold English and Chinese say the same. Their columns are found by
 * the names in the first row or by what is in them; all others, such as numbers and remarks, are left out.
 */
export function readRows(rows: readonly (readonly string[])[], name: string): Reading {
  const extracted = new ExtractedText();
  const columns = columnsOf(rows);
  const isText = (column: number): boolean => column === columns.en || column === columns.zh;
  const leftOut = new Set<number>();
  rows.forEach((cells, row) => {
    const isHeader = columns.header && row === 0;
    cells.forEach((cell, column) => {
      if (cell.trim() === '') return;
      const lines = lineSpans(cell).map(({ start, end }) => cell.slice(start, end));
      if (!isText(column)) leftOut.add(column);
      if (isHeader || !isText(column)) extracted.leaveOut(lines);
      else if (columns.en === columns.zh) extracted.add('paragraph', lines);
      else {
        const position = { axis: 'row', table: 0, column, start: row, end: row + 1 } as const;
        extracted.add('paragraph', lines, { position });
      }
    });
  });
  const diagnostics: Diagnostic[] = [];
  if (columns.header) diagnostics.push(headerLeftOut(name, rows[0]!));
  if (leftOut.size > 0) diagnostics.push(columnsLeftOut(name, [...leftOut], columns));
  return extracted.reading(diagnostics);
}

/** How much of each language a column holds, in letters and in Han characters. */
type Amounts = Record<Language, number>;

function columnsOf(rows: readonly (readonly string[])[]): Columns {
  const names = (rows[0] ?? []).map((cell) => cell.trim());
  const named = (pattern: RegExp): number[] =>
    names.flatMap((cell, column) => (cell.length <= LONGEST_NAME && pattern.test(cell) ? [column] : []));
  const [english, chinese, either] = [LANGUAGE_NAMES.en, LANGUAGE_NAMES.zh, TEXT_NAME].map(named);
  const header = english!.length + chinese!.length + either!.length > 0;
  const amounts = amountsOf(header ? rows.slice(1) : rows);
  const choose = (language: Language, own: readonly number[], other: readonly number[]): number => {
    const taken = new Set(other);
    const free = (column: number): boolean => !taken.has(column);
    // A column with the right name outranks one with more text; of several the first with any text is taken.
    const byName = own.find((column) => (amounts[column]?.[language] ?? 0) > 0);
    return (
      byName ??
      mostOf(language, amounts, either!.filter(free)) ??
      mostOf(language, amounts, [...amounts.keys()].filter(free)) ??
      -1
    );
  };
  return { en: choose('en', english!, chinese!), zh: choose('zh', chinese!, english!), header };
}

/** The column with the most text of a language, of some; undefined where none has any. */
function mostOf(
  language: Language,
  amounts: readonly Amounts[],
  columns: readonly number[],
): number | undefined {
  let best: number | undefined;
  for (const column of columns) {
    const amount = amounts[column]?.[language] ?? 0;
    if (amount > (best === undefined ? 0 : amounts[best]![language])) best = column;
  }
  return best;
}

function amountsOf(rows: readonly (readonly string[])[]): Amounts[] {
  const amounts: Amounts[] = [];
  for (const cells of rows) {
    cells.forEach((cell, column) => {
      amounts[column] ??= { en: 0, zh: 0 };
      const language = languageByScript(cell);
      if (language === null) return;
      const { han, alphabetic } = countScripts(cell);
      amounts[column][language] += language === 'zh' ? han : alphabetic;
    });
  }
  return amounts;
}

function headerLeftOut(name: string, cells: readonly string[]): Diagnostic {
  const shown = quotedNames(cells.filter((cell) => cell.trim() !== ''));
  return info(
    'left-out',
    `${inputName(name)}: the first row names the columns (${shown}) and was left out of the alignment.`,
  );
}

/** Columns that are written out in a message. */
const MOST_NAMED = 8;

function columnsLeftOut(name: string, columns: readonly number[], { en, zh }: Columns): Diagnostic {
  const numbers = columns
    .map((column) => column + 1)
    .sort((a, b) => a - b)
    .slice(0, MOST_NAMED);
  const list = [...numbers, ...(columns.length > MOST_NAMED ? ['…'] : [])].join(', ');
  const kept =
    en === zh
      ? `the text is in column ${en + 1}`
      : [en >= 0 ? `English is column ${en + 1}` : '', zh >= 0 ? `Chinese column ${zh + 1}` : '']
          .filter(Boolean)
          .join(', ');
  return info(
    'left-out',
    `${inputName(name)}: ${kept}; ${columns.length === 1 ? 'column' : 'columns'} ${list} ${columns.length === 1 ? 'was' : 'were'} left out of the alignment.`,
  );
}
