import { LARGEST_BEAD } from '../../alignment/score/lexical.js';
import { matchInOrder, UNMATCHED } from '../../common/match-in-order.js';
import { joint } from '../../document/writing/join.js';
import type { Language, Segment } from '../../types.js';
import { cleanSegment } from '../text.js';

/** Segments of one side, `start … end - 1`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where some texts were found again in one side of a document. */
export interface Located {
  /** For each text its segments, or null; no segment is in two of them. */
  readonly ranges: readonly (Range | null)[];
  /** For each text whether the document has it once, so that it cannot be mistaken. */
  readonly isOnly: readonly boolean[];
}

/**
 * Finds texts again among the segments of a side: each is one segment or several in a row. Those in the order of the
 * document are found first, then those that have moved, as far as the document has them once.
 *
 * @param texts in the order in which they stood; `''` for none
 */
export function locate(texts: readonly string[], segments: readonly Segment[], language: Language): Located {
  const keys = segments.map(({ text }) => cleanSegment(text));
  const wanted = texts.map(cleanSegment);
  const places = placesOf(wanted, segments, keys, language);
  const placesOfText = wanted.map((text) => places.get(text) ?? []);
  const ranges = inOrder(placesOfText, keys);
  const isTaken = new Uint8Array(segments.length);
  for (const range of ranges) if (range) isTaken.fill(1, range.start, range.end);
  placesOfText.forEach((each, index) => {
    const [only] = each;
    if (ranges[index] || each.length !== 1 || isTaken.subarray(only!.start, only!.end).includes(1)) return;
    ranges[index] = only!;
    isTaken.fill(1, only!.start, only!.end);
  });
  return { ranges, isOnly: placesOfText.map(({ length }) => length === 1) };
}

/** All places at which texts stand. */
function placesOf(
  wanted: readonly string[],
  segments: readonly Segment[],
  keys: readonly string[],
  language: Language,
): ReadonlyMap<string, readonly Range[]> {
  const places = new Map<string, Range[]>();
  for (const text of wanted) if (text !== '') places.set(text, []);
  const sorted = [...places.keys()].sort();
  for (let start = 0; start < segments.length; start++) {
    if (keys[start] === '') continue;
    let text = '';
    const last = Math.min(segments.length, start + LARGEST_BEAD);
    for (let end = start + 1; end <= last; end++) {
      const next = segments[end - 1]!.text;
      if (keys[end - 1] === '') continue;
      text = text === '' ? next : text + joint(text, next, language) + next;
      const key = cleanSegment(text);
      places.get(key)?.push({ start, end });
      if (!isBeginning(key, sorted)) break;
    }
  }
  return places;
}

/** Whether one of some sorted texts begins so and goes on. */
function isBeginning(text: string, sorted: readonly string[]): boolean {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= text) low = middle + 1;
    else high = middle;
  }
  return sorted[low]?.startsWith(text) ?? false;
}

/** The places that a comparison of the old course of the text with the new one finds. */
function inOrder(placesOfText: readonly (readonly Range[])[], keys: readonly string[]): (Range | null)[] {
  const numbers = new Map<string, number>();
  const newUnits = keys.map((key, place) => {
    if (key === '') return -2 * place - 2;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  });
  const oldUnits: number[] = [];
  const starts = placesOfText.map(([first], index) => {
    const start = oldUnits.length;
    // What is not found is like nothing in the document, blank lines included.
    if (first === undefined) oldUnits.push(-2 * index - 1);
    else oldUnits.push(...newUnits.slice(first.start, first.end));
    return start;
  });
  const newOf = matchInOrder(oldUnits, newUnits);
  return starts.map((start, index) => {
    const place = newOf[start]!;
    if (place === UNMATCHED) return null;
    const count = (starts[index + 1] ?? oldUnits.length) - start;
    for (let unit = 1; unit < count; unit++) if (newOf[start + unit] !== place + unit) return null;
    return { start: place, end: place + count };
  });
}
