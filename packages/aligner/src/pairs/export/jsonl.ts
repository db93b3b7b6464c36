import { checkOptionsAreOne } from '../../common/arguments.js';
import { PAIR_FIELDS, type PairRecord } from '../pair-record.js';
import { json } from './json.js';
import { type DirectionOptions, languagesOf } from './language-tags.js';
import { mnbvcLines } from './mnbvc.js';
import { checkDate, checkOneOf } from './option-checks.js';
import { type Pairs, type RecordOptions, records } from './records.js';

/** How pairs are written as JSON Lines. */
export interface JsonlOptions extends RecordOptions, Pick<DirectionOptions, 'direction'> {
  /** Which fields a line has; default all of a `PairRecord`. */
  readonly profile?: JsonlProfile;
  /** `YYYYMMDDThhmmssZ`, in UTC, for the profile that has a date (`mnbvc`); without it that field is empty. */
  readonly date?: string;
}

/**
 * What the lines of a JSONL file are for. All but the default one hold pairs only: text without a counterpart is left out.
 * - `default`: all that is known, one `PairRecord` a line
 * - `hf`: `{"translation":{"en","zh"}}`, translation examples of Hugging Face datasets
 * - `flat`: `{"src","tgt","score"}`, the source as `direction` has it
 * - `st`: `{"anchor","positive"}`, pairs for sentence-transformers, likewise
 * - `mnbvc`: the fields of the parallel corpora of MNBVC
 */
export type JsonlProfile = 'default' | 'hf' | 'flat' | 'st' | 'mnbvc';

/**
 * Pairs as JSON Lines; a chunk is one line.
 *
 * @throws DuiqiError `bad-option`, at once
 */
export function toJsonl(pairs: Pairs, options: JsonlOptions = {}): Iterable<string> {
  checkOptionsAreOne(options);
  const { profile = 'default', date } = options;
  checkOneOf('profile', profile, ['default', 'hf', 'flat', 'st', 'mnbvc']);
  const [source, target] = languagesOf(options);
  checkDate(date);
  if (profile === 'default') return lines(records(pairs, options), (record) => json(record, PAIR_FIELDS));
  const kept = records(pairs, { ...options, unaligned: false });
  if (profile === 'mnbvc') return mnbvcLines(kept, date?.slice(0, 'YYYYMMDD'.length) ?? '');
  return lines(kept, (record) => json(LINE_OF[profile](record[source], record[target], record)));
}

function* lines(pairs: Iterable<PairRecord>, line: (record: PairRecord) => string): Iterable<string> {
  for (const record of pairs) yield `${line(record)}\n`;
}

type LineOf = (source: string, target: string, record: PairRecord) => object;

const LINE_OF: Readonly<Record<Exclude<JsonlProfile, 'default' | 'mnbvc'>, LineOf>> = {
  hf: (_source, _target, { en, zh }) => ({ translation: { en, zh } }),
  flat: (source, target, { score }) => ({ src: source, tgt: target, score }),
  st: (source, target) => ({ anchor: source, positive: target }),
};
