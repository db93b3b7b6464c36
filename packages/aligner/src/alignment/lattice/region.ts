import type { Steps } from '../../common/steps.js';
import type { ScoredBead } from '../calibration/calibrate.js';
import { findHits, type Hits } from '../score/hits.js';
import { type LexicalScorer, lexicalScorer } from '../score/lexical.js';
import type { NatsOfBead } from '../score/similarity.js';
import type { SpeakingLinks } from '../score/speaking-links.js';
import { wordCount } from '../score/tokens.js';
import type { Band, Limits } from './band.js';
import { beadCosts } from './bead-costs.js';
import { type BeadGraph, beadGraph } from './bead-graph.js';
import type { FoundBead } from './found-bead.js';
import { cheapestPath, type PathSums, placesOf, sumOverPaths, traceBack } from './kernel.js';
import { type PartOfText, partOfSide, rangeInText } from './part-of-side.js';
import type { ScoringModel } from './scoring-model.js';
import type { Shapes } from './shapes.js';
import { weighedAnew } from './weighed-anew.js';
import { windowOf } from './window.js';

/** What all regions of one pass over a text have in common: which shapes of beads, and what they are scored by. */
export interface Pass {
  readonly shapes: Shapes;
  readonly links: SpeakingLinks;
  readonly model: ScoringModel;
  /** What the words of a pair say beside the other pairs of the document, where beads are weighed by it as well; else null. */
  readonly usual: NatsOfBead | null;
}

/** A region of the table: some of the segments of both sides, and the band of it that is searched. Its model, band and limits go by its own numbers. */
export interface Region extends PartOfText {
  readonly pass: Pass;
  readonly band: Band;
  /** What beads of both languages keep within (see bead-graph.ts). */
  readonly limits: Limits;
  /** For each cell of the band which beads may begin or end there (see pruning.ts); null where nothing is pruned. */
  readonly pruning: Uint8Array | null;
}

/** A region priced: all its beads, what each costs, and the word pairs that this rests on. */
export interface PricedRegion {
  readonly graph: BeadGraph;
  readonly hits: Hits;
  readonly cost: Float32Array;
}

/** The best path of a region, and how it stands among all paths. */
export interface BestPath {
  readonly sums: PathSums;
  /** The cells of the band that it goes through. */
  readonly cells: readonly number[];
  /** Its beads, by the numbers of the text. */
  readonly beads: readonly FoundBead[];
}

/** Sharpness of the posteriors: the evidence of neighbouring words is not independent, so it is damped. */
export const SHARPNESS = 0.6;

export function regionOf(
  { shapes, links, model, usual }: Pass,
  part: PartOfText,
  band: Band,
  limits: Limits,
  pruning: Uint8Array | null = null,
): Region {
  const { en, zh } = part;
  const partOfModel = {
    ...model,
    en: partOfSide(model.en, en),
    zh: partOfSide(model.zh, zh),
    custom: askedByText(model.custom, part),
    similar: askedByText(model.similar, part),
  };
  const passHere = { shapes, links, model: partOfModel, usual: askedByText(usual, part) };
  return { ...part, pass: passHere, band, limits, pruning };
}

/** What is answered about a bead goes by the numbers of the text; no bead reaches over a gap. */
function askedByText(ask: NatsOfBead | null, { en, zh }: PartOfText): NatsOfBead | null {
  return ask && ((row, i, column, j) => ask(en[row]!, en[i - 1]! + 1, zh[column]!, zh[j - 1]! + 1));
}

export function* price({
  pass: { shapes, links, model },
  band,
  limits,
  pruning,
}: Region): Steps<PricedRegion> {
  const graph = yield* beadGraph(band, shapes, model.en.interval, model.zh.interval, limits, pruning);
  const hits = yield* findHits(windowOf(graph), model.en.tokens, model.zh.tokens, links);
  return { graph, hits, cost: yield* beadCosts(graph, hits, model) };
}

export function* bestPath(region: Region): Steps<BestPath> {
  const { graph, hits, cost } = yield* price(region);
  const { en, zh, weights } = region.pass.model;
  const { path, costs, sharpness, sums } = yield* pathThrough(graph, cost, region.pass.usual);
  const cells = placesOf(graph, path);
  const posteriors = path.map((bead, index) => {
    const share =
      sums.before[cells[index]!]! - sharpness * costs[bead]! + sums.after[cells[index + 1]!]! - sums.all;
    return Math.min(1, Math.exp(share));
  });
  return {
    sums,
    cells,
    beads: beadsOf(region, graph, path, posteriors, lexicalScorer(hits, en.tokens, zh.tokens, weights)),
  };
}

/** A path, what its beads cost, and the sums over all paths with the sharpness that makes probabilities of these costs. */
interface WeighedPath {
  readonly path: readonly number[];
  readonly costs: Float32Array;
  readonly sharpness: number;
  readonly sums: PathSums;
}

function* pathThrough(graph: BeadGraph, cost: Float32Array, usual: NatsOfBead | null): Steps<WeighedPath> {
  const path = traceBack(graph, cheapestPath(graph, cost).last);
  const sums = yield* sumOverPaths(graph, cost, SHARPNESS);
  if (usual === null) return { path, costs: cost, sharpness: SHARPNESS, sums };
  const costs = yield* weighedAnew(graph, cost, sums, SHARPNESS, path, usual);
  return {
    path: traceBack(graph, cheapestPath(graph, costs).last),
    costs,
    sharpness: 1,
    sums: yield* sumOverPaths(graph, costs, 1),
  };
}

/** The beads of a path, by the numbers of the text. */
function beadsOf(
  region: Region,
  { shapes, shape }: BeadGraph,
  path: readonly number[],
  posteriors: readonly number[],
  lexical: LexicalScorer,
): FoundBead[] {
  const { en, zh } = region.pass.model;
  const beads: FoundBead[] = [];
  const add = (
    row: number,
    i: number,
    column: number,
    j: number,
    { posterior, support, words, belongs }: ScoredBead,
  ): void => {
    const [enStart, enEnd] = rangeInText(row, i, region.en, region.enStart);
    const [zhStart, zhEnd] = rangeInText(column, j, region.zh, region.zhStart);
    // Named one by one: what is spread into an object lies in a list beside it.
    beads.push({ enStart, enEnd, zhStart, zhEnd, posterior, support, words, belongs, crossing: false });
  };
  let [row, column] = [0, 0];
  path.forEach((bead, index) => {
    const i = row + shapes.en[shape[bead]!]!;
    const j = column + shapes.zh[shape[bead]!]!;
    const posterior = posteriors[index]!;
    if (row < i && column < j) {
      const words = (wordCount(en.tokens, row, i) + wordCount(zh.tokens, column, j)) / 2;
      const support = lexical(row, i, column, j) / Math.max(1, words);
      add(row, i, column, j, { posterior, support, words, belongs: 1 });
    }
    // A gap of several segments is one step of the path, but each of them is unaligned by itself.
    const alone = { posterior, support: 0, words: 0, belongs: 1 };
    if (column === j) for (let s = row; s < i; s++) add(s, s + 1, j, j, alone);
    if (row === i) for (let t = column; t < j; t++) add(i, i, t, t + 1, alone);
    [row, column] = [i, j];
  });
  return beads;
}
