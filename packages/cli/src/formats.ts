import { extname } from 'node:path';
import {
  type JsonlOptions,
  type Pairs,
  records,
  type TmxOptions,
  type TsvOptions,
  toBeads,
  toCsv,
  toJsonl,
  toMoses,
  toSrt,
  toTmx,
  toTsv,
  toXliff,
  toXlsx,
  type XlsxOptions,
} from 'duiqi/pairs';
import { type OutputFormat, usage } from './command-line.js';
import { Failure, Status } from './failure.js';
import type { Chunks } from './files.js';
import { isFolderName } from './places.js';
import { listed, quoted } from './words.js';
import type { Output } from './write-files.js';

const FORMATS: Readonly<Record<string, OutputFormat>> = {
  '.tmx': 'tmx',
  '.jsonl': 'jsonl',
  '.tsv': 'tsv',
  '.csv': 'csv',
  '.xlsx': 'xlsx',
  '.xlf': 'xliff',
  '.xliff': 'xliff',
  '.moses': 'moses',
  '.srt': 'srt',
  '.beads': 'beads',
  '.align': 'beads',
  '.parquet': 'parquet',
};

/** A pair's two sides are in one file. */
export type SingleFileFormat = Exclude<OutputFormat, 'moses'>;

/** What the writers of all formats are told; each takes what concerns it. */
export type WritingOptions = TmxOptions & JsonlOptions & TsvOptions & XlsxOptions;

/** The format that the ending of a name says, if any. */
export function formatByName(path: string): OutputFormat | undefined {
  return isFolderName(path) ? undefined : FORMATS[extname(path).toLowerCase()];
}

/** The ending of the name decides; `fallback` is for endings that say nothing. */
export function formatOf(path: string, fallback: OutputFormat | undefined): OutputFormat {
  const format = formatByName(path) ?? fallback;
  if (format !== undefined) return format;
  const known = listed(Object.keys(FORMATS), 'or');
  throw usage(
    `the name of the output ${quoted(path)} does not say which format to write: let it end in one of ${known}, or add -f FORMAT.`,
  );
}

/** The files that an output consists of: two for Moses, `corpus.en` and `corpus.zh` for `corpus.moses` or `corpus`. */
export function filesOf(path: string, format: OutputFormat): readonly string[] {
  if (format !== 'moses') return [path];
  const stem = path.replace(/\.moses$/i, '');
  return [`${stem}.en`, `${stem}.zh`];
}

/** An alignment or pairs from a file in a format, as the files that it consists of. */
export async function outputsOf(
  pairs: Pairs,
  path: string,
  format: OutputFormat,
  options: WritingOptions,
): Promise<readonly Output[]> {
  const files = filesOf(path, format);
  if (format !== 'moses') return [{ path, chunks: await serialise(pairs, format, options) }];
  return [
    { path: files[0], chunks: toMoses(pairs, 'en', options) },
    { path: files[1], chunks: toMoses(pairs, 'zh', options) },
  ];
}

/** What a file of the format holds; Moses has no such file. */
export async function serialise(
  pairs: Pairs,
  format: SingleFileFormat,
  options: WritingOptions,
): Promise<Chunks> {
  switch (format) {
    case 'tmx':
      return toTmx(pairs, options);
    case 'jsonl':
      return toJsonl(pairs, options);
    case 'tsv':
      return toTsv(pairs, options);
    case 'csv':
      return toCsv(pairs, options);
    case 'xlsx':
      return toXlsx(pairs, options);
    case 'xliff':
      return toXliff(pairs, options);
    case 'srt':
      if (!('ladder' in pairs)) {
        throw new Failure(
          Status.usage,
          'the format srt shows pairs at their times, so only duiqi align can write it, of subtitles.',
        );
      }
      return toSrt(pairs, options);
    case 'beads':
      if (!('ladder' in pairs)) {
        throw new Failure(
          Status.usage,
          'the format beads counts the sentences of a document, so only duiqi align can write it.',
        );
      }
      // The first number of a bead counts in the file that was named first.
      return toBeads(pairs.ladder, { first: pairs.en.source === 0 ? 'en' : 'zh' });
    case 'parquet':
      // Loaded where it is wanted.
      return (await import('./parquet.js')).toParquet(records(pairs, options));
  }
}
