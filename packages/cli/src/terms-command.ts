import { extname } from 'node:path';
import type { PairRecord } from 'duiqi/pairs';
import { proposeTerms, type TermFormat, writeTerms } from 'duiqi/words';
import type { Command } from './command.js';
import { type CommandLine, usage } from './command-line.js';
import { Failure, Status } from './failure.js';
import { print, tell } from './files.js';
import { TERMS_HELP } from './help.js';
import { openPairs, PAIR_FILE_OPTIONS, pairFileOptions, pairFiles } from './pair-files.js';
import { checkOutputs } from './places.js';
import { counted, listed, quoted } from './words.js';
import { writeFiles } from './write-files.js';

/** `duiqi terms`: terms that aligned documents use, for a glossary. */
export const termsCommand: Command = {
  options: [...PAIR_FILE_OPTIONS, 'min-count', 'output', 'quiet'],
  help: TERMS_HELP,
  run,
};

const FORMATS: Readonly<Record<string, TermFormat>> = { '.tsv': 'tsv', '.xlsx': 'xlsx', '.tbx': 'tbx' };

async function run(line: CommandLine): Promise<void> {
  const files = line.files(1, Number.POSITIVE_INFINITY);
  const minCount = Number(line.matching('min-count', /^[1-9]\d*$/) ?? 2);
  const outputs = line.all('output').map((path) => ({ path, format: formatOf(path) }));
  await checkOutputs(
    outputs.map(({ path }) => path),
    files.flatMap(pairFiles),
  );

  const remarks = new Set<string>();
  const sources: Iterable<PairRecord>[] = [];
  for (const file of files) {
    sources.push(
      await openPairs(pairFiles(file), {
        ...pairFileOptions(line),
        onDiagnostic: ({ message }) => remarks.add(message),
      }),
    );
  }
  let pairs = 0;
  const terms = await proposeTerms(
    (function* () {
      for (const source of sources) {
        for (const pair of source) {
          pairs++;
          yield pair;
        }
      }
    })(),
    { minCount },
  );
  for (const remark of remarks) if (!line.has('quiet')) tell(remark);
  if (terms.length === 0) {
    throw new Failure(
      Status.nothingToAlign,
      `no terms were found in ${counted(pairs, 'pair')}: a term has to be together with its translation in at least ${counted(minCount, 'pair')} that nothing speaks against.`,
    );
  }
  if (outputs.length === 0) return print(await writeTerms(terms, 'tsv'));
  const written = await Promise.all(
    outputs.map(async ({ path, format }) => ({ path, chunks: await writeTerms(terms, format) })),
  );
  const names = await writeFiles(written);
  if (line.has('quiet')) return;
  tell(
    `${counted(terms.length, 'term')} proposed from ${counted(pairs, 'pair')}, written to ${listed(names)}.`,
  );
  tell('Look them through, delete what is none, and align the next document with --glossary.');
}

function formatOf(path: string): TermFormat {
  const format = FORMATS[extname(path).toLowerCase()];
  if (format !== undefined) return format;
  const known = listed(Object.keys(FORMATS), 'or');
  throw usage(
    `the name of the output ${quoted(path)} does not say which format to write: let it end in ${known}.`,
  );
}
