import type { Command } from './command.js';
import { type CommandLine, usage } from './command-line.js';
import { filesBelow } from './corpus/document-list.js';
import { type ContentPairs, pairByContent } from './corpus/pair-by-content.js';
import { CORPUS_OPTIONS, jobsOf, workerSettings } from './corpus/settings.js';
import { sentencesOnSkipped } from './corpus/without-text.js';
import { Failure, Status } from './failure.js';
import { print, tell } from './files.js';
import { PAIR_HELP } from './help.js';
import { checkOutputs } from './places.js';
import { argument, counted, grouped, quoted, shown } from './words.js';
import { writeFiles } from './write-files.js';

/** `duiqi pair`: which files of two folders belong together, by what they say. */
export const pairCommand: Command = {
  options: [...CORPUS_OPTIONS.filter((name) => name !== 'glossary' && name !== 'lexicon'), 'output', 'quiet'],
  help: PAIR_HELP,
  run,
};

async function run(line: CommandLine): Promise<void> {
  const [english, chinese] = line.folders(2, 2);
  const [output, ...further] = line.all('output');
  if (further.length > 0) throw usage('pair writes one list: name it with -o OUT.');
  if (output !== undefined) await checkOutputs([output], []);
  const settings = await workerSettings(line, {});
  const below = { en: await filesBelow(english!), zh: await filesBelow(chinese!) };
  const found = await pairByContent([english!, chinese!], below, settings, jobsOf(line));
  const listed = listable(found);
  const list = [...listOf(listed)];
  if (output === undefined) await print(list);
  else await writeFiles([{ path: output, chunks: list }]);
  const { pairs, alone } = listed;
  if (!line.has('quiet') || pairs.length === 0)
    for (const sentence of sentencesOnSkipped([...below.en.skipped, ...below.zh.skipped])) tell(sentence);
  tellReasons(alone);
  tellUnlisted(found);
  if (pairs.length === 0) {
    const why = lackLanguages(alone)
      ? `no file of ${quoted(english!)} holds English, and none of ${quoted(chinese!)} Chinese: name the folder of the English ones first.`
      : 'no two files of the folders say the same.';
    throw new Failure(Status.nothingToAlign, why);
  }
  if (line.has('quiet')) return;
  const of = (language: string): string => grouped(alone.filter((file) => file.language === language).length);
  tell(
    `${counted(pairs.length, 'pair')} of files; without a counterpart: ${of('en')} English, ${of('zh')} Chinese`,
  );
  if (output !== undefined)
    tell(`Written to ${quoted(output)}; align them with: duiqi batch --list ${argument(output)} -o OUT`);
}

/** Whether what could be read on each side lacks the language of that side, as where the folders were mistaken for each other. */
function lackLanguages(alone: ContentPairs['alone']): boolean {
  const isRead = alone.filter(({ refusal }) => refusal?.status !== 'error');
  const languages = new Set(isRead.map(({ language }) => language));
  return languages.size === 2 && isRead.every(({ refusal }) => refusal?.code === 'nothing-to-align');
}

/** How many files are named of which nothing could be read. */
const NAMED = 5;

/** Files of which nothing could be read are not the same as files without a counterpart. */
function tellReasons(alone: ContentPairs['alone']): void {
  const reasons = alone.flatMap(({ files, refusal }) =>
    refusal === undefined ? [] : [`  ${shown(files[0]!)}: ${refusal.message}`],
  );
  if (reasons.length === 0) return;
  tell(`${counted(reasons.length, 'file')} could not be compared:`);
  for (const reason of reasons.slice(0, NAMED)) tell(reason);
  if (reasons.length > NAMED) tell(`  and ${grouped(reasons.length - NAMED)} more`);
}

/** A list has a tab between cells and a file on a line: other names would be read back as those of other files. */
function isListable(path: string): boolean {
  return !/[\t\r\n]/.test(path);
}

function listable({ pairs, alone }: ContentPairs): ContentPairs {
  return {
    pairs: pairs.filter(({ en, zh }) => isListable(en) && isListable(zh)),
    alone: alone.filter(({ files }) => isListable(files[0]!)),
  };
}

function tellUnlisted({ pairs, alone }: ContentPairs): void {
  const paths = [...pairs.flatMap(({ en, zh }) => [en, zh]), ...alone.map(({ files }) => files[0]!)];
  const names = paths.filter((path) => !isListable(path));
  if (names.length === 0) return;
  const are = names.length === 1 ? 'has' : 'have';
  tell(
    `${counted(names.length, 'name')} ${are} a tab or a line end, which the list cannot hold; left out with their counterparts, unless you rename them:`,
  );
  for (const name of names.slice(0, NAMED)) tell(`  ${quoted(name)}`);
  if (names.length > NAMED) tell(`  and ${grouped(names.length - NAMED)} more`);
}

function* listOf({ pairs, alone }: ContentPairs): Iterable<string> {
  yield 'en\tzh\tscore\n';
  for (const { en, zh, score } of pairs) yield `${en}\t${zh}\t${score.toFixed(4)}\n`;
  for (const { language, files } of alone)
    yield language === 'en' ? `${files[0]}\t\t\n` : `\t${files[0]}\t\n`;
}
