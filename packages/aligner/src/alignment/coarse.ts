import { findHits } from '../score/hits.js';
import { lexicalScorer } from '../score/lexical.js';
import { wordCount } from '../score/tokens.js';
import type { Band } from './band.js';
import { beadGraph, reachOf } from './bead-graph.js';
import { cheapestPath, sumOverPaths, traceBack } from './kernel.js';
import { type LikelyCells, LikelyList } from './likely.js';
import { lookAt, type Pass } from './look.js';
import { rangeOfText } from './part-of-side.js';

import { STEPS } from './shapes.js';

/** A step to the next segment of one side needs this much more evidence than chance gives, in nats, to count as a bead. */
const BEYOND_CHANCE = 2;
/** The evidence of words is the least sure where nothing is known of the beads. */
const SHARPNESS = 0.5;
const LEAST_LIKELY = 10;

export function coarseCells(pass: Pass, band: Band): LikelyCells {
  const look = lookAt({ ...pass, shapes: STEPS }, rangeOfText(0, band.rows - 1, 0, band.columns - 1), band);
  const { en, zh, weights } = look.pass.model;
  const graph = beadGraph(band, STEPS, en.stretch, zh.stretch, null);
  const lexical = lexicalScorer(findHits(reachOf(graph), en.tokens, zh.tokens, pass.links), en.tokens, zh.tokens, weights);
  const perWord = -Math.log(1 - weights.mixture) / 2;
  const cost = new Float32Array(graph.shape.length);
  for (let i = 0; i < band.rows; i++) {
    for (let j = band.lo[i]!; j < band.hi[i]!; j++) {
      const cell = band.rowStart[i]! + j - band.lo[i]!;
      if (i === 0 || j === 0) continue;
      const evidence =
        lexical(i - 1, i, j - 1, j) +
        perWord * (wordCount(en.tokens, i - 1, i) + wordCount(zh.tokens, j - 1, j));
      for (let edge = graph.start[cell]!; edge < graph.start[cell + 1]!; edge++) {
        cost[edge] = graph.shape[edge] === 0 ? -evidence : Math.min(0, XC.beyond - evidence);
      }
    }
  }
  const path = traceBack(graph, cheapestPath(graph, cost).last);
  const sums = sumOverPaths(graph, cost, XC.sharp);
  const cells = [...path.map((edge) => graph.from[edge]!), graph.start.length - 2];
  const list = new LikelyList(band.rows);
  list.add(band, sums, cells, 0, band.rows - 1, 0, XC.gap);
  return list.finish();
}
const E = (globalThis as any).process?.env ?? {};
export const XC = { beyond: Number(E.CB ?? BEYOND_CHANCE), sharp: Number(E.CS ?? SHARPNESS), gap: Number(E.CG ?? LEAST_LIKELY) };
