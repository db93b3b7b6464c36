import type { Span } from '../../types.js';
import { trimSpan } from '../writing/lines.js';

const BREAK = /<br\s*\/?>/gi;

/** Whether a tag ends a line, as `<br>` does. */
export function isLineBreak(tag: string): boolean {
  return /^<br\s*\/?>$/i.test(tag);
}

/** Where `<br>` stands in a line of a format that knows no tags: people write it there all the same, as the end of a line. */
export function lineBreaksIn(text: string, { start, end }: Span): Span[] {
  if (!text.slice(start, end).includes('<')) return [];
  return [...text.slice(start, end).matchAll(BREAK)].map(({ 0: tag, index }) => ({
    start: start + index,
    end: start + index + tag.length,
  }));
}

/**
 * Lines cut at the line breaks that stand in them; where two follow each other, as between paragraphs, a new group of
 * lines begins. Blank lines are left out, and so are groups without others.
 *
 * @param breaks in order and without overlaps
 */
export function linesBetween(text: string, lines: readonly Span[], breaks: readonly Span[]): Span[][] {
  const groups: Span[][] = [[]];
  let next = 0;
  let breaksInRow = 0;
  const add = (line: Span): void => {
    const { start, end } = trimSpan(text, line);
    if (start === end) return;
    if (breaksInRow > 1) groups.push([]);
    groups.at(-1)!.push({ start, end });
    breaksInRow = 0;
  };
  for (const { start, end } of lines) {
    let from = start;
    for (; next < breaks.length && breaks[next]!.start < end; next++) {
      const tag = breaks[next]!;
      if (tag.end <= start) continue;
      add({ start: from, end: Math.max(from, tag.start) });
      breaksInRow++;
      from = tag.end;
    }
    add({ start: from, end: Math.max(from, end) });
  }
  return groups.filter((group) => group.length > 0);
}
