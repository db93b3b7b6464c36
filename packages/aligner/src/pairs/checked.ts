import { badArgument, isObject } from '../common/arguments.js';
import type { Alignment } from '../types.js';
import type { PairRecord } from './pair-record.js';

/** What can be written, for messages. */
const PAIRS = 'an alignment, or pairs such as readPairs and records give';

/** @throws DuiqiError `bad-input` for what is neither an alignment nor an iterable of pairs */
export function checkPairs(pairs: unknown): void {
  if (isAlignment(pairs) || (isObject(pairs) && Symbol.iterator in pairs)) return;
  throw badArgument('pairs', pairs, PAIRS);
}

/** @throws DuiqiError `bad-input` */
export function checkAlignment(alignment: unknown): void {
  if (!isAlignment(alignment)) throw badArgument('alignment', alignment, 'what align gives');
}

/** Whether it has what distinguishes one, and is what `align` gave as far as a look tells. */
export function isAlignment(value: unknown): value is Alignment {
  const { pairs, unaligned, ladder, sources, en, zh } = Object(value) as Partial<Alignment>;
  return [pairs, unaligned, ladder, sources, en?.segments, zh?.segments].every(Array.isArray);
}

/** @throws DuiqiError `bad-input` for what is no pair with all that belongs to it */
export function checkRecord(record: unknown): void {
  const { id, doc, score, bead, clause, en_spans, zh_spans } = Object(record) as Partial<PairRecord>;
  const isOne =
    haveTexts(record) &&
    [id, doc].every((text) => typeof text === 'string') &&
    [bead, clause].every((text) => text === null || typeof text === 'string') &&
    (score === null || typeof score === 'number') &&
    Array.isArray(en_spans) &&
    Array.isArray(zh_spans);
  if (isOne) return;
  throw badArgument(
    'pair',
    record,
    'pairs with all their fields (id, en, zh, score, bead, clause, flags, en_spans, zh_spans, doc), such as readPairs and records give',
  );
}

/** @throws DuiqiError `bad-input` for what has no texts or no flags, which is all that some ask of a pair */
export function checkJudged(record: unknown): void {
  if (!haveTexts(record))
    throw badArgument('pair', record, 'one with the texts en and zh and a list of flags');
}

/** @throws DuiqiError `bad-input` for what has no texts */
export function checkTexts(record: unknown): void {
  const { en, zh } = Object(record) as Partial<PairRecord>;
  if (typeof en !== 'string' || typeof zh !== 'string')
    throw badArgument('pair', record, 'one with the texts en and zh');
}

function haveTexts(record: unknown): boolean {
  const { en, zh, flags } = Object(record) as Partial<PairRecord>;
  return typeof en === 'string' && typeof zh === 'string' && Array.isArray(flags);
}
