import { info } from '../../common/diagnostic.js';
import { listed, listedUpTo } from '../../common/listed.js';
import type { Diagnostic, Language } from '../../types.js';
import { lineSpans } from '../writing/lines.js';
import { countScripts, languageByScript } from '../writing/script.js';
import { areColumnNames, LANGUAGE_NAMES, LONGEST_NAME, quotedNames, TEXT_NAME } from './column-names.js';
import { ExtractedText } from './extracted-text.js';
import { inputName, type Reading } from './reading.js';

/** The rows of a sheet, each with its cells. */
type Rows = readonly (readonly string[])[];

/** Which columns of a sheet hold the two languages, counted from 0; the same one where both stand in it. */
interface Columns extends Readonly<Record<Language, number>> {
  /** The row that names the columns, counted from 0; -1 where there is none. */
  readonly header: number;
}

/** Reads the rows of one sheet; see `readSheets`. */
export function readRows(rows: Rows, name: string): Reading {
  return readSheets([rows], name);
}

/**
 * Reads the sheets of a workbook: the cells of one row that hold English and Chinese say the same. Their columns are found
 * by the names in the first row or by what is in them; all others, such as numbers and remarks, are left out.
 */
export function readSheets(sheets: readonly Rows[], name: string): Reading {
  const extracted = new ExtractedText();
  const columnsOf = columnsOfSheets(sheets);
  const headers: (readonly string[])[] = [];
  const leftOut: { readonly sheet: number; readonly what: string }[] = [];
  sheets.forEach((rows, sheet) => {
    const columns = columnsOf[sheet]!;
    const isText = (column: number): boolean => column === columns.en || column === columns.zh;
    const others = new Set<number>();
    rows.forEach((cells, row) => {
      const isHeader = isHeaderRow(rows, row, columns.header);
      if (isHeader) headers.push(cells);
      cells.forEach((cell, column) => {
        if (cell.trim() === '') return;
        const lines = lineSpans(cell).map(({ start, end }) => cell.slice(start, end));
        if (!isText(column)) others.add(column);
        if (isHeader || !isText(column)) extracted.leaveOut(lines);
        else if (columns.en === columns.zh) extracted.add('paragraph', lines);
        else {
          const position = { axis: 'row', table: sheet, column, start: row, end: row + 1 } as const;
          extracted.add('paragraph', lines, { position });
        }
      });
    });
    if (others.size > 0) leftOut.push({ sheet, what: columnsLeftOut([...others], columns) });
  });
  const filled = sheets.filter((rows) => rows.length > 0).length;
  return extracted.reading([...headersLeftOut(name, headers, filled), ...columnNotes(name, leftOut, filled)]);
}

/** A header that comes again further down, as where sheets were put together, is one there too. */
function isHeaderRow(rows: Rows, row: number, header: number): boolean {
  if (header < 0 || row < header) return false;
  const named = filledCells(rows[header]!);
  const cells = filledCells(rows[row]!);
  return cells.length === named.length && cells.every((cell, at) => cell === named[at]);
}

/** The columns of each sheet: its own where it has both languages in two of them, or else those of all sheets together. */
function columnsOfSheets(sheets: readonly Rows[]): readonly Columns[] {
  if (sheets.length === 1) return [columnsOf(sheets[0]!, false)];
  const filled = sheets.filter((rows) => rows.length > 0);
  const firstIsNamed = filled.length > 0 && headerOf(filled[0]!, false) === 0;
  // One that names no columns may begin with a text that is a name by chance.
  const own = sheets.map((rows) => columnsOf(rows, !firstIsNamed && rows !== filled[0]));
  const all = columnsOf(sheets.flat(), false);
  return own.map((columns) =>
    columns.en >= 0 && columns.zh >= 0 && columns.en !== columns.zh
      ? columns
      : { ...all, header: columns.header },
  );
}

/** How much of each language a column holds, in letters and in Han characters. */
type Amounts = Record<Language, number>;

/** Rows above a header that hold a title. */
const MOST_TITLES = 3;

/**
 * The row that names the columns: the first one if any of its cells does so, or one that does nothing else, under titles.
 *
 * @param strictly the first one, too, must do nothing else
 */
function headerOf(rows: Rows, strictly: boolean): number {
  const isName = (cell: string): boolean =>
    cell.length <= LONGEST_NAME &&
    [LANGUAGE_NAMES.en, LANGUAGE_NAMES.zh, TEXT_NAME].some((pattern) => pattern.test(cell));
  if (!strictly && filledCells(rows[0] ?? []).some(isName)) return 0;
  const first = rows.slice(0, MOST_TITLES + 1).findIndex((cells) => filledCells(cells).length > 1);
  return first >= 0 && areColumnNames(filledCells(rows[first]!)) ? first : -1;
}

function filledCells(cells: readonly string[]): string[] {
  return cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
}

function columnsOf(rows: Rows, strictly: boolean): Columns {
  const header = headerOf(rows, strictly);
  const names = (rows[header] ?? []).map((cell) => cell.trim());
  const named = (pattern: RegExp): number[] =>
    names.flatMap((cell, column) => (cell.length <= LONGEST_NAME && pattern.test(cell) ? [column] : []));
  const [english, chinese, either] = [LANGUAGE_NAMES.en, LANGUAGE_NAMES.zh, TEXT_NAME].map(named);
  const amounts = amountsOf(rows.slice(header + 1));
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

function headersLeftOut(name: string, headers: readonly (readonly string[])[], sheets: number): Diagnostic[] {
  if (headers.length === 0) return [];
  const shown = quotedNames(filledCells(headers[0]!));
  const what =
    headers.length === 1
      ? `the first row names the columns (${shown}) and was`
      : `${headers.length} rows name the columns${sheets > 1 ? ' of their sheets' : ''} (${shown}) and were`;
  return [info('left-out', `${inputName(name)}: ${what} left out of the alignment.`)];
}

/** What is said of the columns of sheets, once for all sheets of which it is true. */
function columnNotes(
  name: string,
  leftOut: readonly { readonly sheet: number; readonly what: string }[],
  sheets: number,
): Diagnostic[] {
  const bySentence = new Map<string, number[]>();
  for (const { sheet, what } of leftOut) bySentence.set(what, [...(bySentence.get(what) ?? []), sheet + 1]);
  return [...bySentence].map(([what, numbers]) => {
    const where =
      numbers.length === sheets ? '' : `, ${numbers.length === 1 ? 'sheet' : 'sheets'} ${shortened(numbers)}`;
    return info('left-out', `${inputName(name)}${where}: ${what} left out of the alignment.`);
  });
}

/** Columns and sheets that are written out in a message. */
const MOST_NAMED = 8;

function shortened(numbers: readonly number[]): string {
  return listedUpTo(
    MOST_NAMED,
    [...numbers].sort((a, b) => a - b),
  );
}

function columnsLeftOut(columns: readonly number[], { en, zh }: Columns): string {
  const kept =
    en === zh
      ? `the text is in column ${en + 1}`
      : listed([
          ...(en >= 0 ? [`English is in column ${en + 1}`] : []),
          ...(zh >= 0 ? [`Chinese is in column ${zh + 1}`] : []),
        ]);
  const list = shortened(columns.map((column) => column + 1));
  return `${kept}; ${columns.length === 1 ? `column ${list} was` : `columns ${list} were`}`;
}
