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
export { applyAct } from './pairs/review/apply.js';
export { History, replay } from './pairs/review/history.js';
export { type Review, type ReviewRow, type ReviewSide, startReview } from './pairs/review/review.js';
export { reviewedAlignment } from './pairs/review/reviewed.js';
export type { Piece, RowState, StoredRow, StoredSide } from './pairs/review/stored.js';
