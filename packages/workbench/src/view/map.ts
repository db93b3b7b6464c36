import type { Language } from 'duiqi';
import type { Review } from 'duiqi/review';
import { type Followed, followed } from './followed.js';
import { inPlace } from './in-place.js';
import type { Look } from './rows.js';

/** Where rows lie in both texts, 0–1. */
export interface RowMap {
  readonly count: number;
  /**
   * For each row where it begins and ends in English, then in Chinese. A side that it lacks has the place of the rows before. In half the
   * room of a number: these are places of pixels, and the list is made anew at each act.
   */
  readonly extents: Float32Array;
  readonly looks: readonly Look[];
}

/** A review and its map, of which the next one is made: rows that stand in both need not be found again. */
export interface Mapped {
  readonly review: Review;
  readonly map: RowMap;
}

/**
 * Where the rows of a review lie in both texts, by their length in characters.
 *
 * @param now what differs from the one before
 */
export function mapOf(
  review: Review,
  before: Mapped | null = null,
  now: Followed = followed(review, before?.review ?? null),
): RowMap {
  const { stored } = review;
  const count = stored.length;
  const { first, last, places } = now;
  const extents = new Float32Array(4 * count);
  let looks: Look[] = [];
  if (before) {
    const { map } = before;
    extents.set(map.extents.subarray(0, 4 * first));
    extents.set(map.extents.subarray(4 * (map.count - last)), 4 * (count - last));
    looks = inPlace(map.looks, first, map.count - last, count - last - first, 'empty');
  }
  for (const place of places) {
    looks[place] = stored[place]!.state === 'confirmed' ? 'confirmed' : review.standingAt(place);
  }
  for (const language of ['en', 'zh'] as const) new Extents(review, language, extents).putAll(places);
  return { count, extents, looks };
}

/** Where rows begin and end in one of the texts, as it is written into a list for both. */
class Extents {
  readonly #review: Review;
  readonly #language: Language;
  readonly #extents: Float32Array;
  readonly #offset: 0 | 2;
  readonly #side: SideMap;

  constructor(review: Review, language: Language, extents: Float32Array) {
    this.#review = review;
    this.#language = language;
    this.#extents = extents;
    this.#offset = language === 'en' ? 0 : 2;
    this.#side = sideMap(review, language);
  }

  /** Works out rows, given in their order, and behind each of them those that lack the side: they have the place of the rows before. */
  putAll(places: readonly number[]): void {
    const { length } = this.#review.stored;
    let at = 0;
    for (const place of places) {
      if (place < at) continue;
      for (at = place; at < length && (at === place || this.#isPassedOver(at)); at++) this.#put(at);
    }
  }

  /** Works out a row; those before it are known. */
  #put(place: number): void {
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
    for (let at = place - 1; at >= 0; at--) {
      if (this.#isEmpty(at) || !this.#isCrossing(at)) return this.#extents[4 * at + this.#offset + 1]!;
    }
    return 0;
  }

  /** Whether the place of a row behind it that lacks the side is that of a row before it. */
  #isPassedOver(place: number): boolean {
    return this.#isEmpty(place) || this.#isCrossing(place);
  }

  #isEmpty(place: number): boolean {
    return this.#review.stored[place]![this.#language].pieces.length === 0;
  }

  #isCrossing(place: number): boolean {
    return this.#review.flagsAt(place).includes('crossing');
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
  const { count, extents } = map;
  for (let place = 0, at = 0; place < count; place++, at += 4) {
    const en = (extents[at]! + extents[at + 1]!) / 2;
    const zh = (extents[at + 2]! + extents[at + 3]!) / 2;
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

/** Kinds of strokes, each of some looks of rows, in the order in which they are drawn. */
export const STROKES = ['fine', 'confirmed', 'open'] as const;

const STROKE_OF: Readonly<Record<Look, (typeof STROKES)[number] | null>> = {
  fine: 'fine',
  confirmed: 'confirmed',
  doubtful: 'open',
  alone: 'open',
  empty: null,
};

/**
 * The strokes that show all rows on a map that is `size` pixels wide and high: rows of a kind that lie on top of each other there,
 * or side by side within a pixel, are one.
 */
export function strokesOf(
  { count, extents, looks }: RowMap,
  size: number,
): Readonly<Record<(typeof STROKES)[number], readonly Stroke[]>> {
  const all: Record<(typeof STROKES)[number], [number, number, number, number][]> = {
    fine: [],
    confirmed: [],
    open: [],
  };
  const pixel = 1 / size;
  // After each act this goes through all rows: it makes nothing but the strokes.
  for (let place = 0, at = 0; place < count; place++, at += 4) {
    const kind = STROKE_OF[looks[place]!];
    if (kind === null) continue;
    const strokes = all[kind];
    const last = strokes[strokes.length - 1];
    const en = extents[at]!;
    const zh = extents[at + 2]!;
    if (
      last !== undefined &&
      Math.abs(last[2] - en) < pixel &&
      Math.abs(last[3] - zh) < pixel &&
      last[2] - last[0] < 2 * pixel &&
      last[3] - last[1] < 2 * pixel
    ) {
      last[2] = Math.max(last[2], extents[at + 1]!);
      last[3] = Math.max(last[3], extents[at + 3]!);
    } else strokes.push([en, zh, extents[at + 1]!, extents[at + 3]!]);
  }
  return all;
}
