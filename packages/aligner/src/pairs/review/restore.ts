import type { RestoreAct, RestoredRows } from './act.js';
import type { Change } from './apply.js';
import { refused } from './refused.js';
import type { Review } from './review.js';
import type { Edit } from './row-index.js';
import { LANGUAGES, type Piece, type StoredRow } from './stored.js';

/** Checks that rows may take the place of others: that those are there, and hold the same of the document. */
export function restored(review: Review, { edits, deleted }: RestoreAct): Change {
  if (!areEdits(edits) || !(deleted === undefined || areRows(deleted))) {
    throw refused('What is to be restored is not what an act of that type has.');
  }
  let next = 0;
  const checked = edits.map(({ at, remove, rows }): Edit => {
    if (at < next || !remove.every((id, place) => review.stored[at + place]?.id === id)) {
      throw refused('The rows that were to be replaced are not there any more.', 'rows-changed');
    }
    next = at + remove.length;
    return { at, count: remove.length, rows };
  });
  const before = checked.flatMap(({ at, count }) => review.stored.slice(at, at + count));
  const after = checked.flatMap(({ rows }) => rows);
  const isSame = LANGUAGES.every((language) => {
    const piecesOf = (rows: readonly StoredRow[]) => rows.flatMap((row) => row[language].pieces);
    const textOf = ([segment]: Piece) => review.alignment[language].segments[segment]?.text ?? '';
    return (
      placesOf(piecesOf([...before, ...(deleted ? review.storedDeleted : [])]), textOf) ===
      placesOf(piecesOf([...after, ...(deleted ?? [])]), textOf)
    );
  });
  if (!isSame) {
    throw refused(
      'The rows that were to come hold another part of the document than those that were to go.',
      'rows-changed',
    );
  }
  return { edits: checked, ...(deleted && { deleted }) };
}

function areEdits(edits: unknown): boolean {
  const isOne = (edit: Partial<RestoredRows> | null): boolean =>
    Number.isInteger(edit?.at) && Array.isArray(edit?.remove) && areRows(edit?.rows);
  return Array.isArray(edits) && edits.every(isOne);
}

function areRows(rows: unknown): boolean {
  return Array.isArray(rows) && rows.every(isStoredRow);
}

function isStoredRow(row: Partial<StoredRow> | null): boolean {
  return typeof row?.id === 'string' && LANGUAGES.every((language) => Array.isArray(row[language]?.pieces));
}

/** What pieces have of the document, the same however it is cut; each letter as often as it is there. */
function placesOf(pieces: readonly Piece[], textOf: (piece: Piece) => string): string {
  const sorted = [...pieces].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const joined: Piece[] = [];
  for (const piece of sorted) {
    const last = joined.at(-1);
    const isNext =
      last?.[0] === piece[0] && last[2] <= piece[1] && textOf(piece).slice(last[2], piece[1]).trim() === '';
    if (isNext) joined[joined.length - 1] = [last[0], last[1], piece[2]];
    else joined.push(piece);
  }
  return JSON.stringify(joined);
}
