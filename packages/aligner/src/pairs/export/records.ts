import { checkTextOption } from '../../common/arguments.js';
import { Fingerprints } from '../../common/fingerprints.js';
import { hash } from '../../common/hash.js';
import type { Alignment, Pair, PairSide, Span, Unaligned } from '../../types.js';
import { checkPairs, checkRecord } from '../checked.js';
import { namedNumbers } from '../flags/named-numbers.js';
import type { Offsets, PairRecord } from '../pair-record.js';
import { wordingOf } from '../wording.js';
import { checkFilterOptions, type FilterOptions, leaveOutReason } from './filter.js';

/** What can be written out: an alignment, or pairs from a file. It may be gone through more than once. */
export type Pairs = Alignment | Iterable<PairRecord>;

/** Which pairs are written, and what their document is called. */
export interface RecordOptions extends FilterOptions {
  /** Name of the document of an alignment; default the name of its source, or both names, English first. */
  readonly document?: string;
}

/**
 * The pairs that the options leave, in their order: those of an alignment in that of its ladder. What is returned may be
 * gone through as often as the pairs given.
 *
 * @throws DuiqiError `bad-option`, at once, and `bad-input` for what are no pairs
 */
export function records(pairs: Pairs, options: RecordOptions = {}): Iterable<PairRecord> {
  checkPairs(pairs);
  checkFilterOptions(options);
  checkTextOption('document', options.document);
  return {
    *[Symbol.iterator]() {
      for (const record of 'ladder' in pairs ? alignmentRecords(pairs, options.document) : checked(pairs)) {
        if (leaveOutReason(record, options) === null) yield withNumbers(record);
      }
    },
  };
}

/** Pairs of programs, which may be anything. */
function* checked(pairs: Iterable<PairRecord>): Iterable<PairRecord> {
  for (const record of pairs) {
    checkRecord(record);
    yield record;
  }
}

/** A record that names the numbers its flag is about. They are looked for anew, since the texts of a file may have been edited. */
function withNumbers(record: PairRecord): PairRecord {
  const isFlagged = record.flags.includes('number-mismatch');
  if (!isFlagged && record.numbers === undefined) return record;
  const { numbers: _, ...rest } = record;
  const numbers = isFlagged ? namedNumbers(record.en, record.zh) : '';
  return numbers === '' ? rest : { ...rest, numbers };
}

/** All pairs of an alignment and its unaligned text, whatever is left out later: that must not change the ids of the rest. */
function* alignmentRecords(alignment: Alignment, document = documentName(alignment)): Iterable<PairRecord> {
  const { sources, en, zh } = alignment;
  const files = sources.length > 1 ? { file: [en.source, zh.source] as const } : {};
  for (const [id, pair] of pairsWithIds(alignment, document)) {
    const { kept } = pair;
    yield {
      id,
      ...wordingOf(pair),
      score: pair.score,
      bead: pair.bead,
      ...clauses(pair),
      flags: pair.flags,
      en_spans: pair.en.spans.map(offsets),
      zh_spans: pair.zh.spans.map(offsets),
      doc: document,
      ...files,
      ...(kept?.confirmed && { confirmed: kept.confirmed }),
      ...(kept?.note !== undefined && { note: kept.note }),
    };
  }
}

/** All pairs of an alignment and its unaligned text with the ids that files have. */
export function* pairsWithIds(
  alignment: Alignment,
  document = documentName(alignment),
): Iterable<readonly [id: string, pair: Pair]> {
  const keptIds = new Set<string>();
  for (const items of [alignment.pairs, alignment.unaligned]) {
    for (const { kept } of items) if (kept?.doc === document) keptIds.add(kept.id);
  }
  // A row that a person has split may have left its id to both parts.
  const left = new Set(keptIds);
  const identifier = new Identifier();
  for (const pair of pairsInOrder(alignment)) {
    const { kept } = pair;
    const isKept = kept?.doc === document && left.delete(kept.id);
    yield [isKept ? kept.id : newId(identifier, keptIds, document, pair), pair];
  }
}

/** An id that no pair has which is taken over from an earlier alignment. */
export function newId(
  identifier: Identifier,
  taken: ReadonlySet<string>,
  document: string,
  { en, zh }: { readonly en: { readonly text: string }; readonly zh: { readonly text: string } },
): string {
  for (;;) {
    const id = identifier.id(document, en.text, zh.text);
    if (!taken.has(id)) return id;
  }
}

/** Gives pairs their ids, in the order in which they come. */
export class Identifier {
  readonly #texts = new Fingerprints();
  readonly #occurrences: number[] = [];

  /** A stable hash of the document's name, both texts, and how often that pair has come so far. */
  id(document: string, en: string, zh: string): string {
    const texts = hash(en, zh);
    const number = this.#texts.add(document, texts);
    const occurrence = (this.#occurrences[number] ?? 0) + 1;
    this.#occurrences[number] = occurrence;
    return idOfTexts(document, texts, occurrence);
  }
}

/** @param occurrence 1 for a pair that comes for the first time in its document */
export function pairId(document: string, en: string, zh: string, occurrence: number): string {
  return idOfTexts(document, hash(en, zh), occurrence);
}

function idOfTexts(document: string, texts: string, occurrence: number): string {
  return hash(document, texts, String(occurrence));
}

/** Whether the id of a pair was made from these texts of its document (see `Identifier`). */
export function isIdOf(
  { id, doc, flags }: Pick<PairRecord, 'id' | 'doc' | 'flags'>,
  en: string,
  zh: string,
): boolean {
  const most = flags.includes('duplicate') ? MOST_REPEATS : MOST_OCCURRENCES;
  const texts = hash(en, zh);
  for (let occurrence = 1; occurrence <= most; occurrence++) {
    if (idOfTexts(doc, texts, occurrence) === id) return true;
  }
  return false;
}

/** Times that one pair may have come before in its document; of one that is known to have come before, more. */
const MOST_OCCURRENCES = 10;
const MOST_REPEATS = 1000;

/** English first, so that it is the same in whichever order the sources were given. */
export function documentName({ sources, en, zh }: Alignment): string {
  const names = new Set([en, zh].map(({ source }) => sources[source]!.name).filter((name) => name !== ''));
  return [...names].join(' | ');
}

/** All pairs of an alignment, and what has no counterpart as pairs with an empty side, in the order of its ladder. */
export function* pairsInOrder({ pairs, unaligned }: Alignment): Iterable<Pair> {
  for (const item of inLadderOrder(pairs, unaligned)) yield 'language' in item ? oneSided(item) : item;
}

/** Pairs and text without a counterpart together. */
export function* inLadderOrder(
  pairs: readonly Pair[],
  unaligned: readonly Unaligned[],
): Iterable<Pair | Unaligned> {
  let next = 0;
  for (const pair of pairs) {
    while (next < unaligned.length && unaligned[next]!.index < pair.index) yield unaligned[next++]!;
    yield pair;
  }
  yield* unaligned.slice(next);
}

const nothing: PairSide = { text: '', spans: [], segments: [], clause: null };

function oneSided({ language, side, ...rest }: Unaligned): Pair {
  const count = side.segments.length;
  return language === 'en'
    ? { en: side, zh: nothing, score: 0, bead: `${count}-0`, ...rest }
    : { en: nothing, zh: side, score: 0, bead: `0-${count}`, ...rest };
}

function clauses({ en, zh }: Pair): Pick<PairRecord, 'clause' | 'clause_zh'> {
  const clause = en.clause ?? zh.clause;
  return zh.clause === null || zh.clause === clause ? { clause } : { clause, clause_zh: zh.clause };
}

function offsets({ start, end }: Span): Offsets {
  return [start, end];
}
