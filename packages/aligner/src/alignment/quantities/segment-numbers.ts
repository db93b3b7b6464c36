import type { Language, Segment } from '../../types.js';
import type { MatchingSegment } from '../score/matching-segment.js';
import { MOST_WORDS } from '../score/token-collector.js';
import { NUMBER, type Tokens } from '../score/tokens.js';
import { comparable, Values } from './comparable.js';
import { hintedValues, type Quantity, statedQuantities, type Wording } from './quantities.js';

/** Numbers of a segment beyond which they are not looked at: as many as an integer has bits (see missing-numbers.ts). */
const MOST_NUMBERS = 30;

/** The numbers of the segments of a side, found out when they are asked for. */
export interface SideNumbers {
  /** The numbers of a segment that a translation must have, each with all the values that it may have there. */
  exact(segment: number): Exact;
  /** Whether a segment has a number of one of these values in any form. */
  has(segment: number, forms: readonly number[]): boolean;
}

/** Numbers, each with all the values that it may have. */
export type Exact = readonly (readonly number[])[];

/** The numbers of each segment of a side, whose tokens tell which have any. */
export function segmentNumbers(
  segments: readonly Segment[],
  matching: readonly MatchingSegment[],
  tokens: Tokens,
  language: Language,
): SideNumbers {
  return new NumbersOfTexts(segments, matching, language, withoutNumbers(segments, tokens));
}

/** `STATED_READ` for each segment that surely states no number: it has no marker, and its tokens, which are all of it, are words. */
function withoutNumbers(segments: readonly Segment[], { type, start, keys }: Tokens): Uint8Array {
  const isNumber = Uint8Array.from(keys, (key) => (key.startsWith(NUMBER) ? 1 : 0));
  return Uint8Array.from(segments, ({ label }, s) => {
    const end = start[s + 1]!;
    if (label !== null || end - start[s]! === MOST_WORDS) return 0;
    let at = start[s]!;
    while (at < end && isNumber[type[at]!] === 0) at++;
    return at === end ? STATED_READ : 0;
  });
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

  constructor(
    segments: readonly Segment[],
    matching: readonly MatchingSegment[],
    language: Language,
    read: Uint8Array,
  ) {
    this.#segments = segments;
    this.#matching = matching;
    this.#language = language;
    this.#read = read;
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
