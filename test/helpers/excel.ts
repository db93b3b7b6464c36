import { strToU8, zipSync } from 'fflate';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Inner XML of the parts of an Excel workbook; each sheet is the inner XML of its `sheetData`. */
export interface ExcelParts {
  readonly sheets: readonly string[];
  readonly strings?: string;
  readonly styles?: string;
  readonly properties?: string;
  /** For each sheet whether it is hidden: `hidden`, `veryHidden` or ''. */
  readonly states?: readonly string[];
}

/** An Excel workbook of hand-written XML. The files of its sheets stand in another order than their tabs. */
export function excelFile({ sheets, strings, styles, properties = '', states = [] }: ExcelParts): Uint8Array {
  const fileOf = (at: number): string => `worksheets/sheet${sheets.length - at}.xml`;
  const files: Record<string, string> = {
    'xl/workbook.xml':
      `${XML}<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}">${properties}<sheets>` +
      `${sheets.map((_, at) => `<sheet name="S${at}" sheetId="${at + 1}"${states[at] ? ` state="${states[at]}"` : ''} r:id="r${at}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
      sheets
        .map((_, at) => `<Relationship Id="r${at}" Type="${OFFICE}/worksheet" Target="${fileOf(at)}"/>`)
        .join('') +
      '</Relationships>',
    ...(strings && { 'xl/sharedStrings.xml': `${XML}<sst xmlns="${SHEET}">${strings}</sst>` }),
    ...(styles && { 'xl/styles.xml': `${XML}<styleSheet xmlns="${SHEET}">${styles}</styleSheet>` }),
  };
  sheets.forEach((data, at) => {
    files[`xl/${fileOf(at)}`] =
      `${XML}<worksheet xmlns="${SHEET}"><sheetData>${data}</sheetData></worksheet>`;
  });
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}
