import type { Block, Language, Position, Span } from '../../types.js';
import { languageByScript } from '../writing/script.js';
import { bilingualColumns } from './bilingual-columns.js';
import { cellParts } from './cell-parts.js';
import { kindOfName, rowOfNames } from './column-names.js';
import type { Reading } from './reading.js';
import { areRowNumbers } from './row-numbers.js';

/** The cells of a table, by row and column; where there is no text, there is none. */
type Cells = readonly (readonly string[])[];

/** What a table shows of its cells. Rows are counted as they stand, those without text left out. */
interface Table {
  /** The row that begins at a place. */
  readonly rowAt: ReadonlyMap<number, number>;
  /** The row that names the columns; -1 where none does. */
  readonly names: number;
  /** The languages of the columns that are named after one. */
  readonly languages: ReadonlyMap<number, Language>;
  readonly bilingual: ReadonlySet<number>;
  /** Columns of remarks beside those that are named after their languages. */
  readonly remarks: ReadonlySet<number>;
  /** The column that counts the rows; -1 where none does. */
  readonly numbers: number;
  /** The first column with text. */
  readonly first: number;
  /** Rows that have one cell with text. */
  readonly single: ReadonlySet<number>;
}

/**
 * A reading in which cells are what their table shows: titles above it are no rows of it, numbers of rows are none of the
 * text, cells below the name of a language are in that, and those that hold a text and its translation are a block
 * for each.
 */
export function withCellsUnderstood(reading: Reading): Reading {
  const { text, blocks } = reading;
  const tables = new Map<number, Block[]>();
  for (const block of blocks) {
    if (block.position?.axis !== 'row') continue;
    const { table } = block.position;
    if (!tables.get(table)?.push(block)) tables.set(table, [block]);
  }
  if (tables.size === 0) return reading;
  const known = new Map([...tables].map(([table, cells]) => [table, understood(text, cells)] as const));
  return {
    ...reading,
    blocks: blocks.flatMap((block) => {
      const table = block.position?.axis === 'row' ? known.get(block.position.table) : undefined;
      return table === undefined ? [block] : cellIn(table, text, block);
    }),
  };
}

function understood(text: string, blocks: readonly Block[]): Table {
  const starts = [...new Set(blocks.map(({ position }) => position!.start))].sort((a, b) => a - b);
  const rowAt = new Map(starts.map((start, row) => [start, row] as const));
  const cells: string[][] = starts.map(() => []);
  for (const block of blocks) {
    const row = cells[rowAt.get(block.position!.start)!]!;
    const { column } = block.position!;
    row[column] = row[column] ? `${row[column]}\n${writtenIn(text, block)}` : writtenIn(text, block);
  }
  const numbers = columnOfNumbers(cells);
  const texts = cells.map((row) =>
    Array.from(row, (cell, column) => (column === numbers && isNumber(cell ?? '') ? '' : (cell ?? ''))),
  );
  const filled = texts.map((row) => row.flatMap((cell, column) => (cell === '' ? [] : [column])));
  const names = rowOfNames(texts);
  const single = new Set(filled.flatMap(({ length }, row) => (length === 1 ? [row] : [])));
  const languages = new Map<number, Language>();
  texts[names]?.forEach((cell, column) => {
    const kind = kindOfName(cell.trim());
    if (kind === 'en' || kind === 'zh') languages.set(column, kind);
  });
  const below = texts.filter((_, row) => row > names);
  const rows = below.filter((cells) => cells.filter((cell) => cell !== '').length > 1);
  const bilingual = [...bilingualColumns(rows.length > 0 ? rows : below)].filter(
    (column) => !languages.has(column),
  );
  const areNamed = new Set(languages.values()).size === 2;
  const isRemark = (cell: string, column: number): boolean =>
    areNamed && kindOfName(cell.trim()) === 'other' && !bilingual.includes(column);
  const remarks = (texts[names] ?? []).flatMap((cell, column) => (isRemark(cell, column) ? [column] : []));
  const first = Math.min(...filled.flat());
  return {
    rowAt,
    names,
    languages,
    bilingual: new Set(bilingual),
    remarks: new Set(remarks),
    numbers,
    first,
    single,
  };
}

function columnOfNumbers(cells: Cells): number {
  // Titles and headings within a table often stand in its first column, over all of them.
  const rows = cells.filter((row) => row.filter((cell) => cell !== undefined).length > 1);
  const first = Math.min(...rows.map((row) => row.findIndex((cell) => cell !== undefined)));
  if (!rows.some((row) => row.some((cell, column) => column !== first && /\p{L}/u.test(cell)))) return -1;
  const column = rows.flatMap((row) => (row[first] === undefined ? [] : [row[first]]));
  // Above the numbers may stand what they are called.
  const counted = column.slice(column.findIndex((cell) => /\d/.test(cell) && isNumber(cell)));
  return areRowNumbers(counted) && counted.length * 2 > rows.length ? first : -1;
}

/** Whether a cell of the column that counts the rows is a number, or what they are called. */
function isNumber(cell: string): boolean {
  return !/\p{L}/u.test(cell) || kindOfName(cell) === 'other';
}

/** A cell as its table has it: none, one, or cut in two. */
function cellIn(table: Table, text: string, block: Block): Block[] {
  const { column, start } = block.position!;
  const row = table.rowAt.get(start)!;
  if (column === table.numbers && isNumber(writtenIn(text, block))) return [];
  if (row === table.names) return [block];
  const isSingle = table.single.has(row);
  if (isSingle && row < table.names) {
    const { position: _, ...title } = block;
    return cutByLanguage(text, title, false);
  }
  if (table.bilingual.has(column)) return cutByLanguage(text, block, true);
  if (isSingle && column === table.first) {
    const cut = cutByLanguage(text, block, false);
    if (cut.length > 1) return cut;
  }
  const language = table.languages.get(column);
  const placed =
    table.remarks.size > 0 ? { ...block, position: besideRemarks(table, block.position!) } : block;
  return [language === undefined ? placed : { ...placed, language }];
}

/** A remark is a part of its row by itself: it is no text of the row's pair, nor its translation. */
function besideRemarks(table: Table, position: Position): Position {
  const { column, start, end } = position;
  if (end > start + 1) return position;
  if (!table.remarks.has(column)) return { ...position, start: start + 1 / 4, end: start + 3 / 4 };
  const isBefore = column < Math.min(...table.languages.keys());
  return isBefore ? { ...position, end: start + 1 / 4 } : { ...position, start: start + 3 / 4 };
}

/** A cell as a block for each of the texts that it holds; the same where it holds one, or may do so. */
function cutByLanguage(text: string, cell: Block, isUsual: boolean): Block[] {
  const [line, second] = cell.lines;
  if (second !== undefined) return linesByLanguage(text, cell);
  const parts = cellParts(text.slice(line!.start, line!.end));
  if (parts === null || !(isUsual || parts.isClear)) return [cell];
  const blockOf = (language: Language, { start, end }: Span): Block => ({
    ...cell,
    lines: [{ start: line!.start + start, end: line!.start + end }],
    language,
  });
  return [blockOf('en', parts.en), blockOf('zh', parts.zh)].sort(
    (a, b) => a.lines[0]!.start - b.lines[0]!.start,
  );
}

/** Lines without letters go with those before them. */
function linesByLanguage(text: string, cell: Block): Block[] {
  const runs: { lines: Span[]; language: Language | null }[] = [];
  for (const line of cell.lines) {
    const language = languageByScript(text.slice(line.start, line.end));
    const last = runs.at(-1);
    if (last === undefined || (language !== null && last.language !== null && language !== last.language)) {
      runs.push({ lines: [line], language });
    } else {
      last.lines.push(line);
      last.language ??= language;
    }
  }
  if (runs.length === 1) return [cell];
  return runs.map(({ lines, language }) => ({ ...cell, lines, ...(language && { language }) }));
}

/** What a cell says, line by line, without the marks of Markdown around it. */
function writtenIn(text: string, { lines }: Block): string {
  return lines.map(({ start, end }) => text.slice(start, end).replace(EMPHASIS, '')).join('\n');
}

/** Marks of Markdown around a name. */
const EMPHASIS = /^[*_`]+|(?<![*_`])[*_`]+$/g;
