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
  const firstRows = new Map<number, Block[]>();
  const withMore = new Set<number>();
  for (const block of blocks) {
    if (block.position?.axis !== 'row') continue;
    const { table, start } = block.position;
    // Titles above a table are no rows of it any more, and its first row need not be row 0.
    const first = firstRows.get(table);
    if (first === undefined) firstRows.set(table, [block]);
    else if (start > first[0]!.position!.start) withMore.add(table);
    else first.push(block);
  }
  const namesIn = (row: readonly Block[]): string[] =>
    row.map(({ lines }) => {
      const cell = text.slice(lines[0]!.start, lines.at(-1)!.end);
      return cell.slice(0, 2 * LONGEST_NAME).replace(EMPHASIS, '');
    });
  const headers = [...firstRows].flatMap(([table, row]) =>
    withMore.has(table) && areColumnNames(namesIn(row)) ? [row] : [],
  );
  if (headers.length === 0) return reading;
  const leftOut = new Set(headers.flat());
  const names = quotedNames(namesIn(headers[0]!));
  const what =
    headers.length === 1
      ? `the first row of a table names its columns (${names}) and was`
      : `the first rows of ${headers.length} tables name their columns (${names}) and were`;
  const note = info('left-out', `${inputName(name)}: ${what} left out of the alignment.`);
  return {
    ...reading,
    blocks: blocks.filter((block) => !leftOut.has(block)),
    diagnostics: [...diagnostics, note],
  };
}

/** Marks of Markdown around a name. */
const EMPHASIS = /^[*_`]+|(?<![*_`])[*_`]+$/g;
