import { type Archive, openArchive, type Part } from '../office/archive.js';
import { findParts, missingPart, type PartPlace } from '../office/parts.js';
import { walkXml } from '../office/xml.js';
import { type Reading, unreadable } from '../reading.js';
import { readRows } from '../table.js';
import { type NumberLook, readNumberLooks, shownNumber } from './formats.js';

const PARTS = {
  workbook: { type: /(?:spreadsheetml|ms-excel).*\.main\+xml$/, usual: 'xl/workbook.xml' },
  strings: { type: /spreadsheetml\.sharedStrings\+xml$/, usual: 'xl/sharedStrings.xml' },
  styles: { type: /spreadsheetml\.styles\+xml$/, usual: 'xl/styles.xml' },
} satisfies Record<string, PartPlace>;

/**
 * Reads an Excel workbook (.xlsx, ECMA-376): the rows of all its sheets, one after the other, without empty rows.
 *
 * @throws DuiqiError `unreadable` for what is damaged, encrypted, too large, or no Excel workbook
 */
export async function readXlsx(bytes: Uint8Array, name: string): Promise<Reading> {
  const archive = openArchive(bytes, name);
  const parts = findParts(archive, PARTS);
  if (parts.workbook === undefined) throw missingPart(name, 'an Excel workbook');
  const { sheets, since1904 } = readWorkbook(parts.workbook, archive);
  const reader = new SheetReader({
    strings: readStrings(parts.strings),
    looks: readNumberLooks(parts.styles),
    since1904,
  });
  for (const sheet of sheets) reader.read(sheet);
  return readRows(reader.rows, name);
}

/** The sheets in the order of their tabs. Which file is which one is said by the relations of the workbook. */
function readWorkbook(workbook: Part, archive: Archive): { sheets: Part[]; since1904: boolean } {
  const ids: string[] = [];
  let since1904 = false;
  walkXml(workbook, {
    open({ name, attribute }) {
      if (name === 'sheet') ids.push(attribute('id') ?? '');
      else if (name === 'workbookPr') since1904 = /^(?:1|true)$/.test(attribute('date1904') ?? '');
    },
  });
  const [, folder, file] = /^(.*?)([^/]*)$/.exec(workbook.path)!;
  const relations = archive
    .parts([`${folder}_rels/${file}.rels`])
    .values()
    .next().value;
  const paths = new Map<string, string>();
  if (relations !== undefined) {
    walkXml(relations, {
      open({ name, attribute }) {
        if (name !== 'Relationship' || !/\/worksheet$/.test(attribute('Type') ?? '')) return;
        const target = attribute('Target') ?? '';
        paths.set(attribute('Id') ?? '', target.startsWith('/') ? target.slice(1) : `${folder}${target}`);
      },
    });
  }
  // A sheet that has a thousand tabs is still one.
  const wanted = [...new Set(ids.flatMap((id) => paths.get(id) ?? []))];
  const found = archive.parts(wanted);
  return { sheets: wanted.flatMap((path) => found.get(path) ?? []), since1904 };
}

/** The texts that cells share. Pronunciations are none of them. */
function readStrings(part: Part | undefined): readonly string[] {
  const strings: string[] = [];
  if (part === undefined) return strings;
  let text = '';
  let isText = false;
  let isSpoken = false;
  walkXml(part, {
    open({ name }) {
      if (name === 'si') text = '';
      else if (name === 'rPh') isSpoken = true;
      isText = name === 't';
    },
    text(piece) {
      if (isText && !isSpoken) text += piece;
    },
    close({ name }) {
      if (name === 'si') strings.push(unescaped(text));
      else if (name === 'rPh') isSpoken = false;
      isText = false;
    },
  });
  return strings;
}

/** `_x000D_` is a character that XML cannot hold. */
function unescaped(text: string): string {
  return text.replace(/_x([0-9A-F]{4})_/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Characters of all rows. Few bytes of a file can ask for many: a text that cells share, a far column. */
const MOST = 2 ** 26;
/** Characters that an empty cell before one with text counts for, by the memory that it takes. */
const EMPTY_CELL = 4;

interface Workbook {
  readonly strings: readonly string[];
  readonly looks: readonly NumberLook[];
  readonly since1904: boolean;
}

/** Reads the cells of sheets into rows. */
class SheetReader {
  readonly rows: string[][] = [];
  readonly #workbook: Workbook;
  #size = 0;

  constructor(workbook: Workbook) {
    this.#workbook = workbook;
  }

  read(sheet: Part): void {
    let row: string[] = [];
    let column = 0;
    let type = '';
    let style = 0;
    let value = '';
    let isValue = false;
    let isSpoken = false;
    walkXml(sheet, {
      open: ({ name, attribute }) => {
        if (name === 'row') row = [];
        else if (name === 'c') {
          column = columnOf(attribute('r')) ?? row.length;
          type = attribute('t') ?? 'n';
          style = Number(attribute('s') ?? 0);
          value = '';
        } else if (name === 'rPh') isSpoken = true;
        isValue = (name === 'v' || name === 't') && !isSpoken;
      },
      text: (piece) => {
        if (isValue) value += piece;
      },
      close: ({ name }) => {
        isValue = false;
        if (name === 'rPh') isSpoken = false;
        else if (name === 'c') this.#put(row, column, this.#textOf(value, type, style), sheet);
        else if (name === 'row' && row.length > 0) this.rows.push(row);
      },
    });
  }

  #textOf(value: string, type: string, style: number): string {
    const { strings, looks, since1904 } = this.#workbook;
    // A cell may have a type and no value: it is neither FALSE nor the first of the texts.
    if (value.trim() === '') return '';
    if (type === 's') return strings[Number(value)] ?? '';
    if (type === 'n') return shownNumber(value, looks[style] ?? 'number', since1904);
    if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
    // `#N/A` is no text of anyone's.
    return type === 'e' ? '' : unescaped(value);
  }

  #put(row: string[], column: number, text: string, { input }: Part): void {
    if (text === '') return;
    this.#size += Math.max(0, column - row.length) * EMPTY_CELL + text.length;
    if (this.#size > MOST) {
      throw unreadable(
        input,
        'has too many cells or too much text to be read at once: split it into several workbooks',
      );
    }
    while (row.length < column) row.push('');
    row[column] = text;
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
