import { existsSync } from 'node:fs';
import { type Pairs, toTmx } from 'duiqi/pairs';
import { type CommandLine, type OutputFormat, usage } from './command-line.js';
import { print } from './files.js';
import {
  filesOf,
  formatOf,
  outputsOf,
  type SingleFileFormat,
  serialise,
  type WritingOptions,
} from './formats.js';
import { checkOutputs, placeOf } from './places.js';
import { listed } from './words.js';
import { type Output, writeFiles } from './write-files.js';

/** Where pairs go: to standard output, in a format, or to the files of all outputs. */
export type Destination =
  | { readonly standardOutput: SingleFileFormat; readonly doubtful: OutputPlace['doubtful'] }
  | ToFiles;

export interface ToFiles {
  readonly outputs: readonly OutputPlace[];
}

export interface OutputPlace {
  readonly path: string;
  readonly format: OutputFormat;
  /** Of a memory: what becomes of the doubtful pairs in it. */
  readonly doubtful: NonNullable<WritingOptions['doubtful']>;
  /** The memory beside it that they go to, if any are to. */
  readonly apart: string | null;
}

/** What the options say of the outputs; refused, before any work is done, where nothing can be written so. */
export async function destinationOf(line: CommandLine, inputs: readonly string[]): Promise<Destination> {
  const format = line.choice('to');
  const paths = line.all('output');
  const named = paths.map((path) => ({ path, format: formatOf(path, format) }));
  const formats = paths.length === 0 ? [format ?? 'jsonl'] : named.map((output) => output.format);
  refuseUnfitting(line, formats);
  if (paths.length === 0) {
    if (line.choice('doubtful') === 'separate') {
      throw usage('--doubtful separate makes two files: name one with -o, as in -o memory.tmx.');
    }
    return { standardOutput: printable(format ?? 'jsonl'), doubtful: inMemory(line.choice('doubtful')) };
  }
  const files = named.flatMap((output) => filesOf(output.path, output.format));
  await checkOutputs(files, inputs);
  const outputs = named.map((output) => outputPlace(output, line.choice('doubtful')));
  const apart = outputs.flatMap((output) => output.apart ?? []);
  if (apart.length > 0) await checkOutputs([...files, ...apart], inputs);
  return { outputs };
}

/** Refuses options that are for none of the formats: what they ask for would be left out without a word. */
export function refuseUnfitting(line: CommandLine, formats: readonly OutputFormat[]): void {
  if (line.has('profile') && !formats.includes('jsonl')) {
    throw usage(`--profile is for JSON lines, not for ${listed(formats, 'or')}.`);
  }
  if (line.has('columns') && !formats.includes('tsv')) {
    const advice = line.knows('from-columns') ? '; --from-columns names those of the input' : '';
    throw usage(`--columns is for TSV, not for ${listed(formats, 'or')}${advice}.`);
  }
  for (const option of ['doubtful', 'numbers', 'parts'] as const) {
    if (line.has(option) && !formats.includes('tmx')) {
      throw usage(`--${option} is for translation memories (TMX), not for ${listed(formats, 'or')}.`);
    }
  }
}

export type DoubtfulChoice = 'keep' | 'mark' | 'separate' | 'leave-out';

/** Doubtful pairs go apart unless the caller says otherwise; what is no file, as `/dev/stdout`, has nothing beside it. */
export function outputPlace(
  { path, format }: Pick<OutputPlace, 'path' | 'format'>,
  choice: DoubtfulChoice | undefined,
): OutputPlace {
  const isApart = format === 'tmx' && (choice ?? 'separate') === 'separate' && placeOf(path).kind === 'file';
  return isApart
    ? { path, format, doubtful: 'leave-out', apart: `${path.replace(/\.tmx$/i, '')}.doubtful.tmx` }
    : { path, format, doubtful: inMemory(choice), apart: null };
}

function inMemory(choice: DoubtfulChoice | undefined): OutputPlace['doubtful'] {
  return choice === undefined || choice === 'separate' ? 'mark' : choice;
}

/**
 * Writes all outputs or none.
 *
 * @returns the names of the files: two for an output in Moses' format, and for a memory with doubtful pairs apart
 */
export async function writePairs(
  pairs: Pairs,
  destination: Destination,
  options: WritingOptions,
): Promise<readonly string[]> {
  if ('standardOutput' in destination) {
    const { standardOutput, doubtful } = destination;
    await print(await serialise(pairs, standardOutput, { ...options, doubtful }));
    return [];
  }
  const outputs = await Promise.all(
    destination.outputs.map(async ({ path, format, doubtful, apart }) => [
      ...(await outputsOf(pairs, path, format, { ...options, doubtful })),
      ...(apart === null ? [] : [doubtfulOutput(pairs, apart, options)]),
    ]),
  );
  return writeFiles(outputs.flat());
}

/** A memory of the doubtful pairs alone. Without any it is written only where an older one would be taken for that. */
export function doubtfulOutput(pairs: Pairs, path: string, options: WritingOptions): Output {
  const tmx = toTmx(pairs, { ...options, doubtful: 'only' });
  return {
    path,
    isOptional: true,
    chunks: {
      *[Symbol.iterator]() {
        let [before, units] = ['', 0];
        for (const chunk of tmx) {
          if (chunk.startsWith('<tu ') && units++ === 0) yield before;
          if (units === 0) before += chunk;
          else yield chunk;
        }
        if (units === 0 && existsSync(path)) yield before;
      },
    },
  };
}

/** What the translator does with the memories of doubtful pairs among the files that were written; nothing without one. */
export function adviceOnDoubtful({ outputs }: ToFiles, written: readonly string[]): string[] {
  const apart = outputs.flatMap(({ apart }) => (apart !== null && written.includes(apart) ? [apart] : []));
  if (apart.length === 0) return [];
  const [has, it] = apart.length === 1 ? ['has', 'it'] : ['have', 'them'];
  return [
    `${listed(apart)} ${has} the doubtful pairs: in OmegaT put ${it} into tm/penalty-30, in Trados and memoQ give ${it} a penalty, and none of them is inserted as if it were certain.`,
  ];
}

function printable(format: OutputFormat): SingleFileFormat {
  if (format === 'moses') {
    throw usage('Moses is a format of two files: name them with -o, as in -f moses -o corpus.');
  }
  if (format === 'xlsx' && process.stdout.isTTY) {
    throw usage('an Excel workbook is nothing to show on a screen: name a file, as in -o review.xlsx.');
  }
  return format;
}
