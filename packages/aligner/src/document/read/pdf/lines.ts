/** A stretch of glyphs that a PDF shows in one go. Lengths are in points, `top`-down: `baseline` grows down the page. */
export interface TextRun {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** Size of the font. */
  readonly size: number;
  /** Where each UTF-16 unit of the text ends, where that is known. */
  readonly edges?: readonly number[];
  /** Number of its marked content, of a tagged PDF; -1 for none. */
  readonly mark?: number;
}

/** Runs on one baseline, put together from left to right. */
export interface TextLine extends TextRun {
  readonly runs: readonly TextRun[];
}

/** Baselines of one line are no further apart than this, in font sizes: superscripts, and fonts that do not agree. */
const SAME_LINE = 0.45;
/** Between words lies at least this gap, in font sizes. */
const WORD_GAP = 0.12;
/**
 * Between Chinese and a Latin word or a number it must be wider to be a space that was written: programs put a fifth or
 * a quarter of the font size there by themselves.
 */
const SCRIPT_GAP = 0.3;
/** The same text closer to itself than this, in font sizes, is drawn twice to look bold. */
const OVERPRINT = 0.2;

/** Note marks: raised by this much or more, and as small as this or smaller, in sizes of the text that they stand beside. */
const RAISED = 0.2;
const SMALL = 0.85;
const NOTE_MARK = /^[\s[\]()（）*†‡§¶\d,，、①-⑳㉑-㉟]{1,8}$/;

/** The runs of a line without the marks of notes, which are none of its text; at its head they number the note. */
function withoutNoteMarks(runs: readonly TextRun[], baseline: number, size: number): readonly TextRun[] {
  const isMark = (run: TextRun): boolean =>
    run.size <= SMALL * size && baseline - run.baseline >= RAISED * size && NOTE_MARK.test(run.text);
  return runs.filter((run, at) => at === 0 || !isMark(run));
}

/** The lines that runs stand on, from top to bottom. */
export function linesOf(runs: readonly TextRun[]): TextLine[] {
  const lines: TextLine[] = [];
  let open: TextRun[] = [];
  let [baseline, size] = [0, 0];
  const close = (): void => {
    if (open.length > 0) lines.push(toLine(open, baseline, size));
    open = [];
    size = 0;
  };
  for (const run of [...runs].sort((a, b) => a.baseline - b.baseline)) {
    if (Math.abs(run.baseline - baseline) > SAME_LINE * Math.max(run.size, size)) close();
    // A line is where its largest letters are: a superscript comes first and says nothing.
    if (open.length === 0 || run.size > size) ({ baseline, size } = run);
    open.push(run);
  }
  close();
  return lines;
}

/** The lines of runs that are given in reading order: each run that stands lower, or further to the left, begins one. */
export function linesInOrder(runs: readonly TextRun[]): TextLine[] {
  const lines: TextRun[][] = [];
  let before: TextRun | null = null;
  for (const run of runs) {
    const size = Math.max(run.size, before?.size ?? 0);
    const goesOn =
      before !== null &&
      Math.abs(run.baseline - before.baseline) <= SAME_LINE * size &&
      run.left > before.left - size;
    if (goesOn) lines.at(-1)!.push(run);
    else lines.push([run]);
    before = run;
  }
  return lines.map((line) => {
    const largest = line.reduce((most, run) => (run.size > most.size ? run : most));
    return toLine(line, largest.baseline, largest.size);
  });
}

function toLine(unordered: readonly TextRun[], baseline: number, size: number): TextLine {
  const runs: TextRun[] = [];
  let text = '';
  let right = Number.NEGATIVE_INFINITY;
  const ordered = withoutNoteMarks(
    [...unordered].sort((a, b) => a.left - b.left),
    baseline,
    size,
  );
  for (const run of inGaps(ordered)) {
    const before = runs.at(-1);
    if (before?.text === run.text && run.left - before.left < OVERPRINT * run.size) continue;
    const gap = isScriptSeam(text, run.text) ? SCRIPT_GAP : WORD_GAP;
    if (before && run.left - right > gap * Math.min(run.size, before.size)) text += ' ';
    text += run.text;
    right = Math.max(right, run.right);
    runs.push(run);
  }
  return { text: closeUp(text), left: runs[0]!.left, right, baseline, size, runs };
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
  const widths = [...text].map((character) => (IS_WIDE.test(character) ? 1 : 0.5));
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
function isScriptSeam(before: string, after: string): boolean {
  return SCRIPT_SEAM.test(before.slice(-1) + after.slice(0, 1));
}

const SCRIPT_SEAM = /\p{Script=Han}[\p{Script=Latin}\d]|[\p{Script=Latin}\d%]\p{Script=Han}/u;

const WIDE = String.raw`[\p{Script=Han}\u3000-\u303f\uff01-\uff60]`;
const IS_WIDE = new RegExp(WIDE, 'u');
const BETWEEN_WIDE = new RegExp(`(?<=${WIDE})( *)(?=${WIDE})`, 'gu');
const AFTER_MARK = /(?<=[，。、；！？]) +(?=\p{Script=Han})/gu;
/** A line of Chinese with gaps between more than this share of its characters is letter-spaced or justified. */
const LETTER_SPACED = 0.4;

/** Takes out the spaces that letter-spaced Chinese seems to have. */
function closeUp(written: string): string {
  const text = written.replace(/\s+/g, ' ').trim();
  if (!text.includes(' ')) return text;
  const gaps = text.match(BETWEEN_WIDE) ?? [];
  const spaced = gaps.filter((gap) => gap !== '').length;
  return text.replace(spaced > LETTER_SPACED * gaps.length ? BETWEEN_WIDE : AFTER_MARK, '');
}

/** A gap as wide as this, in font sizes, may be part of a gutter between columns. */
const GUTTER = 0.8;

/** The parts of a line that wide gaps leave. */
export function splitAtGaps(line: TextLine): TextLine[] {
  const parts: TextRun[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const run of line.runs) {
    if (run.left - right > GUTTER * line.size) parts.push([]);
    parts.at(-1)!.push(run);
    right = Math.max(right, run.right);
  }
  return parts.flatMap((part) => linesOf(part));
}
