/** What the document type of TMX 1.4 allows, as far as it says more than the checks of units do. */

const INLINE = ['bpt', 'ept', 'ph', 'it', 'hi', 'ut'];

/** Which elements an element may hold; what is not here holds text only. */
export const CHILDREN: ReadonlyMap<string, readonly string[]> = new Map([
  ['tmx', ['header', 'body']],
  ['header', ['note', 'prop', 'ude']],
  ['ude', ['map']],
  ['body', ['tu']],
  ['tu', ['note', 'prop', 'tuv']],
  ['tuv', ['note', 'prop', 'seg']],
  ['seg', INLINE],
  ['hi', INLINE],
  ['sub', INLINE],
  ...['bpt', 'ept', 'ph', 'it', 'ut'].map((name): [string, string[]] => [name, ['sub']]),
]);

/** Attributes that must be there, for which there is no general value. `tuv` and the header have checks of their own. */
export const REQUIRED: ReadonlyMap<string, readonly string[]> = new Map([
  ['prop', ['type']],
  ['ude', ['name']],
  ['map', ['unicode']],
  ['bpt', ['i']],
  ['ept', ['i']],
  ['it', ['pos']],
]);

/** What a header says that was not told anything else; `srclang` is what the units have. */
export const HEADER_VALUES: ReadonlyMap<string, string> = new Map([
  ['creationtool', 'unknown'],
  ['creationtoolversion', 'unknown'],
  ['segtype', 'sentence'],
  ['o-tmf', 'unknown'],
  ['adminlang', 'en-US'],
  ['datatype', 'unknown'],
]);

export const SEGMENT_TYPES: readonly string[] = ['block', 'paragraph', 'sentence', 'phrase'];

export const DATES = ['creationdate', 'changedate', 'lastusagedate'];

/** Elements that stand for codes of the document, not for text. */
export const CODES: ReadonlySet<string> = new Set(['bpt', 'ept', 'ph', 'it', 'ut']);
