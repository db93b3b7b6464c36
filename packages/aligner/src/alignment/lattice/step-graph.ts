import { countInSteps, type Steps } from '../../common/steps.js';
import { segmentEvidence } from '../score/segment-evidence.js';
import type { SpeakingLinks } from '../score/speaking-links.js';
import { wordCount } from '../score/tokens.js';
import type { Band, Limits } from './band.js';
import { apartCost } from './costs/apart-cost.js';
import type { Graph } from './kernel.js';
import type { ScoringModel } from './scoring-model.js';

/** What it costs, in nats, to go on along one side alone. */
const ALONE = 1;
/** What it costs to add a segment to the one before it as parts of one bead, beside what its words lack. */
const FURTHER = 3;
/**
 * Words of the other side for which a word of a further segment can stand, at most. A listing of hundreds of words has some of
 * every line near it, and each line by itself would speak for all of them.
 */
const MOST_OTHERS = 3;

/** The steps between the cells of a band, in the order of the cells they lead to, and what each costs. */
export interface StepGraph extends Graph {
  readonly cost: Float32Array;
}

/**
 * The steps of the coarse pass: one segment of either side, the English one or the Chinese one. What the words of the two segments
 * that a step comes to say for each other is taken from its cost, and along one side what they say beyond chance.
 *
 * @param limits a step along both sides keeps within those of its first row and of its last: it lies between two walls
 * @param goesOn whether the text does, after the last row: where in it a path ends is left open
 */
export function* stepGraph(
  { rows, lo, hi, rowStart }: Band,
  limits: Limits,
  links: SpeakingLinks,
  model: ScoringModel,
  goesOn: boolean,
): Steps<StepGraph> {
  const { en, zh, turns, timing, similar, weights } = model;
  const places = rowStart[rows]!;
  const start = new Int32Array(places + 1);
  const from = new Int32Array(STEPS * places);
  const cost = new Float32Array(STEPS * places);
  let count = 0;
  const widest = lo.reduce((most, column, i) => Math.max(most, hi[i]! - column), 0);
  const evidence = new Float64Array(widest);
  const evidenceOf = segmentEvidence(en.tokens, zh.tokens, links, weights);
  /** What a word without a hit costs. */
  const perWord = -Math.log(1 - weights.mixture) / 2;
  const furtherCost = (words: number, others: number, speaks: number): number => {
    const share = Math.min(1, (MOST_OTHERS * words) / Math.max(1, others));
    return Math.min(ALONE, FURTHER + 2 * perWord * words - share * speaks);
  };
  const hasPlaces = turns !== null || timing !== null;
  // One object for all steps: nothing is allocated in the loop.
  const bead = { row: 0, i: 0, column: 0, j: 0 };
  yield* countInSteps(rows, 8, (i) => {
    // Cell (i, j) rests on the words of the segments before it.
    const firstColumn = Math.max(0, lo[i]! - 1);
    if (i > 0) evidenceOf(i - 1, firstColumn, hi[i]! - 1, evidence);
    const enWords = i > 0 ? wordCount(en.tokens, i - 1, i) : 0;
    const along = goesOn && i === rows - 1 ? 0 : ALONE;
    for (let j = lo[i]!; j < hi[i]!; j++) {
      const cell = rowStart[i]! + j - lo[i]!;
      const isInside = i > 0 && j > 0;
      const zhWords = j > 0 ? wordCount(zh.tokens, j - 1, j) : 0;
      let speaks = isInside ? evidence[j - 1 - firstColumn]! : 0;
      if (isInside && similar) speaks += Math.max(0, similar(i - 1, i, j - 1, j));
      if (i > 0) {
        const above = rowStart[i - 1]! - lo[i - 1]!;
        if (j > lo[i - 1]! && j <= hi[i - 1]! && j > limits.lo[i]! && j < limits.hi[i - 1]!) {
          bead.row = i - 1;
          bead.i = i;
          bead.column = j - 1;
          bead.j = j;
          const apart = hasPlaces ? apartCost(model, bead) : 0;
          from[count] = above + j - 1;
          cost[count++] = apart - speaks;
        }
        if (j < hi[i - 1]!) {
          from[count] = above + j;
          cost[count++] = isInside ? furtherCost(enWords, zhWords, speaks) : ALONE;
        }
      }
      if (j > lo[i]!) {
        from[count] = cell - 1;
        cost[count++] = i > 0 && along > 0 ? furtherCost(zhWords, enWords, speaks) : along;
      }
      start[cell + 1] = count;
    }
  });
  return { start, from: from.subarray(0, count), cost: cost.subarray(0, count) };
}

/** The most steps that lead to a cell. */
const STEPS = 3;
