/** A bead as far as its score goes. */
export interface ScoredBead {
  /** Probability of the bead among all ways to cut, 0–1. */
  readonly posterior: number;
  /** Mean log-likelihood ratio of its words, in nats a word; above 0 where the words speak for it. */
  readonly support: number;
  /** Content words of the bead, the mean of both sides. */
  readonly words: number;
  /** How probable it is that the texts translate each other where it lies, 0–1; 1 until that is judged. */
  readonly belongs: number;
}

/**
 * The score of a pair: how likely it is that both sides are exactly right, 0–1. A logistic model of the posterior,
 * of how strongly the words speak for the bead, and of whether it is larger than 1-1, fitted on the development sets
 * (docs/accuracy.md).
 *
 * @param segments how many segments the bead has on both sides together
 */
export function pairScore({ posterior, support, words, belongs }: ScoredBead, segments: number): number {
  const clipped = Math.min(1 - 1e-4, Math.max(1e-4, posterior));
  const logit =
    INTERCEPT +
    BY_POSTERIOR * Math.log(clipped / (1 - clipped)) +
    BY_SUPPORT * Math.max(-1, Math.min(1.5, support)) +
    (segments > 2 ? LARGER : 0);
  const most = UNSUPPORTED + AGAINST * words * Math.min(0, support);
  return belongs / (1 + Math.exp(-(support > 0 ? logit : Math.min(logit, most))));
}

/** Pairs with a lower score want a look before they are used: they are as likely to be wrong as right. */
export const DOUBTFUL_BELOW = 0.5;

const INTERCEPT = 0;
const BY_POSTERIOR = 0.87;
const BY_SUPPORT = 0.3;
const LARGER = -0.38;
// Between two walls a pair may be the only one possible and still be none. Where no word speaks for it, the score falls
// with the number of words that might have. The development sets have too few such pairs to fit this on.
const UNSUPPORTED = 2;
const AGAINST = 1.2;
