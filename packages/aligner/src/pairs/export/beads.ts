import type { Ladder, Language, SegmentRange } from '../../types.js';

/** How `toBeads` writes. */
export interface BeadsOptions {
  /** The language whose segment numbers stand first; default `en`. */
  readonly first?: Language;
}

/**
 * A ladder as `[0,1]:[0]` lines, the numbers of the segments (from 0) of either side: the format of Vecalign
 * and Bertalign. A chunk is one line.
 */
export function* toBeads(ladder: Ladder, { first = 'en' }: BeadsOptions = {}): Iterable<string> {
  for (const { en, zh } of ladder) {
    const [left, right] = first === 'en' ? [en, zh] : [zh, en];
    yield `[${numbers(left)}]:[${numbers(right)}]\n`;
  }
}

function numbers({ start, end }: SegmentRange): string {
  return Array.from({ length: end - start }, (_, offset) => start + offset).join();
}
