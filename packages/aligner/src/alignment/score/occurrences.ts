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

export function occurrencesOf({ type, start: segmentStart, keys }: Words): Occurrences {
  const segments = segmentStart.length - 1;
  const [first, end] = [segmentStart[0]!, segmentStart[segments]!];
  const start = new Int32Array(keys.length + 1);
  for (let word = first; word < end; word++) start[type[word]! + 1]!++;
  for (let own = 0; own < keys.length; own++) start[own + 1]! += start[own]!;
  const next = start.slice();
  const segment = new Int32Array(end - first);
  const place = new Int32Array(end - first);
  for (let s = 0; s < segments; s++) {
    for (let word = segmentStart[s]!; word < segmentStart[s + 1]!; word++) {
      const at = next[type[word]!]!++;
      segment[at] = s;
      place[at] = word - segmentStart[s]!;
    }
  }
  return { start, segment, place };
}
