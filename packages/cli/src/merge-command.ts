import { merge, type PairRecord } from 'duiqi';
import type { Command } from './command.js';
import type { CommandLine } from './command-line.js';
import { checkOutputs, inputName, print, tell, writeFiles } from './files.js';
import { filesOf, formatOf, outputsOf, serialise } from './formats.js';
import { MERGE_HELP } from './help.js';
import { openPairs } from './pair-files.js';
import { counted, grouped, listed } from './words.js';
import { WRITING_OPTIONS, writingOptions } from './writing-options.js';

/** `duiqi merge`: files of pairs of any format as one, each pair once. */
export const mergeCommand: Command = {
  options: [...WRITING_OPTIONS, 'from'],
  help: MERGE_HELP,
  run,
};

async function run(line: CommandLine): Promise<void> {
  const files = line.files(1, Number.POSITIVE_INFINITY);
  const standardFormat = line.choice('to');
  // As in `duiqi export`: text without a counterpart stays where the format can hold it.
  const writing = { ...writingOptions(line), unaligned: true };
  const outputs = line.all('output').map((path) => ({ path, format: formatOf(path, standardFormat) }));
  await checkOutputs(
    outputs.flatMap(({ path, format }) => filesOf(path, format)),
    files,
  );

  const remarks = new Set<string>();
  const memories: Iterable<PairRecord>[] = [];
  for (const file of files) {
    memories.push(
      await openPairs([file], {
        format: line.choice('from') ?? 'auto',
        ...(writing.columns !== undefined && { columns: writing.columns }),
        onDiagnostic: ({ message }) => remarks.add(`${inputName(file)}: ${message}`),
      }),
    );
  }
  const merged = merge(memories);
  if (outputs.length === 0) await print(await serialise(merged, standardFormat ?? 'jsonl', writing));
  else {
    const written = await Promise.all(
      outputs.map(({ path, format }) => outputsOf(merged, path, format, writing)),
    );
    await writeFiles(written.flat());
  }
  if (line.has('quiet')) return;
  for (const remark of remarks) tell(remark);
  merged.counts.forEach((count, index) => {
    tell(`${counted(count, 'pair')} in ${inputName(files[index])}`);
  });
  const different = merged.counts.reduce((sum, count) => sum + count, 0) - merged.repeats;
  tell(
    `${counted(different, 'different pair')}; ${counted(merged.repeats, 'repeat')} left out, ${grouped(merged.conflicts)} in conflict`,
  );
  if (outputs.length > 0) tell(`Written to ${listed(outputs.map(({ path }) => path))}.`);
}
