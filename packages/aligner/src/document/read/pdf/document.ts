import { info } from '../../../common/diagnostic.js';
import { counted, listedUpTo } from '../../../common/listed.js';
import type { Diagnostic } from '../../../types.js';
import { ExtractedText } from '../extracted-text.js';
import { findPageFurniture } from '../page-furniture.js';
import type { Reading } from '../reading.js';
import { regionsOf } from './columns.js';
import { linesOf, type TextLine, withGaps } from './lines.js';
import {
  goesOn,
  hyphenatedWords,
  mendCutWords,
  type PdfParagraph,
  paragraphsOf,
  textOf,
} from './paragraphs.js';
import type { PageRuns } from './runs.js';
import type { Cell } from './structure.js';
import { taggedPages } from './tagged.js';

/** A heading is set this much larger than most of the text. */
const HEADING = 1.12;
/** Longer than this, in characters, is no heading. */
const LONGEST_HEADING = 300;

/** What stands in the document, in reading order. */
type Part =
  | {
      readonly kind: 'text';
      readonly paragraph: PdfParagraph;
      /** What a tagged PDF calls it; null where only its size tells. */
      readonly called: 'heading' | 'paragraph' | null;
      readonly cell: Cell | null;
    }
  | { readonly kind: 'left-out'; readonly lines: readonly string[] };

/** Puts the pages of a document together: paragraphs in reading order, without what is repeated on its pages. */
export function layOut(pages: readonly PageRuns[]): Reading {
  const tagged = taggedPages(pages);
  const rows = pages.map(({ directions }) => linesOf(directions[0] ?? []));
  const furniture = findPageFurniture(rows.map((lines) => lines.map(withGaps)));
  const parts: Part[] = [];
  let tables = 0;
  pages.forEach((page, index) => {
    const structured = tagged[index];
    if (structured) {
      parts.push({ kind: 'left-out', lines: structured.above });
      for (const [at, { paragraph, block }] of structured.blocks.entries()) {
        const cell = block.cell && { ...block.cell, table: tables + block.cell.table };
        addText(
          parts,
          { kind: 'text', paragraph, called: block.kind === 'loose' ? null : block.kind, cell },
          at === 0,
        );
      }
      tables += 1 + Math.max(-1, ...structured.blocks.map(({ block }) => block.cell?.table ?? -1));
      parts.push({ kind: 'left-out', lines: structured.below });
    } else addPage(parts, page, rows[index]!, furniture[index]!);
    parts.push({ kind: 'left-out', lines: page.aslant });
  });
  const heads = rows.map((lines, page) => {
    const structured = tagged[page];
    return structured
      ? [...structured.above, ...structured.below]
      : lines.filter((_, line) => furniture[page]!.has(line)).map(({ text }) => text);
  });
  return write(parts, [...furnitureLeftOut(heads), ...aslantLeftOut(pages)]);
}

function addPage(
  parts: Part[],
  { directions }: PageRuns,
  all: readonly TextLine[],
  furniture: ReadonlySet<number>,
): void {
  const isFurniture = (_: TextLine, index: number): boolean => furniture.has(index);
  const leaveOut = (lines: readonly TextLine[]): void => {
    parts.push({ kind: 'left-out', lines: lines.map(({ text }) => text) });
  };
  const body = all.filter((line, index) => !isFurniture(line, index));
  const middle = body[0]?.baseline ?? Number.POSITIVE_INFINITY;
  const left = all.filter(isFurniture);
  leaveOut(left.filter(({ baseline }) => baseline < middle));
  const runs = [body.flatMap((line) => line.runs), ...directions.slice(1)];
  for (const region of runs.flatMap((each) => regionsOf(each))) {
    for (const [at, paragraph] of paragraphsOf(region).entries()) {
      addText(parts, { kind: 'text', paragraph, called: null, cell: null }, at === 0);
    }
  }
  leaveOut(left.filter(({ baseline }) => baseline >= middle));
}

/** Adds a paragraph; the first of a column or page may go on where the one before it broke off. */
function addText(parts: Part[], part: Part & { readonly kind: 'text' }, isFirst: boolean): void {
  const before = isFirst && part.cell === null ? lastText(parts) : null;
  if (before !== null && before.cell === null && goesOn(before.paragraph, part.paragraph)) {
    for (const line of part.paragraph.lines) before.paragraph.lines.push(line);
  } else parts.push(part);
}

function lastText(parts: readonly Part[]): (Part & { readonly kind: 'text' }) | null {
  for (let index = parts.length - 1; index >= 0; index--) {
    const part = parts[index]!;
    if (part.kind === 'text') return part;
  }
  return null;
}

function write(parts: readonly Part[], diagnostics: readonly Diagnostic[]): Reading {
  const lines = parts.flatMap((part) => (part.kind === 'text' ? part.paragraph.lines : []));
  const hyphenated = hyphenatedWords(lines);
  const usual = usualSize(lines);
  const texts = mendCutWords(
    parts.map((part) => (part.kind === 'text' ? textOf(part.paragraph.lines, hyphenated) : '')),
    hyphenated,
  );
  const extracted = new ExtractedText();
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index]!;
    if (part.kind === 'left-out') extracted.leaveOut(part.lines);
    else if (part.cell === null) {
      const text = texts[index]!;
      const looksLarge = part.paragraph.size > HEADING * usual && text.length <= LONGEST_HEADING;
      const isHeading = part.called === null ? looksLarge : part.called === 'heading';
      extracted.add(isHeading ? 'heading' : 'paragraph', [text]);
    } else {
      const { table, row, column } = part.cell;
      const first = index;
      while (isInCell(parts[index + 1], part.cell)) index++;
      const position = { axis: 'row', table, column, start: row, end: row + 1 } as const;
      extracted.add('paragraph', texts.slice(first, index + 1), { position });
    }
  }
  return extracted.reading(diagnostics);
}

function isInCell(part: Part | undefined, { table, row, column }: Cell): boolean {
  const cell = part?.kind === 'text' ? part.cell : null;
  return cell?.table === table && cell.row === row && cell.column === column;
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
    ),
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
    ),
  ];
}
