import { countInSteps, type Steps } from '../../common/steps.js';
import type { Language, Segment } from '../../types.js';
import type { Hits } from '../score/hits.js';
import type { MatchingSegment } from '../score/matching-segment.js';
import { comparable, Values } from './comparable.js';
import { hintedValues, type Quantity, statedQuantities, type Wording } from './quantities.js';

/** Numbers of a segment beyond which they are not looked at: as many as an integer has bits. */
const MOST_NUMBERS = 30;

/** The numbers of the segments of a side, found out when they are asked for. */
export interface SideNumbers {
  /** The numbers of a segment that a translation must have, each with all the values that it may have there. */
  exact(segment: number): Exact;
  /** Whether a segment has a number of one of these values in any form. */
  has(segment: number, forms: readonly number[]): boolean;
}

type Exact = readonly (readonly number[])[];

/** The numbers of each segment of a side. */
export function segmentNumbers(
  segments: readonly Segment[],
  matching: readonly MatchingSegment[],
  language: Language,
): SideNumbers {
  return new NumbersOfTexts(segments, matching, language);
}

/** The numbers of some of the segments of a side; `kept` has their numbers in it. */
export function partOfNumbers(numbers: SideNumbers, kept: Int32Array): SideNumbers {
  return {
    exact: (s) => numbers.exact(kept[s]!),
    has: (s, forms) => numbers.has(kept[s]!, forms),
  };
}

/** What is known of a segment. */
const STATED_READ = 0b01;
const HINTED_READ = 0b10;

const NONE: Exact = [];

/** Most segments have no numbers: objects are made only of those that do, and a byte says of each what has been read of it. */
class NumbersOfTexts implements SideNumbers {
  readonly #segments: readonly Segment[];
  readonly #matching: readonly MatchingSegment[];
  readonly #language: Language;
  readonly #read: Uint8Array;
  readonly #exact = new Map<number, Exact>();
  /** What the segments state, until its values are asked for, and then these. */
  readonly #quantities = new Map<number, readonly Quantity[]>();
  readonly #stated = new Map<number, Values>();
  readonly #hinted = new Map<number, Values>();

  constructor(segments: readonly Segment[], matching: readonly MatchingSegment[], language: Language) {
    this.#segments = segments;
    this.#matching = matching;
    this.#language = language;
    this.#read = new Uint8Array(segments.length);
  }

  exact(segment: number): Exact {
    if ((this.#read[segment]! & STATED_READ) === 0) this.#readStated(segment);
    return this.#exact.get(segment) ?? NONE;
  }

  has(segment: number, forms: readonly number[]): boolean {
    if (hasAny(this.#statedBy(segment), forms)) return true;
    if ((this.#read[segment]! & HINTED_READ) === 0) {
      this.#read[segment]! |= HINTED_READ;
      const hinted = hintedValues(this.#wordingOf(segment), this.#language);
      if (hinted.length > 0) this.#hinted.set(segment, new Values(hinted));
    }
    return hasAny(this.#hinted.get(segment), forms);
  }

  #statedBy(segment: number): Values | undefined {
    if ((this.#read[segment]! & STATED_READ) === 0) this.#readStated(segment);
    const quantities = this.#quantities.get(segment);
    if (quantities) {
      this.#stated.set(segment, new Values(quantities.flatMap((quantity) => quantity.values())));
      this.#quantities.delete(segment);
    }
    return this.#stated.get(segment);
  }

  #readStated(segment: number): void {
    this.#read[segment]! |= STATED_READ;
    const quantities = statedQuantities(this.#wordingOf(segment), this.#language);
    if (quantities.length === 0) return;
    this.#quantities.set(segment, quantities);
    const exact = quantities
      .filter(({ kind }) => kind === 'exact')
      .slice(0, MOST_NUMBERS)
      .map((quantity) => [...new Set(quantity.values().map(comparable))]);
    if (exact.length > 0) this.#exact.set(segment, exact);
  }

  #wordingOf(segment: number): Wording {
    const { label } = this.#segments[segment]!;
    const { text, label: matchingLabel } = this.#matching[segment]!;
    return [{ text, label: label && { ...label, ...matchingLabel } }];
  }
}

function hasAny(values: Values | undefined, forms: readonly number[]): boolean {
  return values !== undefined && forms.some((value) => values.has(value));
}

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
