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
 * The score of a pair: how likely it is that both sides are exactly right, 0–1. A logistic model of the posterior and of how
 * many words the bead has, times the probability that there is a translation at all. Neighbouring words say the same twice, so
 * that the posterior of a long bead is too sure, and that of a short one not sure enough. Fitted on the development sets and on
 * copies of them that were spoilt (`test/eval/fit-calibration.mjs`, docs/accuracy.md).
 */
export function pairScore(bead: ScoredBead): number {
  const logit = scoreFeatures(bead).reduce((sum, feature, k) => sum + WEIGHTS[k]! * feature, 0);
  return bead.belongs * asProbability(logit, bead);
}

/**
 * How sure a path is of a bead, 0–1, before it is known whether the texts translate each other there: what is less sure may be
 * out of order. Fitted on the development sets as they are; what the search for pairs out of order goes by was found with it.
 */
export function pathScore(bead: ScoredBead, segments: number): number {
  const larger = segments > 2 ? 1 : 0;
  return asProbability(
    0.87 * logOdds(bead.posterior) + 0.3 * within(bead.support, -1, 1.5) - 0.38 * larger,
    bead,
  );
}

function asProbability(logit: number, { support, words }: ScoredBead): number {
  const most = support > 0 ? SUREST : UNSUPPORTED + AGAINST * words * support;
  return 1 / (1 + Math.exp(-Math.min(logit, most)));
}

/** What the logistic model is made of. */
export function scoreFeatures({ posterior, words }: ScoredBead): number[] {
  return [1, logOdds(posterior), Math.log(1 + words)];
}

function logOdds(posterior: number): number {
  const clipped = within(posterior, LEAST, 1 - LEAST);
  return Math.log(clipped / (1 - clipped));
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

/** No probability nearer to 0 or 1 can be told from these: the sets that they were fitted to have some ten thousand pairs. */
const LEAST = 1e-4;
const SUREST = Math.log(1 / LEAST - 1);

/** Pairs with a lower score want a look before they are used: they are as likely to be wrong as right. */
export const DOUBTFUL_BELOW = 0.5;

/** By the features in their order. */
const WEIGHTS: readonly number[] = [2.18, 1.08, -0.76];
// Between two walls a pair may be the only one possible and still be none. Where no word speaks for it, the score falls
// with the number of words that might have, not fast: of such pairs of the development sets, free passages of novels most of them,
// 59 % are right.
const UNSUPPORTED = 2;
const AGAINST = 0.6;
