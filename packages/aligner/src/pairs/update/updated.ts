import type { Settings } from '../../options.js';
import type { Segmentation } from '../../types.js';
import type { PairRecord } from '../pair-record.js';
import { asItWas } from './as-it-was.js';
import { withConfirmedCuts } from './cut-at-confirmed.js';
import { findKept, keptAsItWas } from './find-kept.js';
import type { Kept } from './kept.js';

/** A document that is to be aligned, but for what stays of an earlier alignment. */
export interface Updated {
  readonly segmentation: Segmentation;
  readonly kept: Kept | null;
}

/** The document, cut where a person has cut it, and what stays of the pairs of the option `update`. */
export function updated(
  read: Segmentation,
  update: readonly PairRecord[],
  { segments }: Pick<Settings, 'segments'>,
): Updated {
  // Where each line is a segment, their numbers count.
  const mayCut = segments !== 'lines';
  const was = asItWas(read, update, mayCut);
  if (was) {
    const { segmentation, places, isWorded } = was;
    const isHers = update.map(({ confirmed }, index) => confirmed === true || isWorded[index]!);
    return { segmentation, kept: keptAsItWas(segmentation, update, places, isHers) };
  }
  const segmentation = mayCut ? withConfirmedCuts(read, update) : read;
  return { segmentation, kept: findKept(segmentation, update) };
}
