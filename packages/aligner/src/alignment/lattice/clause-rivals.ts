import type { Candidate, ClauseLists, Match } from './clause-candidates.js';

/**
 * So many clauses before and after it must be less like it than the one that the diff proposes, and all skipped ones. An article
 * that was put in shares what the whole law says with any other, and no more with the one whose number it has taken.
 */
const NEARBY = 4;

/** Matches that are compared with their rivals between two steps: each with eight or more. */
export const RIVALS_AT_ONCE = 8;

/** Whether the clauses of a match are less like all that stand near them than like each other. */
export function isBetterThanRivals(
  { en, zh, likeness }: ClauseLists,
  matches: readonly Match[],
  index: number,
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
