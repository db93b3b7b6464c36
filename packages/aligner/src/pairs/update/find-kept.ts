import { warning } from '../../common/diagnostic.js';
import type { Diagnostic, Segmentation } from '../../types.js';
import type { PairRecord } from '../pair-record.js';
import {
  anchorsAround,
  type FoundPair,
  isWhole,
  type Kept,
  type KeptBead,
  type PartialPlace,
  rising,
} from './kept.js';
import { locateSide, type Segments } from './locate.js';
import { beside, gapOf, openGaps } from './open-gaps.js';
import { placesOf } from './places-of-old.js';

/** Beside a change, pairs with a lower score are aligned anew: the change may show what they were lacking. */
const SURE_FROM = 0.7;

/**
 * Finds which pairs of an earlier alignment stay in a new version of the document: those of which both texts are found again.
 * Beside a change they stay as far as the aligner was sure of them and the document has their texts once; those that a person
 * has confirmed always stay.
 */
export function findKept({ en, zh }: Pick<Segmentation, 'en' | 'zh'>, old: readonly PairRecord[]): Kept {
  const segments = { en: en.segments, zh: zh.segments };
  const located = { en: locateSide(old, segments.en, 'en'), zh: locateSide(old, segments.zh, 'zh') };
  const isOnly = (index: number): boolean => located.en.isOnly[index]! && located.zh.isOnly[index]!;
  return kept(placesOf(old, located, segments), old, segments, {
    isHers: (index) => old[index]!.confirmed === true,
    isCertain: isOnly,
  });
}

/**
 * The same of a document that is what it was: what a person has worded stays too, since it is known to be hers.
 *
 * @param places of each pair
 * @param isHers whether a person has confirmed or worded it, for each
 */
export function keptAsItWas(
  { en, zh }: Pick<Segmentation, 'en' | 'zh'>,
  old: readonly PairRecord[],
  places: readonly PartialPlace[],
  isHers: readonly boolean[],
): Kept {
  const stays = kept(
    places,
    old,
    { en: en.segments, zh: zh.segments },
    { isHers: (index) => isHers[index]!, isCertain: () => true },
  );
  // Pairs are out of order as far as they were.
  const beads = stays.beads.map((bead) => ({ ...bead, crossing: bead.record.flags.includes('crossing') }));
  return { ...stays, beads };
}

interface Certainty {
  /** Whether a pair stays whatever changes beside it. */
  readonly isHers: (index: number) => boolean;
  /** Whether it cannot be meant to stand anywhere else. */
  readonly isCertain: (index: number) => boolean;
}

/**
 * What stays of pairs whose places are known, null where the document has one no more.
 */
function kept(
  places: readonly (PartialPlace | null)[],
  old: readonly PairRecord[],
  segments: Segments,
  { isHers, isCertain }: Certainty,
): Kept {
  const whole = places
    .flatMap((place, index): FoundPair[] => (isWhole(place) ? [{ record: old[index]!, index, place }] : []))
    .sort((a, b) => a.place.en.start - b.place.en.start);
  // What a person has put together from several places has no place in the order.
  const pairs = whole.filter(({ place }) => place.apart === undefined);
  // What crossed before crosses still, unless nothing is left that it crosses.
  const others = rising(pairs.filter(({ record }) => !record.flags.includes('crossing')));
  const inOrder = rising(
    pairs.filter(
      (pair) => !pair.record.flags.includes('crossing') || others.every((other) => agree(pair, other)),
    ),
  );
  const isInOrder = new Set(inOrder);
  const crossing = pairs.filter(
    (pair) => !isInOrder.has(pair) && (isHers(pair.index) || pair.record.flags.includes('crossing')),
  );
  const alone = places.flatMap((place, index): KeptBead[] =>
    place && !isWhole(place) && !isPutIn(place) ? [{ ...place, record: old[index]!, crossing: false }] : [],
  );
  const hers = new Set(old.filter((_, index) => isHers(index)));
  const putIn = places.flatMap((place, index): KeptBead[] =>
    place && isPutIn(place) ? [{ ...place, record: old[index]!, crossing: false }] : [],
  );
  const apart = whole.filter(({ place }) => place.apart !== undefined).map((pair) => asBead(pair, true));

  const found = [...inOrder, ...crossing]
    .map((pair) => asBead(pair, !isInOrder.has(pair)))
    .concat(apart, alone, putIn);
  const isOpen = openGaps(inOrder, found, old, segments);
  const isReleased = beside(
    isOpen,
    inOrder.map(
      ({ record, index }) => isHers(index) || ((record.score ?? 1) >= SURE_FROM && isCertain(index)),
    ),
  );
  const stay = inOrder.filter((_, at) => !isReleased[at]);
  const beads = [
    ...stay.map((pair) => asBead(pair, false)),
    ...crossing.map((pair) => asBead(pair, true)),
    ...apart,
    ...alone.filter((bead) => hers.has(bead.record) || !isOpen[gapOf(bead, inOrder)]),
  ];
  const stays = new Set([...beads, ...putIn].map(({ record }) => record));
  return {
    beads: [...beads, ...behindOthers(putIn, old, stays)],
    anchors: stay.flatMap(({ place }) => anchorsAround(place)),
    diagnostics: old.filter((record) => !stays.has(record)).flatMap(lost),
  };
}

/** What the document does not have, each with the pair behind which it stood, of those that stay. */
function behindOthers(
  beads: readonly KeptBead[],
  old: readonly PairRecord[],
  stays: ReadonlySet<PairRecord>,
): KeptBead[] {
  if (beads.length === 0) return [];
  const beadOf = new Map(beads.map((bead) => [bead.record, bead]));
  const placed: KeptBead[] = [];
  let after: PairRecord | null = null;
  for (const record of old) {
    const bead = beadOf.get(record);
    if (bead) placed.push({ ...bead, after });
    if (stays.has(record)) after = record;
  }
  return placed;
}

function isPutIn({ en, zh }: PartialPlace): boolean {
  return en === null && zh === null;
}

function agree(one: FoundPair, other: FoundPair): boolean {
  return one.place.en.start < other.place.en.start === one.place.zh.start < other.place.zh.start;
}

function asBead({ place, record }: FoundPair, crossing: boolean): KeptBead {
  return { ...place, record, crossing };
}

/** Characters of a text that a message quotes. */
const QUOTED = 60;

/** What a person has said of a pair that is no more. */
function lost({ en, zh, confirmed, note }: PairRecord): Diagnostic[] {
  const [english, chinese, comment] = [en, zh, note ?? ''].map((text) =>
    text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text,
  ) as [string, string, string];
  const texts = { en: english, zh: chinese };
  const pair = `“${english}” – “${chinese}”`;
  if (confirmed)
    return [
      warning('confirmed-lost', `A pair that you had confirmed is no longer in the text: ${pair}.`, {
        values: texts,
      }),
    ];
  if (note === undefined) return [];
  return [
    warning('note-lost', `The note “${comment}” was about a pair that was aligned anew: ${pair}.`, {
      values: { note: comment, ...texts },
    }),
  ];
}
