import { commonRuns } from '../../common/common-runs.js';
import { filterInSteps, type Steps } from '../../common/steps.js';
import type { Rectangle } from '../score/rectangle.js';
import type { Candidate, ClauseLists, Match } from './clause-candidates.js';
import { isBetterThanRivals, RIVALS_AT_ONCE } from './clause-rivals.js';

/** More edits than this and the first cut gives up: diff's time grows with their square. */
const MOST_EDITS = 400;
/**
 * Largest table of leftover clauses that is compared by content. All tables together then have at most 500 √(n · m)
 * cells for n and m clauses (Cauchy–Schwarz), however they lie.
 */
const LARGEST_TABLE = 250_000;
/**
 * Likeness, 0–1, from which a pair of clauses that the diff proposes is believed. On the development sets true
 * counterparts have 0.6 on average and seldom less than 0.3, others 0.15 and seldom more than 0.4.
 */
const STRONG = 0.4;
/** The least likeness that makes two clauses counterparts. */
const LEAST = 0.33;

/**
 * Which clauses may be counterparts, in order. A diff over the ordinal paths gives the first cut; content then has the last
 * word: of what the diff proposes only clauses that clearly speak of the same are kept, and all others are matched by their
 * words alone.
 *
 * @returns also whether some had to be left out, since too many between two that the diff proposes have other numbers
 */
export function* matchClauses(clauses: ClauseLists): Steps<{
  readonly matches: readonly Match[];
  readonly left: boolean;
}> {
  const matches: Match[] = [];
  let left = false;
  for (const { gap, match } of gapsBetween(yield* anchorsAmong(clauses), clauses)) {
    if ((gap.i - gap.row) * (gap.j - gap.column) > LARGEST_TABLE) left = true;
    else matches.push(...(yield* matchRest(clauses, gap)));
    if (match) matches.push(match);
  }
  return { matches, left };
}

/** What lies between matches, and before the first and behind the last, each with the match that ends it. */
export function* gapsBetween(
  matches: readonly Match[],
  { en, zh }: ClauseLists,
): Generator<{ readonly gap: Rectangle; readonly match: Match | null }> {
  let [row, column] = [0, 0];
  for (const match of matches) {
    const [i, j] = match;
    yield { gap: { row, i, column, j }, match };
    [row, column] = [i + 1, j + 1];
  }
  yield { gap: { row, i: en.length, column, j: zh.length }, match: null };
}

/** Those that the diff proposes and that clearly speak of the same. */
function* anchorsAmong(clauses: ClauseLists): Steps<Match[]> {
  const { en, zh, likeness } = clauses;
  const [enTimes, zhTimes] = [timesOf(en), timesOf(zh)];
  const proposed = firstCut(en, zh);
  return yield* filterInSteps(
    proposed,
    RIVALS_AT_ONCE,
    ([a, b], index) =>
      likeness(a, b) >= STRONG &&
      enTimes.get(en[a]!.heading) === zhTimes.get(zh[b]!.heading) &&
      isBetterThanRivals(clauses, proposed, index),
  );
}

/** How often each heading comes: where one text alone has a table of contents, the numbers do not tell which is meant. */
function timesOf(clauses: readonly Candidate[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { heading } of clauses) times.set(heading, (times.get(heading) ?? 0) + 1);
  return times;
}

function firstCut(en: readonly Candidate[], zh: readonly Candidate[]): Match[] {
  const runs = commonRuns(
    en.map(({ key }) => key),
    zh.map(({ key }) => key),
    MOST_EDITS,
  );
  const pairs: Match[] = [];
  for (const run of runs ?? []) {
    for (let step = 0; step < run.length; step++) pairs.push([run.old + step, run.new + step]);
  }
  return pairs;
}

/** The best order-keeping match of the clauses of a gap. */
function* matchRest(
  { likeness }: ClauseLists,
  { row, i: rowEnd, column, j: columnEnd }: Rectangle,
): Steps<Match[]> {
  const rows = rowEnd - row;
  const columns = columnEnd - column;
  const width = columns + 1;
  const best = new Float64Array((rows + 1) * width);
  for (let i = rows - 1; i >= 0; i--) {
    yield;
    for (let j = columns - 1; j >= 0; j--) {
      const skip = Math.max(best[(i + 1) * width + j]!, best[i * width + j + 1]!);
      best[i * width + j] = Math.max(
        skip,
        best[(i + 1) * width + j + 1]! + likeness(row + i, column + j) - LEAST,
      );
    }
  }
  const matches: Match[] = [];
  let [i, j] = [0, 0];
  while (i < rows && j < columns) {
    const here = best[i * width + j]!;
    if (here === best[(i + 1) * width + j]!) i++;
    else if (here === best[i * width + j + 1]!) j++;
    else matches.push([row + i++, column + j++]);
  }
  return matches;
}
