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
/** Fewer lines on a side are no half. */
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

/**
 * The halves of a spread, or of a page in two columns, that have a language each: what happens to stand beside each other
 * in them makes no rows, and each may have tables of its own. Null where nothing parts the text so, and where its paragraphs
 * begin together, as the rows of a table do, unless tables are drawn in both.
 */
export function halvesOf(runs: readonly TextRun[], grids: readonly Grid[]): [Half, Half] | null {
  const pieces = linesOf(runs).flatMap(splitAtGaps);
  pieces.sort((a, b) => a.left - b.left);
  let end = Number.NEGATIVE_INFINITY;
  for (const [at, piece] of pieces.entries()) {
    const gutter = (end + piece.left) / 2;
    const sides = [
      grids.filter(({ box }) => box.right <= gutter),
      grids.filter(({ box }) => box.left >= gutter),
    ];
    if (at > 0 && piece.left - end >= GUTTER * piece.size && sides.flat().length === grids.length) {
      const [left, right] = [pieces.slice(0, at), pieces.slice(at)].map((side) =>
        linesOf(side.flatMap((each) => each.runs)),
      );
      const haveTables = sides.every((side) => side.some(({ ends }) => ends.length > 1));
      if (areInTwoLanguages(left!, right!) && (haveTables || !areInRows(left!, right!))) {
        const [one, other] = [left!, right!].map((lines, side) => ({
          runs: lines.flatMap((line) => line.runs),
          grids: sides[side]!,
        }));
        return [one!, other!];
      }
    }
    end = Math.max(end, piece.right);
  }
  return null;
}

function areInTwoLanguages(left: readonly TextLine[], right: readonly TextLine[]): boolean {
  const [one, other] = [left, right].map((lines) => {
    if (lines.length < FEWEST_LINES) return null;
    const languages = lines.flatMap(({ text }) => languageByScript(text) ?? []);
    const english = languages.filter((language) => language === 'en').length;
    if (english >= OWN * languages.length) return 'en';
    return languages.length - english >= OWN * languages.length ? 'zh' : null;
  });
  return one !== null && other !== null && one !== other;
}

function areInRows(left: readonly TextLine[], right: readonly TextLine[]): boolean {
  const starts = [left, right].map((lines) => paragraphsOf(lines).map((each) => each.lines[0]!));
  const [one, other] = starts.every(({ length }) => length >= FEWEST_STARTS) ? starts : [left, right];
  const offsets: number[] = [];
  let at = 0;
  for (const { baseline, size } of one!) {
    while (at < other!.length && other![at]!.baseline < baseline - BESIDE * size) at++;
    const offset = (other![at]?.baseline ?? Number.POSITIVE_INFINITY) - baseline;
    if (offset <= BESIDE * size) offsets.push(offset / size);
  }
  offsets.sort((a, b) => a - b);
  let most = 0;
  for (let from = 0, to = 0; from < offsets.length; from++) {
    while (to < offsets.length && offsets[to]! <= offsets[from]! + ALIKE) to++;
    most = Math.max(most, to - from);
  }
  return most >= IN_ROWS * Math.min(one!.length, other!.length);
}
