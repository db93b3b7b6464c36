/** Lines from the top and from the bottom of a page among which furniture is looked for. */
const REACH = 3;
/** Where a document has many pages, text must stand at the same place of this many to be furniture. */
const ENOUGH_PAGES = 3;
/** A line with more numbers than this is text or a row of a table. */
const MOST_NUMBERS = 3;
/** A longer line is text. */
const LONGEST = 200;

/**
 * Finds running heads, footers and page numbers: lines that stand at the same place of several pages, and differ in
 * nothing but numbers that count the pages.
 *
 * @param pages the lines of each page, from top to bottom
 * @returns for each page the indices of such lines
 */
export function findPageFurniture(pages: readonly (readonly string[])[]): ReadonlySet<number>[] {
  const candidates = pages.map((lines, page) =>
    edgeLines(lines).map(({ index, place }) => ({
      index,
      place,
      keys: keysOf(lines[index]!, page).map((key) => `${place} ${key}`),
    })),
  );
  const pagesOf = new Map<string, number>();
  for (const { keys } of candidates.flat()) {
    for (const key of keys) pagesOf.set(key, (pagesOf.get(key) ?? 0) + 1);
  }
  const enough = Math.max(2, Math.min(ENOUGH_PAGES, Math.ceil(pages.length / 2)));
  return candidates.map((page) => {
    const found = new Set<number>();
    let isOutermost = { top: true, bottom: true };
    for (const { index, place, keys } of page) {
      const edge = place > 0 ? 'top' : 'bottom';
      // What is further in is furniture only where all that is further out is.
      if (!isOutermost[edge]) continue;
      if (keys.some((key) => pagesOf.get(key)! >= enough)) found.add(index);
      else isOutermost = { ...isOutermost, [edge]: false };
    }
    return found;
  });
}

/** The outermost lines, from the edges inwards; places count 1, 2, 3 from the top and -1, -2, -3 from the bottom. */
function edgeLines(lines: readonly string[]): { index: number; place: number }[] {
  const reach = Math.min(REACH, lines.length);
  return Array.from({ length: reach }, (_, depth) => [
    { index: depth, place: depth + 1 },
    { index: lines.length - 1 - depth, place: -depth - 1 },
  ]).flat();
}

/**
 * What a line has in common with furniture of other pages: its text, and its text with any one or all of its numbers
 * counted from the page. Where a page of one language has the number of the other's, numbers go up every second page.
 */
function keysOf(line: string, page: number): string[] {
  const text = line.normalize('NFKC').replace(/\s+/g, ' ').trim();
  if (text === '' || text.length > LONGEST) return [];
  const parts = (/^[ivxl]{1,7}$/i.test(text) ? String(romanNumeral(text)) : text).split(/(\d{1,6})/);
  const numbers = parts.flatMap((_, at) => (at % 2 === 1 ? [at] : []));
  if (numbers.length === 0 || numbers.length > MOST_NUMBERS) return [text];
  const counted = (places: readonly number[], count: number, mark: string): string =>
    parts.map((part, at) => (places.includes(at) ? `${mark}${Number(part) - count}` : part)).join('');
  const choices = [...numbers.map((at) => [at]), ...(numbers.length > 1 ? [numbers] : [])];
  return [
    text,
    ...choices.flatMap((places) => [
      counted(places, page, '\u0001'),
      counted(places, Math.floor(page / 2), '\u0002'),
    ]),
  ];
}

function romanNumeral(text: string): number {
  const values = [...text.toLowerCase()].map((letter) => ({ i: 1, v: 5, x: 10, l: 50 })[letter] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}
