import type { Steps } from '../common/steps.js';
import type { Diagnostic } from '../types.js';
import { GUESSED } from './diagnostics.js';
import { type Band, bandAround, hasWideGap, wholeTable } from './lattice/band.js';
import { timeCost } from './lattice/costs/time-cost.js';
import { turnCost } from './lattice/costs/turn-cost.js';
import { roughPath } from './lattice/rough-path.js';
import type { ScoringModel } from './lattice/scoring-model.js';
import type { TranslationTable } from './score/translation-table.js';

/** Up to this many cells the coarse pass goes over the whole table. */
const WHOLE_TABLE = 300_000;
/** Half the width of the band round the rough path that the coarse pass goes over, in columns. */
const ROUGH = 15;

/** The band that the coarse pass goes over: the whole table of a short text, else a band round the rough path. */
export function* firstBand(
  { en, zh, turns, timing, weights }: ScoringModel,
  table: TranslationTable,
): Steps<{ band: Band; diagnostics: Diagnostic[] }> {
  const [rows, columns] = [en.tokens.start.length, zh.tokens.start.length];
  if (rows * columns <= WHOLE_TABLE) {
    return { band: wholeTable(rows - 1, columns - 1), diagnostics: [] };
  }
  const apart =
    turns === null && timing === null
      ? undefined
      : (i: number, j: number) =>
          (turns ? turnCost(turns, en.places, zh.places, i, i + 1, j, j + 1, weights) : 0) +
          (timing ? timeCost(timing, en.times, zh.times, i, i + 1, j, j + 1, weights) : 0);
  const path = yield* roughPath(en.tokens, zh.tokens, table, apart);
  const diagnostics = hasWideGap(path, rows, columns) ? [GUESSED] : [];
  return { band: bandAround(path, rows, columns, () => ROUGH), diagnostics };
}
