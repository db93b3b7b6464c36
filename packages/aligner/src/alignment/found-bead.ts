import type { ScoredBead } from '../score/calibrate.js';

/** A bead found, by segment numbers, and what speaks for it. */
export interface FoundBead extends ScoredBead {
  readonly enStart: number;
  readonly enEnd: number;
  readonly zhStart: number;
  readonly zhEnd: number;
  /** Not in the order of the others. */
  readonly crossing: boolean;
}
