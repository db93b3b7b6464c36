import type { Language, Segment } from '../../types.js';
import { isIdOf } from '../export/records.js';
import type { PairRecord } from '../pair-record.js';
import { keyOf } from '../text.js';
import { LANGUAGES, type PartialPlace, placeOfRanges } from './kept.js';
import type { BothLocated, Range, Segments } from './locate.js';
import { segmentsOfBead, textOfSegments } from './reworded.js';

/** More places are not tried for one text. */
const MOST_TRIES = 1000;

/** Choices of segments that are looked at for one side of a pair that was reworded: of two segments, those among 14. */
const MOST_CHOICES = 100;

/** Texts that are compared with ids in all, about a second's work: nobody rewords so much of what she has put together. */
const MOST_COMPARED = 100_000;

/** Finds pairs that a person has put together of segments which stand apart: whole ones, in the order of the text. */
export class Scattered {
  readonly #segments: Segments;
  readonly #places: Partial<Record<Language, Places>> = {};
  #compared = 0;

  constructor(segments: Segments) {
    this.#segments = segments;
  }

  /**
   * @param isFree whether no other pair has a segment
   * @returns null where a side is not there, or both stand together
   */
  placeOf(
    record: PairRecord,
    index: number,
    located: BothLocated,
    isFree: (language: Language, segment: number) => boolean,
  ): PartialPlace | null {
    const [en, zh] = LANGUAGES.map((language): readonly Range[] | null => {
      const whole = located[language].ranges[index];
      if (whole) return [whole];
      if (record[language] === '') return [];
      return this.#asWorded(record, language, isFree);
    });
    if (!en || !zh || en.length + zh.length === 0) return null;
    return placeOfRanges(en, zh);
  }

  /**
   * The same where she has reworded it as well: its id proves of which segments it is, among those that no other pair has.
   *
   * @param near where the pair before it ends
   */
  placeOfReworded(
    record: PairRecord,
    index: number,
    located: BothLocated,
    near: Readonly<Record<Language, number>>,
    isFree: (language: Language, segment: number) => boolean,
  ): PartialPlace | null {
    const [en, zh] = LANGUAGES.map((language) => {
      const choices = this.#choices(
        record,
        language,
        located[language].ranges[index]!,
        near[language],
        isFree,
      );
      return choices.map((ranges) => ({
        ranges,
        text: textOfSegments(
          ranges.flatMap(({ start, end }) => this.#segments[language].slice(start, end)),
          language,
        ),
      }));
    });
    for (const english of en!) {
      for (const chinese of zh!) {
        if (this.#compared++ > MOST_COMPARED) return null;
        if (!isIdOf(record, english.text, chinese.text)) continue;
        // Where a person has taken a text away, that of the document is to be aligned anew.
        const place = placeOfRanges(
          record.en === '' ? [] : english.ranges,
          record.zh === '' ? [] : chinese.ranges,
        );
        return place.en || place.zh ? place : null;
      }
    }
    return null;
  }

  /** The segments whose texts, one after the other, are that of a side; null where they are not there. */
  #asWorded(
    record: PairRecord,
    language: Language,
    isFree: (language: Language, segment: number) => boolean,
  ): readonly Range[] | null {
    const count = segmentsOfBead(record, language);
    if (count === 0) return [];
    if (count === null || count < 2) return null;
    this.#places[language] ??= placesByText(this.#segments[language]);
    return rangesOf(keyOf(record[language]), count, this.#places[language], (segment) =>
      isFree(language, segment),
    );
  }

  /** Of which segments a side may be: those with its wording, else as many free ones as it had, the likeliest first. */
  #choices(
    record: PairRecord,
    language: Language,
    whole: Range | null,
    near: number,
    isFree: (language: Language, segment: number) => boolean,
  ): readonly (readonly Range[])[] {
    const isAllFree = ({ start, end }: Range): boolean => {
      for (let segment = start; segment < end; segment++) if (!isFree(language, segment)) return false;
      return true;
    };
    if (whole && isAllFree(whole)) return [[whole]];
    const worded = record[language] !== '' && this.#asWorded(record, language, isFree);
    if (worded) return [worded];
    const count = segmentsOfBead(record, language);
    if (count === null || this.#compared > MOST_COMPARED) return [];
    const text = keyOf(record[language]);
    const free = this.#segments[language].flatMap((segment, at) => {
      if (!isFree(language, at)) return [];
      const key = keyOf(segment.text);
      if (key === '') return [];
      return [{ at, isIn: text.includes(key), distance: Math.abs(at - near) }];
    });
    // What is in her wording still is of the pair before what only stands near.
    free.sort((one, other) => Number(other.isIn) - Number(one.isIn) || one.distance - other.distance);
    const likeliest = free.slice(0, amongHowMany(count)).map(({ at }) => at);
    return combinations(likeliest, count).map(asRanges);
  }
}

/** Of how many things there are as many choices of some as are looked at. */
function amongHowMany(count: number): number {
  let [among, choices] = [count, 1];
  while (among - count < MOST_CHOICES) {
    choices = (choices * (among + 1)) / (among + 1 - count);
    if (choices > MOST_CHOICES) break;
    among++;
  }
  return among;
}

/** All choices of so many of some things, those of the first ones first. */
function combinations(things: readonly number[], count: number): number[][] {
  if (count === 0) return [[]];
  if (things.length < count) return [];
  return things.flatMap((last, at) =>
    combinations(things.slice(0, at), count - 1).map((others) => [...others, last]),
  );
}

interface Places {
  /** The segments that have a text, in order. */
  readonly byText: ReadonlyMap<string, readonly number[]>;
  /** How long texts are, the longest first. */
  readonly lengths: readonly number[];
}

function placesByText(segments: readonly Segment[]): Places {
  const byText = new Map<string, number[]>();
  segments.forEach(({ text }, segment) => {
    const key = keyOf(text);
    if (key !== '' && !byText.get(key)?.push(segment)) byText.set(key, [segment]);
  });
  const lengths = [...new Set([...byText.keys()].map(({ length }) => length))].sort((a, b) => b - a);
  return { byText, lengths };
}

/** The segments, so many, that a text is put together of. */
function rangesOf(
  text: string,
  count: number,
  { byText, lengths }: Places,
  isFree: (segment: number) => boolean,
): Range[] | null {
  let tries = 0;
  const after = (start: number, last: number, left: number): readonly number[] | null => {
    if (start === text.length) return left === 0 ? [] : null;
    if (left === 0 || tries++ > MOST_TRIES) return null;
    for (const length of lengths) {
      const known = byText.get(text.slice(start, start + length));
      if (known === undefined || start + length > text.length) continue;
      for (const segment of known) {
        if (segment <= last || !isFree(segment)) continue;
        const rest = after(start + length, segment, left - 1);
        if (rest) return [segment, ...rest];
        break;
      }
    }
    return null;
  };
  const found = after(0, -1, count);
  if (found === null) return null;
  return asRanges(found);
}

function asRanges(segments: readonly number[]): Range[] {
  const ranges: Range[] = [];
  for (const segment of [...segments].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last?.end === segment) ranges[ranges.length - 1] = { start: last.start, end: segment + 1 };
    else ranges.push({ start: segment, end: segment + 1 });
  }
  return ranges;
}
