import { countInSteps, type Steps } from '../../common/steps.js';
import type { NatsOfBead } from '../score/similarity.js';
import type { BeadGraph } from './bead-graph.js';
import type { PathSums } from './kernel.js';

/**
 * The beads that a lattice holds for possible, weighed once more together with what their words say beside the other pairs of
 * the document (usual-words.ts). The costs of the lattice are lenient with words that are not translated, and hard on text
 * without counterpart: where much of a text has none, a sentence that only one text has is taken into the pair beside it, and
 * two such ones are paired.
 *
 * @param cost of each bead, by which the sums over all paths were made with this sharpness
 * @param path through the beads that is the cheapest by them
 * @param usual what the words say, in nats
 * @returns costs of which e to the minus sum is how probable a path is
 */
export function* weighedAnew(
  { band, shapes, start, from, shape }: BeadGraph,
  cost: Float32Array,
  sums: PathSums,
  sharpness: number,
  path: readonly number[],
  usual: NatsOfBead,
): Steps<Float32Array> {
  const anew = new Float32Array(cost.length).fill(Number.POSITIVE_INFINITY);
  const isOfPath = new Set(path);
  yield* countInSteps(band.rows, ROWS, (i) => {
    for (let j = band.lo[i]!; j < band.hi[i]!; j++) {
      const cell = band.rowStart[i]! + j - band.lo[i]!;
      for (let bead = start[cell]!; bead < start[cell + 1]!; bead++) {
        const share = sums.before[from[bead]!]! - sharpness * cost[bead]! + sums.after[cell]! - sums.all;
        if (share < LEAST_SHARE && !isOfPath.has(bead)) continue;
        const [n, m] = [shapes.en[shape[bead]!]!, shapes.zh[shape[bead]!]!];
        if (n === 0 || m === 0) anew[bead] = COST * cost[bead]! + GAP + SEGMENT * (n + m);
        else {
          const nats = Math.max(-MOST_AGAINST, Math.min(MOST_FOR, usual(i - n, i, j - m, j)));
          anew[bead] = COST * cost[bead]! + PAIR + (n + m > 2 ? FURTHER : 0) - USUAL * nats;
        }
      }
    }
  });
  return anew;
}

/** Rows between two steps: each bead is looked at word by word. */
const ROWS = 4;
/** ln of the probability below which a bead is not looked at: one in ten thousand. */
const LEAST_SHARE = -9;
/**
 * Fitted as a conditional random field over the paths of 357 spoilt documents that leave text out: weights of the cost and of
 * what the words say, and nats for a pair, for one of more than two segments, for a gap and for each segment of it
 * (docs/accuracy.md).
 */
const COST = 0.35;
const USUAL = 0.7;
const PAIR = -1;
const FURTHER = 0.3;
const GAP = -1.3;
const SEGMENT = 1;
/** Beyond these, which is where most pairs of the fit lay, a figure is no better evidence. */
const MOST_AGAINST = 8;
const MOST_FOR = 12;
