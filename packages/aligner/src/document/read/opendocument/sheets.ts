import type { Steps } from '../../../common/steps.js';
import type { XmlElement } from '../../../common/xml.js';
import { FormulaCount, hiddenSheets } from '../office/sheet-notes.js';
import { SheetRows } from '../office/sheet-rows.js';
import { walkXmlInSteps } from '../office/xml.js';
import type { Reading } from '../reading.js';
import { refuseTooLongText } from '../size.js';
import { readSheets } from '../table.js';
import { openDocument } from './archive.js';
import { countOf, odfName } from './names.js';

/**
 * Reads an OpenDocument spreadsheet (.ods, ISO/IEC 26300): the rows of all its sheets, each with its own columns, without empty
 * rows. Cells hold what is shown in them.
 *
 * @throws DuiqiError `unreadable` for what is damaged, encrypted, too large, or no OpenDocument spreadsheet
 */
export function* readOds(bytes: Uint8Array, name: string): Steps<Reading> {
  const { content } = yield* openDocument(bytes, name, 'an OpenDocument spreadsheet');
  const reader = new SheetsReader(name);
  yield* walkXmlInSteps(content, {
    open: (element) => reader.open(element),
    close: (element) => reader.close(odfName(element)),
    text: (text) => reader.text(text),
  });
  const rows = reader.rows.take();
  const reading = yield* readSheets(
    reader.ends.map((end, sheet) => rows.slice(reader.ends[sheet - 1] ?? 0, end)),
    name,
  );
  const notes = [...hiddenSheets(reader.hidden, name), ...reader.formulas.diagnostics(name)];
  return { ...reading, diagnostics: [...reading.diagnostics, ...notes] };
}

/** Columns of a sheet, A to XFD, and rows that one element may stand for. */
const MOST_COLUMNS = 16_384;
const MOST_ROWS = 1_048_576;
/** Spaces that one element stands for: no one writes more, and a number may be any. */
const MOST_SPACES = 100;
/** What is no text of a cell: remarks and drawings on it, and lists of what was changed. */
const SKIPPED = /^(?:office:annotation|table:tracked-changes|table:shapes|drawing:.*)$/;

class SheetsReader {
  readonly rows: SheetRows;
  /** How many rows there are when each sheet has ended. */
  readonly ends: number[] = [];
  readonly hidden: string[] = [];
  readonly formulas = new FormulaCount();
  readonly #input: string;
  /** Names of the styles of hidden sheets. */
  readonly #hidden = new Set<string>();
  #style = '';
  #column = 0;
  #times = 1;
  /** Of the open cell: its paragraphs; null outside of cells. */
  #lines: string[] | null = null;
  #copies = 1;
  #lacksValue = false;
  #inParagraph = false;
  /** Elements open within one that is left out. */
  #skipped = 0;

  constructor(input: string) {
    this.#input = input;
    this.rows = new SheetRows(input);
  }

  open(element: XmlElement): void {
    const name = odfName(element);
    if (this.#skipped > 0 || SKIPPED.test(name)) {
      this.#skipped++;
      return;
    }
    switch (name) {
      case 'style:style':
        this.#style = element.attribute('name') ?? '';
        return;
      case 'style:table-properties':
        if (element.attribute('display') === 'false') this.#hidden.add(this.#style);
        return;
      case 'table:table':
        if (this.#hidden.has(element.attribute('style-name') ?? '')) {
          this.hidden.push(element.attribute('name') ?? '');
        }
        return;
      case 'table:table-row':
        this.rows.startRow();
        this.#column = 0;
        this.#times = countOf(element.attribute('number-rows-repeated'), 1, MOST_ROWS);
        return;
      case 'table:table-cell':
      case 'table:covered-table-cell':
        this.#lines = [];
        this.#copies = countOf(element.attribute('number-columns-repeated'), 1, MOST_COLUMNS);
        this.#lacksValue =
          element.attribute('formula') !== undefined &&
          !['value', 'string-value', 'date-value', 'time-value', 'boolean-value'].some(
            (each) => element.attribute(each) !== undefined,
          );
        return;
      case 'text:p':
        this.#inParagraph = this.#lines !== null;
        this.#lines?.push('');
        return;
      case 'text:s':
        this.#write(' '.repeat(countOf(element.attribute('c'), 1, MOST_SPACES)));
        return;
      case 'text:tab':
        this.#write('\t');
        return;
      case 'text:line-break':
        if (this.#inParagraph) this.#lines?.push('');
    }
  }

  text(text: string): void {
    if (this.#skipped === 0) this.#write(text.replace(/[ \t\r\n]+/g, ' '));
  }

  close(name: string): void {
    if (this.#skipped > 0) {
      this.#skipped--;
      return;
    }
    if (name === 'text:p') this.#inParagraph = false;
    else if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
      // What a cell held before another one covered it is not shown.
      this.#closeCell(name === 'table:table-cell' ? (this.#lines ?? []).join('\n') : '');
    } else if (name === 'table:table-row') this.rows.endRow(this.#times);
    else if (name === 'table:table') this.ends.push(this.rows.count);
  }

  #write(text: string): void {
    if (!this.#inParagraph || this.#lines === null) return;
    const line = this.#lines.at(-1)! + text;
    refuseTooLongText(line.length, this.#input);
    this.#lines[this.#lines.length - 1] = line;
  }

  #closeCell(text: string): void {
    this.#lines = null;
    this.#inParagraph = false;
    if (this.#lacksValue && text.trim() === '') this.formulas.add('');
    this.#lacksValue = false;
    const end = Math.min(this.#column + this.#copies, MOST_COLUMNS);
    for (let column = this.#column; text.trim() !== '' && column < end; column++) {
      this.rows.put(column, text, column > this.#column);
    }
    this.#column = end;
  }
}
