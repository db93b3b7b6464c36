import { usage } from '../command-line.js';

/** What a stream begins with that holds something else than lines of JSON, and how those are had from it. */
const KINDS: readonly (readonly [start: string, what: string])[] = [
  ['\x1f\x8b', 'compressed by gzip: unpack it on the way, as in: zcat FILE | duiqi stream'],
  ['\x28\xb5\x2f\xfd', 'compressed by Zstandard: unpack it on the way, as in: zstdcat FILE | duiqi stream'],
  ['BZh', 'compressed by bzip2: unpack it on the way, as in: bzcat FILE | duiqi stream'],
  ['\xfd7zXZ', 'compressed by xz: unpack it on the way, as in: xzcat FILE | duiqi stream'],
  ['PK\x03\x04', 'a ZIP archive: unpack it, and give the JSON lines in it'],
  ['PAR1', 'a Parquet file: give its rows as JSON lines'],
  ['\xff\xfe', 'in UTF-16: JSON lines are in UTF-8'],
  ['\xfe\xff', 'in UTF-16: JSON lines are in UTF-8'],
];

/**
 * Refuses a stream that as a whole is something else than lines: each line of it would be an error, however many there were.
 *
 * @param start of the stream, up to the first line feed
 */
export function refuseUnlessLines(start: Uint8Array): void {
  const text = String.fromCharCode(...start.subarray(0, 8));
  const kind = KINDS.find(([magic]) => text.startsWith(magic));
  if (kind !== undefined) throw usage(`standard input is ${kind[1]}.`);
}
