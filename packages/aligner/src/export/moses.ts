import type { Language } from '../types.js';
import { type Pairs, type RecordOptions, records } from './records.js';
import { oneLine, wellFormed } from './text.js';

/** One language of pairs as plain text, a pair a line, none of them empty: the other language has the same lines (Moses). */
export function* toMoses(pairs: Pairs, language: Language, options: RecordOptions = {}): Iterable<string> {
  for (const { [language]: text } of records(pairs, { ...options, unaligned: false }))
    yield `${oneLine(wellFormed(text))}\n`;
}
