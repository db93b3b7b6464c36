/** Milliseconds that a release of a film may begin later than another. */
const MOST_SHIFT = 60_000;
/** Milliseconds within which two subtitles begin together: translators keep the times, or set them by the same speech. */
const TOGETHER = 300;
/** Milliseconds in which shifts are counted. */
const STEP = 100;
/** Share of the subtitles of the shorter side that must begin together; by chance about a quarter of them do. */
const AGREE = 0.5;
/** Subtitles of the other language that one is compared with: more than a film shows within reach of a shift. */
const MOST_COMPARED = 100;

/**
 * How many milliseconds the Chinese subtitles of a film begin later than the English ones, found as the difference that
 * most of them have; null where no difference is shared by enough of them, as between releases of different speed. Both
 * lists are the times at which subtitles begin, in order.
 */
export function sharedShift(en: readonly number[], zh: readonly number[]): number | null {
  const steps = MOST_SHIFT / STEP;
  const reach = TOGETHER / STEP;
  // Room at either end for what is near the largest shifts.
  const counts = new Uint32Array(2 * (steps + reach) + 1);
  let from = 0;
  for (const start of en) {
    while (from < zh.length && zh[from]! < start - MOST_SHIFT) from++;
    const end = Math.min(zh.length, from + MOST_COMPARED);
    for (let index = from; index < end && zh[index]! <= start + MOST_SHIFT; index++) {
      counts[Math.round((zh[index]! - start) / STEP) + steps + reach]!++;
    }
  }
  const near = (shift: number, weight: (distance: number) => number): number => {
    let sum = 0;
    for (let at = -reach; at <= reach; at++)
      sum += counts[shift + at + steps + reach]! * weight(Math.abs(at));
    return sum;
  };
  let [best, most] = [0, 0];
  // Of equal shifts the smallest.
  for (let size = 0; size <= steps; size++) {
    for (const shift of [size, -size]) {
      const weight = near(shift, (distance) => reach + 1 - distance);
      if (weight > most) [best, most] = [shift, weight];
    }
  }
  return near(best, () => 1) >= AGREE * Math.min(en.length, zh.length) ? best * STEP : null;
}
