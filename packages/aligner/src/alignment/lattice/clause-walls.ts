import { info } from '../../common/diagnostic.js';
import { filterInSteps, type Steps } from '../../common/steps.js';
import type { Diagnostic, Side } from '../../types.js';
import type { Tokens } from '../score/tokens.js';
import type { TranslationTable } from '../score/translation-table.js';
import { type ClauseLists, candidates, type Match } from './clause-candidates.js';
import { likenessOf } from './clause-likeness.js';
import { gapsBetween, matchClauses } from './clause-matching.js';
import { numbersOfOther } from './clause-numbers.js';
import { isBetterThanRivals, movedClauses, RIVALS_AT_ONCE } from './clause-rivals.js';
import type { Wall } from './walls.js';

/** What a pair of clauses must be liker than all others near it to be sure whatever their numbers. */
const MARGIN = 0.2;
/** The least likeness of clauses that stand in one line of numbers with those before and after them. */
const LEAST_IN_LINE = 0.15;

export interface ClauseWalls {
  readonly walls: readonly Wall[];
  /** By the first segment of each Chinese clause the number that its counterpart has, see `numbersOfOther`. */
  readonly numbers: ReadonlyMap<number, number | null>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Finds which clauses of the two trees are counterparts, in order, so that a clause left out on one side does not shift the
 * rest, renumbered or not. Those that are surely counterparts are walls: an error inside one clause cannot spread to the next.
 */
export function* clauseWalls(
  en: Side,
  zh: Side,
  enTokens: Tokens,
  zhTokens: Tokens,
  table: TranslationTable,
): Steps<ClauseWalls> {
  const [enClauses, zhClauses] = [candidates(en), candidates(zh)];
  const likeness = likenessOf(enClauses, zhClauses, enTokens, zhTokens, table);
  const clauses = { en: enClauses, zh: zhClauses, likeness };
  const { matches, left } = yield* matchClauses(clauses);
  const best = yield* filterInSteps(matches, RIVALS_AT_ONCE, (_, index) =>
    isBetterThanRivals(clauses, matches, index, MARGIN),
  );
  const isElsewhere = movedClauses(clauses, matches, MARGIN);
  const sure = best.filter((match) => !isElsewhere(match));
  const numbers = numbersOfOther(enClauses, zhClauses, sure);
  return {
    walls: withThoseInLine(clauses, sure, numbers).map(([a, b]) => ({
      en: enClauses[a]!.segment,
      zh: zhClauses[b]!.segment,
    })),
    numbers: new Map(zhClauses.map(({ segment }, clause) => [segment, numbers[clause]!])),
    diagnostics: left ? [UNMATCHED] : [],
  };
}

/** The sure counterparts, and those between two of them where both texts number all of these alike. */
function withThoseInLine(
  clauses: ClauseLists,
  sure: readonly Match[],
  numbers: readonly (number | null)[],
): Match[] {
  const { en, likeness } = clauses;
  const all: Match[] = [];
  for (const { gap, match } of gapsBetween(sure, clauses)) {
    const count = gap.i - gap.row;
    const between = Array.from({ length: count }, (_, step): Match => [gap.row + step, gap.column + step]);
    // Nothing was left out or put in here.
    if (count === gap.j - gap.column && between.every(([a, b]) => en[a]!.ordinal === numbers[b])) {
      for (const [a, b] of between) if (likeness(a, b) >= LEAST_IN_LINE) all.push([a, b]);
    }
    if (match) all.push(match);
  }
  return all;
}

const UNMATCHED = info(
  'clauses-unmatched',
  'Large parts of the two texts are numbered too differently, so the sentences there were aligned without the help of the clause numbers.',
);
