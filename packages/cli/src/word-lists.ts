import type { AlignOptions } from 'duiqi';
import { parseGlossary, parseLexicon } from 'duiqi';
import type { CommandLine } from './command-line.js';
import { read } from './files.js';

/** What the files of `--glossary` and `--lexicon` hold, as options of the library. */
export async function readWordLists(line: CommandLine): Promise<Pick<AlignOptions, 'glossary' | 'learnt'>> {
  const glossary = line.matching('glossary', NOT_STANDARD_INPUT);
  const lexicon = line.matching('lexicon', NOT_STANDARD_INPUT);
  return {
    ...(glossary !== undefined && { glossary: parseGlossary(await read(glossary), glossary) }),
    ...(lexicon !== undefined && { learnt: parseLexicon(await read(lexicon), lexicon) }),
  };
}

const NOT_STANDARD_INPUT = /^(?!-$)/;
