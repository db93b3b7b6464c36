import { countInSteps, type Steps } from '../../common/steps.js';
import { SegmentEvidence } from '../score/segment-evidence.js';
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
  band: Band,
  limits: Limits,
  links: SpeakingLinks,
  model: ScoringModel,
  goesOn: boolean,
): Steps<StepGraph> {
  const steps = new StepList(band, limits, links, model, goesOn);
  yield* countInSteps(band.rows, 8, (i) => steps.addRow(i));
  return steps.graph();
}

class StepList {
  readonly #band: Band;
  readonly #limits: Limits;
  readonly #model: ScoringModel;
  readonly #goesOn: boolean;
  readonly #hasPlaces: boolean;
  readonly #evidence: SegmentEvidence;
  /** Of the segments that the steps to a row come to. */
  readonly #row: Float64Array;
  /** What a word without a hit costs. */
  readonly #perWord: number;
  readonly #start: Int32Array;
  readonly #from: Int32Array;
  readonly #cost: Float32Array;
  #count = 0;
  /** One object for all steps: nothing is allocated in the loop. */
  readonly #bead = { row: 0, i: 0, column: 0, j: 0 };

  constructor(band: Band, limits: Limits, links: SpeakingLinks, model: ScoringModel, goesOn: boolean) {
    const { rows, lo, hi, rowStart } = band;
    const { en, zh, turns, timing, weights } = model;
    const places = rowStart[rows]!;
    this.#band = band;
    this.#limits = limits;
    this.#model = model;
    this.#goesOn = goesOn;
    this.#hasPlaces = turns !== null || timing !== null;
    this.#evidence = new SegmentEvidence(en.tokens, zh.tokens, links, weights);
    this.#row = new Float64Array(lo.reduce((most, column, i) => Math.max(most, hi[i]! - column), 0));
    this.#perWord = -Math.log(1 - weights.mixture) / 2;
    this.#start = new Int32Array(places + 1);
    this.#from = new Int32Array(STEPS * places);
    this.#cost = new Float32Array(STEPS * places);
  }

  /** Adds the steps to the cells of row i, the next one. */
  addRow(i: number): void {
    const { rows, lo, hi, rowStart } = this.#band;
    const limits = this.#limits;
    const model = this.#model;
    const { en, zh, similar } = model;
    const evidence = this.#row;
    const start = this.#start;
    const from = this.#from;
    const cost = this.#cost;
    const bead = this.#bead;
    let count = this.#count;
    // Cell (i, j) rests on the words of the segments before it.
    const firstColumn = Math.max(0, lo[i]! - 1);
    if (i > 0) this.#evidence.write(i - 1, firstColumn, hi[i]! - 1, evidence);
    const enWords = i > 0 ? wordCount(en.tokens, i - 1, i) : 0;
    const along = this.#goesOn && i === rows - 1 ? 0 : ALONE;
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
          const apart = this.#hasPlaces ? apartCost(model, bead) : 0;
          from[count] = above + j - 1;
          cost[count++] = apart - speaks;
        }
        if (j < hi[i - 1]!) {
          from[count] = above + j;
          cost[count++] = isInside ? this.#furtherCost(enWords, zhWords, speaks) : ALONE;
        }
      }
      if (j > lo[i]!) {
        from[count] = cell - 1;
        cost[count++] = i > 0 && along > 0 ? this.#furtherCost(zhWords, enWords, speaks) : along;
      }
      start[cell + 1] = count;
    }
    this.#count = count;
  }

  #furtherCost(words: number, others: number, speaks: number): number {
    const share = Math.min(1, (MOST_OTHERS * words) / Math.max(1, others));
    return Math.min(ALONE, FURTHER + 2 * this.#perWord * words - share * speaks);
  }

  graph(): StepGraph {
    const count = this.#count;
    return { start: this.#start, from: this.#from.subarray(0, count), cost: this.#cost.subarray(0, count) };
  }
}

/** The most steps that lead to a cell. */
const STEPS = 3;
