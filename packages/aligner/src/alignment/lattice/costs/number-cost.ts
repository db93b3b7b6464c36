import type { Weights } from '../../score/weights.js';

/**
 * What numbers say that one side lacks in any form: a number is seldom left out or changed, but where one is, as where
 * feet become metres, others often are as well.
 */
export function numberCost(missing: number, { numberMissing, numberMissingFurther }: Weights): number {
  return missing === 0 ? 0 : numberMissing + numberMissingFurther * (Math.min(MOST_MISSING, missing) - 1);
}

/** Numbers beyond which it makes no difference how many more are missing. */
const MOST_MISSING = 4;
