import { info } from '../../../common/diagnostic.js';
import { counted, listedUpTo } from '../../../common/listed.js';
import type { Diagnostic } from '../../../types.js';
import { hyphenatedWords, mendCutWords } from '../../writing/cut-words.js';
import { languageByScript } from '../../writing/script.js';
import { ExtractedText } from '../extracted-text.js';
import { findPageFurniture } from '../page-furniture.js';
import type { Reading } from '../reading.js';
import { isCodeLine } from './code.js';
import { columnOf, type Margins, marginsOf, type Near, type Region, regionsOf } from './columns.js';
import type { Entry } from './contents.js';
import { isInCell, joinCutRow, leaveOutRepeatedHead } from './cut-rows.js';
import { gridsOf, rulesAcross } from './grid.js';
import { withHeadsInPlace } from './heads.js';
import { withLabelsBeside } from './labels-beside.js';
import { footnotesAt, linesOf, type TextLine, type TextRun, withGaps } from './lines.js';
import { type MarginNote, marginNotesOf } from './margin-notes.js';
import { BULLETS } from './markers.js';
import { type Column, measure } from './measure.js';
import { noteNumberOf, withoutMarks } from './note-marks.js';
import { withPagesNear } from './pages-near.js';
import { goesOn, type PdfParagraph, paragraphsOf } from './paragraphs.js';
import type { Part } from './parts.js';
import type { Range } from './ranges.js';
import type { PageRuns } from './runs.js';
import { withSidesApart } from './sides-apart.js';
import type { Cell } from './structure.js';
import { taggedPages } from './tagged.js';
import { withTermsApart } from './terms-apart.js';
import { textOf } from './text-of-lines.js';

/** A heading is set this much larger than most of the text. */
const HEADING = 1.12;
/** Longer than this, in characters, is no heading. */
const LONGEST_HEADING = 300;

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
  const parts: Part[] = [];
  /** Notes at the feet of pages: text goes on from page to page without them. */
  const notes: Part[] = [];
  let tables = 0;
  /** The texts of the first row of each table, by its number. */
  const firstRows = new Map<number, string>();
  const bodyOf = (index: number): TextLine[] =>
    rows[index]!.filter((_, line) => !furniture[index]!.has(line));
  const regionsOn = withPagesNear(pages.length, (index) => {
    if (tagged[index]) return null;
    const body = bodyOf(index);
    const runs = body.slice(0, footnotesAt(body)).flatMap((line) => line.runs);
    const page = pages[index]!;
    return { read: (near) => regionsAt(runs, page, margins, near) };
  });
  pages.forEach((page, index) => {
    const start = parts.length;
    const structured = tagged[index];
    if (structured) {
      parts.push({ kind: 'left-out', lines: structured.above });
      const { blocks, loose } = structured;
      const first = tables;
      tables += 1 + Math.max(-1, ...blocks.map(({ block }) => block.cell?.table ?? -1));
      if (loose) tables += addRegions(parts, regionsAt(loose, page, margins), tables);
      for (const [at, { paragraph, block }] of loose ? [] : blocks.entries()) {
        const { lines } = paragraph;
        const cell = block.cell && { ...block.cell, table: first + block.cell.table };
        const called = block.kind === 'loose' ? null : block.kind;
        if (cell === null && lines.every(isCodeLine)) parts.push({ kind: 'code', lines });
        // Several lines in no paragraph may be anything: only their places tell.
        else if (cell === null && called === null && lines.length > 1) {
          const runs = lines.flatMap((line) => line.runs);
          tables += addRegions(parts, regionsAt(runs, page, margins), tables);
        } else {
          const isLast = at === blocks.length - 1;
          addText(block.isNote ? notes : parts, { kind: 'text', paragraph, called, cell, isLast }, at === 0);
        }
      }
      parts.push({ kind: 'left-out', lines: structured.below });
    } else {
      const left = rows[index]!.filter((_, line) => furniture[index]!.has(line));
      const regions = [
        regionsOn(index),
        // What is written in another direction has other sides, and no rules.
        ...page.directions.slice(1).map((runs) => regionsAt(runs, null, margins)),
      ];
      const own = { body: bodyOf(index), furniture: left, margin: [...besides[index]!.notes] };
      tables += addPage({ parts, notes }, own, regions.flat(), tables);
    }
    parts.push({ kind: 'left-out', lines: page.aslant });
    joinCutRow(parts, start, leaveOutRepeatedHead(parts, start, firstRows));
  });
  const heads = rows.map((lines, page) => {
    const structured = tagged[page];
    return structured
      ? [...structured.above, ...structured.below]
      : lines.filter((_, line) => furniture[page]!.has(line)).map(({ text }) => text);
  });
  const replaced = pages.reduce((sum, page) => sum + page.replaced, 0);
  const marks = rows.flat().reduce((sum, line) => sum + line.marks, 0);
  return write([...parts, ...notes], replaced, marks, [...furnitureLeftOut(heads), ...aslantLeftOut(pages)]);
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

/** Adds what stands on a page without structure, between its heads and its feet; returns how many tables there are. */
function addPage(
  { parts, notes }: { readonly parts: Part[]; readonly notes: Part[] },
  {
    body,
    furniture,
    margin,
  }: {
    readonly body: readonly TextLine[];
    readonly furniture: readonly TextLine[];
    readonly margin: MarginNote[];
  },
  regions: readonly Region[],
  firstTable: number,
): number {
  const leaveOut = (lines: readonly TextLine[]): void => {
    parts.push({ kind: 'left-out', lines: lines.map(({ text }) => text) });
  };
  const middle = body[0]?.baseline ?? Number.POSITIVE_INFINITY;
  leaveOut(furniture.filter(({ baseline }) => baseline < middle));
  const tables = addRegions(parts, regions, firstTable, margin);
  for (const { paragraph } of margin) notes.push(besideText(paragraph));
  addParagraphs(notes, body.slice(footnotesAt(body)), null);
  leaveOut(furniture.filter(({ baseline }) => baseline >= middle));
  return tables;
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

/** Adds what regions hold, with the notes in the margin that are taken from `margin`; returns how many tables there are. */
function addRegions(
  parts: Part[],
  regions: readonly Region[],
  firstTable: number,
  margin: MarginNote[] = [],
): number {
  let tables = 0;
  for (const region of regions) {
    if (region.kind === 'table') addTable(parts, region, firstTable + tables++);
    else if (region.kind === 'code') parts.push(region);
    else if (region.kind === 'entry') addEntry(parts, region.entry);
    else addParagraphs(parts, region.lines, null, region.column, !region.beginsCell, margin);
  }
  return tables;
}

function addEntry(parts: Part[], { lines }: Entry): void {
  const paragraph = { lines: [...lines], size: lines[0]!.size, column: measure(lines) };
  parts.push({ kind: 'text', paragraph, called: 'paragraph', cell: null });
}

function addParagraphs(
  parts: Part[],
  lines: readonly TextLine[],
  cell: Cell | null,
  column?: Column,
  mayGoOn = true,
  margin: MarginNote[] = [],
): void {
  if (lines.length === 0) return;
  const paragraphs = paragraphsOf(
    cell === null ? withSidesApart(withLabelsBeside(lines)) : lines,
    column ?? measure(lines),
  );
  const apart = withTermsApart(paragraphs);
  for (const [at, paragraph] of apart.entries()) {
    const before = parts.length;
    const isLast = at === apart.length - 1;
    addText(parts, { kind: 'text', paragraph, called: null, cell, isLast }, mayGoOn && at === 0);
    if (margin.length > 0) addMarginNotes(parts, before, paragraph, margin);
  }
}

/** Puts the notes that stand beside a paragraph, or above it, before it, or behind it where it goes on what is before it. */
function addMarginNotes(parts: Part[], at: number, { lines }: PdfParagraph, margin: MarginNote[]): void {
  const { left, baseline } = lines.at(-1)!;
  const beside = margin.filter((note) => note.baseline <= baseline && note.left <= left && left < note.right);
  parts.splice(at, 0, ...beside.map(({ paragraph }) => besideText(paragraph)));
  for (const note of beside) margin.splice(margin.indexOf(note), 1);
}

function besideText(paragraph: PdfParagraph): Part {
  return { kind: 'text', paragraph, called: 'paragraph', cell: null };
}

function addTable(
  parts: Part[],
  { rows, ends }: Extract<Region, { readonly kind: 'table' }>,
  table: number,
): void {
  rows.forEach((cells, row) => {
    cells.forEach((lines, column) => {
      const own = lines.length === 0 ? undefined : withinCell(measure(lines), ends[column]!);
      addParagraphs(parts, lines, { table, row, column }, own);
    });
  });
}

/** What the lines of a cell keep within; one that spans several columns reaches beyond the end of the first. */
function withinCell(column: Column, end: number): Column {
  const isWide = Number.isFinite(column.right) && column.right > end;
  return isWide ? column : { ...column, right: end };
}

/** Adds a paragraph; the first of a column or page may go on where the one before it broke off. */
function addText(parts: Part[], part: TextPart, isFirst: boolean): void {
  const at = isFirst && part.cell === null ? cutBefore(parts, part) : -1;
  const before = parts[at];
  if (before?.kind === 'text' && goesOn(before.paragraph, part.paragraph)) {
    for (const line of part.paragraph.lines) before.paragraph.lines.push(line);
    parts[at] = { ...before, isLast: part.isLast === true };
  } else parts.push(part);
}

type TextPart = Part & { readonly kind: 'text' };

/** A page of the other language has fewer paragraphs. */
const MOST_BETWEEN = 200;

/**
 * Where the text stands that a column or page may begin in the midst of: the last one, or, where pages and columns are in two
 * languages in turn, the one that the last of its own language ended with; -1 for none.
 */
function cutBefore(parts: readonly Part[], { paragraph }: TextPart): number {
  const language = languageByScript(paragraph.lines[0]!.text);
  const first = Math.max(0, parts.length - MOST_BETWEEN);
  let isBeyond = false;
  for (let at = parts.length - 1; at >= first; at--) {
    const part = parts[at]!;
    if (part.kind === 'left-out') continue;
    if (part.kind === 'code' || part.cell !== null) return -1;
    const own = languageByScript(part.paragraph.lines.at(-1)!.text);
    if (language === null || own === language || (own === null && !isBeyond))
      return isBeyond && part.isLast !== true ? -1 : at;
    isBeyond = true;
  }
  return -1;
}

/** @param raised how many marks of notes were raised, and so are in none of the lines */
function write(
  parts: readonly Part[],
  replaced: number,
  raised: number,
  diagnostics: readonly Diagnostic[],
): Reading {
  const lines = parts.flatMap((part) => (part.kind === 'text' ? part.paragraph.lines : []));
  const hyphenated = hyphenatedWords(lines.map(({ text }) => text));
  const usual = usualSize(lines);
  const { texts, numbers, marks } = withoutMarks(
    mendCutWords(
      parts.map((part) => (part.kind === 'text' ? textOf(part.paragraph.lines, hyphenated) : '')),
      hyphenated,
    ),
  );
  const extracted = new ExtractedText();
  extracted.countReplaced(replaced);
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index]!;
    if (part.kind === 'left-out') extracted.leaveOut(part.lines);
    else if (part.kind === 'code')
      extracted.add(
        'code',
        part.lines.map(({ text }) => text),
      );
    else if (part.cell === null) {
      const number = raised > 0 ? noteNumberOf(part.paragraph.lines, texts[index]!) : '';
      extracted.leaveOut([numbers[index]! + number]);
      const written = texts[index]!.slice(number.length);
      const bullet = bulletOf(part.paragraph, written);
      const text = written.slice(bullet.length);
      if (bullet !== '') {
        extracted.leaveOut([bullet]);
        extracted.add('item', [text]);
        continue;
      }
      const looksLarge = part.paragraph.size > HEADING * usual && text.length <= LONGEST_HEADING;
      const isHeading = part.called === null ? looksLarge : part.called === 'heading';
      extracted.add(isHeading ? 'heading' : 'paragraph', [text]);
    } else {
      const { table, row, column } = part.cell;
      const first = index;
      while (isInCell(parts[index + 1], part.cell)) index++;
      extracted.leaveOut(numbers.slice(first, index + 1));
      const position = { axis: 'row', table, column, start: row, end: row + 1 } as const;
      extracted.add('paragraph', texts.slice(first, index + 1), { position });
    }
  }
  return extracted.reading([...diagnostics, ...marksLeftOut(raised + marks)]);
}

const BULLET = new RegExp(`^[·${BULLETS}][ \\u00a0]?(?=\\S)`, 'u');
/** What may be a bullet, and also how speech begins, or a number below nought. */
const DASH = /^[-–—*][ \u00a0](?=\S)/;
/** What an item of a list is indented by, at least, in font sizes: all of it, or what comes after its first line. */
const INDENT = 0.8;

/** The bullet that an item of a list begins with; it is none of its text. */
function bulletOf({ lines, size, column }: PdfParagraph, text: string): string {
  const bullet = BULLET.exec(text)?.[0];
  if (bullet !== undefined) return bullet;
  const [first, second] = lines;
  const [mark, rest] = first!.runs;
  const isIndented =
    first!.left - column.left > INDENT * size ||
    (second !== undefined && second.left - first!.left > 0.5 * INDENT * size);
  if (!isIndented) return '';
  const own = mark!.text.trim();
  const isApart = rest !== undefined && (rest.left - mark!.right > 0.3 * size || own === '–');
  return DASH.exec(text)?.[0] ?? (isApart && DASH.test(`${own} .`) ? own : '');
}

/** Text of which this share or more is in letters that are all equally wide is no code: it has no others. */
const ALL_CODE = 0.7;

/** The pages of a document; where it has hardly any other letters than those of code, without saying that they are. */
function withoutUsualMono(pages: readonly PageRuns[]): readonly PageRuns[] {
  let [mono, all] = [0, 0];
  for (const { isMono, text } of pages.flatMap(({ directions }) => directions.flat())) {
    all += text.length;
    if (isMono) mono += text.length;
  }
  if (mono < ALL_CODE * all) return pages;
  return pages.map((page) => ({
    ...page,
    directions: page.directions.map((runs) => runs.map((run) => ({ ...run, isMono: false }))),
  }));
}

/** The font size that most characters have, to half a point. */
function usualSize(lines: readonly TextLine[]): number {
  const amounts = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    amounts.set(rounded, (amounts.get(rounded) ?? 0) + text.length);
  }
  return [...amounts].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0])[0];
}

/** Kinds of running heads that a message names. */
const NAMED = 3;

function furnitureLeftOut(heads: readonly (readonly string[])[]): Diagnostic[] {
  const pages = heads.filter((found) => found.length > 0).length;
  if (pages === 0) return [];
  const counts = new Map<string, number>();
  for (const head of heads.flat()) {
    const text = head.replace(/\d+/g, '#');
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const kinds = [...counts].sort((a, b) => b[1] - a[1]).map(([text, count]) => `"${text}" (${count})`);
  return [
    info(
      'left-out',
      `Running heads, footers and page numbers of ${counted(pages, 'page')} were left out: ${listedUpTo(NAMED, kinds)}.`,
      { values: { kind: 'page-heads', count: pages, text: listedUpTo(NAMED, kinds) } },
    ),
  ];
}

function marksLeftOut(marks: number): Diagnostic[] {
  if (marks === 0) return [];
  const what = marks === 1 ? 'A mark of a note was' : `${marks} marks of notes were`;
  return [
    info('left-out', `${what} left out of the text.`, { values: { kind: 'note-marks', count: marks } }),
  ];
}

function aslantLeftOut(pages: readonly PageRuns[]): Diagnostic[] {
  const aslant = pages.filter((page) => page.aslant.length > 0);
  if (aslant.length === 0) return [];
  const example = aslant[0]!.aslant.join(' ').slice(0, 60);
  return [
    info(
      'left-out',
      `Slanted text, such as the watermark "${example}", was left out on ${counted(aslant.length, 'page')}.`,
      { values: { kind: 'slanted', text: example, count: aslant.length } },
    ),
  ];
}
