import type { Language, Review } from 'duiqi';
import { type Look, lookAt } from './rows.js';

/** A row on the map: where it begins and ends in each text, 0–1. A side that it lacks has the place of the rows before. */
export interface MapRow {
  readonly en: readonly [start: number, end: number];
  readonly zh: readonly [start: number, end: number];
  readonly look: Look;
}

/** Where the rows of a review lie in both texts, by their length in characters. */
export function mapOf(review: Review): readonly MapRow[] {
  const sides = { en: sideMap(review, 'en'), zh: sideMap(review, 'zh') };
  const last = { en: 0, zh: 0 };
  return review.stored.map((row, place) => {
    const isCrossing = review.flagsAt(place).includes('crossing');
    const extent = (language: Language): readonly [number, number] => {
      const { before, length } = sides[language];
      const { pieces } = row[language];
      const [first] = pieces;
      if (first === undefined) return [last[language], last[language]];
      const start = before[first[0]]! + first[1];
      let end = start;
      for (const [, from, to] of pieces) end += to - from;
      // A row out of order does not move the others.
      if (!isCrossing) last[language] = Math.min(1, end / length);
      return [start / length, Math.min(1, end / length)];
    };
    return { en: extent('en'), zh: extent('zh'), look: lookAt(review, place) };
  });
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

/** The row nearest to a point of the map, by its middle. */
export function rowNear(rows: readonly MapRow[], x: number, y: number): number {
  let nearest = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const [place, { en, zh }] of rows.entries()) {
    const distance = ((en[0] + en[1]) / 2 - x) ** 2 + ((zh[0] + zh[1]) / 2 - y) ** 2;
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
export function strokesOf(rows: readonly MapRow[], looks: readonly Look[], size: number): readonly Stroke[] {
  const strokes: [number, number, number, number][] = [];
  const pixel = 1 / size;
  for (const { en, zh, look } of rows) {
    if (!looks.includes(look)) continue;
    const last = strokes.at(-1);
    const isNext =
      last !== undefined &&
      Math.abs(last[2] - en[0]) < pixel &&
      Math.abs(last[3] - zh[0]) < pixel &&
      last[2] - last[0] < 2 * pixel &&
      last[3] - last[1] < 2 * pixel;
    if (isNext) {
      last[2] = Math.max(last[2], en[1]);
      last[3] = Math.max(last[3], zh[1]);
    } else strokes.push([en[0], zh[0], en[1], zh[1]]);
  }
  return strokes;
}
