import { type Alignment, align, type Progress } from 'duiqi';
import { toLexicon, train } from 'duiqi/words';
import type { Command } from './command.js';
import { type CommandLine, usage } from './command-line.js';
import { Failure, Status } from './failure.js';
import { STANDARD_INPUT, tell } from './files.js';
import { TRAIN_HELP } from './help.js';
import { readInputs } from './inputs.js';
import { refuseByName } from './no-document.js';
import { nothingToAlign } from './nothing-to-align.js';
import { checkOutputs } from './places.js';
import { withProgress } from './progress.js';
import { READING_OPTIONS, readingOptions } from './reading-options.js';
import { documents } from './training-documents.js';
import { readWordLists } from './word-lists.js';
import { counted, quoted } from './words.js';
import { writeFiles } from './write-files.js';

/** `duiqi train`: what the words of aligned documents teach, written to a file for `--lexicon`. */
export const trainCommand: Command = {
  options: [...READING_OPTIONS, 'glossary', 'lexicon', 'output', 'quiet'],
  help: TRAIN_HELP,
  run,
};

async function run(line: CommandLine): Promise<void> {
  const files = line.files(1, Number.POSITIVE_INFINITY);
  const reading = await readingOptions(line);
  if (reading.format === 'auto') refuseByName(files);
  if (files.includes(STANDARD_INPUT)) throw usage('train reads files, not standard input.');
  const [output, ...further] = line.all('output');
  if (output === undefined || further.length > 0) throw usage('train writes one file: name it with -o OUT.');
  // The lexicon may be an output as well: training goes on from it, and it is read before anything is written.
  await checkOutputs([output], [...files, ...line.all('glossary')]);
  const options = { ...reading, ...(await readWordLists(line)) };

  const aligned = { documents: 0, pairs: 0 };
  const warnings: string[] = [];
  async function* alignments(onProgress: (progress: Progress) => void): AsyncIterable<Alignment> {
    let filesDone = 0;
    for await (const paths of documents(files, options)) {
      const { input, names } = await readInputs(paths, options.format);
      const alignment = await align(input, {
        ...options,
        names,
        onProgress: ({ phase, fraction }) =>
          onProgress({ phase, fraction: (filesDone + paths.length * fraction) / files.length }),
      });
      filesDone += paths.length;
      if (alignment.pairs.length === 0) {
        warnings.push(`Warning: ${nothingToAlign(alignment, paths)}`);
        continue;
      }
      aligned.documents++;
      aligned.pairs += alignment.pairs.length;
      yield alignment;
    }
  }
  const learnt = await withProgress((onProgress) => train(alignments(onProgress), options));

  for (const warning of warnings) tell(warning);
  if (aligned.documents === 0) {
    throw new Failure(Status.nothingToAlign, 'there is nothing to learn from in any of the files.');
  }
  await writeFiles([{ path: output, chunks: toLexicon(learnt) }]);
  if (line.has('quiet')) return;
  const translations = counted(learnt.translations.length, 'translation');
  const source = `${counted(aligned.pairs, 'pair')} of ${counted(aligned.documents, 'document')}`;
  tell(`${translations} learnt from ${source}, written to ${quoted(output)}`);
}
