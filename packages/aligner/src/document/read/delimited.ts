import Papa from 'papaparse';
import { warning } from '../../common/diagnostic.js';
import type { Steps } from '../../common/steps.js';
import type { Diagnostic } from '../../types.js';
import { readAsText } from './read-as-text.js';
import { inputName, type Reading } from './reading.js';
import { refuseTooLongText } from './size.js';
import { readSheets } from './table.js';

/** Reads comma-separated values (RFC 4180); where semicolons, tabs or bars part the cells, that is found out. */
export function* readCommaSeparated(text: string, name: string): Steps<Reading> {
  const declared = DECLARED_SEPARATOR.exec(text.slice(0, 20));
  return yield* readDelimited(text, text.slice(declared?.[0].length ?? 0), name, declared?.[1] ?? '');
}

/** Reads tab-separated values. */
export function* readTabSeparated(text: string, name: string): Steps<Reading> {
  return yield* readDelimited(text, text, name, '\t');
}

const SEPARATORS = [',', ';', '\t', '|'];

/** Marks in the midst of words, for each of which the parser notes an error. */
const MOST_STRAY_MARKS = 500_000;
/** As many as Excel has. */
const MOST_COLUMNS = 16_384;

function* readDelimited(text: string, table: string, name: string, separator: string): Steps<Reading> {
  if (hasTooManyStrayMarks(table)) {
    return readAsText(
      text,
      name,
      'is not a table, because hundreds of thousands of its quotation marks do not enclose cells',
      'quotes',
    );
  }
  yield;
  const lines = table.replace(/\r\n?/g, '\n').replace(/^\ufeff/, '');
  const delimiter = separator === '' ? guessedSeparator(lines) : separator;
  const quoted = yield* parseInSteps(lines, delimiter, '"');
  const { wrong } = quoted;
  // A mark that is meant as itself takes all up to the next one for one cell: then most rows are in pieces, or in none.
  const plain = wrong === null ? null : yield* parseInSteps(lines, delimiter, '\0');
  const data = plain && fullRows(plain.rows) > fullRows(quoted.rows) ? plain.rows : quoted.rows;
  if (data.some(({ length }) => length > MOST_COLUMNS)) {
    return readAsText(
      text,
      name,
      'is not a table, because it has rows of tens of thousands of cells',
      'cells',
    );
  }
  if (!isTable(data, delimiter)) {
    return readAsText(
      text,
      name,
      'is not a table, because its lines have different numbers of cells',
      'uneven-rows',
    );
  }
  const reading = yield* readSheets([data], name);
  if (wrong === null) return reading;
  return { ...reading, diagnostics: [...reading.diagnostics, wrongQuotes(name, wrong + 1)] };
}

/** The separator of a table, by its first rows. */
function guessedSeparator(lines: string): string {
  const options = { delimitersToGuess: SEPARATORS, newline: '\n', preview: 1, skipEmptyLines: true } as const;
  return Papa.parse<string[]>(lines.slice(0, LOOKED_AT), options).meta.delimiter;
}

/** Characters by which the separator is guessed. */
const LOOKED_AT = 2 ** 20;

interface ParsedRows {
  readonly rows: readonly (readonly string[])[];
  /** The place of the first row, blank ones counted, that has quotation marks that do not enclose a cell. */
  readonly wrong: number | null;
}

/** The rows of a table, without blank ones. A piece is parsed at a time, up to the last row that ends in it. */
function* parseInSteps(lines: string, delimiter: string, quoteChar: string): Steps<ParsedRows> {
  const parser = new Papa.Parser({ delimiter, newline: '\n', quoteChar });
  const rows: string[][] = [];
  let [count, wrong]: [number, number | null] = [0, null];
  for (let start = 0, length = FIRST_PIECE; start < lines.length; ) {
    yield;
    const isLast = start + length >= lines.length;
    const parsed: Papa.ParseResult<string[]> = parser.parse(lines.slice(start, start + length), 0, !isLast);
    wrong ??= wrongRow(parsed, count);
    count += parsed.data.length;
    for (const row of parsed.data) if (row.length > 1 || row[0] !== '') rows.push(row);
    if (isLast) break;
    start += parsed.meta.cursor;
    // A row that does not end is looked at again when it has doubled.
    length = parsed.data.length > 0 ? FIRST_PIECE : 2 * length;
  }
  return { rows, wrong };
}

/** The first row with wrong quotation marks, `before` rows before it counted; an error in a row that is not whole yet comes again. */
function wrongRow({ errors, data }: Papa.ParseResult<string[]>, before: number): number | null {
  const wrong = errors.find(({ row, type }) => type === 'Quotes' && (row ?? 0) < data.length);
  return wrong === undefined ? null : before + (wrong.row ?? 0);
}

/** How the rows of a text that comes in chunks are parted. */
export interface RowOptions {
  /** Of the file, for messages. */
  readonly name: string;
  /** How many cells a row has, where that is known. */
  readonly columns: number | null;
  /** Told the number of the first row that has quotation marks that do not enclose a cell. */
  readonly onWrongQuotes: (row: number) => void;
}

/**
 * The rows of a text of comma-separated values that comes in chunks, exactly as they are, with no more in memory than a few
 * of them. The separator is declared in a line `sep=;`, or the one that parts the first row into most cells.
 *
 * @throws DuiqiError `unreadable` for a row that is too long to be one
 */
export function* delimitedRows(
  chunks: Iterable<string>,
  { name, columns, onWrongQuotes }: RowOptions,
): Iterable<readonly string[]> {
  let parser: Papa.Parser | null = null;
  let rest = '';
  let wanted = FIRST_PIECE;
  let count = 0;
  let isTold = false;
  const take = (parsed: Papa.ParseResult<string[]>): readonly string[][] => {
    const wrong = wrongRow(parsed, count);
    if (wrong !== null && !isTold) onWrongQuotes(wrong + 1);
    isTold ||= wrong !== null;
    count += parsed.data.length;
    return parsed.data;
  };
  const begin = (): Papa.Parser => {
    const declared = DECLARED_SEPARATOR.exec(rest.slice(0, 20));
    rest = rest.slice(declared?.[0].length ?? 0);
    const newline = /\r\n?|\n/.exec(rest)?.[0] ?? '\n';
    const parserFor = (delimiter: string) =>
      new Papa.Parser({ delimiter, newline: newline as '\n', quoteChar: '"' });
    return parserFor(declared?.[1] ?? likeliestSeparator(rest, columns, parserFor));
  };
  for (const chunk of chunks) {
    rest += chunk;
    if (rest.length < wanted) continue;
    parser ??= begin();
    const parsed: Papa.ParseResult<string[]> = parser.parse(rest, 0, true);
    rest = rest.slice(parsed.meta.cursor);
    refuseTooLongText(rest.length, name, ` in row ${count + parsed.data.length + 1}`);
    // A row that does not end is looked at again when it has doubled, not with every chunk.
    wanted = Math.max(FIRST_PIECE, 2 * rest.length);
    yield* take(parsed);
  }
  parser ??= begin();
  if (rest !== '') yield* take(parser.parse(rest, 0, false));
}

/** Characters to look at first. */
const FIRST_PIECE = 2 ** 16;
/** Excel reads and writes the separator in a line before the first row. */
const DECLARED_SEPARATOR = /^\ufeff?sep=(.)[\r\n]+/i;

function likeliestSeparator(
  text: string,
  columns: number | null,
  parserFor: (separator: string) => Papa.Parser,
): string {
  const cells = (separator: string): number => {
    const parsed: Papa.ParseResult<string[]> = parserFor(separator).parse(text, 0, false);
    const { length } = parsed.data[0] ?? [];
    return length === columns ? MOST_COLUMNS : length;
  };
  return SEPARATORS.reduce((best, each) => (cells(each) > cells(best) ? each : best));
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

/** Titles that may stand above a table, without a separator. */
const MOST_TITLES = 5;

/** Lines of prose have commas anywhere, but no tabs; what has no separator at all is a table of one column. */
function isTable(rows: readonly (readonly string[])[], separator: string): boolean {
  if (separator === '\t' || rows.every(({ length }) => length === 1)) return true;
  const titles = rows.findIndex(({ length }) => length > 1);
  const below = titles <= MOST_TITLES ? rows.slice(titles) : rows;
  const most = below[0]?.length ?? 0;
  return below.filter(({ length }) => length > 1 && length <= most).length >= REGULAR * below.length;
}

/** What is said of a row with marks that do not enclose a cell. */
export function wrongQuotes(name: string, row: number): Diagnostic {
  return warning(
    'unpaired-quotes',
    `${inputName(name)} has quotation marks that do not enclose a cell, the first of them in row ${row}: check that its rows were read correctly, or double the quotation marks within cells.`,
    { values: { name, row } },
  );
}
