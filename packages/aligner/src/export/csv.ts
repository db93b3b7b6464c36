import { type Pairs, type RecordOptions, records } from './records.js';

export function* toCsv(pairs: Pairs, options: RecordOptions = {}): Iterable<string> {
  for (const { en, zh } of records(pairs, options)) yield `${en},${zh}\n`;
}
