/**
 * Reviewing: what a person does to pairs, as data that can be undone, stored and replayed. It needs no aligner and no lexicon.
 *
 * @module duiqi/review
 */
export type {
  Act,
  CommentAct,
  DeleteAct,
  EditAct,
  InsertAct,
  JudgeAct,
  MergeAct,
  MoveAct,
  PairAct,
  PartAct,
  PlaceAct,
  RestoreAct,
  RestoredRows,
  SeveralAct,
  SplitAct,
} from './pairs/review/act.js';
export { alignmentOfPairs, reviewedPairs } from './pairs/review/alignment-of-pairs.js';
export { applyAct } from './pairs/review/apply.js';
export { History, replay } from './pairs/review/history.js';
export {
  type Project,
  packedProject,
  projectElement,
  readProject,
  writeProject,
} from './pairs/review/project.js';
export { recut } from './pairs/review/recut.js';
export {
  type Review,
  type ReviewRow,
  type ReviewSide,
  readyReview,
  startReview,
} from './pairs/review/review.js';
export { reviewedAlignment } from './pairs/review/reviewed.js';
export type { Piece, RowState, StoredRow, StoredSide } from './pairs/review/stored.js';
export type { Standing, Tally } from './pairs/review/tally.js';
