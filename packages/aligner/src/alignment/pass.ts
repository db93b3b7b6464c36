import { beadCosts, type ScoringModel } from '../score/bead-costs.js';
import type { ScoredBead } from '../score/calibrate.js';
import { findHits, type Hits } from '../score/hits.js';
import { LARGEST_BEAD, lexicalScorer } from '../score/lexical.js';
import { type Tokens, wordCount } from '../score/tokens.js';
import type { TranslationTable } from '../score/translation-table.js';
import type { Band } from './band.js';
import { beadPosteriors, cheapestPath, type Steps, traceBack } from './kernel.js';

/** A bead found, by segment numbers, and what speaks for it. */
export interface FoundBead extends ScoredBead {
  readonly enStart: number;
  readonly enEnd: number;
  readonly zhStart: number;
  readonly zhEnd: number;
  /** Not in the order of the others. */
  readonly crossing: boolean;
}

/** One look at a part of the table: which part, which shapes of beads, and what they are scored by. */
export interface Pass {
  readonly band: Band;
  readonly shapes: Steps;
  readonly table: TranslationTable;
  readonly model: ScoringModel;
}

/** Sharpness of the posteriors: the evidence of neighbouring words is not independent, so it is damped. */
export const SHARPNESS = 0.6;

/** The corner positions of a path, without the start. */
export type Corners = readonly (readonly [row: number, column: number])[];

/** The best path through a band, and its beads with what speaks for them. */
export function onePass(pass: Pass): { corners: Corners; beads: FoundBead[] } {
  const { band, shapes, model } = pass;
  const { tokens: en } = model.en;
  const { tokens: zh } = model.zh;
  const { hits, cost } = priceBeads(pass);
  const corners = traceBack(band, shapes, cheapestPath(band, shapes, cost).step);
  const posteriors = beadPosteriors(band, shapes, cost, corners, SHARPNESS);
  return { corners, beads: toBeads(corners, posteriors, lexicalScorer(hits, en, zh, model.weights), en, zh) };
}

/** The costs of all beads that a pass looks at, and the hits they rest on. */
export function priceBeads(pass: Pass): { hits: Hits; cost: Float32Array } {
  const hits = hitsOf(pass);
  return { hits, cost: beadCosts(pass.band, pass.shapes, hits, pass.model) };
}

/** The words that speak for each other in all beads that a pass looks at. */
export function hitsOf({ band, table, model }: Pass): Hits {
  return findHits(band, model.en.tokens, model.zh.tokens, table, LARGEST_BEAD, LARGEST_BEAD);
}

function toBeads(
  corners: Corners,
  posteriors: Float64Array,
  lexical: ReturnType<typeof lexicalScorer>,
  en: Tokens,
  zh: Tokens,
): FoundBead[] {
  let [row, column] = [0, 0];
  return corners.flatMap(([i, j], index) => {
    const posterior = posteriors[index]!;
    const alone = { posterior, support: 0, words: 0, crossing: false };
    const beads: FoundBead[] = [];
    // A gap of several segments is one step of the path, but each of them is unaligned by itself.
    if (column === j)
      for (; row < i; row++) beads.push({ enStart: row, enEnd: row + 1, zhStart: j, zhEnd: j, ...alone });
    else if (row === i)
      for (; column < j; column++)
        beads.push({ enStart: i, enEnd: i, zhStart: column, zhEnd: column + 1, ...alone });
    else {
      const words = (wordCount(en, row, i) + wordCount(zh, column, j)) / 2;
      const support = lexical(row, i, column, j) / Math.max(1, words);
      beads.push({
        enStart: row,
        enEnd: i,
        zhStart: column,
        zhEnd: j,
        posterior,
        support,
        words,
        crossing: false,
      });
    }
    [row, column] = [i, j];
    return beads;
  });
}
