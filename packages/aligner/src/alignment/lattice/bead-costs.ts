import { countInSteps, type Steps } from '../../common/steps.js';
import { missingNumbers, type SideNumbers } from '../quantities/segment-numbers.js';
import { HEADING, type Headings, LIKE_HEADING, TEXT } from '../score/headings.js';
import type { Hits } from '../score/hits.js';
import { lexicalScorer } from '../score/lexical.js';
import { COLON, type Marks, QUESTION, SEMICOLON, TRAILING_OFF } from '../score/marks.js';
import type { NatsOfBead } from '../score/similarity.js';
import { type Tokens, wordCount } from '../score/tokens.js';
import type { Weights } from '../score/weights.js';
import type { BeadGraph } from './bead-graph.js';
import type { SideTimes, Timing } from './times.js';
import type { Places, Turns } from './turns.js';

/** What the scorer knows of one side, arrays by segment. */
export interface ScoredSide {
  readonly tokens: Tokens;
  readonly marks: Marks;
  readonly headings: Headings;
  readonly numbers: SideNumbers;
  readonly places: Places;
  readonly times: SideTimes;
  /** 1 where a segment begins a paragraph; all 0 where the input has no paragraphs. */
  readonly beginsParagraph: Uint8Array;
  /**
   * Ordinal of the clause marker that the segment begins with, or the one that its counterpart has where one text is
   * renumbered, hashed; 0 without marker, `ANY_MARKER` where the number does not tell the counterpart.
   */
  readonly marker: Int32Array;
  /** Number of the interval between two walls that the segment lies in. No bead crosses a wall. */
  readonly interval: Int32Array;
}

/** A marker that goes with any other: numbers do not tell which clause is meant. */
export const ANY_MARKER = -1;

/** Everything that is the same for all beads of a document. */
export interface ScoringModel {
  readonly weights: Weights;
  /** −ln p of each step, by the order of the steps. */
  readonly prior: Float64Array;
  /** Whether the shapes of the path will be counted, and none may be made likelier than they are until then. */
  readonly countsShapes: boolean;
  /** Chinese characters for one English character. */
  readonly ratio: number;
  readonly en: ScoredSide;
  readonly zh: ScoredSide;
  /** What the order of a file in which the languages take turns says; null where it says nothing. */
  readonly turns: Turns | null;
  /** How far the times of subtitles are believed; null where there are none. */
  readonly timing: Timing | null;
  /** By how many nats less segments without counterpart cost in this document, the first in a row, by side (gaps.ts). */
  readonly lessAlone: { readonly en: number; readonly zh: number };
  /** A scorer of the caller's: a log-likelihood ratio for the segments `row … i - 1` and `column … j - 1`. */
  readonly custom: NatsOfBead | null;
  /** A measure of likeness of the caller's, asked from the coarse pass on. */
  readonly similar: NatsOfBead | null;
}

/**
 * The cost of each bead of a graph.
 *
 * It is a negative log-likelihood ratio: how much worse the bead's words explain each other than their frequencies do
 * (IBM model 1 with a background, as in Moore 2002), plus terms for length (Gale & Church 1993), shape, punctuation,
 * numbers, clause markers, paragraphs, headings, turns and times. It is additive over words, so beads of any shape compare.
 */
export function* beadCosts(graph: BeadGraph, hits: Hits, model: ScoringModel): Steps<Float32Array> {
  const { band, shapes, start, shape } = graph;
  const { weights, prior, countsShapes, ratio, en, zh, turns, timing, custom, similar } = model;
  const cost = new Float32Array(shape.length);
  const lexical = lexicalScorer(hits, en.tokens, zh.tokens, weights);
  const missing = yield* missingNumbers(hits, en.numbers, zh.numbers);
  const enLength = prefixSums(en.marks.length);
  const zhLength = prefixSums(zh.marks.length);

  yield* countInSteps(band.rows, 4, (i) => {
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
            sum += length + shapeCost(n, m, weights) - weights.lexical * lexical(row, i, column, j);
            sum += repeatCost(en.marks, zh.marks, row, i, column, j, weights);
            if (!countsShapes) sum += leaningCost(en.marks, row, i, weights);
            sum += numberCost(missing(row, i, column, j), weights);
            sum += markCost(en.marks, zh.marks, row, i, column, j, weights);
            sum += clauseCost(en, zh, row, i, column, j, weights);
            sum += paragraphCost(en, zh, row, i, column, j, weights);
            sum += headingCost(en.headings, zh.headings, row, i, column, j, weights);
            if (turns) sum += turnCost(turns, en.places, zh.places, row, i, column, j, weights);
            if (timing) sum += timeCost(timing, en.times, zh.times, row, i, column, j, weights);
            if (similar) sum -= similar(row, i, column, j);
            if (custom) sum -= custom(row, i, column, j);
          }
        }
        cost[bead] = sum;
      }
    }
  });
  return cost;
}

function prefixSums(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i++) sums[i + 1] = sums[i]! + values[i]!;
  return sums;
}

/** What the number of segments costs, beside how rare the shape is. */
export function shapeCost(n: number, m: number, weights: Weights): number {
  let cost = weights.further * (n + m - 2);
  if (n > 1 && m > 1) cost += weights.severalOnBoth;
  if (n > 1 && m > 1 && n + m > 4) cost += weights.beyondTwoAndTwo;
  return cost;
}

/**
 * What is gained by segments inside a bead that lean on the one before them: where an English sentence begins with a
 * pronoun, the other language has often gone on with a comma.
 */
export function leaningCost({ leaning }: Marks, from: number, to: number, weights: Weights): number {
  let cost = 0;
  for (let s = from + 1; s < to; s++) if (leaning[s]) cost -= weights.leaningInside;
  return cost;
}

/**
 * What it costs that one side says something again after something else and the other does not. Words explain any number of
 * others, so that a title and a date that stand twice would all go with those that stand once.
 */
export function repeatCost(
  en: Marks,
  zh: Marks,
  row: number,
  i: number,
  column: number,
  j: number,
  weights: Weights,
): number {
  return weights.repeatedInside * Math.abs(repeatsInside(en, row, i) - repeatsInside(zh, column, j));
}

function repeatsInside({ again }: Marks, from: number, to: number): number {
  let count = 0;
  for (let s = from + 2; s < to; s++) if (again[s]! > 0 && s - again[s]! >= from) count++;
  return count;
}

/** What the lengths say, as characters without white space. */
export function lengthCost(enLength: number, zhLength: number, ratio: number, weights: Weights): number {
  const expected = enLength * ratio;
  const difference = zhLength - expected;
  // The 2 keeps very short segments, whose lengths say little, from weighing as much as long ones.
  const squared = (difference * difference) / (weights.lengthVariance * (expected + zhLength + 2));
  return Math.min(weights.lengthLimit, weights.length * squared);
}

/**
 * What numbers say that one side lacks in any form: a number is seldom left out or changed, but where one is, as where
 * feet become metres, others often are as well.
 */
export function numberCost(missing: number, { numberMissing, numberMissingFurther }: Weights): number {
  return missing === 0 ? 0 : numberMissing + numberMissingFurther * (Math.min(MOST_MISSING, missing) - 1);
}

/** Numbers beyond which it makes no difference how many more are missing. */
const MOST_MISSING = 4;

/** What the punctuation says: the ends of both sides, their quotations, questions and exclamations. */
export function markCost(
  en: Marks,
  zh: Marks,
  row: number,
  i: number,
  column: number,
  j: number,
  weights: Weights,
): number {
  let cost = endingCost(en.ending[i - 1]!, zh.ending[j - 1]!, weights);
  if (en.opens[row] !== zh.opens[column]) cost += weights.openingDiffers;
  else if (en.opens[row]) cost -= weights.openingAgrees;
  if (en.closes[i - 1] !== zh.closes[j - 1]) cost += weights.closingDiffers;
  else if (en.closes[i - 1]) cost -= weights.closingAgrees;
  if (en.speaking[i - 1] !== zh.speaking[j - 1]) cost += weights.speakingDiffers;
  for (let s = row + 1; s < i; s++) {
    if (en.ending[s - 1] === COLON) cost += weights.colonInside;
    if (en.opens[s]) cost += weights.openingInsideEnglish;
  }
  for (let s = column + 1; s < j; s++) {
    if (zh.ending[s - 1] === COLON) cost += weights.colonInside;
    if (zh.opens[s]) cost += weights.openingInsideChinese;
  }
  let questions = 0;
  let exclamations = 0;
  let quotations = 0;
  for (let s = row; s < i; s++) {
    questions += en.questions[s]!;
    exclamations += en.exclamations[s]!;
    quotations += en.quotations[s]!;
  }
  for (let s = column; s < j; s++) {
    questions -= zh.questions[s]!;
    exclamations -= zh.exclamations[s]!;
    quotations -= zh.quotations[s]!;
  }
  return (
    cost +
    weights.questionMarks * Math.min(3, Math.abs(questions)) +
    weights.exclamationMarks * Math.min(3, Math.abs(exclamations)) +
    weights.quoteCount * Math.min(3, Math.abs(quotations))
  );
}

function endingCost(enEnding: number, zhEnding: number, weights: Weights): number {
  if (enEnding !== zhEnding) return weights.endingDiffers;
  if (enEnding === QUESTION) return -weights.questionAgrees;
  if (enEnding === COLON) return -weights.colonAgrees;
  if (enEnding === TRAILING_OFF) return -weights.trailingOffAgrees;
  return enEnding === SEMICOLON ? -weights.semicolonAgrees : 0;
}

/** What the clause markers say: those that both sides begin with, and those inside the bead. */
export function clauseCost(
  en: ScoredSide,
  zh: ScoredSide,
  row: number,
  i: number,
  column: number,
  j: number,
  weights: Weights,
): number {
  let cost = 0;
  const enMarker = en.marker[row]!;
  const zhMarker = zh.marker[column]!;
  if (enMarker !== zhMarker) {
    const tellsNothing = zhMarker === ANY_MARKER && enMarker !== 0;
    if (!tellsNothing) cost += weights.labelDiffers * (enMarker && zhMarker ? 1 : 0.5);
  } else if (enMarker) cost -= weights.labelAgrees;
  for (let s = row + 1; s < i; s++) if (en.marker[s]) cost += weights.labelInside;
  for (let s = column + 1; s < j; s++) if (zh.marker[s]) cost += weights.labelInside;
  return cost;
}

/** What the paragraphs say: whether both sides begin one, and those that begin inside the bead. */
export function paragraphCost(
  en: ScoredSide,
  zh: ScoredSide,
  row: number,
  i: number,
  column: number,
  j: number,
  weights: Weights,
): number {
  let cost = 0;
  const enBegins = en.beginsParagraph[row]!;
  if (enBegins !== zh.beginsParagraph[column]) cost += weights.paragraphDiffers;
  else if (enBegins) cost -= weights.paragraphAgrees;
  for (let s = row + 1; s < i; s++) if (en.beginsParagraph[s]) cost += weights.paragraphInside;
  for (let s = column + 1; s < j; s++) if (zh.beginsParagraph[s]) cost += weights.paragraphInside;
  return cost;
}

/** What the headings say: those that one side has only, and those in a bead with text. */
export function headingCost(
  en: Headings,
  zh: Headings,
  row: number,
  i: number,
  column: number,
  j: number,
  weights: Weights,
): number {
  const enKind = leastKind(en, row, i);
  const zhKind = leastKind(zh, column, j);
  let cost = joinedCost(en, enKind, row, i, weights) + joinedCost(zh, zhKind, column, j, weights);
  if (enKind !== TEXT && zhKind !== TEXT) {
    if (enKind === zhKind)
      cost -= weights.headingAgrees * (enKind === HEADING ? 1 : LIKELY_HEADING * en.tells * zh.tells);
  } else if (enKind !== zhKind) {
    cost += weights.headingDiffers * surely(enKind === TEXT ? zh : en, Math.max(enKind, zhKind));
  }
  return cost;
}

/** How surely a segment is of a kind, 0–1: what only looks like a heading may be a caption or an entry of a list. */
function surely({ tells }: Headings, kind: number): number {
  return kind === HEADING ? 1 : kind === LIKE_HEADING ? LIKELY_HEADING * tells : 0;
}

const LIKELY_HEADING = 0.5;
/** Whatever it is, it seldom belongs in one sentence with what follows. */
const LIKELY_APART = 0.8;

function leastKind({ kind }: Headings, from: number, to: number): number {
  let least = kind[from]!;
  for (let s = from + 1; s < to; s++) if (kind[s]! < least) least = kind[s]!;
  return least;
}

function joinedCost(side: Headings, least: number, from: number, to: number, weights: Weights): number {
  if (to - from === 1 || least !== TEXT) return 0;
  let most = TEXT;
  for (let s = from; s < to; s++) most = Math.max(most, side.kind[s]!);
  if (most === TEXT) return 0;
  return weights.headingJoined * (most === HEADING ? 1 : LIKELY_APART * side.tells);
}

/** By how much less segments without counterpart cost, since all of them are such as are often alone. */
function lessAlone(
  { headings, places, times }: ScoredSide,
  from: number,
  to: number,
  { turns, timing, weights }: ScoringModel,
): number {
  const surplus = turns ? weights.surplusAlone * turns.regularity * turns.strength : 0;
  const unaccompanied = timing ? weights.timeAlone * timing.strength : 0;
  let least = Number.POSITIVE_INFINITY;
  for (let s = from; s < to; s++) {
    const less = Math.max(
      weights.headingAlone * surely(headings, headings.kind[s]!),
      places.surplus[s] ? surplus : 0,
      times.alone[s] ? unaccompanied : 0,
    );
    if (less < least) least = less;
  }
  return least;
}

/** Steps beyond which it makes no difference how far two subtitles are shown apart. */
const MOST_STEPS = 3;

/** What it costs that the two sides of a bead are not shown at the same time; nothing where one has no time. */
export function timeCost(
  { strength, step }: Timing,
  en: SideTimes,
  zh: SideTimes,
  row: number,
  i: number,
  column: number,
  j: number,
  weights: Weights,
): number {
  const [enStart, enEnd] = [en.start[row]!, en.end[i - 1]!];
  const [zhStart, zhEnd] = [zh.start[column]!, zh.end[j - 1]!];
  const together = Math.min(enEnd, zhEnd) - Math.max(enStart, zhStart);
  if (Number.isNaN(together)) return 0;
  if (together <= 0) {
    return strength * (weights.timesDiffer + weights.timesApart * Math.min(MOST_STEPS, -together / step));
  }
  const all = Math.max(enEnd, zhEnd) - Math.min(enStart, zhStart);
  const changes = sharedChanges(en, zh, row, i, column, j);
  const share = together / all;
  return (
    strength * (weights.timesDiffer * (1 - share) - weights.timesAgree * share + weights.timeInside * changes)
  );
}

/** Milliseconds within which both languages are taken to go over to the next subtitle together. */
const TOGETHER = 300;

/** How often both sides go over to another subtitle at the same time inside a bead. */
function sharedChanges(
  en: SideTimes,
  zh: SideTimes,
  row: number,
  i: number,
  column: number,
  j: number,
): number {
  let changes = 0;
  for (let s = row + 1; s < i; s++) {
    for (let t = column + 1; t < j; t++) {
      const apart = Math.max(
        Math.abs(en.end[s - 1]! - zh.end[t - 1]!),
        Math.abs(en.start[s]! - zh.start[t]!),
      );
      if (apart <= TOGETHER) changes++;
    }
  }
  return changes;
}

/** Turns beyond which it makes no difference how far two segments stand apart. */
const MOST_TURNS = 3;
/** Paragraphs beyond which it makes no difference how many of them stand between two segments in a turn. */
const MOST_BETWEEN = 3;

/** What it costs that the two sides of a bead do not stand in one turn, or not beside each other in it. */
export function turnCost(
  turns: Turns,
  en: Places,
  zh: Places,
  row: number,
  i: number,
  column: number,
  j: number,
  weights: Weights,
): number {
  const enFirst = turns.enFirst + costInOrder(turns, en, zh, row, i, column, j, weights);
  if (enFirst === 0) return 0;
  return Math.min(enFirst, turns.zhFirst + costInOrder(turns, zh, en, column, j, row, i, weights));
}

/** The same where the first of two sides is known to come first in each turn. */
function costInOrder(
  { strength, regularity, usualBetween }: Turns,
  first: Places,
  second: Places,
  row: number,
  i: number,
  column: number,
  j: number,
  weights: Weights,
): number {
  // A bead of several on both sides pays for as many pairs as it stands for, or joining would be the cheaper way.
  const pairs = Math.min(i - row, j - column);
  const atStart = turnsApart(first, row, second, column);
  const atEnd = turnsApart(first, i - 1, second, j - 1);
  const over = Math.min(turnsOver(first, row, i), turnsOver(second, column, j));
  const apart = Math.min(MOST_TURNS, Math.max(atStart, atEnd) + over);
  if (apart > 0) return weights.turnsApart * strength * apart * pairs;
  let sum = 0;
  for (let pair = 0; pair < pairs; pair++) {
    const s = pair === pairs - 1 ? i - 1 : row + pair;
    const between = first.after[s]! + second.before[column + pair]! - usualBetween;
    sum += Math.max(0, Math.min(MOST_BETWEEN, between));
  }
  return sum > 0 ? weights.paragraphBetween * regularity * strength * sum : 0;
}

/** How many turns lie between two segments; a cut one is in all turns from its first piece to its last. */
function turnsApart(first: Places, s: number, second: Places, t: number): number {
  const least = second.run[t]! - first.runEnd[s]! - 1;
  const most = second.runEnd[t]! - first.run[s]! - 1;
  return least > 0 ? (least + 1) >> 1 : most < 0 ? (1 - most) >> 1 : 0;
}

/** How many ends of turns lie inside a range of segments. */
function turnsOver({ run, runEnd }: Places, from: number, to: number): number {
  return Math.max(0, run[to - 1]! - runEnd[from]!) >> 1;
}
