import type { Language, Span } from '../../types.js';
import { jointInSource } from '../writing/join.js';

/** The text of a paragraph's lines, joined as the language joins lines. */
export function paragraphText(source: string, pieces: readonly Span[], language: Language): string {
  return pieces
    .map((piece, index) => {
      const space = index > 0 ? jointInSource(source, pieces[index - 1]!, piece, language) : '';
      return space + source.slice(piece.start, piece.end);
    })
    .join('');
}
