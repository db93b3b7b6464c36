import { evenGap, isScriptSeam, SCRIPT_GAP, type TextRun } from './lines.js';
import { merged, type Range } from './ranges.js';

/** Pieces of a line are further apart than this, in font sizes. */
const GAP = 0.45;
/** Columns are this far apart or further: it is enough where no line at all crosses. */
const GUTTER = 0.15;
/** What stands on baselines further apart than this, in font sizes, is no one line, however near it stands. */
const LEVEL = 0.05;

/** The runs of a line in pieces that stand on one baseline each, without gaps wider than so many font sizes. */
export function piecesOf(runs: readonly TextRun[], gap: number): TextRun[][] {
  const pieces: TextRun[][] = [];
  for (const run of [...runs].sort((a, b) => a.left - b.left)) {
    const piece = pieces.find(
      (each) =>
        Math.abs(each[0]!.baseline - run.baseline) <= LEVEL * run.size &&
        run.left - each.at(-1)!.right <= gap * run.size,
    );
    if (piece) piece.push(run);
    else pieces.push([run]);
  }
  return pieces;
}

/** The runs of a line in pieces, cut wherever a gap of theirs lies between two columns or around what does, unless it is one that programs put between scripts. */
export function cutAt(runs: readonly TextRun[], columns: readonly Range[]): TextRun[][] {
  const pieces: TextRun[][] = [];
  for (const run of [...runs].sort((a, b) => a.left - b.left)) {
    const last = pieces.at(-1)?.at(-1);
    const middle = last && (last.right + run.left) / 2;
    const isBetween = columns.some(({ to }, at) => {
      const next = columns[at + 1];
      if (last === undefined || next === undefined) return false;
      return (middle! > to && middle! < next.from) || (last.right <= to && run.left >= next.from);
    });
    if (last === undefined || (isBetween && run.left - last.right > leastGap(last, run))) pieces.push([run]);
    else pieces.at(-1)!.push(run);
  }
  return pieces;
}

function leastGap(before: TextRun, after: TextRun): number {
  return (isScriptSeam(before.text, after.text) ? SCRIPT_GAP : GUTTER) * after.size;
}

/** A gap this many times as wide as those between words parts a line, and one of so many font sizes whatever those are. */
const WIDER_THAN_WORDS = 1.8;
const WIDE = 1.5;
/** Fewer gaps do not tell how wide those between words are. */
const TELLING_GAPS = 3;

/** How wide a gap of a line must be, in font sizes, to part it: in justified lines those between words are wide. */
export function gapOf(runs: readonly TextRun[]): number {
  const even = evenGap(runs);
  if (even !== null) return even;
  const gaps = runs.slice(1).map((run, at) => (run.left - runs[at]!.right) / run.size);
  for (const run of runs) {
    // A blank that a run ends with is part of the gap behind it.
    for (let unit = 1; unit < run.text.trimEnd().length; unit++) {
      const width = run.text[unit] === ' ' ? BLANK : HAN.test(run.text[unit]!) ? 0 : -1;
      if (width >= 0) gaps.push(width);
    }
  }
  if (gaps.length < TELLING_GAPS) return GAP;
  gaps.sort((a, b) => a - b);
  return Math.max(GAP, Math.min(WIDER_THAN_WORDS * gaps[Math.floor(gaps.length / 4)]!, WIDE));
}

/** Width of a blank that was written, in font sizes. */
const BLANK = 0.25;
export const HAN = /\p{Script=Han}/u;

/** Where pieces stand, from left to right, whatever line they are in. */
export function columnsOf(pieces: readonly (readonly TextRun[])[]): Range[] {
  const size = Math.min(...pieces.flat().map((run) => run.size));
  return merged(
    pieces.map((piece) => ({ from: piece[0]!.left, to: Math.max(...piece.map(({ right }) => right)) })),
    GUTTER * size,
  );
}

/** Columns with the pieces of one more line in them: however many lines there are, each is looked at once. */
export function withPieces(columns: readonly Range[], pieces: readonly (readonly TextRun[])[]): Range[] {
  const size = Math.min(...pieces.flat().map((run) => run.size));
  return merged([...columns, ...columnsOf(pieces)], GUTTER * size);
}
