import type { ResultsInSteps } from '../../common/steps.js';
import { type Limits, within } from './band.js';
import type { Beam, BeamBuilder } from './beam.js';
import { rowsOnEdge } from './beam-edge.js';
import type { FoundBead } from './found-bead.js';
import { limitsOfPart, rangeOfText } from './part-of-side.js';
import { pruningOf } from './pruning.js';
import { bestPath, type Pass, type Region, regionOf } from './region.js';
import { bandOfSection } from './section-band.js';
import { sectionsOf } from './sections.js';

/** How far a pass searches beyond the beam that the one before left. */
export interface Width {
  /** Columns to either side of a cell of the beam in which beads of common shapes may begin or end. */
  readonly margin: number;
  /** Whether those of all shapes may. */
  readonly allShapes: boolean;
}

/** What a pass found in one section. */
export interface FoundSection {
  readonly beads: readonly FoundBead[];
  /** Whether the beam had to be widened because the path ran along its edge. */
  readonly widened: boolean;
}

/** Cells whose paths have together less than e to the minus this of all paths' weight are left out of the beam. */
const BEAM_GAP = 8;
/** The margins where the path runs along the edge of the beam, one after the other. */
const WIDER = [7, 21];
/** Rows before and after one on the edge that are widened with it. */
const WIDENED_ROWS = 30;

/**
 * Searches the best path section by section, in and beside the beam that the pass before left.
 *
 * @param next takes the beam for the next pass
 */
export function* passOver(
  pass: Pass,
  beam: Beam,
  limits: Limits,
  width: Width,
  next: BeamBuilder | null = null,
): ResultsInSteps<FoundSection> {
  for (const section of sectionsOf(beam, pass.model.zh.interval.length + 1)) {
    const rows = section.i - section.row + 1;
    const margins = new Int32Array(rows).fill(width.margin);
    const widened = new Uint8Array(rows);
    const part = rangeOfText(section.row, section.i, section.column, section.j);
    const limitsHere = limitsOfPart(limits, part);
    const searched = (): Region => {
      const band = within(bandOfSection(section, beam, margins), limitsHere);
      const pruning = width.allShapes ? null : pruningOf(band, section, beam, margins, widened);
      return regionOf(pass, part, band, limitsHere, pruning);
    };
    let region = searched();
    let found = yield* bestPath(region);
    let isWider = false;
    for (const margin of WIDER.filter((each) => each > width.margin)) {
      const onEdge = rowsOnEdge(region, found);
      if (onEdge.length === 0) break;
      isWider = true;
      for (const row of onEdge) {
        const [from, to] = [Math.max(0, row - WIDENED_ROWS), row + WIDENED_ROWS];
        margins.fill(margin, from, to);
        widened.fill(1, from, to);
      }
      region = searched();
      found = yield* bestPath(region);
    }
    const { band } = region;
    next?.add(band, found, {
      firstRow: section.row === 0 ? 0 : 1,
      lastRow: rows - 1,
      firstColumn: section.column,
      gap: BEAM_GAP,
    });
    yield { beads: found.beads, widened: isWider };
  }
}
