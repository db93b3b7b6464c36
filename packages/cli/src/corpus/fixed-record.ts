import type { PairRecord } from 'duiqi/pairs';

/**
 * A pair of which every field is there and of one type, whatever the document: so that all files of a corpus have one schema.
 * What is not known of it is `''`, or 0 where it is a number; what only some pairs have is left out: the texts tell the
 * numbers again, and what a person has said of a pair is not of a corpus.
 */
export type FixedRecord = Omit<PairRecord, 'numbers' | 'confirmed' | 'note'> & {
  readonly score: number;
  readonly bead: string;
  readonly clause: string;
  readonly clause_zh: string;
  readonly file: readonly [en: number, zh: number];
};

export function fixed(record: PairRecord): FixedRecord {
  const { id, en, zh, score, bead, clause, clause_zh, flags, en_spans, zh_spans, doc, file } = record;
  return {
    id,
    en,
    zh,
    score: score ?? 0,
    bead: bead ?? '',
    clause: clause ?? '',
    clause_zh: clause_zh ?? '',
    flags,
    en_spans,
    zh_spans,
    doc,
    // Of one bilingual text both sides are in the first file.
    file: file ?? [0, 0],
  };
}
