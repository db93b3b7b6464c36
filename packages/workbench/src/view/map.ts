import type { Language } from 'duiqi';
import type { Review } from 'duiqi/review';
import { commonEnds } from './common-ends.js';
import type { Look } from './rows.js';

/** Where rows lie in both texts, 0–1. */
export interface RowMap {
  readonly count: number;
  /** For each row where it begins and ends in English, then in Chinese. A side that it lacks has the place of the rows before. */
  readonly extents: Float64Array;
  readonly looks: readonly Look[];
}

/** A review and its map, of which the next one is made: rows that stand in both need not be found again. */
export interface Mapped {
  readonly review: Review;
  readonly map: RowMap;
}

/** Where the rows of a review lie in both texts, by their length in characters. */
export function mapOf(review: Review, before: Mapped | null = null): RowMap {
  const { stored } = review;
  const count = stored.length;
  const extents = new Float64Array(4 * count);
  const isSame = before !== null && before.review.alignment === review.alignment;
  const [first, last] = isSame ? commonEnds(before.review.stored, stored) : [0, 0];
  if (isSame) {
    const { map } = before;
    extents.set(map.extents.subarray(0, 4 * first));
    extents.set(map.extents.subarray(4 * (map.count - last)), 4 * (count - last));
  }
  const places = { en: new Extents(review, 'en', extents), zh: new Extents(review, 'zh', extents) };
  const looks: Look[] = [];
  for (let place = 0; place < count; place++) {
    const standing = review.standingAt(place);
    // What lacks a side has the place of the rows before, which may be others now.
    const isNew = place >= first && place < count - last;
    if (isNew || standing === 'alone' || standing === 'empty') {
      places.en.put(place);
      places.zh.put(place);
    }
    looks.push(stored[place]!.state === 'confirmed' ? 'confirmed' : standing);
  }
  return { count, extents, looks };
}

/** Where rows begin and end in one of the texts, as it is written into a list for both. */
class Extents {
  readonly #review: Review;
  readonly #language: Language;
  readonly #extents: Float64Array;
  readonly #offset: 0 | 2;
  readonly #side: SideMap;

  constructor(review: Review, language: Language, extents: Float64Array) {
    this.#review = review;
    this.#language = language;
    this.#extents = extents;
    this.#offset = language === 'en' ? 0 : 2;
    this.#side = sideMap(review, language);
  }

  /** Works out a row; those before it are known. */
  put(place: number): void {
    const { pieces } = this.#review.stored[place]![this.#language];
    const { before, length } = this.#side;
    const [first] = pieces;
    const at = 4 * place + this.#offset;
    if (first === undefined) {
      this.#extents.fill(this.#endBefore(place), at, at + 2);
      return;
    }
    let characters = before[first[0]]! + first[1];
    this.#extents[at] = characters / length;
    for (const [, from, to] of pieces) characters += to - from;
    this.#extents[at + 1] = Math.min(1, characters / length);
  }

  /** Where the row before ends, those out of order aside: they do not move the others. */
  #endBefore(place: number): number {
    const { stored } = this.#review;
    for (let at = place - 1; at >= 0; at--) {
      const isEmpty = stored[at]![this.#language].pieces.length === 0;
      if (isEmpty || !this.#review.flagsAt(at).includes('crossing')) {
        return this.#extents[4 * at + this.#offset + 1]!;
      }
    }
    return 0;
  }
}

/** The middle of a row. */
export function middleOf({ extents }: RowMap, place: number): readonly [en: number, zh: number] {
  const at = 4 * place;
  return [(extents[at]! + extents[at + 1]!) / 2, (extents[at + 2]! + extents[at + 3]!) / 2];
}

/** The segments of a side: how many characters stand before each, and how many there are. */
interface SideMap {
  readonly before: Float64Array;
  readonly length: number;
}

const sideMaps = {
  en: new WeakMap<Review['alignment'], SideMap>(),
  zh: new WeakMap<Review['alignment'], SideMap>(),
};

function sideMap({ alignment }: Review, language: Language): SideMap {
  const known = sideMaps[language].get(alignment);
  if (known) return known;
  const { segments } = alignment[language];
  const before = new Float64Array(segments.length);
  let length = 0;
  for (const [number, { text }] of segments.entries()) {
    before[number] = length;
    length += text.length;
  }
  const found = { before, length: Math.max(1, length) };
  sideMaps[language].set(alignment, found);
  return found;
}

/** The row nearest to a point of the map, by its middle; -1 where there is none. */
export function rowNear(map: RowMap, x: number, y: number): number {
  let nearest = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let place = 0; place < map.count; place++) {
    const [en, zh] = middleOf(map, place);
    const distance = (en - x) ** 2 + (zh - y) ** 2;
    if (distance < least) {
      least = distance;
      nearest = place;
    }
  }
  return nearest;
}

/** A stroke of the map, from one corner to the other, 0–1. */
export type Stroke = readonly [fromX: number, fromY: number, toX: number, toY: number];

/**
 * The strokes that show all rows of some looks on a map that is `size` pixels wide and high: rows that lie on top of each other
 * there, or side by side within a pixel, are one.
 */
export function strokesOf(
  { count, extents, looks: all }: RowMap,
  looks: readonly Look[],
  size: number,
): readonly Stroke[] {
  const strokes: [number, number, number, number][] = [];
  const pixel = 1 / size;
  let last: (typeof strokes)[number] | undefined;
  for (let place = 0; place < count; place++) {
    if (!looks.includes(all[place]!)) continue;
    const at = 4 * place;
    const [enStart, enEnd] = [extents[at]!, extents[at + 1]!];
    const [zhStart, zhEnd] = [extents[at + 2]!, extents[at + 3]!];
    const isNext =
      last !== undefined &&
      Math.abs(last[2] - enStart) < pixel &&
      Math.abs(last[3] - zhStart) < pixel &&
      last[2] - last[0] < 2 * pixel &&
      last[3] - last[1] < 2 * pixel;
    if (last !== undefined && isNext) {
      last[2] = Math.max(last[2], enEnd);
      last[3] = Math.max(last[3], zhEnd);
    } else {
      last = [enStart, zhStart, enEnd, zhEnd];
      strokes.push(last);
    }
  }
  return strokes;
}
