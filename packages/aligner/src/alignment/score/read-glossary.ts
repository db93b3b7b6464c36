import { badOption, checkOptionsAreOne, checkText, checkTextOrBytes } from '../../common/arguments.js';
import { decode } from '../../document/read/decode.js';
import type { TextInput } from '../../options.js';
import type { Diagnostic } from '../../types.js';
import type { GlossaryTerm } from './glossary.js';
import { parseGlossary } from './glossary-file.js';

/** What `readGlossary` is told of a file. */
export interface GlossaryOptions {
  /** Of the file, for messages; its ending may say what it is. */
  readonly name?: string;
  /** Told what of the file was passed over. */
  readonly onDiagnostic?: (diagnostic: Diagnostic) => void;
}

/**
 * Reads a glossary of whatever origin: a termbase (TBX), an Excel workbook, or a table as text, whose columns are found by their
 * names or their script. A table of two columns with a tab between is read by `parseGlossary`, to the line.
 *
 * @throws DuiqiError `bad-input` where no terms in both languages can be in it; `unreadable`, `undecodable`
 */
export async function readGlossary(input: TextInput, options: GlossaryOptions = {}): Promise<GlossaryTerm[]> {
  checkTextOrBytes('glossary', input);
  checkOptionsAreOne(options);
  const { name = '', onDiagnostic: tell = () => {} } = options;
  checkText('name', name);
  if (typeof tell !== 'function') throw badOption('onDiagnostic', tell, 'a function');
  if (typeof input !== 'string' && isZip(input)) return workbookTerms(input, name, tell);
  const text = (typeof input === 'string' ? input : decode(input, name).text).replace(/^\uFEFF/, '');
  const { isTbx, termsOfTbx } = await import('./glossary-tbx.js');
  if (isTbx(text)) return termsOfTbx(text, name);
  // A line may be a note, and a term may hold a comma: what has tabs is parted by them.
  if (text.includes('\t') && !(await hasNamedColumns(text))) return parseGlossary(text, name);
  const isEmpty = text.split(/[\r\n]+/).every((line) => line.trim() === '' || line.startsWith('#'));
  return isEmpty ? [] : textTerms(text, name, tell);
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** Whether a row near the top names columns of both languages that are not the first two. */
async function hasNamedColumns(text: string): Promise<boolean> {
  const { rowOfNames } = await import('../../document/read/column-names.js');
  const rows = text
    .slice(0, 10_000)
    .split(/\r\n|\r|\n/)
    .map((line) => line.split('\t'));
  const names = rows[rowOfNames(rows)];
  return names !== undefined && names.length > 2;
}

async function textTerms(
  text: string,
  name: string,
  tell: (diagnostic: Diagnostic) => void,
): Promise<GlossaryTerm[]> {
  const { delimitedRows, wrongQuotes } = await import('../../document/read/delimited.js');
  const { noTerms, termsOfTable } = await import('./glossary-table.js');
  const options = { name, columns: null, onWrongQuotes: (row: number) => tell(wrongQuotes(name, row)) };
  const rows = [...delimitedRows([text], options)].map((cells, index) => ({ cells, row: index + 1 }));
  const terms = termsOfTable(
    rows.filter(({ cells }) => !cells[0]?.startsWith('#')),
    name,
    tell,
  );
  if (terms === null) throw noTerms(name);
  return terms;
}

async function workbookTerms(
  bytes: Uint8Array,
  name: string,
  tell: (diagnostic: Diagnostic) => void,
): Promise<GlossaryTerm[]> {
  const { openSheets } = await import('../../document/read/excel/excel.js');
  const { noTerms, termsOfTable, withoutTerms } = await import('./glossary-table.js');
  const sheets = openSheets(bytes, name).map((sheet) =>
    termsOfTable(
      [...sheet].map((cells, index) => ({ cells, row: index + 1 })),
      name,
      tell,
    ),
  );
  const found = sheets.flatMap((terms) => (terms === null ? [] : [terms]));
  if (found.length === 0) throw noTerms(name);
  if (found.length < sheets.length) tell(withoutTerms(name, sheets.length - found.length, sheets.length));
  return found.flat();
}
