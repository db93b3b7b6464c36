/** A bead as far as its score goes. */
export interface ScoredBead {
  /** Probability of the bead among all ways to cut, 0–1. */
  readonly posterior: number;
  /** Mean log-likelihood ratio of its words, in nats a word; above 0 where the words speak for it. */
  readonly support: number;
}

/**
 * The score of a pair: how likely it is that both sides are exactly right, 0–1. A logistic model of the posterior
 * and of how strongly the words speak for the bead, fitted on the development sets (docs/accuracy.md).
 */
export function pairScore({ posterior, support }: ScoredBead): number {
  const clipped = Math.min(1 - 1e-4, Math.max(1e-4, posterior));
  const logit = Math.log(clipped / (1 - clipped));
  return (
    1 /
    (1 + Math.exp(-(INTERCEPT + BY_POSTERIOR * logit + BY_SUPPORT * Math.max(-1, Math.min(1.5, support)))))
  );
}

const INTERCEPT = 0;
const BY_POSTERIOR = 0.6;
const BY_SUPPORT = 1;
