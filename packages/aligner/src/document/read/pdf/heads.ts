import { stampOf } from '../page-furniture.js';
import { type TextLine, withGaps } from './lines.js';

/** Heads of a document stand on one baseline and have one size, give or take this, in points. */
const SAME_PLACE = 1;
/** A place of which so many pages are known to have their head or foot is the place of heads or feet. */
const FEWEST_PAGES = 3;
/** They stand this far from the text, in font sizes, or further. */
const APART = 1.4;

/** Pages from one showing of a head to the next: other pages have that of the other language, or none. */
const WIDEST_GAP = 4;

/** Whether two lines, so many pages apart, are one head or foot: the same, but for numbers of pages, of which a spread has two. */
function isOneHead(one: TextLine, other: TextLine, pages: number): boolean {
  const parts = [one, other].map((line) => withGaps(line).split(/ {2,}/));
  if (parts[0]!.length !== parts[1]!.length) return false;
  let counts = false;
  for (const [at, text] of parts[0]!.entries()) {
    if (text === parts[1]![at]) continue;
    const [before, after] = [stampOf(text), stampOf(parts[1]![at]!)];
    if (before === null || after === null || before.template !== after.template) return false;
    const step = (after.numbers[0] ?? 0) - (before.numbers[0] ?? 0);
    const isPageNumber =
      before.mayCount && before.numbers.length <= 2 && (step === pages || step === 2 * pages);
    if (!isPageNumber) return false;
    counts = true;
  }
  const stamp = stampOf(withGaps(one));
  return counts || (stamp !== null && stamp.kind === 'head' && !stamp.hasLabel);
}

/** Heads and feet that two pages have in one place, away from their text: short documents have no more. */
function shownTwice(pages: readonly (readonly TextLine[])[]): Set<number>[] {
  const found = pages.map(() => new Set<number>());
  for (const step of [1, -1]) {
    const edges = pages.map((lines) => {
      const at = step > 0 ? 0 : lines.length - 1;
      return isApart(lines, at, step) && lines.length > 1 ? at : null;
    });
    edges.forEach((at, page) => {
      for (let next = page + 1; next <= page + WIDEST_GAP && next < pages.length; next++) {
        const other = edges[next];
        if (at === null || other === null || other === undefined) continue;
        const [line, after] = [pages[page]![at]!, pages[next]![other]!];
        const isInPlace = placesOf(line).includes(placesOf(after)[1]!);
        if (!isInPlace || !isOneHead(line, after, next - page)) continue;
        found[page]!.add(at);
        found[next]!.add(other);
      }
    });
  }
  return found;
}

/** Lines at either end of a page among which heads and feet are looked for. */
const EDGE = 3;
/** The number of a page by itself, with the letters that gazettes and annexes give it. */
const PAGE_NUMBER = /^([A-Z]{0,2})(\d{1,5})$/;
/** What page numbers count by from page to page: each language may count its own, and a spread shows two. */
const STEPS = [0.5, 1, 2];

/**
 * Heads and feet that hold the number of their page, apart from all else of their line, where they stand in one place: that the number
 * counts with the pages tells what they are, whatever stands beside it, such as the section that each half of a spread begins with.
 */
function countedInPlace(pages: readonly (readonly TextLine[])[]): Set<number>[] {
  const counts = new Map<string, (readonly [page: number, at: number])[]>();
  pages.forEach((lines, page) => {
    for (const step of [1, -1]) {
      for (let edge = 0; edge < Math.min(EDGE, lines.length - 1); edge++) {
        const at = step > 0 ? edge : lines.length - 1 - edge;
        if (!isApart(lines, at, step)) continue;
        for (const part of withGaps(lines[at]!).split(/ {2,}/)) {
          const [, letters, number] = PAGE_NUMBER.exec(part) ?? [];
          if (number === undefined) continue;
          for (const each of STEPS) {
            const key = [placesOf(lines[at]!)[1], letters, each, Number(number) - each * page].join(' ');
            const shown = counts.get(key);
            if (shown === undefined) counts.set(key, [[page, at]]);
            else if (shown.at(-1)![0] !== page) shown.push([page, at]);
          }
        }
      }
    }
  });
  const found = pages.map(() => new Set<number>());
  for (const shown of counts.values()) {
    if (shown.length >= FEWEST_PAGES) for (const [page, at] of shown) found[page]!.add(at);
  }
  return found;
}

/** Whether a line has nothing near it further in. */
function isApart(lines: readonly TextLine[], at: number, step: number): boolean {
  const [line, next] = [lines[at], lines[at + step]];
  if (line === undefined) return false;
  return (
    next === undefined || Math.abs(next.baseline - line.baseline) >= APART * Math.max(line.size, next.size)
  );
}

/**
 * Adds the heads and feet that do not come back, such as those of short chapters: what stands at the edge of a page, away
 * from its text, where other pages have theirs.
 *
 * @param pages lines of each page, from top to bottom
 * @param repeated the lines of each that are known to be heads and feet
 */
export function withHeadsInPlace(
  pages: readonly (readonly TextLine[])[],
  repeated: readonly ReadonlySet<number>[],
): ReadonlySet<number>[] {
  const [twice, counted] = [shownTwice(pages), countedInPlace(pages)];
  const furniture = repeated.map((found, page) => new Set([...found, ...twice[page]!, ...counted[page]!]));
  const places = new Map<string, number>();
  pages.forEach((lines, page) => {
    for (const at of furniture[page]!) {
      for (const place of placesOf(lines[at]!)) places.set(place, (places.get(place) ?? 0) + 1);
    }
  });
  const isInPlace = (line: TextLine): boolean => (places.get(placesOf(line)[1]!) ?? 0) >= FEWEST_PAGES;
  return pages.map((lines, page) => {
    const found = new Set(furniture[page]);
    for (const step of [1, -1]) {
      for (let at = step > 0 ? 0 : lines.length - 1; at >= 0 && at < lines.length; at += step) {
        if (found.has(at)) continue;
        if (!isInPlace(lines[at]!) || !isApart(lines, at, step)) break;
        found.add(at);
      }
    }
    return found;
  });
}

/** The place of a line, rounded down, to the nearest and up. */
function placesOf({ baseline, size }: TextLine): string[] {
  const at = Math.round(baseline / SAME_PLACE);
  return [-1, 0, 1].map((shift) => `${at + shift} ${Math.round(size)}`);
}
