import { info } from '../../../common/diagnostic.js';
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

/** A heading is set this much larger than most of the text. */
const HEADING = 1.12;
/** Longer than this, in characters, is no heading. */
const LONGEST_HEADING = 300;

/** What stands in the document, in reading order. */
type Part =
  | { readonly kind: 'paragraph'; readonly paragraph: PdfParagraph }
  | { readonly kind: 'left-out'; readonly lines: readonly string[] };

/** Puts the pages of a document together: paragraphs in reading order, without what is repeated on its pages. */
export function layOut(pages: readonly PageRuns[]): Reading {
  const rows = pages.map(({ directions }) => linesOf(directions[0] ?? []));
  const furniture = findPageFurniture(rows.map((lines) => lines.map(withGaps)));
  const parts: Part[] = [];
  pages.forEach(({ directions, aslant }, page) => {
    const isFurniture = (_: TextLine, index: number): boolean => furniture[page]!.has(index);
    const leaveOut = (lines: readonly TextLine[]): void => {
      parts.push({ kind: 'left-out', lines: lines.map(({ text }) => text) });
    };
    const all = rows[page]!;
    const body = all.filter((line, index) => !isFurniture(line, index));
    const middle = body[0]?.baseline ?? Number.POSITIVE_INFINITY;
    const left = all.filter(isFurniture);
    leaveOut(left.filter(({ baseline }) => baseline < middle));
    const runs = [body.flatMap((line) => line.runs), ...directions.slice(1)];
    for (const region of runs.flatMap((each) => regionsOf(each))) addRegion(parts, paragraphsOf(region));
    leaveOut(left.filter(({ baseline }) => baseline >= middle));
    parts.push({ kind: 'left-out', lines: aslant });
  });
  return write(parts, [...furnitureLeftOut(rows, furniture), ...aslantLeftOut(pages)]);
}

/** Adds the paragraphs of a column; the first of them may go on where the column before it broke off. */
function addRegion(parts: Part[], [first, ...others]: readonly PdfParagraph[]): void {
  if (first === undefined) return;
  const before = lastParagraph(parts);
  if (before && goesOn(before, first)) {
    for (const line of first.lines) before.lines.push(line);
  } else parts.push({ kind: 'paragraph', paragraph: first });
  for (const paragraph of others) parts.push({ kind: 'paragraph', paragraph });
}

function lastParagraph(parts: readonly Part[]): PdfParagraph | null {
  for (let index = parts.length - 1; index >= 0; index--) {
    const part = parts[index]!;
    if (part.kind === 'paragraph') return part.paragraph;
  }
  return null;
}

function write(parts: readonly Part[], diagnostics: readonly Diagnostic[]): Reading {
  const lines = parts.flatMap((part) => (part.kind === 'paragraph' ? part.paragraph.lines : []));
  const hyphenated = hyphenatedWords(lines);
  const usual = usualSize(lines);
  const texts = parts.map((part) =>
    part.kind === 'paragraph' ? textOf(part.paragraph.lines, hyphenated) : '',
  );
  const extracted = new ExtractedText();
  mendCutWords(texts, hyphenated).forEach((text, index) => {
    const part = parts[index]!;
    if (part.kind === 'left-out') extracted.leaveOut(part.lines);
    else {
      const isHeading = part.paragraph.size > HEADING * usual && text.length <= LONGEST_HEADING;
      extracted.add(isHeading ? 'heading' : 'paragraph', [text]);
    }
  });
  return extracted.reading(diagnostics);
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

function furnitureLeftOut(
  rows: readonly (readonly TextLine[])[],
  furniture: readonly ReadonlySet<number>[],
): Diagnostic[] {
  const pages = furniture.filter((found) => found.size > 0).length;
  if (pages === 0) return [];
  const counts = new Map<string, number>();
  furniture.forEach((found, page) => {
    for (const index of found) {
      const text = rows[page]![index]!.text.replace(/\d+/g, '#');
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
  });
  const kinds = [...counts].sort((a, b) => b[1] - a[1]).map(([text, count]) => `"${text}" (${count})`);
  const more = kinds.length > NAMED ? `, and ${kinds.length - NAMED} more` : '';
  return [
    info(
      'left-out',
      `Running heads, footers and page numbers of ${pages} pages were left out: ${kinds.slice(0, NAMED).join(', ')}${more}.`,
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
      `Text that stands aslant, such as "${example}", was left out on ${aslant.length} pages.`,
    ),
  ];
}
