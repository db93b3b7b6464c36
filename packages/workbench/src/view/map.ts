import type { Language, Side } from 'duiqi';
import type { Review, ReviewRow } from 'duiqi/review';
import { judge, type Look } from './rows.js';

/** A row on the map: where it begins and ends in each text, 0–1. A side that it lacks has the place of the rows before. */
export interface MapRow {
  readonly en: readonly [start: number, end: number];
  readonly zh: readonly [start: number, end: number];
  readonly look: Look;
}

/** Where the rows of a review lie in both texts, by their length in characters. */
export function mapOf(review: Review): readonly MapRow[] {
  const { alignment, rows } = review;
  const sides = { en: new SideMap(alignment.en), zh: new SideMap(alignment.zh) };
  const last = { en: 0, zh: 0 };
  return rows.map((row) => {
    const extent = (language: Language): [number, number] => {
      const found = sides[language].extent(row[language]);
      if (found === null) return [last[language], last[language]];
      // A row out of order does not move the others.
      if (!row.flags.includes('crossing')) last[language] = found[1];
      return found;
    };
    return { en: extent('en'), zh: extent('zh'), look: judge(row).look };
  });
}

/** The segments of a side, by the places of their texts in the source. */
class SideMap {
  readonly #starts: readonly number[];
  readonly #before: readonly number[];
  readonly #length: number;

  constructor({ segments }: Side) {
    let length = 0;
    const places = segments
      .filter(({ spans }) => spans.length > 0)
      .map(({ spans, text }) => {
        const place = { start: spans[0]!.start, before: length };
        length += text.length;
        return place;
      })
      .sort((a, b) => a.start - b.start);
    this.#starts = places.map(({ start }) => start);
    this.#before = places.map(({ before }) => before);
    this.#length = Math.max(1, length);
  }

  extent({ spans, original }: ReviewRow['en']): [number, number] | null {
    const first = spans[0];
    if (first === undefined) return null;
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]! <= first.start) low = middle + 1;
      else high = middle;
    }
    const at = Math.max(0, low - 1);
    const start = (this.#before[at] ?? 0) + (first.start - (this.#starts[at] ?? 0));
    return [start / this.#length, Math.min(1, (start + original.length) / this.#length)];
  }
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
