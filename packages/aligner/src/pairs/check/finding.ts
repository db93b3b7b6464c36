/** What would go wrong when a file of pairs is imported, and what to do about it. */
export interface Finding extends Remark, Place {}

/** A place in a file, both counted from 1; columns in UTF-16 code units of the decoded text. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Remark {
  /** `error`: the import fails, or units are lost in silence. `warning`: the file imports, and its pairs want a look. */
  readonly severity: 'error' | 'warning';
  readonly code: FindingCode;
  /** One sentence: what is wrong, and the remedy. */
  readonly message: string;
  /** What `repaired` puts in its place, `''` where it takes it out; absent where a person has to decide. */
  readonly fix?: string;
}

/** What a finding is about, for programs. */
export type FindingCode =
  | 'attribute' // a required attribute is missing, or has a value that the standard does not know
  | 'bom' // a byte order mark in front of UTF-8
  | 'character' // no file of the format may hold it
  | 'conflict' // the same source with another target
  | 'date'
  | 'edge' // white space around a segment
  | 'empty' // a side without text
  | 'encoding'
  | 'entity' // an & or < that begins nothing, or a reference to what is not there
  | 'id' // missing, twice, or of a form that the standard does not allow
  | 'invisible' // characters in a segment that nobody sees and no document to be translated has
  | 'json' // a line that is no JSON object
  | 'keys' // fields that differ from those of the first line
  | 'lang-attribute' // lang= instead of xml:lang=
  | 'lang-tag'
  | 'length-ratio'
  | 'long' // a segment that some importers drop
  | 'lost-character' // U+FFFD: a character was lost before
  | 'namespace'
  | 'not-well-formed'
  | 'number-mismatch'
  | 'order' // properties behind the texts
  | 'repeat' // the same pair again
  | 'single' // a unit in one language
  | 'source-language'
  | 'structure' // an element where the standard has none of its kind, or none where it wants one
  | 'target-language'
  | 'type' // a field of another type than in the first line
  | 'untranslated'
  | 'wrong-language';

export function error(code: FindingCode, message: string, fix: string | null = null): Remark {
  return { severity: 'error', code, message, ...(fix !== null && { fix }) };
}

export function warning(code: FindingCode, message: string, fix: string | null = null): Remark {
  return { severity: 'warning', code, message, ...(fix !== null && { fix }) };
}

/** The next part of a file: its text as repaired, and what was found since the last part, in the order of the file. */
export interface Inspected {
  readonly text: string;
  readonly findings: readonly Finding[];
}

export function inOrder(a: Place, b: Place): number {
  return a.line - b.line || a.column - b.column;
}

/** A character as messages name it: most of those that are found cannot be seen. */
export function named(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** What a file says, short enough for a message and without line breaks. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
