import type { Rectangle } from '../../score/rectangle.js';
import type { ScoringModel } from '../scoring-model.js';
import { timeCost } from './time-cost.js';
import { turnCost } from './turn-cost.js';

/** What it costs that both sides stand apart, in the turns of a file or in time. */
export function apartCost({ turns, timing, en, zh, weights }: ScoringModel, bead: Rectangle): number {
  return (
    (turns ? turnCost(turns, en.places, zh.places, bead, weights) : 0) +
    (timing ? timeCost(timing, en.times, zh.times, bead, weights) : 0)
  );
}
