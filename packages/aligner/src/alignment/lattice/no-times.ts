import type { SideTimes } from './times.js';

/** Times that say nothing, for text that has none. */
export function noTimes(segments: number): SideTimes {
  const none = (): Float64Array => new Float64Array(segments).fill(Number.NaN);
  return { start: none(), end: none(), alone: new Uint8Array(segments) };
}
