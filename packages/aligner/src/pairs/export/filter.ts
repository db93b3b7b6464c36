import { checkOptionsAreOne, checkSwitch, shown } from '../../common/arguments.js';
import { DuiqiError } from '../../common/errors.js';
import type { Flag } from '../../types.js';
import { checkJudged } from '../checked.js';
import { FLAGS } from '../flags/flag.js';
import type { PairRecord } from '../pair-record.js';
import { isDoubt } from './doubts.js';

/**
 * What is written. Nothing but text without a counterpart is left out unless asked for, and `unaligned` alone decides
 * about that: it has neither a score nor a pair that could be wrong, so `minScore` and `drop` do not concern it.
 */
export interface FilterOptions {
  /** Whether text without a counterpart is written too, with `''` on the other side; default `false`. */
  readonly unaligned?: boolean;
  /**
   * Pairs with a lower score are left out, 0–1; default 0. Pairs without a score, read from a file, are not, nor those that a
   * person has confirmed.
   */
  readonly minScore?: number;
  /**
   * Pairs with one of these flags are left out; default none. The flags are those that the pairs bear: none are set here. Of
   * what a person has confirmed only `duplicate` and `stitched` leave anything out: the other flags are doubts.
   */
  readonly drop?: readonly Flag[];
}

/** Why a pair is not written out: it has no counterpart, too low a score, or one of the flags that were to be dropped. */
export type LeaveOutReason = 'unaligned' | 'min-score' | Flag;

/**
 * The first reason for which the options leave a pair out, or `null` where it is written: no counterpart, then its score,
 * then its flags in the order of `drop`.
 *
 * @throws DuiqiError `bad-input` for arguments of another kind
 */
export function leaveOutReason(
  record: Pick<PairRecord, 'en' | 'zh' | 'score' | 'flags' | 'confirmed'>,
  options: FilterOptions,
): LeaveOutReason | null {
  checkJudged(record);
  checkOptionsAreOne(options);
  const { en, zh, score, flags, confirmed } = record;
  const { unaligned = false, minScore = 0, drop = [] } = options;
  if (en === '' || zh === '') return unaligned ? null : 'unaligned';
  if (score !== null && score < minScore && !confirmed) return 'min-score';
  return drop.find((flag) => flags.includes(flag) && !(confirmed && isDoubt(flag))) ?? null;
}

/** @throws DuiqiError `bad-option` */
export function checkFilterOptions(options: FilterOptions): void {
  checkOptionsAreOne(options);
  const { minScore = 0, drop = [], unaligned } = options;
  checkSwitch('unaligned', unaligned);
  if (!(typeof minScore === 'number' && minScore >= 0 && minScore <= 1)) {
    throw new DuiqiError('bad-option', `minScore must be a number from 0 to 1, not ${shown(minScore)}.`, {
      minScore,
    });
  }
  if (!Array.isArray(drop) || !drop.every((flag) => FLAGS.includes(flag))) {
    const message = `drop must be a list of flags (${FLAGS.join(', ')}), not ${shown(drop)}.`;
    throw new DuiqiError('bad-option', message, { drop });
  }
}
