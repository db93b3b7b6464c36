import { amountOf, linesInOrder, linesOf, type TextLine, type TextRun } from './lines.js';
import { measure } from './measure.js';
import type { PdfParagraph } from './paragraphs.js';
import type { PageRuns } from './runs.js';
import type { StructureBlock } from './structure.js';

/** The text of a page as its structure has it. */
export interface TaggedText {
  readonly blocks: readonly { readonly paragraph: PdfParagraph; readonly block: StructureBlock }[];
  /** All of it, where most stands in no paragraph of the structure: then only its place on the page tells what it is. */
  readonly loose: readonly TextRun[] | null;
  /** Running heads and feet: what the structure does not hold, above and below all that it holds. */
  readonly above: readonly string[];
  readonly below: readonly string[];
}

/** A structure that holds less than this share of the text of a document is not believed. */
const MOST_OF_TEXT = 0.6;

/** A page with more than this share of its text in no paragraph is read by the places of its text. */
const MOST_LOOSE = 0.5;

/**
 * The text of each page by its structure; null for a page that has none, or that has text in between that it does not
 * hold, and for all pages of a document of whose text it holds too little.
 */
export function taggedPages(pages: readonly PageRuns[]): (TaggedText | null)[] {
  const tagged = pages.map(taggedText);
  let [held, all] = [0, 0];
  tagged.forEach((page, at) => {
    for (const { paragraph } of page?.blocks ?? []) held += amountOf(paragraph.lines);
    all += amountOf(pages[at]!.directions.flat());
  });
  return held < MOST_OF_TEXT * all ? tagged.map(() => null) : tagged;
}

function taggedText({ directions, blocks }: PageRuns): TaggedText | null {
  if (blocks.length === 0) return null;
  const marks = new Set(blocks.flatMap((block) => block.marks));
  const byMark = new Map<number, TextRun[]>();
  const others: TextRun[] = [];
  for (const run of directions.flat()) {
    const mark = run.mark ?? -1;
    if (!marks.has(mark)) others.push(run);
    else if (byMark.has(mark)) byMark.get(mark)!.push(run);
    else byMark.set(mark, [run]);
  }
  const runs = blocks.map(({ marks }) => [...new Set(marks)].flatMap((mark) => take(byMark, mark)));
  const held = runs.flat();
  if (held.length === 0) return null;
  const top = held.reduce((least, { baseline }) => Math.min(least, baseline), Number.POSITIVE_INFINITY);
  const bottom = held.reduce((most, { baseline }) => Math.max(most, baseline), Number.NEGATIVE_INFINITY);
  const stray = others.filter(({ baseline }) => baseline >= top && baseline <= bottom);
  const isMuch = stray.length > MOST_STRAY_RUNS || amountOf(stray) > MOST_STRAY * amountOf(held);
  if (isMuch || !stray.every((run) => putInLine(run, runs))) return null;
  const loose = runs.filter((_, at) => blocks[at]!.kind === 'loose').flat();
  const paragraphs = runs.map((own, at) => {
    const all = linesInOrder(own);
    const lines = blocks[at]!.cell === null ? all : once(all);
    return { lines, size: largest(lines) };
  });
  const all = paragraphs.flatMap(({ lines }) => lines);
  const column = measure([...all].sort((a, b) => a.baseline - b.baseline));
  const textsOf = (runs: readonly TextRun[]): string[] => linesOf(runs).map(({ text }) => text);
  return {
    blocks: blocks.flatMap((block, at) => {
      const paragraph = { ...paragraphs[at]!, column };
      return paragraph.lines.length > 0 ? [{ paragraph, block }] : [];
    }),
    loose: amountOf(loose) > MOST_LOOSE * amountOf(all) ? all.flatMap(({ runs }) => runs) : null,
    above: textsOf(others.filter(({ baseline }) => baseline < top)),
    below: textsOf(others.filter(({ baseline }) => baseline > bottom)),
  };
}

/**
 * The lines of a cell of a table whose head is repeated in the next column of the page: Chromium has both in one element of the
 * structure.
 */
function once(lines: TextLine[]): TextLine[] {
  const [first] = lines;
  const length = lines.findIndex(
    ({ text, left, baseline, size }, at) =>
      at > 0 &&
      text === first!.text &&
      (Math.abs(left - first!.left) > size || Math.abs(baseline - first!.baseline) > at * FURTHEST * size),
  );
  const isRepeated =
    length > 0 && lines.every(({ text }, at) => at < length || text === lines[at - length]!.text);
  return isRepeated ? lines.slice(0, length) : lines;
}

/** The lines of a cell are no further apart than this, in font sizes. */
const FURTHEST = 3;

/** So little of a page is what style sheets put into its lines, which has no place in the structure. */
const MOST_STRAY = 0.1;
/** Each is looked for among all others: more of them are no ornaments. */
const MOST_STRAY_RUNS = 200;
/** It stands this near to the text of its line, in font sizes, or nearer. */
const NEAR = 1.5;

/** Puts a run into the block beside whose text it stands; false where it stands beside none. */
function putInLine(run: TextRun, blocks: readonly TextRun[][]): boolean {
  let nearest: { block: TextRun[]; at: number } | null = null;
  let distance = NEAR * run.size;
  for (const block of blocks) {
    for (const [at, { left, right, baseline, size }] of block.entries()) {
      if (Math.abs(baseline - run.baseline) > LEVEL * Math.max(size, run.size)) continue;
      const isBehind = run.left >= left;
      const gap = isBehind ? run.left - right : left - run.right;
      if (gap < distance) [nearest, distance] = [{ block, at: isBehind ? at + 1 : at }, gap];
    }
  }
  nearest?.block.splice(nearest.at, 0, run);
  return nearest !== null;
}

/** Baselines of one line differ by this much at most, in font sizes. */
const LEVEL = 0.1;

/** Each run is taken once, whatever the structure says. */
function take(byMark: Map<number, TextRun[]>, mark: number): TextRun[] {
  const runs = byMark.get(mark) ?? [];
  byMark.delete(mark);
  return runs;
}

function largest(lines: readonly TextLine[]): number {
  return lines.reduce((most, { size }) => Math.max(most, size), 0);
}
