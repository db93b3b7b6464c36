import type { Tokens } from './tokens.js';

/** Words by the segment or the bead that they stand in: those of s are `type[start[s] … start[s + 1] - 1]`. */
export type Words = Pick<Tokens, 'type' | 'start' | 'keys'>;

/** The inverted index of one side: occurrences of type t are `start[t] … start[t + 1] - 1`, in the order of the text. */
export interface Occurrences {
  readonly start: Int32Array;
  /** The segment of each occurrence. */
  readonly segment: Int32Array;
  /** Its place among the segment's words. */
  readonly place: Int32Array;
}

export function occurrencesOf(words: Words): Occurrences {
  const start = new Int32Array(words.keys.length + 1);
  for (let word = 0; word < words.type.length; word++) start[words.type[word]! + 1]!++;
  for (let type = 0; type < words.keys.length; type++) start[type + 1]! += start[type]!;
  const next = start.slice();
  const segment = new Int32Array(words.type.length);
  const place = new Int32Array(words.type.length);
  for (let s = 0; s + 1 < words.start.length; s++) {
    for (let word = words.start[s]!; word < words.start[s + 1]!; word++) {
      const at = next[words.type[word]!]!++;
      segment[at] = s;
      place[at] = word - words.start[s]!;
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
