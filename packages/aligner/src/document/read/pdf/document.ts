import { findPageFurniture } from '../page-furniture.js';
import type { Reading } from '../reading.js';
import { isCodeLine } from './code.js';
import { columnOf, type Margins, marginsOf, type Near, type Region, regionsOf } from './columns.js';
import { joinCutRow, leaveOutRepeatedHead } from './cut-rows.js';
import { gridsOf, rulesAcross } from './grid.js';
import { gutterOf } from './halves.js';
import { withHeadsInPlace } from './heads.js';
import { aslantLeftOut, furnitureLeftOut } from './left-out.js';
import { footnotesAt, linesOf, type TextLine, type TextRun, withGaps } from './lines.js';
import { type MarginNote, marginNotesOf } from './margin-notes.js';
import { withPagesNear } from './pages-near.js';
import { PartList } from './part-list.js';
import type { Range } from './ranges.js';
import { readingOf } from './reading-of-parts.js';
import type { PageRuns } from './runs.js';
import { type TaggedText, taggedPages } from './tagged.js';
import { withoutUsualMono } from './usual-mono.js';

/** Puts the pages of a document together: paragraphs in reading order, without what is repeated on its pages. */
export function layOut(all: readonly PageRuns[]): Reading {
  const pages = withoutUsualMono(all);
  const tagged = taggedPages(pages);
  const withNotes = pages.map(({ directions: [runs = []] }) => linesOf(runs));
  const headsThere = headsOf(withNotes);
  // The structure of a page says where its notes belong.
  const besides = pages.map(({ directions: [runs = []], rules }, at) =>
    tagged[at] ? { runs, notes: [] } : marginNotesOf(runs, rules, between(withNotes[at]!, headsThere[at]!)),
  );
  const hasNotes = besides.some(({ notes }) => notes.length > 0);
  const rows = hasNotes ? besides.map(({ runs }) => linesOf(runs)) : withNotes;
  const furniture = hasNotes ? headsOf(rows) : headsThere;
  const margins = marginsOf(rows);
  const bodyOf = (index: number): TextLine[] =>
    rows[index]!.filter((_, line) => !furniture[index]!.has(line));
  const furnitureOf = (index: number): TextLine[] =>
    rows[index]!.filter((_, line) => furniture[index]!.has(line));
  const regionsOn = withPagesNear(pages.length, (index) => {
    if (tagged[index]) return null;
    const body = bodyOf(index);
    const runs = body.slice(0, footnotesAt(body)).flatMap((line) => line.runs);
    const page = pages[index]!;
    return {
      gutter: gutterOf(runs, gridsOf(page.rules)),
      read: (near) => regionsAt(runs, page, margins, near),
    };
  });
  const document = { text: new PartList(), notes: new PartList() };
  const { parts } = document.text;
  /** The texts of the first row of each table, by its number. */
  const firstRows = new Map<number, string>();
  pages.forEach((page, index) => {
    const start = parts.length;
    const structured = tagged[index];
    if (structured) addTaggedPage(document, structured, (runs) => regionsAt(runs, page, margins));
    else {
      // What is written in another direction has other sides, and no rules.
      const turned = page.directions.slice(1).flatMap((runs) => regionsAt(runs, null, margins));
      addPage(document, {
        body: bodyOf(index),
        furniture: furnitureOf(index),
        margin: [...besides[index]!.notes],
        regions: [...regionsOn(index), ...turned],
      });
    }
    document.text.leaveOut(page.aslant);
    joinCutRow(parts, start, leaveOutRepeatedHead(parts, start, firstRows));
  });
  const heads = tagged.map((page, index) =>
    page ? [...page.above, ...page.below] : furnitureOf(index).map(({ text }) => text),
  );
  return readingOf([...parts, ...document.notes.parts], {
    replaced: pages.reduce((sum, page) => sum + page.replaced, 0),
    raised: rows.flat().reduce((sum, line) => sum + line.marks, 0),
    diagnostics: [...furnitureLeftOut(heads), ...aslantLeftOut(pages)],
  });
}

/** The heads and feet among the lines of each page. */
function headsOf(pages: readonly (readonly TextLine[])[]): ReadonlySet<number>[] {
  return withHeadsInPlace(pages, findPageFurniture(pages.map((lines) => lines.map(withGaps))));
}

/** The baselines of the last of the heads of a page and of the first of its feet. */
function between(lines: readonly TextLine[], heads: ReadonlySet<number>): Range {
  let [first, last] = [0, lines.length - 1];
  while (heads.has(first)) first++;
  while (heads.has(last)) last--;
  return {
    from: lines[first - 1]?.baseline ?? Number.NEGATIVE_INFINITY,
    to: lines[last + 1]?.baseline ?? Number.POSITIVE_INFINITY,
  };
}

/** A document as it grows: text goes on from page to page without the notes at their feet. */
interface Growing {
  readonly text: PartList;
  readonly notes: PartList;
}

/** Adds a page as its structure has it; where that does not tell, by the places of its text. */
function addTaggedPage(
  { text, notes }: Growing,
  { above, blocks, loose, below }: TaggedText,
  byPlace: (runs: readonly TextRun[]) => Region[],
): void {
  text.leaveOut(above);
  const first = text.numberTables(1 + Math.max(-1, ...blocks.map(({ block }) => block.cell?.table ?? -1)));
  if (loose) text.addRegions(byPlace(loose));
  for (const [at, { paragraph, block }] of loose ? [] : blocks.entries()) {
    const { lines } = paragraph;
    const called = block.kind === 'loose' ? null : block.kind;
    const apart = called === null ? {} : { text: at };
    const cell = block.cell && { ...block.cell, table: first + block.cell.table, ...apart };
    if (cell === null && lines.every(isCodeLine)) text.addCode(lines);
    // Several lines in no paragraph may be anything: only their places tell.
    else if (cell === null && called === null && lines.length > 1) {
      text.addRegions(byPlace(lines.flatMap((line) => line.runs)));
    } else {
      const isLast = at === blocks.length - 1;
      (block.isNote ? notes : text).addText({ kind: 'text', paragraph, called, cell, isLast }, at === 0);
    }
  }
  text.leaveOut(below);
}

/** What stands on a page without structure. */
interface PlainPage {
  /** Its lines between heads and feet. */
  readonly body: readonly TextLine[];
  /** Its running heads and feet. */
  readonly furniture: readonly TextLine[];
  /** The notes in its margin: those that stand beside text are taken out of it. */
  readonly margin: MarginNote[];
  /** What the body holds above its footnotes, and what is written in other directions. */
  readonly regions: readonly Region[];
}

function addPage({ text, notes }: Growing, { body, furniture, margin, regions }: PlainPage): void {
  const leaveOut = (lines: readonly TextLine[]): void => text.leaveOut(lines.map((line) => line.text));
  const middle = body[0]?.baseline ?? Number.POSITIVE_INFINITY;
  leaveOut(furniture.filter(({ baseline }) => baseline < middle));
  text.addRegions(regions, margin);
  for (const { paragraph } of margin) notes.addAside(paragraph);
  notes.addParagraphs(body.slice(footnotesAt(body)));
  leaveOut(furniture.filter(({ baseline }) => baseline >= middle));
}

/** Text by its place on the page. */
function regionsAt(
  runs: readonly TextRun[],
  page: Pick<PageRuns, 'rules' | 'sides'> | null,
  margins: Margins,
  near: Omit<Near, 'across'> = { tables: [], gutters: [] },
): Region[] {
  if (runs.length === 0) return [];
  const column = columnOf(runs, margins, page?.sides);
  const rules = page?.rules ?? [];
  return regionsOf(runs, gridsOf(rules), 0, column, { ...near, across: rulesAcross(rules) });
}
