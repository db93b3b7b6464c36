import { languageByScript } from '../../writing/script.js';
import type { Grid } from './grid.js';
import { linesOf, splitAtGaps, type TextLine, type TextRun } from './lines.js';
import { paragraphsOf } from './paragraphs.js';

/** What stands on either side of a gutter that nothing crosses. */
export interface Half {
  readonly runs: readonly TextRun[];
  readonly grids: readonly Grid[];
}

/** A gutter between halves is this wide or wider, in font sizes. */
const GUTTER = 1;
/** Fewer lines on a side that are in some language are no half, unless pages near it have the same gutter. */
const FEWEST_LINES = 5;
/** At least this share of the lines of a half that are in some language are in its own. */
const OWN = 0.9;
/** Starts of paragraphs are beside each other within this many font sizes, where fonts differ, */
const BESIDE = 0.45;
/** and beside each other alike where so many of them do so within this many. */
const ALIKE = 0.1;
/** Fewer paragraphs than this tell less than all lines do. */
const FEWEST_STARTS = 3;
/** Where this share of the paragraphs of the half that has fewer begin beside one of the other, the halves are columns of a table. */
const IN_ROWS = 0.5;

interface Halves {
  readonly halves: [Half, Half];
  /** Where the gutter between them has its middle. */
  readonly gutter: number;
  /**
   * Whether their paragraphs begin together, as the rows of a table do, while no tables are drawn in both and no other pages have
   * the same halves.
   */
  readonly mayBeRows: boolean;
}

/**
 * The halves of a spread, or of a page in two columns, that have a language each: what happens to stand beside each other
 * in them makes no rows, and each may have tables of its own. Null where nothing parts the text so.
 *
 * @param gutters where pages near it have their gutters
 */
export function halvesOf(
  runs: readonly TextRun[],
  grids: readonly Grid[],
  gutters: readonly number[] = [],
): Halves | null {
  let inRows: Halves | null = null;
  const pieces = linesOf(runs).flatMap(splitAtGaps);
  pieces.sort((a, b) => a.left - b.left);
  let end = Number.NEGATIVE_INFINITY;
  for (const [at, piece] of pieces.entries()) {
    // The rules of a table may reach further than its text.
    const sides = [
      grids.filter(({ box }) => box.right <= piece.left && box.left < end),
      grids.filter(({ box }) => box.left >= end),
    ];
    const gutter = (end + piece.left) / 2;
    if (at > 0 && piece.left - end >= GUTTER * piece.size && sides.flat().length === grids.length) {
      const [left, right] = [pieces.slice(0, at), pieces.slice(at)].map((side) =>
        linesOf(side.flatMap((each) => each.runs)),
      );
      const haveTables = sides.every((side) => side.some(({ ends }) => ends.length > 1));
      const isKnown = gutters.some((each) => each > end && each < piece.left);
      // Of a text that ends a page before its translation does a line or two may be left.
      if (areInTwoLanguages(left!, right!, isKnown ? 1 : FEWEST_LINES)) {
        const mayBeRows = !haveTables && !isKnown && areInRows(left!, right!);
        const [one, other] = [left!, right!].map((lines, side) => ({
          runs: lines.flatMap((line) => line.runs),
          grids: sides[side]!,
        }));
        const found: Halves = { halves: [one!, other!], gutter, mayBeRows };
        if (!mayBeRows) return found;
        inRows ??= found;
      }
    }
    end = Math.max(end, piece.right);
  }
  return inRows;
}

function areInTwoLanguages(left: readonly TextLine[], right: readonly TextLine[], fewest: number): boolean {
  const [one, other] = [left, right].map((lines) => {
    const languages = lines.flatMap(({ text }) => languageByScript(text) ?? []);
    // Labels beside their items are in no language.
    if (languages.length < fewest) return null;
    const english = languages.filter((language) => language === 'en').length;
    if (english >= OWN * languages.length) return 'en';
    return languages.length - english >= OWN * languages.length ? 'zh' : null;
  });
  return one !== null && other !== null && one !== other;
}

/** Whether most paragraphs have their first line, their last or their middle beside those of another. */
export function areInRows(
  left: readonly TextLine[],
  right: readonly TextLine[],
  share: number = IN_ROWS,
): boolean {
  const paragraphs = [left, right].map((lines) => paragraphsOf(lines).map((each) => each.lines));
  const isTold = paragraphs.every(({ length }) => length >= FEWEST_STARTS);
  const [one, other] = isTold ? paragraphs : [left, right].map((lines) => lines.map((line) => [line]));
  const fewest = Math.min(one!.length, other!.length);
  const first = (lines: readonly TextLine[]): number => lines[0]!.baseline;
  const last = (lines: readonly TextLine[]): number => lines.at(-1)!.baseline;
  const size = left[0]!.size;
  return [first, last, (lines: readonly TextLine[]) => (first(lines) + last(lines)) / 2].some(
    (place) => countAlike(one!.map(place), other!.map(place), size) >= share * fewest,
  );
}

/** How many of some places have another beside them, all as far from it. */
function countAlike(ones: readonly number[], others: readonly number[], size: number): number {
  const offsets: number[] = [];
  let at = 0;
  for (const place of ones) {
    while (at < others.length && others[at]! < place - BESIDE * size) at++;
    const offset = (others[at] ?? Number.POSITIVE_INFINITY) - place;
    if (offset <= BESIDE * size) offsets.push(offset / size);
  }
  offsets.sort((a, b) => a - b);
  let most = 0;
  for (let from = 0, to = 0; from < offsets.length; from++) {
    while (to < offsets.length && offsets[to]! <= offsets[from]! + ALIKE) to++;
    most = Math.max(most, to - from);
  }
  return most;
}
