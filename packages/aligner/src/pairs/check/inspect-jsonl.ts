import { Fingerprints } from '../../common/fingerprints.js';
import { languageByScript } from '../../document/writing/script.js';
import { isObject, type JsonObject, parsed } from '../import/json-shapes.js';
import { linesWithEnds } from '../import/text-chunks.js';
import { wellFormed } from '../text.js';
import type { Decoded } from './decoded.js';
import { error, type Finding, type Inspected, quoted, type Remark, warning } from './finding.js';
import { mendedLine } from './mended-line.js';
import { lengthRemark, quality } from './quality.js';

/** Where records have their texts: the fields of the profiles, those of their own language first. */
const TEXT_FIELDS: readonly (readonly [string, string])[] = [
  ['en', 'zh'],
  ['en_text', 'zh_text'],
  ['src', 'tgt'],
  ['anchor', 'positive'],
];

/** Fields by which a `PairRecord` is known, and those that only some of them have. */
const OURS: readonly string[] = ['id', 'en', 'zh', 'score', 'bead', 'en_spans', 'zh_spans'];
const SOMETIMES: ReadonlySet<string> = new Set(['clause_zh', 'numbers', 'file', 'confirmed', 'note']);
/** Hugging Face datasets takes the fields of the first 10 MB for all (measured with version 5.2). */
const FIRST_STRETCH = 10_000_000;

/** Inspects JSON Lines record by record: against the first one, since loaders take the fields of that for all. */
export function* inspectJsonl(decoded: Decoded, name: string): Generator<Inspected> {
  const inspector = new JsonlInspector(decoded);
  yield { text: '', findings: inspector.head() };
  for (const line of linesWithEnds(decoded.chunks, name)) yield inspector.inspect(line);
}

class JsonlInspector {
  readonly #decoded: Decoded;
  readonly #written = new Fingerprints();
  readonly #pairs = new Fingerprints();
  readonly #pairLines: number[] = [];
  /** The kinds of the values of the first record, by their fields; a null says nothing. */
  #kinds: Map<string, string> | null = null;
  /** Whether the first record is a `PairRecord`. */
  #isOurs = false;
  /** Of the lines so far, in UTF-16 code units. */
  #length = 0;
  #line = 0;
  /** Whether the repaired text has begun. */
  #hasText = false;
  #findings: Finding[] = [];

  constructor(decoded: Decoded) {
    this.#decoded = decoded;
  }

  /** What is to be said of the file before its first line. */
  head(): Finding[] {
    const { encoding } = this.#decoded;
    if (encoding === 'utf-8') return [];
    const message = `The file is ${encoding.toUpperCase()}, and JSON Lines are UTF-8: save it as UTF-8.`;
    return [{ line: 1, column: 1, ...error('encoding', message, 'UTF-8') }];
  }

  inspect(line: string): Inspected {
    this.#findings = [];
    this.#line++;
    this.#length += line.length;
    const text = this.#repairedLine(this.#hasText ? line : this.#withoutMark(line));
    this.#hasText ||= text !== '';
    return { text, findings: this.#findings };
  }

  #withoutMark(line: string): string {
    const unmarked = line.replace(/^\uFEFF+/, '');
    if (unmarked !== line) {
      const message =
        'The file begins with a byte order mark, at which parsers of JSON stop: save it without one.';
      this.#report(error('bom', message, ''));
    }
    return unmarked;
  }

  #repairedLine(line: string): string {
    if (line.trim() === '') {
      this.#report(warning('json', 'The line is blank, at which simple readers stop: delete it.', ''));
      return '';
    }
    const sound = withoutSurrogates(line);
    if (sound !== line) {
      const message =
        'Half a character (a lone surrogate) cannot be stored as UTF-8: put U+FFFD in its place.';
      this.#report(error('character', message, '\uFFFD'));
    }
    this.#lostCharacters(line);
    const record = parsed(sound);
    if (isObject(record)) return this.#record(record, sound);
    const mended = mendedLine(sound);
    if (mended === null) {
      const message =
        'The line is no JSON object, at which readers stop: put it right or delete it; a repaired copy goes without it.';
      this.#report(error('json', message, ''));
      return '';
    }
    this.#report(
      error('json', `The line is no JSON object, at which readers stop: ${mended.remedy}.`, mended.fix),
    );
    return mended.lines.map((each) => this.#record(parsed(each) as JsonObject, each)).join('');
  }

  #record(record: JsonObject, sound: string): string {
    const before = this.#written.size;
    if (this.#written.add(sound.trim()) < before) {
      this.#report(warning('repeat', 'The line was there before: delete it.', ''));
      return '';
    }
    this.#fields(record);
    this.#texts(record);
    return sound;
  }

  #lostCharacters(line: string): void {
    const at = line.indexOf('\uFFFD');
    if (at < 0) return;
    const name = this.#decoded.encoding.toUpperCase();
    this.#report(
      this.#decoded.damaged
        ? error('encoding', `Bytes of the line are no ${name}: see what U+FFFD stands for.`, '\uFFFD')
        : warning('lost-character', 'U+FFFD stands for a character that was lost before: type it in again.'),
      at + 1,
    );
  }

  #fields(record: JsonObject): void {
    if (this.#kinds === null) {
      this.#kinds = new Map(Object.entries(record).map(([field, value]) => [field, kindOf(value)]));
      this.#isOurs = OURS.every((field) => Object.hasOwn(record, field));
      if (textsOf(record) !== null) return;
      const message =
        'No field holds the texts of a pair (en and zh, src and tgt, …): they were not looked at.';
      this.#report(warning('keys', message));
      return;
    }
    const kinds = this.#kinds;
    const mayDiffer = (field: string) => this.#isOurs && SOMETIMES.has(field);
    const missing = [...kinds.keys()].filter((field) => !Object.hasOwn(record, field) && !mayDiffer(field));
    const added = Object.keys(record).filter((field) => !kinds.has(field) && !mayDiffer(field));
    this.#lateField(record, kinds);
    if (missing.length + added.length > 0) {
      const differences = [
        ...missing.map((each) => `no ${quoted(each)}`),
        ...added.map((each) => `also ${quoted(each)}`),
      ];
      const message = `The fields are not those of the first line (${differences.slice(0, 5).join(', ')}), at which data loaders stop: give all lines the same.`;
      this.#report(error('keys', message));
    }
    for (const [field, value] of Object.entries(record)) {
      const kind = kindOf(value);
      const wanted = kinds.get(field) ?? 'null';
      if (kind === wanted || kind === 'null') continue;
      if (wanted === 'null') {
        if (kinds.has(field)) kinds.set(field, kind);
        continue;
      }
      const message = `${quoted(field)} is of the kind ${kind} here and ${wanted} before, at which data loaders stop: write one kind.`;
      this.#report(error('type', message));
    }
  }

  /** Loaders type their columns by the first stretch of a file, and stop at fields that come later. */
  #lateField(record: JsonObject, kinds: Map<string, string>): void {
    for (const field of this.#isOurs ? SOMETIMES : []) {
      if (!Object.hasOwn(record, field) || kinds.has(field)) continue;
      kinds.set(field, kindOf(record[field]));
      if (this.#length < FIRST_STRETCH) continue;
      const message = `${quoted(field)} comes here for the first time, and data loaders have typed their columns before: give them the list of fields.`;
      this.#report(warning('keys', message));
    }
  }

  #texts(record: JsonObject): void {
    const texts = textsOf(record);
    if (texts === null) return;
    const [first, second] = texts;
    if (first.trim() === '' || second.trim() === '') {
      // Text that is known to have no counterpart is no fault.
      if (!/^(0-\d+|\d+-0)$/.test(String(record['bead']))) {
        this.#report(warning('empty', 'A side is empty: delete the line, or add the text.'));
      }
      return;
    }
    const pair = this.#pairs.add(first, second);
    const line = this.#pairLines[pair];
    this.#pairLines[pair] ??= this.#line;
    if (line !== undefined) {
      this.#report(warning('repeat', `The texts are those of line ${line}: see whether both are wanted.`));
    }
    for (const text of texts) {
      const remark = lengthRemark(text);
      if (remark !== null) this.#report(remark);
    }
    const [en, zh] = isTurned(record, first, second) ? [second, first] : [first, second];
    for (const remark of quality(en, zh)) this.#report(remark);
  }

  #report(remark: Remark, column = 1): void {
    this.#findings.push({ line: this.#line, column, ...remark });
  }
}

/** The two texts of a record, in the order of their fields; null where it has none. */
function textsOf(record: JsonObject): readonly [string, string] | null {
  const inner = record['translation'];
  const fields = isObject(inner) ? inner : record;
  for (const [first, second] of TEXT_FIELDS) {
    const [one, other] = [fields[first], fields[second]];
    if (typeof one === 'string' && typeof other === 'string') return [one, other];
  }
  return null;
}

/** Whether the Chinese comes first: fields that do not name their language hold either. */
function isTurned(record: JsonObject, first: string, second: string): boolean {
  if (!('src' in record) && !('anchor' in record)) return false;
  return languageByScript(first) === 'zh' && languageByScript(second) !== 'zh';
}

/** Escapes in JSON: those of a whole character in two halves, those of half a one, and others. */
const ESCAPE =
  /\\(?:u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|(u[dD][89a-fA-F][\da-fA-F]{2})|.)/gs;

function withoutSurrogates(line: string): string {
  return wellFormed(line).replace(ESCAPE, (found, half?: string) => (half === undefined ? found : '\\ufffd'));
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}
