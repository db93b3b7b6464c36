import type { Span } from '../../types.js';

/** A line of a block, with the marks of notes in it. */
export interface Line {
  text: string;
  marks: Span[];
}

export function newLine(): Line {
  return { text: '', marks: [] };
}

/**
 * White space as a browser shows it: one space, and none for a line break between two characters of Chinese (CSS Text
 * Level 3, segment break transformation).
 */
export function collapsedLine({ text, marks }: Line): Line {
  /** Where white space ends, and by how much the text up to there has become shorter. */
  const ends: { readonly at: number; readonly shorter: number }[] = [];
  let shorter = 0;
  const written = text.replace(/[ \t\n\r\f]+/g, (space, at: number) => {
    const isBetween = isWide(text.charCodeAt(at - 1)) && isWide(text.charCodeAt(at + space.length));
    const shownSpace = isBetween && space.includes('\n') ? '' : ' ';
    shorter += space.length - shownSpace.length;
    if (marks.length > 0) ends.push({ at: at + space.length, shorter });
    return shownSpace;
  });
  let next = 0;
  const moved = (offset: number): number => {
    while (next < ends.length && ends[next]!.at <= offset) next++;
    return offset - (ends[next - 1]?.shorter ?? 0);
  };
  return {
    text: written,
    marks: marks.map((mark) => {
      const [start, end] = [moved(mark.start), moved(mark.end)];
      // Of two spaces about a mark one goes with it, and the one before a stop.
      const isApart = written[start - 1] === ' ' && /^(?:[\s,.;:!?)]|$)/.test(written.slice(end, end + 1));
      return { start: isApart ? start - 1 : start, end };
    }),
  };
}

export function collapsed(text: string): string {
  return collapsedLine({ text, marks: [] }).text;
}

/** Han characters, and the punctuation and full-width forms that go with them. */
function isWide(unit: number): boolean {
  return (
    (unit >= 0x2e80 && unit < 0xac00) ||
    (unit >= 0xf900 && unit < 0xfb00) ||
    (unit >= 0xff01 && unit < 0xff61)
  );
}
