import { commonRuns } from './common-runs.js';
import { longestRising } from './longest-rising.js';

/** Elements left over between two matches beyond which nothing there is matched: bounds the time to a multiple of the length. */
const MOST_EDITS = 400;

/** What an element without a counterpart has for one. */
export const UNMATCHED = -1;

/**
 * Which elements of two sequences are counterparts: equal numbers, in order. Numbers that both sequences have once are
 * matched first (Cohen's patience diff), since they cannot be mistaken; between them a longest common subsequence is
 * looked for. Sequences of millions take seconds, also where they have nothing in common.
 *
 * @param known counterparts that are known already: they stay, and others are looked for between them
 * @returns for each element of `old` the place of its counterpart in `now`, or `UNMATCHED`
 */
export function matchInOrder(
  old: readonly number[],
  now: readonly number[],
  known: Int32Array = new Int32Array(old.length).fill(UNMATCHED),
): Int32Array {
  const anchored = known.slice();
  for (const gap of gapsOf(known, now.length)) {
    for (const [a, b] of uniqueMatches(old, now, gap)) anchored[a] = b;
  }
  const matched = anchored.slice();
  for (const { oldStart, oldEnd, newStart, newEnd } of gapsOf(anchored, now.length)) {
    const runs = commonRuns(old.slice(oldStart, oldEnd), now.slice(newStart, newEnd), MOST_EDITS);
    for (const run of runs ?? []) {
      for (let k = 0; k < run.length; k++) matched[oldStart + run.old + k] = newStart + run.new + k;
    }
  }
  return matched;
}

/** What lies between two counterparts on either side. */
interface Gap {
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly newStart: number;
  readonly newEnd: number;
}

/** The gaps in which both sides have something. */
function* gapsOf(counterpart: Int32Array, newLength: number): Iterable<Gap> {
  let [oldStart, newStart] = [0, 0];
  for (let oldEnd = 0; oldEnd <= counterpart.length; oldEnd++) {
    const newEnd = counterpart[oldEnd] ?? newLength;
    if (newEnd === UNMATCHED) continue;
    if (oldEnd > oldStart && newEnd > newStart) yield { oldStart, oldEnd, newStart, newEnd };
    [oldStart, newStart] = [oldEnd + 1, newEnd + 1];
  }
}

/** The most matches in order between numbers that both sides of the gap have once. */
function uniqueMatches(
  old: readonly number[],
  now: readonly number[],
  { oldStart, oldEnd, newStart, newEnd }: Gap,
): [number, number][] {
  const oldPlaces = onlyPlaces(old, oldStart, oldEnd);
  const newPlaces = onlyPlaces(now, newStart, newEnd);
  const matches: [number, number][] = [];
  for (const [number, place] of oldPlaces) {
    const other = newPlaces.get(number) ?? SEVERAL;
    if (place !== SEVERAL && other !== SEVERAL) matches.push([place, other]);
  }
  return longestRising(matches.map(([, place]) => place)).map((index) => matches[index]!);
}

const SEVERAL = -1;

/** Where each number stands that comes once, and `SEVERAL` for the others; in the order of their first coming. */
function onlyPlaces(numbers: readonly number[], start: number, end: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let place = start; place < end; place++) {
    const number = numbers[place]!;
    places.set(number, places.has(number) ? SEVERAL : place);
  }
  return places;
}
