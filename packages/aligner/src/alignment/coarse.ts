import { findHits } from '../score/hits.js';
import { lexicalScorer } from '../score/lexical.js';
import { wordCount } from '../score/tokens.js';
import type { Band } from './band.js';
import { type BeadGraph, beadGraph } from './bead-graph.js';
import { cheapestPath, placesOf, sumOverPaths, traceBack } from './kernel.js';
import { type LikelyCells, LikelyList } from './likely.js';
import { type Look, lookAt, type Pass } from './look.js';
import { rangeOfText } from './part-of-side.js';
import { STEPS, TOGETHER } from './shapes.js';

/** Sharpness of the sums over paths: nothing is sure before beads are known. */
const SHARPNESS = 0.5;
/** A cell is kept if the paths through it have at least e to the minus this of all paths' weight. */
const GAP = 5;
/** What it costs, in nats, to go on along one side alone. */
const ALONE = 1;
/** What it costs to add a segment to the one before it as parts of one bead, beside what its words lack. */
const FURTHER = 3;

/**
 * A first look at the cells of a band, without beads: the path goes from segment to segment, each step earns what the
 * words of the two segments it comes to say for each other, and a step along one side earns what they say beyond
 * chance, since the segment may be a further one of its bead. It costs little, and leaves few of the cells to be looked
 * at properly.
 *
 * @param band of the whole text
 */
export function coarseCells(pass: Pass, band: Band): LikelyCells {
  const look = lookAt({ ...pass, shapes: STEPS }, rangeOfText(0, band.rows - 1, 0, band.columns - 1), band);
  const { en, zh } = look.pass.model;
  const graph = beadGraph(band, STEPS, en.stretch, zh.stretch, null);
  const cost = stepCosts(graph, look);
  const path = traceBack(graph, cheapestPath(graph, cost).last);
  const likely = new LikelyList(band.rows);
  likely.add(band, sumOverPaths(graph, cost, SHARPNESS), placesOf(graph, path), 0, band.rows - 1, 0, GAP);
  return likely.finish();
}

function stepCosts({ band, start, shape }: BeadGraph, { pass }: Look): Float32Array {
  const { en, zh, weights } = pass.model;
  // Cell (i, j) rests on the words of the segments before it.
  const reach = {
    lo: band.lo.slice(1).map((column) => Math.max(0, column - 1)),
    hi: band.hi.slice(1).map((column) => column - 1),
  };
  const hits = findHits(reach, en.tokens, zh.tokens, pass.links);
  const lexical = lexicalScorer(hits, en.tokens, zh.tokens, weights);
  /** What a word without a hit costs. */
  const perWord = -Math.log(1 - weights.mixture) / 2;
  const cost = new Float32Array(shape.length).fill(ALONE);
  for (let i = 1; i < band.rows; i++) {
    for (let j = Math.max(1, band.lo[i]!); j < band.hi[i]!; j++) {
      const cell = band.rowStart[i]! + j - band.lo[i]!;
      const enWords = wordCount(en.tokens, i - 1, i);
      const zhWords = wordCount(zh.tokens, j - 1, j);
      const evidence = lexical(i - 1, i, j - 1, j) + perWord * (enWords + zhWords);
      for (let step = start[cell]!; step < start[cell + 1]!; step++) {
        const added = STEPS.en[shape[step]!] ? enWords : zhWords;
        cost[step] =
          shape[step] === TOGETHER ? -evidence : Math.min(ALONE, FURTHER + 2 * perWord * added - evidence);
      }
    }
  }
  return cost;
}
