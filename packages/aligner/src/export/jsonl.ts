import { type Pairs, type RecordOptions, records } from './records.js';
import { wellFormed } from './text.js';

export interface JsonlOptions extends RecordOptions {
  /** Which fields a line has; default all of a `PairRecord`. */
  readonly profile?: JsonlProfile;
}

export type JsonlProfile = 'default' | 'hf' | 'flat' | 'st' | 'mnbvc';

/** Pairs as JSON Lines: one `PairRecord` a line, its fields in their order; a chunk is one line. */
export function* toJsonl(pairs: Pairs, options: JsonlOptions = {}): Iterable<string> {
  for (const record of records(pairs, options)) yield `${jsonLine(record)}\n`;
}

/** JSON without U+2028 and U+2029, at which some readers break lines (ECMA-404 allows both), and without lone surrogates. */
function jsonLine(value: object): string {
  return JSON.stringify(value, (_, field: unknown) => (typeof field === 'string' ? wellFormed(field) : field))
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
}
