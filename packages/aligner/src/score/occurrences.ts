import type { Tokens } from './tokens.js';

/** The inverted index of one side: occurrences of type t are `start[t] … start[t + 1] - 1`, in the order of the text. */
export interface Occurrences {
  readonly start: Int32Array;
  /** The segment of each occurrence. */
  readonly segment: Int32Array;
  /** Its place among the segment's words. */
  readonly place: Int32Array;
}

export function occurrencesOf(tokens: Tokens): Occurrences {
  const start = new Int32Array(tokens.keys.length + 1);
  const words = tokens.start[tokens.start.length - 1]! - tokens.start[0]!;
  for (let token = tokens.start[0]!, end = token + words; token < end; token++)
    start[tokens.type[token]! + 1]!++;
  for (let type = 0; type < tokens.keys.length; type++) start[type + 1]! += start[type]!;
  const next = start.slice();
  const segment = new Int32Array(words);
  const place = new Int32Array(words);
  for (let s = 0; s + 1 < tokens.start.length; s++) {
    for (let token = tokens.start[s]!; token < tokens.start[s + 1]!; token++) {
      const at = next[tokens.type[token]!]!++;
      segment[at] = s;
      place[at] = token - tokens.start[s]!;
    }
  }
  return { start, segment, place };
}

/** The first occurrence of a type in or after a segment. */
export function lowerBound(occurrences: Occurrences, type: number, segment: number): number {
  let low = occurrences.start[type]!;
  let high = occurrences.start[type + 1]!;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (occurrences.segment[middle]! < segment) low = middle + 1;
    else high = middle;
  }
  return low;
}
