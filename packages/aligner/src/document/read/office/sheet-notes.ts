import { info, warning } from '../../../common/diagnostic.js';
import { counted, listedUpTo } from '../../../common/listed.js';
import type { Diagnostic } from '../../../types.js';
import { inputName } from '../reading.js';

/** Sheets that are written out in a message, and characters of a name. */
const MOST_NAMED = 5;
const LONGEST_NAME = 40;

/** What is to be said of sheets that no one sees in the program they come from; they are read like the others. */
export function hiddenSheets(names: readonly string[], input: string): Diagnostic[] {
  if (names.length === 0) return [];
  const shown = names.map((name) => `"${name.slice(0, LONGEST_NAME)}"`);
  const isOne = names.length === 1;
  return [
    info(
      'hidden',
      `${inputName(input)}: the ${isOne ? 'sheet' : 'sheets'} ${listedUpTo(MOST_NAMED, shown)} ${isOne ? 'is' : 'are'} hidden and ${isOne ? 'was' : 'were'} read like the others.`,
      { values: { kind: 'sheets', name: input, names: listedUpTo(MOST_NAMED, shown) } },
    ),
  ];
}

/** Counts formulas whose result the file does not hold: programs that write workbooks calculate nothing. */
export class FormulaCount {
  #count = 0;
  #first = '';

  /** @param place of the cell, as people call it */
  add(place: string): void {
    if (this.#count++ === 0) this.#first = place;
  }

  diagnostics(input: string): Diagnostic[] {
    if (this.#count === 0) return [];
    const where = this.#first === '' ? '' : `, the first in ${this.#first.slice(0, LONGEST_NAME)}`;
    return [
      warning(
        'no-value',
        `${inputName(input)} has ${counted(this.#count, 'formula')} without a value${where}, whose cells were taken as empty: open it in Excel or LibreOffice, which calculate them, and save it.`,
        { values: { name: input, count: this.#count } },
      ),
    ];
  }
}
