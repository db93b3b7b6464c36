import { parseArgs } from 'node:util';
import { INPUT_FORMATS } from 'duiqi';
import { Failure, Status } from './failure.js';
import { STANDARD_INPUT } from './files.js';
import { counted, listed, quoted } from './words.js';

/** What an option takes: nothing, one of some values, or a value described in words. */
interface OptionShape {
  readonly short?: string;
  readonly values?: readonly string[];
  readonly value?: string;
}

const OPTIONS = {
  all: {},
  columns: { value: 'names of columns with commas between them, such as en,zh,score' },
  date: { value: 'a time such as 20261122T093000Z' },
  document: { value: 'a name for the document' },
  doubtful: { values: ['keep', 'mark', 'separate', 'leave-out'] },
  direction: { values: ['en-zh', 'zh-en'] },
  drop: { value: 'flags with commas between them, such as conflict,truncated' },
  encoding: { values: ['auto', 'utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5'] },
  fix: {},
  format: { values: ['auto', ...INPUT_FORMATS.map(({ name }) => name)] },
  from: { values: ['auto', 'tmx', 'jsonl', 'tsv', 'csv', 'xlsx', 'xliff'] },
  'from-columns': { value: 'what the columns hold, with commas between them, such as en,zh,score' },
  'from-lang': { value: 'a kind of a language, such as zh-TW' },
  glossary: { value: 'a file name' },
  help: { short: 'h' },
  jobs: { value: 'a whole number of documents at a time, from 1 to 999' },
  layout: { values: ['auto', 'pages', 'paragraphs', 'lines', 'halves', 'columns', 'inline', 'comments'] },
  lexicon: { value: 'a file name' },
  list: { value: 'a file name' },
  lossy: {},
  manifest: { value: 'a file name' },
  markers: { values: ['keep', 'strip', 'both'] },
  'max-mb': { value: 'a whole number of megabytes, from 50 on' },
  'max-seconds': { value: 'a number of seconds above 0' },
  'min-count': { value: 'a whole number of pairs' },
  'min-score': { value: 'a number from 0 to 1' },
  numbers: {},
  output: { short: 'o', value: 'a file name' },
  pair: { values: ['name', 'content'] },
  pairs: { values: ['nested', 'flat'] },
  parts: {},
  preview: { value: 'a whole number of pairs' },
  profile: { values: ['default', 'hf', 'flat', 'st', 'mnbvc'] },
  quiet: { short: 'q' },
  resume: {},
  rules: { value: 'a file name' },
  segments: { values: ['sentences', 'lines'] },
  shard: { value: 'a whole number of pairs, from 1 on' },
  'source-lang': { value: 'a language tag such as en-GB' },
  'target-lang': { value: 'a language tag such as zh-TW' },
  to: {
    short: 'f',
    values: ['tmx', 'jsonl', 'tsv', 'csv', 'xlsx', 'xliff', 'moses', 'srt', 'beads', 'parquet'],
  },
  ui: { values: ['en', 'zh', 'zh-Hant'] },
  unaligned: {},
  update: { value: 'a file name' },
  why: { value: 'the number of a pair, from 1 on' },
} as const satisfies Record<string, OptionShape>;

export type OptionName = keyof typeof OPTIONS;
type ChoiceName = {
  [Name in OptionName]: (typeof OPTIONS)[Name] extends { values: unknown } ? Name : never;
}[OptionName];
type Choice<Name extends ChoiceName> = (typeof OPTIONS)[Name]['values'][number];

/** What `-f` and the endings of file names can ask for. */
export type OutputFormat = Choice<'to'>;

/** What stands behind the command's name on the command line. Every wrong use throws a `Failure` of one sentence. */
export class CommandLine {
  readonly #command: string;
  readonly #known: readonly OptionName[];
  readonly #files: string[] = [];
  readonly #values = new Map<string, string[]>();

  /** @param known The options that this command has, besides `--help`. */
  constructor(command: string, args: readonly string[], known: readonly OptionName[]) {
    this.#command = command;
    this.#known = known;
    const names = [...known, 'help' as const];
    const options = Object.fromEntries(names.map((name) => [name, parseArgsOption(OPTIONS[name])]));
    const { tokens } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      strict: false,
      tokens: true,
    });
    for (const token of tokens) {
      if (token.kind === 'positional') this.#files.push(token.value);
      if (token.kind !== 'option') continue;
      const name = names.find((each) => each === token.name);
      if (name === undefined) throw usage(`${command} has no option ${token.rawName}.`);
      this.#add(name, token.value, token.inlineValue === true);
    }
  }

  /** Whether the command has an option. */
  knows(name: OptionName): boolean {
    return this.#known.includes(name);
  }

  has(name: OptionName): boolean {
    return this.#values.has(name);
  }

  /** Folders that are read, as `files`. */
  folders(minimum: number, maximum: number): readonly string[] {
    return this.files(minimum, maximum, 'folder');
  }

  /** The input files, which must be `minimum` to `maximum` in number; one of them may be standard input. */
  files(minimum: number, maximum: number, noun = 'file'): readonly string[] {
    const { length } = this.#files;
    if (this.#files.filter((file) => file === STANDARD_INPUT).length > 1) {
      throw usage('standard input can be read only once.');
    }
    if (length >= minimum && length <= maximum) return this.#files;
    if (maximum === 0) throw usage(`${this.#command} takes no files: it reads standard input.`);
    throw usage(`${this.#command} takes ${numberOfFiles(minimum, maximum, noun)}, not ${length}.`);
  }

  /** All values of an option that may come several times; of other options the last one counts. */
  all(name: OptionName): readonly string[] {
    return this.#values.get(name) ?? [];
  }

  /** One of the values that the option can have, if it was given. */
  choice<Name extends ChoiceName>(name: Name): Choice<Name> | undefined {
    const value = this.all(name).at(-1);
    const values: readonly Choice<Name>[] = OPTIONS[name].values;
    const chosen = values.find((each) => each === value);
    if (value !== undefined && chosen === undefined) throw wrongValue(name, value);
    return chosen;
  }

  /** A number from 0 to `maximum`, if it was given. */
  number(name: OptionName, maximum: number): number | undefined {
    const value = this.matching(name, /^(\d+(\.\d*)?|\.\d+)$/);
    if (value === undefined) return undefined;
    if (Number(value) > maximum) throw wrongValue(name, value);
    return Number(value);
  }

  /** The values of an option that takes several with commas between them, if it was given. */
  list(name: OptionName): readonly string[] | undefined {
    if (!this.has(name)) return undefined;
    return this.all(name).flatMap((value) => value.split(',').map((each) => each.trim()));
  }

  /** A value of the given form, if it was given. */
  matching(name: OptionName, pattern: RegExp): string | undefined {
    const value = this.all(name).at(-1);
    if (value !== undefined && !pattern.test(value)) throw wrongValue(name, value);
    return value;
  }

  #add(name: OptionName, value: string | undefined, inline: boolean): void {
    const takesValue = wanted(name) !== '';
    if (!takesValue && value !== undefined) throw usage(`--${name} takes no value.`);
    // `-o --quiet` is a forgotten value; who means a file of that name can write `--output=--quiet`.
    const forgotten = value === undefined || (!inline && value.length > 1 && value.startsWith('-'));
    if (takesValue && forgotten) throw usage(`--${name} takes ${wanted(name)}.`);
    this.#values.set(name, [...this.all(name), value ?? '']);
  }
}

/** Says what was wrong with the use of the command; the caller adds where help is to be found. */
export function usage(message: string): Failure {
  return new Failure(Status.usage, message);
}

function parseArgsOption({ short, values, value }: OptionShape) {
  const type = values === undefined && value === undefined ? ('boolean' as const) : ('string' as const);
  return short === undefined ? { type } : { type, short };
}

function numberOfFiles(minimum: number, maximum: number, noun: string): string {
  if (maximum === Number.POSITIVE_INFINITY) return `at least ${counted(minimum, noun)}`;
  return minimum === maximum ? `${minimum} ${noun}s` : `${minimum} or ${maximum} ${noun}s`;
}

function wrongValue(name: OptionName, value: string): Failure {
  return usage(`--${name} takes ${wanted(name)}, not ${quoted(value)}.`);
}

function wanted(name: OptionName): string {
  const { values, value }: OptionShape = OPTIONS[name];
  return values === undefined ? (value ?? '') : listed(values, 'or');
}
