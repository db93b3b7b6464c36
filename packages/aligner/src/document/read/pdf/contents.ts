import type { TextLine } from './lines.js';
import { beginsWithMarker, isFull, measure } from './paragraphs.js';

/** Dots that lead to the number of a page at the end of a line. */
const LEADER =
  /\p{L}.*?(?:[.．·․‥…⋯・]\s{0,2}){4,}[(（]?(?:\d{1,4}|[ivxlc]{1,7}|[A-Z]{1,2}-?\d{1,3}|\d{1,3}-\d{1,3})[)）]?$/u;
/** Dots and a number with more behind them: entries of two columns. */
const TWO_LEADERS = /(?:[.．·․‥…⋯・]\s{0,2}){4,}[(（]?\d{1,4}[)）]?\s*\p{L}/u;
const NUMBER = /^(?:\d{1,4}|[ivxlc]{1,7})$/;
/** A number without dots stands at least this far from its title, in font sizes, and as far to the right as the others, in points. */
const FAR = 2;
const ALIGNED = 1.5;
/** Fewer entries with dots tell nothing of lines without them. */
const FEWEST = 2;

/** A line of a list of contents, with the line before it where its title takes two. */
export interface Entry {
  readonly lines: readonly TextLine[];
}

/** The entries of lists of contents among lines: each with the index of its last line. */
export function entriesAmong(lines: readonly TextLine[]): Map<number, Entry> {
  const entries = new Map<number, Entry>();
  const led = lines.map(({ text }) => LEADER.test(text) && !TWO_LEADERS.test(text));
  const ends = lines.filter((_, at) => led[at]).map(({ right }) => right);
  if (ends.length === 0) return entries;
  const column = measure(lines);
  for (const [at, line] of lines.entries()) {
    const last = line.runs.at(-1)!;
    const before = lines[at - 1];
    if (led[at]) {
      const isSecond =
        before !== undefined &&
        !entries.has(at - 1) &&
        before.size === line.size &&
        !beginsWithMarker(line.text) &&
        beginsWithMarker(before.text) &&
        line.baseline - before.baseline <= 2 * line.size &&
        isFull(before, line, column);
      entries.set(at, { lines: isSecond ? [before, line] : [line] });
    } else if (
      ends.length >= FEWEST &&
      NUMBER.test(last.text.trim()) &&
      line.runs.length > 1 &&
      last.left - line.runs.at(-2)!.right > FAR * line.size &&
      ends.some((end) => Math.abs(end - line.right) < ALIGNED)
    ) {
      entries.set(at, { lines: [line] });
    }
  }
  return entries;
}
