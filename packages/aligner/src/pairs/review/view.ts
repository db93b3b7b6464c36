import { DOUBTFUL_BELOW } from '../../alignment/calibration/calibrate.js';
import type { Alignment, Flag, Language } from '../../types.js';
import { doubts } from '../export/doubts.js';
import type { PairRecord } from '../pair-record.js';
import { type Evidence, pairOrUnaligned } from '../pairs.js';
import type { ReviewRow, ReviewSide } from './review.js';
import type { Sides } from './sides.js';
import type { StoredRow, StoredSide } from './stored.js';

/** The score comes with what is kept. */
const BY_HAND: Omit<Evidence, 'kept'> = { posterior: 0, support: 0, words: 0, belongs: 1, crossing: false };

/** The flags of a row by itself, without what other rows say of it. */
export function ownFlags(row: StoredRow, alignment: Alignment, sides: Sides): readonly Flag[] {
  const en = sides.of('en', row.en.pieces);
  const zh = sides.of('zh', row.zh.pieces);
  const evidence = { ...BY_HAND, crossing: row.crossing === true, kept: keptOf(row, sides) };
  return pairOrUnaligned(alignment, { en, zh }, evidence, 0, sides.wordsAsTheyAre)?.flags ?? [];
}

/** A row as a person sees it. */
export function viewOf(row: StoredRow, flags: readonly Flag[], sides: Sides): ReviewRow {
  const [en, zh] = [sides.of('en', row.en.pieces), sides.of('zh', row.zh.pieces)];
  const [english, chinese] = [reviewSide('en', row.en, sides), reviewSide('zh', row.zh, sides)];
  return {
    id: row.id,
    en: english,
    zh: chinese,
    clause: en.clause ?? zh.clause,
    score: row.score,
    bead: `${en.segments.length}-${zh.segments.length}`,
    flags,
    notes: doubts({
      en: english.text,
      zh: chinese.text,
      flags,
      ...(row.state === 'confirmed' && { confirmed: true as const }),
    }),
    state: row.state,
    comment: row.comment ?? null,
    edited: english.edited || chinese.edited,
  };
}

/**
 * What a person has made of a row, as the option `update` knows it. A pair that she has put together and not confirmed is as
 * likely to be right as wrong, for all that is known.
 */
export function keptOf(row: StoredRow, sides: Sides, id = row.id, doc = ''): PairRecord {
  const offsets = (language: Language) =>
    sides.of(language, row[language].pieces).spans.map(({ start, end }) => [start, end] as const);
  return {
    id,
    en: sides.textOf('en', row.en),
    zh: sides.textOf('zh', row.zh),
    score: row.score ?? (row.state === 'confirmed' ? 1 : DOUBTFUL_BELOW),
    bead: null,
    clause: null,
    flags: row.state === 'doubtful' ? ['doubted'] : [],
    en_spans: offsets('en'),
    zh_spans: offsets('zh'),
    doc,
    ...(row.state === 'confirmed' && { confirmed: true }),
    ...(row.comment !== undefined && { note: row.comment }),
  };
}

function reviewSide(language: Language, stored: StoredSide, sides: Sides): ReviewSide {
  const { text: original, segments, spans } = sides.of(language, stored.pieces);
  const text = stored.text ?? original;
  const edited = stored.text !== undefined;
  return {
    text,
    original,
    segments,
    places: edited ? [] : sides.places(language, stored.pieces),
    spans,
    edited,
  };
}
