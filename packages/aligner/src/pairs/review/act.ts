import type { Language } from '../../types.js';
import type { StoredRow } from './stored.js';

/**
 * What a person does to the rows of a review: plain data, which can be stored as JSON and done again. Rows are named by their
 * id. An act that changes what a row holds takes its confirmation back, since what was confirmed is no more; a doubt stays.
 */
export type Act =
  | MergeAct
  | SplitAct
  | MoveAct
  | PlaceAct
  | PartAct
  | PairAct
  | InsertAct
  | EditAct
  | DeleteAct
  | JudgeAct
  | CommentAct
  | SeveralAct
  | RestoreAct;

/** Makes one row of a row and the next one. */
export interface MergeAct {
  readonly type: 'merge';
  readonly row: string;
}

/**
 * Makes two rows of one. What stands behind the offsets goes into a new row behind it. Offsets count UTF-16 code units in the
 * text of the side as it is shown; a side without one stays whole, in the first row.
 */
export interface SplitAct {
  readonly type: 'split';
  readonly row: string;
  readonly en?: number;
  readonly zh?: number;
}

/** Gives the first segment of a side to the row before, or the last one to the row behind. A row that is left empty is no more. */
export interface MoveAct {
  readonly type: 'move';
  readonly row: string;
  readonly side: Language;
  readonly which: 'first' | 'last';
}

/** Gives a segment to any other row, or makes a row of it, before or behind another one. */
export interface PlaceAct {
  readonly type: 'place';
  readonly row: string;
  readonly side: Language;
  /** Which segment of the side, counted from 0. */
  readonly segment: number;
  /** The id of the row that it goes to. */
  readonly to: string;
  /** Default `into`. */
  readonly where?: 'into' | 'before' | 'after';
}

/** Makes two rows of one, with its English and with its Chinese. */
export interface PartAct {
  readonly type: 'part';
  readonly row: string;
}

/** Makes one row of two, wherever they stand: where the first one that has English stands. */
export interface PairAct {
  readonly type: 'pair';
  readonly rows: readonly [string, string];
}

/** Puts in a row whose texts the document does not have. */
export interface InsertAct {
  readonly type: 'insert';
  /** The id of the row that it comes behind; null for the beginning. */
  readonly after: string | null;
  readonly en?: string;
  readonly zh?: string;
}

/** Words a side in another way; the text of the document brings it back. It fills gaps, too. */
export interface EditAct {
  readonly type: 'edit';
  readonly row: string;
  readonly side: Language;
  readonly text: string;
}

/** Takes a row out. It is listed in `Review.deleted` from then on. */
export interface DeleteAct {
  readonly type: 'delete';
  readonly row: string;
}

/** Says that a row is right, or that it is doubtful; `reset` takes either back. */
export interface JudgeAct {
  readonly type: 'confirm' | 'doubt' | 'reset';
  readonly row: string;
}

/** Writes about a row; `''` takes it back. */
export interface CommentAct {
  readonly type: 'comment';
  readonly row: string;
  readonly text: string;
}

/** Several acts as one, for one step of undo: all are done, or none. */
export interface SeveralAct {
  readonly type: 'several';
  readonly acts: readonly Act[];
}

/** Puts rows in the place of others that hold the same of the document: the inverse of each act, and what `realign` does. */
export interface RestoreAct {
  readonly type: 'restore';
  /** In order of their places; those before are done. */
  readonly edits: readonly RestoredRows[];
  /** All rows that are deleted then; none where these do not change. */
  readonly deleted?: readonly StoredRow[];
}

/** Rows that come in the place of others. */
export interface RestoredRows {
  /** Where the rows stand, among the rows before the act. */
  readonly at: number;
  /** Ids of the rows that are to go. */
  readonly remove: readonly string[];
  readonly rows: readonly StoredRow[];
}
