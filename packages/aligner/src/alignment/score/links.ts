/**
 * Which types of one side are linked to which types of the other: type t to `to[start[t] … start[t + 1] - 1]`, which
 * never fall.
 */
export interface Links {
  readonly start: Int32Array;
  readonly to: Int32Array;
}

/** The links that are in either of two lists for the same types, each once. */
export function union(a: Links, b: Links): Links {
  const types = a.start.length - 1;
  const start = new Int32Array(types + 1);
  const to = new Int32Array(a.to.length + b.to.length);
  let size = 0;
  for (let type = 0; type < types; type++) {
    let inA = a.start[type]!;
    let inB = b.start[type]!;
    const endOfA = a.start[type + 1]!;
    const endOfB = b.start[type + 1]!;
    while (inA < endOfA || inB < endOfB) {
      const fromA = inB >= endOfB || (inA < endOfA && a.to[inA]! < b.to[inB]!);
      const other = fromA ? a.to[inA++]! : b.to[inB++]!;
      if (size === start[type] || to[size - 1] !== other) to[size++] = other;
    }
    start[type + 1] = size;
  }
  return { start, to: to.slice(0, size) };
}

/** Where each link of a list is in a larger list that has them all. */
export function placesIn(links: Links, part: Links): Int32Array {
  const places = new Int32Array(part.to.length);
  for (let type = 0; type + 1 < part.start.length; type++) {
    let place = links.start[type]!;
    for (let link = part.start[type]!; link < part.start[type + 1]!; link++) {
      while (links.to[place] !== part.to[link]) place++;
      places[link] = place;
    }
  }
  return places;
}

/** The values of a part of the links, by link; 0 for the rest. */
export function valuesIn(links: Links, part: Links, values: ArrayLike<number>): Float64Array {
  const all = new Float64Array(links.to.length);
  placesIn(links, part).forEach((place, link) => {
    all[place]! += values[link]!;
  });
  return all;
}
