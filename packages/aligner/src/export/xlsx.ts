import { type Pairs, type RecordOptions, records } from './records.js';

export async function toXlsx(pairs: Pairs, options: RecordOptions = {}): Promise<Iterable<Uint8Array>> {
  records(pairs, options);
  return [];
}
