import type { TextLine } from './lines.js';

/** Heads of a document stand on one baseline and have one size, give or take this, in points. */
const SAME_PLACE = 1;
/** A place of which so many pages are known to have their head or foot is the place of heads or feet. */
const FEWEST_PAGES = 3;
/** They stand this far from the text, in font sizes, or further. */
const APART = 1.4;

/**
 * Adds the heads and feet that do not come back, such as those of short chapters: what stands at the edge of a page, away
 * from its text, where other pages have theirs.
 *
 * @param pages lines of each page, from top to bottom
 * @param furniture the lines of each that are known to be heads and feet
 */
export function withHeadsInPlace(
  pages: readonly (readonly TextLine[])[],
  furniture: readonly ReadonlySet<number>[],
): ReadonlySet<number>[] {
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
        const [line, next] = [lines[at]!, lines[at + step]];
        const isApart =
          next === undefined ||
          Math.abs(next.baseline - line.baseline) >= APART * Math.max(line.size, next.size);
        if (!isInPlace(line) || !isApart) break;
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
