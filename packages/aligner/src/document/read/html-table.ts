import type { Element } from 'hast';
import type { Position } from '../../types.js';
import { type Parent, shown } from './html-elements.js';

/** Columns further to the right are not told apart: no one writes them, and a cell may claim a thousand. */
const MOST_COLUMNS = 100;

/**
 * Where each cell of a table stands, as the table model of the HTML standard has it. Null for a table that only lays
 * out a page: one with a table in it, with a single row or column, or that says so.
 */
export function cellPositions(table: Element, index: number): ReadonlyMap<Element, Position> | null {
  const { role } = table.properties;
  if (role === 'presentation' || role === 'none') return null;
  const rows = rowsOf(table);
  if (rows.length < 2) return null;
  const positions = new Map<Element, Position>();
  /** The row in which each column is free of cells from above. */
  const free = new Array<number>(MOST_COLUMNS).fill(0);
  let columns = 0;
  for (const [row, element] of rows.entries()) {
    let column = 0;
    for (const cell of elementsIn(element)) {
      if (cell.tagName !== 'td' && cell.tagName !== 'th') continue;
      if (holdsTable(cell)) return null;
      while (column < MOST_COLUMNS - 1 && free[column]! > row) column++;
      const height = span(cell.properties.rowSpan, rows.length - row);
      const width = span(cell.properties.colSpan, MOST_COLUMNS - column);
      positions.set(cell, { axis: 'row', table: index, column, start: row, end: row + height });
      free.fill(row + height, column, column + width);
      columns = Math.max(columns, column + 1);
      column = Math.min(column + width, MOST_COLUMNS - 1);
    }
  }
  return columns < 2 ? null : positions;
}

/** A row span of 0 goes down to the end. */
function span(value: unknown, most: number): number {
  if (typeof value !== 'number' || !(value >= 0)) return 1;
  return value === 0 ? most : Math.min(Math.floor(value), most);
}

function rowsOf(parent: Parent): Element[] {
  return elementsIn(parent).flatMap((child) => {
    if (child.tagName === 'tr') return [child];
    return /^(?:thead|tbody|tfoot)$/.test(child.tagName) ? rowsOf(child) : [];
  });
}

function elementsIn(parent: Parent): Element[] {
  return shown(parent).filter((node) => node.type === 'element');
}

function holdsTable(parent: Parent): boolean {
  return elementsIn(parent).some((child) => child.tagName === 'table' || holdsTable(child));
}
