import { align, explain } from 'duiqi';
import type { Command } from './command.js';
import type { CommandLine } from './command-line.js';
import { explanationReport } from './explanation.js';
import { print, tell } from './files.js';
import { INSPECT_HELP } from './help.js';
import { conversions, readInputs } from './inputs.js';
import { inspection } from './inspection.js';
import { withProgress } from './progress.js';
import { READING_OPTIONS, readingOptions } from './reading-options.js';
import { readWordLists } from './word-lists.js';

/** `duiqi inspect`: what was understood of the input, or why one pair was cut as it was, for a person. */
export const inspectCommand: Command = {
  options: [...READING_OPTIONS, 'glossary', 'lexicon', 'why'],
  help: INSPECT_HELP,
  run,
};

async function run(line: CommandLine): Promise<void> {
  const files = line.files(1, 2);
  const reading = await readingOptions(line);
  const why = line.matching('why', /^[1-9]\d*$/);
  const read = await readInputs(files, reading.format);
  const { input, names } = read;
  for (const each of conversions(read)) tell(each);
  const wordLists = await readWordLists(line);
  const report = await withProgress(async (onProgress) => {
    const options = { names, ...reading, ...wordLists, onProgress };
    if (why === undefined) return inspection(await align(input, options));
    return explanationReport(Number(why), await explain(input, Number(why), options));
  });
  await print(report);
}
