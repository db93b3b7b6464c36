import type { FoundBead } from '../../alignment/lattice/found-bead.js';
import { finish } from '../../common/steps.js';
import { findAnchors } from '../../document/structure/anchors.js';
import type { Bead, Language, Segmentation } from '../../types.js';
import { documentName, inLadderOrder, pairId } from '../export/records.js';
import type { PairRecord } from '../pair-record.js';
import { toPairs } from '../pairs.js';
import { keptAsItWas } from '../update/find-kept.js';
import { type Kept, placeOfRanges } from '../update/kept.js';
import type { RestoreAct } from './act.js';
import { withCommentOf } from './apply.js';
import { CutSide } from './cut-side.js';
import type { Review } from './review.js';
import { LANGUAGES, type Piece, type StoredRow } from './stored.js';
import { keptOf } from './view.js';

/** The document of a review with what stays in it when the rest is aligned anew, and what then becomes of the rows. */
export interface AroundHeld {
  readonly segmentation: Segmentation;
  readonly kept: Kept;
  readonly actOf: (beads: readonly FoundBead[]) => RestoreAct;
}

/** Cuts the document where the rows that a person holds for hers begin and end, and leaves out what she has deleted. */
export function aroundHeld(review: Review): AroundHeld {
  const { alignment, stored, storedDeleted, sides } = review;
  const held = stored.filter(isHeld);
  const cutSide = (language: Language): CutSide =>
    new CutSide(
      alignment[language],
      language,
      sides,
      held.flatMap((row) => row[language].pieces),
      storedDeleted.flatMap((row) => row[language].pieces),
    );
  const cut = { en: cutSide('en'), zh: cutSide('zh') };
  const segmentation = {
    ...alignment,
    en: cut.en.side,
    zh: cut.zh.side,
    anchors: findAnchors(cut.en.side, cut.zh.side),
  };
  const records = held.map((row): PairRecord => keptOf(row, sides));
  const rowOf = new Map(records.map((record, at) => [record, held[at]!]));
  const kept = keptAsItWas(
    segmentation,
    records,
    held.map((row) => placeOfRanges(cut.en.rangesOf(row.en.pieces), cut.zh.rangesOf(row.zh.pieces))),
    held.map(() => true),
  );
  const actOf = (beads: readonly FoundBead[]): RestoreAct => {
    const { pairs, unaligned, ladder } = finish(toPairs(segmentation, beads));
    const namer = new RowNamer(review, held);
    const rows = Array.from(inLadderOrder(pairs, unaligned), (item): StoredRow => {
      const own = item.kept && rowOf.get(item.kept);
      if (own) return own;
      const bead = ladder[item.index]!;
      const row = {
        en: { pieces: piecesOf(bead, 'en', cut.en) },
        zh: { pieces: piecesOf(bead, 'zh', cut.zh) },
        score: 'language' in item ? null : item.score,
        ...(item.flags.includes('crossing') && { crossing: true as const }),
      };
      return namer.named(row);
    });
    return restoring(review, withRemarks(rows, stored, new Set(held)));
  };
  return { segmentation, kept, actOf };
}

/** Whether a row stays when the rest is aligned anew: a person has confirmed it, or written a text of it. */
function isHeld({ state, en, zh }: StoredRow): boolean {
  return state === 'confirmed' || en.text !== undefined || zh.text !== undefined;
}

function piecesOf(bead: Bead, language: Language, { pieces }: CutSide): Piece[] {
  return [bead[language], ...(bead.apart?.[language] ?? [])].flatMap(({ start, end }) =>
    pieces.slice(start, end),
  );
}

type Unnamed = Pick<StoredRow, 'en' | 'zh' | 'score' | 'crossing'>;

/** Gives rows that hold what others held before their ids, and what was said of them; others get new ids. */
class RowNamer {
  readonly #review: Review;
  readonly #taken: Set<string>;
  readonly #first: ReadonlyMap<string, StoredRow>;
  readonly #now: ReadonlyMap<string, StoredRow>;

  constructor(review: Review, held: readonly StoredRow[]) {
    this.#review = review;
    this.#taken = new Set([...held, ...review.storedDeleted].map(({ id }) => id));
    this.#first = new Map(review.first.map((row) => [keyOf(row), row]));
    this.#now = new Map(review.stored.map((row) => [keyOf(row), row]));
  }

  named({ en, zh, score, crossing }: Unnamed): StoredRow {
    const key = keyOf({ en, zh });
    const now = this.#now.get(key);
    return {
      id: this.#idOf([now?.id, this.#first.get(key)?.id], { en, zh }),
      en,
      zh,
      score,
      ...(crossing && { crossing }),
      state: now?.state ?? 'untouched',
      ...(now?.comment !== undefined && { comment: now.comment }),
    };
  }

  #idOf(known: readonly (string | undefined)[], { en, zh }: Pick<StoredRow, 'en' | 'zh'>): string {
    const { alignment, sides } = this.#review;
    let id = known.find((each) => each !== undefined && !this.#taken.has(each));
    for (let occurrence = 1; id === undefined || this.#taken.has(id); occurrence++) {
      id = pairId(documentName(alignment), sides.textOf('en', en), sides.textOf('zh', zh), occurrence);
    }
    this.#taken.add(id);
    return id;
  }
}

function keyOf({ en, zh }: Pick<StoredRow, 'en' | 'zh'>): string {
  return JSON.stringify([en.pieces, zh.pieces]);
}

/** The rows with what was said of such as are no more: it goes with the beginning of their text. */
function withRemarks(
  rows: readonly StoredRow[],
  before: readonly StoredRow[],
  held: ReadonlySet<StoredRow>,
): StoredRow[] {
  const after = [...rows];
  const isThere = new Set(rows.map(keyOf));
  const remarks = before.filter(
    (row) =>
      !held.has(row) && !isThere.has(keyOf(row)) && (row.comment !== undefined || row.state === 'doubtful'),
  );
  for (const row of remarks) {
    const language = LANGUAGES.find((each) => row[each].pieces.length > 0);
    const first = language && row[language].pieces[0];
    if (!first) continue;
    const at = after.findIndex((each) =>
      each[language].pieces.some(
        ([segment, start, end]) => segment === first[0] && start <= first[1] && first[1] < end,
      ),
    );
    const own = after[at]!;
    after[at] = withCommentOf(row.state === 'doubtful' ? { ...own, state: 'doubtful' } : own, row);
  }
  return after;
}

/** The act that puts rows in the place of all that differ. */
function restoring({ stored }: Review, rows: readonly StoredRow[]): RestoreAct {
  const isSame = (one: StoredRow | undefined, other: StoredRow | undefined): boolean =>
    one !== undefined && (one === other || JSON.stringify(one) === JSON.stringify(other));
  let start = 0;
  while (isSame(stored[start], rows[start])) start++;
  let end = 0;
  const most = Math.min(stored.length, rows.length) - start;
  while (end < most && isSame(stored.at(-1 - end), rows.at(-1 - end))) end++;
  const remove = stored.slice(start, stored.length - end).map(({ id }) => id);
  const added = rows.slice(start, rows.length - end);
  const edits = remove.length + added.length === 0 ? [] : [{ at: start, remove, rows: added }];
  return { type: 'restore', edits };
}
