import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { type CommandLine, type OutputFormat, usage } from '../command-line.js';
import { formatByName, formatOf } from '../formats.js';
import { quoted } from '../words.js';

/** Where a batch is written: to a folder in shards, or to one file with what belongs to it beside it. */
export interface BatchOutput {
  readonly format: Exclude<OutputFormat, 'beads' | 'srt'>;
  readonly folder: string | null;
  /** The file of a shard, counted from 0. */
  readonly shard: (number: number) => string;
  /** Pairs in a shard, about. */
  readonly size: number;
  readonly manifest: string;
  /** Pairs of documents that are no translations of each other. */
  readonly apart: string;
  /** A sheet of the doubtful pairs; where a program is the reader, none. */
  readonly doubts: string | null;
  readonly summary: string | null;
  /** What Hugging Face calls a data card, which says what the columns are. */
  readonly card: string | null;
  /** Where it stands how far the run is. */
  readonly state: string;
  /** What is there now that would be overwritten, if anything. */
  readonly existing: string | null;
}

/** As large as most tools like their files: some 30 MB of Parquet. */
const SHARD = 100_000;

export function batchOutput(line: CommandLine): BatchOutput {
  const [path, ...further] = line.all('output');
  if (path === undefined || further.length > 0) {
    throw usage('batch writes one folder or one file: name it with -o OUT.');
  }
  return formatByName(path) === undefined ? folder(line, path) : singleFile(line, path);
}

/** The endings that tell the formats. */
const ENDINGS = {
  tmx: '.tmx',
  jsonl: '.jsonl',
  tsv: '.tsv',
  csv: '.csv',
  xlsx: '.xlsx',
  xliff: '.xlf',
  moses: '.moses',
  parquet: '.parquet',
} as const satisfies Record<BatchOutput['format'], string>;

function folder(line: CommandLine, path: string): BatchOutput {
  const format = ofManyDocuments(line.choice('to') ?? 'jsonl');
  const inside = (name: string): string => join(path, name);
  const state = inside('.duiqi-run');
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === false) {
    throw usage(`${quoted(path)} is a file, and its ending names no format: name another output.`);
  }
  const isFresh = !existsSync(state) && (!existsSync(path) || readdirSync(path).length === 0);
  return {
    format,
    folder: path,
    shard: (number) => inside(`pairs-${String(number).padStart(5, '0')}${ENDINGS[format]}`),
    size: Number(line.matching('shard', /^[1-9]\d{0,8}$/) ?? SHARD),
    manifest: inside('manifest.jsonl'),
    apart: inside(`apart${ENDINGS[format]}`),
    doubts: null,
    summary: inside('summary.json'),
    card: format === 'jsonl' || format === 'parquet' ? inside('README.md') : null,
    state,
    existing: isFresh ? null : path,
  };
}

function singleFile(line: CommandLine, path: string): BatchOutput {
  if (line.has('shard')) throw usage('--shard is for a folder, and the output is one file.');
  const format = ofManyDocuments(formatOf(path, undefined));
  const ending = extname(path);
  const stem = join(dirname(path), basename(path, ending));
  const isForPeople = format !== 'jsonl' && format !== 'parquet' && format !== 'tsv' && format !== 'moses';
  return {
    format,
    folder: null,
    shard: () => path,
    size: Number.POSITIVE_INFINITY,
    manifest: `${stem}.manifest.jsonl`,
    apart: `${stem}.apart${ending}`,
    doubts: isForPeople ? `${stem}.doubts.xlsx` : null,
    summary: null,
    card: null,
    state: join(dirname(path), `.${basename(path)}.duiqi-run`),
    existing: existsSync(join(dirname(path), `.${basename(path)}.duiqi-run`)) ? path : null,
  };
}

function ofManyDocuments(format: OutputFormat): BatchOutput['format'] {
  if (format === 'beads') throw usage('beads count the sentences of one document: duiqi align writes them.');
  if (format === 'srt') throw usage('subtitles are those of one film: duiqi align writes them.');
  return format;
}

/** Refuses to write over what is there; `true` where the run is done already. */
export function isDone({ state, manifest, existing }: BatchOutput, isResumed: boolean): boolean {
  if (isResumed && existsSync(state)) return false;
  if (isResumed && existsSync(manifest)) return true;
  if (existing === null) return false;
  throw usage(
    existsSync(state)
      ? `a run that was not finished stands in ${quoted(state)}: --resume goes on with it, or remove that folder to begin anew.`
      : `${quoted(existing)} holds files already: name another folder for the output.`,
  );
}
