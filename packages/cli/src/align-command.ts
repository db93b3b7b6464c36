import type { Language, TmxOptions } from 'duiqi';
import { align, version } from 'duiqi';
import type { Command } from './command.js';
import { type CommandLine, usage } from './command-line.js';
import { Failure, Status } from './failure.js';
import { checkOutputs, print, tell, writeFiles } from './files.js';
import { formatOf, serialise, type WritingOptions } from './formats.js';
import { ALIGN_HELP } from './help.js';
import { readInputs } from './inputs.js';
import { nothingToAlign } from './nothing-to-align.js';
import { preview } from './preview.js';
import { withProgress } from './progress.js';
import { READING_OPTIONS, readingOptions } from './reading-options.js';
import { flagCounts, summary, warnings } from './summary.js';
import { understanding } from './understanding.js';
import { readWordLists } from './word-lists.js';
import { LANGUAGE_NAMES, listed, quoted } from './words.js';

const LANGUAGE_TAG = /^[a-z]{2,3}(-[A-Za-z]{4})?(-[A-Z]{2})?$/;
const DATE = /^\d{8}T\d{6}Z$/;
const DEFAULT_PREVIEW = 8;

/** `duiqi align`: pairs to files or to standard output, and on standard error what became of the input. */
export const alignCommand: Command = {
  options: [
    ...READING_OPTIONS,
    'date',
    'direction',
    'glossary',
    'lexicon',
    'markers',
    'min-score',
    'output',
    'preview',
    'quiet',
    'source-lang',
    'target-lang',
    'to',
    'unaligned',
  ],
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
  await checkOutputs(line.all('output'), [...files, ...line.all('glossary'), ...line.all('lexicon')]);

  const { input, names } = await readInputs(files);
  const wordLists = await readWordLists(line);
  const alignment = await withProgress((onProgress) =>
    align(input, { names, ...reading, ...wordLists, onProgress }),
  );
  if (alignment.pairs.length === 0)
    throw new Failure(Status.nothingToAlign, nothingToAlign(alignment, files));

  if (outputs.length === 0) await print(serialise(alignment, standardFormat ?? 'jsonl', writing));
  else {
    await writeFiles(
      outputs.map((output) => ({ path: output.path, chunks: serialise(alignment, output.format, writing) })),
    );
  }
  if (line.has('quiet')) return;
  const pairs = alignment.pairs.filter(({ score }) => score >= writing.minScore);
  for (const each of understanding(alignment)) tell(each);
  tell(summary(alignment, pairs, names, reading.segments));
  if (outputs.length === 0) return;
  for (const each of flagCounts(alignment, pairs)) tell(each);
  for (const each of warnings(alignment)) tell(each);
  tell(`Written to ${listed(outputs.map(({ path }) => path))}.`);
  for (const each of preview(pairs.slice(0, shown), alignment.pairs)) tell(each);
}

function writingOptions(line: CommandLine): WritingOptions {
  const direction = line.choice('direction') ?? 'en-zh';
  const sourceLanguage = languageTag(line, 'source-lang', direction === 'en-zh' ? 'en' : 'zh', direction);
  const targetLanguage = languageTag(line, 'target-lang', direction === 'en-zh' ? 'zh' : 'en', direction);
  const date = line.matching('date', DATE);
  const tmx: TmxOptions = {
    direction,
    creationToolVersion: version,
    markers: line.choice('markers') ?? 'both',
    ...(sourceLanguage !== undefined && { sourceLanguage }),
    ...(targetLanguage !== undefined && { targetLanguage }),
    ...(date !== undefined && { date }),
  };
  return { unaligned: line.has('unaligned'), minScore: line.number('min-score', 1) ?? 0, tmx };
}

/** A tag of the other language is most likely a forgotten `--direction`. */
function languageTag(
  line: CommandLine,
  option: 'source-lang' | 'target-lang',
  language: Language,
  direction: string,
): string | undefined {
  const tag = line.matching(option, LANGUAGE_TAG);
  if (tag === undefined || tag.split('-')[0] === language) return tag;
  const wanted = `the tag of a kind of ${LANGUAGE_NAMES[language]} with --direction ${direction}`;
  throw usage(`--${option} takes ${wanted}, not ${quoted(tag)}.`);
}
