import { partOfNumbers } from '../quantities/segment-numbers.js';
import type { Tokens } from '../score/tokens.js';
import type { Limits } from './band.js';
import type { ScoredSide } from './scoring-model.js';

/** Some of the segments of both sides. */
export interface PartOfText {
  /** Their numbers, rising. */
  readonly en: Int32Array;
  readonly zh: Int32Array;
  /** The place in the text where the part begins, which it has also where it is empty. */
  readonly enStart: number;
  readonly zhStart: number;
}

/** The segments `enStart … enEnd - 1` and `zhStart … zhEnd - 1`. */
export function rangeOfText(enStart: number, enEnd: number, zhStart: number, zhEnd: number): PartOfText {
  return {
    en: Int32Array.from({ length: enEnd - enStart }, (_, s) => enStart + s),
    zh: Int32Array.from({ length: zhEnd - zhStart }, (_, t) => zhStart + t),
    enStart,
    zhStart,
  };
}

/**
 * The given segments, in any order.
 *
 * @param enStart,zhStart where the part begins; by default where the text does
 */
export function partOfText(
  en: readonly number[],
  zh: readonly number[],
  enStart = 0,
  zhStart = 0,
): PartOfText {
  return { en: Int32Array.from(en).sort(), zh: Int32Array.from(zh).sort(), enStart, zhStart };
}

/** How many segments of a part stand before a place in the text. */
export function countBefore(kept: Int32Array, place: number): number {
  let [low, high] = [0, kept.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (kept[middle]! < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The limits of a text, as far as they concern a part of it. A row of the part is all rows of the text from the segment
 * before it to the one after it: where a clause has been taken out, the walls on both sides of it are in one row.
 */
export function limitsOfPart({ lo, hi }: Limits, { en, zh, enStart }: PartOfText): Limits {
  const after = Int32Array.from({ length: en.length + 1 }, (_, s) => (s === 0 ? enStart : en[s - 1]! + 1));
  const before = after.map((place, s) => en[s] ?? place);
  return {
    lo: after.map((place) => countBefore(zh, lo[place]!)),
    hi: before.map((place) => countBefore(zh, hi[place]! - 1) + 1),
  };
}

/**
 * The range of a text that a range of a part stands for, from its first segment to its last; the place after the
 * segment before it where it has none.
 *
 * @param kept numbers of the part's segments in the text, and `first` the place where it begins
 */
export function rangeInText(
  start: number,
  end: number,
  kept: Int32Array,
  first: number,
): readonly [start: number, end: number] {
  const last = end === 0 ? first : kept[end - 1]! + 1;
  return end > start ? [kept[start]!, last] : [last, last];
}

/**
 * A side with only some of its segments. Beads reach over no gap between them, and how common a word is still counts
 * in the whole text.
 *
 * @param kept numbers of the segments, rising
 */
export function partOfSide(side: ScoredSide, kept: Int32Array): ScoredSide {
  const { tokens, marks, headings, places, times } = side;
  const interval = new Int32Array(kept.length);
  for (let s = 1; s < kept.length; s++) {
    const [before, here] = [kept[s - 1]!, kept[s]!];
    const apart = here - before > 1 || side.interval[before] !== side.interval[here];
    interval[s] = interval[s - 1]! + (apart ? 1 : 0);
  }
  const part = taking(kept);
  return {
    tokens: partOfTokens(tokens, kept),
    marks: {
      ending: part(marks.ending),
      opens: part(marks.opens),
      closes: part(marks.closes),
      questions: part(marks.questions),
      exclamations: part(marks.exclamations),
      quotations: part(marks.quotations),
      speaking: part(marks.speaking),
      leaning: part(marks.leaning),
      again: part(marks.again),
      length: part(marks.length),
    },
    headings: { ...headings, kind: part(headings.kind) },
    numbers: partOfNumbers(side.numbers, kept),
    places: {
      run: part(places.run),
      runEnd: part(places.runEnd),
      before: part(places.before),
      after: part(places.after),
      surplus: part(places.surplus),
    },
    times: { start: part(times.start), end: part(times.end), alone: part(times.alone) },
    beginsParagraph: part(side.beginsParagraph),
    beginsItem: part(side.beginsItem),
    marker: part(side.marker),
    interval,
  };
}

type Values = Uint8Array | Int32Array | Float64Array;

/** Takes the values of the segments that are kept. Where there is no gap between them, nothing is copied. */
function taking(kept: Int32Array): <Some extends Values>(values: Some) => Some {
  const first = kept[0] ?? 0;
  if (hasNoGap(kept)) return (values) => values.subarray(first, first + kept.length) as typeof values;
  return (values) => {
    const taken = values.slice(0, kept.length) as typeof values;
    for (let s = 0; s < kept.length; s++) taken[s] = values[kept[s]!]!;
    return taken;
  };
}

function hasNoGap(kept: Int32Array): boolean {
  return kept.length === 0 || kept[kept.length - 1]! - kept[0]! === kept.length - 1;
}

function partOfTokens(tokens: Tokens, kept: Int32Array): Tokens {
  if (hasNoGap(kept)) {
    const first = kept[0] ?? 0;
    return { ...tokens, start: tokens.start.subarray(first, first + kept.length + 1) };
  }
  const start = new Int32Array(kept.length + 1);
  kept.forEach((s, index) => {
    start[index + 1] = start[index]! + tokens.start[s + 1]! - tokens.start[s]!;
  });
  const part = (values: Int32Array): Int32Array => {
    const out = new Int32Array(start[kept.length]!);
    kept.forEach((s, index) => {
      out.set(values.subarray(tokens.start[s]!, tokens.start[s + 1]!), start[index]);
    });
    return out;
  };
  return { ...tokens, start, type: part(tokens.type), from: part(tokens.from), to: part(tokens.to) };
}
