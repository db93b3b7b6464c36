import { countInSteps, type Steps } from '../../common/steps.js';
import type { Hits } from '../score/hits.js';
import type { Exact, SideNumbers } from './segment-numbers.js';

/** How many numbers of one side of a bead its other side lacks. */
export type MissingNumbers = (row: number, i: number, column: number, j: number) => number;

/**
 * Counts the numbers that are missing in a bead. What two segments lack of each other is found out once, a bit for each
 * number: of several segments together only that is missing which each of them lacks.
 */
export function* missingNumbers(
  { lo, hi, rowStart }: Pick<Hits, 'lo' | 'hi' | 'rowStart'>,
  en: SideNumbers,
  zh: SideNumbers,
): Steps<MissingNumbers> {
  const cells = rowStart[lo.length] ?? 0;
  const enLacking = new Int32Array(cells);
  const zhLacking = new Int32Array(cells);
  let any = false;
  yield* countInSteps(lo.length, 8, (s) => {
    const enExact = en.exact(s);
    for (let t = lo[s]!; t < hi[s]!; t++) {
      const zhExact = zh.exact(t);
      if (enExact.length + zhExact.length === 0) continue;
      const cell = rowStart[s]! + t - lo[s]!;
      enLacking[cell] = lackingIn(zh, t, enExact);
      zhLacking[cell] = lackingIn(en, s, zhExact);
      any = true;
    }
  });
  if (!any) return () => 0;
  return (row, i, column, j) => {
    let missing = 0;
    for (let s = row; s < i; s++) {
      let lacking = -1;
      for (let t = column; t < j && lacking !== 0; t++) lacking &= enLacking[rowStart[s]! + t - lo[s]!]!;
      if (lacking !== 0) missing += bitsOf(lacking);
    }
    for (let t = column; t < j; t++) {
      let lacking = -1;
      for (let s = row; s < i && lacking !== 0; s++) lacking &= zhLacking[rowStart[s]! + t - lo[s]!]!;
      if (lacking !== 0) missing += bitsOf(lacking);
    }
    return missing;
  };
}

function lackingIn(numbers: SideNumbers, segment: number, exact: Exact): number {
  let lacking = 0;
  for (let number = 0; number < exact.length; number++)
    if (!numbers.has(segment, exact[number]!)) lacking |= 1 << number;
  return lacking;
}

function bitsOf(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}
