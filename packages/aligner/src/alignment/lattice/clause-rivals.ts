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

/** More comparisons with clauses that are in no match are not made: a text with so many of its own has not only moved some. */
const MOST_COMPARED = 30_000;

/**
 * Whether a clause of a match is liker to one that is in no match, or as like but for what the words of the match leave open,
 * however far off that stands. Where a section has changed places, the order leaves some of its clauses with those that stand
 * where they stood.
 *
 * @param margin likeness that a match whose words leave everything open would have to be ahead
 */
export function movedClauses(
  { en, zh, likeness }: ClauseLists,
  matches: readonly Match[],
  margin: number,
): (match: Match) => boolean {
  const [ofEn, ofZh] = [new Set(matches.map(([a]) => a)), new Set(matches.map(([, b]) => b))];
  const free = {
    en: [...en.keys()].filter((a) => !ofEn.has(a)),
    zh: [...zh.keys()].filter((b) => !ofZh.has(b)),
  };
  if (matches.length * (free.en.length + free.zh.length) > MOST_COMPARED) return () => false;
  return ([a, b]) => {
    const own = likeness(a, b);
    const most = own - margin * (1 - own);
    return (
      free.zh.some((other) => areAlike(zh, b, other) && likeness(a, other) > most) ||
      free.en.some((other) => areAlike(en, a, other) && likeness(other, b) > most)
    );
  };
}

/** Clauses of one kind, of which neither holds the other. */
function areAlike(clauses: readonly Candidate[], clause: number, other: number): boolean {
  return clauses[clause]!.scheme === clauses[other]!.scheme && areApart(clauses, clause, other);
}

/** Clauses of which neither holds the other: those that do are made of the same words. */
function areApart(clauses: readonly Candidate[], clause: number, other: number): boolean {
  const [own, another] = [clauses[clause]!, clauses[other]!];
  return another.end <= own.segment || own.end <= another.segment;
}

/**
 * The clauses that a proposed one is compared with: those nearby, and all between the proposed ones before and after it; but
 * for those that hold it or that it holds, since they are made of the same words.
 */
function rivals(clauses: readonly Candidate[], clause: number, before: number, after: number): number[] {
  const first = Math.max(0, Math.min(clause - NEARBY, before + 1));
  const last = Math.min(clauses.length, Math.max(clause + NEARBY + 1, after));
  return Array.from({ length: last - first }, (_, step) => first + step).filter((other) =>
    areApart(clauses, clause, other),
  );
}
