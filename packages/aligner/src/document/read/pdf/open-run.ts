import { WORD_GAP } from './lines.js';
import type { Placed } from './places.js';

/** A gap wider than this, in font sizes, or a step back as wide, begins a run of its own. */
const GAP = 0.1;
const STEP_BACK = 0.5;
/** Characters of one run stand on one baseline, give or take this, in font sizes. */
const LEVEL = 0.05;

/** A run that more characters may join. */
export interface OpenRun {
  readonly run: {
    text: string;
    left: number;
    right: number;
    readonly baseline: number;
    readonly size: number;
    readonly edges: number[];
    readonly mark: number;
    readonly font: number;
    readonly isMono: boolean;
  };
  /** Quarter turns; null for what stands aslant. */
  readonly quarter: number | null;
  /** Where the last character ends, blanks included. */
  end: number;
}

/** A run that begins with a character, and has none yet. */
export function begun(
  { left, baseline, size, font, quarter }: Placed,
  mark: number,
  isMono: boolean,
): OpenRun {
  return {
    run: { text: '', left, right: left, baseline, size, edges: [], mark, font, isMono },
    quarter,
    end: left,
  };
}

/** Whether a character stands where the next one of a run does. */
export function goesOn({ run, quarter, end }: OpenRun, next: Placed): boolean {
  const gap = next.left - end;
  return (
    next.quarter === quarter &&
    next.font === run.font &&
    next.size === run.size &&
    Math.abs(next.baseline - run.baseline) <= LEVEL * run.size &&
    gap <= GAP * run.size &&
    gap >= -STEP_BACK * run.size
  );
}

/** Adds a character to a run, at a place or, as one more letter of a ligature, none of its own. */
export function append(open: OpenRun, placed: Placed | null, text: string): void {
  const { run } = open;
  const { left, right } = placed ?? { left: open.end, right: open.end };
  open.end = Math.max(open.end, right);
  if (text === '') return;
  const isBlank = text.trim() === '';
  // Blanks at either end take no room.
  if (run.text === '') {
    run.left = isBlank ? right : left;
    run.right = right;
    if (isBlank) return;
  }
  if (!isBlank) run.right = Math.max(run.right, right);
  run.text += text;
  for (let unit = 0; unit < text.length; unit++) run.edges.push(right);
}

/** What runs off the page goes on in its line with gaps no wider than this, in font sizes. */
const GAP_OFF_PAGE = 1;

/** Adds a character that the page has no room for to the run that runs off it; it takes no room. */
export function appendOffPage(open: OpenRun, placed: Placed, text: string): void {
  const { run, quarter, end } = open;
  const gap = (placed.left - end) / run.size;
  const isInLine = placed.quarter === quarter && Math.abs(placed.baseline - run.baseline) <= LEVEL * run.size;
  if (text === '' || !isInLine || gap < -STEP_BACK || gap > GAP_OFF_PAGE) return;
  append(open, { ...placed, left: run.right, right: run.right }, gap > WORD_GAP ? ` ${text}` : text);
  open.end = placed.right;
}

/** A word stands as a whole wherever it is measured. */
const WORD = /^[!-~]+$/;

/** Where the characters of a run end, in no more room than they take: a book has a million runs. */
export function edgesOf({ text, edges }: OpenRun['run']): readonly number[] | undefined {
  return WORD.test(text) ? undefined : edges.slice();
}
