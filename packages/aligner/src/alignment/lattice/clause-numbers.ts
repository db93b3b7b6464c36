import type { LabelScheme } from '../../types.js';

/** A clause as far as its marker goes. */
export interface NumberedClause {
  readonly scheme: LabelScheme;
  /** The last number of its marker. */
  readonly ordinal: number;
}

/**
 * The number that the counterpart of each Chinese clause has, as far as the clauses that are surely counterparts tell: in a
 * text that was amended, and so renumbered, all that comes after a new article has other numbers than in the old one. `null`
 * where those before it and after it do not say the same: there one text has clauses that the other lacks, and numbers do not
 * tell which.
 *
 * @param sure clauses that are counterparts, in order
 */
export function numbersOfOther(
  en: readonly NumberedClause[],
  zh: readonly NumberedClause[],
  sure: readonly (readonly [en: number, zh: number])[],
): (number | null)[] {
  const counterpart = new Map(sure.map(([a, b]) => [b, a]));
  const numbers: (number | null)[] = zh.map(() => null);
  for (const run of runsOf(zh)) {
    const shifts = run.map((clause) => {
      const other = counterpart.get(clause);
      return other === undefined ? null : zh[clause]!.ordinal - en[other]!.ordinal;
    });
    const after: number[] = [];
    // What begins with the first number begins it on both sides; after the last sure one nothing tells of a change.
    let next: number | null = null;
    for (let at = run.length - 1; at >= 0; at--) {
      next = shifts[at] ?? next;
      after[at] = next ?? Number.NaN;
    }
    let before = 0;
    run.forEach((clause, at) => {
      before = shifts[at] ?? before;
      const same = Number.isNaN(after[at]!) || after[at] === before;
      numbers[clause] = same ? zh[clause]!.ordinal - before : null;
    });
  }
  return numbers;
}

/** Clauses of one kind whose numbers rise, as they do through all chapters of a law and in each list. */
function runsOf(clauses: readonly NumberedClause[]): number[][] {
  const runs: number[][] = [];
  const open = new Map<LabelScheme, number[]>();
  clauses.forEach(({ scheme, ordinal }, clause) => {
    const run = open.get(scheme);
    if (run && clauses[run.at(-1)!]!.ordinal < ordinal) run.push(clause);
    else {
      const begun = [clause];
      runs.push(begun);
      open.set(scheme, begun);
    }
  });
  return runs;
}
