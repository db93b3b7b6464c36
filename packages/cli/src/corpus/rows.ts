import type { PairRecord } from 'duiqi/pairs';
import { fixed } from './fixed-record.js';
import type { Outcome } from './outcome.js';

/** A document as it came: its id, and what is passed through as it was written, as JSON. */
export interface Identity {
  readonly id: string;
  readonly meta: string;
}

/** Pairs as lines of JSON, without line ends, of which all have the same fields. */
export function* pairLines(records: Iterable<PairRecord>): Iterable<string> {
  for (const record of records) yield jsonObject(fixed(record));
}

/** A row that holds its pairs. */
export function nestedRow(identity: Identity, outcome: Outcome): string {
  return `{${start(identity, outcome)},"pairs":[${[...pairLines(outcome.records)].join(',')}]}\n`;
}

/** A row for each pair, with what was passed through. */
export function flatRows({ meta }: Identity, { records }: Outcome): string {
  return [...pairLines(records)].map((line) => `${line.slice(0, -1)},"meta":${meta}}\n`).join('');
}

/** What became of the document, and how many pairs it has. */
export function statusRow(identity: Identity, outcome: Outcome): string {
  return `{${start(identity, outcome)},"pairs":${outcome.records.length}}\n`;
}

/** All of a row but its pairs. */
function start({ id, meta }: Identity, { status, code, message, quality, signature }: Outcome): string {
  const rest = jsonObject({ status, code, message, quality, signature });
  return `"id":${json(id)},"meta":${meta},${rest.slice(1, -1)}`;
}

/** Numbers that may be fractions. */
const FRACTIONS: ReadonlySet<string> = new Set(['score', 'quality']);

/**
 * An object in JSON for the strictest of its readers, as the library writes pairs. Fractions have a decimal point even where
 * they are whole: Arrow takes a column that begins with whole numbers for one of whole numbers.
 */
export function jsonObject(object: object): string {
  const fields = Object.entries(object).map(([name, value]) => {
    const isWhole = FRACTIONS.has(name) && Number.isInteger(value);
    return `${json(name)}:${json(value)}${isWhole ? '.0' : ''}`;
  });
  return `{${fields.join(',')}}`;
}

function json(value: unknown): string {
  return (
    JSON.stringify(value)
      // The only surrogates that it escapes are lone ones; a backslash of the text is doubled.
      .replace(/\\(?:\\|ud[89a-f][\da-f]{2})/g, (found) => (found === '\\\\' ? found : '\uFFFD'))
      .replace(/[\u0085\u2028\u2029]/g, (end) => `\\u${end.charCodeAt(0).toString(16).padStart(4, '0')}`)
  );
}
