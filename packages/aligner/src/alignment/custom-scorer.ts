import type { Scorer } from '../plugins.js';
import type { Segment } from '../types.js';
import type { NatsOfBead } from './score/similarity.js';

/** The most, in nats, that a scorer of the caller's may say for or against a bead. */
const MOST_SAY = 1000;

/** What a scorer of the caller's says of the segments of a bead, in nats and bounded. */
export function customScorer(scorer: Scorer, en: readonly Segment[], zh: readonly Segment[]): NatsOfBead {
  const texts = (segments: readonly Segment[], from: number, to: number): string[] =>
    segments.slice(from, to).map(({ text }) => text);
  return (row, i, column, j) => {
    const answer = scorer.score(texts(en, row, i), texts(zh, column, j));
    return Number.isNaN(answer) ? 0 : Math.max(-MOST_SAY, Math.min(MOST_SAY, answer));
  };
}
