import type { Reading } from '../../packages/aligner/src/document/read/reading.js';

/** Each block as `kind numbering|text`, its lines parted by `/`, before it the place of a cell as `table:column:start-end`. */
export function described({ text, blocks }: Pick<Reading, 'text' | 'blocks'>): string[] {
  return blocks.map(({ kind, numbering, position: at, lines }) => {
    const place = at?.axis === 'row' ? `${at.table}:${at.column}:${at.start}-${at.end} ` : '';
    const marker = numbering === undefined ? '' : `${numbering}|`;
    return `${place}${kind} ${marker}${lines.map(({ start, end }) => text.slice(start, end)).join('/')}`;
  });
}
