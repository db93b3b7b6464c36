/** The shapes a bead may have: step k takes `en[k]` English and `zh[k]` Chinese segments. */
export interface Steps {
  readonly en: Uint8Array;
  readonly zh: Uint8Array;
}

interface BandShape {
  readonly rows: number;
  readonly lo: Int32Array;
  readonly hi: Int32Array;
  readonly rowStart: Int32Array;
}

/**
 * The cheapest path from the first to the last position of a band, by dynamic programming.
 *
 * @param cost for each cell and step, `cost[cell * steps + k]`: the cost of the bead of shape k that ends there, in
 *   −ln p (negative where the evidence is better than chance), or +Infinity where there can be none
 * @returns for each cell the step that the cheapest path to it ends with, 255 where no path leads to it, and the
 *   cost of that path. Ties go to the step that is declared first.
 */
export function cheapestPath(
  band: BandShape,
  steps: Steps,
  cost: Float32Array,
): { readonly total: Float64Array; readonly step: Uint8Array } {
  const { rows, lo, hi, rowStart } = band;
  const { en, zh } = steps;
  const shapes = en.length;
  const cells = rowStart[rows]!;
  const total = new Float64Array(cells).fill(Number.POSITIVE_INFINITY);
  const step = new Uint8Array(cells).fill(NO_STEP);
  total[0] = 0;
  for (let i = 0; i < rows; i++) {
    const first = lo[i]!;
    const end = hi[i]!;
    const base = rowStart[i]! - first;
    for (let j = i === 0 ? 1 : first; j < end; j++) {
      const cell = base + j;
      let least = Number.POSITIVE_INFINITY;
      let chosen = NO_STEP;
      for (let k = 0, at = cell * shapes; k < shapes; k++, at++) {
        const row = i - en[k]!;
        const column = j - zh[k]!;
        if (row < 0 || column < lo[row]! || column >= hi[row]!) continue;
        const sum = total[rowStart[row]! + column - lo[row]!]! + cost[at]!;
        if (sum < least) {
          least = sum;
          chosen = k;
        }
      }
      total[cell] = least;
      step[cell] = chosen;
    }
  }
  return { total, step };
}

export const NO_STEP = 255;

/** The corner positions of the path that ends in the last cell, from the start (left out) to the end. */
export function traceBack(band: BandShape, steps: Steps, step: Uint8Array): [row: number, column: number][] {
  const { rows, lo, hi, rowStart } = band;
  const corners: [number, number][] = [];
  let i = rows - 1;
  let j = hi[i]! - 1;
  while (i > 0 || j > 0) {
    corners.push([i, j]);
    const k = step[rowStart[i]! + j - lo[i]!]!;
    if (k === NO_STEP) return [];
    i -= steps.en[k]!;
    j -= steps.zh[k]!;
  }
  return corners.reverse();
}

/**
 * How probable each bead of a path is, given all paths through the band: the forward–backward sums over
 * exp(−sharpness · cost). A bead that every good path shares comes near 1; where two ways of cutting are about
 * equally good each gets about a half.
 *
 * @param corners the path, as `traceBack` gives it
 * @param sharpness above 0; below 1 the scores' own overconfidence is damped
 */
export function beadPosteriors(
  band: BandShape,
  steps: Steps,
  cost: Float32Array,
  corners: readonly (readonly [row: number, column: number])[],
  sharpness: number,
): Float64Array {
  const { rows, lo, hi, rowStart } = band;
  const { en, zh } = steps;
  const shapes = en.length;
  const cells = rowStart[rows]!;
  const before = new Float64Array(cells).fill(Number.NEGATIVE_INFINITY);
  const after = new Float64Array(cells).fill(Number.NEGATIVE_INFINITY);
  const terms = new Float64Array(shapes);
  before[0] = 0;
  for (let i = 0; i < rows; i++) {
    const base = rowStart[i]! - lo[i]!;
    for (let j = i === 0 ? 1 : lo[i]!; j < hi[i]!; j++) {
      const cell = base + j;
      let count = 0;
      for (let k = 0, at = cell * shapes; k < shapes; k++, at++) {
        const row = i - en[k]!;
        const column = j - zh[k]!;
        if (row < 0 || column < lo[row]! || column >= hi[row]!) continue;
        terms[count++] = before[rowStart[row]! + column - lo[row]!]! - sharpness * cost[at]!;
      }
      before[cell] = logSumExp(terms, count);
    }
  }
  after[cells - 1] = 0;
  for (let i = rows - 1; i >= 0; i--) {
    const base = rowStart[i]! - lo[i]!;
    for (let j = i === rows - 1 ? hi[i]! - 2 : hi[i]! - 1; j >= lo[i]!; j--) {
      let count = 0;
      for (let k = 0; k < shapes; k++) {
        const row = i + en[k]!;
        const column = j + zh[k]!;
        if (row >= rows || column < lo[row]! || column >= hi[row]!) continue;
        const target = rowStart[row]! + column - lo[row]!;
        terms[count++] = after[target]! - sharpness * cost[target * shapes + k]!;
      }
      after[base + j] = logSumExp(terms, count);
    }
  }
  const all = before[cells - 1]!;
  const result = new Float64Array(corners.length);
  let [row, column] = [0, 0];
  corners.forEach(([i, j], index) => {
    const start = rowStart[row]! + column - lo[row]!;
    const end = rowStart[i]! + j - lo[i]!;
    let k = 0;
    while (en[k] !== i - row || zh[k] !== j - column) k++;
    const share = before[start]! - sharpness * cost[end * shapes + k]! + after[end]! - all;
    result[index] = Math.min(1, Math.exp(share));
    [row, column] = [i, j];
  });
  return result;
}

/** ln of the sum of e to the first `count` terms; the largest is taken out, so that nothing overflows. */
function logSumExp(terms: Float64Array, count: number): number {
  let largest = Number.NEGATIVE_INFINITY;
  for (let t = 0; t < count; t++) if (terms[t]! > largest) largest = terms[t]!;
  if (largest === Number.NEGATIVE_INFINITY) return largest;
  let sum = 0;
  for (let t = 0; t < count; t++) {
    const below = terms[t]! - largest;
    // e^-40 is lost in the rounding of the sum.
    if (below > -40) sum += Math.exp(below);
  }
  return largest + Math.log(sum);
}
