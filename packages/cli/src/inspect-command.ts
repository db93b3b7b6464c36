import { align } from 'duiqi';
import type { Command } from './command.js';
import type { CommandLine } from './command-line.js';
import { print } from './files.js';
import { INSPECT_HELP } from './help.js';
import { readInputs } from './inputs.js';
import { inspection } from './inspection.js';
import { withProgress } from './progress.js';

/** `duiqi inspect`: what was understood of the input, for a person. */
export const inspectCommand: Command = { options: ['format', 'segments'], help: INSPECT_HELP, run };

async function run(line: CommandLine): Promise<void> {
  const files = line.files(1, 2);
  const format = line.choice('format') ?? 'auto';
  const segments = line.choice('segments') ?? 'sentences';
  const { input, names } = await readInputs(files);
  const alignment = await withProgress((onProgress) => align(input, { names, format, segments, onProgress }));
  await print(inspection(alignment));
}
