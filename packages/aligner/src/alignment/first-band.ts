import type { Steps } from '../common/steps.js';
import type { Diagnostic } from '../types.js';
import { GUESSED } from './diagnostics.js';
import { type Band, bandAround, hasWideGap, wholeTable } from './lattice/band.js';
import { apartCost } from './lattice/costs/apart-cost.js';
import { roughPath } from './lattice/rough-path.js';
import type { ScoringModel } from './lattice/scoring-model.js';
import type { TranslationTable } from './score/translation-table.js';

/** Up to this many cells the coarse pass goes over the whole table. */
const WHOLE_TABLE = 300_000;
/** Half the width of the band round the rough path that the coarse pass goes over, in columns. */
const ROUGH = 15;

/** The band that the coarse pass goes over: the whole table of a short text, else a band round the rough path. */
export function* firstBand(
  model: ScoringModel,
  table: TranslationTable,
): Steps<{ band: Band; diagnostics: Diagnostic[] }> {
  const { en, zh, turns, timing } = model;
  const [rows, columns] = [en.tokens.start.length, zh.tokens.start.length];
  if (rows * columns <= WHOLE_TABLE) {
    return { band: wholeTable(rows - 1, columns - 1), diagnostics: [] };
  }
  const apart =
    turns === null && timing === null
      ? undefined
      : (i: number, j: number) => apartCost(model, { row: i, i: i + 1, column: j, j: j + 1 });
  const path = yield* roughPath(en.tokens, zh.tokens, table, apart);
  const diagnostics = hasWideGap(path, rows, columns) ? [GUESSED] : [];
  return { band: bandAround(path, rows, columns, () => ROUGH), diagnostics };
}
