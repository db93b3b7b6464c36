import type { Language } from '../../types.js';
import type { PairRecord } from '../pair-record.js';
import { isWhole, LANGUAGES, type PartialPlace, type Place, rangesOf } from './kept.js';
import type { BothLocated, Range, Segments } from './locate.js';
import { placeOfReworded, segmentsOfBead } from './reworded.js';
import { Scattered } from './scattered.js';

/** Where old pairs stand: of those with text on both sides both, unless a person has written one that the document lacks. */
export function placesOf(
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
  const nextPlace = nextWhole(places);
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

/** For each place the next one behind it that is whole. */
function nextWhole(places: readonly (PartialPlace | null)[]): (Place | null)[] {
  const nextPlace = new Array<Place | null>(places.length).fill(null);
  for (let index = places.length - 2; index >= 0; index--) {
    const next = places[index + 1]!;
    nextPlace[index] = isWhole(next) ? next : nextPlace[index + 1]!;
  }
  return nextPlace;
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

/** Without sides that have no segments, or whose text a person has taken away: the document's is to be aligned anew. */
function sidesWithText({ en, zh }: Place, record: PairRecord): PartialPlace | null {
  const side = (range: Range, text: string): Range | null =>
    text === '' || range.start === range.end ? null : range;
  const place = { en: side(en, record.en), zh: side(zh, record.zh) };
  return place.en || place.zh ? place : null;
}
