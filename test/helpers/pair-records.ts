import type { PairRecord } from '../../packages/aligner/src/pair-record.js';

/** A pair with these texts and no more than has to be said of it. */
export function pairOf(en: string, zh: string, more: Partial<PairRecord> = {}): PairRecord {
  return {
    id: `${en}-${zh}`,
    en,
    zh,
    score: null,
    bead: null,
    clause: null,
    flags: [],
    en_spans: [],
    zh_spans: [],
    doc: 'sample.txt',
    ...more,
  };
}
