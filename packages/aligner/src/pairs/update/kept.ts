import { longestRising } from '../../common/longest-rising.js';
import type { Anchor, Diagnostic, Language } from '../../types.js';
import type { PairRecord } from '../pair-record.js';
import type { Range } from './locate.js';

/** Where a pair stands; null where the document has nothing on that side. */
export interface PartialPlace extends Readonly<Record<Language, Range | null>> {
  /** What a person has put with it from elsewhere, in the order of the text. */
  readonly apart?: Readonly<Record<Language, readonly Range[]>>;
}

/** Where a pair with text on both sides stands. */
export interface Place extends PartialPlace {
  readonly en: Range;
  readonly zh: Range;
}

/** A pair that was found again. */
export interface FoundPair {
  readonly record: PairRecord;
  /** Which of the old ones. */
  readonly index: number;
  readonly place: Place;
}

/**
 * A pair that stays as it was; text that stays without a counterpart in the document, whose other side is null; or what a person
 * has put in, which the document has neither side of.
 */
export interface KeptBead extends PartialPlace {
  readonly record: PairRecord;
  /** Not in the order of the others. */
  readonly crossing: boolean;
  /** The pair behind which something stands that the document does not have; null for the beginning. */
  readonly after?: PairRecord | null;
}

export interface Kept {
  readonly beads: readonly KeptBead[];
  /** The places before and after each pair in order, in order. */
  readonly anchors: readonly Anchor[];
  readonly diagnostics: readonly Diagnostic[];
}

export const LANGUAGES: readonly Language[] = ['en', 'zh'];

export function isWhole(place: PartialPlace | null): place is Place {
  return place?.en != null && place.zh != null;
}

/** All segments that a side has. */
export function rangesOf(place: PartialPlace, language: Language): readonly Range[] {
  const first = place[language];
  return first ? [first, ...(place.apart?.[language] ?? [])] : [];
}

/** Those that rise in the Chinese text too, of pairs in the order of the English one. */
export function rising<Pair extends { readonly place: Place }>(pairs: readonly Pair[]): Pair[] {
  return longestRising(pairs.map(({ place }) => place.zh.start)).map((at) => pairs[at]!);
}

export function anchorsAround({ en, zh }: Place): Anchor[] {
  return [
    { en: en.start, zh: zh.start, reason: 'update' },
    { en: en.end, zh: zh.end, reason: 'update' },
  ];
}

/** A place by the segments that each side has, as far as they stand together. */
export function placeOfRanges(en: readonly Range[], zh: readonly Range[]): PartialPlace {
  const apart = { en: en.slice(1), zh: zh.slice(1) };
  const isApart = apart.en.length > 0 || apart.zh.length > 0;
  return { en: en[0] ?? null, zh: zh[0] ?? null, ...(isApart && { apart }) };
}
