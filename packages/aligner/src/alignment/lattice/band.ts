/**
 * The part of the alignment table that is searched. Row i, column j is the position after i English and j
 * Chinese segments, so there is one row and one column more than there are segments. Row i holds the columns
 * `lo[i] … hi[i] - 1`, and its cells begin at `rowStart[i]` of every flat array over the band. `lo` and `hi` never
 * decrease from row to row; the first row holds column 0 and the last row the last column.
 */
export interface Band {
  readonly rows: number;
  readonly columns: number;
  readonly lo: Int32Array;
  readonly hi: Int32Array;
  readonly rowStart: Int32Array;
}

/**
 * Makes a band out of wished-for column ranges: clips them to the table, makes them monotone, and lets each row
 * touch the one before, so that a path always exists.
 */
export function makeBand(lo: Int32Array, hi: Int32Array, columns: number): Band {
  const rows = lo.length;
  lo[0] = 0;
  hi[rows - 1] = columns;
  for (let i = 0; i < rows; i++) {
    lo[i] = Math.max(0, Math.min(lo[i]!, columns - 1));
    hi[i] = Math.max(lo[i]! + 1, Math.min(hi[i]!, columns));
  }
  for (let i = 1; i < rows; i++) hi[i] = Math.max(hi[i]!, hi[i - 1]!);
  for (let i = rows - 2; i >= 0; i--) lo[i] = Math.min(lo[i]!, lo[i + 1]!);
  // A gap between neighbouring rows would cut the table in two.
  for (let i = 1; i < rows; i++) if (lo[i]! >= hi[i - 1]!) lo[i] = hi[i - 1]! - 1;
  for (let i = rows - 2; i >= 0; i--) lo[i] = Math.min(lo[i]!, lo[i + 1]!);
  const rowStart = new Int32Array(rows + 1);
  for (let i = 0; i < rows; i++) rowStart[i + 1] = rowStart[i]! + hi[i]! - lo[i]!;
  return { rows, columns, lo, hi, rowStart };
}

/** The whole table of so many segments on either side. */
export function wholeTable(enSegments: number, zhSegments: number): Band {
  const [rows, columns] = [enSegments + 1, zhSegments + 1];
  return makeBand(new Int32Array(rows), new Int32Array(rows).fill(columns), columns);
}

/** Columns on either side of a path found before that are looked at when it is found again. */
export const NARROW = 7;

/** Between two corners of a path, a rectangle of more cells than this is crossed along its diagonal only. */
const LARGEST_RECTANGLE = 40_000;
function isTooLarge(height: number, width: number): boolean {
  return height * width > LARGEST_RECTANGLE;
}

/** True where two corners of a path are so far apart that the way between them has to be guessed. */
export function hasWideGap(
  corners: readonly (readonly [row: number, column: number])[],
  rows: number,
  columns: number,
): boolean {
  let [row, column] = [0, 0];
  return [...corners, [rows - 1, columns - 1] as const].some(([nextRow, nextColumn]) => {
    const wide = isTooLarge(nextRow - row, nextColumn - column);
    [row, column] = [nextRow, nextColumn];
    return wide;
  });
}

/** Columns on either side of that diagonal. */
const BESIDE_DIAGONAL = 100;

/**
 * A band on both sides of a path, given as corner positions in order, and over the whole rectangle between two corners
 * unless that is too large: then the path between them is guessed to be straight.
 *
 * @param halfWidth columns to either side of the path, by row
 */
export function bandAround(
  corners: readonly (readonly [row: number, column: number])[],
  rows: number,
  columns: number,
  halfWidth: (row: number) => number,
): Band {
  const lo = new Int32Array(rows).fill(columns);
  const hi = new Int32Array(rows).fill(0);
  let [row, column] = [0, 0];
  for (const [nextRow, nextColumn] of [...corners, [rows - 1, columns - 1] as const]) {
    const [height, width] = [nextRow - row, nextColumn - column];
    const whole = !isTooLarge(height, width);
    for (let i = row; i <= nextRow; i++) {
      const on = column + (height === 0 ? width : Math.round(((i - row) * width) / height));
      const beside = Math.max(BESIDE_DIAGONAL, Math.ceil(width / Math.max(1, height)));
      const [from, to] = whole ? [column, nextColumn] : [on - beside, on + beside];
      lo[i] = Math.min(lo[i]!, from - halfWidth(i));
      hi[i] = Math.max(hi[i]!, to + halfWidth(i) + 1);
    }
    [row, column] = [nextRow, nextColumn];
  }
  return makeBand(lo, hi, columns);
}

/** Columns by row: row i may be searched in `lo[i] … hi[i] - 1`. */
export type Limits = Pick<Band, 'lo' | 'hi'>;

/**
 * The limits that walls set: rectangles from wall to wall. Two that meet have only the wall in common, but the row of a
 * wall holds columns of both, so that a path can come to the wall and go on from it along the row, past what only the
 * Chinese text has. A bead of both languages lies in one rectangle where it keeps within the limits of its first row and
 * of its last.
 *
 * @param walls positions, before English segment `en` and before Chinese segment `zh`, in order
 */
export function wallLimits(
  walls: readonly { readonly en: number; readonly zh: number }[],
  rows: number,
  columns: number,
): Limits {
  const lo = new Int32Array(rows);
  const hi = new Int32Array(rows).fill(columns);
  // How many walls are before row i, and how many are before it or in it.
  let [before, upTo] = [0, 0];
  for (let i = 0; i < rows; i++) {
    while (before < walls.length && walls[before]!.en < i) before++;
    while (upTo < walls.length && walls[upTo]!.en <= i) upTo++;
    if (before > 0) lo[i] = walls[before - 1]!.zh;
    if (upTo < walls.length) hi[i] = walls[upTo]!.zh + 1;
  }
  return { lo, hi };
}

/**
 * The part of a band that lies within limits, and no more beside it than a path needs. All walls of a row are in it: the
 * first is the last column that the row before may have, the last is the first one that the row after may have.
 */
export function within(band: Band, limits: Limits): Band {
  const last = band.rows - 1;
  return makeBand(
    band.lo.map((column, i) => Math.min(Math.max(column, limits.lo[i]!), limits.hi[Math.max(0, i - 1)]! - 1)),
    band.hi.map((column, i) =>
      Math.max(Math.min(column, limits.hi[i]!), limits.lo[Math.min(last, i + 1)]! + 1),
    ),
    band.columns,
  );
}
