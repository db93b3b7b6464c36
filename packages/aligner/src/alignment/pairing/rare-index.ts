import type { Collection } from './collection.js';

/** In which documents the types are that few have: those of type t are `start[t] … start[t + 1] - 1`; none for the others. */
export interface RareIndex {
  readonly start: Int32Array;
  readonly document: Int32Array;
}

/** A type that more documents have, and more than this share of them, is not rare. */
const RARE = { documents: 100, share: 0.02 };

/** In so many documents a rare type may be. */
export function mostOfRare(documents: number): number {
  return Math.max(RARE.documents, RARE.share * documents);
}

export function rareIndex({ keys, types, start, documents }: Collection): RareIndex {
  const count = start.length - 1;
  const most = mostOfRare(count);
  const places = new Int32Array(keys.length + 1);
  for (let type = 0; type < keys.length; type++) {
    places[type + 1] = places[type]! + (documents[type]! <= most ? documents[type]! : 0);
  }
  const next = places.slice();
  const document = new Int32Array(places.at(-1)!);
  for (let d = 0; d < count; d++) {
    for (let k = start[d]!; k < start[d + 1]!; k++) {
      const type = types[k]!;
      if (documents[type]! <= most) document[next[type]!++] = d;
    }
  }
  return { start: places, document };
}
