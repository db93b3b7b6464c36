import { checkOptionsAreOne } from '../../common/arguments.js';
import type { PairRecord } from '../pair-record.js';
import { oneLine, wellFormed } from '../text.js';
import { cellOf, type PairColumn, pairColumns } from './columns.js';
import { type Pairs, type RecordOptions, records } from './records.js';

/** How pairs are written as tab-separated values. */
export interface TsvOptions extends RecordOptions {
  /** Fields of `PairRecord` in the order of their columns; default en, zh, score, bead, clause, flags. */
  readonly columns?: readonly string[];
}

const STANDARD_COLUMNS = ['en', 'zh', 'score', 'bead', 'clause', 'flags'];

/**
 * Pairs as tab-separated values below a line that names the columns, without quoting: a quotation mark is one. Tabs and line
 * breaks of a text become spaces. Nothing is guarded against spreadsheets, which take a text such as `=1+1` for a formula: `toCsv`
 * and `toXlsx` are for these. A chunk is one line.
 *
 * @throws DuiqiError `bad-option`, at once
 */
export function toTsv(pairs: Pairs, options: TsvOptions = {}): Iterable<string> {
  checkOptionsAreOne(options);
  const columns = pairColumns(options.columns ?? STANDARD_COLUMNS);
  return rows(records(pairs, options), columns);
}

function* rows(pairs: Iterable<PairRecord>, columns: readonly PairColumn[]): Iterable<string> {
  yield row(columns);
  for (const record of pairs) yield row(columns.map((column) => cellOf(record, column)));
}

function row(cells: readonly string[]): string {
  return `${cells.map((cell) => oneLine(wellFormed(cell))).join('\t')}\n`;
}
