import type { AlignOptions, Diagnostic } from 'duiqi';
import type { GlossaryTerm, LearntLexicon } from 'duiqi/words';
import type { CommandLine } from './command-line.js';
import { read, tell } from './files.js';
import { quoted } from './words.js';

// What reads such files is loaded where there are any: most runs have none.

/** What the files of `--glossary` and `--lexicon` hold, as options of the library. */
export async function readWordLists(line: CommandLine): Promise<Pick<AlignOptions, 'glossary' | 'learnt'>> {
  const glossary = line.matching('glossary', NOT_STANDARD_INPUT);
  const lexicon = line.matching('lexicon', NOT_STANDARD_INPUT);
  return {
    ...(glossary !== undefined && { glossary: await glossaryOf(glossary) }),
    ...(lexicon !== undefined && { learnt: await lexiconOf(lexicon) }),
  };
}

async function glossaryOf(file: string): Promise<GlossaryTerm[]> {
  const onDiagnostic = ({ message }: Diagnostic): void => tell(`Warning: ${message}`);
  const { readGlossary } = await import('duiqi/words');
  const glossary = await readGlossary(await read(file), { name: file, onDiagnostic });
  if (glossary.length === 0) tell(`Warning: the glossary ${quoted(file)} holds no terms.`);
  return glossary;
}

async function lexiconOf(file: string): Promise<LearntLexicon> {
  const { parseLexicon } = await import('duiqi/words');
  return parseLexicon(await read(file), file);
}

const NOT_STANDARD_INPUT = /^(?!-$)/;
