import { escapeXml } from '../text.js';
import { FORBIDDEN, xmlText } from './xml-text.js';

/** A sheet of a workbook: its name on the tab, and its rows, the first of which may come again on each printed page. */
export interface Sheet {
  readonly name: string;
  readonly repeatsFirstRow: boolean;
  /** Where the cells of the header filter, such as `A1:G9`. Asked for when the sheet has been gone through. */
  readonly filter?: () => string;
  /** The part of the sheet, in pieces of XML. */
  readonly xml: Iterable<string>;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What a part that holds a sheet begins with; it is printed as wide as a page. */
export const SHEET_START = `${XML}<worksheet xmlns="${SPREADSHEET}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`;

/** Rows of a sheet and UTF-16 code units of a cell (Excel specifications and limits, Microsoft). */
export const MOST_ROWS = 1_048_576;
export const LONGEST_CELL = 32_767;

/** The parts of an Excel workbook (ECMA-376), in the order in which they are to be made. */
export function workbookParts(sheets: readonly Sheet[]): Record<string, Iterable<string>> {
  const paths = sheets.map((_, place) => `xl/worksheets/sheet${place + 1}.xml`);
  const styles = `rId${sheets.length + 1}`;
  return {
    '[Content_Types].xml': [
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
      `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>`,
      ...paths.map((path) => `<Override PartName="/${path}" ContentType="${TYPE}.worksheet+xml"/>`),
      '</Types>',
    ],
    '_rels/.rels': [
      `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    'xl/_rels/workbook.xml.rels': [
      `${XML}<Relationships xmlns="${PACKAGE}/relationships">`,
      ...paths.map(
        (path, place) =>
          `<Relationship Id="rId${place + 1}" Type="${OFFICE}/worksheet" Target="${path.slice('xl/'.length)}"/>`,
      ),
      `<Relationship Id="${styles}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ],
    'xl/styles.xml': STYLE_PART,
    ...Object.fromEntries(sheets.map(({ xml }, place) => [paths[place], xml])),
    // After the sheets, since it says how far they reach.
    'xl/workbook.xml': {
      *[Symbol.iterator]() {
        yield `${XML}<workbook xmlns="${SPREADSHEET}" xmlns:r="${OFFICE}"><sheets>`;
        yield* sheets.map(
          ({ name }, place) =>
            `<sheet name="${escapeXml(name)}" sheetId="${place + 1}" r:id="rId${place + 1}"/>`,
        );
        yield `</sheets>${definedNames(sheets)}</workbook>`;
      },
    },
  };
}

/** Names that programs know: where a sheet filters, and the row that each printed page begins with. */
function definedNames(sheets: readonly Sheet[]): string {
  const names = sheets.flatMap(({ name, repeatsFirstRow, filter }, place) => {
    const sheet = `'${escapeXml(name)}'`;
    const named = (title: string, attributes: string, area: string): string =>
      `<definedName name="_xlnm.${title}" localSheetId="${place}"${attributes}>${sheet}!${area}</definedName>`;
    return [
      ...(filter === undefined
        ? []
        : [named('_FilterDatabase', ' hidden="1"', filter().replace(/[A-Z]+|\d+/g, '$$$&'))]),
      ...(repeatsFirstRow ? [named('Print_Titles', '', '$1:$1')] : []),
    ];
  });
  return names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`;
}

/** Numbers of cell styles, in the order in which the part of styles has them. */
export const STYLES = {
  plain: 0,
  header: 1,
  text: 2,
  score: 3,
  doubtfulText: 4,
  doubtfulScore: 5,
  title: 6,
  /** Of a column, for the cells in it that are still empty. */
  column: 7,
  line: 8,
  doubtfulLine: 9,
};

/** The first number that is free for formats of a workbook's own. All digits show: saved as CSV, a cell is what it shows. */
const SCORE_FORMAT = 164;

const HEADER_FILL = 2;
const DOUBT_FILL = 3;

const STYLE_PART: readonly string[] = [
  `${XML}<styleSheet xmlns="${SPREADSHEET}"><numFmts count="1"><numFmt numFmtId="${SCORE_FORMAT}" formatCode="0.00##"/></numFmts>`,
  '<fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="14"/><name val="Calibri"/></font></fonts>',
  // The first two fills are those that every workbook has.
  '<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
  ...['FFD9E1F2', 'FFFFF2CC'].map(
    (colour) =>
      `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`,
  ),
  '</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>',
  ...['left', 'right', 'top', 'bottom'].map(
    (side) => `<${side} style="thin"><color rgb="FFBFBFBF"/></${side}>`,
  ),
  '<diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="10">',
  cellStyle({}),
  cellStyle({ font: 1, fill: HEADER_FILL, border: 1 }),
  cellStyle({ isText: true, border: 1 }),
  cellStyle({ numberFormat: SCORE_FORMAT, border: 1, isCentred: true }),
  cellStyle({ isText: true, fill: DOUBT_FILL, border: 1 }),
  cellStyle({ numberFormat: SCORE_FORMAT, fill: DOUBT_FILL, border: 1, isCentred: true }),
  cellStyle({ font: 2 }),
  cellStyle({ isText: true }),
  cellStyle({ border: 1 }),
  cellStyle({ fill: DOUBT_FILL, border: 1 }),
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
];

/** The prefix keeps a text what it is when it is edited. */
function cellStyle({
  font = 0,
  fill = 0,
  border = 0,
  numberFormat = 0,
  isText = false,
  isCentred = false,
}): string {
  const across = isCentred ? 'horizontal="center" ' : '';
  const prefix = isText ? ' quotePrefix="1"' : '';
  return `<xf numFmtId="${numberFormat}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"${prefix} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment ${across}vertical="top" wrapText="1"/></xf>`;
}

/** A column, in the order of the elements. */
export interface SheetColumnLook {
  /** In characters, about. */
  readonly width: number;
  readonly style: number;
  /** In a group at the end that is folded. */
  readonly isHidden?: boolean;
}

/** The columns of a sheet. A group is opened by the sign above the column behind it. */
export function columnsXml(columns: readonly SheetColumnLook[]): string {
  const cols = columns.map(({ width, style, isHidden }, place) => {
    const hidden = isHidden ? ' hidden="1" outlineLevel="1"' : '';
    return `<col min="${place + 1}" max="${place + 1}" width="${width}" style="${style}" customWidth="1"${hidden}/>`;
  });
  const behind = columns.length + 1;
  const sign = columns.some(({ isHidden }) => isHidden)
    ? `<col min="${behind}" max="${behind}" width="9" collapsed="1"/>`
    : '';
  return `<cols>${cols.join('')}${sign}</cols>`;
}

/** The first row stays where it is, above the others. */
export const FROZEN_FIRST_ROW =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';

/** The first row, in points: a line, with room for the arrows that filter. */
export const HEADING_HEIGHT = 18;

/** A4 across, as wide as the page, with its number at the foot of each. */
export const PRINTED_ACROSS =
  '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>' +
  '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
  '<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>';

/** @param height in points; a row that is edited finds its own anew */
export function rowOf(row: number, height: number, cells: readonly string[]): string {
  return `<row r="${row}" ht="${height}">${cells.join('')}</row>`;
}

export function textCell(row: number, place: number, text: string, style: number): string {
  const space = /^\s|\s$/.test(text) ? ' xml:space="preserve"' : '';
  return `<c r="${letterOf(place)}${row}" s="${style}" t="inlineStr"><is><t${space}>${cellText(text)}</t></is></c>`;
}

export function numberCell(row: number, place: number, value: number, style: number): string {
  return `<c r="${letterOf(place)}${row}" s="${style}"><v>${value}</v></c>`;
}

export function emptyCell(row: number, place: number, style: number): string {
  return `<c r="${letterOf(place)}${row}" s="${style}"/>`;
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

/** The name of one of the first 26 columns, counted from 0. */
export function letterOf(place: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + place);
}
