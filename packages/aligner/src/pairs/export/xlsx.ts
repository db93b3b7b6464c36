import { DuiqiError } from '../../common/errors.js';
import type { PairRecord } from '../pair-record.js';
import { doubts } from './doubts.js';
import { type Pairs, type RecordOptions, records } from './records.js';
import { guardedOnce, SHEET_COLUMNS, type SheetColumn, sheetCells } from './sheet.js';
import { FORBIDDEN, xmlText } from './xml-text.js';

/** Rows of a sheet and UTF-16 code units of a cell (Excel specifications and limits, Microsoft). */
const MOST_ROWS = 1_048_576;
const LONGEST_CELL = 32_767;

/**
 * Pairs as an Excel workbook (ECMA-376) for review: one sheet whose first row stays and filters, doubtful pairs filled in yellow,
 * texts wrapped and never formulas. Chunks are bytes, made while they are gone through; equal pairs give equal bytes.
 *
 * @throws DuiqiError `bad-option`, at once; `bad-input`, while it is gone through, for more pairs than a sheet has rows or a text
 * longer than a cell: nothing is cut off
 */
export async function toXlsx(pairs: Pairs, options: RecordOptions = {}): Promise<Iterable<Uint8Array>> {
  const kept = records(pairs, options);
  const { zipInPieces } = await import('../../common/zip.js');
  return { [Symbol.iterator]: () => zipInPieces({ ...PARTS, [SHEET_PATH]: sheet(kept) })[Symbol.iterator]() };
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const SHEET_PATH = 'xl/worksheets/sheet1.xml';

/** Numbers of cell styles, in the order in which the part of styles has them. */
const STYLES = { plain: 0, header: 1, text: 2, score: 3, doubtfulText: 4, doubtfulScore: 5 };

/** The first number that is free for formats of a workbook's own. All digits show: saved as CSV, a cell is what it shows. */
const SCORE_FORMAT = 164;

const PARTS: Readonly<Record<string, readonly string[]>> = {
  '[Content_Types].xml': [
    `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>`,
    `<Override PartName="/${SHEET_PATH}" ContentType="${TYPE}.worksheet+xml"/></Types>`,
  ],
  '_rels/.rels': [
    `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  'xl/workbook.xml': [
    `${XML}<workbook xmlns="${SPREADSHEET}" xmlns:r="${OFFICE}"><sheets><sheet name="pairs" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ],
  'xl/_rels/workbook.xml.rels': [
    `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>`,
    `<Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  ],
  'xl/styles.xml': [
    `${XML}<styleSheet xmlns="${SPREADSHEET}"><numFmts count="1"><numFmt numFmtId="${SCORE_FORMAT}" formatCode="0.00##"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>`,
    // The first two fills are those that every workbook has.
    '<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
    ...['FFD9E1F2', 'FFFFF2CC'].map(
      (colour) =>
        `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`,
    ),
    '</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6">',
    cellStyle({}),
    cellStyle({ font: 1, fill: 2 }),
    cellStyle({ isText: true }),
    cellStyle({ numberFormat: SCORE_FORMAT }),
    cellStyle({ isText: true, fill: 3 }),
    cellStyle({ numberFormat: SCORE_FORMAT, fill: 3 }),
    '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ],
};

/** The prefix keeps a text what it is when it is edited. */
function cellStyle({ font = 0, fill = 0, numberFormat = 0, isText = false }): string {
  const prefix = isText ? ' quotePrefix="1"' : '';
  return `<xf numFmtId="${numberFormat}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0"${prefix} applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`;
}

/** In characters, about. */
const WIDTHS: Readonly<Record<SheetColumn, number>> = {
  confirmed: 11,
  en: 60,
  zh: 45,
  score: 8,
  flags: 18,
  note: 30,
  clause: 12,
  clause_zh: 12,
  bead: 7,
  doc: 20,
  id: 19,
};

function* sheet(pairs: Iterable<PairRecord>): Iterable<string> {
  const last = letterOf(SHEET_COLUMNS.length - 1);
  yield `${XML}<worksheet xmlns="${SPREADSHEET}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>`;
  // The style of a column is that of the cells in it that are still empty.
  yield* SHEET_COLUMNS.map(
    (column, place) =>
      `<col min="${place + 1}" max="${place + 1}" width="${WIDTHS[column]}" style="${STYLES.text}" customWidth="1"/>`,
  );
  yield '</cols><sheetData>';
  yield rowOf(
    1,
    SHEET_COLUMNS.map((column, place) => textCell(1, place, column, STYLES.header)),
  );
  let row = 1;
  for (const pair of pairs) {
    if (++row > MOST_ROWS) throw tooManyPairs();
    yield pairRow(row, pair);
  }
  yield `</sheetData><autoFilter ref="A1:${last}${row}"/>`;
  yield `<dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="A2:A${MOST_ROWS}"><formula1>"yes"</formula1></dataValidation></dataValidations></worksheet>`;
}

function pairRow(row: number, pair: PairRecord): string {
  const isDoubtful = doubts(pair).length > 0;
  const [text, score] = isDoubtful
    ? [STYLES.doubtfulText, STYLES.doubtfulScore]
    : [STYLES.text, STYLES.score];
  const values = sheetCells(pair);
  const cells = SHEET_COLUMNS.map((column, place) => {
    const value = values[column];
    const reference = `${letterOf(place)}${row}`;
    if (typeof value === 'number') return `<c r="${reference}" s="${score}"><v>${value}</v></c>`;
    if (value === '') return isDoubtful ? `<c r="${reference}" s="${text}"/>` : '';
    const written = guardedOnce(value);
    if (written.length > LONGEST_CELL) throw tooLong(column, row, written.length);
    return textCell(row, place, written, text);
  });
  return rowOf(row, cells);
}

function rowOf(row: number, cells: readonly string[]): string {
  return `<row r="${row}">${cells.join('')}</row>`;
}

function textCell(row: number, place: number, text: string, style: number): string {
  const space = /^\s|\s$/.test(text) ? ' xml:space="preserve"' : '';
  return `<c r="${letterOf(place)}${row}" s="${style}" t="inlineStr"><is><t${space}>${cellText(text)}</t></is></c>`;
}

/** What XML cannot hold, or line ends that its parsers change, Excel writes as `_x000D_`; and what looks like it, too. */
function cellText(text: string): string {
  return xmlText(
    text
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      .replace(FORBIDDEN, escapedCharacter)
      .replaceAll('\r', escapedCharacter),
  );
}

function escapedCharacter(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

function letterOf(place: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + place);
}

function tooManyPairs(): DuiqiError {
  return new DuiqiError(
    'bad-input',
    `There are more pairs than the ${(MOST_ROWS - 1).toLocaleString('en')} that an Excel sheet holds: write CSV, or the pairs of fewer documents.`,
    { most: MOST_ROWS - 1 },
  );
}

function tooLong(column: SheetColumn, row: number, length: number): DuiqiError {
  return new DuiqiError(
    'bad-input',
    `Pair ${row - 1} has ${length.toLocaleString('en')} characters in ${column}, and an Excel cell holds ${LONGEST_CELL.toLocaleString('en')}: write CSV or JSONL, which hold them all.`,
    { column, pair: row - 1, length },
  );
}
