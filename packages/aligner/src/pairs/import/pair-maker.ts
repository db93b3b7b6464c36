import { refuseTooLongText } from '../../document/read/size.js';
import { Identifier } from '../export/records.js';
import type { PairRecord } from '../pair-record.js';

/** What a file says of a pair; it has at least its two texts, of which one may be empty. */
export type PartialRecord = Pick<PairRecord, 'en' | 'zh'> & Partial<PairRecord>;

/** Makes whole records of what a file holds, in the order of the JSONL fields; those without an id are given one. */
export class PairMaker {
  readonly #identifier = new Identifier();

  /** @param doc the document of pairs that name none */
  constructor(readonly doc: string) {}

  pair(found: PartialRecord): PairRecord {
    const { en, zh, doc = this.doc } = found;
    refuseTooLongText(en.length + zh.length + (found.note?.length ?? 0) + doc.length, this.doc);
    return {
      id: found.id ?? this.#identifier.id(doc, en, zh),
      en,
      zh,
      score: found.score ?? null,
      bead: found.bead ?? null,
      clause: found.clause ?? null,
      ...(found.clause_zh !== undefined && { clause_zh: found.clause_zh }),
      flags: found.flags ?? [],
      ...(found.numbers !== undefined && { numbers: found.numbers }),
      en_spans: found.en_spans ?? [],
      zh_spans: found.zh_spans ?? [],
      doc,
      ...(found.file !== undefined && { file: found.file }),
      ...(found.confirmed && { confirmed: true as const }),
      ...(found.note !== undefined && { note: found.note }),
    };
  }
}
