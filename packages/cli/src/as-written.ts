import type { Pair } from 'duiqi';
import type { PairRecord } from 'duiqi/pairs';

/** What of a pair says whether it is written, and whether it wants a look. */
export type JudgedPair = Pick<PairRecord, 'en' | 'zh' | 'score' | 'flags' | 'confirmed'>;

/** A pair of an alignment as it is written: in the words of a person, if a person has reworded it. */
export function asWritten({ en, zh, score, flags, kept }: Pair): JudgedPair {
  return {
    en: kept?.en ?? en.text,
    zh: kept?.zh ?? zh.text,
    score,
    flags,
    ...(kept?.confirmed && { confirmed: true }),
  };
}
