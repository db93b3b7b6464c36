import type { Collection } from './collection.js';

/** How strongly the types of one language say those of the other: the links of type t are `start[t] … start[t + 1] - 1`. */
export interface Links {
  readonly start: Int32Array;
  readonly to: Int32Array;
  /** 0–1. */
  readonly strength: Float32Array;
}

/** Says that one type says another one. */
export interface Link {
  readonly from: number;
  readonly to: number;
  readonly strength: number;
}

export function tabulate(links: readonly Link[], types: number): Links {
  const start = new Int32Array(types + 1);
  for (const { from } of links) start[from + 1]!++;
  for (let type = 0; type < types; type++) start[type + 1]! += start[type]!;
  const next = start.slice();
  const to = new Int32Array(links.length);
  const strength = new Float32Array(links.length);
  for (const link of links) {
    const place = next[link.from]!++;
    to[place] = link.to;
    strength[place] = link.strength;
  }
  return { start, to, strength };
}

/** How strongly documents of one language say the types of the other one. */
export interface Said {
  /** Of each type, by all documents together. */
  readonly sum: Float64Array;
  /** How much each document says, beside the mean of all. */
  readonly breadth: Float64Array;
}

/** What is known of a type before any document was seen: as if so many documents had said it so strongly. */
const BEFORE = { documents: 4, strength: 0.05 };

/** How strongly a type is said by chance: by those documents that do not say it for being the counterpart. */
export function chanceOf({ sum, breadth }: Said, type: number, own: number): number {
  const others = Math.max(0, sum[type]! - own);
  return (others + BEFORE.documents * BEFORE.strength) / (breadth.length - 1 + BEFORE.documents);
}

/** @param types how many the other language has */
export function howOftenSaid(collection: Collection, links: Links, types: number): Said {
  const count = collection.start.length - 1;
  const sum = new Float64Array(types);
  const breadth = new Float64Array(count);
  const strongest = new Float32Array(types);
  for (let d = 0; d < count; d++) {
    const said: number[] = [];
    forEachSaid(collection, links, d, (to, value) => {
      if (strongest[to] === 0) said.push(to);
      if (value > strongest[to]!) strongest[to] = value;
    });
    for (const to of said) {
      sum[to]! += strongest[to]!;
      breadth[d]! += strongest[to]!;
      strongest[to] = 0;
    }
  }
  const whole = breadth.reduce((all, each) => all + each, 0) / Math.max(1, count);
  for (let d = 0; d < count; d++) breadth[d] = whole === 0 ? 1 : breadth[d]! / whole;
  return { sum, breadth };
}

export function forEachSaid(
  { types, start }: Collection,
  { start: first, to, strength }: Links,
  document: number,
  visit: (to: number, strength: number) => void,
): void {
  for (let k = start[document]!; k < start[document + 1]!; k++) {
    const type = types[k]!;
    for (let link = first[type]!; link < first[type + 1]!; link++) visit(to[link]!, strength[link]!);
  }
}
