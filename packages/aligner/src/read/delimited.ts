import Papa from 'papaparse';
import { warning } from '../diagnostic.js';
import type { Diagnostic } from '../types.js';
import { inputName, type Reading } from './reading.js';
import { readRows } from './table.js';
import { readAsText } from './text.js';

/** Reads comma-separated values (RFC 4180); where semicolons, tabs or bars part the cells, that is found out. */
export function readCommaSeparated(text: string, name: string): Reading {
  // Excel reads and writes the separator in a line before the first row.
  const declared = /^\ufeff?sep=(.)[\r\n]+/i.exec(text.slice(0, 20));
  return readDelimited(text, text.slice(declared?.[0].length ?? 0), name, declared?.[1] ?? '');
}

/** Reads tab-separated values. */
export function readTabSeparated(text: string, name: string): Reading {
  return readDelimited(text, text, name, '\t');
}

const SEPARATORS = [',', ';', '\t', '|'];

/** Marks in the midst of words, for each of which the parser notes an error. */
const MOST_STRAY_MARKS = 500_000;
/** As many as Excel has. */
const MOST_COLUMNS = 16_384;

function readDelimited(text: string, table: string, name: string, separator: string): Reading {
  if (hasTooManyStrayMarks(table)) {
    return readAsText(
      text,
      name,
      'is no table, since hundreds of thousands of its quotation marks do not enclose cells',
    );
  }
  const lines = table.replace(/\r\n?/g, '\n');
  const parse = (quote: string): Papa.ParseResult<string[]> =>
    Papa.parse<string[]>(lines, {
      delimiter: separator,
      delimitersToGuess: SEPARATORS,
      newline: '\n',
      quoteChar: quote,
      skipEmptyLines: true,
    });
  const quoted = parse('"');
  const wrong = quoted.errors.find(({ type }) => type === 'Quotes');
  // A mark that is meant as itself takes all up to the next one for one cell: then most rows are in pieces, or in none.
  const plain = wrong && parse('\0');
  const { data, meta } = plain && fullRows(plain.data) > fullRows(quoted.data) ? plain : quoted;
  if (data.some(({ length }) => length > MOST_COLUMNS)) {
    return readAsText(text, name, 'is no table, since it has rows of tens of thousands of cells');
  }
  if (!isTable(data, meta.delimiter)) {
    return readAsText(text, name, 'is no table, since its lines have different numbers of cells');
  }
  const reading = readRows(data, name);
  if (wrong === undefined) return reading;
  return { ...reading, diagnostics: [...reading.diagnostics, wrongQuotes(name, (wrong.row ?? 0) + 1)] };
}

function hasTooManyStrayMarks(table: string): boolean {
  const stray = /[^",;\t|\r\n]"(?=[^",;\t|\r\n])/g;
  let count = 0;
  while (count <= MOST_STRAY_MARKS && stray.test(table)) count++;
  return count > MOST_STRAY_MARKS;
}

function fullRows(rows: readonly (readonly string[])[]): number {
  return rows.filter(({ length }) => length > 1 && length === rows[0]!.length).length;
}

/** Share of the rows that must have two cells or more, and no more than the first one. */
const REGULAR = 0.8;

/** Lines of prose have commas anywhere, but no tabs; what has no separator at all is a table of one column. */
function isTable(rows: readonly (readonly string[])[], separator: string): boolean {
  if (separator === '\t' || rows.every(({ length }) => length === 1)) return true;
  const most = rows[0]?.length ?? 0;
  return rows.filter(({ length }) => length > 1 && length <= most).length >= REGULAR * rows.length;
}

function wrongQuotes(name: string, row: number): Diagnostic {
  return warning(
    'unpaired-quotes',
    `${inputName(name)} has quotation marks that do not enclose a cell, first in row ${row}: look whether its rows were read well, or double the marks within cells.`,
  );
}
