import { info, warning } from '../../common/diagnostic.js';
import type { DuiqiError } from '../../common/errors.js';
import { listed } from '../../common/listed.js';
import { inputName, unreadable } from '../../document/read/reading.js';
import { languageByScript } from '../../document/writing/script.js';
import type { Language } from '../../types.js';
import { SHEET_COLUMNS, type SheetColumn, unguarded } from '../export/sheet.js';
import type { PairRecord } from '../pair-record.js';
import { contentOf, namedColumns } from './columns.js';
import { FIELD_OF_TEXT, type FormedField, isRefusal } from './field-texts.js';
import { PairMaker, type PartialRecord } from './pair-maker.js';
import type { ReadingContext } from './pair-source.js';

/** Where the columns of a sheet are, counted from 0; both languages are there. */
type Places = Partial<Record<SheetColumn, number>> & Readonly<Record<Language, number>>;

/**
 * Makes pairs of the rows of one sheet, row after row: the first one names the columns, in any order, unless the caller does; where
 * nobody does, the languages are told by their script. Rows without any text are passed over.
 */
export class SheetReader {
  readonly #context: ReadingContext;
  readonly #maker: PairMaker;
  #places: Places | null = null;
  /** Names of columns of text that do not say in which language it is: the first row of text does. */
  #header: readonly string[] | null = null;
  #isFirst = true;
  /** Rows that no pair was made of, and cells that could not be read. */
  #passedOver = 0;
  readonly #odd = new Map<SheetColumn, number>();

  constructor(context: ReadingContext) {
    this.#context = context;
    this.#maker = new PairMaker(context.name);
    if (context.columns === null) return;
    namedColumns(context.columns);
    this.#places = placesByName(context.columns);
    // Two texts without their languages: the first row tells them.
    if (this.#places === null) this.#header = context.columns;
  }

  /** The pair of a row; `null` for a row that names the columns or holds no text. */
  pair(cells: readonly string[]): PairRecord | null {
    if (cells.every((cell) => cell.trim() === '')) return null;
    if (this.#isFirst) {
      this.#isFirst = false;
      const named = placesByName(cells);
      if (named !== null) {
        this.#places = named;
        return null;
      }
      if (cells.some((cell) => contentOf(cell) === 'text')) {
        this.#header = cells;
        return null;
      }
    }
    this.#places ??= placesByScript(cells, this.#header);
    const pair = this.#places && this.#pairAt(cells, this.#places);
    if (pair === null) this.#passedOver++;
    return pair;
  }

  /** Whether both languages have been found. */
  get knowsColumns(): boolean {
    return this.#places !== null;
  }

  tellWhatWasOdd(): void {
    const { name, tell } = this.#context;
    if (this.#passedOver > 0) {
      const rows = this.#passedOver === 1 ? '1 row' : `${this.#passedOver} rows`;
      tell(
        info(
          'left-out',
          `${inputName(name)} has ${rows} without both an English and a Chinese text, and passed over what is there.`,
          { values: { kind: 'rows', name, count: this.#passedOver } },
        ),
      );
    }
    if (this.#odd.size === 0) return;
    const counts = [...this.#odd].map(([column, count]) => `${count} in the column ${column}`);
    tell(
      warning(
        'odd-cells',
        `${inputName(name)} has cells that do not hold what their column is for, which were taken as empty: ${listed(counts)}.`,
        { values: { name, columns: [...this.#odd.keys()].join(', ') } },
      ),
    );
  }

  #pairAt(cells: readonly string[], places: Places): PairRecord | null {
    const cell = (column: SheetColumn): string => unguarded(cells[places[column] ?? -1] ?? '');
    const [en, zh] = [cell('en'), cell('zh')];
    if (en === '' && zh === '') return null;
    return this.#maker.pair({
      en,
      zh,
      ...this.#formed('score', cell('score')),
      ...this.#formed('bead', cell('bead')),
      ...this.#flags(cell('flags'), cell('confirmed')),
      ...written('clause', cell('clause')),
      ...written('clause_zh', cell('clause_zh')),
      ...written('note', cell('note')),
      ...written('id', cell('id')),
      ...(places.doc !== undefined && { doc: cell('doc') }),
      ...this.#formed('confirmed', cell('confirmed')),
    });
  }

  /** The flags of a row, with what a person has said against it. */
  #flags(text: string, confirmed: string): Partial<PartialRecord> {
    const found = this.#formed('flags', text);
    if (!isRefusal(confirmed)) return found;
    return { flags: [...new Set([...(found.flags ?? []), 'doubted' as const])].sort() };
  }

  #formed(name: FormedField, text: string): Partial<PartialRecord> {
    if (text.trim() === '') return {};
    const value = FIELD_OF_TEXT[name](text);
    if (value === undefined) this.#countOdd(name);
    return value === undefined || value === false ? {} : { [name]: value };
  }

  #countOdd(column: SheetColumn): void {
    this.#odd.set(column, (this.#odd.get(column) ?? 0) + 1);
  }
}

function written(name: SheetColumn, text: string): Partial<PartialRecord> {
  return text === '' ? {} : { [name]: text };
}

/** The error for sheets in which no columns of both languages were found. */
export function noColumns(name: string): DuiqiError {
  return unreadable(
    name,
    'has no columns that are known to be English and Chinese: name them "en" and "zh" in the first row',
    'no-columns',
  );
}

/** The columns by their names; `null` where these do not say which is English and which Chinese. */
function placesByName(names: readonly string[]): Places | null {
  const places = namedPlaces(names);
  return isWhole(places) ? places : null;
}

/** The languages by the script of a row of text, in the columns that are named as text where there is a header. */
function placesByScript(cells: readonly string[], header: readonly string[] | null): Places | null {
  const find = (language: Language): number =>
    cells.findIndex(
      (cell, place) =>
        languageByScript(cell) === language && (header === null || contentOf(header[place] ?? '') === 'text'),
    );
  const [en, zh] = [find('en'), find('zh')];
  return en < 0 || zh < 0 ? null : { ...namedPlaces(header ?? []), en, zh };
}

function namedPlaces(names: readonly string[]): Partial<Record<SheetColumn, number>> {
  const places: Partial<Record<SheetColumn, number>> = {};
  names.forEach((name, place) => {
    const content = contentOf(name);
    const column = SHEET_COLUMNS.find((each) => each === content);
    if (column !== undefined) places[column] ??= place;
  });
  return places;
}

function isWhole(places: Partial<Record<SheetColumn, number>>): places is Places {
  return places.en !== undefined && places.zh !== undefined;
}
