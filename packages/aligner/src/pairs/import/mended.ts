import { checkIterable } from '../../common/arguments.js';
import type { Flag } from '../../types.js';
import { checkRecord } from '../checked.js';
import { isIdOf } from '../export/records.js';
import { FLAGS_OF_TEXTS, flagsOfTexts } from '../flags/flags-of-texts.js';
import type { PairRecord } from '../pair-record.js';

/**
 * Pairs from a file in which people have worked, such as a review sheet. Those of which a text was changed, since the id was made
 * from what it was, have the flags of the texts that they have now and none that told of others. What is returned may be gone
 * through as often as the pairs given.
 *
 * @throws DuiqiError `bad-input` for arguments of another kind
 */
export function mended(pairs: Iterable<PairRecord>): Iterable<PairRecord> {
  checkIterable('pairs', pairs, 'pairs such as readPairs gives');
  return {
    *[Symbol.iterator]() {
      for (const pair of pairs) {
        checkRecord(pair);
        yield withOwnFlags(pair);
      }
    },
  };
}

function withOwnFlags(record: PairRecord): PairRecord {
  const { en, zh, flags, confirmed } = record;
  if (!OWN_ID.test(record.id) || isIdOf(record, en, zh)) return record;
  const own = new Set<Flag>(flags.filter((flag) => !TEXTS_TELL.has(flag)));
  if (en !== '' && zh !== '') for (const flag of flagsOfTexts(en, zh)) own.add(flag);
  // The score was that of the pair before.
  if (confirmed) own.delete('low-score');
  return { ...record, flags: [...own].sort() };
}

const OWN_ID = /^[0-9a-f]{16}$/;
const TEXTS_TELL: ReadonlySet<Flag> = new Set<Flag>([...FLAGS_OF_TEXTS, 'duplicate', 'conflict']);
