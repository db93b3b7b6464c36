import { badArgument, checkOptionsAreOne } from '../../common/arguments.js';
import type { Bead, Ladder, Language, SegmentRange } from '../../types.js';
import { checkOneOf } from './option-checks.js';

/** How `toBeads` writes. */
export interface BeadsOptions {
  /** The language whose segment numbers stand first; default `en`. */
  readonly first?: Language;
}

/**
 * A ladder as `[0,1]:[0]` lines, the numbers of the segments (from 0) of either side: the format of Vecalign
 * and Bertalign. A chunk is one line.
 *
 * @throws DuiqiError `bad-option` and `bad-input`, at once
 */
export function toBeads(ladder: Ladder, options: BeadsOptions = {}): Iterable<string> {
  if (!Array.isArray(ladder) || !ladder.every(isBead)) {
    throw badArgument('ladder', ladder, 'the ladder of an alignment');
  }
  checkOptionsAreOne(options);
  const { first = 'en' } = options;
  checkOneOf('first', first, ['en', 'zh']);
  return lines(ladder, first);
}

function* lines(ladder: Ladder, first: Language): Iterable<string> {
  for (const { en, zh } of ladder) {
    const [left, right] = first === 'en' ? [en, zh] : [zh, en];
    yield `[${numbers(left)}]:[${numbers(right)}]\n`;
  }
}

function isBead(bead: Partial<Bead> | null): boolean {
  return [bead?.en?.start, bead?.en?.end, bead?.zh?.start, bead?.zh?.end].every(Number.isInteger);
}

function numbers({ start, end }: SegmentRange): string {
  return Array.from({ length: end - start }, (_, offset) => start + offset).join();
}
