import { DuiqiError } from '../errors.js';
import { PAIR_FIELDS, type PairRecord } from '../pair-record.js';
import { LANGUAGE_NAMES, TEXT_NAME } from '../read/column-names.js';
import type { Fields } from './record-fields.js';

/** What the cells of a column hold: a field, a text in either language, or nothing that is read. */
export type ColumnContent = keyof PairRecord | 'text' | null;

/** Stands for a column that is not read. */
const PASSED_OVER = '-';

/**
 * What columns hold, as the caller names them: fields of a pair, languages as `English`, `source` and `target` where the
 * language is to be found, or `-`.
 *
 * @throws DuiqiError `bad-option` where they are not two texts, or a name is of no column
 */
export function namedColumns(names: readonly string[]): readonly ColumnContent[] {
  const columns = names.map(contentOf);
  const wrong = names.find((name, place) => columns[place] === null && name !== PASSED_OVER);
  const known = [...PAIR_FIELDS, PASSED_OVER].join(', ');
  if (wrong !== undefined) {
    const message = `columns must be among ${known}, not "${wrong}".`;
    throw new DuiqiError('bad-option', message, { columns: names });
  }
  if (haveTwoTexts(columns)) return columns;
  const message = `columns must name an English and a Chinese one, as in en,zh,score, not ${names.join()}.`;
  throw new DuiqiError('bad-option', message, { columns: names });
}

/** What columns hold by the cells of the first line, if those are their names; else null. */
export function columnsOfHeader(cells: readonly string[]): readonly ColumnContent[] | null {
  const columns = cells.map(contentOf);
  return haveTwoTexts(columns) ? columns : null;
}

function contentOf(name: string): ColumnContent {
  const plain = name.trim().toLowerCase();
  const field = PAIR_FIELDS.find((each) => each === plain);
  if (field !== undefined) return field;
  if (LANGUAGE_NAMES.en.test(plain)) return 'en';
  if (LANGUAGE_NAMES.zh.test(plain)) return 'zh';
  return TEXT_NAME.test(plain) ? 'text' : null;
}

function haveTwoTexts(columns: readonly ColumnContent[]): boolean {
  const count = (content: ColumnContent) => columns.filter((column) => column === content).length;
  const [en, zh, text] = [count('en'), count('zh'), count('text')];
  return (en === 1 && zh === 1) || (en + zh === 0 && text === 2);
}

/** What a cell says of a field: the reverse of `cellOf`. A value that may be wrong. */
export function valueOfCell(cell: string, field: keyof Fields): unknown {
  // Each pair has a document, though it may be without a name.
  if (cell === '') return field === 'doc' ? '' : null;
  switch (field) {
    case 'score':
      return Number(cell);
    case 'flags':
      return items(cell);
    case 'en_spans':
    case 'zh_spans':
      return items(cell).map((span) => span.split('-').map(Number));
    case 'file':
      return items(cell).map(Number);
    case 'confirmed':
      return cell === 'yes';
    default:
      return cell;
  }
}

function items(cell: string): string[] {
  return cell.split(',').map((item) => item.trim());
}
