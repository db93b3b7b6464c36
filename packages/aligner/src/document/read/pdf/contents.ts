import { isFigure } from '../../writing/figures.js';
import { LONGEST_LINE, leaderIn } from '../../writing/leaders.js';
import { isFull } from './line-width.js';
import type { TextLine } from './lines.js';
import { beginsWithMarker } from './markers.js';
import { measure } from './measure.js';

/** Fewer dots may mark an omission. */
const FEWEST_DOTS = 4;
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

/** The entries of lists of contents and of fees among lines: each with the index of its last line. */
export function entriesAmong(lines: readonly TextLine[]): Map<number, Entry> {
  const entries = new Map<number, Entry>();
  for (const [at, line] of lines.entries())
    if (amountIn(line.text) !== null) entries.set(at, { lines: [line] });
  const led = lines.map(({ text }) => isLed(text));
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

/** Dots that lead to an amount at the end of a line: `Rent ........ 1,493.82`. */
const AMOUNT = /(?<![.．…])(?:[.．]{4,}|…{2,})[ \u00a0]*(?<amount>[^.．…\s][^…\s]*)$/u;

/** Where the dots begin that lead to an amount at the end of a text, and the amount; null where there are none, or a page's number is what they lead to. */
function amountIn(text: string): { readonly at: number; readonly amount: string } | null {
  const match = text.length > LONGEST_LINE ? null : AMOUNT.exec(text);
  const amount = match?.groups?.['amount'] ?? '';
  return match !== null && isFigure(amount) && leaderIn(text) === null ? { at: match.index, amount } : null;
}

/** A text without the dots that lead to an amount, which are layout. */
export function withoutDots(text: string): string {
  const led = amountIn(text);
  return led === null ? text : `${text.slice(0, led.at).trimEnd()} ${led.amount}`;
}

/** Whether dots lead to a number in a text, and only once: lists of contents may stand beside each other. */
function isLed(text: string): boolean {
  const leader = leaderIn(text);
  if (leader === null || leader.dots < FEWEST_DOTS) return false;
  return !/[.．·․‥…⋯・]\s{0,2}[.．·․‥…⋯・]\s{0,2}[.．·․‥…⋯・]\s{0,2}\d/.test(text.slice(0, leader.at));
}
