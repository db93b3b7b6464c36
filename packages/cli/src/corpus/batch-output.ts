import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { type CommandLine, type OutputFormat, usage } from '../command-line.js';
import { filesOf, formatByName, formatOf } from '../formats.js';
import { listed, quoted } from '../words.js';
import { type DoubtfulChoice, outputPlace, refuseUnfitting } from '../writing.js';

/** Where a batch is written: to a folder in shards, or to one file with what belongs to it beside it. */
export interface BatchOutput {
  /** As the user has named it. */
  readonly path: string;
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
  /** Of memories: what becomes of the doubtful pairs. */
  readonly doubtful: DoubtfulChoice | undefined;
  /** What Hugging Face calls a data card, which says what the columns are. */
  readonly card: string | null;
  /** Of one file: all that the run may write beside what it notes for itself. */
  readonly files: readonly string[];
  /** Where it stands how far the run is. */
  readonly state: string;
  /** Where it stands what the run was, when it is over. */
  readonly done: string;
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
  if (path === '') throw usage('-o takes the name of a folder or a file.');
  const output = formatByName(path) === undefined ? folder(line, path) : singleFile(line, path);
  refuseUnfitting(line, [output.format]);
  return output;
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

/** As files have it and hardly a folder: `.txt`, `.jsonl.gz`; not that of `v1.2`. */
const FILE_ENDING = /(?:\.[A-Za-z][A-Za-z0-9]{1,7}){1,3}$/;

function folder(line: CommandLine, path: string): BatchOutput {
  const format = ofManyDocuments(line.choice('to') ?? 'jsonl');
  const inside = (name: string): string => join(path, name);
  const state = inside('.duiqi-run');
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === false) {
    throw usage(`${quoted(path)} is a file, and its ending names no format: name another output.`);
  }
  const ending = FILE_ENDING.exec(path)?.[0];
  if (ending !== undefined && !existsSync(path)) {
    throw usage(
      `${quoted(ending)} is the ending of no format that batch writes, which end in ${listed(Object.values(ENDINGS), 'or')}; for a folder of that name write ${quoted(`${path}/`)}.`,
    );
  }
  const isFresh = !existsSync(state) && (!existsSync(path) || readdirSync(path).length === 0);
  return {
    path,
    format,
    folder: path,
    shard: (number) => inside(`pairs-${String(number).padStart(5, '0')}${ENDINGS[format]}`),
    size: Number(line.matching('shard', /^[1-9]\d{0,8}$/) ?? SHARD),
    manifest: inside('manifest.jsonl'),
    apart: inside(`apart${ENDINGS[format]}`),
    doubts: null,
    summary: inside('summary.json'),
    doubtful: line.choice('doubtful'),
    card: format === 'jsonl' || format === 'parquet' ? inside('README.md') : null,
    files: [],
    state,
    done: `${state}.json`,
    existing: isFresh ? null : path,
  };
}

function singleFile(line: CommandLine, path: string): BatchOutput {
  if (line.has('shard')) throw usage('--shard is for a folder, and the output is one file.');
  const format = ofManyDocuments(formatOf(path, undefined));
  const ending = extname(path);
  const stem = join(dirname(path), basename(path, ending));
  const isForPeople = format !== 'jsonl' && format !== 'parquet' && format !== 'tsv' && format !== 'moses';
  const state = join(dirname(path), `.${basename(path)}.duiqi-run`);
  const doubtful = outputPlace({ path, format }, line.choice('doubtful')).apart;
  const manifest = `${stem}.manifest.jsonl`;
  const apart = `${stem}.apart${ending}`;
  const doubts = isForPeople ? `${stem}.doubts.xlsx` : null;
  return {
    path,
    format,
    folder: null,
    shard: () => path,
    size: Number.POSITIVE_INFINITY,
    manifest,
    apart,
    doubts,
    summary: null,
    doubtful: line.choice('doubtful'),
    card: null,
    files: [
      ...filesOf(path, format),
      ...(doubtful === null ? [] : [doubtful]),
      ...filesOf(apart, format),
      manifest,
      ...(doubts === null ? [] : [doubts]),
    ],
    state,
    done: `${state}.json`,
    existing: existsSync(state) ? path : null,
  };
}

function ofManyDocuments(format: OutputFormat): BatchOutput['format'] {
  if (format === 'beads') throw usage('beads count the sentences of one document: duiqi align writes them.');
  if (format === 'srt') throw usage('subtitles are those of one film: duiqi align writes them.');
  return format;
}

/** What is known of a run that is over, beside its settings. */
export interface DoneRun {
  readonly pairs: number;
  /** What it has written, by paths from the folder where that is noted. */
  readonly files: readonly string[];
}

/** What is written of a run that is over: its settings, as they are compared, and what it has come to. */
export function doneText(settings: string, run: DoneRun): string {
  return `${settings}${JSON.stringify(run)}\n`;
}

/**
 * Refuses to write over what is there.
 *
 * @param settings those of the run that is wanted, in lines
 * @returns what the run has come to, where it is over already
 */
export function doneRun(
  { path, state, done, existing }: BatchOutput,
  isResumed: boolean,
  settings: string,
): DoneRun | null {
  if (isResumed && existsSync(state)) return null;
  if (isResumed && existsSync(done)) {
    const known = readFileSync(done, 'utf8').split('\n');
    if (`${known.slice(0, -2).join('\n')}\n` !== settings) {
      throw usage(
        `${quoted(path)} was written with other documents or options, and that run is over: name another output${existing === null ? ', or leave out --resume to write this one anew' : ''}.`,
      );
    }
    const run: DoneRun = JSON.parse(known.at(-2)!);
    const missing = run.files.find((file) => !existsSync(join(dirname(done), file)));
    if (missing === undefined) return run;
    if (existing !== null) {
      throw usage(
        `${quoted(path)} lacks ${quoted(missing)}, which was written there: name another output, or remove that folder to begin anew.`,
      );
    }
  }
  if (existing === null) return null;
  throw usage(
    existsSync(state)
      ? `a run that was not finished stands in ${quoted(state)}: --resume goes on with it, or remove that folder to begin anew.`
      : `${quoted(existing)} holds files already: name another folder for the output.`,
  );
}
