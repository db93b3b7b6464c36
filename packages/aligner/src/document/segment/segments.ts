import { mapInSteps, type Steps } from '../../common/steps.js';
import type { BlockKind, Clause, Language, Paragraph, Segment, Span } from '../../types.js';
import type { ClauseTree } from '../structure/clause-tree.js';
import { displayWidth } from '../writing/display-width.js';
import { CUT_HYPHEN, isOverLines, jointInSource } from '../writing/join.js';
import { trimSpan } from '../writing/lines.js';
import type { SentenceSplitter } from './segmenter.js';

/** Cuts the paragraphs of one side into segments. Headings, short table cells and code are not split. */
export function* segmentParagraphs(
  source: string,
  language: Language,
  paragraphs: readonly Paragraph[],
  tree: ClauseTree,
  split: SentenceSplitter,
): Steps<Segment[]> {
  const paths = clausePaths(tree.clauses, paragraphs.length);
  const segments = yield* mapInSteps(paragraphs, (paragraph, index) => {
    const flat = flatten(source, paragraph);
    const sentences = isWhole(paragraph.kind, flat.text)
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
        stitched: paragraph.stitched && holdsSeam(flat, sentence),
        truncated: paragraph.truncated && place === sentences.length - 1,
      };
    });
  });
  return segments.flat();
}

/**
 * Columns of display that a table cell may take and still be one segment. The cell of a glossary or of a list of fees
 * goes with its whole counterpart; one of more than two lines of print is a paragraph of a text that was set side by side.
 */
const WIDEST_CELL = 160;

function isWhole(kind: BlockKind, text: string): boolean {
  if (kind === 'row') return displayWidth(text) <= WIDEST_CELL;
  return kind === 'heading';
}

/** A paragraph as one string, with the way back to the source. */
interface FlatParagraph {
  readonly text: string;
  /** Where each piece begins in `text`. */
  readonly starts: readonly number[];
  /** Where each piece stands in the source. */
  readonly pieces: readonly Span[];
  /** Offsets in `text` at which pieces that stood apart were put together. */
  readonly seams: readonly number[];
}

function flatten(source: string, { pieces, language }: Paragraph): FlatParagraph {
  const parts: string[] = [];
  const starts: number[] = [];
  const seams: number[] = [];
  let length = 0;
  for (const [index, span] of pieces.entries()) {
    const piece = source.slice(span.start, span.end);
    if (index > 0) {
      const space = jointInSource(source, pieces[index - 1]!, span, language);
      const gap = source.slice(pieces[index - 1]!.end, span.start);
      if (isOverLines(gap) && gap.replace(CUT_HYPHEN, '').trim() !== '') seams.push(length + space.length);
      parts.push(space);
      length += space.length;
    }
    starts.push(length);
    parts.push(piece);
    length += piece.length;
  }
  return { text: parts.join(''), starts, pieces, seams };
}

/** Where a range of the flat text stands in the source; lines that follow each other directly are one span. */
function sourceSpans(source: string, { starts, pieces }: FlatParagraph, range: Span): Span[] {
  const spans: Span[] = [];
  const first = countUpTo(starts, range.start) - 1;
  for (let index = first; index < pieces.length && starts[index]! < range.end; index++) {
    const [span, at] = [pieces[index]!, starts[index]!];
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

/** Cuts a segment into parts of its text that leave out nothing but white space. */
export function cutSegment(source: string, segment: Segment, parts: readonly Span[]): Segment[] {
  const letters = lettersOf(source, segment.spans);
  let next = 0;
  return parts.map(({ start, end }, place): Segment => {
    const text = segment.text.slice(start, end);
    const from = next;
    next += text.match(LETTER)?.length ?? 0;
    const spans = spansOf(letters.slice(from, next));
    return {
      ...segment,
      text,
      spans,
      label: place === 0 ? segment.label : null,
      stitched: segment.stitched && spans.length > 1,
      truncated: segment.truncated && place === parts.length - 1,
    };
  });
}

const LETTER = /\S/gu;

/** A character in the source, and the number of the span that it is in. */
interface Letter extends Span {
  readonly span: number;
}

/** All that is not white space: a segment's text differs from its spans in nothing else. */
function lettersOf(source: string, spans: readonly Span[]): Letter[] {
  return spans.flatMap(({ start, end }, span) =>
    Array.from(source.slice(start, end).matchAll(LETTER), ({ 0: letter, index }) => ({
      start: start + index,
      end: start + index + letter.length,
      span,
    })),
  );
}

function spansOf(letters: readonly Letter[]): Span[] {
  const spans: Span[] = [];
  for (const [place, { start, end, span }] of letters.entries()) {
    if (span === letters[place - 1]?.span) spans[spans.length - 1] = { start: spans.at(-1)!.start, end };
    else spans.push({ start, end });
  }
  return spans;
}

function holdsSeam({ seams }: FlatParagraph, { start, end }: Span): boolean {
  const next = seams[countUpTo(seams, start)];
  return next !== undefined && next < end;
}

/** How many of some rising numbers are not above `limit`: a paragraph may have as many pieces as sentences. */
function countUpTo(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
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
