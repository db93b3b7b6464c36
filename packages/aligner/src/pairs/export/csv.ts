import { type Pairs, type RecordOptions, records } from './records.js';
import { guarded, SHEET_COLUMNS, sheetCells } from './sheet.js';

/**
 * Pairs as comma-separated values (RFC 4180) for review in a spreadsheet, below a line that names the columns: with a byte order
 * mark, without which Excel does not read it as UTF-8, and with an apostrophe before all that Excel would take for a formula, a
 * number or a date. A chunk is one row.
 *
 * @throws DuiqiError `bad-input` for arguments of another kind
 */
export function toCsv(pairs: Pairs, options: RecordOptions = {}): Iterable<string> {
  const kept = records(pairs, options);
  return {
    *[Symbol.iterator]() {
      yield `\uFEFF${row(SHEET_COLUMNS)}`;
      for (const record of kept) {
        const cells = sheetCells(record);
        yield row(
          SHEET_COLUMNS.map((column) => {
            const cell = cells[column];
            return typeof cell === 'number' ? String(cell) : guarded(cell);
          }),
        );
      }
    },
  };
}

function row(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

/** Also where another separator or a space at an end could be misread. */
function quoted(cell: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
