import type { Span } from '../../types.js';
import type { SourceParagraph } from './rejoin.js';

/**
 * Paragraphs without inline syntax, such as the asterisks of emphasis: their pieces are parted around it. A paragraph that
 * consists of nothing else is left out.
 *
 * @param syntax where it stands, in order and without overlaps
 */
export function withoutInlineSyntax(
  paragraphs: readonly SourceParagraph[],
  syntax: readonly Span[],
): readonly SourceParagraph[] {
  if (syntax.length === 0) return paragraphs;
  return paragraphs.flatMap((paragraph) => {
    const pieces = paragraph.pieces.flatMap((piece) => around(piece, syntax));
    return pieces.length === 0 ? [] : [{ ...paragraph, pieces }];
  });
}

function around(piece: Span, syntax: readonly Span[]): Span[] {
  const parts: Span[] = [];
  let { start } = piece;
  for (let at = firstEndingAfter(syntax, start); at < syntax.length && syntax[at]!.start < piece.end; at++) {
    if (syntax[at]!.start > start) parts.push({ start, end: syntax[at]!.start });
    start = Math.max(start, syntax[at]!.end);
  }
  if (start < piece.end) parts.push({ start, end: piece.end });
  return parts;
}

function firstEndingAfter(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
