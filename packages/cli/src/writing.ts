import type { Pairs } from 'duiqi';
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
import { checkOutputs } from './places.js';
import { listed } from './words.js';
import { writeFiles } from './write-files.js';

/** Where pairs go: to standard output, in a format, or to the files of all outputs. */
export type Destination = { readonly standardOutput: SingleFileFormat } | ToFiles;

export interface ToFiles {
  readonly outputs: readonly { readonly path: string; readonly format: OutputFormat }[];
  /** The names of all files: two for an output in Moses' format. */
  readonly files: readonly string[];
}

/** What the options say of the outputs; refused, before any work is done, where nothing can be written so. */
export async function destinationOf(line: CommandLine, inputs: readonly string[]): Promise<Destination> {
  const format = line.choice('to');
  const paths = line.all('output');
  const outputs = paths.map((path) => ({ path, format: formatOf(path, format) }));
  const formats = paths.length === 0 ? [format ?? 'jsonl'] : outputs.map((output) => output.format);
  if (line.has('profile') && !formats.includes('jsonl')) {
    throw usage(`--profile is for JSON lines, not for ${listed(formats, 'or')}.`);
  }
  if (line.has('columns') && !formats.includes('tsv')) {
    const advice = line.knows('from-columns') ? '; --from-columns names those of the input' : '';
    throw usage(`--columns is for TSV, not for ${listed(formats, 'or')}${advice}.`);
  }
  if (paths.length === 0) return { standardOutput: printable(format ?? 'jsonl') };
  const files = outputs.flatMap((output) => filesOf(output.path, output.format));
  await checkOutputs(files, inputs);
  return { outputs, files };
}

/** Writes all outputs or none. */
export async function writePairs(
  pairs: Pairs,
  destination: Destination,
  options: WritingOptions,
): Promise<void> {
  if ('standardOutput' in destination) {
    return print(await serialise(pairs, destination.standardOutput, options));
  }
  const written = await Promise.all(
    destination.outputs.map(({ path, format }) => outputsOf(pairs, path, format, options)),
  );
  await writeFiles(written.flat());
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
