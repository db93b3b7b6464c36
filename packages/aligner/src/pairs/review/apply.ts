import { badArgument, checkList, shown } from '../../common/arguments.js';
import { isInCharacter } from '../../document/writing/characters.js';
import type { Language } from '../../types.js';
import type {
  Act,
  CommentAct,
  EditAct,
  InsertAct,
  JudgeAct,
  MoveAct,
  PairAct,
  PlaceAct,
  RestoreAct,
  SplitAct,
} from './act.js';
import { refused } from './refused.js';
import { restored } from './restore.js';
import { checkReview, type Review } from './review.js';
import type { Edit } from './row-index.js';
import { isEmpty, LANGUAGES, NOTHING, type RowState, type StoredRow, type StoredSide } from './stored.js';

/** What an act makes of the rows: stretches of them in order, each with those that take its place. */
export interface Change {
  readonly edits: readonly Edit[];
  /** All that is deleted then; none where that does not change. */
  readonly deleted?: readonly StoredRow[];
}

/**
 * The review after an act, and the act that takes it back to exactly what it was.
 *
 * @throws DuiqiError `bad-act`, with one sentence for a person, where the act does not apply to the rows as they are; the review
 * stays what it is
 */
export function applyAct(review: Review, act: Act): { readonly review: Review; readonly inverse: Act } {
  checkReview(review);
  if (typeof (act as Act | null)?.type !== 'string')
    throw badArgument('act', act, 'an object with the type of an act');
  if (act.type === 'several') {
    checkList('acts', act.acts, 'a list of acts');
    let after = review;
    const inverses: Act[] = [];
    for (const each of act.acts) {
      const done = applyAct(after, each);
      after = done.review;
      inverses.unshift(done.inverse);
    }
    return { review: after, inverse: { type: 'several', acts: inverses } };
  }
  const change = changeOf(review, act);
  return { review: review.changed(change.edits, change.deleted), inverse: inverseOf(review, change) };
}

function changeOf(review: Review, act: Exclude<Act, { type: 'several' }>): Change {
  switch (act.type) {
    case 'merge':
      return merged(review, act.row);
    case 'split':
      return split(review, act);
    case 'move':
      return moved(review, act);
    case 'place':
      return placed(review, act);
    case 'part':
      return parted(review, act.row);
    case 'pair':
      return paired(review, act);
    case 'insert':
      return inserted(review, act);
    case 'edit':
      return edited(review, act);
    case 'delete':
      return deleted(review, act.row);
    case 'confirm':
    case 'doubt':
    case 'reset':
      return judged(review, act);
    case 'comment':
      return commented(review, act);
    case 'restore':
      return restored(review, act);
    default:
      throw refused(`There is no act "${String((act as { type: unknown }).type)}".`);
  }
}

function inverseOf(review: Review, { edits, deleted }: Change): RestoreAct {
  let shift = 0;
  const back = edits.map(({ at, count, rows }) => {
    const edit = {
      at: at + shift,
      remove: rows.map(({ id }) => id),
      rows: review.stored.slice(at, at + count),
    };
    shift += rows.length - count;
    return edit;
  });
  return { type: 'restore', edits: back, ...(deleted && { deleted: review.storedDeleted }) };
}

function merged(review: Review, id: string): Change {
  const { at, row } = found(review, id);
  const next = review.stored[at + 1];
  if (!next) throw refused('The last row has none behind it to be merged with.', 'last-row');
  return { edits: [{ at, count: 2, rows: [union(review, row, next)] }] };
}

function split(review: Review, { row: id, en, zh }: SplitAct): Change {
  const { at, row } = found(review, id);
  const sides = {
    en: splitAt(review, row, 'en', en),
    zh: splitAt(review, row, 'zh', zh),
  };
  const [first, second] = [0, 1].map((half) => ({ en: sides.en[half]!, zh: sides.zh[half]! }));
  if (isEmpty(first!.en) && isEmpty(first!.zh))
    throw refused('Nothing stands before the cut: set it further on.', 'nothing-before-cut');
  if (isEmpty(second!.en) && isEmpty(second!.zh))
    throw refused('Nothing stands behind the cut: set it further back.', 'nothing-behind-cut');
  return {
    edits: [
      {
        at,
        count: 1,
        rows: [held(row, first!), apartFrom(review, row, second!)],
      },
    ],
  };
}

function splitAt(
  review: Review,
  row: StoredRow,
  language: Language,
  offset: number | undefined,
): readonly [StoredSide, StoredSide] {
  if (offset === undefined) return [row[language], NOTHING];
  const text = review.sides.textOf(language, row[language]);
  if (!Number.isInteger(offset) || offset < 0 || offset > text.length || isInCharacter(text, offset)) {
    throw refused(
      `The ${NAMES[language]} text of this row cannot be cut at ${String(offset)}: it has ${text.length} places, and no character is cut in two.`,
      'cut-is-none',
    );
  }
  return review.sides.split(language, row[language], offset);
}

function moved(review: Review, { row: id, side, which }: MoveAct): Change {
  const { at, row } = found(review, id);
  checkSide(side);
  if (which !== 'first' && which !== 'last')
    throw refused(`Only the first or the last segment is moved so, not "${String(which)}".`);
  const isFirst = which === 'first';
  const other = review.stored[isFirst ? at - 1 : at + 1];
  if (!other)
    throw isFirst
      ? refused('There is no row before the first one.', 'first-row')
      : refused('There is no row behind the last one.', 'last-row');
  const own = row[side];
  if (isEmpty(own))
    throw refused(`This row has no ${NAMES[side]} text that could be moved.`, 'moved-text-is-none');
  const cut = isFirst ? 1 : own.pieces.length - 1;
  const [before, after] =
    cut > 0 && cut < own.pieces.length
      ? review.sides.splitBefore(side, own, cut)
      : isFirst
        ? [own, NOTHING]
        : [NOTHING, own];
  const [given, rest] = isFirst ? [before, after] : [after, before];
  const joined = isFirst
    ? review.sides.join(side, other[side], given)
    : review.sides.join(side, given, other[side]);
  const left = held(row, { ...row, [side]: rest });
  const got = held(other, { ...other, [side]: joined });
  const rows = isGone(left) ? [withCommentOf(got, left)] : isFirst ? [got, left] : [left, got];
  return { edits: [{ at: isFirst ? at - 1 : at, count: 2, rows }] };
}

function placed(review: Review, { row: id, side, segment, to, where = 'into' }: PlaceAct): Change {
  const { at, row } = found(review, id);
  const target = found(review, to);
  checkSide(side);
  const own = row[side];
  const count = own.pieces.length;
  if (!Number.isInteger(segment) || segment < 0 || segment >= Math.max(1, count) || isEmpty(own)) {
    throw refused(
      `This row has no ${NAMES[side]} segment ${String(segment)} that could be placed elsewhere.`,
    );
  }
  const [before, others] = segment > 0 ? review.sides.splitBefore(side, own, segment) : [NOTHING, own];
  const [given, after] = segment < count - 1 ? review.sides.splitBefore(side, others, 1) : [others, NOTHING];
  const left = held(row, { ...row, [side]: review.sides.join(side, before, after) });
  if (where === 'into') {
    if (target.at === at) throw refused('The segment is in that row already.');
    const isBehind = target.at < at;
    const joined = isBehind
      ? review.sides.join(side, target.row[side], given)
      : review.sides.join(side, given, target.row[side]);
    const got = held(target.row, { ...target.row, [side]: joined });
    return inOrder([
      { at, count: 1, rows: isGone(left) ? [] : [left] },
      { at: target.at, count: 1, rows: [isGone(left) ? withCommentOf(got, left) : got] },
    ]);
  }
  if (where !== 'before' && where !== 'after') {
    throw refused(`A segment is placed into, before or after a row, not "${String(where)}" it.`);
  }
  if (isGone(left)) {
    // The row itself stands elsewhere then.
    if (target.at === at) throw refused('The row stands there already.');
    const rows = where === 'before' ? [row, target.row] : [target.row, row];
    return inOrder([
      { at, count: 1, rows: [] },
      { at: target.at, count: 1, rows },
    ]);
  }
  const alone = apartFrom(review, row, { ...EMPTY, [side]: given });
  const beside = (own: StoredRow): readonly StoredRow[] => (where === 'before' ? [alone, own] : [own, alone]);
  if (target.at === at) return { edits: [{ at, count: 1, rows: beside(left) }] };
  return inOrder([
    { at, count: 1, rows: [left] },
    { at: target.at, count: 1, rows: beside(target.row) },
  ]);
}

const EMPTY = { en: NOTHING, zh: NOTHING };

function parted(review: Review, id: string): Change {
  const { at, row } = found(review, id);
  if (LANGUAGES.some((language) => isEmpty(row[language]))) {
    throw refused('This row has text in one language only: there is nothing to part.', 'nothing-to-part');
  }
  const rows = [held(row, { ...EMPTY, en: row.en }), apartFrom(review, row, { ...EMPTY, zh: row.zh })];
  return { edits: [{ at, count: 1, rows }] };
}

function paired(review: Review, { rows: ids }: PairAct): Change {
  const [one, other] = ids.map((id) => found(review, id));
  if (!one || !other || ids.length !== 2 || one.at === other.at)
    throw refused('Two different rows are needed for a pair.', 'one-row');
  const [first, second] = one.at < other.at ? [one, other] : [other, one];
  const stays = isEmpty(first.row.en) && !isEmpty(second.row.en) ? second : first;
  const pair = union(review, first.row, second.row, stays.row.id);
  return inOrder([
    { at: first.at, count: 1, rows: stays === first ? [pair] : [] },
    { at: second.at, count: 1, rows: stays === second ? [pair] : [] },
  ]);
}

function inserted(review: Review, { after, en = '', zh = '' }: InsertAct): Change {
  const at = after === null ? 0 : found(review, after).at + 1;
  const side = (text: string): StoredSide => {
    if (typeof text !== 'string') throw refused('What is put in must be text.');
    return text.trim() === '' ? NOTHING : { pieces: [], text: text.trim() };
  };
  const sides = { en: side(en), zh: side(zh) };
  if (isGone(sides)) throw refused('A row that is put in needs a text, in English or in Chinese.', 'no-text');
  const id = review.newId(after ?? review.stored[0]?.id ?? 'row');
  return { edits: [{ at, count: 0, rows: [{ id, ...sides, score: null, state: 'untouched' }] }] };
}

function edited(review: Review, { row: id, side, text }: EditAct): Change {
  const { at, row } = found(review, id);
  checkSide(side);
  if (typeof text !== 'string') throw refused('What is written must be text.');
  const { pieces } = row[side];
  const wording = text.trim();
  if (wording === '' && pieces.length > 0) {
    throw refused(
      'The text of the document is not taken away by emptying it: part the row, or delete it.',
      'emptied',
    );
  }
  const isEmptied = wording === '';
  const worded = isEmptied ? NOTHING : review.sides.worded(side, pieces, wording);
  const after = { ...row, [side]: worded };
  if (isGone(after))
    throw refused('A row needs a text in one of its languages; to take it out, delete it.', 'no-text');
  const { state, ...rest } = after;
  return { edits: [{ at, count: 1, rows: [{ ...rest, state: changedState(state) }] }] };
}

function deleted(review: Review, id: string): Change {
  const { at, row } = found(review, id);
  return { edits: [{ at, count: 1, rows: [] }], deleted: [...review.storedDeleted, row] };
}

const STATES: Readonly<Record<JudgeAct['type'], RowState>> = {
  confirm: 'confirmed',
  doubt: 'doubtful',
  reset: 'untouched',
};

function judged(review: Review, { type, row: id }: JudgeAct): Change {
  const { at, row } = found(review, id);
  return { edits: [{ at, count: 1, rows: [{ ...row, state: STATES[type] }] }] };
}

function commented(review: Review, { row: id, text }: CommentAct): Change {
  const { at, row } = found(review, id);
  if (typeof text !== 'string') throw refused('A comment must be text.');
  const { comment: _, ...rest } = row;
  const comment = text.trim();
  return { edits: [{ at, count: 1, rows: [comment === '' ? rest : { ...rest, comment }] }] };
}

/** Two rows as one, which has what was said of either. */
function union(review: Review, first: StoredRow, second: StoredRow, id = first.id): StoredRow {
  const side = (language: Language) => review.sides.join(language, first[language], second[language]);
  const states = [first.state, second.state];
  const row: StoredRow = {
    id,
    en: side('en'),
    zh: side('zh'),
    score: null,
    state: states.includes('doubtful') ? 'doubtful' : 'untouched',
    ...(first.comment !== undefined && { comment: first.comment }),
  };
  return withCommentOf(row, second);
}

/** A row that holds something else than before: its score, its confirmation and its place in the order are gone. */
function held(row: StoredRow, { en, zh }: Pick<StoredRow, 'en' | 'zh'>): StoredRow {
  const { id, state, comment } = row;
  return { id, en, zh, score: null, state: changedState(state), ...(comment !== undefined && { comment }) };
}

/** A new row with a part of another one. */
function apartFrom(review: Review, row: StoredRow, sides: Pick<StoredRow, 'en' | 'zh'>): StoredRow {
  return { id: review.newId(row.id), ...sides, score: null, state: changedState(row.state) };
}

function changedState(state: RowState): RowState {
  return state === 'confirmed' ? 'untouched' : state;
}

/** A row that has the comment of another one besides its own. */
export function withCommentOf(row: StoredRow, other: StoredRow): StoredRow {
  if (other.comment === undefined || other.comment === row.comment) return row;
  return { ...row, comment: row.comment === undefined ? other.comment : `${row.comment}\n${other.comment}` };
}

function isGone({ en, zh }: Pick<StoredRow, 'en' | 'zh'>): boolean {
  return isEmpty(en) && isEmpty(zh);
}

function inOrder(edits: readonly Edit[]): Change {
  return { edits: [...edits].sort((a, b) => a.at - b.at) };
}

function found(review: Review, id: string): { readonly at: number; readonly row: StoredRow } {
  const at = review.placeOf(id);
  if (at < 0) throw refused(`There is no row ${shown(id)} (any more).`, 'rows-changed');
  return { at, row: review.stored[at]! };
}

function checkSide(side: Language): void {
  if (side !== 'en' && side !== 'zh') throw refused(`A side is "en" or "zh", not ${shown(side)}.`);
}

const NAMES: Readonly<Record<Language, string>> = { en: 'English', zh: 'Chinese' };
