import type { Steps } from '../../common/steps.js';
import { wholeTable } from '../lattice/band.js';
import { numberCost } from '../lattice/costs/number-cost.js';
import { timeCost } from '../lattice/costs/time-cost.js';
import { turnCost } from '../lattice/costs/turn-cost.js';
import type { PartOfText } from '../lattice/part-of-side.js';
import { type Pass, type Region, regionOf } from '../lattice/region.js';
import { missingNumbers } from '../quantities/missing-numbers.js';
import { findHits } from '../score/hits.js';
import { lexicalScorer } from '../score/lexical.js';

/** What two segments of a part, by their numbers in it, say for each other, in nats, wherever they stand. */
export function* evidenceIn(pass: Pass, part: PartOfText): Steps<(s: number, t: number) => number> {
  const [rows, columns] = [part.en.length, part.zh.length];
  const { en, zh, turns, timing, weights } = wholeRegion(pass, part).pass.model;
  const window = { lo: new Int32Array(rows), hi: new Int32Array(rows).fill(columns) };
  const hits = yield* findHits(window, en.tokens, zh.tokens, pass.links);
  const lexical = lexicalScorer(hits, en.tokens, zh.tokens, weights);
  const missing = yield* missingNumbers(hits, en.numbers, zh.numbers);
  return (s, t) => {
    const apart =
      numberCost(missing(s, s + 1, t, t + 1), weights) +
      (turns ? turnCost(turns, en.places, zh.places, s, s + 1, t, t + 1, weights) : 0) +
      (timing ? timeCost(timing, en.times, zh.times, s, s + 1, t, t + 1, weights) : 0);
    return lexical(s, s + 1, t, t + 1) - apart;
  };
}

/** The region of the whole table of a part, in which no wall limits what is paired: pairs out of order are across some. */
function wholeRegion(pass: Pass, part: PartOfText): Region {
  const table = wholeTable(part.en.length, part.zh.length);
  return regionOf(pass, part, table, table);
}
