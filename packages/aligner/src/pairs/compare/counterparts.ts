import { Fingerprints } from '../../common/fingerprints.js';
import { matchInOrder } from '../../common/match-in-order.js';
import type { PairRecord } from '../pair-record.js';
import { cleanSegment } from '../text.js';

/** Which pairs of two memories are the same one, as far as texts that both have tell, and how many pairs there are. */
export interface Counterparts {
  /** For each old pair the place of the new one, or `UNMATCHED`; in order. */
  readonly newOf: Int32Array;
  readonly newLength: number;
}

/**
 * Matches the pairs of two memories in order: first those that have both texts in common, then between them those that have
 * the English one, then those that have the Chinese one. Texts are held as numbers only.
 */
export function counterparts(old: Iterable<PairRecord>, now: Iterable<PairRecord>): Counterparts {
  const texts = new Fingerprints();
  const before = numbersOf(old, texts);
  const after = numbersOf(now, texts);
  let newOf = matchInOrder(before.pair, after.pair);
  newOf = matchInOrder(before.en, after.en, newOf);
  newOf = matchInOrder(before.zh, after.zh, newOf);
  return { newOf, newLength: after.pair.length };
}

/** For each pair the numbers of both texts together and of each. */
interface TextNumbers {
  readonly pair: number[];
  readonly en: number[];
  readonly zh: number[];
}

function numbersOf(records: Iterable<PairRecord>, texts: Fingerprints): TextNumbers {
  const numbers: TextNumbers = { pair: [], en: [], zh: [] };
  for (const record of records) {
    const [en, zh] = [cleanSegment(record.en), cleanSegment(record.zh)];
    const pair = texts.add(en, zh);
    numbers.pair.push(pair);
    // A missing text is like no other: it stands for the pair as a whole.
    numbers.en.push(en === '' ? pair : texts.add('en', en, ''));
    numbers.zh.push(zh === '' ? pair : texts.add('zh', zh, ''));
  }
  return numbers;
}
