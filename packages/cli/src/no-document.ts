import { type OutputFormat, usage } from './command-line.js';
import type { Failure } from './failure.js';
import { inputName } from './files.js';
import { formatByName } from './formats.js';

const PAIRS = 'holds pairs already: duiqi export writes them in other formats.';
const JSON_TEXT =
  'holds JSON, which is no document: duiqi export reads pairs in JSON lines, duiqi stream aligns documents in them, strings of a program are read from a file called .json that is one object in JSON, without faults, and of anything else give the text itself.';

/** Files whose names say that they hold no text to align, but markup around it or none; tables may hold rough pairs. */
const BY_NAME: Partial<Readonly<Record<OutputFormat, string>>> = {
  tmx: PAIRS,
  xliff: PAIRS,
  moses: PAIRS,
  jsonl: JSON_TEXT,
  parquet:
    'is a Parquet file, which holds rows: give the texts themselves, or duiqi stream the rows as JSON lines.',
  beads: 'holds numbers of sentences: give the two texts that they count.',
};

/** Refuses files whose names say that they are no documents. */
export function refuseByName(paths: readonly string[]): void {
  for (const path of paths) {
    const why = BY_NAME[formatByName(path) ?? 'tsv'];
    if (why !== undefined) throw refusal(path, why);
  }
}

/** Refuses what is no document whatever its name says: the markup and the names of fields would be aligned as text. */
export function refuseByContents(bytes: Uint8Array, path: string): void {
  const start = decoded(bytes.subarray(0, START)).trimStart();
  if (/^<[?!a-z]/.test(start) && /<(?:tmx|xliff)[\s>]/.test(start)) throw refusal(path, PAIRS);
  if (OBJECT.test(start) && !(STRINGS.test(path) && isStrings(decoded(bytes))))
    throw refusal(path, JSON_TEXT);
  if (LIST.test(start) && isList(decoded(bytes))) throw refusal(path, JSON_TEXT);
}

/** In bytes. */
const START = 1 << 16;
/** An object with a named value in it, or a list of such. */
const OBJECT = /^[[\s]*\{\s*"(?:[^"\\]|\\.)*"\s*:/;
/** A text may begin with `[1]` or `[Note]`. */
const LIST = /^\[\s*["[]/;

/** Files of the strings of a program. Lines of JSON are none, each of which is an object. */
const STRINGS = /\.(?:json|arb)(?:\.gz)?$/i;

/** Whether a text is one value in JSON, and no list. */
function isStrings(text: string): boolean {
  const value = parsed(text);
  return value !== undefined && !Array.isArray(value);
}

/** What a text in JSON holds; undefined where it is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether a text is a list in JSON, or its first line is. */
function isList(text: string): boolean {
  return [/^\s*(.*)/.exec(text)?.[1] ?? '', text].some((each) => Array.isArray(parsed(each)));
}

function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

function refusal(path: string, why: string): Failure {
  return usage(`${inputName(path)} ${why}`);
}
