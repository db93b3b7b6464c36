import { info } from '../../common/diagnostic.js';
import type { Block } from '../../types.js';
import { andRepeats, areColumnNames, LONGEST_NAME, quotedNames, repeatsNames } from './column-names.js';
import { inputName, type Reading } from './reading.js';

/**
 * A reading without the first rows of tables that name the languages of their columns, `No. | English | 中文`, and those
 * further down that repeat them: beside each other they look like a text and its translation, and are none.
 */
export function withoutHeaders(reading: Reading, name: string): Reading {
  const { text, blocks, diagnostics } = reading;
  /** The rows of each table in order. Titles above a table are no rows of it any more, and its first need not be row 0. */
  const tables = new Map<number, Map<number, Block[]>>();
  for (const block of blocks) {
    if (block.position?.axis !== 'row') continue;
    const { table, start } = block.position;
    const rows = tables.get(table) ?? new Map<number, Block[]>();
    tables.set(table, rows);
    if (!rows.get(start)?.push(block)) rows.set(start, [block]);
  }
  const namesIn = (row: readonly Block[]): string[] =>
    row.map(({ lines }) => {
      const cell = text.slice(lines[0]!.start, lines.at(-1)!.end);
      return cell.slice(0, 2 * LONGEST_NAME).replace(EMPHASIS, '');
    });
  const leftOut = new Set<Block>();
  const headers: string[][] = [];
  let repeats = 0;
  for (const rows of tables.values()) {
    const [first, ...others] = rows.values();
    const names = namesIn(first!);
    if (others.length === 0 || !areColumnNames(names)) continue;
    headers.push(names);
    const again = others.filter((row) => row.length === names.length && repeatsNames(namesIn(row), names));
    repeats += again.length;
    for (const block of [first!, ...again].flat()) leftOut.add(block);
  }
  if (headers.length === 0) return reading;
  const names = quotedNames(headers[0]!);
  const what =
    headers.length === 1
      ? `the first row of a table names its columns (${names}) and was`
      : `the first rows of ${headers.length} tables name their columns (${names}) and were`;
  const note = info(
    'left-out',
    `${inputName(name)}: ${what} left out of the alignment${andRepeats(repeats)}.`,
    { values: { kind: 'table-headers', name, count: headers.length, columns: names } },
  );
  return {
    ...reading,
    blocks: blocks.filter((block) => !leftOut.has(block)),
    diagnostics: [...diagnostics, note],
  };
}

/** Marks of Markdown around a name. */
const EMPHASIS = /^[*_`]+|(?<![*_`])[*_`]+$/g;
