import type { ResultsInSteps } from '../../common/steps.js';
import { type Limits, within } from './band.js';
import { CLOSED } from './bead-graph.js';
import type { FoundBead } from './found-bead.js';
import type { LikelyCells, LikelyList } from './likely.js';
import { type BestPath, bestPath, type Look, lookAt, type Pass } from './look.js';
import { bandOfSection, opennessOf } from './open-cells.js';
import { limitsOfPart, rangeOfText } from './part-of-side.js';
import { type Section, sectionsOf } from './sections.js';

/** How far a pass looks beyond the cells that the one before found likely. */
export interface Width {
  /** Columns to either side of a likely cell in which beads of common shapes may begin or end. */
  readonly margin: number;
  /** Whether those of all shapes may. */
  readonly open: boolean;
}

/** What a pass found in one section. */
export interface FoundSection {
  readonly beads: readonly FoundBead[];
  /** Whether more had to be looked at because the path ran along the edge of what was looked at. */
  readonly widened: boolean;
}

/** Paths that have together less than e to the minus this of all paths' weight are not looked at again. */
const LEAST_LIKELY = 8;
/** The margins where the path runs along the edge of what was looked at, one after the other. */
const WIDER = [7, 21];
/** Rows before and after one on the edge that are widened with it. */
const WIDENED_ROWS = 30;
/** Segments on either side from which a bead is so rare that it rather hides pairs. */
const CROWDED = 3;

/**
 * Looks for the best path section by section, at and beside the cells that are likely by the pass before.
 *
 * @param next takes the cells that are likely now
 */
export function* passOver(
  pass: Pass,
  likely: LikelyCells,
  limits: Limits,
  width: Width,
  next: LikelyList | null = null,
): ResultsInSteps<FoundSection> {
  for (const section of sectionsOf(likely, pass.model.zh.stretch.length + 1)) {
    const rows = section.i - section.row + 1;
    const margins = new Int32Array(rows).fill(width.margin);
    const widened = new Uint8Array(rows);
    let look = lookAtSection(pass, section, likely, limits, margins, widened, width.open);
    let found = yield* bestPath(look);
    let isWider = false;
    for (const margin of WIDER.filter((each) => each > width.margin)) {
      const onEdge = rowsOnEdge(look, found);
      if (onEdge.length === 0) break;
      isWider = true;
      for (const row of onEdge) {
        const [from, to] = [Math.max(0, row - WIDENED_ROWS), row + WIDENED_ROWS];
        margins.fill(margin, from, to);
        widened.fill(1, from, to);
      }
      look = lookAtSection(pass, section, likely, limits, margins, widened, width.open);
      found = yield* bestPath(look);
    }
    const { band } = look;
    next?.add(
      band,
      found.sums,
      found.cells,
      section.row === 0 ? 0 : 1,
      rows - 1,
      section.column,
      LEAST_LIKELY,
    );
    yield { beads: found.beads, widened: isWider };
  }
}

function lookAtSection(
  pass: Pass,
  section: Section,
  likely: LikelyCells,
  limits: Limits,
  margins: Int32Array,
  widened: Uint8Array,
  open: boolean,
): Look {
  const { row, i, column, j } = section;
  const part = rangeOfText(row, i, column, j);
  const limitsHere = limitsOfPart(limits, part);
  const band = within(bandOfSection(section, likely, margins), limitsHere);
  const openness = open ? null : opennessOf(band, section, likely, margins, widened);
  return lookAt(pass, part, band, limitsHere, openness);
}

/**
 * The rows of a look in which its path runs beside cells that were not looked at and are within the limits, or takes
 * many segments of both sides at once: that is how it goes past pairs that stand farther off.
 */
function rowsOnEdge({ band, limits, openness }: Look, { cells }: BestPath): number[] {
  const isPartly = (at: number): boolean =>
    band.lo[at]! > Math.max(0, limits.lo[at]!) ||
    band.hi[at]! < Math.min(band.columns, limits.hi[at]!) ||
    openness?.subarray(band.rowStart[at]!, band.rowStart[at + 1]!).includes(CLOSED) === true;
  const rows: number[] = [];
  let r = 0;
  let [row, column] = [0, 0];
  for (const cell of cells) {
    while (cell >= band.rowStart[r + 1]!) r++;
    const j = cell - band.rowStart[r]! + band.lo[r]!;
    const isCrowded = r - row >= CROWDED && j - column >= CROWDED;
    [row, column] = [r, j];
    const isClosed = (at: number): boolean =>
      at < 0 || at >= band.columns
        ? false
        : at < band.lo[r]! ||
          at >= band.hi[r]! ||
          openness?.[band.rowStart[r]! + at - band.lo[r]!] === CLOSED;
    const left = j > limits.lo[r]! && isClosed(j - 1);
    const right = j < limits.hi[r]! - 1 && isClosed(j + 1);
    if ((r > 0 && r < band.rows - 1 && (left || right)) || (isCrowded && isPartly(r))) rows.push(r);
  }
  return rows;
}
