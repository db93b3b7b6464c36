import { describe, expect, test } from 'vitest';
import { pairScore, type ScoredBead } from '../../packages/aligner/src/alignment/calibration/calibrate.js';

const BEAD: ScoredBead = { posterior: 0.8, support: 0.5, words: 6, belongs: 1 };

describe('the score of a pair', () => {
  const scoreOf = (bead: Partial<ScoredBead>): number => pairScore({ ...BEAD, ...bead });

  test('rises with the posterior, and is a probability at both ends', () => {
    const scores = [0, 0.01, 0.5, 0.8, 0.99, 1].map((posterior) => scoreOf({ posterior }));
    expect(scores).toEqual([...scores].sort((a, b) => a - b));
    expect(scores[0]).toBeGreaterThan(0);
    expect(scores.at(-1)).toBeLessThan(1);
  });

  test('falls with the number of words that the posterior rests on', () => {
    const [few, some, many] = [2, 12, 60].map((words) => scoreOf({ words }));
    expect(few).toBeGreaterThan(some!);
    expect(some).toBeGreaterThan(many!);
    // The posterior of a few words is not sure enough, that of many too sure.
    expect(few).toBeGreaterThan(BEAD.posterior);
    expect(many).toBeLessThan(BEAD.posterior);
  });

  test('is no more than a pair without words that speak for it deserves, however sure the path', () => {
    expect(scoreOf({ posterior: 1, support: 0 })).toBeLessThan(0.9);
    expect(scoreOf({ posterior: 1, support: -0.8, words: 12 })).toBeLessThan(0.1);
  });

  test('is no more than the probability that there is a translation', () => {
    expect(scoreOf({ posterior: 1, belongs: 0.3 })).toBeLessThanOrEqual(0.3);
  });
});
