import type { DuiqiError } from '../../../common/errors.js';
import { unreadable } from '../reading.js';
import { refuseMoreLines } from '../size.js';

/** Characters of the rows that are held at once. Few bytes of a file can ask for many: a text that cells share, a far column. */
const MOST = 2 ** 26;
/** Characters that an empty cell before one with text counts for, by the memory that it takes. */
const EMPTY_CELL = 4;
/** The same for a cell that repeats the one before it, by the time that a sheet of nothing else takes. */
const COPY = 64;

/** Collects the rows of sheets; rows without text are none. */
export class SheetRows {
  readonly #input: string;
  #rows: string[][] = [];
  #size = 0;
  /** Cells of the row that is being read, and what they count for. */
  #row: string[] = [];
  #rowSize = 0;

  constructor(input: string) {
    this.#input = input;
  }

  /** How many rows can be taken. */
  get count(): number {
    return this.#rows.length;
  }

  /** How many columns of the row are known. */
  get width(): number {
    return this.#row.length;
  }

  startRow(): void {
    this.#row = [];
    this.#rowSize = 0;
  }

  /** @param isCopy whether the file has it only once for several cells: then few bytes ask for many */
  put(column: number, text: string, isCopy = false): void {
    if (text === '') return;
    this.#rowSize += Math.max(0, column - this.#row.length) * EMPTY_CELL + text.length + (isCopy ? COPY : 0);
    if (this.#size + this.#rowSize > MOST) throw tooMuch(this.#input);
    while (this.#row.length < column) this.#row.push('');
    this.#row[column] = text;
  }

  /** @param times how many rows there are of it */
  endRow(times = 1): void {
    if (this.#row.length === 0) return;
    this.#size += this.#rowSize * times;
    if (this.#size > MOST) throw tooMuch(this.#input);
    for (let time = 0; time < times; time++) {
      this.#rows.push(this.#row);
      refuseMoreLines(this.#rows.length, this.#input);
    }
    this.startRow();
  }

  /** The rows that are whole since it was asked last. */
  take(): readonly (readonly string[])[] {
    const rows = this.#rows;
    this.#rows = [];
    this.#size = 0;
    return rows;
  }
}

export function tooMuch(input: string): DuiqiError {
  return unreadable(
    input,
    'has too many cells or too much text to be read at once: split it into several workbooks',
    'too-many-cells',
  );
}
