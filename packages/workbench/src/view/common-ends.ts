/** How many items two lists have alike at the start, and how many at the end behind those. */
export function commonEnds<Item>(
  before: readonly Item[],
  after: readonly Item[],
): readonly [first: number, last: number] {
  const most = Math.min(before.length, after.length);
  let first = 0;
  while (first < most && before[first] === after[first]) first++;
  let last = 0;
  while (last < most - first && before[before.length - 1 - last] === after[after.length - 1 - last]) last++;
  return [first, last];
}
