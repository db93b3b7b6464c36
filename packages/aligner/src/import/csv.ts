import type { PairRecord } from '../pair-record.js';
import type { ReadingContext } from './pair-source.js';

export function* readCsv(_chunks: Iterable<string>, _context: ReadingContext): Iterable<PairRecord> {}
