import { badArgument } from '../../common/arguments.js';
import { DuiqiError } from '../../common/errors.js';
import type { Bead, Language } from '../../types.js';
import type { RestoreAct } from './act.js';
import { checkReview, type Review } from './review.js';
import { haveSamePieces, LANGUAGES, type Piece, type StoredRow } from './stored.js';

/**
 * The act that cuts some rows in another way, such as one of the `alternatives` of an explanation.
 *
 * @param beads by the segments of the alignment that the review began with, in order
 * @throws DuiqiError `bad-act` where a person has already changed or confirmed a row that holds some of these segments
 */
export function recut(review: Review, beads: readonly Bead[]): RestoreAct {
  checkReview(review);
  const isOne = (bead: Partial<Bead> | null): boolean =>
    [bead?.en?.start, bead?.en?.end, bead?.zh?.start, bead?.zh?.end].every(Number.isInteger);
  if (!Array.isArray(beads) || !beads.every(isOne)) {
    throw badArgument('beads', beads, 'a list of beads, such as the alternatives of an explanation have');
  }
  const wanted = beads.map((bead) => ({
    en: piecesOf(review, bead, 'en'),
    zh: piecesOf(review, bead, 'zh'),
  }));
  const known = new Set(wanted.flatMap((each) => LANGUAGES.flatMap((side) => each[side].map(nameIn(side)))));
  const segments = {
    en: new Set(wanted.flatMap(({ en }) => en.map(([segment]) => segment))),
    zh: new Set(wanted.flatMap(({ zh }) => zh.map(([segment]) => segment))),
  };
  // Names are made of those pieces only whose segments are wanted: there may be many rows.
  const isTouched = (row: StoredRow): boolean =>
    LANGUAGES.some((side) =>
      row[side].pieces.some((piece) => segments[side].has(piece[0]) && known.has(nameIn(side)(piece))),
    );
  const at = review.stored.findIndex(isTouched);
  const last = review.stored.reduce((found, row, place) => (isTouched(row) ? place : found), -1);
  const old = review.stored.slice(at, last + 1);
  const held = old.flatMap((row) => LANGUAGES.flatMap((side) => row[side].pieces.map(nameIn(side))));
  const isAsFound = old.every(
    ({ en, zh, state }) => state !== 'confirmed' && !('text' in en) && !('text' in zh),
  );
  if (at < 0 || !isAsFound || held.length !== known.size || !held.every((name) => known.has(name))) {
    throw new DuiqiError(
      'bad-act',
      'These sentences have been put into other rows, changed or confirmed since: take that back first.',
      { problem: 'rows-changed' },
    );
  }
  const isSame = (row: StoredRow, sides: (typeof wanted)[number]): boolean =>
    LANGUAGES.every((side) => haveSamePieces(row[side].pieces, sides[side]));
  const kept = wanted.map((sides) => old.find((row) => isSame(row, sides)));
  const free = old.filter((row) => !kept.includes(row)).map(({ id }) => id);
  const ids = new Set(old.map(({ id }) => id));
  const rows = wanted.flatMap((sides, place): StoredRow[] => {
    const row = kept[place];
    if (row) return [row];
    // Blank lines make no row.
    if (sides.en.length + sides.zh.length === 0) return [];
    const id = free.shift() ?? another(review, ids, old[0]!.id);
    ids.add(id);
    return [{ id, en: { pieces: sides.en }, zh: { pieces: sides.zh }, score: null, state: 'untouched' }];
  });
  return { type: 'restore', edits: [{ at, remove: old.map(({ id }) => id), rows }] };
}

function piecesOf({ alignment }: Review, bead: Bead, language: Language): Piece[] {
  const { start, end } = bead[language];
  return alignment[language].segments
    .slice(start, end)
    .map(({ text }, place): Piece => [start + place, 0, text.length])
    .filter(([, , length]) => length > 0);
}

function nameIn(language: Language): (piece: Piece) => string {
  return (piece) => `${language} ${piece.join(' ')}`;
}

function another(review: Review, taken: ReadonlySet<string>, from: string): string {
  for (let id = from; ; ) {
    id = review.newId(id);
    if (!taken.has(id)) return id;
  }
}
