import { DuiqiError } from '../../common/errors.js';
import { LANGUAGE_NAMES, LONGEST_NAME, TEXT_NAME } from '../../document/read/column-names.js';
import { PAIR_FIELDS, type PairRecord } from '../pair-record.js';
import { FIELD_OF_TEXT } from './field-texts.js';
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

/** Names that reviewers give to columns besides ours and those of languages. */
const OTHER_NAMES: Partial<Readonly<Record<keyof PairRecord, RegExp>>> = {
  confirmed: /^(?:approved|reviewed|ok|(?:已)?(?:确认|確認|审核|審核))$/i,
  score: /^(?:得分|分[数數])$/,
  clause: /^[条條]款$/,
  note: /^(?:notes?|remarks?|comments?|[备備][注註]|说明|說明)$/i,
  doc: /^(?:document|文档|文件)$/i,
};

/** What the name of a column says that its cells hold; null where it says nothing. */
export function contentOf(name: string): ColumnContent {
  const plain = name.trim().toLowerCase();
  if (plain.length > LONGEST_NAME) return null;
  const field = PAIR_FIELDS.find((each) => each === plain);
  if (field !== undefined) return field;
  if (LANGUAGE_NAMES.en.test(plain)) return 'en';
  if (LANGUAGE_NAMES.zh.test(plain)) return 'zh';
  if (TEXT_NAME.test(plain)) return 'text';
  return PAIR_FIELDS.find((each) => OTHER_NAMES[each]?.test(plain)) ?? null;
}

function haveTwoTexts(columns: readonly ColumnContent[]): boolean {
  const count = (content: ColumnContent) => columns.filter((column) => column === content).length;
  const [en, zh, text] = [count('en'), count('zh'), count('text')];
  return (en === 1 && zh === 1) || (en + zh === 0 && text === 2);
}

/** What a cell says of a field: the reverse of `cellOf`. A value that may be wrong, the cell itself for one. */
export function valueOfCell(cell: string, field: keyof Fields): unknown {
  // Each pair has a document, though it may be without a name.
  if (cell === '') return field === 'doc' ? '' : null;
  switch (field) {
    case 'score':
    case 'confirmed':
      return FIELD_OF_TEXT[field](cell) ?? cell;
    case 'flags':
      return items(cell);
    case 'en_spans':
    case 'zh_spans':
      return items(cell).map((span) => span.split('-').map(Number));
    case 'file':
      return items(cell).map(Number);
    default:
      return cell;
  }
}

function items(cell: string): string[] {
  return cell.split(',').map((item) => item.trim());
}
