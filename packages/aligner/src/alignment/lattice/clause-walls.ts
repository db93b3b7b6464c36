import { commonRuns } from '../../common/common-runs.js';
import { info } from '../../common/diagnostic.js';
import type { Clause, Diagnostic, Side } from '../../types.js';
import type { Tokens } from '../score/tokens.js';
import type { TranslationTable } from '../score/translation-table.js';
import type { Wall } from './walls.js';

/** A clause as the matching sees it. */
interface Candidate {
  readonly segment: number;
  /** Index after its last segment. */
  readonly end: number;
  /** Its ordinals from the outside in, joined: the same on both sides however the markers are written. */
  readonly key: string;
  readonly ordinal: string;
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
/** Words at the start of a clause that are compared. */
const COMPARED_WORDS = 60;
/**
 * Of a clause that has so many times the words of the other one, only the beginning is compared: where one text alone
 * numbers its later chapters, the first one of the other text holds all of them. So many words are compared in any case.
 */
const MUCH_LONGER = 1.5;
const FEW_WORDS = 12;
/**
 * Likeness, 0–1, from which a pair of clauses that the diff proposes is believed. On the development sets true
 * counterparts have 0.6 on average and seldom less than 0.3, others 0.15 and seldom more than 0.4.
 */
const STRONG = 0.4;
/** So many clauses before and after it must be less like it than the one that the diff proposes, and all skipped ones. */
const NEARBY = 2;
/** The least likeness, with what equal numbers add to it, that makes two clauses counterparts. */
const LEAST = 0.33;
/** What an equal ordinal, and an equal path besides, add to a likeness. */
const SAME_ORDINAL = 0.12;
const SAME_PATH = 0.06;

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
): { walls: Wall[]; diagnostics: Diagnostic[] } {
  const enClauses = candidates(en);
  const zhClauses = candidates(zh);
  const likeness = likenessOf(enClauses, zhClauses, enTokens, zhTokens, table);
  const [enTimes, zhTimes] = [timesOf(enClauses), timesOf(zhClauses)];
  const proposed = firstCut(enClauses, zhClauses);
  const anchors = proposed.filter(([a, b], index) => {
    const own = likeness(a, b);
    if (own < STRONG || enTimes.get(enClauses[a]!.heading) !== zhTimes.get(zhClauses[b]!.heading))
      return false;
    const [before, after] = [
      proposed[index - 1] ?? [-1, -1],
      proposed[index + 1] ?? [enClauses.length, zhClauses.length],
    ];
    return (
      rivals(b, before[1], after[1]).every((other) => likeness(a, other) < own) &&
      rivals(a, before[0], after[0]).every((other) => likeness(other, b) < own)
    );
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
  return {
    walls: matches.map(([i, j]) => ({ en: enClauses[i]!.segment, zh: zhClauses[j]!.segment })),
    diagnostics: left ? [UNMATCHED] : [],
  };
}

/** The clauses that a proposed one is compared with: those nearby, and all between the proposed ones before and after it. */
function rivals(clause: number, before: number, after: number): number[] {
  const first = Math.min(clause - NEARBY, before + 1);
  const last = Math.max(clause + NEARBY, after - 1);
  return Array.from({ length: last - first + 1 }, (_, step) => first + step).filter(
    (other) => other !== clause,
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
    for (const { ordinals, start, end, children } of clauses) {
      const segment = firstSegment.get(start);
      if (segment === undefined) continue;
      list.push({
        segment,
        end: firstSegment.get(end) ?? side.segments.length,
        key: ordinals.join('/'),
        ordinal: String(ordinals.at(-1)),
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

/**
 * How much two clauses' first words speak of the same, 0–1: the share of their words, rare ones weighing more, that
 * the other's words translate. −1 outside of the lists.
 *
 * What translates the words of an English clause is laid out once and used until another clause is asked about. Asked
 * row by row, a pair costs no more than its words.
 */
function likenessOf(
  enClauses: readonly Candidate[],
  zhClauses: readonly Candidate[],
  enTokens: Tokens,
  zhTokens: Tokens,
  table: TranslationTable,
): (a: number, b: number) => number {
  const en = firstWords(enTokens, enClauses);
  const zh = firstWords(zhTokens, zhClauses);
  let row = -1;
  // Links of the row's words, as one chain for each Chinese type: the newest link and for each link the one before it.
  const newest = new Int32Array(zhTokens.keys.length).fill(-1);
  const before: number[] = [];
  const wordOf: number[] = [];
  const layOut = (a: number): void => {
    for (let word = en.start[row] ?? 0; word < (en.start[row + 1] ?? 0); word++) {
      const e = en.type[word]!;
      for (let link = table.start[e]!; link < table.start[e + 1]!; link++) newest[table.zh[link]!] = -1;
    }
    row = a;
    before.length = 0;
    wordOf.length = 0;
    for (let word = en.start[a]!; word < en.start[a + 1]!; word++) {
      const e = en.type[word]!;
      for (let link = table.start[e]!; link < table.start[e + 1]!; link++) {
        const z = table.zh[link]!;
        before.push(newest[z]!);
        newest[z] = wordOf.length;
        wordOf.push(word);
      }
    }
  };
  // The last question in which each English word was matched.
  const matched = new Int32Array(en.type.length);
  let question = 0;
  return (a, b) => {
    if (a < 0 || b < 0 || a >= enClauses.length || b >= zhClauses.length) return -1;
    if (a !== row) layOut(a);
    question++;
    const [enEnd, zhEnd] = [comparedEnd(en, a, zh, b), comparedEnd(zh, b, en, a)];
    let shared = 0;
    for (let other = zh.start[b]!; other < zhEnd; other++) {
      let isTranslated = false;
      for (let link = newest[zh.type[other]!]!; link >= 0; link = before[link]!) {
        const word = wordOf[link]!;
        if (word >= enEnd) continue;
        isTranslated = true;
        if (matched[word] === question) continue;
        matched[word] = question;
        shared += en.weight[word]!;
      }
      if (isTranslated) shared += zh.weight[other]!;
    }
    const all =
      en.weightBefore[enEnd]! -
      en.weightBefore[en.start[a]!]! +
      zh.weightBefore[zhEnd]! -
      zh.weightBefore[zh.start[b]!]!;
    return all === 0 ? 0 : shared / all;
  };
}

/** The first words of clauses, each type once a clause: those of clause c are `start[c] … start[c + 1] - 1`. */
interface FirstWords {
  readonly start: Int32Array;
  readonly type: Int32Array;
  /** Of each word, more for rare ones, and in sum of all words before it. */
  readonly weight: Float64Array;
  readonly weightBefore: Float64Array;
}

/** The end of the words of a clause that are compared with those of another one. */
function comparedEnd(own: FirstWords, clause: number, other: FirstWords, otherClause: number): number {
  const words = other.start[otherClause + 1]! - other.start[otherClause]!;
  return Math.min(
    own.start[clause + 1]!,
    own.start[clause]! + Math.max(FEW_WORDS, Math.ceil(MUCH_LONGER * words)),
  );
}

function firstWords(tokens: Tokens, clauses: readonly Candidate[]): FirstWords {
  const start = new Int32Array(clauses.length + 1);
  const type: number[] = [];
  const weight: number[] = [];
  const lastClause = new Int32Array(tokens.keys.length).fill(-1);
  clauses.forEach(({ segment, end }, clause) => {
    const first = tokens.start[segment]!;
    for (let token = first; token < Math.min(tokens.start[end]!, first + COMPARED_WORDS); token++) {
      const own = tokens.type[token]!;
      if (lastClause[own] === clause) continue;
      lastClause[own] = clause;
      type.push(own);
      weight.push(Math.log(1 + tokens.type.length / tokens.count[own]!));
    }
    start[clause + 1] = type.length;
  });
  const weightBefore = new Float64Array(weight.length + 1);
  weight.forEach((own, word) => {
    weightBefore[word + 1] = weightBefore[word]! + own;
  });
  return { start, type: Int32Array.from(type), weight: Float64Array.from(weight), weightBefore };
}
