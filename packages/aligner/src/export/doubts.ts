import type { PairRecord } from '../pair-record.js';
import type { Flag } from '../types.js';

/** In words, the flags that want a look; the others only tell how a pair came about. */
const DOUBTS: Partial<Readonly<Record<Flag, string>>> = {
  conflict: 'the same text has another translation too',
  crossing: 'it stands in another order',
  'length-ratio': 'one side is much too long for the other',
  'low-score': 'the score is low',
  'number-mismatch': 'the numbers differ',
  truncated: 'the text breaks off',
  untranslated: 'both sides are the same',
  'wrong-language': 'one side is in another language',
};

/** Why a person should look at a pair; empty where nothing speaks against it. */
export function doubts({ en, zh, flags }: PairRecord): readonly string[] {
  const reasons = flags.flatMap((flag) => DOUBTS[flag] ?? []);
  return en === '' || zh === '' ? ['it has no counterpart', ...reasons] : reasons;
}
