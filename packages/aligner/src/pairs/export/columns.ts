import { badOption, shown } from '../../common/arguments.js';
import { DuiqiError } from '../../common/errors.js';
import { PAIR_FIELDS, type PairRecord } from '../pair-record.js';

/** A field of a pair as the name of a column. */
export type PairColumn = keyof PairRecord;

/**
 * The columns of a table, by their names.
 *
 * @throws DuiqiError `bad-option` where there is none, one is no field of a pair, or one comes twice
 */
export function pairColumns(names: readonly string[]): readonly PairColumn[] {
  if (!Array.isArray(names)) throw badOption('columns', names, 'a list of fields');
  const columns = names.map((name) => PAIR_FIELDS.find((field) => field === name));
  const wrong = names.findIndex((name, place) => !columns[place] || names.indexOf(name) < place);
  if (names.length > 0 && wrong < 0) return columns as PairColumn[];
  const given = names.length === 0 ? 'nothing' : shown(names[wrong]);
  const message = `columns must be different ones of ${PAIR_FIELDS.join(', ')}, not ${given}.`;
  throw new DuiqiError('bad-option', message, { columns: names });
}

/**
 * A field as the text of a cell: nothing where it is not known, lists with commas between their items, `0-12,40-51` for
 * spans, `yes` for a pair that is confirmed.
 */
export function cellOf(record: PairRecord, column: PairColumn): string {
  const value = record[column] ?? '';
  if (value === true) return 'yes';
  if (typeof value !== 'object') return String(value);
  return value.map((item) => (typeof item === 'object' ? item.join('-') : String(item))).join(',');
}
