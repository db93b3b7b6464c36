import { DuiqiError } from '../errors.js';
import type { Alignment, Flag, Pair, PairSide, Span, Unaligned } from '../types.js';
import { hash } from './hash.js';
import { wellFormed } from './text.js';

export interface RecordOptions {
  /** Whether text without a counterpart is written too, with `''` on the other side; default `false`. */
  readonly unaligned?: boolean;
  /** Pairs with a lower score are left out, 0–1; default 0. Unaligned text is never affected. */
  readonly minScore?: number;
  /** Name of the document; default the name of its source, or both names. */
  readonly document?: string;
}

/** A pair as it is written out: flat, with the field names and the order of the JSONL format. */
export interface PairRecord {
  /** 16 hexadecimal digits, from the document's name, both texts and how often that pair came before. */
  readonly id: string;
  readonly en: string;
  readonly zh: string;
  /** 0–1, four decimals; 0 for unaligned text. */
  readonly score: number;
  /** Numbers of segments, English first: `2-1`. */
  readonly bead: string;
  /** Path of the clause as the English side writes it; as the Chinese side does if the English has none. */
  readonly clause: string | null;
  /** Path of the clause as the Chinese side writes it, only when it is written differently. */
  readonly clause_zh?: string;
  readonly flags: readonly Flag[];
  /** `[start, end)` in UTF-16 code units of the decoded source. */
  readonly en_spans: readonly Offsets[];
  readonly zh_spans: readonly Offsets[];
  readonly doc: string;
  /** With two sources: the positions of the English and the Chinese one among them. */
  readonly file?: readonly [en: number, zh: number];
}

export type Offsets = readonly [start: number, end: number];

/** A pair with the id under which every output format knows it. */
export interface IdentifiedPair {
  readonly id: string;
  readonly pair: Pair;
}

/** The pairs of an alignment and, if asked for, its unaligned text, in ladder order. */
export function* records(alignment: Alignment, options: RecordOptions = {}): Iterable<PairRecord> {
  const document = wellFormed(documentName(alignment, options));
  const { sources, en, zh } = alignment;
  const files = sources.length > 1 ? { file: [en.source, zh.source] as const } : {};
  for (const { id, pair } of identifiedPairs(alignment, options)) {
    yield {
      id,
      en: wellFormed(pair.en.text),
      zh: wellFormed(pair.zh.text),
      score: roundScore(pair.score),
      bead: pair.bead,
      ...clauses(pair),
      flags: pair.flags,
      en_spans: pair.en.spans.map(offsets),
      zh_spans: pair.zh.spans.map(offsets),
      doc: document,
      ...files,
    };
  }
}

/** What `records` flattens: for a format that has to see the segments of a pair. */
export function* identifiedPairs(
  alignment: Alignment,
  options: RecordOptions = {},
): Iterable<IdentifiedPair> {
  checkRecordOptions(options);
  const { unaligned = false, minScore = 0 } = options;
  const document = documentName(alignment, options);
  const occurrences = new Map<string, number>();
  for (const item of inLadderOrder(alignment.pairs, unaligned ? alignment.unaligned : [])) {
    const pair = 'language' in item ? oneSided(item) : item;
    const texts = hash(pair.en.text, pair.zh.text);
    // Pairs that are left out count as well: what is left out must not change the ids of the rest.
    const occurrence = (occurrences.get(texts) ?? 0) + 1;
    occurrences.set(texts, occurrence);
    if ('language' in item || pair.score >= minScore) {
      yield { id: hash(document, texts, String(occurrence)), pair };
    }
  }
}

export function checkRecordOptions({ minScore = 0 }: RecordOptions): void {
  if (!(minScore >= 0 && minScore <= 1)) {
    throw new DuiqiError('bad-option', `minScore must be a number from 0 to 1, not ${minScore}.`, {
      minScore,
    });
  }
}

export function documentName({ sources }: Alignment, { document }: RecordOptions): string {
  if (document !== undefined) return document;
  const names = new Set(sources.map((source) => source.name).filter((name) => name !== ''));
  return [...names].join(' | ');
}

/** Four decimals: more than the calibration of scores can bear. */
export function roundScore(score: number): number {
  return Math.round(score * 10_000) / 10_000;
}

function* inLadderOrder(pairs: readonly Pair[], unaligned: readonly Unaligned[]): Iterable<Pair | Unaligned> {
  let next = 0;
  for (const pair of pairs) {
    while (next < unaligned.length && unaligned[next].index < pair.index) yield unaligned[next++];
    yield pair;
  }
  yield* unaligned.slice(next);
}

const nothing: PairSide = { text: '', spans: [], segments: [], clause: null };

function oneSided({ language, side, flags, index }: Unaligned): Pair {
  const count = side.segments.length;
  return language === 'en'
    ? { en: side, zh: nothing, score: 0, bead: `${count}-0`, flags, index }
    : { en: nothing, zh: side, score: 0, bead: `0-${count}`, flags, index };
}

function clauses({ en, zh }: Pair): Pick<PairRecord, 'clause' | 'clause_zh'> {
  const clause = en.clause ?? zh.clause;
  return zh.clause === null || zh.clause === clause ? { clause } : { clause, clause_zh: zh.clause };
}

function offsets({ start, end }: Span): Offsets {
  return [start, end];
}
