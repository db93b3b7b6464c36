import { PAIR_FIELDS, type PairRecord } from '../pair-record.js';
import { json } from './json.js';
import { mnbvcLines } from './mnbvc.js';
import { checkDate, checkDirection, checkOneOf, type Direction } from './option-checks.js';
import { type Pairs, type RecordOptions, records } from './records.js';

export interface JsonlOptions extends RecordOptions {
  /** Which fields a line has; default all of a `PairRecord`. */
  readonly profile?: JsonlProfile;
  /** Which language is `src` (`flat`) or `anchor` (`st`); default `en-zh`. */
  readonly direction?: Direction;
  /** `YYYYMMDDThhmmssZ`, in UTC, for the profile that has a date (`mnbvc`); without it that field is empty. */
  readonly date?: string;
}

/**
 * What the lines of a JSONL file are for. All but the default one hold pairs only: text without a counterpart is left out.
 * - `default`: all that is known, one `PairRecord` a line
 * - `hf`: `{"translation":{"en","zh"}}`, translation examples of Hugging Face datasets
 * - `flat`: `{"src","tgt","score"}`
 * - `st`: `{"anchor","positive"}`, pairs for sentence-transformers
 * - `mnbvc`: the fields of the parallel corpora of MNBVC
 */
export type JsonlProfile = 'default' | 'hf' | 'flat' | 'st' | 'mnbvc';

/**
 * Pairs as JSON Lines; a chunk is one line.
 *
 * @throws DuiqiError `bad-option`, at once
 */
export function toJsonl(pairs: Pairs, options: JsonlOptions = {}): Iterable<string> {
  const { profile = 'default', direction = 'en-zh', date } = options;
  checkOneOf('profile', profile, ['default', 'hf', 'flat', 'st', 'mnbvc']);
  checkDirection(direction);
  checkDate(date);
  if (profile === 'default') return lines(records(pairs, options), (record) => json(record, PAIR_FIELDS));
  const kept = records(pairs, { ...options, unaligned: false });
  if (profile === 'mnbvc') return mnbvcLines(kept, date?.slice(0, 'YYYYMMDD'.length) ?? '');
  return lines(kept, (record) => json(LINE_OF[profile](record, direction)));
}

function* lines(pairs: Iterable<PairRecord>, line: (record: PairRecord) => string): Iterable<string> {
  for (const record of pairs) yield `${line(record)}\n`;
}

type LineOf = (record: PairRecord, direction: Direction) => object;

const LINE_OF: Readonly<Record<Exclude<JsonlProfile, 'default' | 'mnbvc'>, LineOf>> = {
  hf: ({ en, zh }) => ({ translation: { en, zh } }),
  flat: ({ en, zh, score }, direction) =>
    direction === 'en-zh' ? { src: en, tgt: zh, score } : { src: zh, tgt: en, score },
  st: ({ en, zh }, direction) =>
    direction === 'en-zh' ? { anchor: en, positive: zh } : { anchor: zh, positive: en },
};
