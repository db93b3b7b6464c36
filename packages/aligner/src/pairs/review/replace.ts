/** More items at once no call takes as its arguments. */
const MOST_ARGUMENTS = 10_000;

/** Items in the place of others. Of many at once, no call takes all as its arguments. */
export function replace<Item>(items: Item[], at: number, count: number, by: readonly Item[]): void {
  if (by.length <= MOST_ARGUMENTS) {
    items.splice(at, count, ...by);
    return;
  }
  const behind = items.slice(at + count);
  items.length = at;
  for (const item of by) items.push(item);
  for (const item of behind) items.push(item);
}
