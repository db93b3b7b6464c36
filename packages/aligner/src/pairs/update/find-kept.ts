import { warning } from '../../common/diagnostic.js';
import { longestRising } from '../../common/longest-rising.js';
import type { Anchor, Diagnostic, Language, Segment, Segmentation } from '../../types.js';
import type { PairRecord } from '../pair-record.js';
import { type Located, locateSide, type Range } from './locate.js';
import { type Place, placeOfReworded, segmentsOfBead } from './reworded.js';

/** Where a pair stands; null where the document has nothing on that side. */
type PartialPlace = Readonly<Record<Language, Range | null>>;

/** A pair that stays as it was, or text that stays without a counterpart in the document: its other side is null. */
export interface KeptBead extends PartialPlace {
  readonly record: PairRecord;
  /** Not in the order of the others. */
  readonly crossing: boolean;
}

export interface Kept {
  readonly beads: readonly KeptBead[];
  /** The places before and after each pair in order, in order. */
  readonly anchors: readonly Anchor[];
  readonly diagnostics: readonly Diagnostic[];
}

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
  const places = placesOf(old, located, segments);
  const pairs = places
    .flatMap((place, index): FoundPair[] => (isWhole(place) ? [{ record: old[index]!, index, place }] : []))
    .sort((a, b) => a.place.en.start - b.place.en.start);
  const inOrder = longestRising(pairs.map(({ place }) => place.zh.start)).map((at) => pairs[at]!);
  const isInOrder = new Set(inOrder);
  const crossing = pairs.filter(
    (pair) => !isInOrder.has(pair) && (pair.record.confirmed || pair.record.flags.includes('crossing')),
  );
  const alone = places.flatMap((place, index): KeptBead[] =>
    place && !isWhole(place) ? [{ ...place, record: old[index]!, crossing: false }] : [],
  );

  const found = [...inOrder, ...crossing].map((pair) => asBead(pair, !isInOrder.has(pair))).concat(alone);
  const isOpen = openGaps(inOrder, found, old, segments);
  const isReleased = beside(
    isOpen,
    inOrder.map(({ record, index }) => {
      const isOnly = located.en.isOnly[index]! && located.zh.isOnly[index]!;
      return record.confirmed === true || ((record.score ?? 1) >= SURE_FROM && isOnly);
    }),
  );
  const stay = inOrder.filter((_, at) => !isReleased[at]);
  const beads = [
    ...stay.map((pair) => asBead(pair, false)),
    ...crossing.map((pair) => asBead(pair, true)),
    ...alone.filter((bead) => bead.record.confirmed || !isOpen[gapOf(bead, inOrder)]),
  ];
  const kept = new Set(beads.map(({ record }) => record));
  return {
    beads,
    anchors: stay.flatMap(({ place }) => anchorsAround(place)),
    diagnostics: old.filter((record) => record.confirmed && !kept.has(record)).map(lost),
  };
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
    return isAlone ? { en, zh } : null;
  });
  const taken = { en: new Uint8Array(segments.en.length), zh: new Uint8Array(segments.zh.length) };
  const take = (place: PartialPlace): void => {
    for (const language of LANGUAGES) {
      const range = place[language];
      if (range) taken[language].fill(1, range.start, range.end);
    }
  };
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
      places[index] = reworded && sidesWithText(reworded, record);
      if (places[index]) take(places[index]);
    }
    const place = places[index]!;
    before = isWhole(place) ? place : before;
  });
  return places;
}

/** Whether the document has nothing on a side: its text is empty, or a person has filled the gap. */
function isMissing(record: PairRecord, language: Language): boolean {
  const isFilled = record.confirmed === true && segmentsOfBead(record, language) === 0;
  return record[language] === '' || isFilled;
}

/** Without sides that have no segments, or whose text a person has taken away: the document's is to be aligned anew. */
function sidesWithText({ en, zh }: Place, record: PairRecord): PartialPlace | null {
  const side = (range: Range, text: string): Range | null =>
    text === '' || range.start === range.end ? null : range;
  const place = { en: side(en, record.en), zh: side(zh, record.zh) };
  return place.en || place.zh ? place : null;
}

function isWhole(place: PartialPlace | null): place is Place {
  return place?.en != null && place.zh != null;
}

const LANGUAGES: readonly Language[] = ['en', 'zh'];

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
    for (const bead of found) if (bead[language]) isFound.fill(1, bead[language].start, bead[language].end);
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

function anchorsAround({ en, zh }: Place): Anchor[] {
  return [
    { en: en.start, zh: zh.start, reason: 'update' },
    { en: en.end, zh: zh.end, reason: 'update' },
  ];
}

/** Characters of a text that a message quotes. */
const QUOTED = 60;

function lost({ en, zh }: PairRecord): Diagnostic {
  const [english, chinese] = [en, zh].map((text) =>
    text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text,
  );
  return warning(
    'confirmed-lost',
    `A pair that you had confirmed is no longer in the text: “${english}” – “${chinese}”.`,
  );
}
