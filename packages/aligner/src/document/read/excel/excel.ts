import { finish, type Steps } from '../../../common/steps.js';
import type { XmlHandler } from '../../../common/xml.js';
import type { Diagnostic } from '../../../types.js';
import { type Archive, openArchive, type Part } from '../office/archive.js';
import { findParts, findPaths, lackedParts, missingPart, type PartPlace } from '../office/parts.js';
import { relationsOf } from '../office/relations.js';
import { FormulaCount, hiddenSheets } from '../office/sheet-notes.js';
import { SheetRows, tooMuch } from '../office/sheet-rows.js';
import { walkXml, walkXmlInSteps, XmlWalker } from '../office/xml.js';
import type { Reading } from '../reading.js';
import { refuseTooLongText } from '../size.js';
import { readSheets } from '../table.js';
import { type NumberLook, readNumberLooks, shownNumber } from './formats.js';

const PARTS = {
  workbook: { type: /^(?=.*(?:spreadsheetml|ms-excel)).*\.main\+xml$/, usual: 'xl/workbook.xml' },
  strings: { type: /spreadsheetml\.sharedStrings\+xml$/, usual: 'xl/sharedStrings.xml' },
  styles: { type: /spreadsheetml\.styles\+xml$/, usual: 'xl/styles.xml' },
} satisfies Record<string, PartPlace>;

/**
 * Reads an Excel workbook (.xlsx, ECMA-376): the rows of all its sheets, each with its own columns, without empty rows.
 *
 * @throws DuiqiError `unreadable` for what is damaged, encrypted, too large, or no Excel workbook
 */
export function* readXlsx(bytes: Uint8Array, name: string): Steps<Reading> {
  const archive = openArchive(bytes, name);
  const { strings, ...parts } = yield* findParts(archive, PARTS);
  const { sheets, lacked, ...workbook } = openWorkbook(archive, parts, name);
  const texts = new StringsReader(name);
  if (strings !== undefined) yield* walkXmlInSteps(strings, texts.handler);
  const found = yield* archive.partsInSteps(sheets.map(({ path }) => path));
  const reader = new SheetReader({ ...workbook, strings: texts.strings }, name);
  const ends: number[] = [];
  for (const { path, title } of sheets) {
    const sheet = found.get(path);
    if (sheet !== undefined) yield* walkXmlInSteps(sheet, reader.handler(sheets.length > 1 ? title : ''));
    ends.push(reader.rows.count);
  }
  const rows = reader.rows.take();
  const reading = yield* readSheets(
    ends.map((end, sheet) => rows.slice(ends[sheet - 1] ?? 0, end)),
    name,
  );
  const notes = [
    ...hiddenSheets(hiddenOf(sheets), name),
    ...reader.formulas.diagnostics(name),
    ...lackedParts(name, 'sheet', lacked),
  ];
  return { ...reading, diagnostics: [...reading.diagnostics, ...notes] };
}

function hiddenOf(sheets: readonly Sheet[]): string[] {
  return sheets.flatMap(({ title, isHidden }) => (isHidden ? [title] : []));
}

/**
 * The rows of each sheet of an Excel workbook, however long it is: they are read while they are gone through, as often as that is
 * done. What cells share is held.
 *
 * @param tell is told what is noteworthy, of each sheet when it was gone through
 *
 * @throws DuiqiError `unreadable` as `readXlsx` does, but for sheets that are large
 */
export function openSheets(
  bytes: Uint8Array,
  name: string,
  tell: (diagnostic: Diagnostic) => void = () => {},
): readonly Iterable<readonly string[]>[] {
  const archive = openArchive(bytes, name);
  const { strings: stringsPath, ...places } = PARTS;
  const { sheets, lacked, ...workbook } = openWorkbook(archive, finish(findParts(archive, places)), name);
  for (const each of lackedParts(name, 'sheet', lacked)) tell(each);
  const walk = function* (path: string, handler: XmlHandler): Iterable<void> {
    const walker = new XmlWalker({ path, input: name }, handler);
    for (const piece of archive.pieces(path)) {
      walker.write(piece);
      yield;
    }
    walker.end();
    yield;
  };
  const texts = new StringsReader(name);
  const { strings: path } = findPaths(archive, { strings: stringsPath });
  refuseTooThin(archive, [path, ...sheets.map((sheet) => sheet.path)], bytes.length, name);
  if (archive.paths.has(path)) for (const _ of walk(path, texts.handler));
  return sheets.map((sheet) => ({
    *[Symbol.iterator]() {
      const reader = new SheetReader({ ...workbook, strings: texts.strings }, name);
      for (const _ of walk(sheet.path, reader.handler(sheets.length > 1 ? sheet.title : '')))
        yield* reader.rows.take();
      const notes = [...hiddenSheets(hiddenOf([sheet]), name), ...reader.formulas.diagnostics(name)];
      for (const each of notes) tell(each);
    },
  }));
}

/** Bytes that sheets may hold without a question. */
const LARGE = 200 * 2 ** 20;
/** Bytes that come out of one of a large workbook: that many do where all rows are alike, and of real ones ten do. */
const MOST_INFLATED = 100;

/** Hundreds of names for one part, and parts of nothing but the same, would take days to read, and say nothing. */
function refuseTooThin(archive: Archive, paths: readonly string[], length: number, name: string): void {
  const sum = paths.reduce((total, path) => total + (archive.paths.get(path) ?? 0), 0);
  if (sum > LARGE && sum > MOST_INFLATED * length) throw tooMuch(name);
}

function openWorkbook(
  archive: Archive,
  { workbook, styles }: { readonly workbook?: Part; readonly styles?: Part },
  name: string,
): Omit<Workbook, 'strings'> & { readonly sheets: readonly Sheet[]; readonly lacked: readonly string[] } {
  if (workbook === undefined) throw missingPart(name, 'an Excel workbook');
  return { ...readWorkbook(workbook, archive), looks: readNumberLooks(styles) };
}

interface Sheet {
  readonly path: string;
  /** What its tab says. */
  readonly title: string;
  readonly isHidden: boolean;
}

/** The sheets in the order of their tabs. Which file is which one is said by the relations of the workbook. */
function readWorkbook(
  workbook: Part,
  archive: Archive,
): { sheets: Sheet[]; lacked: string[]; since1904: boolean } {
  const tabs: (Omit<Sheet, 'path'> & { readonly id: string })[] = [];
  let since1904 = false;
  walkXml(workbook, {
    open({ name, attribute }) {
      if (name === 'sheet') {
        tabs.push({
          id: attribute('id') ?? '',
          title: attribute('name') ?? '',
          isHidden: /^(?:very)?hidden$/i.test(attribute('state') ?? ''),
        });
      } else if (name === 'workbookPr') since1904 = /^(?:1|true)$/.test(attribute('date1904') ?? '');
    },
  });
  const relations = relationsOf(archive, [workbook.path]).get(workbook.path) ?? [];
  const paths = new Map(
    relations.flatMap(({ id, type, path }) => (type === 'worksheet' ? [[id, path]] : [])),
  );
  // A sheet that has a thousand tabs is still one.
  const sheets = new Map<string, Sheet>();
  const lacked: string[] = [];
  for (const { id, title, isHidden } of tabs) {
    const path = paths.get(id);
    if (path === undefined || sheets.has(path)) continue;
    if (archive.paths.has(path)) sheets.set(path, { path, title, isHidden });
    else lacked.push(title);
  }
  return { sheets: [...sheets.values()], lacked, since1904 };
}

/** Characters of all texts that cells share, a text counting for a few more by the memory that it takes. */
const MOST_SHARED = 2 ** 29;
const TEXT = 8;

/** Reads the texts that cells share. Pronunciations are none of them. */
class StringsReader {
  readonly strings: string[] = [];
  readonly handler: XmlHandler;

  constructor(input: string) {
    let text = '';
    let isText = false;
    let isSpoken = false;
    let size = 0;
    this.handler = {
      open: ({ name }) => {
        if (name === 'si') text = '';
        else if (name === 'rPh') isSpoken = true;
        isText = name === 't';
      },
      text: (piece) => {
        if (!isText || isSpoken) return;
        text += piece;
        refuseTooLongText(text.length, input);
      },
      close: ({ name }) => {
        if (name === 'si') {
          size += text.length + TEXT;
          if (size > MOST_SHARED) throw tooMuch(input);
          this.strings.push(unescaped(text));
        } else if (name === 'rPh') isSpoken = false;
        isText = false;
      },
    };
  }
}

/** `_x000D_` is a character that XML cannot hold. */
function unescaped(text: string): string {
  return text.replace(/_x([0-9A-F]{4})_/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
}

interface Workbook {
  readonly strings: readonly string[];
  readonly looks: readonly NumberLook[];
  readonly since1904: boolean;
}

/** Reads the cells of sheets into rows. */
class SheetReader {
  readonly rows: SheetRows;
  readonly formulas = new FormulaCount();
  readonly #workbook: Workbook;
  readonly #input: string;

  constructor(workbook: Workbook, input: string) {
    this.#workbook = workbook;
    this.#input = input;
    this.rows = new SheetRows(input);
  }

  /**
   * For the events of one sheet.
   *
   * @param title of the sheet, for messages; '' where there is no other
   */
  handler(title: string): XmlHandler {
    const { rows } = this;
    const where = title === '' ? '' : ` of the sheet "${title}"`;
    let column = 0;
    let reference = '';
    let isFormula = false;
    let type = '';
    let style = 0;
    let value = '';
    let isValue = false;
    let isSpoken = false;
    return {
      open: ({ name, attribute }) => {
        if (name === 'row') rows.startRow();
        else if (name === 'c') {
          reference = attribute('r') ?? '';
          column = columnOf(reference) ?? rows.width;
          isFormula = false;
          type = attribute('t') ?? 'n';
          style = Number(attribute('s') ?? 0);
          value = '';
        } else if (name === 'f') isFormula = true;
        else if (name === 'rPh') isSpoken = true;
        isValue = (name === 'v' || name === 't') && !isSpoken;
      },
      text: (piece) => {
        if (!isValue) return;
        value += piece;
        refuseTooLongText(value.length, this.#input);
      },
      close: ({ name }) => {
        isValue = false;
        if (name === 'rPh') isSpoken = false;
        else if (name === 'c') {
          rows.put(column, this.#textOf(value, type, style));
          // One whose result is no text at all has a type that says so.
          if (isFormula && value === '' && type !== 'str') this.formulas.add(reference + where);
        } else if (name === 'row') rows.endRow();
      },
    };
  }

  #textOf(value: string, type: string, style: number): string {
    const { strings, looks, since1904 } = this.#workbook;
    // A cell may have a type and no value: it is neither FALSE nor the first of the texts.
    if (value.trim() === '' && type !== 'inlineStr') return '';
    if (type === 's') return strings[Number(value)] ?? '';
    if (type === 'n') return shownNumber(value, looks[style] ?? 'number', since1904);
    if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
    // `#N/A` is no text of anyone's.
    return type === 'e' ? '' : unescaped(value);
  }
}

/** Columns of a sheet, A to XFD. */
const MOST_COLUMNS = 16_384;

/** The column that a reference such as `AB12` names, from 0. */
function columnOf(reference = ''): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column <= MOST_COLUMNS ? column - 1 : null;
}
