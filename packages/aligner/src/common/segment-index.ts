import type { SegmentIndex } from '../types.js';
import { shown } from './arguments.js';
import { DuiqiError } from './errors.js';

/**
 * A number as a position in a side's list of segments: for programs that make beads and ranges of their own.
 *
 * @param index a whole number from 0 up to the number of segments, which stands for the end
 * @throws DuiqiError `bad-option` for any other number
 */
export function segmentIndex(index: number): SegmentIndex {
  if (Number.isSafeInteger(index) && index >= 0) return index as SegmentIndex;
  throw new DuiqiError(
    'bad-option',
    `There is no segment ${shown(index)}: the index must be a whole number, 0 or more.`,
    { index },
  );
}
