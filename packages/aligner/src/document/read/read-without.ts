import { info } from '../../common/diagnostic.js';
import type { LeftOutPart } from '../../common/diagnostic-values.js';
import { listed } from '../../common/listed.js';
import type { Diagnostic } from '../../types.js';
import { inputName } from './reading.js';

/** Says what of a document its reader has left out, such as `its table of contents`; nothing where that is nothing. */
export function readWithout(name: string, parts: Iterable<LeftOutPart>): Diagnostic[] {
  const leftOut = [...parts];
  if (leftOut.length === 0) return [];
  const named = leftOut.map((part) => NAMES[part]);
  return [
    info('left-out', `${inputName(name)} was read without ${listed(named)}.`, {
      values: { kind: 'parts', name, parts: leftOut },
    }),
  ];
}

/** Says in how many paragraphs text was left out that the program of the document hides; nothing where there is none. */
export function withoutHidden(name: string, count: number): Diagnostic[] {
  if (count === 0) return [];
  const where = count === 1 ? 'a paragraph' : `${count} paragraphs`;
  return [
    info('left-out', `${inputName(name)} has hidden text in ${where}, which was left out of the alignment.`, {
      values: { kind: 'hidden-text', name, count },
    }),
  ];
}

const NAMES: Readonly<Record<LeftOutPart, string>> = {
  charts: 'its charts',
  comments: 'its comments',
  contents: 'its table of contents',
  deletions: 'the deleted text of its tracked changes',
  documents: 'the documents embedded in it',
  heads: 'its headers and footers',
  objects: 'the objects embedded in it',
};
