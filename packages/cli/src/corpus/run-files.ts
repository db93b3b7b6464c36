import { basename, extname } from 'node:path';
import { filesOf, formatByName } from '../formats.js';

/**
 * Which names in a folder are those of what batches have written there, as the hidden files tell that stay beside it: somebody's next
 * batch of that folder is not to take a list of doubts, a data card or a memory for documents.
 *
 * @param names all that the folder holds, hidden files too
 */
export function writtenByRuns(names: readonly string[]): (name: string) => boolean {
  const written = new Set<string>();
  let isCorpus = false;
  for (const name of names) {
    const output = /^(?:\.(.+))?\.duiqi-run(?:\.json)?$/.exec(name);
    if (output?.[1] !== undefined) for (const each of besideFile(output[1])) written.add(each);
    else if (output !== null) isCorpus = true;
  }
  return (name) => written.has(name) || (isCorpus && IN_CORPUS.test(name));
}

const IN_CORPUS =
  /^(?:(?:pairs-\d{5,}(?:\.doubtful)?|apart)\.[a-z]+|manifest\.jsonl|summary\.json|README\.md)$/;

function besideFile(name: string): readonly string[] {
  const ending = extname(name);
  const stem = basename(name, ending);
  const format = formatByName(name) ?? 'tsv';
  return [
    ...[name, `${stem}.apart${ending}`].flatMap((path) => filesOf(path, format)),
    `${stem}.doubtful${ending}`,
    `${stem}.doubts.xlsx`,
    `${stem}.manifest.jsonl`,
  ];
}
