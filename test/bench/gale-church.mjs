// The yardstick of the bench: the plain aligner of Gale and Church ("A program for aligning sentences in bilingual
// corpora", 1993), which looks at lengths only, on the library's own kernel. Its time is linear in the length of the
// text and says how fast the machine was at that moment.
import { makeBand } from '../../packages/aligner/dist/alignment/lattice/band.js';
import { cheapestPath } from '../../packages/aligner/dist/alignment/lattice/kernel.js';

/** Sentences that a bead takes on each side, and the cost of its shape, −ln of the published probability. */
const SHAPES = { en: Uint8Array.of(1, 1, 0, 2, 1, 2), zh: Uint8Array.of(1, 0, 1, 1, 2, 2) };
const PRIORS = Float64Array.of(0.89, 0.0099, 0.0099, 0.089, 0.089, 0.011).map((share) => -Math.log(share));
/** Variance of the length of a translation, per character of the original. */
const VARIANCE = 6.8;
/** Columns on either side of the diagonal. */
const BESIDE_DIAGONAL = 20;

/**
 * Aligns by length alone, near the diagonal.
 *
 * @param en characters of each English sentence
 * @param zh characters of each Chinese sentence
 * @returns the cost of the path found, −ln p
 */
export function galeChurch(en, zh) {
  const { graph, cost } = beads(bandOnDiagonal(en.length + 1, zh.length + 1), sumsOf(en), sumsOf(zh));
  return cheapestPath(graph, cost).total.at(-1);
}

function bandOnDiagonal(rows, columns) {
  const diagonal = (row) => Math.round((row * (columns - 1)) / Math.max(1, rows - 1));
  const lo = Int32Array.from({ length: rows }, (_, row) => diagonal(row) - BESIDE_DIAGONAL);
  const hi = Int32Array.from({ length: rows }, (_, row) => diagonal(row) + BESIDE_DIAGONAL + 1);
  return makeBand(lo, hi, columns);
}

/** All beads between two cells of a band, as a graph of cells (see the kernel), and their costs. */
function beads({ rows, lo, hi, rowStart }, en, zh) {
  const scale = en.at(-1) / zh.at(-1);
  const start = new Int32Array(rowStart[rows] + 1);
  const from = new Int32Array(rowStart[rows] * PRIORS.length);
  const cost = new Float32Array(from.length);
  let count = 0;
  for (let i = 0; i < rows; i++) {
    for (let j = lo[i]; j < hi[i]; j++) {
      for (let k = 0; k < PRIORS.length; k++) {
        const row = i - SHAPES.en[k];
        const column = j - SHAPES.zh[k];
        if (row < 0 || column < lo[row] || column >= hi[row]) continue;
        from[count] = rowStart[row] + column - lo[row];
        cost[count++] = PRIORS[k] + lengthCost(en[i] - en[row], scale * (zh[j] - zh[column]));
      }
      start[rowStart[i] + j - lo[i] + 1] = count;
    }
  }
  return { graph: { start, from }, cost };
}

/** −ln of the probability that lengths differ so much by chance. */
function lengthCost(english, chinese) {
  const mean = (english + chinese) / 2;
  if (mean === 0) return 0;
  const tail = normalTail(Math.abs(chinese - english) / Math.sqrt(VARIANCE * mean));
  return tail > 0 ? -Math.log(2 * tail) : 25;
}

/** The probability above z of the normal distribution (Abramowitz and Stegun, 1964, 26.2.17). */
function normalTail(z) {
  const t = 1 / (1 + 0.2316419 * z);
  const polynomial =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return 0.3989422804014327 * Math.exp((-z * z) / 2) * polynomial;
}

function sumsOf(lengths) {
  const sums = new Float64Array(lengths.length + 1);
  for (const [k, length] of lengths.entries()) sums[k + 1] = sums[k] + length;
  return sums;
}
