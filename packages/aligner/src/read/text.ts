import { BLANK } from '../language/folding.js';
import type { Block, Span } from '../types.js';
import { lineSpans } from './lines.js';

/**
 * Reads plain text: blocks are parted by blank lines. Only what can be nothing but markup is taken for it: `#` marks
 * before a heading, which many reports saved as text still have, and lines that are rules.
 */
export function readText(text: string): Block[] {
  const blocks: Block[] = [];
  let lines: Span[] = [];
  const close = (): void => {
    if (lines.length > 0) blocks.push({ kind: 'paragraph', lines });
    lines = [];
  };
  const all = lineSpans(text);
  for (const line of all.slice(frontMatterLines(text, all))) {
    const written = text.slice(line.start, Math.min(line.end, line.start + 8));
    const marks = /^#{1,6}(?:\s+(?=\S)|$)/.exec(written);
    if (isBlank(text, line) || isRule(text, line)) {
      close();
    } else if (marks) {
      close();
      const heading = { start: line.start + marks[0].length, end: line.end };
      if (heading.end > heading.start) blocks.push({ kind: 'heading', lines: [heading] });
    } else {
      lines.push(line);
    }
  }
  close();
  return blocks;
}

/** Lines of YAML front matter that the text begins with: fields between two lines of `---`. */
function frontMatterLines(text: string, lines: readonly Span[]): number {
  const first = lines.findIndex(({ start, end }) => end > start);
  const at = (index: number): string => text.slice(lines[index]!.start, lines[index]!.end);
  if (first < 0 || at(first) !== '---') return 0;
  for (let index = first + 1; index < lines.length; index++) {
    if (at(index) === '---') return index > first + 1 ? index + 1 : 0;
    if (!/^([\w-]+:(\s|$)|-\s|#)/.test(at(index).slice(0, 100))) return 0;
  }
  return 0;
}

/** A line on which nothing can be seen. */
function isBlank(text: string, { start, end }: Span): boolean {
  return start === end || BLANK.exec(text.slice(start, end))![0].length === end - start;
}

/** A line of three or more rule characters and nothing else. */
function isRule(text: string, { start, end }: Span): boolean {
  return end - start >= 3 && end - start <= 200 && /^[-=*_~·. ]+$/.test(text.slice(start, end));
}
