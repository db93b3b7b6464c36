import { matchInOrder, UNMATCHED } from '../../common/match-in-order.js';
import type { Language, Segment } from '../../types.js';
import type { PairRecord } from '../pair-record.js';
import { keyOf } from '../text.js';

/** Segments of one side, `start … end - 1`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where some texts were found again in one side of a document. */
export interface Located {
  /** For each text its segments, or null; no segment is in two of them. White space makes no difference. */
  readonly ranges: readonly (Range | null)[];
  /** For each text whether the document has it once, so that it cannot be mistaken. */
  readonly isOnly: readonly boolean[];
}

/** The segments of both sides of a document. */
export type Segments = Readonly<Record<Language, readonly Segment[]>>;

/** Where the texts of old pairs were found again, on both sides. */
export type BothLocated = Readonly<Record<Language, Located>>;

/** Where the texts of one side stand. In the order of the document, if that is known, fewer seem to have moved. */
export function locateSide(
  old: readonly PairRecord[],
  segments: readonly Segment[],
  language: Language,
): Located {
  const startOf = (index: number): number | undefined => old[index]![`${language}_spans`][0]?.[0];
  const order = old.flatMap((record, index) => (record[language] === '' ? [] : [index]));
  if (order.every((index) => startOf(index) !== undefined && old[index]!.doc === old[order[0]!]!.doc)) {
    order.sort((a, b) => startOf(a)! - startOf(b)!);
  }
  const located = locate(
    order.map((index) => ({ text: old[index]![language], confirmed: old[index]!.confirmed === true })),
    segments,
  );
  const ranges = new Array<Range | null>(old.length).fill(null);
  const isOnly = new Array<boolean>(old.length).fill(false);
  order.forEach((index, at) => {
    ranges[index] = located.ranges[at]!;
    isOnly[index] = located.isOnly[at]!;
  });
  return { ranges, isOnly };
}

/** A text that is looked for, and whether a person has confirmed the pair that it is of. */
interface Wanted {
  readonly text: string;
  readonly confirmed: boolean;
}

/**
 * Finds texts again among the segments of a side: each is one segment or several in a row. Those in the order of the
 * document are found first, then those that have moved, as far as the document has them once. Of two that want the same
 * place, as where a person has copied a text into another row, a confirmed one gets it.
 *
 * @param texts in the order in which they stood; `''` for none
 */
function locate(texts: readonly Wanted[], segments: readonly Segment[]): Located {
  const keys = segments.map(({ text }) => keyOf(text));
  const wanted = texts.map(({ text }) => keyOf(text));
  const places = placesOf(wanted, keys);
  const placesOfText = wanted.map((text) => places.get(text) ?? []);
  const ranges = inOrder(placesOfText, keys);
  const owners = new Int32Array(segments.length).fill(NOBODY);
  ranges.forEach((range, index) => {
    if (range) owners.fill(index, range.start, range.end);
  });
  const ownersOf = ({ start, end }: Range): number[] =>
    [...new Set(owners.subarray(start, end))].filter((owner) => owner !== NOBODY);
  const give = (range: Range, index: number): void => {
    for (const owner of ownersOf(range)) {
      owners.fill(NOBODY, ranges[owner]!.start, ranges[owner]!.end);
      ranges[owner] = null;
    }
    ranges[index] = range;
    owners.fill(index, range.start, range.end);
  };
  placesOfText.forEach((each, index) => {
    if (ranges[index] || !texts[index]!.confirmed || each.length === 0) return;
    const isFree = (range: Range): boolean => !ownersOf(range).some((owner) => texts[owner]!.confirmed);
    // Where the document has the text several times, a row beside this one has the place that it wants.
    const wantedPlaces = each.length === 1 ? each : placesOfRowsBeside(index, ranges, each);
    const place = wantedPlaces.find(isFree);
    if (place) give(place, index);
  });
  placesOfText.forEach((each, index) => {
    const [only] = each;
    if (!ranges[index] && each.length === 1 && ownersOf(only!).length === 0) give(only!, index);
  });
  return { ranges, isOnly: placesOfText.map(({ length }) => length === 1) };
}

const NOBODY = -1;

/** Rows beside one, on either side, that may have a place that it wants. */
const MOST_ROWS = 20;

/** Those of some places, in order, that the rows beside one have at least a part of, the nearest row first. */
function placesOfRowsBeside(
  index: number,
  ranges: readonly (Range | null)[],
  places: readonly Range[],
): Range[] {
  const found: Range[] = [];
  for (let distance = 1; distance <= MOST_ROWS; distance++) {
    for (const range of [ranges[index - distance], ranges[index + distance]]) {
      const place = range && firstEndingBehind(places, range.start);
      if (place && place.start < range.end) found.push(place);
    }
  }
  return found;
}

function firstEndingBehind(places: readonly Range[], start: number): Range | undefined {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (places[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  return places[low];
}

/** Segments that one text is looked for in: a person may join more than the aligner does. */
const MOST_SEGMENTS = 100;

/** All places at which texts stand. */
function placesOf(wanted: readonly string[], keys: readonly string[]): ReadonlyMap<string, readonly Range[]> {
  const places = new Map<string, Range[]>();
  for (const text of wanted) if (text !== '') places.set(text, []);
  const sorted = [...places.keys()].sort();
  for (let start = 0; start < keys.length; start++) {
    if (keys[start] === '') continue;
    let text = '';
    const last = Math.min(keys.length, start + MOST_SEGMENTS);
    for (let end = start + 1; end <= last; end++) {
      if (keys[end - 1] === '') continue;
      text += keys[end - 1];
      places.get(text)?.push({ start, end });
      if (!isBeginning(text, sorted)) break;
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
