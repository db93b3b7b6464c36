/** A stretch of glyphs that a PDF shows in one go. Lengths are in points, `top`-down: `baseline` grows down the page. */
export interface TextRun {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** Size of the font. */
  readonly size: number;
}

/** Runs on one baseline, put together from left to right. */
export interface TextLine extends TextRun {
  readonly runs: readonly TextRun[];
}

/** Baselines of one line are no further apart than this, in font sizes: superscripts, and fonts that do not agree. */
const SAME_LINE = 0.45;
/** Between words lies at least this gap, in font sizes. */
const WORD_GAP = 0.12;
/** The same text closer to itself than this, in font sizes, is drawn twice to look bold. */
const OVERPRINT = 0.2;

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

function toLine(unordered: readonly TextRun[], baseline: number, size: number): TextLine {
  const runs: TextRun[] = [];
  let text = '';
  let right = Number.NEGATIVE_INFINITY;
  for (const run of [...unordered].sort((a, b) => a.left - b.left)) {
    const before = runs.at(-1);
    if (before?.text === run.text && run.left - before.left < OVERPRINT * run.size) continue;
    if (before && run.left - right > WORD_GAP * Math.min(run.size, before.size)) text += ' ';
    text += run.text;
    right = Math.max(right, run.right);
    runs.push(run);
  }
  return { text: closeUp(text), left: runs[0]!.left, right, baseline, size, runs };
}

const WIDE = String.raw`[\p{Script=Han}\u3000-\u303f\uff01-\uff60]`;
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
