import type { Paragraph, Span } from '../../types.js';
import { hyphenatedWords, joinCutWord } from '../writing/cut-words.js';
import { isOverLines } from '../writing/join.js';

/**
 * Makes words whole that were cut at the ends of lines, `Hima-⏎layan`: by all that the lines of the side say of a word, its
 * hyphen is none of the text. Lines that no one has wrapped are paragraphs of their own here, and keep theirs.
 */
export function withWholeWords(
  source: string,
  paragraphs: readonly Paragraph[],
): { paragraphs: readonly Paragraph[]; hyphens: Span[] } {
  const hyphens: Span[] = [];
  // Few documents have any, and to learn their words takes time.
  if (!paragraphs.some(({ pieces }) => pieces.some((_, at) => mayBeCut(source, pieces, at)))) {
    return { paragraphs, hyphens };
  }
  const written = ({ start, end }: Span): string => source.slice(start, end);
  const hyphenated = hyphenatedWords(paragraphs.flatMap(({ pieces }) => pieces.map(written)));
  const mended = paragraphs.map((paragraph) => {
    const { kind, pieces } = paragraph;
    if (kind === 'code') return paragraph;
    const whole = pieces.map((piece, at): Span => {
      if (!mayBeCut(source, pieces, at)) return piece;
      const before = written(piece);
      const joined = joinCutWord(before, written(pieces[at + 1]!), hyphenated);
      if (joined === null || joined.length === before.length) return piece;
      const end = piece.start + joined.length;
      hyphens.push({ start: end, end: piece.end });
      return { start: piece.start, end };
    });
    return { ...paragraph, pieces: whole };
  });
  return { paragraphs: mended, hyphens };
}

/** Whether a hyphen ends a line, and the next line of its paragraph goes on in a letter. */
function mayBeCut(source: string, pieces: readonly Span[], at: number): boolean {
  const [piece, next] = [pieces[at]!, pieces[at + 1]];
  return (
    next !== undefined &&
    /\p{Script=Latin}[-\u2010\u00ad]$/u.test(source.slice(Math.max(piece.start, piece.end - 2), piece.end)) &&
    /^\s/.test(source.slice(piece.end, piece.end + 1)) &&
    isOverLines(source.slice(piece.end, next.start))
  );
}
