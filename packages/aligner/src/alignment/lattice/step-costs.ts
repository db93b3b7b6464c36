import { countInSteps, type Steps } from '../../common/steps.js';
import { findHits } from '../score/hits.js';
import { lexicalScorer } from '../score/lexical.js';
import { wordCount } from '../score/tokens.js';
import type { BeadGraph } from './bead-graph.js';
import { timeCost } from './costs/time-cost.js';
import { turnCost } from './costs/turn-cost.js';
import type { Pass } from './region.js';
import { STEPS, TOGETHER } from './shapes.js';

/** What it costs, in nats, to go on along one side alone. */
const ALONE = 1;
/** What it costs to add a segment to the one before it as parts of one bead, beside what its words lack. */
const FURTHER = 3;

/**
 * The cost of each step of the coarse pass: what the words of the two segments that it comes to say for each other is taken from
 * it, and along one side what they say beyond chance.
 */
export function* stepCosts(
  { band, start, shape }: BeadGraph,
  { links, model: { en, zh, turns, timing, similar, weights } }: Pass,
): Steps<Float32Array> {
  // Cell (i, j) rests on the words of the segments before it.
  const window = {
    lo: band.lo.slice(1).map((column) => Math.max(0, column - 1)),
    hi: band.hi.slice(1).map((column) => column - 1),
  };
  const hits = yield* findHits(window, en.tokens, zh.tokens, links);
  const lexical = lexicalScorer(hits, en.tokens, zh.tokens, weights);
  /** What a word without a hit costs. */
  const perWord = -Math.log(1 - weights.mixture) / 2;
  const cost = new Float32Array(shape.length).fill(ALONE);
  yield* countInSteps(band.rows - 1, 8, (before) => {
    const i = before + 1;
    for (let j = Math.max(1, band.lo[i]!); j < band.hi[i]!; j++) {
      const cell = band.rowStart[i]! + j - band.lo[i]!;
      const enWords = wordCount(en.tokens, i - 1, i);
      const zhWords = wordCount(zh.tokens, j - 1, j);
      const place = hits.rowStart[i - 1]! + j - 1 - hits.lo[i - 1]!;
      const hasHits = hits.start[place]! < hits.start[place + 1]!;
      const evidence =
        (hasHits ? lexical(i - 1, i, j - 1, j) + perWord * (enWords + zhWords) : 0) +
        (similar ? Math.max(0, similar(i - 1, i, j - 1, j)) : 0);
      const apart =
        (turns ? turnCost(turns, en.places, zh.places, i - 1, i, j - 1, j, weights) : 0) +
        (timing ? timeCost(timing, en.times, zh.times, i - 1, i, j - 1, j, weights) : 0);
      for (let step = start[cell]!; step < start[cell + 1]!; step++) {
        const added = STEPS.en[shape[step]!] ? enWords : zhWords;
        cost[step] =
          shape[step] === TOGETHER
            ? apart - evidence
            : Math.min(ALONE, FURTHER + 2 * perWord * added - evidence);
      }
    }
  });
  return cost;
}
