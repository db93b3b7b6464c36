import { finish } from '../../common/steps.js';
import { missingNumbers } from '../quantities/missing-numbers.js';
import type { Hits } from '../score/hits.js';
import { lexicalScorer } from '../score/lexical.js';
import type { Rectangle } from '../score/rectangle.js';
import { clauseCost } from './costs/clause-cost.js';
import { headingCost } from './costs/heading-cost.js';
import { leaningCost } from './costs/leaning-cost.js';
import { lengthCostOf } from './costs/length-cost.js';
import { markCost } from './costs/mark-cost.js';
import { numberCost } from './costs/number-cost.js';
import { paragraphCost } from './costs/paragraph-cost.js';
import { repeatCost } from './costs/repeat-cost.js';
import { shapeCost } from './costs/shape-cost.js';
import { timeCost } from './costs/time-cost.js';
import { turnCost } from './costs/turn-cost.js';
import type { ScoringModel } from './scoring-model.js';

/** The parts of a bead's cost, in nats; below 0 where a part speaks for the bead. They add up to its whole cost. */
export interface BeadTerms {
  /** How well the words, numbers and names of each side explain those of the other. */
  readonly words: number;
  /** Numbers of one side that the other lacks in any form. */
  readonly numbers: number;
  /** How far the lengths of both sides are from what is usual. */
  readonly length: number;
  /** How rare beads of so many segments are, in general and in this document, and whether one leans on the one before it. */
  readonly shape: number;
  /** Marks, quotations and ends of sentences that one side has and the other has not. */
  readonly punctuation: number;
  /** Clause markers that differ, or that only one side has. */
  readonly clauses: number;
  /** Whether both sides begin paragraphs together. */
  readonly paragraphs: number;
  /** Whether what one side marks as a heading is one on the other side, and by itself. */
  readonly headings: number;
  /** How far apart the sides stand in a file in which the languages take turns; 0 in two texts. */
  readonly turns: number;
  /** How far apart the sides are shown, of subtitles. */
  readonly times: number;
  /** What a measure of likeness of the caller's said; 0 without one. */
  readonly similarity: number;
  /** What a scorer of the caller's said; 0 without one. */
  readonly scorer: number;
}

/**
 * Takes apart what `beadCosts` adds up, for a bead neither side of which is empty.
 *
 * @param prior −ln p of the bead's shape
 */
export function beadTerms(bead: Rectangle, prior: number, hits: Hits, model: ScoringModel): BeadTerms {
  const { weights, countsShapes, en, zh, turns, timing, custom, similar } = model;
  const { row, i, column, j } = bead;
  return {
    words: -weights.lexical * lexicalScorer(hits, en.tokens, zh.tokens, weights)(row, i, column, j),
    numbers: numberCost(finish(missingNumbers(hits, en.numbers, zh.numbers))(row, i, column, j), weights),
    length: lengthCostOf(model, bead),
    shape:
      prior +
      shapeCost(i - row, j - column, weights) +
      repeatCost(en.marks, zh.marks, bead, weights) +
      (countsShapes ? 0 : leaningCost(en.marks, row, i, weights)),
    punctuation: markCost(en.marks, zh.marks, bead, weights),
    clauses: clauseCost(en, zh, bead, weights),
    paragraphs: paragraphCost(en, zh, bead, weights),
    headings: headingCost(en.headings, zh.headings, bead, weights),
    turns: turns ? turnCost(turns, en.places, zh.places, bead, weights) : 0,
    times: timing ? timeCost(timing, en.times, zh.times, bead, weights) : 0,
    similarity: similar ? -similar(row, i, column, j) : 0,
    scorer: custom ? -custom(row, i, column, j) : 0,
  };
}
