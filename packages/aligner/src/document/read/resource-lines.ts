import { info } from '../../common/diagnostic.js';
import type { Block, Span } from '../../types.js';
import { lineSpans, trimSpan } from '../writing/lines.js';
import { isTranslated, readJsonStrings } from './json-strings.js';
import { inputName, type Reading } from './reading.js';

/** A string of a program, under its key. */
interface Entry {
  /** As it is written, without quotation marks. */
  readonly key: string;
  readonly keyAt: Span;
  /** One span for each line that the string is written over. */
  readonly lines: Span[];
  readonly form: 'plain' | 'quoted' | 'catalogue';
  /** Which message of a catalogue it is a part of, counted from 1. */
  readonly group: number;
}

/** Names of files whose keys may look like any word. */
const ENDINGS = /\.(?:properties|ini|lang|ya?ml)$/i;
const WITH_COLONS = /\.(?:properties|ya?ml)$/i;
/** Fewer keys may stand in any text. */
const LEAST_ENTRIES = 3;
/** Share of the lines with text that must be strings, comments or brackets: a text may quote some strings. */
const LEAST_TOLD = 0.9;
/** Share of the keys that must look like keys where nothing else says so: a word before `=` may be the text, and what follows its translation. */
const MOST = 0.6;
const WORD = /\p{L}{2}|\p{Script=Han}/u;
/** Several words, or Chinese: settings have numbers and single words, and are no strings to be shown. */
const TEXT = /\p{L}\p{P}? \p{P}?\p{L}|\p{Script=Han}/u;
/** Share of the strings that must be that: a button has a single word. */
const LEAST_TEXT = 0.2;
/** A key, and no word of a text: with dots or the like in it, with a capital in its middle, in capitals. */
const CODE = /^(?:\S*[\p{L}\d][._/[\]@-]+[\p{L}\d]\S*|\p{Ll}+\p{Lu}\S*|[\p{Lu}\d_]{4,})$/u;
/** No key is longer, in characters. */
const LONGEST_KEY = 100;

/**
 * Reads a text that is a file of strings for a program: `key=value` (Java properties, INI), `key: value` (YAML), `"key" = "value";`
 * (Apple), `msgid` and `msgstr` (gettext), an object in JSON. Each string is a paragraph; keys, comments and marks are none of the text. In a
 * catalogue, and where the keys are the texts, what belongs together stands in one row. Null where the text is no such file.
 */
export function readResource(written: string, name: string): Reading | null {
  const note = info(
    'left-out',
    `${inputName(name)} was read as strings of a program, without their keys and comments.`,
    { values: { kind: 'keys', name } },
  );
  const json = readJsonStrings(written);
  if (json !== null) return { ...json, diagnostics: [...json.diagnostics, note] };
  const text = withoutEscapes(written);
  const { entries, told, all } = entriesOf(text, WITH_COLONS.test(name));
  if (entries.length < LEAST_ENTRIES || told < LEAST_TOLD * all) return null;
  const stringOf = ({ lines }: Entry): string =>
    lines.map(({ start, end }) => text.slice(start, end)).join('');
  const isCatalogue = entries.some(({ form }) => form === 'catalogue');
  const keys = isCatalogue
    ? entries.filter(({ key }) => key === 'msgid').map(stringOf)
    : entries.map(({ key }) => key);
  const areCodes = share(keys, isCode) >= MOST;
  const isQuoted = entries.every(({ form }) => form === 'quoted');
  // Words before the mark are texts where what is behind it is their translation.
  const areTexts =
    !areCodes && isQuoted && share(entries, (each) => isTranslated(each.key, stringOf(each))) >= MOST;
  if (!areCodes && !isCatalogue && !isQuoted && !ENDINGS.test(name)) return null;
  const strings = entries.map(stringOf);
  const areShown =
    share(strings, (each) => WORD.test(each)) >= MOST &&
    share(strings, (each) => TEXT.test(each)) >= LEAST_TEXT;
  if (!isCatalogue && !isQuoted && !areShown) return null;
  // The first message of a catalogue describes it.
  const heads = new Set(
    entries.filter((each) => each.key === 'msgid' && stringOf(each) === '').map(({ group }) => group),
  );
  const blocks: Block[] = [];
  const add = (written: readonly Span[], row: number | null, column: number): void => {
    const lines = written.filter(({ start, end }) => end > start);
    if (lines.length === 0) return;
    const position = row !== null && ({ axis: 'row', table: 0, column, start: row, end: row + 1 } as const);
    blocks.push({ kind: 'paragraph', lines, isWrapped: true, ...(position && { position }) });
  };
  for (const [index, { key, keyAt, lines, group }] of entries.entries()) {
    if (isCatalogue) {
      const isSource = key.startsWith('msgid');
      if (key !== 'msgctxt' && !heads.has(group) && !(isSource && areCodes))
        add(lines, group, isSource ? 0 : 1);
    } else if (areTexts) {
      add([keyAt], index, 0);
      add(lines, index, 1);
    } else add(lines, null, 0);
  }
  return { text, blocks, diagnostics: [note] };
}

/** Characters by their numbers, as in Java and Apple: `\u4e2d\u6587`. Those below have marks of their own. */
const ESCAPED = /(?<!\\)((?:\\\\)*)\\[uU]([\dA-Fa-f]{4})/g;
const FIRST_ESCAPED = 0xa0;

function withoutEscapes(text: string): string {
  return text.replace(ESCAPED, (written, before: string, digits: string) => {
    const unit = Number.parseInt(digits, 16);
    return unit < FIRST_ESCAPED ? written : before + String.fromCharCode(unit);
  });
}

function share<T>(items: readonly T[], is: (item: T) => boolean): number {
  return items.filter(is).length / Math.max(items.length, 1);
}

function isCode(written: string): boolean {
  return written.length <= LONGEST_KEY && CODE.test(written);
}

const IN_QUOTES = '"((?:[^"\\\\]|\\\\.)*)"';
const KEYWORD = new RegExp(`^(msgctxt|msgid(?:_plural)?|msgstr(?:\\[\\d+\\])?)[ \\t]+${IN_QUOTES}$`, 'd');
const QUOTED = new RegExp(`^${IN_QUOTES}[ \\t]*=[ \\t]*${IN_QUOTES}[ \\t]*;?$`, 'd');
const PLAIN = /^([\w$@][\w$@./[\]-]*)[ \t]*=[ \t]*((?:[^ \t].*)?)$/d;
const COLON = /^([\w$@][\w$@./[\]-]*):(?:[ \t]+((?:[^ \t].*)?))?$/d;
const STRING = new RegExp(`^${IN_QUOTES}$`);
/** The head of a part: `[dialogs]`. */
const PART = /^(?:\[[\w .-]+\]|---)$/;

/** The strings of a text, and how many of its lines are what files of strings have. */
function entriesOf(
  text: string,
  withColons: boolean,
): { entries: readonly Entry[]; told: number; all: number } {
  const entries: Entry[] = [];
  let [told, all, group] = [0, 0, 0];
  let isComment = false;
  let open: Entry | null = null;
  for (const line of lineSpans(text)) {
    const written = text.slice(line.start, line.end);
    if (written === '') {
      open = null;
      continue;
    }
    all++;
    told++;
    if (isComment || written.startsWith('/*')) {
      isComment = !written.endsWith('*/');
      continue;
    }
    if (open?.form === 'plain') {
      const goesOn = written.endsWith('\\');
      open.lines.push(trimSpan(text, { start: line.start, end: line.end - (goesOn ? 1 : 0) }));
      if (!goesOn) open = null;
      continue;
    }
    if (open?.form === 'catalogue' && STRING.test(written)) {
      open.lines.push({ start: line.start + 1, end: line.end - 1 });
      continue;
    }
    open = null;
    if (/^(?:[#!;]|\/\/)/.test(written) || PART.test(written)) continue;
    const found = stringOn(text, line, withColons);
    if (found === null) told--;
    if (found === null || found === 'head') continue;
    const { goesOn, string, ...entry } = found;
    const { key } = entry;
    if (key === 'msgctxt' || (key === 'msgid' && entries.at(-1)?.key !== 'msgctxt')) group++;
    const added = { ...entry, lines: [string], group };
    entries.push(added);
    if (goesOn) open = added;
  }
  return { entries, told, all };
}

/** A string as one line has it, and whether it may go on on the next one. */
interface StringOnLine extends Pick<Entry, 'key' | 'keyAt' | 'form'> {
  readonly string: Span;
  readonly goesOn: boolean;
}

/** The string on a line; `head` for one that heads the keys below it, `menu:`; null for what is no line of such a file. */
function stringOn(text: string, line: Span, withColons: boolean): StringOnLine | 'head' | null {
  const written = text.slice(line.start, line.end);
  const at = ([start, end]: readonly [number, number]): Span => ({
    start: line.start + start,
    end: line.start + end,
  });
  const marked = KEYWORD.exec(written) ?? QUOTED.exec(written);
  if (marked?.indices) {
    const isCatalogue = marked[0].startsWith('msg');
    return {
      key: marked[1]!,
      keyAt: at(marked.indices[1]!),
      string: at(marked.indices[2]!),
      form: isCatalogue ? 'catalogue' : 'quoted',
      goesOn: isCatalogue,
    };
  }
  const plain = PLAIN.exec(written) ?? (withColons ? COLON.exec(written) : null);
  if (plain?.indices === undefined) return null;
  const value = plain.indices[2];
  if (value === undefined) return 'head';
  const goesOn = written.endsWith('\\');
  const bare = trimSpan(text, at([value[0], value[1] - (goesOn ? 1 : 0)]));
  const marks = /^(?:"[^"]*"|'[^']*')$/.test(text.slice(bare.start, bare.end)) ? 1 : 0;
  const string = { start: bare.start + marks, end: bare.end - marks };
  return { key: plain[1]!, keyAt: at(plain.indices[1]!), string, form: 'plain', goesOn };
}
