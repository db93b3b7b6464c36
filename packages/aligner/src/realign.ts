import { beadsAround } from './align.js';
import type { AlignOptions } from './options.js';
import type { RestoreAct } from './pairs/review/act.js';
import { applyAct } from './pairs/review/apply.js';
import { aroundHeld } from './pairs/review/around-held.js';
import type { Review } from './pairs/review/review.js';

/** Those of `align` that say how to align; how to read was said when the document was read. */
export type RealignOptions = Pick<
  AlignOptions,
  'lexicon' | 'learnt' | 'glossary' | 'segmenters' | 'scorer' | 'onProgress' | 'signal'
>;

/**
 * Aligns the rest of a review anew: rows that a person has confirmed, worded or put in stay as they are, and no pair reaches over
 * them. What is left of sentences of which such a row has a part stays cut; other cuts are undone. A comment, or a doubt, goes
 * with the row that has the beginning of the one it was about.
 *
 * @throws DuiqiError as `align` does
 */
export async function realign(review: Review, options: RealignOptions = {}): Promise<Review> {
  return applyAct(review, await realignAct(review, options)).review;
}

/** The same as an act, for a history: its rows are in it, so that it is replayed without aligning. */
export async function realignAct(review: Review, options: RealignOptions = {}): Promise<RestoreAct> {
  const { segmentation, kept, actOf } = aroundHeld(review);
  return actOf(await beadsAround(segmentation, kept, options));
}
