import type { TextLine, TextRun } from './lines.js';
import { HAS_WIDE } from './wide.js';

/** A line may end this far before its margin, in font sizes, and be full. */
const RAGGED = 0.6;

/** Marks that no line begins with, by themselves. */
export const CLOSING = '，。、；：？！）”’》〉」』】〕…';

/** Some programs part no quotation mark from what is on either side of it. */
const FIRST_UNIT = new RegExp(
  `^(?:[（“‘《〈「『【〔]*(?:\\p{Script=Han}|[\\u3000-\\u303f\\uff00-\\uffef]|[^\\s\\p{Script=Han}${CLOSING}]{1,40})(?:[“‘][^\\s“‘]|[${CLOSING}])*)`,
  'u',
);
/** Width of the space between two words, in font sizes. */
const BLANK = 0.2;

/**
 * Whether what the next line begins with would not have fitted on a line: a word, or a Chinese character with the marks
 * that may not be parted from it.
 */
export function isFull(line: TextLine, next: TextLine, { right }: { readonly right: number }): boolean {
  const unit = FIRST_UNIT.exec(next.text)?.[0] ?? '';
  const blank = HAS_WIDE.test(line.text.at(-1)!) || HAS_WIDE.test(unit) ? 0 : BLANK * line.size;
  return line.right + blank + widthOf(next, unit.length) + RAGGED * line.size >= right;
}

/** How wide the first characters of a line are set, as far as that is known of each; else in proportion. */
function widthOf({ runs, text, left, right }: TextLine, length: number): number {
  let rest = length;
  for (const run of runs) {
    if (rest === run.text.length) return run.right - left;
    const edge = run.edges?.[rest - 1];
    if (edge !== undefined) return edge - left;
    if (rest < run.text.length) break;
    rest -= run.text.length;
  }
  return ((right - left) / text.length) * length;
}

const MARKS_AT_END = /[，。、；：？！]$/u;

/** Where a line ends without the mark that may hang in the margin. */
export function rightWithoutMarks({ runs, right }: TextLine): number {
  return Math.min(right, rightWithoutMark(runs.at(-1)!));
}

/** Where a run ends without such a mark. */
export function rightWithoutMark({ text, left, right, edges }: TextRun): number {
  if (!MARKS_AT_END.test(text) || edges?.length !== text.length) return right;
  return Math.min(right, edges.at(-2) ?? left);
}
