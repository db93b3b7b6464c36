import { DuiqiError } from '../../common/errors.js';
import type { PairRecord } from '../pair-record.js';
import { doubts, isDoubtful } from './doubts.js';
import { guideSheet } from './guide-sheet.js';
import { checkOneOf } from './option-checks.js';
import { type Pairs, type RecordOptions, records } from './records.js';
import { REVIEW_WORDS, type ReviewColumn, UI_LANGUAGES, type UiLanguage } from './review-words.js';
import { rowHeight } from './row-height.js';
import { guardedOnce, type SheetColumn, sheetCells } from './sheet.js';
import {
  columnsXml,
  emptyCell,
  FROZEN_FIRST_ROW,
  HEADING_HEIGHT,
  LONGEST_CELL,
  letterOf,
  MOST_ROWS,
  numberCell,
  PRINTED_ACROSS,
  rowOf,
  SHEET_START,
  STYLES,
  textCell,
  workbookParts,
} from './workbook.js';

/** How pairs are written as a workbook. */
export interface XlsxOptions extends RecordOptions {
  /** The language that the reviewer is spoken to in: `en`, the default, or Chinese in simplified or traditional characters. */
  readonly ui?: UiLanguage;
}

/**
 * Pairs as an Excel workbook (ECMA-376) for review: a first sheet that says how it works, and one whose first row stays and
 * filters, doubtful pairs filled in yellow with their reasons in words, texts wrapped and never formulas. Chunks are bytes, made
 * while they are gone through; equal pairs give equal bytes.
 *
 * @throws DuiqiError `bad-option`, at once; `bad-input`, while it is gone through, for more pairs than a sheet has rows or a text
 * longer than a cell: nothing is cut off
 */
export async function toXlsx(pairs: Pairs, options: XlsxOptions = {}): Promise<Iterable<Uint8Array>> {
  const kept = records(pairs, options);
  const { ui = 'en' } = options;
  checkOneOf('ui', ui, UI_LANGUAGES);
  const { zipInPieces } = await import('../../common/zip.js');
  return {
    [Symbol.iterator]: () =>
      zipInPieces(workbookParts([guideSheet(REVIEW_WORDS[ui]), pairSheet(kept, ui)]))[Symbol.iterator](),
  };
}

/** What a reviewer reads, in this order; what he decides and compares comes first. Widths are in characters, about. */
const REVIEWED: readonly (readonly [ReviewColumn, width: number])[] = [
  ['confirmed', 11],
  ['en', 58],
  ['zh', 44],
  ['reasons', 30],
  ['note', 26],
  ['score', 8],
  ['clause', 12],
];

/** What finds the pair again and what programs read, hidden behind that. */
const TECHNICAL: readonly (readonly [SheetColumn, width: number])[] = [
  ['flags', 18],
  ['clause_zh', 12],
  ['bead', 7],
  ['doc', 20],
  ['id', 19],
];

const COLUMNS = [...REVIEWED, ...TECHNICAL].map(([column]) => column);
const LAST_REVIEWED = letterOf(REVIEWED.length - 1);

function pairSheet(pairs: Iterable<PairRecord>, ui: UiLanguage) {
  const words = REVIEW_WORDS[ui];
  let rows = 1;
  const filter = (): string => `A1:${LAST_REVIEWED}${rows}`;
  const xml = {
    *[Symbol.iterator]() {
      rows = 1;
      yield SHEET_START;
      yield FROZEN_FIRST_ROW;
      yield '<sheetFormatPr defaultRowHeight="15" outlineLevelCol="1"/>';
      yield columnsXml([
        ...REVIEWED.map(([, width]) => ({ width, style: STYLES.column })),
        ...TECHNICAL.map(([, width]) => ({ width, style: STYLES.column, isHidden: true })),
      ]);
      yield '<sheetData>';
      const headings = [...REVIEWED.map(([name]) => words.columns[name]), ...TECHNICAL.map(([name]) => name)];
      yield rowOf(
        1,
        HEADING_HEIGHT,
        headings.map((heading, place) => textCell(1, place, heading, STYLES.header)),
      );
      for (const pair of pairs) {
        if (++rows > MOST_ROWS) throw tooManyPairs();
        yield pairRow(rows, pair, ui);
      }
      yield `</sheetData><autoFilter ref="${filter()}"/>`;
      yield `<dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="A2:A${MOST_ROWS}"><formula1>"${words.yes},${words.no}"</formula1></dataValidation></dataValidations>`;
      yield `${PRINTED_ACROSS}</worksheet>`;
    },
  };
  return { name: words.pairsSheet, repeatsFirstRow: true, filter, xml };
}

function pairRow(row: number, pair: PairRecord, ui: UiLanguage): string {
  const [text, score] = isDoubtful(pair)
    ? [STYLES.doubtfulText, STYLES.doubtfulScore]
    : [STYLES.text, STYLES.score];
  const values = { ...sheetCells(pair, ui), reasons: doubts(pair, ui).join(REVIEW_WORDS[ui].between) };
  const height = rowHeight(REVIEWED.map(([column, width]) => [String(values[column]), width]));
  const cells = COLUMNS.map((column, place) => {
    const value = values[column];
    if (typeof value === 'number') return numberCell(row, place, value, score);
    if (value === '') return emptyCell(row, place, text);
    const written = guardedOnce(value);
    if (written.length > LONGEST_CELL) throw tooLong(column, row, written.length);
    return textCell(row, place, written, text);
  });
  return rowOf(row, height, cells);
}

function tooManyPairs(): DuiqiError {
  return new DuiqiError(
    'bad-input',
    `There are more pairs than the ${(MOST_ROWS - 1).toLocaleString('en')} that an Excel sheet holds: write CSV, or the pairs of fewer documents.`,
    { problem: 'too-many-pairs', most: MOST_ROWS - 1 },
  );
}

function tooLong(column: string, row: number, length: number): DuiqiError {
  return new DuiqiError(
    'bad-input',
    `Pair ${row - 1} has ${length.toLocaleString('en')} characters in ${column}, and an Excel cell holds ${LONGEST_CELL.toLocaleString('en')}: write CSV or JSONL, which hold them all.`,
    { problem: 'too-long-for-cell', column, pair: row - 1, length },
  );
}
