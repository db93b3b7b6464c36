import { linesOf, splitAtGaps, type TextLine, type TextRun } from './lines.js';
import { findTable, type Table } from './tables.js';

/** A column is at least this share of the width of the text: numbers before the items of a list are none. */
const NARROWEST = 0.2;
/** A gutter has at least this many lines on either side of it, beside each other. */
const FEWEST_LINES = 2;
/** A line that crosses a gutter counts this much against it, compared with lines on either side. */
const CROSSING = 0.25;
/** Columns within columns are looked for this deep. */
const DEEPEST = 4;
/** Places on the page's width where a gutter may be. */
const PLACES = 400;

/** What is read in one go: lines from top to bottom, or a table row by row. */
export type Region = { readonly lines: readonly TextLine[] } | { readonly table: Table };

/**
 * Parts a page into regions that are read one after the other: tables; columns, which stand on either side of a gutter
 * that no line crosses; and lines that cross it, which are read before what is below them.
 */
export function regionsOf(runs: readonly TextRun[], depth = 0): Region[] {
  if (runs.length === 0) return [];
  const table = depth < DEEPEST ? findTable(runs) : null;
  if (table !== null) {
    return [...regionsOf(table.above, depth + 1), { table }, ...regionsOf(table.below, depth)];
  }
  const pieces = depth < DEEPEST ? linesOf(runs).flatMap(splitAtGaps) : [];
  const gutter = findGutter(pieces);
  if (gutter === null) return [{ lines: linesOf(runs) }];
  const regions: Region[] = [];
  let whole: TextRun[] = [];
  const closeWhole = (): void => {
    if (whole.length > 0) regions.push(...regionsOf(whole, depth + 1));
    whole = [];
  };
  for (const band of bandsOf(pieces, gutter)) {
    const left = band.filter(({ right }) => right <= gutter);
    const right = band.filter((piece) => piece.left >= gutter);
    if (facing(left, right) >= FEWEST_LINES) {
      closeWhole();
      for (const column of [left, right]) regions.push(...regionsOf(runsOf(column), depth + 1));
    } else for (const run of runsOf(band)) whole.push(run);
  }
  closeWhole();
  return regions;
}

function runsOf(pieces: readonly TextLine[]): TextRun[] {
  return pieces.flatMap((piece) => piece.runs);
}

/** Where there is most text on both sides and least across; null where nothing looks like a gutter. */
function findGutter(pieces: readonly TextLine[]): number | null {
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const piece of pieces) {
    left = Math.min(left, piece.left);
    right = Math.max(right, piece.right);
  }
  const step = (right - left) / PLACES;
  if (!(step > 0)) return null;
  const ending = new Uint32Array(PLACES + 2);
  const beginning = new Uint32Array(PLACES + 2);
  for (const piece of pieces) {
    ending[Math.ceil((piece.right - left) / step)]!++;
    beginning[Math.floor((piece.left - left) / step)]!++;
  }
  let [before, after] = [0, pieces.length];
  let best = { worth: 0, first: -1, last: -1 };
  for (let place = 0; place <= PLACES; place++) {
    before += ending[place]!;
    if (place >= PLACES * NARROWEST && place <= PLACES * (1 - NARROWEST)) {
      const across = pieces.length - before - after;
      const worth = Math.min(before, after) - CROSSING * Math.max(0, across);
      if (worth > best.worth) best = { worth, first: place, last: place };
      else if (worth === best.worth && place === best.last + 1) best.last = place;
    }
    after -= beginning[place]!;
  }
  return best.worth < FEWEST_LINES ? null : left + ((best.first + best.last) / 2) * step;
}

/** Lines that cross the gutter, one by one, and the runs of lines between them, from top to bottom. */
function bandsOf(pieces: readonly TextLine[], gutter: number): TextLine[][] {
  const bands: TextLine[][] = [];
  let open: TextLine[] | null = null;
  for (const piece of [...pieces].sort((a, b) => a.baseline - b.baseline)) {
    if (piece.left < gutter && piece.right > gutter) {
      bands.push([piece]);
      open = null;
    } else if (open) open.push(piece);
    else {
      open = [piece];
      bands.push(open);
    }
  }
  return bands;
}

/** How many lines of one column stand beside a line of the other, baselines less than a line apart. */
function facing(left: readonly TextLine[], right: readonly TextLine[]): number {
  let count = 0;
  let at = 0;
  for (const { baseline, size } of left) {
    while (at < right.length && right[at]!.baseline < baseline - size) at++;
    if (at < right.length && right[at]!.baseline <= baseline + size) count++;
  }
  return count;
}
