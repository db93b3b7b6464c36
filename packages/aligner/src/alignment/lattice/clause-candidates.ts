import type { Clause, Side } from '../../types.js';
import type { ClauseRange } from './clause-likeness.js';
import type { NumberedClause } from './clause-numbers.js';

/** A clause as the matching sees it. */
export interface Candidate extends ClauseRange, NumberedClause {
  /** Its ordinals from the outside in, joined: the same on both sides however the markers are written. */
  readonly key: string;
  readonly ordinal: number;
  /** Its first segment as written: a table of contents has it as well. */
  readonly heading: string;
}

/** The clauses of both sides, and how much two of them, by their numbers in the lists, speak of the same, 0–1. */
export interface ClauseLists {
  readonly en: readonly Candidate[];
  readonly zh: readonly Candidate[];
  readonly likeness: (a: number, b: number) => number;
}

/** An English and a Chinese clause, by their numbers in the lists. */
export type Match = readonly [en: number, zh: number];

/** All clauses of a side, those within others too, in the order of the text. */
export function candidates(side: Side): Candidate[] {
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
