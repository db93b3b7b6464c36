import { looksOf, RAISED_FIGURES } from '../raised-numbers.js';
import { HAS_WIDE, WIDE } from './wide.js';

/** A stretch of glyphs that a PDF shows in one go. Lengths are in points, `top`-down: `baseline` grows down the page. */
export interface TextRun {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** Size of the font. */
  readonly size: number;
  /** Where each UTF-16 unit of the text ends, where that is known; not for a word without blanks. */
  readonly edges?: readonly number[] | undefined;
  /** Number of its marked content, of a tagged PDF; -1 for none. */
  readonly mark?: number;
  /** Another number for each font. */
  readonly font?: number;
  /** Whether all letters of its font are equally wide, as those of code are. */
  readonly isMono?: boolean;
}

/** Runs on one baseline, put together from left to right. */
export interface TextLine extends TextRun {
  /** Without the marks of notes. */
  readonly runs: readonly TextRun[];
  /** How many marks of notes stand in it, which are none of its text. */
  readonly marks: number;
}

/** Baselines of one line are no further apart than this, in font sizes: superscripts, and fonts that do not agree. */
const SAME_LINE = 0.45;
/** Between words lies at least this gap, in font sizes. */
export const WORD_GAP = 0.12;
/**
 * Between Chinese and a Latin word or a number it must be wider to be a space that was written: programs put a fifth or
 * a quarter of the font size there by themselves.
 */
export const SCRIPT_GAP = 0.3;

/** How many characters some texts have. */
export function amountOf(texts: readonly { readonly text: string }[]): number {
  return texts.reduce((sum, { text }) => sum + text.length, 0);
}

/** The same text closer to itself than this, in font sizes, is drawn twice to look bold. */
const OVERPRINT = 0.2;

/** Note marks: raised by this much or more, and as small as this or smaller, in sizes of the text that they stand beside. */
const RAISED = 0.2;
const SMALL = 0.85;
const NOTE_MARK = /^[\s[\]()（）*†‡§¶\d,，、①-⑳㉑-㉟]{1,8}$/;

/** Between a word and the mark of its note is less than this, in font sizes. */
const MARK_GAP = 0.8;
/** Some programs raise marks by more than what keeps one line together: by this much at most, in font sizes of the text. */
const MOST_RAISED = 0.7;
/** A mark is looked for a text so many runs further down: a line has fewer, and what has more of them is a drawing. */
const MOST_BESIDE = 200;

/** Notes within boxes and tables are marked with letters, behind a stop: behind a word they would be ordinals or powers. */
const NOTE_LETTER = /^[a-h]$/;
const STOP = /[.,;:!?。，；：！？"'”’」』)）]$/;

/** Whether a run is raised against a baseline, and smaller than what stands on it, as marks of notes are. */
export function isRaised(run: Pick<TextRun, 'size' | 'baseline'>, baseline: number, size: number): boolean {
  return run.size <= SMALL * size && baseline - run.baseline >= RAISED * size;
}

/** Which raised runs of a line are marks of notes, and so none of its text; one at its head numbers the note. */
function isNoteMark(run: TextRun, before: string): boolean {
  if (NOTE_LETTER.test(run.text)) return STOP.test(before);
  return NOTE_MARK.test(run.text) && !isPower(run, before);
}

/** How much of a text says what a number after it is. */
const REACH = 24;

function isPower(run: TextRun, before: string): boolean {
  return /\d/.test(run.text) && looksOf(before.slice(-REACH)) === 'none';
}

/** Whether a run that may be the mark of a note stands right behind or before a text that it is raised against, however far. */
function isMarkBeside(mark: TextRun, text: TextRun): boolean {
  const up = text.baseline - mark.baseline;
  if (up > MOST_RAISED * text.size || !isRaised(mark, text.baseline, text.size)) return false;
  const gap = Math.max(mark.left - text.right, text.left - mark.right);
  return Math.abs(gap) <= MARK_GAP * text.size;
}

/** Where the lines are that runs stand on, which are in order of their baselines: marks stand on that of their text. */
function levelsOf(runs: readonly TextRun[]): number[] {
  return runs.map((run, at) => {
    if (!NOTE_MARK.test(run.text)) return run.baseline;
    // No text is more than twice as large as its marks.
    const lowest = run.baseline + 2 * MOST_RAISED * run.size;
    for (let next = at + 1; next < Math.min(runs.length, at + MOST_BESIDE); next++) {
      const text = runs[next]!;
      if (text.baseline > lowest) break;
      if (text.baseline > run.baseline && isMarkBeside(run, text)) return text.baseline;
    }
    return run.baseline;
  });
}

/** The lines that runs stand on, from top to bottom. */
export function linesOf(unordered: readonly TextRun[]): TextLine[] {
  const runs = [...unordered].sort((a, b) => a.baseline - b.baseline);
  const levels = levelsOf(runs);
  const lines: TextLine[] = [];
  let open: TextRun[] = [];
  let [baseline, size] = [0, 0];
  const close = (): void => {
    if (open.length > 0) lines.push(toLine(open, baseline, size));
    open = [];
    size = 0;
  };
  // The largest of a line first, since by its size one tells what else is on it.
  const order = runs
    .map((_, at) => at)
    .sort((a, b) => levels[a]! - levels[b]! || runs[b]!.size - runs[a]!.size);
  for (const at of order) {
    const [run, level] = [runs[at]!, levels[at]!];
    if (Math.abs(level - baseline) > SAME_LINE * Math.max(run.size, size)) close();
    // A line is where its largest letters are: a superscript comes first and says nothing.
    if (open.length === 0 || run.size > size) [baseline, size] = [level, run.size];
    open.push(run);
  }
  close();
  return lines;
}

/**
 * The lines of runs that are given in reading order: each run that stands lower, or further to the left, begins one. What is set in another
 * font may be drawn before or behind all else of its line, as the boxes of a form are, and stands in its gaps.
 */
export function linesInOrder(runs: readonly TextRun[]): TextLine[] {
  const lines: TextRun[][] = [];
  let before: TextRun | null = null;
  for (const run of runs) {
    const size = Math.max(run.size, before?.size ?? 0);
    const goesOn =
      before !== null &&
      (run.left > before.left - size || isInGap(run, lines.at(-1)!)) &&
      (Math.abs(run.baseline - before.baseline) <= SAME_LINE * size ||
        (NOTE_MARK.test(run.text) && isMarkBeside(run, before)) ||
        (NOTE_MARK.test(before.text) && isMarkBeside(before, run)));
    if (goesOn) lines.at(-1)!.push(run);
    else lines.push([run]);
    before = run;
  }
  return lines.map((line) => {
    const largest = line.reduce((most, run) => (run.size > most.size ? run : most));
    return toLine(line, largest.baseline, largest.size);
  });
}

/** Whether a run stands on the baseline of others, and where none of them does. */
function isInGap(run: TextRun, line: readonly TextRun[]): boolean {
  return line.every(
    ({ left, right, baseline, size }) =>
      Math.abs(baseline - run.baseline) <= LEVEL * size &&
      (run.left >= right - LEVEL * size || run.right <= left + LEVEL * size),
  );
}

/** Baselines of one line, and places where runs touch each other, differ by this much at most, in font sizes. */
const LEVEL = 0.1;

/** Whether a run at the head of a line is the raised number of a note. */
function isNoteNumber(run: TextRun, baseline: number, size: number): boolean {
  return isRaised(run, baseline, size) && (NOTE_LETTER.test(run.text) || NOTE_MARK.test(run.text));
}

function toLine(unordered: readonly TextRun[], baseline: number, size: number): TextLine {
  const runs: TextRun[] = [];
  let text = '';
  let right = Number.NEGATIVE_INFINITY;
  let marks = 0;
  // What is raised is so beside its own text: far from that, on the other half of a sheet, may stand a heading.
  let level: Pick<TextRun, 'baseline' | 'size'> = { baseline, size };
  const ordered = [...unordered].sort((a, b) => a.left - b.left);
  for (const run of inGaps(ordered)) {
    const before = runs.at(-1);
    const raised = isRaised(run, level.baseline, level.size);
    // Far from the text before it a mark numbers a note that begins in the next column.
    const isNear = run.left - right <= MARK_GAP * size;
    if (run !== ordered[0] && raised && isNear && isNoteMark(run, text)) {
      marks++;
      right = Math.max(right, run.right);
      // The text goes on behind the mark without a gap.
      if (before) runs[runs.length - 1] = { ...before, right };
      continue;
    }
    if (before?.text === run.text && run.left - before.left < OVERPRINT * run.size) continue;
    const isApart = before && run.left - right > leastSpace(text, run.text) * Math.min(run.size, before.size);
    const numbersNote = runs.length === 1 && !raised && isNoteNumber(before!, baseline, size);
    if (isApart || numbersNote) text += ' ';
    // Ordinals, powers and indices are small, and close to what they stand beside; a number at the head may be that of a note.
    if (before ? isApart || run.size > SMALL * level.size : !isNoteNumber(run, baseline, size)) level = run;
    text += /\p{L}$/u.test(text) ? run.text : (ALONE.get(run.text) ?? run.text);
    right = Math.max(right, endOf(run));
    runs.push(run);
  }
  right = runs.reduce((most, run) => Math.max(most, run.right), Number.NEGATIVE_INFINITY);
  return {
    text: closeUp(text),
    left: runs[0]!.left,
    right,
    baseline,
    size: usualSize(runs, size),
    runs,
    marks,
  };
}

/** What an accent is that stands over no letter: TeX has a grave accent over a blank for the mark that opens `quoted'. */
const ALONE = new Map([
  ['\u0300', '`'],
  ['\u0301', '´'],
  ['\u0302', '^'],
  ['\u0303', '~'],
  ['\u0308', '¨'],
]);

/**
 * Code, keys and links in a text are given room on either side, as boxes are: in front of a stop, and behind a bracket that
 * opens, this much is no space that was written, in font sizes.
 */
const PADDING = 0.6;
const CLOSES = /^(?:[。，、；：！？”’》」』）】]|[.,;:!?)\]}]+(?=[\s”’"')]|$))/u;
const ENDS_WORD = /[\p{L}\p{N}”’"')\]}）】》」』]$/u;
const OPENS = /[([{“‘《「『（【]$/u;
const BEGINS_WORD = /^[\p{L}\p{N}]/u;

/** How wide the gap between two texts is at least where a space was written, in font sizes. */
function leastSpace(before: string, after: string): number {
  if (isScriptSeam(before, after)) return SCRIPT_GAP;
  const isPadded =
    (CLOSES.test(after) && ENDS_WORD.test(before)) || (OPENS.test(before) && BEGINS_WORD.test(after));
  return isPadded ? PADDING : WORD_GAP;
}

/** Where a run ends: a Chinese character is as wide as its size, though less of it is drawn. */
function endOf({ text, left, right, size, edges }: TextRun): number {
  const last = text.length === 1 ? left : edges?.at(-2);
  return last !== undefined && ENDS_IN_HAN.test(text) ? Math.max(right, last + size) : right;
}

const ENDS_IN_HAN = /\p{Script=Han}$/u;

/** A bullet larger than its text does not make a line larger. */
function usualSize(runs: readonly TextRun[], largest: number): number {
  const [first, ...others] = runs;
  if (first?.size !== largest || first.text.trim().length > 1) return largest;
  return others.reduce((most, { size }) => Math.max(most, size), 0) || largest;
}

/** A gap as wide as this, in font sizes, sets the parts of a running head apart. */
const WIDE_GAP = 1;

/** The text of a line with two spaces wherever its parts stand far apart, as a number does from the title before it. */
export function withGaps({ runs }: TextLine): string {
  let text = '';
  let right = Number.POSITIVE_INFINITY;
  for (const run of runs) {
    text += `${run.left - right > WIDE_GAP * run.size ? '  ' : text === '' || run.left - right < WORD_GAP * run.size ? '' : ' '}${run.text}`;
    right = run.right;
  }
  return text;
}

/** Puts a run that stands in a gap within another, such as a quotation mark of another font, between its two halves. */
function inGaps(runs: readonly TextRun[]): readonly TextRun[] {
  const placed: TextRun[] = [];
  for (const run of runs) {
    const around = placed.at(-1);
    const gap = around && run.right <= around.right ? gapAt(around, run) : -1;
    if (around === undefined || gap < 0) {
      placed.push(run);
      continue;
    }
    placed.splice(-1, 1, { ...around, text: around.text.slice(0, gap).trimEnd(), right: run.left }, run);
    placed.push({ ...around, text: around.text.slice(gap).trimStart(), left: run.right });
  }
  return placed;
}

/** Where in the text of a run the space is that another run fills, by the widths of characters; -1 where none is near. */
function gapAt({ text, left, right, size }: TextRun, inside: TextRun): number {
  const widths = [...text].map((character) => (HAS_WIDE.test(character) ? 1 : 0.5));
  const unit = (right - left) / widths.reduce((sum, width) => sum + width, 0);
  let nearest = -1;
  let distance = size;
  let [at, from] = [left, 0];
  for (const [index, character] of [...text].entries()) {
    const away = Math.abs(at - inside.left);
    if (character === ' ' && away < distance) [nearest, distance] = [from, away];
    at += widths[index]! * unit;
    from += character.length;
  }
  return nearest;
}

/** Whether Chinese meets a Latin letter or a number where two texts are put together. */
export function isScriptSeam(before: string, after: string): boolean {
  return SCRIPT_SEAM.test(before.slice(-1) + after.slice(0, 1));
}

const SCRIPT_SEAM = /\p{Script=Han}[\p{Script=Latin}\d]|[\p{Script=Latin}\d%]\p{Script=Han}/u;

const BETWEEN_WIDE = new RegExp(`(?<=${WIDE})( *)(?=${WIDE})`, 'gu');
const AFTER_MARK = /(?<=[，。、；！？]) +(?=\p{Script=Han})/gu;
/** A line of Chinese with gaps between more than this share of its characters is letter-spaced or justified. */
const LETTER_SPACED = 0.4;

/** Blanks that are not one space; most lines have none. */
const UNEVEN_BLANKS = /\s\s|[^\S ]/;

/** Takes out the spaces that letter-spaced Chinese seems to have. */
function closeUp(written: string): string {
  const text = (UNEVEN_BLANKS.test(written) ? written.replace(/\s+/g, ' ') : written).trim();
  if (!text.includes(' ') || !HAS_WIDE.test(text)) return text;
  const gaps = text.match(BETWEEN_WIDE) ?? [];
  const spaced = gaps.filter((gap) => gap !== '').length;
  return text.replace(spaced > LETTER_SPACED * gaps.length ? BETWEEN_WIDE : AFTER_MARK, '');
}

/** A gap as wide as this, in font sizes, may be part of a gutter between columns. */
const GUTTER = 0.8;

/** The gaps of a justified line are all as wide as each other, give or take this; fewer are so by chance. */
const EVEN = 1.3;
const FEWEST_EVEN = 4;
/** Nor are they wider than this, in font sizes: so many of them would leave room for the longest of words, which columns of a table do. */
const WIDEST_EVEN = 2.5;

/**
 * How wide the widest gap between the words of a justified line is, in font sizes, as all are about as wide; null for others.
 * Lines of two columns that stand beside each other are justified each for itself, and cells of a row have wider gaps around them.
 */
export function evenGap(runs: readonly TextRun[]): number | null {
  const own = evenGapOf(runs);
  if (own !== null) return own;
  const gaps = gapsOf(runs);
  const gutter = gaps.indexOf(Math.max(...gaps)) + 1;
  const parts = [runs.slice(0, gutter), runs.slice(gutter)].map(evenGapOf);
  const widest = Math.max(...parts.map((gap) => gap ?? Number.POSITIVE_INFINITY));
  return widest < gaps[gutter - 1]! ? widest : evenWithin(gaps);
}

/** How wide the narrow gaps of a line are, where all are about as wide and all others clearly wider. */
function evenWithin(all: readonly number[]): number | null {
  const gaps = all.filter((gap) => gap > WORD_GAP).sort((a, b) => a - b);
  const even = gaps.filter((gap) => gap <= EVEN * gaps[0]!);
  const next = gaps[even.length] ?? 0;
  const widest = even.at(-1) ?? 0;
  return even.length >= FEWEST_EVEN && next >= EVEN * widest ? widest : null;
}

function evenGapOf(runs: readonly TextRun[]): number | null {
  const gaps = gapsOf(runs).filter((gap) => gap > WORD_GAP);
  const widest = Math.max(...gaps);
  const areEven = widest <= Math.min(WIDEST_EVEN, EVEN * Math.min(...gaps));
  return gaps.length >= FEWEST_EVEN && areEven ? widest : null;
}

function gapsOf(runs: readonly TextRun[]): number[] {
  return runs.slice(1).map((run, at) => (run.left - runs[at]!.right) / run.size);
}

/** The parts of a line that wide gaps leave. */
export function splitAtGaps(line: TextLine): TextLine[] {
  const gutter = Math.max(GUTTER, evenGap(line.runs) ?? 0);
  const parts: TextRun[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const run of line.runs) {
    if (run.left - right > (gutter + 0.01) * line.size) parts.push([]);
    parts.at(-1)!.push(run);
    right = Math.max(right, run.right);
  }
  return parts.length === 1 && isLevel(line) ? [line] : parts.flatMap((part) => linesOf(part));
}

/** Whether all of a line stands on its baseline, so that its runs make the same line again. */
function isLevel({ runs, baseline }: TextLine): boolean {
  return runs.every((run) => run.baseline === baseline);
}

/** Notes are set in letters as small as this or smaller, compared with the text of their page. */
const NOTE = 0.93;
const NOTE_NUMBER = /^(?:\d{1,3}|[*†‡§¶]{1,3}|[①-⑳㉑-㉟])$/;
const RAISED_HEAD = new RegExp(`^${RAISED_FIGURES}\\s*\\p{L}`, 'u');

/** Where the notes at the foot of a page begin: small text that begins with a mark; its length where there are none. */
export function footnotesAt(lines: readonly TextLine[]): number {
  const usual = lines.reduce((most, { size, text }) => most + size * text.length, 0);
  const length = amountOf(lines);
  let first = lines.length;
  for (let at = lines.length - 1; at > 0; at--) {
    const line = lines[at]!;
    const mark = line.runs[0]!;
    if (line.size > NOTE * (usual / length)) break;
    const isRaised = mark.size <= SMALL * line.size || line.baseline - mark.baseline >= RAISED * line.size;
    const isNumbered = isRaised && NOTE_NUMBER.test(mark.text.trim()) && line.runs.length > 1;
    if (isNumbered || RAISED_HEAD.test(line.text)) first = at;
  }
  return first;
}
