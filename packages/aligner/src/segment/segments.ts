import { trimSpan } from '../read/lines.js';
import type { ClauseTree } from '../structure/clause-tree.js';
import { joint } from '../structure/join.js';
import type { Clause, Language, Paragraph, Segment, Span } from '../types.js';
import type { SentenceSplitter } from './segmenter.js';

/** Cuts the paragraphs of one side into segments. Headings, table cells and code are not split. */
export function segmentParagraphs(
  source: string,
  language: Language,
  paragraphs: readonly Paragraph[],
  tree: ClauseTree,
  split: SentenceSplitter,
): Segment[] {
  const paths = clausePaths(tree.clauses, paragraphs.length);
  return paragraphs.flatMap((paragraph, index) => {
    const flat = flatten(source, paragraph);
    const whole = paragraph.kind !== 'paragraph' && paragraph.kind !== 'item';
    const sentences = whole
      ? [{ start: 0, end: flat.text.length }]
      : withoutGaps(flat.text, split(flat.text));
    return sentences.map((sentence, place): Segment => {
      const spans = sourceSpans(source, flat, sentence);
      return {
        language,
        text: flat.text.slice(sentence.start, sentence.end),
        spans,
        paragraph: index,
        clause: paths[index] ?? null,
        label: place === 0 ? (tree.labels[index] ?? null) : null,
        stitched:
          paragraph.stitched && flat.seams.some((seam) => sentence.start < seam && seam < sentence.end),
        truncated: paragraph.truncated && place === sentences.length - 1,
      };
    });
  });
}

/** A paragraph as one string, with the way back to the source. */
interface FlatParagraph {
  readonly text: string;
  /** Where each piece begins in `text`, and where it stands in the source. */
  readonly pieces: readonly { readonly at: number; readonly span: Span }[];
  /** Offsets in `text` at which pieces that stood apart were put together. */
  readonly seams: readonly number[];
}

function flatten(source: string, { pieces, language }: Paragraph): FlatParagraph {
  const parts: string[] = [];
  const placed: { at: number; span: Span }[] = [];
  const seams: number[] = [];
  let length = 0;
  let before = '';
  for (const span of pieces) {
    const piece = source.slice(span.start, span.end);
    if (placed.length > 0) {
      const space = joint(before, piece, language);
      const gap = source.slice(placed.at(-1)!.span.end, span.start);
      if (gap.trim() !== '') seams.push(length + space.length);
      parts.push(space);
      length += space.length;
    }
    placed.push({ at: length, span });
    parts.push(piece);
    length += piece.length;
    before = piece;
  }
  return { text: parts.join(''), pieces: placed, seams };
}

/** Where a range of the flat text stands in the source; lines that follow each other directly are one span. */
function sourceSpans(source: string, { pieces }: FlatParagraph, range: Span): Span[] {
  const spans: Span[] = [];
  for (const { at, span } of pieces) {
    if (at >= range.end) break;
    const start = span.start + Math.max(0, range.start - at);
    const end = Math.min(span.end, span.start + range.end - at);
    if (start >= end) continue;
    const last = spans.at(-1);
    if (last && source.slice(last.end, start).trim() === '')
      spans[spans.length - 1] = { start: last.start, end };
    else spans.push({ start, end });
  }
  return spans;
}

/** A splitter of the caller's may leave text out; it is put back, since nothing may be lost. */
function withoutGaps(text: string, sentences: readonly Span[]): Span[] {
  const whole: Span[] = [];
  let from = 0;
  for (const { start, end } of sentences) {
    if (text.slice(from, start).trim() !== '') whole.push({ start: from, end: start });
    whole.push({ start: Math.max(from, start), end });
    from = Math.max(from, end);
  }
  if (text.slice(from).trim() !== '') whole.push({ start: from, end: text.length });
  return whole.map((span) => trimSpan(text, span)).filter(({ start, end }) => end > start);
}

/** The path of the innermost clause of each paragraph. */
function clausePaths(clauses: readonly Clause[], count: number): (string | null)[] {
  const paths: (string | null)[] = new Array(count).fill(null);
  const mark = (list: readonly Clause[]): void => {
    for (const { path, start, end, children } of list) {
      paths.fill(path, start, end);
      mark(children);
    }
  };
  mark(clauses);
  return paths;
}
