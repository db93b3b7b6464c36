import { linesOf, type TextLine } from './lines.js';
import { beginsWithMarker } from './markers.js';
import { ALIGNED } from './measure.js';

/** What stands beside a text to say what it is (`Note`, `注意`) is no longer than this, in characters, */
const LONGEST = 20;
/** this far from it or further, in font sizes, */
const GAP = 0.35;
/** and begins this far to the left of it. */
const OUTSIDE = 2;
/** Lines of such a text are no further apart than this, in font sizes; it has so many, or more. */
const PITCH = 2.2;
const FEWEST_LINES = 2;

/**
 * Lines with each label that stands beside a text before it, as a line of its own: programs set it beside the middle of the text, where
 * it would stand within a sentence. It is outside of where all lines of the text begin, and has a font of its own or stands far from them.
 */
export function withLabelsBeside(lines: readonly TextLine[]): readonly TextLine[] {
  const found = [...lines];
  for (let at = 0; at < found.length; at++) {
    const parted = partedLabel(found, at);
    if (parted === null) continue;
    const { label, rest } = parted;
    const { left } = rest ?? found[at + 1]!;
    let first = at;
    while (first > 0 && isOfText(found[first - 1]!, found[first]!, left)) first--;
    const { baseline } = found[first]!;
    found.splice(at, 1, ...(rest === null ? [] : [rest]));
    found.splice(first, 0, { ...label, baseline });
    // What is left of its line comes next, and is looked at no more.
    at++;
  }
  return found;
}

/** The label that a line is or begins with, and the rest of it. */
function partedLabel(
  lines: readonly TextLine[],
  at: number,
): { readonly label: TextLine; readonly rest: TextLine | null } | null {
  const line = lines[at]!;
  const [before, after] = [lines[at - 1], lines[at + 1]];
  if (after === undefined) return null;
  if (isLabel(line, after)) {
    const isBetween =
      before !== undefined &&
      isAligned(before, after.left, line.size) &&
      isClose(before, after) &&
      line.runs.every(isNotIn(after));
    return isBetween ? { label: line, rest: null } : null;
  }
  let length = line.runs[0]!.text.length;
  for (let end = 1; end < line.runs.length && length <= LONGEST; end++) {
    const [last, next] = [line.runs[end - 1]!, line.runs[end]!];
    length += next.text.length;
    if (next.left - last.right < GAP * line.size) continue;
    const [label, rest] = [line.runs.slice(0, end), line.runs.slice(end)].map((runs) => linesOf(runs)[0]!);
    const isSetApart = label!.runs.every(isNotIn(rest!)) || isFurther(line.runs, end);
    if (isSetApart && isLabel(label!, rest!) && isBesideText(lines, at, rest!.left)) {
      return { label: label!, rest: rest! };
    }
  }
  return null;
}

/** Whether so many lines above and below a line begin at one place. */
function isBesideText(lines: readonly TextLine[], at: number, left: number): boolean {
  let count = 0;
  for (const step of [1, -1]) {
    for (let next = at + step; count < FEWEST_LINES; next += step) {
      if (lines[next] === undefined || !isOfText(lines[next]!, lines[next - step]!, left)) break;
      count++;
    }
  }
  return count >= FEWEST_LINES;
}

/** Whether a text is short, and outside of another. */
function isLabel({ text, left, right, size }: TextLine, other: TextLine): boolean {
  return (
    text.length <= LONGEST &&
    /^\p{L}/u.test(text) &&
    !beginsWithMarker(`${text} `) &&
    other.left - right >= GAP * size &&
    other.left - left >= OUTSIDE * size
  );
}

/** The gap behind a label in the font of its text is so many times as wide as a blank, in font sizes, and as other gaps of its line. */
const BLANK = 0.25;
const GAP_TIMES = 1.4;

/** Whether the gap before a run is wider than all others of a line, and what is before it is words and no name of who speaks. */
function isFurther(runs: TextLine['runs'], at: number): boolean {
  const gaps = runs.slice(1).map(({ left, size }, index) => (left - runs[index]!.right) / size);
  const others = gaps.filter((_, index) => index !== at - 1);
  const words = runs.slice(0, at).map(({ text }) => text);
  return gaps[at - 1]! >= GAP_TIMES * Math.max(BLANK, ...others) && !/[\d:：]/.test(words.join(''));
}

function isNotIn({ runs }: TextLine): (run: TextLine['runs'][number]) => boolean {
  return ({ font }) => font !== undefined && font !== runs[0]!.font;
}

/** Whether a line begins where a text does, and stands near the next or the last of its lines. */
function isOfText(line: TextLine, next: TextLine, left: number): boolean {
  return isAligned(line, left, line.size) && isClose(line, next);
}

function isAligned(line: TextLine, left: number, size: number): boolean {
  return Math.abs(line.left - left) <= ALIGNED * size;
}

function isClose(line: TextLine, next: TextLine): boolean {
  return Math.abs(next.baseline - line.baseline) <= PITCH * line.size;
}
