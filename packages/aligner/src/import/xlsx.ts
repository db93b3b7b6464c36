import type { PairRecord } from '../pair-record.js';
import type { ReadingContext } from './pair-source.js';

export async function readReviewSheet(
  _bytes: Uint8Array,
  _context: ReadingContext,
): Promise<Iterable<PairRecord>> {
  return [];
}
