import { gridsOf, type Rule } from './grid.js';
import { rightWithoutMark } from './line-width.js';
import { amountOf, linesOf, type TextLine, type TextRun } from './lines.js';
import { measure, usualSize } from './measure.js';
import type { PdfParagraph } from './paragraphs.js';
import { merged, type Range, withHanging } from './ranges.js';

/** A note in the margin, such as the title of a section of an act, and what it stands beside. */
export interface MarginNote {
  readonly paragraph: PdfParagraph;
  /** Where the line of text stands that it begins beside, and the column that this is in. */
  readonly baseline: number;
  readonly left: number;
  readonly right: number;
}

/** Notes in the margin are set in letters as small as this or smaller, compared with the text of their page, */
const SMALL = 0.93;
/** this far from all of it, in font sizes of the text, or further, */
const GAP = 0.4;
/** and take this share of its width, or less: other columns take more. */
const WIDEST = 0.35;
/** They hold this share of what the text beside them does, in characters, or less. */
const MOST = 0.3;
/** This share of them, or more, begin beside a line of the text, give or take this, in font sizes. */
const BESIDE = 0.75;
const LEVEL = 0.6;
/** A text that has notes in its margin has so many lines, or more. */
const FEWEST_LINES = 5;
/** Lines of one note are no further apart than this, in font sizes. */
const PITCH = 1.7;

/**
 * The notes in the margins of a page, and its other runs: acts have the title of each section in small letters beside its first
 * line, where it would stand within a sentence.
 *
 * @param body between which baselines the page has its text: heads and feet may reach over its margins
 */
export function marginNotesOf(
  runs: readonly TextRun[],
  rules: readonly Rule[],
  body: Range,
): { readonly runs: readonly TextRun[]; readonly notes: readonly MarginNote[] } {
  const none = { runs, notes: [] };
  const inBody = runs.filter(({ baseline }) => baseline > body.from && baseline < body.to);
  const usual = usualSize(inBody);
  const texts = inBody.filter(({ size }) => size > SMALL * usual);
  if (texts.length === inBody.length) return none;
  const columns = rangesOf(texts, GAP * usual);
  const isBeyond = (run: TextRun): boolean =>
    columns.every(({ from, to }) => run.right < from - GAP * usual || run.left > to + GAP * usual);
  const small = inBody.filter((run) => run.size <= SMALL * usual && isBeyond(run));
  if (small.length === 0) return none;
  const boxes = gridsOf(rules).map(({ box }) => box);
  const notes: MarginNote[] = [];
  const taken = new Set<TextRun>();
  for (const strip of rangesOf(small, GAP * usual)) {
    const own = small.filter((run) => run.left >= strip.from && rightWithoutMark(run) <= strip.to);
    const column = nearest(withLabels(columns, usual), strip);
    const beside = texts.filter((run) => run.left >= column.from && rightWithoutMark(run) <= column.to);
    const found = notesIn(own, column, linesOf(beside));
    const isDrawn = boxes.some(({ left, right }) => left < strip.to && right > strip.from);
    if (
      found === null ||
      isDrawn ||
      strip.to - strip.from > WIDEST * (column.to - column.from) ||
      amountOf(own) > MOST * amountOf(beside)
    )
      continue;
    notes.push(...found);
    for (const run of own) taken.add(run);
  }
  return { runs: runs.filter((run) => !taken.has(run)), notes };
}

/** The notes that some runs are; null where they are none, as too few begin beside a line of the text. */
function notesIn(
  runs: readonly TextRun[],
  { from, to }: Range,
  texts: readonly TextLine[],
): MarginNote[] | null {
  if (texts.length < FEWEST_LINES) return null;
  const lines = linesOf(runs);
  const column = measure(lines);
  const groups: TextLine[][] = [];
  for (const [at, line] of lines.entries()) {
    const last = lines[at - 1];
    const goesOn = last !== undefined && line.baseline - last.baseline <= PITCH * line.size;
    if (goesOn) groups.at(-1)!.push(line);
    else groups.push([line]);
  }
  // What counts lines, and no more, is no note.
  if (!groups.every((group) => group.some(({ text }) => /\p{L}/u.test(text)))) return null;
  let besideText = 0;
  const notes = groups.map((group): MarginNote => {
    const first = group[0]!;
    const beside = texts.find(({ baseline, size }) => Math.abs(baseline - first.baseline) <= LEVEL * size);
    if (beside !== undefined) besideText++;
    const paragraph = { lines: group, size: first.size, column };
    return { paragraph, baseline: (beside ?? first).baseline, left: from, right: to };
  });
  return besideText >= BESIDE * notes.length ? notes : null;
}

/**
 * Where some runs stand, from left to right, whatever line they are in, without gaps as wide as this. Marks may hang in the margin,
 * and reach up to the notes there.
 */
function rangesOf(runs: readonly TextRun[], gap: number): Range[] {
  return merged(
    runs.map((run) => ({ from: run.left, to: rightWithoutMark(run) })),
    gap,
  );
}

/** Labels of sections and items take no more than this, in font sizes, and are no further from what hangs from them. */
const LABELS = 4;

/** Columns with those of labels in the ones to their right, which hang from them. */
function withLabels(columns: readonly Range[], size: number): Range[] {
  return withHanging(
    columns,
    ({ from, to }, next) => to - from < LABELS * size && next.from - to < LABELS * size,
  );
}

/** The column that a strip stands nearest to. */
function nearest(columns: readonly Range[], { from, to }: Range): Range {
  const away = (column: Range): number => Math.max(column.from - to, from - column.to);
  return columns.reduce((best, column) => (away(column) < away(best) ? column : best));
}
