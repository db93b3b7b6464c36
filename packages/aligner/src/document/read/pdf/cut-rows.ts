import { goesOn } from './paragraphs.js';
import type { Part } from './parts.js';
import type { Cell } from './structure.js';

type CellPart = Extract<Part, { readonly kind: 'text' }> & { readonly cell: Cell };

/**
 * Makes the row whole that the end of a page cuts: the parts from `start` on are those of the next page, whose first row
 * goes on in all its cells what the last one before it left off.
 */
export function joinCutRow(parts: Part[], start: number): void {
  const next = rowAt(from(parts, start));
  if (next.length === 0) return;
  const last = rowAt(backFrom(parts, start));
  const joined = next.map((part) => {
    // The last paragraph of a cell comes first, as the row is in reverse.
    const before = last.find(({ cell }) => cell.column === part.cell.column);
    if (before === undefined) return null;
    const lines = [
      ...linesOfColumn(backFrom(parts, start), before.cell),
      ...linesOfColumn(from(parts, start), part.cell),
    ];
    const left = lines.reduce((least, line) => Math.min(least, line.left), Number.POSITIVE_INFINITY);
    const right = lines.reduce((most, line) => Math.max(most, line.right), Number.NEGATIVE_INFINITY);
    const column = { ...before.paragraph.column, left, right };
    return goesOn({ ...before.paragraph, column }, part.paragraph) ? { before, part } : null;
  });
  if (joined.includes(null)) return;
  for (const { before, part } of joined as { before: CellPart; part: CellPart }[]) {
    for (const line of part.paragraph.lines) before.paragraph.lines.push(line);
    parts.splice(parts.indexOf(part, start), 1);
  }
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

/** How many columns have text in the row that some parts begin with. */
export function columnsAt(parts: Iterable<Part>): number {
  return new Set(rowAt(parts).map(({ cell }) => cell.column)).size;
}

export function* from(parts: readonly Part[], start: number): Iterable<Part> {
  for (let at = start; at < parts.length; at++) yield parts[at]!;
}

export function* backFrom(parts: readonly Part[], start: number): Iterable<Part> {
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
