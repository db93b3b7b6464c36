import { UNMATCHED } from '../../common/match-in-order.js';
import { type Pairs, records } from '../export/records.js';
import type { PairRecord } from '../pair-record.js';
import { cleanSegment } from '../text.js';
import { counterparts } from './counterparts.js';
import { likeness, wordCounts } from './likeness.js';

/**
 * What became of a pair. `changed` ones have another text; those of which only other fields differ, a score or a flag, have
 * changed in `details`.
 */
export type Change =
  | {
      readonly kind: 'same' | 'details' | 'changed';
      readonly old: NumberedPair;
      readonly new: NumberedPair;
      /** What differs. */
      readonly fields: readonly ComparedField[];
    }
  | { readonly kind: 'added'; readonly old: null; readonly new: NumberedPair }
  | { readonly kind: 'removed'; readonly old: NumberedPair; readonly new: null };

/** A pair and where it stands among those of its file. */
export interface NumberedPair {
  /** Which pair of its memory it is, from 1 on. */
  readonly number: number;
  readonly record: PairRecord;
}

/** Positions and ids are not compared: they change with every sentence before. */
export type ComparedField = 'en' | 'zh' | 'score' | 'bead' | 'clause' | 'flags' | 'confirmed' | 'note';

/**
 * What changed from one alignment or memory to another, pair by pair, in order: all pairs of both, those that stayed as they
 * were too. Pairs are matched by their texts, in order; what is left between two matches is `changed` where it is alike, else
 * removed and added. Texts that a TMX file would hold alike are the same, and what one of the two memories does not tell
 * is no difference.
 *
 * Both are gone through twice each time that the changes are. Of the pairs only numbers are held, save of some between matches.
 *
 * @throws DuiqiError `bad-input` for arguments of another kind
 */
export function compare(old: Pairs, now: Pairs): Iterable<Change> {
  const [before, after] = [old, now].map((pairs) => records(pairs, { unaligned: true })) as [
    Iterable<PairRecord>,
    Iterable<PairRecord>,
  ];
  return { [Symbol.iterator]: () => changes(before, after)[Symbol.iterator]() };
}

function* changes(old: Iterable<PairRecord>, now: Iterable<PairRecord>): Iterable<Change> {
  const { newOf, newLength } = counterparts(old, now);
  const [before, after] = [new Reader(old), new Reader(now)];
  try {
    for (let end = 0; end <= newOf.length; end++) {
      const newEnd = newOf[end] ?? newLength;
      if (newEnd === UNMATCHED) continue;
      yield* between(before, end, after, newEnd);
      if (end < newOf.length) yield matched(before.next(), after.next());
    }
  } finally {
    before.close();
    after.close();
  }
}

/** Between two matches, more pairs of old ones with new ones than this are not compared by their words. */
const LARGEST_TABLE = 2500;

/** What is left over between two matches, up to these places. */
function* between(before: Reader, oldEnd: number, after: Reader, newEnd: number): Iterable<Change> {
  const [oldCount, newCount] = [oldEnd - before.place, newEnd - after.place];
  if (oldCount === 0 || newCount === 0 || oldCount * newCount > LARGEST_TABLE) {
    while (before.place < oldEnd) yield { kind: 'removed', old: before.next(), new: null };
    while (after.place < newEnd) yield { kind: 'added', old: null, new: after.next() };
    return;
  }
  const olds = Array.from({ length: oldCount }, () => before.next());
  const news = Array.from({ length: newCount }, () => after.next());
  let [a, b] = [0, 0];
  for (const [nextA, nextB] of [...alike(olds, news), [oldCount, newCount] as const]) {
    for (const each of olds.slice(a, nextA)) yield { kind: 'removed', old: each, new: null };
    for (const each of news.slice(b, nextB)) yield { kind: 'added', old: null, new: each };
    if (nextA < oldCount) yield matched(olds[nextA]!, news[nextB]!);
    [a, b] = [nextA + 1, nextB + 1];
  }
}

/** The least share of common words that makes two pairs one that was changed. */
const LEAST_ALIKE = 0.5;

/** The places of pairs that are alike, in order, with the largest likeness in sum. */
function alike(olds: readonly NumberedPair[], news: readonly NumberedPair[]): [number, number][] {
  const [oldWords, newWords] = [olds, news].map((all) => all.map(({ record }) => wordCounts(record)));
  const width = news.length + 1;
  const best = new Float64Array((olds.length + 1) * width);
  for (let a = olds.length - 1; a >= 0; a--) {
    for (let b = news.length - 1; b >= 0; b--) {
      const value = likeness(oldWords![a]!, newWords![b]!);
      const skip = Math.max(best[(a + 1) * width + b]!, best[a * width + b + 1]!);
      const take = value < LEAST_ALIKE ? 0 : best[(a + 1) * width + b + 1]! + value;
      best[a * width + b] = Math.max(skip, take);
    }
  }
  const pairs: [number, number][] = [];
  for (let [a, b] = [0, 0]; a < olds.length && b < news.length; ) {
    const here = best[a * width + b]!;
    if (here === best[(a + 1) * width + b]!) a++;
    else if (here === best[a * width + b + 1]!) b++;
    else pairs.push([a++, b++]);
  }
  return pairs;
}

function matched(old: NumberedPair, now: NumberedPair): Change {
  const fields = COMPARED_FIELDS.filter((field) => DIFFERS[field](old.record, now.record));
  const isText = fields.includes('en') || fields.includes('zh');
  return { kind: isText ? 'changed' : fields.length > 0 ? 'details' : 'same', old, new: now, fields };
}

const COMPARED_FIELDS: readonly ComparedField[] = [
  'en',
  'zh',
  'score',
  'bead',
  'clause',
  'flags',
  'confirmed',
  'note',
];

const DIFFERS: Readonly<Record<ComparedField, (old: PairRecord, now: PairRecord) => boolean>> = {
  en: (old, now) => cleanSegment(old.en) !== cleanSegment(now.en),
  zh: (old, now) => cleanSegment(old.zh) !== cleanSegment(now.zh),
  score: (old, now) => bothTell(old.score, now.score) && old.score !== now.score,
  bead: (old, now) => bothTell(old.bead, now.bead) && old.bead !== now.bead,
  clause: (old, now) => bothTell(old.clause, now.clause) && old.clause !== now.clause,
  flags: (old, now) => bothTell(old.score, now.score) && old.flags.join() !== now.flags.join(),
  confirmed: (old, now) => old.confirmed !== now.confirmed,
  note: (old, now) => old.note !== now.note,
};

function bothTell<Value>(old: Value | null, now: Value | null): boolean {
  return old !== null && now !== null;
}

/** Pairs one after the other, numbered. */
class Reader {
  /** How many were read. */
  place = 0;
  readonly #records: Iterator<PairRecord>;

  constructor(records: Iterable<PairRecord>) {
    this.#records = records[Symbol.iterator]();
  }

  next(): NumberedPair {
    return { number: ++this.place, record: this.#records.next().value as PairRecord };
  }

  close(): void {
    this.#records.return?.();
  }
}
