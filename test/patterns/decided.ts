import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Pattern } from './found-patterns.js';

/** Patterns that the checker has called safe, so that they need not be decided in each run: all of them took both cores three minutes and a half in CI. */
const FILE = new URL('decided.txt', import.meta.url);

/** One in so many of those that are listed is checked all the same: which ones goes by how many patterns there are, so that all have their turn. */
const TURNS = 8;

const { version } = createRequire(import.meta.url)('recheck/package.json') as { version: string };

/** What stands in the list for a pattern: of another version of the checker it is another one. */
function keyOf({ source, flags }: Pick<Pattern, 'source' | 'flags'>): string {
  return createHash('sha256').update(`${version} /${source}/${flags}`).digest('hex').slice(0, 20);
}

/** Those that are to be checked now: all that are not listed, and the part of the list whose turn it is. */
export function toCheck(patterns: readonly Pattern[]): Pattern[] {
  const listed = new Set(readFileSync(FILE, 'utf8').split('\n'));
  const turn = patterns.length % TURNS;
  return patterns.filter((pattern) => {
    const key = keyOf(pattern);
    return !listed.has(key) || Number.parseInt(key.slice(0, 8), 16) % TURNS === turn;
  });
}

/** Lists these and no others: a line each, in order, so that two branches are merged line by line. */
export function list(patterns: readonly Pattern[]): void {
  writeFileSync(FILE, `${patterns.map(keyOf).sort().join('\n')}\n`);
}
