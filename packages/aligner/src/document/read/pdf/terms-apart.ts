import { linesOf, type TextLine, type TextRun } from './lines.js';
import { INDENT } from './measure.js';
import type { PdfParagraph } from './paragraphs.js';
import { termEnd } from './term-end.js';

/** So many terms in a font of their own make a list, even if nothing hangs. */
const FEWEST_TERMS = 3;

/** Paragraphs with each that is a term and its explanation, as in lists of options, parted in two. */
export function withTermsApart(paragraphs: readonly PdfParagraph[]): PdfParagraph[] {
  /** Whether what comes after the first line of a term is indented, be it of the same paragraph or of the next. */
  const hangs = ({ lines: [first, second], size, column }: PdfParagraph, next?: PdfParagraph): boolean =>
    (second === undefined && first!.left - column.left >= INDENT * size) ||
    ((second ?? next?.lines[0])?.left ?? 0) - first!.left >= INDENT * size;
  const ends = paragraphs.map(({ lines }) => termEnd(lines[0]!));
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
