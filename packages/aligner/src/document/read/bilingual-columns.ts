import { countInSteps, type Steps } from '../../common/steps.js';
import { languageByScript } from '../writing/script.js';
import { cellParts } from './cell-parts.js';

/** Share of the cells with letters of a column that must hold both languages; others are not translated, or names. */
const BOTH = 0.6;
/** Fewer are chance, unless the whole table is like that. */
const LEAST_CELLS = 2;

/** The columns in which each cell holds a text and its translation, as `Rice 米饭` does; cells may have several lines. */
export function* bilingualColumns(rows: readonly (readonly string[])[]): Steps<ReadonlySet<number>> {
  const columns = new Map<number, { lettered: number; both: number; clear: number }>();
  yield* countInSteps(rows.length, TOGETHER, (at) => {
    const row = rows[at]!;
    row.forEach((cell, column) => {
      if (!/\p{L}/u.test(cell)) return;
      const count = columns.get(column) ?? { lettered: 0, both: 0, clear: 0 };
      columns.set(column, count);
      count.lettered++;
      const parts = linesInTurn(cell) ? 'lines' : cellParts(cell);
      if (parts === null) return;
      const others = row.filter((_, other) => other !== column);
      // `USB 接口` beside `USB port`: a name within the Chinese.
      if (parts !== 'lines' && repeats(others, cell.slice(parts.en.start, parts.en.end))) return;
      count.both++;
      if (parts === 'lines' || parts.isClear) count.clear++;
    });
  });
  const all = [...columns];
  const sum = (field: 'lettered' | 'both'): number =>
    all.reduce((total, [, count]) => total + count[field], 0);
  const isUsual = sum('both') >= LEAST_CELLS && sum('both') >= BOTH * sum('lettered');
  return new Set(
    all
      .filter(([, { lettered, both, clear }]) => {
        if (both < BOTH * lettered || clear * 2 < both) return false;
        return isUsual || both >= LEAST_CELLS;
      })
      .map(([column]) => column),
  );
}

/** Rows between two steps. */
const TOGETHER = 32;

/** Whether lines of a cell are in both languages. */
function linesInTurn(cell: string): boolean {
  const languages = new Set(cell.split('\n').map(languageByScript));
  return languages.has('en') && languages.has('zh');
}

function repeats(cells: readonly string[], english: string): boolean {
  const wanted = english.toLowerCase();
  return cells.some((cell) => cell.toLowerCase().includes(wanted));
}
