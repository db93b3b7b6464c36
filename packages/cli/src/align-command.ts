import { align, leaveOutReason } from 'duiqi';
import type { Command } from './command.js';
import type { CommandLine } from './command-line.js';
import { Failure, Status } from './failure.js';
import { checkOutputs, print, tell, writeFiles } from './files.js';
import { filesOf, formatOf, outputsOf, serialise } from './formats.js';
import { ALIGN_HELP } from './help.js';
import { readInputs } from './inputs.js';
import { nothingToAlign } from './nothing-to-align.js';
import { openPairs } from './pair-files.js';
import { preview } from './preview.js';
import { withProgress } from './progress.js';
import { READING_OPTIONS, readingOptions } from './reading-options.js';
import { countReasons, flagCounts, leftOut, summary, updateSummary, warnings } from './summary.js';
import { understanding } from './understanding.js';
import { readWordLists } from './word-lists.js';
import { listed } from './words.js';
import { WRITING_OPTIONS, writingOptions } from './writing-options.js';

const DEFAULT_PREVIEW = 8;

/** `duiqi align`: pairs to files or to standard output, and on standard error what became of the input. */
export const alignCommand: Command = {
  options: [...READING_OPTIONS, ...WRITING_OPTIONS, 'glossary', 'lexicon', 'preview', 'update'],
  help: ALIGN_HELP,
  run,
};

async function run(line: CommandLine): Promise<void> {
  const files = line.files(1, 2);
  const reading = readingOptions(line);
  const standardFormat = line.choice('to');
  const writing = writingOptions(line);
  const shown = Number(line.matching('preview', /^\d+$/) ?? DEFAULT_PREVIEW);
  const outputs = line.all('output').map((path) => ({ path, format: formatOf(path, standardFormat) }));
  await checkOutputs(
    outputs.flatMap(({ path, format }) => filesOf(path, format)),
    [...files, ...line.all('update'), ...line.all('glossary'), ...line.all('lexicon')],
  );

  const { input, names } = await readInputs(files);
  const wordLists = await readWordLists(line);
  const old = line.all('update').at(-1);
  const update = old === undefined ? {} : { update: await openPairs([old]) };
  const alignment = await withProgress((onProgress) =>
    align(input, { names, ...reading, ...wordLists, ...update, onProgress }),
  );
  if (alignment.pairs.length === 0)
    throw new Failure(Status.nothingToAlign, nothingToAlign(alignment, files));

  if (outputs.length === 0) await print(await serialise(alignment, standardFormat ?? 'jsonl', writing));
  else {
    const written = await Promise.all(
      outputs.map(({ path, format }) => outputsOf(alignment, path, format, writing)),
    );
    await writeFiles(written.flat());
  }
  if (line.has('quiet')) return;
  const filtered = alignment.pairs.map(({ en, zh, score, flags }) => ({
    en: en.text,
    zh: zh.text,
    score,
    flags,
  }));
  const pairs = alignment.pairs.filter((_, index) => leaveOutReason(filtered[index]!, writing) === null);
  for (const each of understanding(alignment)) tell(each);
  tell(summary(alignment, pairs, names, reading.segments));
  for (const each of leftOut(countReasons(filtered, writing), writing)) tell(each);
  if (old !== undefined) tell(updateSummary(alignment));
  if (outputs.length === 0) return;
  for (const each of flagCounts(alignment, pairs)) tell(each);
  for (const each of warnings(alignment)) tell(each);
  tell(`Written to ${listed(outputs.map(({ path }) => path))}.`);
  for (const each of preview(pairs.slice(0, shown), alignment.pairs)) tell(each);
}
