import type { PairRecord } from '../pair-record.js';
import type { ReadingContext } from './pair-source.js';

export function* readMoses(
  _en: Iterable<string>,
  _zh: Iterable<string>,
  _context: ReadingContext,
): Iterable<PairRecord> {}
