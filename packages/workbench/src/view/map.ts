import type { Language } from 'duiqi';
import type { Review } from 'duiqi/review';
import { type Look, lookAt } from './rows.js';

/** Where rows lie in both texts, 0–1. */
export interface RowMap {
  readonly count: number;
  /** For each row where it begins and ends in English, then in Chinese. A side that it lacks has the place of the rows before. */
  readonly extents: Float64Array;
  readonly looks: readonly Look[];
}

/** Where the rows of a review lie in both texts, by their length in characters. */
export function mapOf(review: Review): RowMap {
  const { stored } = review;
  const extents = new Float64Array(4 * stored.length);
  const looks: Look[] = [];
  const put = (language: Language, offset: 0 | 2): void => {
    const { before, length } = sideMap(review, language);
    /** Where the row before ends, those out of order aside: they do not move the others. */
    const endBefore = (place: number): number => {
      for (let at = place - 1; at >= 0; at--) {
        const isEmpty = stored[at]![language].pieces.length === 0;
        if (isEmpty || !review.flagsAt(at).includes('crossing')) return extents[4 * at + offset + 1]!;
      }
      return 0;
    };
    for (let place = 0; place < stored.length; place++) {
      const { pieces } = stored[place]![language];
      const [first] = pieces;
      const at = 4 * place + offset;
      if (first === undefined) {
        // Few rows are asked for their flags so, which takes longest.
        extents.fill(endBefore(place), at, at + 2);
        continue;
      }
      let characters = before[first[0]]! + first[1];
      extents[at] = characters / length;
      for (const [, from, to] of pieces) characters += to - from;
      extents[at + 1] = Math.min(1, characters / length);
    }
  };
  put('en', 0);
  put('zh', 2);
  for (let place = 0; place < stored.length; place++) looks.push(lookAt(review, place));
  return { count: stored.length, extents, looks };
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
