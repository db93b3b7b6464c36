import { type PairRecord, toJsonl } from 'duiqi/pairs';
import type { Outcome } from './outcome.js';

/** A document as it came: its id, and what is passed through as it was written, as JSON. */
export interface Identity {
  readonly id: string;
  readonly meta: string;
}

/** Pairs as lines of JSON, without line ends, of which all have the same fields. */
export function* pairLines(records: Iterable<PairRecord>): Iterable<string> {
  for (const line of toJsonl(records, { unaligned: true })) yield withoutNumbers(line.slice(0, -1));
}

/** Only some pairs have the field `numbers`, and here all have the same; the texts tell it again. */
function withoutNumbers(line: string): string {
  // No text holds these: quotation marks in it are escaped.
  const start = line.indexOf('"numbers":');
  return start < 0 ? line : line.slice(0, start) + line.slice(line.indexOf('"en_spans":', start));
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

function start({ id, meta }: Identity, { status, code, message, quality, signature }: Outcome): string {
  return [
    `"id":${jsonText(id)}`,
    `"meta":${meta}`,
    `"status":"${status}"`,
    `"code":"${code}"`,
    `"message":${jsonText(message)}`,
    `"quality":${jsonFraction(quality)}`,
    `"signature":${jsonText(signature)}`,
  ].join(',');
}

/** A text in JSON for the strictest of its readers, as the library writes those of pairs. */
export function jsonText(text: string): string {
  return (
    JSON.stringify(text)
      // The only surrogates that it escapes are lone ones; a backslash of the text is doubled.
      .replace(/\\(?:\\|ud[89a-f][\da-f]{2})/g, (found) => (found === '\\\\' ? found : '\uFFFD'))
      .replace(/[\u0085\u2028\u2029]/g, (end) => `\\u${end.charCodeAt(0).toString(16).padStart(4, '0')}`)
  );
}

/** With a decimal point: Arrow takes a column that begins with whole numbers for one of whole numbers. */
export function jsonFraction(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : String(value);
}
