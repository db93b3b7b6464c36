import { progressIn } from '../../common/progress.js';
import type { Steps } from '../../common/steps.js';
import { type Band, type Limits, makeBand } from './band.js';
import { type Beam, BeamBuilder } from './beam.js';
import { cheapestPath, placesOf, sumOverPaths, traceBack } from './kernel.js';
import { limitsOfPart, rangeOfText } from './part-of-side.js';
import { type BestPath, type Pass, regionOf } from './region.js';
import { stepGraph } from './step-graph.js';

/** Sharpness of the sums over paths: nothing is sure before beads are known. */
const SHARPNESS = 0.5;
/** A cell is kept if the paths through it have at least e to the minus this of all paths' weight. */
const GAP = 5;

/** Rows that are searched together: memory must not grow with the text. */
const ROWS_AT_ONCE = 2000;
/** So many of the last ones only show how the path goes on, and before them the path is cut at the surest of as many. */
const ROWS_AHEAD = 100;

/**
 * A coarse pass over the cells of a band, without beads: the path goes from segment to segment, each step earns what the
 * words of the two segments it comes to say for each other, and a step along one side earns what they say beyond
 * chance, since the segment may be a further one of its bead. It costs little, and leaves a
 * narrow beam to the passes with beads.
 *
 * @param band of the whole text, within its limits
 */
export function* coarseCells(pass: Pass, band: Band, limits: Limits): Steps<Beam> {
  const beam = new BeamBuilder(band.rows);
  const last = band.rows - 1;
  let [row, column] = [0, 0];
  for (let end = -1; end < last; ) {
    end = Math.min(last, row + ROWS_AT_ONCE);
    const part = partOfBand(band, row, column, end);
    yield progressIn('overview', row / band.rows);
    const found = yield* coarsePath(pass, part, limits, row, column, end < last);
    const corner = end < last ? surestPlace(part, found) : { row: part.rows - 1, column: part.columns - 1 };
    beam.add(part, found, {
      firstRow: row === 0 ? 0 : 1,
      lastRow: corner.row,
      firstColumn: column,
      gap: GAP,
    });
    row += corner.row;
    column += corner.column;
  }
  return beam.finish();
}

/** The rows of a band from a cell of the first on; the path through them ends at the last cell of the last. */
function partOfBand(band: Band, row: number, column: number, end: number): Band {
  const fromColumn = (columns: Int32Array): Int32Array =>
    columns.slice(row, end + 1).map((of) => of - column);
  return makeBand(fromColumn(band.lo), fromColumn(band.hi), band.hi[end]! - column);
}

type CoarsePath = Pick<BestPath, 'sums' | 'cells'>;

/**
 * The best path of a part of the text that begins with segments `row` and `column`, and how it stands among all.
 *
 * @param goesOn whether the text does, after the last row: where in it the path then ends is left open
 */
function* coarsePath(
  pass: Pass,
  band: Band,
  limits: Limits,
  row: number,
  column: number,
  goesOn: boolean,
): Steps<CoarsePath> {
  const part = rangeOfText(row, row + band.rows - 1, column, column + band.columns - 1);
  const region = regionOf(pass, part, band, limitsOfPart(limits, part));
  const graph = yield* stepGraph(band, region.limits, pass.links, region.pass.model, goesOn);
  const path = traceBack(graph, cheapestPath(graph, graph.cost).last);
  return { sums: yield* sumOverPaths(graph, graph.cost, SHARPNESS), cells: placesOf(graph, path) };
}

/** Where most of all paths' weight goes through one cell of the best path, in the rows before those ahead. */
function surestPlace(
  { rows, lo, rowStart }: Band,
  { sums: { before, after }, cells }: CoarsePath,
): { readonly row: number; readonly column: number } {
  let surest = { row: 0, column: 0, weight: Number.NEGATIVE_INFINITY };
  let row = 0;
  for (const cell of cells) {
    while (cell >= rowStart[row + 1]!) row++;
    const weight = before[cell]! + after[cell]!;
    if (row < rows - 2 * ROWS_AHEAD || row >= rows - ROWS_AHEAD || weight <= surest.weight) continue;
    surest = { row, column: lo[row]! + cell - rowStart[row]!, weight };
  }
  return surest;
}
