import { countInSteps, type Steps } from '../../common/steps.js';
import type { Language, Segment } from '../../types.js';
import type { Hits } from '../score/hits.js';
import type { MatchingSegment } from '../score/matching-segment.js';
import { comparable, Values } from './comparable.js';
import { hintedValues, type Quantity, statedQuantities, type Wording } from './quantities.js';

/** Numbers of a segment beyond which they are not looked at: as many as an integer has bits. */
const MOST_NUMBERS = 30;

/** The numbers of one segment, found out when they are asked for. */
export interface SegmentNumbers {
  /** Its numbers that a translation must have, each with all the values that it may have there. */
  readonly exact: readonly (readonly number[])[];
  /** Whether it has a number of one of these values in any form. */
  has(forms: readonly number[]): boolean;
}

/** The numbers of each segment of a side. */
export function segmentNumbers(
  segments: readonly Segment[],
  matching: readonly MatchingSegment[],
  language: Language,
): readonly SegmentNumbers[] {
  return segments.map(({ label }, s) => {
    const { text, label: matchingLabel } = matching[s]!;
    return new NumbersOfText([{ text, label: label && { ...label, ...matchingLabel } }], language);
  });
}

class NumbersOfText implements SegmentNumbers {
  readonly #wording: Wording;
  readonly #language: Language;
  #quantities: readonly Quantity[] | null = null;
  #exact: SegmentNumbers['exact'] | null = null;
  #stated: Values | null = null;
  #hinted: Values | null = null;

  constructor(wording: Wording, language: Language) {
    this.#wording = wording;
    this.#language = language;
  }

  get exact(): SegmentNumbers['exact'] {
    this.#exact ??= this.#read()
      .filter(({ kind }) => kind === 'exact')
      .slice(0, MOST_NUMBERS)
      .map((quantity) => [...new Set(quantity.values().map(comparable))]);
    return this.#exact;
  }

  has(forms: readonly number[]): boolean {
    this.#stated ??= new Values(this.#read().flatMap((quantity) => quantity.values()));
    if (forms.some((value) => this.#stated!.has(value))) return true;
    this.#hinted ??= new Values(hintedValues(this.#wording, this.#language));
    return forms.some((value) => this.#hinted!.has(value));
  }

  #read(): readonly Quantity[] {
    this.#quantities ??= statedQuantities(this.#wording, this.#language);
    return this.#quantities;
  }
}

/** How many numbers of one side of a bead its other side lacks. */
export type MissingNumbers = (row: number, i: number, column: number, j: number) => number;

/**
 * Counts the numbers that are missing in a bead. What two segments lack of each other is found out once, a bit for each
 * number: of several segments together only that is missing which each of them lacks.
 */
export function* missingNumbers(
  { lo, hi, rowStart }: Pick<Hits, 'lo' | 'hi' | 'rowStart'>,
  en: readonly SegmentNumbers[],
  zh: readonly SegmentNumbers[],
): Steps<MissingNumbers> {
  const cells = rowStart[lo.length] ?? 0;
  const enLacking = new Int32Array(cells);
  const zhLacking = new Int32Array(cells);
  let any = false;
  yield* countInSteps(lo.length, 8, (s) => {
    const { exact } = en[s]!;
    for (let t = lo[s]!; t < hi[s]!; t++) {
      if (exact.length + zh[t]!.exact.length === 0) continue;
      const cell = rowStart[s]! + t - lo[s]!;
      enLacking[cell] = lackingIn(zh[t]!, exact);
      zhLacking[cell] = lackingIn(en[s]!, zh[t]!.exact);
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

function lackingIn(segment: SegmentNumbers, exact: SegmentNumbers['exact']): number {
  let lacking = 0;
  for (let number = 0; number < exact.length; number++)
    if (!segment.has(exact[number]!)) lacking |= 1 << number;
  return lacking;
}

function bitsOf(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}
