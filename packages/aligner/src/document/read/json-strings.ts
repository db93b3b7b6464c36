import type { Language } from '../../types.js';
import { languageByScript } from '../writing/script.js';
import { kindOfName } from './column-names.js';
import { ExtractedText } from './extracted-text.js';
import type { Reading } from './reading.js';

/** A string of a program, with the keys that lead to it. */
interface Leaf {
  readonly path: readonly string[];
  readonly text: string;
  /** The singular of a string whose plural stands beside it: Chinese has one form for both, which is called as the plural is. */
  readonly isOne: boolean;
}

/** A text and its translation, either of which may be missing. */
type Pair = Partial<Record<Language, string>>;

/** Nothing that a program shows is nested deeper. */
const DEEPEST = 100;
/** Share of the strings whose language their keys must say, and of these that must look like it. */
const MOST_NAMED = 0.9;
/** Share of the keys that must be texts which their strings translate. */
const MOST_TEXTS = 0.6;
/** `one` beside `other`, `items_one` beside `items_other`. */
const ONE = /(?<![^_.-])one$/;
/** What is said about strings and is none: `@title` (ARB), `$schema`, `_comment`. */
const ABOUT = /^[@$_]/;

/**
 * Reads an object in JSON that holds the strings of a program, however deep they lie: i18next, Vue, Flutter's ARB, `messages.json` of
 * Chrome. Null for what is no such object. Where keys say the languages, `{"en": {…}, "zh": {…}}`, or are the texts themselves, a string
 * and its translation stand in one row. Else each is a paragraph, by the order of their keys: two files that have the same keys say
 * the same in the same order then, however each was sorted. What is said of one is left out where the plural is there.
 */
export function readJsonStrings(text: string): Reading | null {
  const value = /^\ufeff?\s*\{/.test(text) ? parsed(text) : null;
  if (typeof value !== 'object' || value === null) return null;
  const all = [...leavesOf(value, [])];
  const leaves = all.filter(({ isOne }) => !isOne);
  const pairs = pairsByKeys(leaves) ?? pairsWithKeys(leaves);
  const extracted = new ExtractedText();
  if (pairs === null) {
    for (const { text } of leaves.sort(byPath)) extracted.add('paragraph', linesOf(text));
  }
  for (const [row, pair] of (pairs ?? []).entries()) {
    for (const [column, language] of (['en', 'zh'] as const).entries()) {
      const position = { axis: 'row', table: 0, column, start: row, end: row + 1 } as const;
      extracted.add('paragraph', linesOf(pair[language] ?? ''), { position });
    }
  }
  extracted.leaveOut(all.filter(({ isOne }) => isOne).map(({ text }) => text));
  return extracted.reading();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
}

function* leavesOf(value: object, path: readonly string[]): Iterable<Leaf> {
  if (path.length > DEEPEST) return;
  // Chrome's: what a translator is told stands beside the message.
  const message: unknown = Reflect.get(value, 'message');
  const isMessage = path.length > 0 && typeof message === 'string';
  const entries: [string, unknown][] = isMessage ? [['message', message]] : Object.entries(value);
  for (const [key, each] of entries) {
    if (ABOUT.test(key)) continue;
    // Places in a list are sorted as numbers are.
    const inner = [...path, Array.isArray(value) ? key.padStart(8, '0') : key];
    const isOne = ONE.test(key) && Object.hasOwn(value, key.replace(ONE, 'other'));
    if (typeof each === 'string' && /\p{L}/u.test(each)) yield { path: inner, text: each, isOne };
    else if (typeof each === 'object' && each !== null) yield* leavesOf(each, inner);
  }
}

/** The strings of both languages in one file, by what their keys say beside the language; null where these do not say it. */
function pairsByKeys(leaves: readonly Leaf[]): readonly Pair[] | null {
  const rows = new Map<string, Pair>();
  let [named, agreeing] = [0, 0];
  const found = new Set<Language>();
  for (const { path, text } of leaves) {
    const at = path.findIndex((key) => languageOf(key) !== null);
    if (at < 0) continue;
    const language = languageOf(path[at]!)!;
    found.add(language);
    named++;
    if ((languageByScript(text) ?? language) === language) agreeing++;
    const key = JSON.stringify(path.filter((_, place) => place !== at));
    rows.set(key, { ...rows.get(key), [language]: text });
  }
  const isTold = named >= MOST_NAMED * leaves.length && agreeing >= MOST_NAMED * named;
  return isTold && found.size === 2 ? [...rows.values()] : null;
}

function languageOf(key: string): Language | null {
  const kind = kindOfName(key);
  return kind === 'en' || kind === 'zh' ? kind : null;
}

/** Keys and strings, where the keys are the texts: `{"Open the lid": "打开盖子"}`; null where they are not. */
function pairsWithKeys(leaves: readonly Leaf[]): readonly Pair[] | null {
  const pairs = leaves.map(({ path, text }): Pair => {
    const key = path.at(-1)!;
    return languageByScript(text) === 'zh' ? { en: key, zh: text } : { en: text, zh: key };
  });
  const isText = ({ path, text }: Leaf): boolean => isTranslated(path.at(-1)!, text) && !isKey(path.at(-1)!);
  return leaves.length > 0 && leaves.filter(isText).length >= MOST_TEXTS * leaves.length ? pairs : null;
}

/** A key in one word that begins in lower case, or with dots or the like in it: words that are shown begin with a capital. */
function isKey(key: string): boolean {
  return /^\p{Ll}[^\s\p{Script=Han}]*$|^\S*[\p{L}\d][._/[\]@-]+[\p{L}\d]\S*$|^[\p{Lu}\d_]{4,}$/u.test(key);
}

/** Whether two texts are each in a language of their own. */
export function isTranslated(key: string, value: string): boolean {
  const [own, other] = [languageByScript(key), languageByScript(value)];
  return own !== null && other !== null && own !== other;
}

function byPath({ path: one }: Leaf, { path: other }: Leaf): number {
  const at = one.findIndex((key, place) => key !== other[place]);
  const [a, b] = [one[at] ?? '', other[at] ?? ''];
  return a < b ? -1 : a > b ? 1 : 0;
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|[\n\r]/);
}
