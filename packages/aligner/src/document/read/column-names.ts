import type { Language } from '../../types.js';
import { cellParts } from './cell-parts.js';

/** Names of columns are no longer than this. */
export const LONGEST_NAME = 40;

/** What may follow a language in the name of its column. */
const OF_WHAT =
  '(?:[ _-](?:text|version|original|translation|source|target|term|name|title|sentence|segment|simplified|traditional|us|uk)s?)?';
const OF_WHAT_CHINESE =
  '(?:版|版本|文本|原文|译文|譯文|翻译|翻譯|名|名称|名稱|全称|全稱|全名|术语|術語|词汇|詞彙|词条|詞條|单词|單詞|释义|釋義|表达|表達|说法|說法|内容|內容|描述)?';
const IN_BRACKETS = '(?:\\s*[(（[][^()（）[\\]]*[)）\\]])?';

/** The names of columns that say in which language their text is: `English (US)`, `zh-Hans`, `中文译文`. */
export const LANGUAGE_NAMES: Readonly<Record<Language, RegExp>> = {
  en: name(`eng?(?:[-_][a-z]{2,4}){0,2}${OF_WHAT}`, `english${OF_WHAT}`, `英(?:文|语|語)${OF_WHAT_CHINESE}`),
  zh: name(
    `(?:zh|zho|chi|cn|chs|cht)(?:[-_][a-z]{2,4}){0,2}${OF_WHAT}`,
    `(?:simplified |traditional )?chinese${OF_WHAT}`,
    'mandarin',
    `(?:[简簡繁][体體])?(?:中文|汉语|漢語)(?:[简簡繁][体體])?${OF_WHAT_CHINESE}`,
    `[简簡繁][体體]${OF_WHAT_CHINESE}`,
  ),
};

/** Names of columns of text that do not say in which language it is. */
export const TEXT_NAME = name(
  '(?:source|src|target|tgt|translation)(?:[ _-](?:text|segment|sentence|language))?',
  '原文|译文|譯文',
);

/** Names of the columns that stand beside those of text. */
const OTHER_NAME = name(
  '(?:no|nr|s/?n|id|number|row|item|key|page|note|remark|comment|status|context)s?\\.?|#',
  '[序编編][号號]|页码|頁碼|[备備][注註]|说明|說明',
);

function name(...forms: readonly string[]): RegExp {
  return new RegExp(`^(?:${forms.join('|')})${IN_BRACKETS}$`, 'i');
}

/**
 * Whether the cells of a row do nothing but name the columns below them, two of which hold a text and its translation.
 * Where one is named after each language, the others may have any short name that is not translated itself.
 */
export function areColumnNames(cells: readonly string[]): boolean {
  const kinds = cells.map(kindOfName);
  if (kinds.includes('en') && kinds.includes('zh')) {
    return cells.every((cell, index) => kinds[index] !== null || isName(cell));
  }
  if (kinds.includes(null)) return false;
  const texts = kinds.filter((kind) => kind !== 'other');
  // `English` beside `英语` is an entry of a list of languages.
  return texts.length > 1 && (texts.includes('text') || new Set(texts).size > 1);
}

function isName(cell: string): boolean {
  return cell.length <= LONGEST_NAME && cellParts(cell) === null;
}

/** What a column has whose first cell names it so; null where that says nothing. The name itself may be in both languages. */
export function kindOfName(cell: string): Language | 'text' | 'other' | null {
  if (cell.length > LONGEST_NAME) return null;
  const parts = cellParts(cell);
  if (parts !== null) {
    const [en, zh] = [parts.en, parts.zh].map(({ start, end }) => kindOfName(cell.slice(start, end)));
    if (en === zh && en !== null && en !== undefined) return en;
  }
  if (LANGUAGE_NAMES.en.test(cell)) return 'en';
  if (LANGUAGE_NAMES.zh.test(cell)) return 'zh';
  if (TEXT_NAME.test(cell)) return 'text';
  return OTHER_NAME.test(cell) ? 'other' : null;
}

/** Rows above the one that names the columns: titles and notes. */
const MOST_TITLES = 5;

/**
 * The row of a table that names its columns: the first, or the first after its titles that names both languages. -1 where
 * there is none.
 */
export function rowOfNames(rows: readonly (readonly string[])[]): number {
  const isHeader = (row: readonly string[]): boolean =>
    areColumnNames(row.map((cell) => cell.trim()).filter((cell) => cell !== ''));
  return rows.slice(0, MOST_TITLES + 1).findIndex((row, index) => index < rows.length - 1 && isHeader(row));
}

/** Whether a row further down says the same as the one that names the columns, as long tables do at the top of each page. */
export function repeatsNames(cells: readonly string[], names: readonly string[]): boolean {
  const length = Math.max(cells.length, names.length);
  return Array.from({ length }).every(
    (_, column) => (cells[column] ?? '').trim() === (names[column] ?? '').trim(),
  );
}

/** What a message adds for rows that repeat the names; '' where none does. */
export function andRepeats(count: number): string {
  if (count === 0) return '';
  return count === 1
    ? ', with a row further down that says the same'
    : `, with ${count} rows further down that say the same`;
}

/** Names that are written out in a message. */
const MOST_SHOWN = 8;

/** Names of columns as a message quotes them. */
export function quotedNames(names: readonly string[]): string {
  const shown = names.slice(0, MOST_SHOWN).map((cell) => `"${cell.trim().slice(0, LONGEST_NAME)}"`);
  return [...shown, ...(names.length > MOST_SHOWN ? ['…'] : [])].join(', ');
}
