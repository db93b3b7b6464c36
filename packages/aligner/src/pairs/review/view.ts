import { DOUBTFUL_BELOW } from '../../alignment/calibration/calibrate.js';
import type { Alignment, Flag, Language } from '../../types.js';
import { doubts } from '../export/doubts.js';
import type { PairRecord } from '../pair-record.js';
import { type Evidence, pairOrUnaligned } from '../pairs.js';
import { Repeats } from '../repeats.js';
import type { ReviewRow, ReviewSide } from './review.js';
import type { Sides } from './sides.js';
import type { StoredRow, StoredSide } from './stored.js';

/** The score comes with what is kept. */
const BY_HAND: Omit<Evidence, 'kept'> = { posterior: 0, support: 0, words: 0, belongs: 1, crossing: false };

/** A row by itself, without what its neighbours say of it. */
export function viewOf(row: StoredRow, alignment: Alignment, sides: Sides): ReviewRow {
  const en = sides.of('en', row.en.pieces);
  const zh = sides.of('zh', row.zh.pieces);
  const evidence = { ...BY_HAND, crossing: row.crossing === true, kept: keptOf(row, sides) };
  const flags = pairOrUnaligned(alignment, { en, zh }, evidence, 0)?.flags ?? [];
  const [english, chinese] = [reviewSide('en', row.en, sides), reviewSide('zh', row.zh, sides)];
  return withNotes({
    id: row.id,
    en: english,
    zh: chinese,
    clause: en.clause ?? zh.clause,
    score: row.score,
    bead: `${en.segments.length}-${zh.segments.length}`,
    flags,
    notes: [],
    state: row.state,
    comment: row.comment ?? null,
    edited: english.edited || chinese.edited,
  });
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

/** The rows with what they are to each other: out of order, the same again, another translation of the same. */
export function withRelations(rows: readonly ReviewRow[]): ReviewRow[] {
  const repeats = new Repeats();
  const noted = rows.map(({ en, zh }) =>
    en.text === '' || zh.text === '' ? null : repeats.add(en.text, zh.text),
  );
  const crossing = outOfOrder(rows);
  return rows.map((row, place) => {
    const own = noted[place]!;
    const flags = new Set<Flag>(row.flags);
    if (own?.isDuplicate) flags.add('duplicate');
    if (own && repeats.isConflict(own)) flags.add('conflict');
    if (crossing.has(place)) flags.add('crossing');
    return flags.size === row.flags.length ? row : withNotes({ ...row, flags: [...flags].sort() });
  });
}

/** Rows that a person has put together and that do not stand in the order of their neighbours: the aligner has told of its own. */
function outOfOrder(rows: readonly ReviewRow[]): Set<number> {
  const found = new Set<number>();
  const whole = rows.flatMap((row, place) =>
    row.en.spans.length > 0 && row.zh.spans.length > 0 ? [{ row, place }] : [],
  );
  whole.forEach(({ row, place }, at) => {
    if (row.score !== null) return;
    const isBehind = (one?: ReviewRow, other?: ReviewRow): boolean =>
      one !== undefined &&
      other !== undefined &&
      !one.flags.includes('crossing') &&
      !other.flags.includes('crossing') &&
      (['en', 'zh'] as const).some(
        (language) => one[language].spans[0]!.start > other[language].spans[0]!.start,
      );
    if (isBehind(whole[at - 1]?.row, row) || isBehind(row, whole[at + 1]?.row)) found.add(place);
  });
  return found;
}

function withNotes(row: ReviewRow): ReviewRow {
  const { en, zh, flags, state } = row;
  const notes = doubts({
    en: en.text,
    zh: zh.text,
    flags,
    ...(state === 'confirmed' && { confirmed: true as const }),
  });
  return { ...row, notes };
}
