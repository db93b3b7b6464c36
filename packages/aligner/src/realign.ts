import { beadsAround } from './align.js';
import type { AlignOptions } from './options.js';
import type { RestoreAct } from './pairs/review/act.js';
import { applyAct } from './pairs/review/apply.js';
import { aroundHeld } from './pairs/review/around-held.js';
import { checkReview, type Review } from './pairs/review/review.js';

/** Those of `align` that say how to align; how to read was said when the document was read. */
export type RealignOptions = Pick<
  AlignOptions,
  'lexicon' | 'learnt' | 'glossary' | 'segmenters' | 'scorer' | 'similarity' | 'onProgress' | 'signal'
>;

/** `realign` of the library; on-demand.ts says what for. */
export async function realign(review: Review, options: RealignOptions = {}): Promise<Review> {
  return applyAct(review, await realignAct(review, options)).review;
}

/** `realignAct` of the library; on-demand.ts says what for. */
export async function realignAct(review: Review, options: RealignOptions = {}): Promise<RestoreAct> {
  checkReview(review);
  const { segmentation, kept, actOf } = aroundHeld(review);
  return actOf(await beadsAround(segmentation, kept, options));
}
