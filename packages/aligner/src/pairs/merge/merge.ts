import { checkIterable, checkList } from '../../common/arguments.js';
import { Fingerprints } from '../../common/fingerprints.js';
import type { Flag } from '../../types.js';
import { checkRecord } from '../checked.js';
import { Identifier } from '../export/records.js';
import type { PairRecord } from '../pair-record.js';
import { type NotedPair, Repeats } from '../repeats.js';

/** The pairs of several memories as one, which may be gone through more than once, and what was found in them. */
export interface Merged extends Iterable<PairRecord> {
  /** How many pairs each memory has, in their order. */
  readonly counts: readonly number[];
  /** Pairs that had come before: they are in the result once. */
  readonly repeats: number;
  /** Pairs of the result of which one text has another translation too. */
  readonly conflicts: number;
}

/**
 * Merges memories. A pair that comes again, with the same two texts as a TMX file would hold them, is there once, where it
 * came first; a repeat that a person has confirmed or written about, or one with a better score, gives it the score, bead,
 * flags, mark and note. One text with several translations stays with all of them, all flagged `conflict`. Pairs
 * keep their document, and their id unless a different pair before has the same one.
 *
 * The memories are gone through at once, and again each time that the result is; no more than numbers is held of a pair, save
 * of those that a repeat was better of.
 *
 * @throws DuiqiError `bad-input` for what is no list of memories
 */
export function merge(memories: readonly Iterable<PairRecord>[]): Merged {
  checkList('memories', memories, 'a list of memories, each of them pairs such as readPairs gives');
  for (const memory of memories) checkIterable('memory', memory, 'pairs such as readPairs gives');
  const repeats = new Repeats();
  const ids = new Fingerprints();
  /** By the pair's number: how far it is to be believed, and what a better repeat says. */
  const belief: number[] = [];
  const better = new Map<number, Judgement>();
  const different: NotedPair[] = [];
  const renamed = new Set<number>();
  const counts = memories.map((memory) => {
    let count = 0;
    for (const record of memory) {
      checkRecord(record);
      count++;
      const note = repeats.add(record.en, record.zh);
      const { pair } = note;
      const own = beliefIn(record);
      if (!note.isDuplicate) {
        const known = ids.size;
        if (ids.add(record.id) < known) renamed.add(pair);
        belief.push(own);
        different.push(note);
      } else if (own > belief[pair]!) {
        belief[pair] = own;
        better.set(pair, judgementOf(record));
      }
    }
    return count;
  });

  function* merged(): Iterable<PairRecord> {
    const identifier = new Identifier();
    const isWritten = new Uint8Array(different.length);
    for (const memory of memories) {
      for (const record of memory) {
        const note = repeats.add(record.en, record.zh);
        if (isWritten[note.pair] === 1) continue;
        isWritten[note.pair] = 1;
        const whole = { ...record, ...better.get(note.pair) };
        const id = renamed.has(note.pair) ? newId(record, identifier, ids) : record.id;
        yield { ...whole, id, flags: flagsOf(whole.flags, repeats.isConflict(note)) };
      }
    }
  }

  const all = counts.reduce((sum, count) => sum + count, 0);
  return {
    [Symbol.iterator]: () => merged()[Symbol.iterator](),
    counts,
    repeats: all - different.length,
    conflicts: different.filter((note) => repeats.isConflict(note)).length,
  };
}

/** What is said of a pair, and not where it stands. */
type Judgement = Partial<Pick<PairRecord, 'score' | 'bead' | 'flags' | 'confirmed' | 'note'>>;

/** A file that holds no scores holds neither beads nor flags. */
function judgementOf({ score, bead, flags, confirmed, note }: PairRecord): Judgement {
  return {
    ...(score !== null && { score, bead, flags }),
    ...(confirmed && { confirmed }),
    ...(note !== undefined && { note }),
  };
}

/** What a person has said counts for more than any score, and a score for more than none. */
function beliefIn({ score, confirmed, note }: PairRecord): number {
  return (confirmed ? 8 : 0) + (note === undefined ? 0 : 4) + (score ?? -1);
}

/** Repeats are no more, and conflicts are those of the result. */
function flagsOf(flags: readonly Flag[], isConflict: boolean): readonly Flag[] {
  const others = flags.filter((flag) => flag !== 'duplicate' && flag !== 'conflict');
  return isConflict ? [...others, 'conflict' as const].sort() : others;
}

function newId({ doc, en, zh }: PairRecord, identifier: Identifier, taken: Fingerprints): string {
  for (;;) {
    const id = identifier.id(doc, en, zh);
    if (!taken.has(id)) return id;
  }
}
