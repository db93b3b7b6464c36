import { diffArrays } from 'diff';
import type { Tokens } from '../score/tokens.js';
import type { TranslationTable } from '../score/translation-table.js';
import type { Clause, Side } from '../types.js';

/** A pair of positions, before English segment `en` and before Chinese segment `zh`, that the path must go through. */
export interface Wall {
  readonly en: number;
  readonly zh: number;
}

/** A clause as the matching sees it. */
interface Candidate {
  readonly segment: number;
  /** Index after its last segment. */
  readonly end: number;
  /** Its ordinals from the outside in, joined: the same on both sides however the markers are written. */
  readonly key: string;
  readonly ordinal: string;
}

/** More edits than this and the first cut gives up: diff's time grows with their square. */
const MOST_EDITS = 400;
/** Largest table of leftover clauses that is compared by content. */
const LARGEST_TABLE = 250_000;
/** Words at the start of a clause that are compared. */
const COMPARED_WORDS = 60;
/**
 * Likeness, 0–1, from which a pair of clauses that the diff proposes is believed. On the development sets true
 * counterparts have 0.6 on average and seldom less than 0.3, others 0.15 and seldom more than 0.4.
 */
const STRONG = 0.4;
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
): Wall[] {
  const enClauses = candidates(en);
  const zhClauses = candidates(zh);
  const likeness = likenessOf(enClauses, zhClauses, enTokens, zhTokens, table);
  const anchors = firstCut(enClauses, zhClauses).filter(([a, b]) => {
    const own = likeness(a, b);
    const nearby = [-2, -1, 1, 2].flatMap((step) => [likeness(a + step, b), likeness(a, b + step)]);
    return own >= STRONG && nearby.every((other) => other < own);
  });
  const matches: [number, number][] = [];
  let [a, b] = [0, 0];
  for (const [nextA, nextB] of [...anchors, [enClauses.length, zhClauses.length] as const]) {
    matches.push(...matchRest(enClauses, zhClauses, a, nextA, b, nextB, likeness));
    if (nextA < enClauses.length) matches.push([nextA, nextB]);
    [a, b] = [nextA + 1, nextB + 1];
  }
  return matches.map(([i, j]) => ({ en: enClauses[i]!.segment, zh: zhClauses[j]!.segment }));
}

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
      });
      add(children);
    }
  };
  add(side.clauses);
  return list;
}

function firstCut(en: readonly Candidate[], zh: readonly Candidate[]): [number, number][] {
  const changes = diffArrays(
    en.map(({ key }) => key),
    zh.map(({ key }) => key),
    { maxEditLength: MOST_EDITS },
  );
  const pairs: [number, number][] = [];
  let [a, b] = [0, 0];
  for (const { added, removed, count } of changes ?? []) {
    if (!added && !removed) for (let step = 0; step < count; step++) pairs.push([a + step, b + step]);
    if (!added) a += count;
    if (!removed) b += count;
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
  if (rows <= 0 || columns <= 0 || rows * columns > LARGEST_TABLE) return [];
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
 */
function likenessOf(
  en: readonly Candidate[],
  zh: readonly Candidate[],
  enTokens: Tokens,
  zhTokens: Tokens,
  table: TranslationTable,
): (a: number, b: number) => number {
  const known = new Map<number, number>();
  return (a, b) => {
    const [x, y] = [en[a], zh[b]];
    if (!x || !y) return -1;
    const key = a * zh.length + b;
    let answer = known.get(key);
    if (answer === undefined) {
      answer = sharedWords(firstTypes(enTokens, x), firstTypes(zhTokens, y), enTokens, zhTokens, table);
      known.set(key, answer);
    }
    return answer;
  };
}

function firstTypes(tokens: Tokens, { segment, end }: Candidate): Set<number> {
  const first = tokens.start[segment]!;
  return new Set(tokens.type.subarray(first, Math.min(tokens.start[end]!, first + COMPARED_WORDS)));
}

function sharedWords(
  enTypes: ReadonlySet<number>,
  zhTypes: ReadonlySet<number>,
  en: Tokens,
  zh: Tokens,
  table: TranslationTable,
): number {
  const enWeight = (e: number): number => Math.log(1 + en.type.length / en.count[e]!);
  const zhWeight = (z: number): number => Math.log(1 + zh.type.length / zh.count[z]!);
  const matched = new Set<number>();
  let shared = 0;
  let all = 0;
  for (const e of enTypes) {
    all += enWeight(e);
    let hit = false;
    for (let link = table.start[e]!; link < table.start[e + 1]!; link++) {
      if (!zhTypes.has(table.zh[link]!)) continue;
      hit = true;
      matched.add(table.zh[link]!);
    }
    if (hit) shared += enWeight(e);
  }
  for (const z of zhTypes) all += zhWeight(z);
  for (const z of matched) shared += zhWeight(z);
  return all === 0 ? 0 : shared / all;
}
