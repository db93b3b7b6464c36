import { countInSteps, type Steps } from '../../common/steps.js';
import { type MissingNumbers, missingNumbers } from '../quantities/missing-numbers.js';
import type { Hits } from '../score/hits.js';
import { type LexicalScorer, lexicalScorer } from '../score/lexical.js';
import { wordCount } from '../score/tokens.js';
import type { BeadGraph } from './bead-graph.js';
import { lessAlone } from './costs/alone-cost.js';
import { clauseCost } from './costs/clause-cost.js';
import { headingCost } from './costs/heading-cost.js';
import { leaningCost } from './costs/leaning-cost.js';
import { lengthCost } from './costs/length-cost.js';
import { markCost } from './costs/mark-cost.js';
import { numberCost } from './costs/number-cost.js';
import { paragraphCost } from './costs/paragraph-cost.js';
import { repeatCost } from './costs/repeat-cost.js';
import { shapeCost } from './costs/shape-cost.js';
import { timeCost } from './costs/time-cost.js';
import { turnCost } from './costs/turn-cost.js';
import type { ScoringModel } from './scoring-model.js';

/**
 * The cost of each bead of a graph.
 *
 * It is a negative log-likelihood ratio: how much worse the bead's words explain each other than their frequencies do
 * (IBM model 1 with a background, as in Moore 2002), plus terms for length (Gale & Church 1993), shape, punctuation,
 * numbers, clause markers, paragraphs, headings, turns and times. It is additive over words, so beads of any shape compare.
 */
export function* beadCosts(graph: BeadGraph, hits: Hits, model: ScoringModel): Steps<Float32Array> {
  const missing = yield* missingNumbers(hits, model.en.numbers, model.zh.numbers);
  const coster = new BeadCoster(graph, hits, model, missing);
  yield* countInSteps(graph.band.rows, 4, (i) => coster.costRow(i));
  return coster.cost;
}

class BeadCoster {
  readonly cost: Float32Array;
  readonly #graph: BeadGraph;
  readonly #model: ScoringModel;
  readonly #lexical: LexicalScorer;
  readonly #missing: MissingNumbers;
  readonly #enLength: Float64Array;
  readonly #zhLength: Float64Array;
  /** One object for all beads: nothing is allocated in the loop. */
  readonly #rectangle = { row: 0, i: 0, column: 0, j: 0 };

  constructor(graph: BeadGraph, hits: Hits, model: ScoringModel, missing: MissingNumbers) {
    this.cost = new Float32Array(graph.shape.length);
    this.#graph = graph;
    this.#model = model;
    this.#lexical = lexicalScorer(hits, model.en.tokens, model.zh.tokens, model.weights);
    this.#missing = missing;
    this.#enLength = prefixSums(model.en.marks.length);
    this.#zhLength = prefixSums(model.zh.marks.length);
  }

  /** The costs of the beads that end in row i. */
  costRow(i: number): void {
    const { band, shapes, start, shape } = this.#graph;
    const model = this.#model;
    const { weights, prior, countsShapes, ratio, en, zh, turns, timing, custom, similar } = model;
    const cost = this.cost;
    const enLength = this.#enLength;
    const zhLength = this.#zhLength;
    const rectangle = this.#rectangle;
    for (let j = band.lo[i]!; j < band.hi[i]!; j++) {
      const cell = band.rowStart[i]! + j - band.lo[i]!;
      for (let bead = start[cell]!; bead < start[cell + 1]!; bead++) {
        const k = shape[bead]!;
        const n = shapes.en[k]!;
        const m = shapes.zh[k]!;
        const row = i - n;
        const column = j - m;
        let sum = prior[k]!;
        if (n === 0 || m === 0) {
          const words = n === 0 ? wordCount(zh.tokens, column, j) : wordCount(en.tokens, row, i);
          sum += weights.alone + weights.aloneFurther * (n + m - 1) + weights.aloneWord * words;
          sum -= n === 0 ? model.lessAlone.zh : model.lessAlone.en;
          sum -= n === 0 ? lessAlone(zh, column, j, model) : lessAlone(en, row, i, model);
        } else {
          const length = lengthCost(
            enLength[i]! - enLength[row]!,
            zhLength[j]! - zhLength[column]!,
            ratio,
            weights,
          );
          if (n + m > 3 && length >= weights.lengthLimit) {
            // A large bead whose lengths do not match at all never wins: its words need not be counted.
            sum = Number.POSITIVE_INFINITY;
          } else {
            rectangle.row = row;
            rectangle.i = i;
            rectangle.column = column;
            rectangle.j = j;
            sum += length + shapeCost(n, m, weights) - weights.lexical * this.#lexical(row, i, column, j);
            sum += repeatCost(en.marks, zh.marks, rectangle, weights);
            if (!countsShapes) sum += leaningCost(en.marks, row, i, weights);
            sum += numberCost(this.#missing(row, i, column, j), weights);
            sum += markCost(en.marks, zh.marks, rectangle, weights);
            sum += clauseCost(en, zh, rectangle, weights);
            sum += paragraphCost(en, zh, rectangle, weights);
            sum += headingCost(en.headings, zh.headings, rectangle, weights);
            if (turns) sum += turnCost(turns, en.places, zh.places, rectangle, weights);
            if (timing) sum += timeCost(timing, en.times, zh.times, rectangle, weights);
            if (similar) sum -= similar(row, i, column, j);
            if (custom) sum -= custom(row, i, column, j);
          }
        }
        cost[bead] = sum;
      }
    }
  }
}

function prefixSums(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i++) sums[i + 1] = sums[i]! + values[i]!;
  return sums;
}
