/**
 * The places of a longest subsequence of numbers that rises strictly, in order (patience sorting, Fredman 1975): in
 * O(n log n).
 */
export function longestRising(values: readonly number[]): number[] {
  /** For each length the place of the least value that ends a subsequence so long. */
  const ends: number[] = [];
  const before = new Int32Array(values.length);
  values.forEach((value, place) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (values[ends[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    before[place] = ends[low - 1] ?? -1;
    ends[low] = place;
  });
  const chain: number[] = [];
  for (let place = ends.at(-1) ?? -1; place >= 0; place = before[place]!) chain.push(place);
  return chain.reverse();
}
