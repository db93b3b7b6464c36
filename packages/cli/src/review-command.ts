import { basename, extname } from 'node:path';
import { align } from 'duiqi';
import type { Command } from './command.js';
import type { CommandLine } from './command-line.js';
import { usage } from './command-line.js';
import { Failure, Status } from './failure.js';
import { STANDARD_INPUT, tell } from './files.js';
import { REVIEW_HELP } from './help.js';
import { readInputs } from './inputs.js';
import { nothingToAlign } from './nothing-to-align.js';
import { openPairs, pairFiles } from './pair-files.js';
import { checkOutputs } from './places.js';
import { withProgress } from './progress.js';
import { READING_OPTIONS, readingOptions } from './reading-options.js';
import { reviewPage } from './review-page.js';
import { summary } from './summary.js';
import { understanding } from './understanding.js';
import { areNoTranslations, verdictOf } from './verdict.js';
import { readWordLists } from './word-lists.js';
import { quoted } from './words.js';
import { writeFiles } from './write-files.js';

/** `duiqi review`: a page in which a person reviews the pairs, with the alignment inside. */
export const reviewCommand: Command = {
  options: [...READING_OPTIONS, 'glossary', 'lexicon', 'output', 'quiet', 'update'],
  help: REVIEW_HELP,
  run,
};

async function run(line: CommandLine): Promise<void> {
  const files = line.files(1, 2);
  const reading = await readingOptions(line);
  const outputs = line.all('output');
  if (outputs.length > 1) throw usage('a review is one page: name one output.');
  const [output = pageName(files[0]!)] = outputs;
  if (!/\.html?$/i.test(output)) {
    throw usage(`a review is a page: let the name of the output ${quoted(output)} end in .html.`);
  }
  const old = line.all('update').at(-1);
  const oldFiles = old === undefined ? [] : pairFiles(old);
  await checkOutputs([output], [...files, ...oldFiles, ...line.all('glossary'), ...line.all('lexicon')]);

  const { input, names } = await readInputs(files, reading.format);
  const wordLists = await readWordLists(line);
  const update = old === undefined ? {} : { update: await openPairs(oldFiles) };
  const alignment = await withProgress((onProgress) =>
    align(input, { names, ...reading, ...wordLists, ...update, onProgress }),
  );
  if (alignment.pairs.length === 0 && !areNoTranslations(alignment)) {
    throw new Failure(Status.nothingToAlign, nothingToAlign(alignment, files));
  }
  const page = await reviewPage({ title: names.join(' ↔ '), alignment, acts: [], position: 0 });
  await writeFiles([{ path: output, chunks: [page] }]);
  for (const each of verdictOf(alignment)) tell(each);
  if (line.has('quiet')) return;
  for (const each of understanding(alignment)) tell(each);
  tell(summary(alignment, alignment.pairs, names, reading.segments));
  tell(
    `Written to ${output}: open it in a browser. What is saved from there, duiqi export writes in any format.`,
  );
}

function pageName(file: string): string {
  if (file === STANDARD_INPUT) return 'review.html';
  return `${basename(file, extname(file))}.review.html`;
}
