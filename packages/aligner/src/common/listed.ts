/** Some things as a sentence names them: `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly (string | number)[], conjunction: 'and' | 'or' = 'and'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${conjunction} ${items.at(-1)}`;
}

/** The first few of some things, and how many more there are: `a, b and 3 more`. */
export function listedUpTo(most: number, items: readonly (string | number)[]): string {
  const more = items.length - most;
  return listed(more > 0 ? [...items.slice(0, most), `${more} more`] : items);
}

/** `1 page`, `3 pages`. */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
