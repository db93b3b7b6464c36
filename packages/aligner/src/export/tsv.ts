import { type Pairs, type RecordOptions, records } from './records.js';
import { oneLine, wellFormed } from './text.js';

export interface TsvOptions extends RecordOptions {
  /** Fields of `PairRecord` in the order of their columns; default en, zh, score, bead, clause, flags. */
  readonly columns?: readonly string[];
}

/** Pairs as tab-separated values below a header line, without quoting; a chunk is one line. */
export function* toTsv(pairs: Pairs, options: TsvOptions = {}): Iterable<string> {
  yield row(['en', 'zh', 'score', 'bead', 'clause', 'flags']);
  for (const { en, zh, score, bead, clause, flags } of records(pairs, options)) {
    yield row([en, zh, score === null ? '' : String(score), bead ?? '', clause ?? '', flags.join(',')]);
  }
}

function row(fields: readonly string[]): string {
  return `${fields.map((field) => oneLine(wellFormed(field))).join('\t')}\n`;
}
