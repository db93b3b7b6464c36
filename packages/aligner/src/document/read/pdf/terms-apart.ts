import { amountOf, linesOf, type TextLine, type TextRun } from './lines.js';
import { beginsWithMarker } from './markers.js';
import { INDENT } from './measure.js';
import type { PdfParagraph } from './paragraphs.js';
import { LONGEST_TERM, termEnd } from './term-end.js';

/** So many terms in a font of their own make a list, even if nothing hangs. */
const FEWEST_TERMS = 3;

/** Programs set all terms of a list the same distance before their texts, give or take this, in font sizes. */
const SAME_GAP = 0.02;

/** How far, in font sizes, the terms of a list stand before their texts, where several do exactly as far; null elsewhere. */
function gapOfList(paragraphs: readonly PdfParagraph[], ends: readonly number[]): number | null {
  const gaps = paragraphs.flatMap(({ lines: [first] }, at) =>
    ends[at]! > 0 ? gapAfter(first!, ends[at]! - 1) : [],
  );
  const isMost = (gap: number): boolean =>
    gaps.filter((other) => Math.abs(other - gap) <= SAME_GAP).length >=
    Math.max(FEWEST_TERMS, gaps.length / 2);
  return gaps.find(isMost) ?? null;
}

/** The same as `termEnd` where the gap behind terms is known: other gaps of the line may be as wide, but not before it. */
function termEndAt(line: TextLine, gap: number): number {
  if (beginsWithMarker(line.text)) return 0;
  const { runs } = line;
  const first = runs.findIndex((_, at) => at < runs.length - 1 && gapAfter(line, at) >= gap - SAME_GAP);
  const isTerm = first >= 0 && gapAfter(line, first) <= gap + SAME_GAP;
  return isTerm && amountOf(runs.slice(0, first + 1)) <= LONGEST_TERM ? first + 1 : 0;
}

function gapAfter({ runs, size }: TextLine, at: number): number {
  return (runs[at + 1]!.left - runs[at]!.right) / size;
}

/** Paragraphs with each that is a term and its explanation, as in lists of options, parted in two. */
export function withTermsApart(paragraphs: readonly PdfParagraph[]): PdfParagraph[] {
  /** Whether what comes after the first line of a term is indented, be it of the same paragraph or of the next. */
  const hangs = ({ lines: [first, second], size, column }: PdfParagraph, next?: PdfParagraph): boolean =>
    (second === undefined && first!.left - column.left >= INDENT * size) ||
    ((second ?? next?.lines[0])?.left ?? 0) - first!.left >= INDENT * size;
  const told = paragraphs.map(({ lines }) => termEnd(lines[0]!));
  const gap = gapOfList(paragraphs, told);
  const ends = paragraphs.map(({ lines }, at) => told[at]! || (gap === null ? 0 : termEndAt(lines[0]!, gap)));
  // What takes one line does not show that it hangs, but others of its list do.
  const isList =
    paragraphs.some((paragraph, at) => ends[at]! > 0 && hangs(paragraph, paragraphs[at + 1])) ||
    paragraphs.filter(({ lines: [first] }, at) => {
      const end = ends[at]!;
      return end > 0 && first!.runs[end - 1]!.font !== first!.runs[end]!.font;
    }).length >= FEWEST_TERMS;
  return paragraphs.flatMap((paragraph, at) => {
    const [first, ...others] = paragraph.lines;
    if (ends[at] === 0 || !isList || !(others.length === 0 || hangs(paragraph))) return [paragraph];
    const part = (runs: readonly TextRun[]): TextLine => linesOf(runs)[0]!;
    return [
      { ...paragraph, lines: [part(first!.runs.slice(0, ends[at]))] },
      { ...paragraph, lines: [part(first!.runs.slice(ends[at])), ...others] },
    ];
  });
}
