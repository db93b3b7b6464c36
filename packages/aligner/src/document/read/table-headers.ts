import { info } from '../../common/diagnostic.js';
import type { Block } from '../../types.js';
import { areColumnNames, LONGEST_NAME, quotedNames } from './column-names.js';
import { inputName, type Reading } from './reading.js';

/**
 * A reading without the first rows of tables that name the languages of their columns, `No. | English | 中文`: beside
 * each other they look like a text and its translation, and are none.
 */
export function withoutHeaders(reading: Reading, name: string): Reading {
  const { text, blocks, diagnostics } = reading;
  const tables = new Map<number, Block[][]>();
  for (const block of blocks) {
    if (block.position?.axis !== 'row') continue;
    const { table, start } = block.position;
    const rows = tables.get(table) ?? [];
    tables.set(table, rows);
    rows[start] ??= [];
    rows[start].push(block);
  }
  const namesIn = (row: readonly Block[]): string[] =>
    row.map(({ lines }) => {
      const cell = text.slice(lines[0]!.start, lines.at(-1)!.end);
      return cell
        .slice(0, 2 * LONGEST_NAME)
        .replace(EMPHASIS, '')
        .trim();
    });
  const headers = [...tables.values()].flatMap((rows) =>
    // What has no first row any more is a sheet whose header was left out.
    rows[0] === undefined ? [] : headersOf(rows.filter(Boolean), namesIn),
  );
  if (headers.length === 0) return reading;
  const leftOut = new Set(headers.flat());
  const names = quotedNames(namesIn(headers[0]!));
  const what =
    headers.length === 1
      ? `the first row of a table names its columns (${names}) and was`
      : `${headers.length} rows name the columns of their tables (${names}) and were`;
  const note = info('left-out', `${inputName(name)}: ${what} left out of the alignment.`);
  return {
    ...reading,
    blocks: blocks.filter((block) => !leftOut.has(block)),
    diagnostics: [...diagnostics, note],
  };
}

/**
 * The rows of a table that name its columns: the first one of more than one cell, above which a title may stand, and the
 * same ones again further down. A table that is nothing else has none.
 */
function headersOf(
  rows: readonly (readonly Block[])[],
  namesIn: (row: readonly Block[]) => string[],
): (readonly Block[])[] {
  const first = rows.findIndex((row) => row.length > 1);
  if (first < 0) return [];
  const names = namesIn(rows[first]!);
  if (!areColumnNames(names)) return [];
  const [headers, others] = [[] as (readonly Block[])[], [] as (readonly Block[])[]];
  for (const row of rows.slice(first)) {
    const isHeader = row.length === names.length && namesIn(row).every((name, at) => name === names[at]);
    (isHeader ? headers : others).push(row);
  }
  return others.length > 0 ? headers : [];
}

/** Marks of Markdown around a name. */
const EMPHASIS = /^[*_`]+|(?<![*_`])[*_`]+$/g;
