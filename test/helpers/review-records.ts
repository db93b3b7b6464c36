import fc from 'fast-check';
import { FLAGS } from '../../packages/aligner/src/pairs/flags/flag.js';
import type { PairRecord } from '../../packages/aligner/src/pairs/pair-record.js';

/** A pair as files hold it, whole but for what the caller gives. */
export function pairRecord(given: Partial<PairRecord> = {}): PairRecord {
  return {
    id: '00112233445566aa',
    en: 'The ferry sails at noon.',
    zh: '渡轮正午开航。',
    score: 0.9312,
    bead: '1-1',
    clause: null,
    flags: [],
    en_spans: [],
    zh_spans: [],
    doc: 'ferry.md',
    ...given,
  };
}

/** Texts of any kind, those that programs take for something else among them. */
export const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.string({ unit: 'binary', minLength: 1 }),
  fc
    .array(
      fc.constantFrom(
        ...'=\'+-@＝＋－＠\t\r\n"“,;&<>_',
        '_x0041_',
        '\u0001',
        '\uFFFE',
        '\u2028',
        '\u00A0',
        'é',
        '1',
        '2.5',
        ' ',
        '港口',
        'ferry',
      ),
      { minLength: 1 },
    )
    .map((parts) => parts.join('')),
);

/** Whole records with texts of a kind, and without what only positions in documents say. */
export function anyRecord(text: fc.Arbitrary<string>): fc.Arbitrary<PairRecord> {
  return fc
    .record(
      {
        id: fc.stringMatching(/^[0-9a-f]{16}$/),
        en: text,
        zh: text,
        score: fc.option(fc.integer({ min: 0, max: 10_000 }).map((number) => number / 10_000)),
        bead: fc.option(fc.tuple(fc.nat(9), fc.nat(9)).map((counts) => counts.join('-'))),
        clause: fc.option(text),
        clause_zh: text,
        flags: fc.subarray([...FLAGS]),
        doc: text,
        confirmed: fc.constant(true as const),
        note: text,
      },
      { requiredKeys: ['id', 'en', 'zh', 'score', 'bead', 'clause', 'flags', 'doc'] },
    )
    .map((fields) => pairRecord({ ...fields, id: fields.id }));
}
