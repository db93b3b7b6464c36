import fc from 'fast-check';
import { PairMaker, type PartialRecord } from '../../packages/aligner/src/pairs/import/pair-maker.js';
import type { ReadPairsOptions } from '../../packages/aligner/src/pairs/import/pair-source.js';
import type { PairRecord } from '../../packages/aligner/src/pairs/pair-record.js';
import type { Diagnostic, Flag } from '../../packages/aligner/src/types.js';

/** A whole record of what matters to a test. */
export function recordOf(found: PartialRecord): PairRecord {
  return new PairMaker('sample.txt').pair(found);
}

/** The reading context of a test, and what was told. */
export function listening(name = 'sample', columns: ReadPairsOptions['columns'] = undefined) {
  const told: Diagnostic[] = [];
  const tell = (diagnostic: Diagnostic) => told.push(diagnostic);
  return { context: { name, columns: columns ?? null, variants: [], tell }, told };
}

const FLAGS: readonly Flag[] = ['conflict', 'low-score', 'number-mismatch', 'wrong-language'];

const offsets = fc
  .tuple(fc.nat(), fc.nat())
  .map(([start, length]): [number, number] => [start, start + length]);
const spans = fc.array(offsets, { maxLength: 3 });
const scores = fc.integer({ min: 0, max: 10_000 }).map((score) => score / 10_000);
const bead = fc.tuple(fc.nat(9), fc.nat(9)).map(([en, zh]) => `${en}-${zh}`);

/** Records with all that their fields can hold, the texts drawn from what is given. */
export function anyRecord(text: fc.Arbitrary<string>, maybeText = text): fc.Arbitrary<PairRecord> {
  return fc
    .record(
      {
        id: maybeText.map((id) => `id ${id}`),
        en: text,
        zh: text,
        score: fc.option(scores),
        bead: fc.option(bead),
        clause: fc.option(maybeText),
        clause_zh: maybeText,
        flags: fc.subarray([...FLAGS]),
        en_spans: spans,
        zh_spans: spans,
        doc: maybeText,
        file: fc.tuple(fc.nat(1), fc.nat(1)),
        confirmed: fc.constant(true as const),
        note: maybeText,
      },
      { requiredKeys: ['en', 'zh', 'doc'] },
    )
    .map(recordOf);
}

/** Texts of any UTF-16 code units, those that break lines and lone surrogates among them. */
export const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '\t',
      '\n',
      '\r',
      ' ',
      '\u0000',
      '\u001c',
      '\u0085',
      '\u2028',
      '\uFEFF',
      '\uD800',
      '"',
      '\\',
      '，',
    ),
    fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    fc.constantFrom('a', '渡', '😀'),
  ),
  maxLength: 12,
});

/** Texts as a format gives them back that folds what does not fit into a line. */
export const folded = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');

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
