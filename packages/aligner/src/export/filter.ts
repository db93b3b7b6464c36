import { DuiqiError } from '../errors.js';
import type { PairRecord } from '../pair-record.js';
import type { Flag } from '../types.js';

export interface FilterOptions {
  /** Whether text without a counterpart is written too, with `''` on the other side; default `false`. */
  readonly unaligned?: boolean;
  /** Pairs with a lower score are left out, 0–1; default 0. Neither text without a counterpart nor a pair without a score is. */
  readonly minScore?: number;
  /** Pairs with one of these flags are left out; default none. */
  readonly drop?: readonly Flag[];
}

/** Why a pair is not written out: it has no counterpart, too low a score, or one of the flags that were to be dropped. */
export type LeaveOutReason = 'unaligned' | 'min-score' | Flag;

/** The first reason for which the options leave a pair out, or `null` where it is written. */
export function leaveOutReason(
  { en, zh, score, flags }: PairRecord,
  { unaligned = false, minScore = 0, drop = [] }: FilterOptions,
): LeaveOutReason | null {
  const isUnaligned = en === '' || zh === '';
  if (isUnaligned && !unaligned) return 'unaligned';
  if (!isUnaligned && score !== null && score < minScore) return 'min-score';
  return flags.find((flag) => drop.includes(flag)) ?? null;
}

/** @throws DuiqiError `bad-option` */
export function checkFilterOptions({ minScore = 0 }: FilterOptions): void {
  if (!(minScore >= 0 && minScore <= 1)) {
    throw new DuiqiError('bad-option', `minScore must be a number from 0 to 1, not ${minScore}.`, {
      minScore,
    });
  }
}
