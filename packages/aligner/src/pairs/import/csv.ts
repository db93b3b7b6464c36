import { delimitedRows, wrongQuotes } from '../../document/read/delimited.js';
import type { PairRecord } from '../pair-record.js';
import type { ReadingContext } from './pair-source.js';
import { noColumns, SheetReader } from './sheet.js';

/**
 * Reads comma-separated values (RFC 4180), also with the semicolons or tabs that Excel parts cells with in some countries.
 *
 * @throws DuiqiError `bad-option` for columns that are none; `unreadable` where no columns of English and Chinese are found
 */
export function* readCsv(chunks: Iterable<string>, context: ReadingContext): Iterable<PairRecord> {
  const reader = new SheetReader(context);
  const rows = delimitedRows(chunks, {
    name: context.name,
    columns: context.columns?.length ?? null,
    onWrongQuotes: (row) => context.tell(wrongQuotes(context.name, row)),
  });
  for (const row of rows) {
    const pair = reader.pair(row);
    if (pair !== null) yield pair;
  }
  if (!reader.knowsColumns) throw noColumns(context.name);
  reader.tellWhatWasOdd();
}
