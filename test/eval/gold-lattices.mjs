// A text and its gold as lattices of the beads near the path that the aligner found, priced as in its last pass.

import { findBeads, prepareAlignment } from '../../packages/aligner/dist/alignment/align-segments.js';
import { bandAround, NARROW, within } from '../../packages/aligner/dist/alignment/lattice/band.js';
import {
  countBefore,
  limitsOfPart,
  partOfText,
} from '../../packages/aligner/dist/alignment/lattice/part-of-side.js';
import { price, regionOf, SHARPNESS } from '../../packages/aligner/dist/alignment/lattice/region.js';
import { finish, resultsOf } from '../../packages/aligner/dist/common/steps.js';
import { segment } from '../../packages/aligner/dist/index.js';
import { builtInLexicon } from '../../packages/aligner/dist/words.js';
import { judged } from './gold-verdicts.mjs';
import { sumOverPaths } from './random-field.mjs';
import { costRates } from './weight-rates.mjs';

/** A bead less probable than this at half that sharpness is left out: no weights near the present ones choose it. */
const LEAST_PROBABILITY = 1e-6;

/**
 * The lattices of a text (see random-field.mjs), one for each stretch whose gold beads are of the same `fold`. An edge
 * is a bead: its base cost is that under the present weights, its features say by how much that grows with each fitted
 * weight; both are damped. `found`, `right` (by edge, see gold-verdicts.mjs) and `gold`, the number of gold beads, are
 * what F1 is counted from.
 */
export async function goldLattices(text) {
  const { region, gold } = await regionAround(text);
  const { graph, hits, cost } = finish(price(region));
  const all = judged(beadsOf(graph, cost), gold);
  const damped = Float64Array.from(all, ({ place }) => (SHARPNESS / 2) * cost[place]);
  const { probability } = sumOverPaths(edgesOf(all, START, all.at(-1)), damped);
  const beads = all.filter(({ isGold }, edge) => isGold || probability[edge] > LEAST_PROBABILITY);
  const rates = costRates(graph, hits, region.pass.model);
  return stretchesOf(beads).map(({ fold, before, last }) => {
    const inside = beads.filter(
      ({ row, i, column, j }) => row >= before.i && column >= before.j && i <= last.i && j <= last.j,
    );
    const features = inside.flatMap(({ place }) => rates.map((rate) => SHARPNESS * rate[place]));
    return {
      fold,
      ...edgesOf(inside, before, last),
      base: Float64Array.from(inside, ({ place }) => SHARPNESS * cost[place]),
      features: Float32Array.from(features),
      isGold: Uint8Array.from(inside, ({ isGold }) => (isGold ? 1 : 0)),
      found: Uint8Array.from(inside, ({ found }) => found),
      right: Uint8Array.from(inside, ({ right }) => right),
      gold: gold.filter((bead) => bead.fold === fold).length,
    };
  });
}

/** The region around the path through a text, and the gold by the numbers that the lines have in that region. */
async function regionAround({ en, zh, gold }) {
  const document = await segment({ en: en.join('\n'), zh: zh.join('\n') }, { segments: 'lines' });
  const settings = { segmenters: [], scorer: null };
  const prepared = finish(prepareAlignment(document, await builtInLexicon(), settings));
  const beads = [...resultsOf(findBeads(prepared))].flatMap((section) => section.beads);
  // Lines that were paired out of order are not in it.
  const path = beads.filter(({ crossing }) => !crossing);
  const part = partOfText(
    path.flatMap(({ enStart, enEnd }) => range(enStart, enEnd)),
    path.flatMap(({ zhStart, zhEnd }) => range(zhStart, zhEnd)),
  );
  const corners = path.map(({ enEnd, zhEnd }) => [countBefore(part.en, enEnd), countBefore(part.zh, zhEnd)]);
  const band = bandAround(corners, part.en.length + 1, part.zh.length + 1, () => NARROW);
  const limits = limitsOfPart(prepared.limits, part);
  const numbers = (kept) => {
    const numberOf = new Map(Array.from(kept, (line, number) => [line, number]));
    return (lines) => lines.filter((line) => numberOf.has(line)).map((line) => numberOf.get(line));
  };
  const [enNumbers, zhNumbers] = [numbers(part.en), numbers(part.zh)];
  return {
    region: regionOf(prepared.pass, part, within(band, limits), limits),
    gold: gold.map((bead) => ({ ...bead, en: enNumbers(bead.en), zh: zhNumbers(bead.zh) })),
  };
}

const range = (start, end) => Array.from({ length: end - start }, (_, k) => start + k);

/** All beads of a graph by the cell that they end in: where they begin and end, and the place of their cost. */
function beadsOf({ band, shapes, start, from, shape }, cost) {
  const beads = [];
  for (let i = 0; i < band.rows; i++) {
    for (let j = band.lo[i]; j < band.hi[i]; j++) {
      const to = band.rowStart[i] + j - band.lo[i];
      for (let place = start[to]; place < start[to + 1]; place++) {
        if (cost[place] === Number.POSITIVE_INFINITY) continue;
        const [row, column] = [i - shapes.en[shape[place]], j - shapes.zh[shape[place]]];
        beads.push({ row, i, column, j, place, from: from[place], to });
      }
    }
  }
  return beads;
}

/** Stands before the first bead of a text. */
const START = { i: 0, j: 0, to: 0 };

/** The beads as edges between the cells from where `before` ends to where `last` ends. */
function edgesOf(beads, before, last) {
  return {
    nodes: last.to - before.to + 1,
    from: Int32Array.from(beads, ({ from }) => from - before.to),
    to: Int32Array.from(beads, ({ to }) => to - before.to),
  };
}

/** The stretches between the gold beads at which the fold changes: their last bead, and the one before their first. */
function stretchesOf(beads) {
  const found = beads.filter(({ equal }) => equal !== null);
  const ends = found.filter(({ equal }, index) => found[index + 1]?.equal.fold !== equal.fold);
  return ends.map((end, index) => ({
    fold: end.equal.fold,
    before: ends[index - 1] ?? START,
    last: index === ends.length - 1 ? beads.at(-1) : end,
  }));
}
