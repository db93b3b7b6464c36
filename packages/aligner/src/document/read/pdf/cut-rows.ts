import type { Language } from '../../../types.js';
import { languageByScript } from '../../writing/script.js';
import { areFigures } from './figures.js';
import { NARROW } from './measure.js';
import { goesOn, type PdfParagraph } from './paragraphs.js';
import type { Part } from './parts.js';
import type { Cell } from './structure.js';

type CellPart = Extract<Part, { readonly kind: 'text' }> & { readonly cell: Cell };

/** Where cells of one column begin, give or take so many points. */
const SAME_START = 1;

/**
 * Makes the row whole that the end of a page cuts: the parts from `start` on are those of the next page, whose first row
 * goes on in all its cells what the last one before it left off. Where cells hold both languages, one below the other, a cell may also be
 * cut between them. Programs leave out the cells that are over already, so that the others stand in columns that are not theirs.
 *
 * @param isBehindHead whether the head of the table is repeated above the row: with cells in all columns it is then a row of its own, unless one
 * of them is cut between languages
 */
export function joinCutRow(parts: Part[], start: number, isBehindHead: boolean): void {
  const next = rowAt(from(parts, start));
  const last = rowAt(backFrom(parts, start));
  if (last.length === 0) return;
  if (next.length === 0) {
    joinCutCell(parts, start, last);
    return;
  }
  const areBoth = holdsBothInCells(backFrom(parts, start), last[0]!.cell.table);
  const joined: { readonly part: CellPart; readonly before: CellPart; readonly goesOn: boolean }[] = [];
  let wasBefore: CellPart | undefined;
  let isCutBetween = false;
  for (const [at, part] of next.entries()) {
    const isFirst = part.cell.column !== next[at - 1]?.cell.column;
    if (isFirst) wasBefore = columnMates(part, next, last)[0];
    if (wasBefore === undefined) return;
    const before = wasBefore;
    // A row of figures is one of its own.
    if (isFirst && areFigures(before.paragraph.lines.at(-1)!.text, textOf(part))) return;
    const isWithin = isFirst && goesOn(...inColumn(parts, start, before, part), true);
    if (isFirst && !isWithin && !(areBoth && isOther(part, columnMates(part, next, last)))) return;
    isCutBetween ||= isFirst && !isWithin;
    joined.push({ part, before, goesOn: isWithin });
  }
  const isWhole = columnsOf(next) >= columnsOf(last);
  if (isWhole && isBehindHead && !isCutBetween) return;
  // In both languages each row may look so, if its texts are short.
  if (
    isWhole &&
    next.length > columnsOf(next) &&
    !joined.some((each) => each.goesOn && BEGINS_WITHIN.test(textOf(each.part)))
  )
    return;
  for (const { part, before, goesOn: isWithin } of joined) {
    parts.splice(parts.indexOf(part, start), 1);
    if (isWithin) for (const line of part.paragraph.lines) before.paragraph.lines.push(line);
    else {
      let end = parts.indexOf(before) + 1;
      while (isInCell(parts[end], before.cell)) end++;
      parts.splice(end, 0, { ...part, cell: before.cell });
    }
  }
}

/** Where of a row that a page end cuts only one cell is left, the next page begins with text that keeps within its column. */
function joinCutCell(parts: Part[], start: number, last: readonly CellPart[]): void {
  const at = parts.findIndex((part, index) => index >= start && part.kind !== 'left-out');
  const part = parts[at];
  if (part?.kind !== 'text' || part.cell !== null) return;
  const { lines } = part.paragraph;
  const before = last.find((each) =>
    each.paragraph.lines.some((line) => Math.abs(line.left - lines[0]!.left) <= SAME_START),
  );
  if (before === undefined) return;
  const { table, column } = before.cell;
  const own = linesOfColumn(backFrom(parts, start), before.cell);
  const beside = [column - 1, column + 1].map((other) =>
    linesOfColumn(backFrom(parts, start), { ...before.cell, table, column: other }),
  );
  const end = beside[1]!.reduce((least, { left }) => Math.min(least, left), Number.POSITIVE_INFINITY);
  const right = [...own, ...lines].reduce(
    (most, line) => Math.max(most, line.right),
    Number.NEGATIVE_INFINITY,
  );
  // A text below a table may begin where its first column does.
  if (right >= end || beside.every(({ length }) => length === 0)) return;
  if (end === Number.POSITIVE_INFINITY && column === 0) return;
  const left = own.reduce((least, line) => Math.min(least, line.left), Number.POSITIVE_INFINITY);
  // The texts of a narrow column all look full.
  if (right - left < NARROW * lines[0]!.size || !BEGINS_WITHIN.test(lines[0]!.text)) return;
  const within = { ...before.paragraph.column, left: lines[0]!.left, right };
  if (!goesOn({ ...before.paragraph, column: within }, { ...part.paragraph, column: within }, true)) return;
  parts.splice(at, 1);
  for (const line of lines) before.paragraph.lines.push(line);
}

/** How a text begins that something stands before. */
const BEGINS_WITHIN = /^(?:\p{Ll}|\p{Script=Han})/u;

function textOf({ paragraph }: CellPart): string {
  return paragraph.lines[0]!.text;
}

/** The parts of a cell of the last row that stand in the column of a part of the next one, the last paragraph first. */
function columnMates(part: CellPart, next: readonly CellPart[], last: readonly CellPart[]): CellPart[] {
  const { left } = part.paragraph.lines[0]!;
  const begins = (each: CellPart): boolean =>
    each.paragraph.lines.some((line) => Math.abs(line.left - left) <= SAME_START);
  const own = last.filter(({ cell }) => cell.column === part.cell.column);
  if (own.some(begins) || columnsOf(next) >= columnsOf(last)) return own;
  const column = last.find(begins)?.cell.column;
  return column === undefined ? own : last.filter(({ cell }) => cell.column === column);
}

/** Two paragraphs within what the lines of their column keep within. */
function inColumn(
  parts: readonly Part[],
  start: number,
  before: CellPart,
  part: CellPart,
): [PdfParagraph, PdfParagraph] {
  const { column } = before.cell;
  const isMoved = column !== part.cell.column;
  const { left: begin } = before.paragraph.lines[0]!;
  const below = linesOfColumn(from(parts, start), { ...part.cell, column });
  const lines = [
    ...linesOfColumn(backFrom(parts, start), before.cell),
    ...(isMoved ? below.filter(({ left }) => Math.abs(left - begin) <= SAME_START) : below),
    ...part.paragraph.lines,
  ];
  const left = lines.reduce((least, line) => Math.min(least, line.left), Number.POSITIVE_INFINITY);
  const right = lines.reduce((most, line) => Math.max(most, line.right), Number.NEGATIVE_INFINITY);
  const within = { ...before.paragraph.column, left, right };
  return [
    { ...before.paragraph, column: within },
    { ...part.paragraph, column: within },
  ];
}

/** Whether some cell of a table, the last among the parts, has paragraphs in two languages. */
function holdsBothInCells(parts: Iterable<Part>, table: number): boolean {
  let before: { readonly cell: Cell; readonly language: Language | null } | null = null;
  for (const part of parts) {
    if (part.kind === 'left-out') continue;
    if (part.kind !== 'text' || part.cell?.table !== table) break;
    const language = languageOf(part);
    const isSame = before !== null && isInCell(part, before.cell);
    if (isSame && language !== null && before!.language !== null && language !== before!.language)
      return true;
    before = { cell: part.cell, language };
  }
  return false;
}

/** Whether a paragraph is in the language that a cell does not have yet. */
function isOther(part: CellPart, cell: readonly CellPart[]): boolean {
  const languages = cell.flatMap((each) => languageOf(each) ?? []);
  const own = languageOf(part);
  return own !== null && languages.length > 0 && !languages.includes(own);
}

function languageOf({ paragraph }: Part & { readonly kind: 'text' }): Language | null {
  return languageByScript(paragraph.lines.map(({ text }) => text).join(' '));
}

/**
 * Leaves out the head of a table that programs repeat where the table goes on behind the end of a page: the parts from `start`
 * on, which are those of the next page, begin with the row that the table before them began with. Returns whether there was one.
 */
export function leaveOutRepeatedHead(parts: Part[], start: number, firstRows: Map<number, string>): boolean {
  const textsOf = (row: readonly CellPart[]): string =>
    row
      .map(({ cell, paragraph }) => [cell.column, ...paragraph.lines.map(({ text }) => text)].join(' '))
      .join('\n');
  let row: CellPart[] = [];
  const close = (): void => {
    const table = row[0]?.cell.table;
    if (table !== undefined && !firstRows.has(table)) firstRows.set(table, textsOf(row));
    row = [];
  };
  for (const part of from(parts, start)) {
    if (part.kind !== 'text' || part.cell === null) continue;
    const { cell } = part;
    if (row[0]?.cell.table !== cell.table || row[0].cell.row !== cell.row) close();
    row.push(part as CellPart);
  }
  close();
  const next = rowAt(from(parts, start));
  const table = rowAt(backFrom(parts, start))[0]?.cell.table;
  if (next.length < 2 || table === undefined || firstRows.get(table) !== textsOf(next)) return false;
  const lines = next.flatMap(({ paragraph }) => paragraph.lines.map(({ text }) => text));
  parts.splice(parts.indexOf(next[0]!, start), 0, { kind: 'left-out', lines });
  for (const part of next) parts.splice(parts.indexOf(part, start), 1);
  return true;
}

/** How many columns have text in a row. */
function columnsOf(row: readonly CellPart[]): number {
  return new Set(row.map(({ cell }) => cell.column)).size;
}

/** Whether a part stands in a cell. */
export function isInCell(part: Part | undefined, { table, row, column }: Cell): boolean {
  const cell = part?.kind === 'text' ? part.cell : null;
  return cell?.table === table && cell.row === row && cell.column === column;
}

/** Whether a part is of the same text in the same cell. */
export function isInText(part: Part | undefined, cell: Cell): boolean {
  return isInCell(part, cell) && part?.kind === 'text' && part.cell?.text === cell.text;
}

function* from(parts: readonly Part[], start: number): Iterable<Part> {
  for (let at = start; at < parts.length; at++) yield parts[at]!;
}

function* backFrom(parts: readonly Part[], start: number): Iterable<Part> {
  for (let at = start - 1; at >= 0; at--) yield parts[at]!;
}

/** The lines of a column of the table that some parts begin with: what is behind the table is not looked at. */
function linesOfColumn(parts: Iterable<Part>, { table, column }: Cell): CellPart['paragraph']['lines'] {
  const lines: CellPart['paragraph']['lines'] = [];
  for (const part of parts) {
    if (part.kind === 'left-out') continue;
    if (part.kind !== 'text' || part.cell?.table !== table) break;
    if (part.cell.column === column) for (const line of part.paragraph.lines) lines.push(line);
  }
  return lines;
}

/** The cells of the row that some parts begin with; none where they begin with anything else. */
function rowAt(parts: Iterable<Part>): CellPart[] {
  const row: CellPart[] = [];
  for (const part of parts) {
    if (part.kind === 'left-out') continue;
    const cell = part.kind === 'text' ? part.cell : null;
    const first = row[0]?.cell ?? cell;
    if (cell === null || cell.table !== first!.table || cell.row !== first!.row) break;
    row.push(part as CellPart);
  }
  return row;
}
