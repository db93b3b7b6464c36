import type { Language, Segment } from '../../types.js';
import type { PairRecord } from '../pair-record.js';
import { keyOf } from '../text.js';
import { LANGUAGES, type PartialPlace, placeOfRanges } from './kept.js';
import type { Located, Range } from './locate.js';
import { segmentsOfBead } from './reworded.js';

/** More places are not tried for one text. */
const MOST_TRIES = 1000;

/** Finds pairs that a person has put together of segments which stand apart: whole ones, in the order of the text. */
export class Scattered {
  readonly #segments: Readonly<Record<Language, readonly Segment[]>>;
  readonly #places: Partial<Record<Language, Places>> = {};

  constructor(segments: Readonly<Record<Language, readonly Segment[]>>) {
    this.#segments = segments;
  }

  /**
   * @param isFree whether no other pair has a segment
   * @returns null where a side is not there, or both stand together
   */
  placeOf(
    record: PairRecord,
    index: number,
    located: Readonly<Record<Language, Located>>,
    isFree: (language: Language, segment: number) => boolean,
  ): PartialPlace | null {
    const [en, zh] = LANGUAGES.map((language): readonly Range[] | null => {
      const whole = located[language].ranges[index];
      if (whole) return [whole];
      const count = segmentsOfBead(record, language);
      if (record[language] === '' || count === 0) return [];
      if (count === null || count < 2) return null;
      this.#places[language] ??= placesByText(this.#segments[language]);
      return rangesOf(keyOf(record[language]), count, this.#places[language], (segment) =>
        isFree(language, segment),
      );
    });
    if (!en || !zh || en.length + zh.length === 0) return null;
    return placeOfRanges(en, zh);
  }
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
    if (key !== '') byText.set(key, [...(byText.get(key) ?? []), segment]);
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
  const ranges: Range[] = [];
  for (const segment of found) {
    const last = ranges.at(-1);
    if (last?.end === segment) ranges[ranges.length - 1] = { start: last.start, end: segment + 1 };
    else ranges.push({ start: segment, end: segment + 1 });
  }
  return ranges;
}
