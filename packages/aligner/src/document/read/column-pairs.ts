import type { Language } from '../../types.js';
import { isFigure } from '../writing/figures.js';
import { languageByScript } from '../writing/script.js';
import { kindOfName, LONGEST_NAME } from './column-names.js';

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

/**
 * The pairs of columns of a list that stands in several blocks side by side, `No. | English | 中文 | No. | English | 中文`, by the names
 * of its columns: those of each language are alike in all blocks. None where there is one block.
 */
export function pairsOfBlocks(names: readonly string[]): ColumnPair[] {
  const named = names.flatMap((written, column) => {
    const kind = kindOfName(written.trim());
    return kind === 'en' || kind === 'zh' ? [{ kind, column, name: written.trim().toLowerCase() }] : [];
  });
  if (named.length < 4 || named.length % 2 === 1 || named[0]!.kind === named[1]!.kind) return [];
  if (named.some(({ kind, name }, at) => kind !== named[at % 2]!.kind || name !== named[at % 2]!.name))
    return [];
  const pairs: ColumnPair[] = [];
  for (let at = 0; at < named.length; at += 2) {
    const [first, second] = [named[at]!, named[at + 1]!];
    pairs.push(
      first.kind === 'en' ? { en: first.column, zh: second.column } : { en: second.column, zh: first.column },
    );
  }
  return pairs;
}

/** Share of the rows in which both columns of a pair have a text in its language, or neither has any. */
const ALIKE = 0.9;
/** Share that will do where the first row surely names the columns, as `No.` or `备注` does: some cells are not translated yet. */
const NAMED_ALIKE = 0.5;
/** Share of these in which the English has words: names such as `CO2` stand among them, and a column of codes has none. */
const WORDED = 0.5;
/** Words, and no codes such as `W7-100`. */
const WORD = /\p{Ll}{2}/u;

/**
 * The pairs of columns side by side that are named in the two languages, hold text in the language of their name, and are filled
 * in the same rows: `Description`, `名称`, `Unit`, `单位`, `Remarks`, `备注`. None where names say which columns hold the text.
 */
export function pairsByPlace(names: readonly string[], below: readonly (readonly string[])[]): ColumnPair[] {
  if (names.some((name) => /^(?:en|zh|text)$/.test(kindOfName(name.trim()) ?? ''))) return [];
  // Figures name no column: the first row is one like others.
  if (names.some(isFigure)) return [];
  const isSure = names.some((name) => kindOfName(name.trim()) === 'other');
  const least = isSure ? NAMED_ALIKE : ALIKE;
  const pairs: ColumnPair[] = [];
  for (let column = 0; column + 1 < names.length; column++) {
    const [first, second] = [names[column]!, names[column + 1]!].map(languageByScript);
    if (first === null || second === null || first === second) continue;
    const pair = first === 'en' ? { en: column, zh: column + 1 } : { en: column + 1, zh: column };
    if (!areFilledAlike(below, pair, least)) continue;
    pairs.push(pair);
    column++;
  }
  return pairs;
}

/**
 * The pairs of columns of a table that has first those of one language and then as many of the other, `泳道 | 用途 | Lane | Use`: the first of
 * each are one, and so on. None where a column is in both languages, or a pair is not filled in the same rows.
 */
export function pairsOfHalves(rows: readonly (readonly string[])[]): ColumnPair[] {
  const languages = new Map<number, Language | 'both'>();
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      const language = languageByScript(cell);
      const known = languages.get(column) ?? language;
      if (language !== null && known !== null) languages.set(column, known === language ? language : 'both');
    }
  }
  const columns = [...languages].sort(([a], [b]) => a - b);
  const half = columns.length / 2;
  const [first, second] = [columns[0]?.[1], columns[half]?.[1]];
  if (half < 2 || first === 'both' || second === 'both' || first === second) return [];
  if (columns.some(([, language], at) => language !== (at < half ? first : second))) return [];
  const pairs = columns.slice(0, half).map(([column], at): ColumnPair => {
    const other = columns[half + at]![0];
    return first === 'en' ? { en: column, zh: other } : { en: other, zh: column };
  });
  const isTold = (pair: ColumnPair): boolean => areFilledAlike(rows, pair) && comeBackTogether(rows, pair);
  return pairs.every(isTold) ? pairs : [];
}

/** Fewer rows of cells are filled alike by chance. */
const LEAST_ROWS = 3;

/**
 * The pairs of columns beside the one that is known where no column is named: the languages stand as they do in it, both are filled in
 * the same rows, and what comes back in one comes back in the other, as units do: `胡萝卜 | carrot | 250 | 克 | gram`.
 */
export function pairsLike({ en, zh }: ColumnPair, rows: readonly (readonly string[])[]): ColumnPair[] {
  const pairs: ColumnPair[] = [];
  const step = Math.sign(zh - en);
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  for (let first = 0; first + 1 < width; first++) {
    const pair = step > 0 ? { en: first, zh: first + 1 } : { en: first + 1, zh: first };
    if ([pair.en, pair.zh].some((column) => column === en || column === zh)) continue;
    if (!areFilledAlike(rows, pair) || !comeBackTogether(rows, pair)) continue;
    pairs.push(pair);
    first++;
  }
  return pairs;
}

/** Whether what is alike in one column of a pair is alike in the other. */
function comeBackTogether(rows: readonly (readonly string[])[], { en, zh }: ColumnPair): boolean {
  const translations = new Map<string, string>();
  let filled = 0;
  let unlike = 0;
  for (const row of rows) {
    const [english, chinese] = [(row[en] ?? '').trim(), (row[zh] ?? '').trim()];
    if (english === '' || chinese === '') continue;
    filled++;
    for (const [own, other] of [
      [english, chinese],
      [chinese, english],
    ] as const) {
      if ((translations.get(own) ?? other) !== other) unlike++;
      translations.set(own, other);
    }
  }
  return filled >= LEAST_ROWS && unlike <= (1 - ALIKE) * filled;
}

/** Whether the cells of two columns are filled in the same rows, but for a share that is `least`, and each in its language. */
export function areFilledAlike(
  rows: readonly (readonly string[])[],
  { en, zh }: ColumnPair,
  least = ALIKE,
): boolean {
  const cells = rows.map((row) => ({ en: (row[en] ?? '').trim(), zh: (row[zh] ?? '').trim() }));
  const either = cells.filter((cell) => cell.en !== '' || cell.zh !== '');
  const both = either.filter(
    (cell) => languageByScript(cell.en) === 'en' && languageByScript(cell.zh) === 'zh',
  );
  const alone = either.filter(
    (cell) =>
      (cell.zh === '' && languageByScript(cell.en) === 'en') ||
      (cell.en === '' && languageByScript(cell.zh) === 'zh'),
  );
  const worded = both.filter((cell) => WORD.test(cell.en));
  return (
    worded.length > 0 &&
    worded.length >= WORDED * both.length &&
    both.length >= least * either.length &&
    both.length + alone.length >= ALIKE * either.length
  );
}
