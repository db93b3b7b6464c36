/** A segment of each side that speak for each other. */
export interface Match {
  readonly en: number;
  readonly zh: number;
}

/**
 * Doubtful segments are compared with those nearby only: so many that their table has no more cells than this. Two
 * texts that have little in common leave nearly everything in doubt.
 */
export const LARGEST_TABLE = 100_000;

/** The segments of both sides that are to be taken out of the path. */
export interface Taken {
  readonly en: ReadonlySet<number>;
  readonly zh: ReadonlySet<number>;
}

export function segmentsIn(matches: readonly Match[]): Taken {
  return { en: new Set(matches.map(({ en }) => en)), zh: new Set(matches.map(({ zh }) => zh)) };
}
