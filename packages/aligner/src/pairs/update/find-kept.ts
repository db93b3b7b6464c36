import { warning } from '../../common/diagnostic.js';
import type { Diagnostic, Language, Segment, Segmentation } from '../../types.js';
import type { PairRecord } from '../pair-record.js';
import {
  anchorsAround,
  isWhole,
  type Kept,
  type KeptBead,
  LANGUAGES,
  type PartialPlace,
  type Place,
  rangesOf,
  rising,
} from './kept.js';
import { type Located, locateSide, type Range } from './locate.js';
import { placeOfReworded, segmentsOfBead } from './reworded.js';
import { Scattered } from './scattered.js';

type Segments = Readonly<Record<Language, readonly Segment[]>>;
type BothLocated = Readonly<Record<Language, Located>>;

/** A pair that was found again. */
interface FoundPair {
  readonly record: PairRecord;
  /** Which of the old ones. */
  readonly index: number;
  readonly place: Place;
}

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

/** Where old pairs stand: of those with text on both sides both, unless a person has written one that the document lacks. */
function placesOf(
  old: readonly PairRecord[],
  located: BothLocated,
  segments: Segments,
): (PartialPlace | null)[] {
  const places = old.map((record, index): PartialPlace | null => {
    const [en, zh] = [located.en.ranges[index]!, located.zh.ranges[index]!];
    if (en && zh) return { en, zh };
    const isAlone = (en && isMissing(record, 'zh')) || (zh && isMissing(record, 'en'));
    return isAlone || isOwnSentence(record) ? { en, zh } : null;
  });
  const taken = { en: new Uint8Array(segments.en.length), zh: new Uint8Array(segments.zh.length) };
  const take = (place: PartialPlace): void => {
    for (const language of LANGUAGES) {
      for (const { start, end } of rangesOf(place, language)) taken[language].fill(1, start, end);
    }
  };
  const scattered = new Scattered(segments);
  for (const place of places) if (place) take(place);
  const nextPlace = new Array<Place | null>(old.length).fill(null);
  for (let index = old.length - 2; index >= 0; index--) {
    const next = places[index + 1]!;
    nextPlace[index] = isWhole(next) ? next : nextPlace[index + 1]!;
  }
  let before: Place | null = null;
  old.forEach((record, index) => {
    if (!places[index] && record.confirmed) {
      const reworded = placeOfReworded(
        record,
        {
          found: { en: located.en.ranges[index]!, zh: located.zh.ranges[index]! },
          before,
          after: nextPlace[index]!,
        },
        segments,
        (language, { start, end }) => !taken[language].subarray(start, end).includes(1),
      );
      places[index] =
        (reworded && sidesWithText(reworded, record)) ??
        scattered.placeOf(record, index, located, (language, segment) => taken[language][segment] === 0);
      if (places[index]) take(places[index]);
    }
    const place = places[index]!;
    before = isWhole(place) ? place : before;
  });
  // What was reworded and stands apart as well is looked for last, in what is left.
  const near = { en: 0, zh: 0 };
  old.forEach((record, index) => {
    if (!places[index] && record.confirmed) {
      places[index] = scattered.placeOfReworded(
        record,
        index,
        located,
        near,
        (language, segment) => taken[language][segment] === 0,
      );
      if (places[index]) take(places[index]);
    }
    for (const language of LANGUAGES) near[language] = places[index]?.[language]?.end ?? near[language];
  });
  return places;
}

/** Whether the document has nothing on a side: its text is empty, or a person has filled the gap. */
function isMissing(record: PairRecord, language: Language): boolean {
  const isFilled = record.confirmed === true && segmentsOfBead(record, language) === 0;
  return record[language] === '' || isFilled;
}

/** Whether a person has put in a row that the document has nothing of. */
function isOwnSentence(record: PairRecord): boolean {
  return record.confirmed === true && record.bead === '0-0';
}

function isPutIn({ en, zh }: PartialPlace): boolean {
  return en === null && zh === null;
}

/** Without sides that have no segments, or whose text a person has taken away: the document's is to be aligned anew. */
function sidesWithText({ en, zh }: Place, record: PairRecord): PartialPlace | null {
  const side = (range: Range, text: string): Range | null =>
    text === '' || range.start === range.end ? null : range;
  const place = { en: side(en, record.en), zh: side(zh, record.zh) };
  return place.en || place.zh ? place : null;
}

function agree(one: FoundPair, other: FoundPair): boolean {
  return one.place.en.start < other.place.en.start === one.place.zh.start < other.place.zh.start;
}

function asBead({ place, record }: FoundPair, crossing: boolean): KeptBead {
  return { ...place, record, crossing };
}

/**
 * Which of the gaps before, between and after the pairs in order hold a change: text of which the old pairs say nothing, or
 * where there was a pair that is no more.
 */
function openGaps(
  inOrder: readonly FoundPair[],
  found: readonly KeptBead[],
  old: readonly PairRecord[],
  segments: Segments,
): Uint8Array {
  const isOpen = new Uint8Array(inOrder.length + 1);
  for (const language of LANGUAGES) {
    const isFound = new Uint8Array(segments[language].length);
    for (const bead of found) {
      for (const { start, end } of rangesOf(bead, language)) isFound.fill(1, start, end);
    }
    let gap = 0;
    segments[language].forEach(({ text }, segment) => {
      if (segment === inOrder[gap]?.place[language].start) gap++;
      if (isFound[segment] === 0 && text !== '') isOpen[gap] = 1;
    });
  }
  const gapAfter = new Map(inOrder.map(({ record }, at) => [record, at + 1]));
  const isThere = new Set(found.map(({ record }) => record));
  let gap = 0;
  for (const record of old) {
    gap = gapAfter.get(record) ?? gap;
    if (!isThere.has(record)) isOpen[gap] = 1;
  }
  return isOpen;
}

/** Which pairs lie beside an open gap without a sure pair between. The gaps around them are opened too. */
function beside(isOpen: Uint8Array, isSure: readonly boolean[]): Uint8Array {
  const isReleased = new Uint8Array(isSure.length);
  for (let at = 0; at < isSure.length; at++) {
    if (isOpen[at] === 1 && !isSure[at]) isReleased[at] = isOpen[at + 1] = 1;
  }
  for (let at = isSure.length - 1; at >= 0; at--) {
    if (isOpen[at + 1] === 1 && !isSure[at]) isReleased[at] = isOpen[at] = 1;
  }
  return isReleased;
}

/** The gap in which text without a counterpart stands. */
function gapOf({ en, zh }: KeptBead, inOrder: readonly FoundPair[]): number {
  const language = en ? 'en' : 'zh';
  const { start } = (en ?? zh)!;
  let [low, high] = [0, inOrder.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (inOrder[middle]!.place[language].start < start) low = middle + 1;
    else high = middle;
  }
  return low;
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
