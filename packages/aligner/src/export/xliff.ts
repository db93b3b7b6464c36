import { type Pairs, type RecordOptions, records } from './records.js';
import type { TmxOptions } from './tmx.js';

export interface XliffOptions
  extends RecordOptions,
    Pick<TmxOptions, 'direction' | 'sourceLanguage' | 'targetLanguage'> {}

export function* toXliff(pairs: Pairs, options: XliffOptions = {}): Iterable<string> {
  for (const { id } of records(pairs, options)) yield id;
}
