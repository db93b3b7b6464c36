import { commonRuns } from '../../common/common-runs.js';
import { info } from '../../common/diagnostic.js';
import type { Clause, Diagnostic, Side } from '../../types.js';
import type { Tokens } from '../score/tokens.js';
import type { TranslationTable } from '../score/translation-table.js';
import { type ClauseRange, likenessOf } from './clause-likeness.js';
import { type NumberedClause, numbersOfOther } from './clause-numbers.js';
import type { Wall } from './walls.js';

/** A clause as the matching sees it. */
interface Candidate extends ClauseRange, NumberedClause {
  /** Its ordinals from the outside in, joined: the same on both sides however the markers are written. */
  readonly key: string;
  readonly ordinal: number;
  /** Its first segment as written: a table of contents has it as well. */
  readonly heading: string;
}

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
/** So many clauses before and after it must be less like it than the one that the diff proposes, and all skipped ones. */
const NEARBY = 2;
/** The least likeness, with what equal numbers add to it, that makes two clauses counterparts. */
const LEAST = 0.33;
/** What a pair of clauses must be liker than all others near it to be sure whatever their numbers. */
const MARGIN = 0.2;
/** The least likeness of clauses that stand in one line of numbers with those before and after them. */
const LEAST_IN_LINE = 0.15;
/** What an equal ordinal, and an equal path besides, add to a likeness. */
const SAME_ORDINAL = 0.12;
const SAME_PATH = 0.06;

export interface ClauseWalls {
  readonly walls: readonly Wall[];
  /** By the first segment of each Chinese clause the number that its counterpart has, see `numbersOfOther`. */
  readonly numbers: ReadonlyMap<number, number | null>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Finds which clauses of the two trees are counterparts, in order. A diff over the ordinal paths gives the first
 * cut; content then has the last word: of what the diff proposes only clauses that clearly speak of the same are
 * kept, and all others are matched by their words first and their numbers second, so that a clause left out on one
 * side does not shift the rest, renumbered or not. Each match is a wall: an error inside one clause cannot spread to the next.
 */
export function clauseWalls(
  en: Side,
  zh: Side,
  enTokens: Tokens,
  zhTokens: Tokens,
  table: TranslationTable,
): ClauseWalls {
  const enClauses = candidates(en);
  const zhClauses = candidates(zh);
  const likeness = likenessOf(enClauses, zhClauses, enTokens, zhTokens, table);
  const [enTimes, zhTimes] = [timesOf(enClauses), timesOf(zhClauses)];
  const proposed = firstCut(enClauses, zhClauses);
  const anchors = proposed.filter(([a, b], index) => {
    const own = likeness(a, b);
    if (own < STRONG || enTimes.get(enClauses[a]!.heading) !== zhTimes.get(zhClauses[b]!.heading))
      return false;
    return isBetterThanRivals(proposed, index, enClauses, zhClauses, likeness);
  });
  const matches: [number, number][] = [];
  let left = false;
  let [a, b] = [0, 0];
  for (const [nextA, nextB] of [...anchors, [enClauses.length, zhClauses.length] as const]) {
    if ((nextA - a) * (nextB - b) > LARGEST_TABLE) left = true;
    else matches.push(...matchRest(enClauses, zhClauses, a, nextA, b, nextB, likeness));
    if (nextA < enClauses.length) matches.push([nextA, nextB]);
    [a, b] = [nextA + 1, nextB + 1];
  }
  const sure = matches.filter(
    ([a, b], index) =>
      likeness(a, b) >= LEAST && isBetterThanRivals(matches, index, enClauses, zhClauses, likeness, MARGIN),
  );
  const numbers = numbersOfOther(enClauses, zhClauses, sure);
  const walls: [number, number][] = [];
  [a, b] = [0, 0];
  for (const [nextA, nextB] of [...sure, [enClauses.length, zhClauses.length] as const]) {
    // Where both texts number all that is between two sure ones alike, nothing was left out or put in.
    const between = Array.from({ length: nextA - a }, (_, step): [number, number] => [a + step, b + step]);
    if (nextA - a === nextB - b && between.every(([c, d]) => enClauses[c]!.ordinal === numbers[d])) {
      for (const [c, d] of between) if (likeness(c, d) >= LEAST_IN_LINE) walls.push([c, d]);
    }
    if (nextA < enClauses.length) walls.push([nextA, nextB]);
    [a, b] = [nextA + 1, nextB + 1];
  }
  return {
    walls: walls.map(([i, j]) => ({ en: enClauses[i]!.segment, zh: zhClauses[j]!.segment })),
    numbers: new Map(zhClauses.map(({ segment }, clause) => [segment, numbers[clause]!])),
    diagnostics: left ? [UNMATCHED] : [],
  };
}

/** Whether the clauses of a match are less like all that stand near them than like each other. */
function isBetterThanRivals(
  matches: readonly (readonly [number, number])[],
  index: number,
  en: readonly Candidate[],
  zh: readonly Candidate[],
  likeness: (a: number, b: number) => number,
  margin = 0,
): boolean {
  const [a, b] = matches[index]!;
  const least = likeness(a, b) - margin;
  const before = matches[index - 1] ?? [-1, -1];
  const after = matches[index + 1] ?? [en.length, zh.length];
  return (
    rivals(zh, b, before[1], after[1]).every((other) => likeness(a, other) < least) &&
    rivals(en, a, before[0], after[0]).every((other) => likeness(other, b) < least)
  );
}

/**
 * The clauses that a proposed one is compared with: those nearby, and all between the proposed ones before and after it; but
 * for those that hold it or that it holds, since they are made of the same words.
 */
function rivals(clauses: readonly Candidate[], clause: number, before: number, after: number): number[] {
  const { segment, end } = clauses[clause]!;
  const first = Math.max(0, Math.min(clause - NEARBY, before + 1));
  const last = Math.min(clauses.length, Math.max(clause + NEARBY + 1, after));
  return Array.from({ length: last - first }, (_, step) => first + step).filter(
    (other) => clauses[other]!.end <= segment || end <= clauses[other]!.segment,
  );
}

/** How often each heading comes: where one text alone has a table of contents, the numbers do not tell which is meant. */
function timesOf(clauses: readonly Candidate[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { heading } of clauses) times.set(heading, (times.get(heading) ?? 0) + 1);
  return times;
}

const UNMATCHED = info(
  'clauses-unmatched',
  'Large parts of the two texts are numbered too differently, so the sentences there were aligned without the help of the clause numbers.',
);

function candidates(side: Side): Candidate[] {
  const firstSegment = new Map<number, number>();
  side.segments.forEach(({ paragraph }, index) => {
    if (!firstSegment.has(paragraph)) firstSegment.set(paragraph, index);
  });
  const list: Candidate[] = [];
  const add = (clauses: readonly Clause[]): void => {
    for (const { label, ordinals, start, end, children } of clauses) {
      const segment = firstSegment.get(start);
      if (segment === undefined) continue;
      list.push({
        segment,
        end: firstSegment.get(end) ?? side.segments.length,
        key: ordinals.join('/'),
        ordinal: ordinals.at(-1)!,
        scheme: label.scheme,
        heading: side.segments[segment]!.text,
      });
      add(children);
    }
  };
  add(side.clauses);
  return list;
}

function firstCut(en: readonly Candidate[], zh: readonly Candidate[]): [number, number][] {
  const runs = commonRuns(
    en.map(({ key }) => key),
    zh.map(({ key }) => key),
    MOST_EDITS,
  );
  const pairs: [number, number][] = [];
  for (const run of runs ?? []) {
    for (let step = 0; step < run.length; step++) pairs.push([run.old + step, run.new + step]);
  }
  return pairs;
}

/** The best order-keeping match of the clauses between two anchors. */
function matchRest(
  en: readonly Candidate[],
  zh: readonly Candidate[],
  fromA: number,
  toA: number,
  fromB: number,
  toB: number,
  likeness: (a: number, b: number) => number,
): [number, number][] {
  const rows = toA - fromA;
  const columns = toB - fromB;
  if (rows <= 0 || columns <= 0) return [];
  const width = columns + 1;
  const best = new Float64Array((rows + 1) * width);
  const value = (i: number, j: number): number => {
    const [x, y] = [en[fromA + i]!, zh[fromB + j]!];
    const numbers = x.key === y.key ? SAME_ORDINAL + SAME_PATH : x.ordinal === y.ordinal ? SAME_ORDINAL : 0;
    return likeness(fromA + i, fromB + j) + numbers - LEAST;
  };
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      const skip = Math.max(best[(i + 1) * width + j]!, best[i * width + j + 1]!);
      best[i * width + j] = Math.max(skip, best[(i + 1) * width + j + 1]! + value(i, j));
    }
  }
  const matches: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < rows && j < columns) {
    const here = best[i * width + j]!;
    if (here === best[(i + 1) * width + j]!) i++;
    else if (here === best[i * width + j + 1]!) j++;
    else matches.push([fromA + i++, fromB + j++]);
  }
  return matches;
}
