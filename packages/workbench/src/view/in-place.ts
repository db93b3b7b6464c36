/** More items at once no call takes as its arguments. */
const MOST_ARGUMENTS = 10_000;

/** A copy of a list with so many new items in the place of those from `start` to `end`: it is copied once, whatever comes or goes. */
export function inPlace<Item>(
  items: readonly Item[],
  start: number,
  end: number,
  count: number,
  item: Item,
): Item[] {
  const come = Array.from({ length: count }, () => item);
  if (count > MOST_ARGUMENTS) return items.slice(0, start).concat(come, items.slice(end));
  const copy = items.slice();
  copy.splice(start, end - start, ...come);
  return copy;
}
