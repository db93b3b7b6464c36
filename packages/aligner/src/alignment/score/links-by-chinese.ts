/** Links by English type: those of e are `zh[start[e]] … zh[start[e + 1] - 1]`. */
interface LinksByEnglish {
  readonly start: ArrayLike<number>;
  readonly zh: ArrayLike<number>;
}

/** The same links by Chinese type: those of z are at `start[z] … start[z + 1] - 1`. */
interface LinksByChinese {
  readonly start: Int32Array;
  /** The English type of each. */
  readonly to: Int32Array;
  /** Where each stands among the links by English type. */
  readonly link: Int32Array;
}

/** @param types Chinese ones */
export function linksByChinese(links: LinksByEnglish, types: number): LinksByChinese {
  const count = links.zh.length;
  const start = new Int32Array(types + 1);
  for (let link = 0; link < count; link++) start[links.zh[link]! + 1]!++;
  for (let z = 0; z < types; z++) start[z + 1]! += start[z]!;
  const next = start.slice();
  const [to, from] = [new Int32Array(count), new Int32Array(count)];
  for (let e = 0; e + 1 < links.start.length; e++) {
    for (let link = links.start[e]!; link < links.start[e + 1]!; link++) {
      const place = next[links.zh[link]!]!++;
      to[place] = e;
      from[place] = link;
    }
  }
  return { start, to, link: from };
}
