import type { Language } from '../../types.js';
import { LONGEST_NAME } from './column-names.js';

/** Two columns, counted from 0, of which one translates the other. */
export type ColumnPair = Readonly<Record<Language, number>>;

const ENGLISH = 'en(?:[-_](?:us|gb|uk))?|eng|english|英(?:文|语|語)?';
const CHINESE =
  'zh(?:[-_](?:cn|tw|hk|hans|hant))?|zho|cn|chs|cht|chinese|[简簡繁]?[体體]?中文?|[简簡繁][体體]|汉语|漢語';
/** A name with the language before or behind it: `title_en`, `Outline (ZH)`, `中文名称`, `English title`. */
const FORMS = (language: string): readonly RegExp[] => [
  new RegExp(`^(?<what>.*[^\\s_.(（[-])[\\s_.(（[-]+(?:${language})[)）\\]]?$`, 'iu'),
  new RegExp(`^(?<what>.*\\p{Script=Han})(?:${language})$`, 'iu'),
  new RegExp(`^(?:${language})[\\s_.-]+(?<what>[^\\s_.-].*)$`, 'iu'),
  new RegExp(`^(?:${language})(?<what>\\p{Script=Han}.*)$`, 'iu'),
];
const MARKED: Readonly<Record<Language, readonly RegExp[]>> = { en: FORMS(ENGLISH), zh: FORMS(CHINESE) };
/**
 * The pairs of columns whose names say that they hold the same in both languages, `name_en` beside `name_zh`; the English
 * may be named without its language, as in `Name`, `Name (ZH)`. Names that two columns have say nothing.
 */
export function pairsByName(names: readonly string[]): ColumnPair[] {
  const english = new Map<string, number[]>();
  const chinese = new Map<string, number[]>();
  for (const [column, written] of names.entries()) {
    const name = written.trim();
    if (name === '' || name.length > LONGEST_NAME) continue;
    const what = { en: namedIn('en', name), zh: namedIn('zh', name) };
    const [list, key] = what.zh === null ? [english, what.en ?? name.toLowerCase()] : [chinese, what.zh];
    if (!list.get(key)?.push(column)) list.set(key, [column]);
  }
  return [...chinese].flatMap(([what, [zh, ...others]]) => {
    const [en, ...more] = english.get(what) ?? [];
    return en === undefined || zh === undefined || others.length > 0 || more.length > 0 ? [] : [{ en, zh }];
  });
}

/** What a name names, without the language that it says; null where it says none. */
function namedIn(language: Language, name: string): string | null {
  for (const form of MARKED[language]) {
    const what = form.exec(name)?.groups?.['what'];
    if (what !== undefined) return what.trim().toLowerCase();
  }
  return null;
}
