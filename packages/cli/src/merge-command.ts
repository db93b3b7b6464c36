import { merge, type PairRecord } from 'duiqi/pairs';
import type { Command } from './command.js';
import type { CommandLine } from './command-line.js';
import { inputName, tell } from './files.js';
import { MERGE_HELP } from './help.js';
import { openPairs, PAIR_FILE_OPTIONS, pairFileOptions, pairFiles } from './pair-files.js';
import { CountedPairs, leftOut, numbersLeftOut } from './summary.js';
import { counted, grouped, listed } from './words.js';
import { adviceOnDoubtful, destinationOf, writePairs } from './writing.js';
import { WRITING_OPTIONS, writingOptions } from './writing-options.js';

/** `duiqi merge`: files of pairs of any format as one, each pair once. */
export const mergeCommand: Command = {
  options: [...WRITING_OPTIONS, ...PAIR_FILE_OPTIONS],
  help: MERGE_HELP,
  run,
};

async function run(line: CommandLine): Promise<void> {
  const files = line.files(1, Number.POSITIVE_INFINITY);
  // As in `duiqi export`: text without a counterpart stays where the format can hold it.
  const writing = { ...writingOptions(line), unaligned: true };
  const destination = await destinationOf(line, files.flatMap(pairFiles));

  const remarks = new Set<string>();
  const memories: Iterable<PairRecord>[] = [];
  for (const file of files) {
    memories.push(
      await openPairs(pairFiles(file), {
        ...pairFileOptions(line),
        onDiagnostic: ({ message }) => remarks.add(message),
      }),
    );
  }
  const merged = merge(memories);
  const pairs = new CountedPairs(merged, writing);
  const written = await writePairs(pairs, destination, writing);
  if (line.has('quiet')) return;
  for (const remark of remarks) tell(remark);
  merged.counts.forEach((count, index) => {
    tell(`${counted(count, 'pair')} in ${inputName(files[index])}`);
  });
  const different = merged.counts.reduce((sum, count) => sum + count, 0) - merged.repeats;
  tell(
    `${counted(different, 'different pair')}; ${counted(merged.repeats, 'repeat')} left out, ${grouped(merged.conflicts)} in conflict`,
  );
  for (const each of leftOut(pairs.counts, writing)) tell(each);
  if ('standardOutput' in destination) return;
  tell(`Written to ${listed(written)}.`);
  for (const each of numbersLeftOut(pairs.counts, destination, writing)) tell(each);
  for (const each of adviceOnDoubtful(destination, written)) tell(each);
}
