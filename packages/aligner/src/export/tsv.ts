import type { Alignment } from '../types.js';
import { type RecordOptions, records } from './records.js';
import { oneLine } from './text.js';

/** An alignment as tab-separated values below a header line, without quoting; a chunk is one line. */
export function* toTsv(alignment: Alignment, options: RecordOptions = {}): Iterable<string> {
  yield row(['en', 'zh', 'score', 'bead', 'clause', 'flags']);
  for (const { en, zh, score, bead, clause, flags } of records(alignment, options)) {
    yield row([en, zh, String(score), bead, clause ?? '', flags.join(',')]);
  }
}

function row(fields: readonly string[]): string {
  return `${fields.map(oneLine).join('\t')}\n`;
}
