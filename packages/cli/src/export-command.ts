import { type PairRecord, records } from 'duiqi/pairs';
import { replay, reviewedPairs } from 'duiqi/review';
import type { Command } from './command.js';
import type { CommandLine } from './command-line.js';
import { read as readFile, tell } from './files.js';
import { EXPORT_HELP } from './help.js';
import { openPairs, PAIR_FILE_OPTIONS, pairFileOptions, pairFiles } from './pair-files.js';
import { projectIn } from './review-page.js';
import { CountedPairs, leftOut, numbersLeftOut } from './summary.js';
import { counted, listed } from './words.js';
import { adviceOnDoubtful, destinationOf, writePairs } from './writing.js';
import { WRITING_OPTIONS, writingOptions } from './writing-options.js';

/** `duiqi export`: pairs from a file of one format to others, without aligning again. */
export const exportCommand: Command = {
  options: [...WRITING_OPTIONS, ...PAIR_FILE_OPTIONS],
  help: EXPORT_HELP,
  run,
};

async function run(line: CommandLine): Promise<void> {
  const files = line.files(1, 2).flatMap(pairFiles);
  // Nothing is left out unless asked: text without a counterpart stays where the format can hold it.
  const writing = { ...writingOptions(line), unaligned: true };
  const destination = await destinationOf(line, files);

  const remarks = new Set<string>();
  const read =
    (await reviewedIn(files)) ??
    (await openPairs(files, {
      ...pairFileOptions(line),
      onDiagnostic: ({ message }) => remarks.add(message),
    }));
  const pairs = new CountedPairs(read, { ...writing, unaligned: false });
  const written = await writePairs(pairs, destination, writing);
  if (line.has('quiet')) return;
  for (const remark of remarks) tell(remark);
  if ('standardOutput' in destination) return;
  const { counts } = pairs;
  tell(`${counted(counts.reasons.get(null) ?? 0, 'pair')} written to ${listed(written)}.`);
  for (const each of leftOut(counts, writing)) tell(each);
  for (const each of numbersLeftOut(counts, destination, writing)) tell(each);
  for (const each of adviceOnDoubtful(destination, written)) tell(each);
  const isBorne = counts.confirmed > 0 || writing.drop.some((flag) => counts.reasons.has(flag));
  if (writing.drop.length > 0 && !isBorne) {
    tell(
      `No pair in the file has the flag ${listed(writing.drop, 'or')}: export does not look for faults, it only knows the flags that duiqi align wrote.`,
    );
  }
}

/** What a person has made of the pairs in a page of `duiqi review`; null where the files are none. */
async function reviewedIn([path, ...others]: readonly string[]): Promise<Iterable<PairRecord> | null> {
  if (path === undefined || others.length > 0 || !/\.html?$/i.test(path)) return null;
  const project = await projectIn(await readFile(path), path);
  if (project === null) return null;
  const { alignment, acts, position } = project;
  return records(reviewedPairs(replay(alignment, acts.slice(0, position))), { unaligned: true });
}
