import type { Span } from '../../types.js';

/** Columns that a text takes, wide characters counted as two. */
export function displayWidth(text: string, { start, end }: Span = { start: 0, end: text.length }): number {
  let width = 0;
  for (let at = start; at < end; at++) width += text.charCodeAt(at) >= 0x2e80 ? 2 : 1;
  return width;
}
