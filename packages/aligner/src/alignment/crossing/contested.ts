import type { Point } from './local-chains.js';

/** Of each segment so many of its best counterparts are kept: more than one and its neighbours on both sides. */
const KEPT = 4;

/**
 * Points by what they say where each segment has one counterpart: what speaks more for another one speaks against this.
 * A segment may go with two of the other side that stand beside each other; then these are no rivals, but only on one side.
 * Without this a chain goes on into whatever has a word in common with the next row.
 */
export function contested(points: readonly Point[]): Point[] {
  const rivals = { en: new Map<number, Point[]>(), zh: new Map<number, Point[]>() };
  for (const point of points) {
    for (const side of ['en', 'zh'] as const) {
      const best = rivals[side].get(point[side]) ?? [];
      rivals[side].set(point[side], best);
      best.push(point);
      best.sort((a, b) => b.value - a.value);
      best.length = Math.min(best.length, KEPT);
    }
  }
  return points.flatMap((point) => {
    const behind = (side: 'en' | 'zh', reach: number): number => {
      const other = side === 'en' ? 'zh' : 'en';
      const rival = rivals[side]
        .get(point[side])!
        .find((each) => Math.abs(each[other] - point[other]) > reach);
      return Math.max(0, (rival?.value ?? 0) - point.value);
    };
    const value =
      point.value -
      Math.min(Math.max(behind('en', 1), behind('zh', 0)), Math.max(behind('en', 0), behind('zh', 1)));
    return value > 0 ? [{ ...point, value }] : [];
  });
}
