import type { Bead, Pair } from '../../types.js';
import type { ScoredBead } from '../calibration/calibrate.js';

/** A bead found, by segment numbers, and what speaks for it. */
export interface FoundBead extends ScoredBead {
  readonly enStart: number;
  readonly enEnd: number;
  readonly zhStart: number;
  readonly zhEnd: number;
  /** Not in the order of the others. */
  readonly crossing: boolean;
  /** Segments besides, which a person has put with these. */
  readonly apart?: NonNullable<Bead['apart']>;
  /** The pair of an earlier alignment that this bead is taken over from. */
  readonly kept?: NonNullable<Pair['kept']>;
}

/** Where a bead lies. */
export type BeadRange = Pick<FoundBead, 'enStart' | 'enEnd' | 'zhStart' | 'zhEnd'>;

/** Whether a bead has text of both languages. */
export function isPair({ enStart, enEnd, zhStart, zhEnd }: BeadRange): boolean {
  return enStart < enEnd && zhStart < zhEnd;
}

/** The numbers of all segments that some beads have of one side. */
export function segmentsOf(beads: readonly FoundBead[], side: 'en' | 'zh'): number[] {
  return beads.flatMap(({ enStart, enEnd, zhStart, zhEnd }) =>
    side === 'en' ? range(enStart, enEnd) : range(zhStart, zhEnd),
  );
}

/** `start … end - 1`. */
export function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, k) => start + k);
}
