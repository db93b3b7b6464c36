import { countInSteps, mapInSteps, type Steps } from '../../common/steps.js';
import type { Block, Language, Position } from '../../types.js';
import { hasTones } from '../writing/pinyin.js';
import { languageByScript } from '../writing/script.js';
import { cellParts } from './cell-parts.js';
import { codeColumns } from './code-columns.js';
import { kindOfName, rowOfNames } from './column-names.js';
import { areFilledAlike, type ColumnPair, pairsOfBlocks, pairsOfHalves } from './column-pairs.js';
import type { Reading } from './reading.js';
import { areRowNumbers } from './row-numbers.js';
import { spokenColumns } from './spoken-columns.js';

/**
 * The cells of a row by their columns; where there is no text, there is none. A table takes as much memory as it has cells with text,
 * however wide it says it is: two hundred thousand rows of a thousand columns are written in a megabyte.
 */
type Row = ReadonlyMap<number, string>;

/** What a table shows of its cells. Rows are counted as they stand, those without text left out. */
interface Table {
  readonly rows: readonly Row[];
  /** The row that begins at a place. */
  readonly rowAt: ReadonlyMap<number, number>;
  /** The row that names the columns; -1 where none does. */
  readonly names: number;
  /** The languages of the columns that are named after one. */
  readonly languages: ReadonlyMap<number, Language>;
  /** The pairs of columns that are known, by their names or by what is in them. */
  readonly pairs: readonly ColumnPair[];
  /** Columns of remarks beside these. */
  readonly remarks: ReadonlySet<number>;
  /** Those that are no translations of others. */
  readonly apart: readonly number[];
  /** The columns that count the rows: one, or one in each block of columns side by side. */
  readonly numbers: ReadonlySet<number>;
  /** The first column with text. */
  readonly first: number;
  /** Rows that have one cell with text. */
  readonly single: ReadonlySet<number>;
}

/**
 * A reading in which cells are what their table shows: titles above it are no rows of it, numbers of rows are none of the
 * text, and cells below the name of a language are in that.
 */
export function* withCellsUnderstood(given: Reading): Steps<Reading> {
  const reading = hasTones(given.text) ? withoutSpoken(given) : given;
  const { text, blocks } = reading;
  const tables = new Map<number, Block[]>();
  for (const block of blocks) {
    if (block.position?.axis !== 'row') continue;
    const { table } = block.position;
    if (!tables.get(table)?.push(block)) tables.set(table, [block]);
  }
  if (tables.size === 0) return reading;
  const known = new Map<number, Table>();
  for (const [table, cells] of tables) known.set(table, yield* understood(text, cells));
  yield;
  const all = [...known];
  const codes = codeColumns(all.map(([, { rows }]) => rows));
  const codesIn = new Map(all.map(([table], at) => [table, codes[at]!] as const));
  const cells = yield* mapInSteps(blocks, (block): Block | null => {
    const table = block.position?.axis === 'row' ? known.get(block.position.table) : undefined;
    if (table === undefined) return block;
    const cell = cellIn(table, text, block);
    const language = codesIn.get(block.position!.table)!.get(block.position!.column);
    if (cell === null || language === undefined) return cell;
    return languageByScript(writtenIn(text, cell)) === null ? cell : { language, ...cell };
  });
  return { ...reading, blocks: cells.filter((cell) => cell !== null) };
}

/** A reading without the columns of its tables that say how the Chinese is spoken. */
function withoutSpoken(reading: Reading): Reading {
  const tables = new Map<number, Map<number, Map<number, string>>>();
  for (const block of reading.blocks) {
    if (block.position?.axis !== 'row') continue;
    const { table, start, column } = block.position;
    const rows = tables.get(table) ?? new Map<number, Map<number, string>>();
    const row = rows.get(start) ?? new Map<number, string>();
    tables.set(table, rows.set(start, row.set(column, writtenIn(reading.text, block))));
  }
  const spoken = new Map([...tables].map(([table, rows]) => [table, spokenColumns([...rows.values()])]));
  const blocks = reading.blocks.filter(
    ({ position }) => position?.axis !== 'row' || !spoken.get(position.table)!.has(position.column),
  );
  return { ...reading, blocks };
}

/** Blocks between two steps. */
const TOGETHER = 128;

function* understood(text: string, blocks: readonly Block[]): Steps<Table> {
  const starts = [...new Set(blocks.map(({ position }) => position!.start))].sort((a, b) => a - b);
  const rowAt = new Map(starts.map((start, row) => [start, row] as const));
  const cells = starts.map(() => new Map<number, string>());
  yield* countInSteps(blocks.length, TOGETHER, (at) => {
    const block = blocks[at]!;
    const row = cells[rowAt.get(block.position!.start)!]!;
    const { column } = block.position!;
    const above = row.get(column);
    row.set(column, above ? `${above}\n${writtenIn(text, block)}` : writtenIn(text, block));
  });
  const numbers = columnOfNumbers(cells, blocks);
  yield;
  const texts = cells.map((row): Row => {
    const isText = ([column, cell]: readonly [number, string]): boolean =>
      cell !== '' && !(column === numbers && isNumber(cell));
    return new Map([...row].filter(isText));
  });
  const filled = texts.map((row) => [...row.keys()]);
  const names = rowOfNames(texts.map((row) => [...row.values()]));
  const single = new Set(filled.flatMap(({ length }, row) => (length === 1 ? [row] : [])));
  const languages = new Map<number, Language>();
  texts[names]?.forEach((cell, column) => {
    const kind = kindOfName(cell.trim());
    if (kind === 'en' || kind === 'zh') languages.set(column, kind);
  });
  yield;
  const areNamed = new Set(languages.values()).size === 2;
  const columns = [...new Set(filled.flat())].sort((a, b) => a - b);
  const pairs = areNamed ? pairsNamed(texts[names]!, columns) : pairsWithoutNames(texts, columns);
  const remarks = columns.filter(
    (column) => pairs.length > 0 && !pairs.some(({ en, zh }) => column === en || column === zh),
  );
  const name = cells[names]?.get(numbers);
  const counting = columns.filter(
    (column) =>
      name !== undefined && cells[names]!.get(column) === name && hasNoLetters(texts, names, column),
  );
  return {
    rows: texts,
    rowAt,
    names,
    languages,
    pairs,
    remarks: new Set(remarks),
    apart: remarks.length > 1 ? remarksApart(texts, names, remarks) : [],
    numbers: new Set([numbers, ...counting]),
    first: least(filled.flat()),
    single,
  };
}

/** The pairs of columns that are named after their languages, where each language has one, or blocks of columns stand side by side. */
function pairsNamed(names: Row, columns: readonly number[]): readonly ColumnPair[] {
  const written = columns.map((column) => names.get(column) ?? '');
  const blocks = pairsOfBlocks(written).map(({ en, zh }) => ({ en: columns[en]!, zh: columns[zh]! }));
  if (blocks.length > 0) return blocks;
  const [en, zh] = (['en', 'zh'] as const).map((language) =>
    columns.find((_, at) => kindOfName(written[at]!.trim()) === language),
  );
  return [{ en: en!, zh: zh! }];
}

/**
 * The pairs of columns of a table whose columns have no names: those of its halves, or the one pair, where just two that stand side by side are in one language each and filled
 * in the same rows: what else there is remarks on them. None where it is not clear which two are a pair.
 */
function pairsWithoutNames(texts: readonly Row[], columns: readonly number[]): readonly ColumnPair[] {
  if (columns.length < 3) return [];
  const rows = texts
    .filter(({ size }) => size > 1)
    .map((row) => columns.map((column) => row.get(column) ?? ''));
  // Names of columns are in one language often, above columns of both.
  const isNamed = rows.length > LEAST_BELOW_NAMES && inOneLanguage(rows[0]!);
  const below = isNamed ? rows.slice(1) : rows;
  const languageOf = (at: number): Language | null => {
    const own = below.flatMap((row) => languageByScript(row[at]!) ?? []);
    const en = own.filter((language) => language === 'en').length;
    return own.length === 0 || (en > 0 && en < own.length) ? null : en > 0 ? 'en' : 'zh';
  };
  const halves = pairsOfHalves(below);
  if (halves.length > 0) return halves.map(({ en, zh }) => ({ en: columns[en]!, zh: columns[zh]! }));
  const languages = columns.map((_, at) => languageOf(at));
  const pairs = columns.slice(1).flatMap((_, at): ColumnPair[] => {
    const [first, second] = [languages[at]!, languages[at + 1]!];
    if (first === null || second === null || first === second) return [];
    const pair = first === 'en' ? { en: at, zh: at + 1 } : { en: at + 1, zh: at };
    return areFilledAlike(below, pair) ? [pair] : [];
  });
  return pairs.length === 1 ? pairs.map(({ en, zh }) => ({ en: columns[en]!, zh: columns[zh]! })) : [];
}

/** So many rows show what a first row in one language is above, at the least. */
const LEAST_BELOW_NAMES = 3;

function inOneLanguage(row: readonly string[]): boolean {
  return new Set(row.flatMap((cell) => languageByScript(cell) ?? [])).size === 1;
}

function hasNoLetters(texts: readonly Row[], names: number, column: number): boolean {
  return texts.every((row, at) => at <= names || !/\p{L}/u.test(row.get(column) ?? ''));
}

function columnOfNumbers(cells: readonly Row[], blocks: readonly Block[]): number {
  // Titles and headings within a table often stand in its first column, over all of them.
  const rows = cells.filter(({ size }) => size > 1);
  const first = least(rows.map((row) => least([...row.keys()])));
  if (!rows.some((row) => [...row].some(([column, cell]) => column !== first && /\p{L}/u.test(cell))))
    return -1;
  const column = rows.flatMap((row) => row.get(first) ?? []);
  // Above the numbers may stand what they are called, and again further down.
  const counted = column
    .slice(column.findIndex((cell) => /\d/.test(cell) && isNumber(cell)))
    .filter((cell) => kindOfName(cell) !== 'other');
  // A number may stand beside several rows.
  const beside = blocks
    .filter(({ position }) => position!.column === first)
    .reduce((sum, { position }) => sum + Math.max(0, position!.end - position!.start - 1), 0);
  return areRowNumbers(counted) && (counted.length + beside) * 2 > rows.length ? first : -1;
}

/** A table may have more cells than a function can have arguments. */
function least(columns: readonly number[]): number {
  return columns.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
}

/** Whether a cell of the column that counts the rows is a number, or what they are called. */
function isNumber(cell: string): boolean {
  return !/\p{L}/u.test(cell) || kindOfName(cell) === 'other';
}

/** A cell as its table has it; null where it is none of the text. */
function cellIn(table: Table, text: string, block: Block): Block | null {
  const { column, start } = block.position!;
  const row = table.rowAt.get(start)!;
  const written = writtenIn(text, block);
  if (NOTHING.test(written) || (table.numbers.has(column) && isNumber(written))) return null;
  if (row === table.names) return block;
  const isSingle = table.single.has(row);
  if (isSingle && row < table.names) {
    const { position: _, ...title } = block;
    return title;
  }
  // A heading over a whole row may be in both languages, and stands in the first column, whatever that is in.
  if (isSingle && column === table.first) return block;
  // A cell over both columns may be in both languages.
  const own = table.languages.get(column);
  const isOverBoth = own !== undefined && !hasOther(table, row, own) && cellParts(written) !== null;
  const language = isOverBoth ? undefined : own;
  const placed = { ...block, position: partOfRow(table, block.position!) };
  return language === undefined ? placed : { ...placed, language };
}

/** Whether a row has a cell in a column that is named after the other language. */
function hasOther({ rows, languages }: Table, row: number, own: Language): boolean {
  return [...languages].some(([column, language]) => language !== own && rows[row]!.has(column));
}

/** What is written where a cell has no text. */
const NOTHING = /^[-–—―─]{1,4}$|^[/／]$/;

/**
 * Each pair of a row has a part of it, and so has a remark: it is no text of the row's pair, nor its translation.
 */
function partOfRow({ pairs, remarks, apart }: Table, position: Position): Position {
  const { column, start, end } = position;
  if (end > start + 1 || (pairs.length < 2 && remarks.size === 0)) return position;
  const place = pairs.findIndex(({ en, zh }) => column === en || column === zh);
  const before = pairs.filter(({ en, zh }) => Math.min(en, zh) <= column).length;
  // Remarks stand before the first pair, between two, or behind the last; pairs in what is left between these places.
  const width = 1 / (2 * pairs.length + 1);
  const from = place >= 0 ? 2 * place + 1 : remarks.has(column) ? 2 * before : null;
  if (from === null) return position;
  const whole = { ...position, start: start + from * width, end: start + (from + 1) * width };
  const own = apart.indexOf(column);
  if (place >= 0 || apart.length === 0) return whole;
  // What translates no other remark has a part of this place for itself, and what is left of it is for the others.
  const part = width / (2 * apart.length + 1);
  const at = own >= 0 ? 2 * own + 1 : 2 * apart.filter((each) => each < column).length;
  return { ...whole, start: whole.start + at * part, end: whole.start + (at + 1) * part };
}

/** Share of the rows in which the same text may stand beside different ones where a column translates another. */
const MOST_AT_ODDS = 0.1;

/** The columns of remarks that translate none of the others: beside one text of theirs stand several of each of these, or the reverse. */
function remarksApart(texts: readonly Row[], names: number, remarks: readonly number[]): number[] {
  const below = texts.slice(names + 1);
  const atOdds = (one: number, other: number): boolean => {
    const rows = below.flatMap((row) => {
      const [a, b] = [row.get(one), row.get(other)];
      return a === undefined || b === undefined ? [] : [[a, b] as const];
    });
    const first = [new Map<string, string>(), new Map<string, string>()] as const;
    let odds = 0;
    for (const [a, b] of rows) {
      const known = [first[0].get(a) ?? b, first[1].get(b) ?? a];
      if (known[0] !== b || known[1] !== a) odds++;
      first[0].set(a, known[0]!);
      first[1].set(b, known[1]!);
    }
    return odds > MOST_AT_ODDS * rows.length;
  };
  return remarks.filter((column) => remarks.every((other) => other === column || atOdds(column, other)));
}

/** What a cell says, line by line, without the marks of Markdown around it. */
function writtenIn(text: string, { lines }: Block): string {
  return lines.map(({ start, end }) => text.slice(start, end).replace(EMPHASIS, '')).join('\n');
}

/** Marks of Markdown around a name. */
const EMPHASIS = /^[*_`]+|(?<![*_`])[*_`]+$/g;
