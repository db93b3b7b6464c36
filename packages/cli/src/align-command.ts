import { align } from 'duiqi';
import { leaveOutReason } from 'duiqi/pairs';
import { asWritten } from './as-written.js';
import type { Command } from './command.js';
import type { CommandLine } from './command-line.js';
import { Failure, Status } from './failure.js';
import { tell } from './files.js';
import { ALIGN_HELP } from './help.js';
import { conversions, readInputs } from './inputs.js';
import { nothingToAlign } from './nothing-to-align.js';
import { openPairs, pairFiles } from './pair-files.js';
import { preview } from './preview.js';
import { withProgress } from './progress.js';
import { READING_OPTIONS, readingOptions } from './reading-options.js';
import {
  countReasons,
  flagCounts,
  leftOut,
  nextStep,
  numbersLeftOut,
  summary,
  updateSummary,
  warnings,
} from './summary.js';
import { understanding } from './understanding.js';
import { areNoTranslations, verdictOf } from './verdict.js';
import { readWordLists } from './word-lists.js';
import { listed } from './words.js';
import { adviceOnDoubtful, destinationOf, writePairs } from './writing.js';
import { WRITING_OPTIONS, writingOptions } from './writing-options.js';

const DEFAULT_PREVIEW = 8;

/** `duiqi align`: pairs to files or to standard output, and on standard error what became of the input. */
export const alignCommand: Command = {
  options: [...READING_OPTIONS, ...WRITING_OPTIONS, 'document', 'glossary', 'lexicon', 'preview', 'update'],
  help: ALIGN_HELP,
  run,
};

async function run(line: CommandLine): Promise<void> {
  const files = line.files(1, 2);
  const reading = await readingOptions(line);
  const document = line.all('document').at(-1);
  const writing = { ...writingOptions(line), ...(document !== undefined && { document }) };
  const shown = Number(line.matching('preview', /^\d+$/) ?? DEFAULT_PREVIEW);
  const old = line.all('update').at(-1);
  const oldFiles = old === undefined ? [] : pairFiles(old);
  const inputs = [...files, ...oldFiles, ...line.all('glossary'), ...line.all('lexicon')];
  const destination = await destinationOf(line, inputs);

  const read = await readInputs(files, reading.format);
  const { input, names } = read;
  const wordLists = await readWordLists(line);
  const update = old === undefined ? {} : { update: await openPairs(oldFiles) };
  const alignment = await withProgress((onProgress) =>
    align(input, { names, ...reading, ...wordLists, ...update, onProgress }),
  );
  if (alignment.pairs.length === 0 && !(writing.unaligned && areNoTranslations(alignment)))
    throw new Failure(Status.nothingToAlign, nothingToAlign(alignment, files));

  const written = await writePairs(alignment, destination, writing);
  const verdict = verdictOf(alignment);
  for (const each of verdict) tell(each);
  if (line.has('quiet')) return;
  const pairs = alignment.pairs.filter((pair) => leaveOutReason(asWritten(pair), writing) === null);
  for (const each of understanding(alignment)) tell(each);
  for (const each of conversions(read)) tell(each);
  tell(summary(alignment, pairs, names, reading.segments));
  const counts = countReasons(alignment.pairs.map(asWritten), writing);
  for (const each of leftOut(counts, writing)) tell(each);
  if (old !== undefined) tell(updateSummary(alignment));
  if ('standardOutput' in destination) return;
  for (const each of flagCounts(alignment, pairs)) tell(each);
  for (const each of warnings(alignment)) tell(each);
  tell(`Written to ${listed(written)}.`);
  for (const each of numbersLeftOut(counts, destination, writing)) tell(each);
  for (const each of adviceOnDoubtful(destination, written)) tell(each);
  for (const each of nextStep(alignment, pairs, writing, destination)) tell(each);
  for (const each of preview(pairs.slice(0, shown), alignment.pairs)) tell(each);
}
