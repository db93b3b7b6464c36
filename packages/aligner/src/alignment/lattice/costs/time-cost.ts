import type { Weights } from '../../score/weights.js';
import type { SideTimes, Timing } from '../times.js';

/** Steps beyond which it makes no difference how far two subtitles are shown apart. */
const MOST_STEPS = 3;

/** What it costs that the two sides of a bead are not shown at the same time; nothing where one has no time. */
export function timeCost(
  { strength, step }: Timing,
  en: SideTimes,
  zh: SideTimes,
  row: number,
  i: number,
  column: number,
  j: number,
  weights: Weights,
): number {
  const [enStart, enEnd] = [en.start[row]!, en.end[i - 1]!];
  const [zhStart, zhEnd] = [zh.start[column]!, zh.end[j - 1]!];
  const together = Math.min(enEnd, zhEnd) - Math.max(enStart, zhStart);
  if (Number.isNaN(together)) return 0;
  if (together <= 0) {
    return strength * (weights.timesDiffer + weights.timesApart * Math.min(MOST_STEPS, -together / step));
  }
  const all = Math.max(enEnd, zhEnd) - Math.min(enStart, zhStart);
  const changes = sharedChanges(en, zh, row, i, column, j);
  const share = together / all;
  return (
    strength * (weights.timesDiffer * (1 - share) - weights.timesAgree * share + weights.timeInside * changes)
  );
}

/** Milliseconds within which both languages are taken to go over to the next subtitle together. */
const TOGETHER = 300;

/** How often both sides go over to another subtitle at the same time inside a bead. */
function sharedChanges(
  en: SideTimes,
  zh: SideTimes,
  row: number,
  i: number,
  column: number,
  j: number,
): number {
  let changes = 0;
  for (let s = row + 1; s < i; s++) {
    for (let t = column + 1; t < j; t++) {
      const apart = Math.max(
        Math.abs(en.end[s - 1]! - zh.end[t - 1]!),
        Math.abs(en.start[s]! - zh.start[t]!),
      );
      if (apart <= TOGETHER) changes++;
    }
  }
  return changes;
}
