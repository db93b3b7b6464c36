import { info, warning } from '../../common/diagnostic.js';
import { DuiqiError } from '../../common/errors.js';
import { counted } from '../../common/listed.js';
import { kindOfName } from '../../document/read/column-names.js';
import { inputName } from '../../document/read/reading.js';
import type { Diagnostic, Language } from '../../types.js';
import { type GlossaryTerm, isTerm } from './glossary.js';

/** A row of a table and its number in the file, from 1 on. */
export interface NumberedRow {
  readonly cells: readonly string[];
  readonly row: number;
}

type Columns = Readonly<Record<Language, number>>;

/** Rows above the one that names the columns: titles and notes. */
const MOST_TITLES = 5;
/** Rows by whose script unnamed columns are told. */
const LOOKED_AT = 200;

/**
 * The terms of a table whose columns are found: by their names, or by the script of most of their cells. A cell may hold several
 * terms with semicolons between them. Rows without one of the two are passed over; those that hold no term in both languages too,
 * and are counted.
 *
 * @param name of the file that the table is in, for messages
 * @returns null where no column of English and none of Chinese is found
 */
export function termsOfTable(
  rows: readonly NumberedRow[],
  name: string,
  tell: (diagnostic: Diagnostic) => void,
): GlossaryTerm[] | null {
  const named = rows.slice(0, MOST_TITLES + 1).findIndex(({ cells }) => namedColumns(cells) !== null);
  const columns = named < 0 ? columnsByScript(rows.slice(0, LOOKED_AT)) : namedColumns(rows[named]!.cells);
  if (columns === null) return null;
  // A first row may name one of the two by its language, and the other one as terms.
  const header = named < 0 && rows[0] !== undefined && namesOne(rows[0].cells, columns) ? 0 : named;
  const terms: GlossaryTerm[] = [];
  const wrong: number[] = [];
  for (const { cells, row } of rows.slice(header + 1)) {
    const [en, zh] = [cells[columns.en] ?? '', cells[columns.zh] ?? ''].map((cell) => cell.trim());
    // Not translated yet, or not at all.
    if (en === '' || zh === '' || en === zh) continue;
    const pairs = severalOf(en).flatMap((each) => severalOf(zh).map((other) => ({ en: each, zh: other })));
    const found = pairs.filter((pair) => isTerm(pair.en, pair.zh));
    if (found.length === 0) wrong.push(row);
    for (const term of found) terms.push(term);
  }
  if (wrong.length > 0) tell(passedOver(name, wrong));
  return terms;
}

/** A cell's terms: synonyms stand in one cell in many glossaries. */
function severalOf(cell: string): string[] {
  return cell
    .split(/[;；|\n]/)
    .map((term) => term.trim())
    .filter((term) => term !== '');
}

function namedColumns(cells: readonly string[]): Columns | null {
  const kinds = cells.map((cell) => kindOfName(cell.trim()));
  const [en, zh] = [kinds.indexOf('en'), kinds.indexOf('zh')];
  return en < 0 || zh < 0 ? null : { en, zh };
}

function namesOne(cells: readonly string[], { en, zh }: Columns): boolean {
  return kindOfName(cells[en]?.trim() ?? '') === 'en' || kindOfName(cells[zh]?.trim() ?? '') === 'zh';
}

/** The columns most of whose cells are in Chinese characters, and in Latin letters; the first of several. */
function columnsByScript(rows: readonly NumberedRow[]): Columns | null {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const [en, zh] = [LATIN, HAN].map((script) => {
    let [best, most] = [-1, 0];
    for (let column = 0; column < width; column++) {
      const count = rows.filter(({ cells }) => script.test(cells[column] ?? '')).length;
      if (count > most) [best, most] = [column, count];
    }
    // A remark here and there makes no column.
    return most * 2 > rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')).length ? best : -1;
  });
  return en! < 0 || zh! < 0 ? null : { en: en!, zh: zh! };
}

const HAN = /\p{Script=Han}/u;
/** Latin letters and no Chinese ones, and words rather than a number or a code of one letter. */
const LATIN = /^(?!.*\p{Script=Han}).*\p{Script=Latin}{2}/u;

/** Numbers of rows that a message names. */
const MOST_NAMED = 5;

function passedOver(name: string, rows: readonly number[]): Diagnostic {
  const named = `${rows.slice(0, MOST_NAMED).join(', ')}${rows.length > MOST_NAMED ? ', …' : ''}`;
  return warning(
    'glossary-rows',
    `${inputName(name)} has ${counted(rows.length, 'row')} (${named}) with no English term and its Chinese one; what they hold was passed over.`,
    { values: { name, count: rows.length, rows: named } },
  );
}

/** Says how many sheets of a workbook hold no terms. */
export function withoutTerms(name: string, count: number, all: number): Diagnostic {
  return info(
    'left-out',
    `${inputName(name)} has ${counted(count, 'sheet')} of ${all} without a column of English and one of Chinese terms; what they hold was passed over.`,
    { values: { kind: 'sheets', name, count, all } },
  );
}

/** The error for a glossary in which the two languages are not found. */
export function noTerms(name: string): DuiqiError {
  return new DuiqiError(
    'bad-input',
    `${name === '' ? 'The glossary' : JSON.stringify(name)} has no columns that are known to be English and Chinese: name them "en" and "zh" in the first row.`,
    { name, problem: 'no-columns' },
  );
}
