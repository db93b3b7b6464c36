import { info } from '../../common/diagnostic.js';
import { countInSteps, mapInSteps, type Steps } from '../../common/steps.js';
import type { Diagnostic, Language } from '../../types.js';
import { lineSpans } from '../writing/lines.js';
import { countScripts, LETTERS_FOR_A_CHARACTER, languageByScript } from '../writing/script.js';
import { bilingualColumns } from './bilingual-columns.js';
import { cellParts } from './cell-parts.js';
import { codeColumns } from './code-columns.js';
import {
  andRepeats,
  kindOfName,
  LONGEST_NAME,
  quotedNames,
  repeatsNames,
  rowOfNames,
} from './column-names.js';
import {
  type ColumnPair,
  pairsByName,
  pairsByPlace,
  pairsLike,
  pairsOfBlocks,
  pairsOfHalves,
} from './column-pairs.js';
import { ExtractedText } from './extracted-text.js';
import { lineBreaksIn, linesBetween } from './line-breaks.js';
import { inputName, type Reading } from './reading.js';
import { areRowNumbers } from './row-numbers.js';
import { spokenColumns } from './spoken-columns.js';

/** Which columns of a sheet hold the two languages, counted from 0; the same one where both stand in it in turn. */
interface Columns extends Readonly<Record<Language, number>> {
  /** The row that names the columns; -1 where none does. */
  readonly names: number;
  /** What the cells of a column are in, whatever they look like, since the columns are named. */
  readonly languages: ReadonlyMap<number, Language>;
  /** Those in which each cell holds both. */
  readonly bilingual: ReadonlySet<number>;
  /** All columns with words in them, where no cell beside another is in the other language: the translation stands elsewhere. */
  readonly texts: ReadonlySet<number>;
  /** The column that counts the rows; -1 where none does. */
  readonly numbers: number;
  /** Where there is more than one pair of columns, those, with the columns that hold both: each has a part of the row. */
  readonly pairs: readonly ColumnPair[];
}

/**
 * Reads the rows of sheets, each with columns of its own: the cells of one row that hold English and Chinese say the same. Their
 * columns are found by the names in the first row, or the first after the titles of the sheet, or by what is in them; all others, such
 * as numbers and remarks, are left out.
 */
export function* readSheets(
  sheets: readonly (readonly (readonly string[])[])[],
  name: string,
): Steps<Reading> {
  const extracted = new ExtractedText();
  const diagnostics: Diagnostic[] = [];
  const shared = sharedHeaders(sheets);
  for (const [table, rows] of sheets.entries()) {
    for (const each of yield* readSheet(rows, table, extracted, name, shared)) {
      // Sheets that are alike need not be told one by one.
      if (!diagnostics.some(({ message }) => message === each.message)) diagnostics.push(each);
    }
  }
  return extracted.reading(diagnostics);
}

/** First rows that several sheets have alike: they name the columns there, whatever they call them. */
function sharedHeaders(sheets: readonly (readonly (readonly string[])[])[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const [first, second] of sheets) {
    if (second === undefined || first === undefined || isSingle(first) || !first.every(mayBeName)) continue;
    const key = keyOf(first);
    if (seen.has(key)) shared.add(key);
    seen.add(key);
  }
  return shared;
}

/** A pair that two sheets begin with is no header. */
function mayBeName(cell: string): boolean {
  return cell.length <= LONGEST_NAME && !/[.!?;。！？；]\s*$/.test(cell);
}

function keyOf(row: readonly string[]): string {
  return JSON.stringify(row.map(trimmed));
}

function* readSheet(
  rows: readonly (readonly string[])[],
  table: number,
  extracted: ExtractedText,
  name: string,
  shared: ReadonlySet<string>,
): Steps<Diagnostic[]> {
  yield;
  const noText = new Set([...spokenColumns(rows), ...keyColumns(rows[0] ?? [])]);
  const columns = yield* columnsOf(
    noText.size === 0 ? rows : rows.map((row) => row.map((cell, at) => (noText.has(at) ? '' : cell))),
    shared,
  );
  const inTurn = columns.en === columns.zh;
  const isText = (column: number): boolean =>
    column === columns.en ||
    column === columns.zh ||
    columns.languages.has(column) ||
    columns.texts.has(column) ||
    columns.bilingual.has(column);
  const leftOut = new Set<number>();
  const header = rows[columns.names];
  const headings = headingColumns(rows, columns);
  const again = namesInOtherLanguage(rows, columns);
  let repeats = 0;
  const readRow = (row: number): void => {
    const cells = rows[row]!;
    const isRepeated =
      row > columns.names && header !== undefined && (row === again || repeatsNames(cells, header));
    if (isRepeated) repeats++;
    const isAlone = isSingle(cells);
    const heading = isAlone ? null : headingIn(cells, columns, headings);
    cells.forEach((cell, column) => {
      if (cell.trim() === '') return;
      const lines = linesOf(cell);
      if (column === heading?.column) {
        const position = { axis: 'row', table, column, start: row, end: row + 1 } as const;
        extracted.add('paragraph', lines, { position, language: heading.language });
        return;
      }
      // A title, or a heading over rows, may stand in any column, where it is in both languages.
      const isTitle =
        isAlone && (row < columns.names || (!isText(column) && cellParts(cell.trim()) !== null));
      if (!isTitle && row !== columns.names && !isText(column) && column !== columns.numbers) {
        leftOut.add(column);
      }
      // A title above a table is no row of it; each of its lines may be in both languages.
      if (isTitle) for (const line of lines) extracted.add('paragraph', [line]);
      else if (row === columns.names || isRepeated || !isText(column)) extracted.leaveOut(lines);
      else if (inTurn && !columns.bilingual.has(column)) extracted.add('paragraph', lines);
      else {
        const position = { axis: 'row', table, column, ...partOfRow(row, column, columns) } as const;
        // A heading over rows that stands in a column of text may be in both languages.
        const isInBoth = isAlone && cellParts(cell.trim()) !== null;
        const language = isInBoth ? undefined : columns.languages.get(column);
        extracted.add('paragraph', lines, { position, ...(language && { language }) });
      }
    });
  };
  yield* countInSteps(rows.length, ROWS_TOGETHER, readRow);
  const diagnostics: Diagnostic[] = [];
  if (header !== undefined) diagnostics.push(headerLeftOut(name, header, columns.names, repeats));
  if (leftOut.size > 0) diagnostics.push(columnsLeftOut(name, [...leftOut], columns));
  return diagnostics;
}

/** The columns that are called keys where no column is named after a language: in a file in one language they are no text of it. */
function keyColumns(first: readonly string[]): number[] {
  const names = first.map((cell) => cell.trim());
  if (names.some((name) => kindOfName(name) === 'en' || kindOfName(name) === 'zh')) return [];
  return names.flatMap((name, column) => (KEY_NAME.test(name) ? [column] : []));
}

const KEY_NAME = /^(?:string[ _-]?)?(?:key|id)s?$/i;

/**
 * The row that says the names above it in the other language, `Product | Product (CN)`, `产品 | 产品（中文）`: all of it is in one
 * language, that of none of the rows below, of which each column of text has its own. -1 where there is none.
 */
function namesInOtherLanguage(rows: readonly (readonly string[])[], { names, languages }: Columns): number {
  if (names < 0 || languages.size < 2) return -1;
  const isInOne = (row: readonly string[]): boolean => {
    const inText = [...languages.keys()].map((column) => languageByScript(row[column] ?? ''));
    return new Set(inText).size === 1 && inText[0] !== null;
  };
  const [next, ...below] = rows.slice(names + 1);
  if (next === undefined || below.length === 0 || !isInOne(next) || below.some(isInOne)) return -1;
  const all = new Set(next.flatMap((cell) => languageByScript(cell) ?? []));
  return all.size === 1 && next.every(mayBeName) ? names + 1 : -1;
}

/** Words, and no codes. */
const WORDS = /\p{L}{3}/u;

/** The columns without text in which headings may stand: no row with both languages has words there, as it has in remarks. */
function headingColumns(
  rows: readonly (readonly string[])[],
  { en, zh, names, languages, bilingual, pairs }: Columns,
): ReadonlySet<number> {
  if (en < 0 || zh < 0 || en === zh || pairs.length > 0) return new Set();
  const found = new Set<number>();
  for (const row of rows) for (const column of row.keys()) found.add(column);
  for (const column of [en, zh, ...languages.keys(), ...bilingual]) found.delete(column);
  const whole = rows.filter(
    (row, at) => at > names && [en, zh].every((column) => (row[column] ?? '').trim() !== ''),
  );
  // Where no row is known to name the columns, the first may do so.
  for (const row of names < 0 ? whole.slice(1) : whole) {
    row.forEach((cell, column) => {
      if (WORDS.test(cell) || languageByScript(cell) === 'zh') found.delete(column);
    });
  }
  return found;
}

/**
 * The heading that stands in another column than the text of its language, as headings over rows do, `Bill 2`, `第二号清单`: in that
 * language's own column is nothing, and in one of the others words of it. Null where there is none.
 */
function headingIn(
  cells: readonly string[],
  columns: Columns,
  headings: ReadonlySet<number>,
): { readonly column: number; readonly language: Language } | null {
  if (headings.size === 0 || cells.filter((cell) => cell.trim() !== '').length !== 2) return null;
  const isEmpty = (language: Language): boolean => (cells[columns[language]] ?? '').trim() === '';
  if (isEmpty('en') === isEmpty('zh')) return null;
  const language = isEmpty('en') ? 'en' : 'zh';
  const column = cells.findIndex((cell, at) => headings.has(at) && languageByScript(cell) === language);
  return column >= 0 && (language === 'zh' || WORDS.test(cells[column]!)) ? { column, language } : null;
}

/** Where a cell stands, in rows: of a row with several pairs each has its part. */
function partOfRow(row: number, column: number, { pairs }: Columns): { start: number; end: number } {
  const place = pairs.findIndex(({ en, zh }) => column === en || column === zh);
  if (place < 0) return { start: row, end: row + 1 };
  return { start: row + place / pairs.length, end: row + (place + 1) / pairs.length };
}

/** Rows between two steps. */
const ROWS_TOGETHER = 32;

/** The lines of a cell, as they stand and as `<br>` ends them. */
function linesOf(cell: string): string[] {
  const lines = lineSpans(cell);
  const groups = linesBetween(
    cell,
    lines,
    lines.flatMap((line) => lineBreaksIn(cell, line)),
  );
  return groups.flat().map(({ start, end }) => cell.slice(start, end));
}

function countFilled(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== '').length;
}

function isSingle(cells: readonly string[]): boolean {
  return countFilled(cells) === 1;
}

/** How much of each language a column holds, in letters and in Han characters. */
type Amounts = Record<Language, number>;

function* columnsOf(rows: readonly (readonly string[])[], shared: ReadonlySet<string>): Steps<Columns> {
  const several = yield* severalPairs(rows);
  if (several !== null) return several;
  yield;
  const own = rowOfTexts(rows);
  const names = own < 0 && rows[0] !== undefined && shared.has(keyOf(rows[0])) ? 0 : own;
  const cells = (rows[names] ?? []).map((cell) => cell.trim());
  const named = (kind: Language | 'text'): number[] =>
    cells.flatMap((cell, column) => (kindOfName(cell) === kind ? [column] : []));
  const [english, chinese, either] = [named('en'), named('zh'), named('text')];
  const header = rows[names];
  const all = rows.slice(names + 1).filter((row) => header === undefined || !repeatsNames(row, header));
  const whole = all.filter((row) => !isSingle(row));
  const below = whole.length > 0 ? whole : all;
  const known = new Set([...english, ...chinese]);
  const trimmedRows = yield* mapInSteps(below, (row) => row.map(trimmed));
  yield;
  const bilingual = new Set(
    [...(yield* bilingualColumns(trimmedRows))].filter((column) => !known.has(column)),
  );
  yield;
  const amounts = yield* amountsOf(below);
  const choose = (language: Language, own: readonly number[], other: readonly number[]): number => {
    const taken = new Set(other);
    const free = (column: number): boolean => !taken.has(column) && !bilingual.has(column);
    // A column with the right name outranks one with more text; of several the first with any text is taken.
    const byName =
      own.find((column) => (amounts[column]?.[language] ?? 0) > 0) ??
      own.find((column) => (amounts[column]?.en ?? 0) + (amounts[column]?.zh ?? 0) > 0);
    return (
      byName ??
      mostOf(language, amounts, either.filter(free)) ??
      mostOf(language, amounts, [...amounts.keys()].filter(free)) ??
      -1
    );
  };
  const isNamed = known.size > 0 || either.length > 0 || bilingual.size > 0;
  if (!isNamed) for (const column of codesIn(rows)) amounts[column]!.en = 0;
  const likeliest = isNamed ? null : likeliestPair(below, amounts);
  const found = likeliest ?? {
    en: choose('en', english, chinese),
    zh: choose('zh', chinese, english),
  };
  // Beside cells that hold both, a column in one language has codes or names.
  const isPair = found.en >= 0 && found.zh >= 0 && found.en !== found.zh;
  const pair = isPair || bilingual.size === 0 ? found : { en: -1, zh: -1 };
  const first = below.map((row) => (row[0] ?? '').trim()).filter((cell) => cell !== '');
  const languages = new Map<number, Language>();
  if (names >= 0 && pair.en !== pair.zh) languages.set(pair.en, 'en').set(pair.zh, 'zh');
  const pairs = likeliest === null ? [] : pairsBeside(likeliest, below);
  for (const { en, zh } of pairs) languages.set(en, 'en').set(zh, 'zh');
  return {
    ...(pairs[0] ?? pair),
    names,
    languages,
    bilingual,
    texts: !isNamed && likeliest === null ? textColumns(trimmedRows) : new Set(),
    numbers: areRowNumbers(first) ? 0 : -1,
    pairs,
  };
}

/** The columns of a Chinese sheet that hold codes and no English; the name of one may be in Latin letters all the same, `SKU`. */
function codesIn(rows: readonly (readonly string[])[]): Iterable<number> {
  const cells = rows.map(
    (row, at) => new Map([...row.entries()].filter(([, cell]) => at > 0 || languageByScript(cell) === 'zh')),
  );
  return codeColumns([cells])[0]!.keys();
}

/** `login.title`, `W7`: the key or the number of a row, and no word. */
const CODE = /^[A-Za-z-]*[._:/@#\d][\w.:/@#-]*$/;
/** Share of the rows in which a column of text is filled, and of its cells that have words, which codes have not. */
const FILLED = 0.5;

/** The columns of words of a sheet whose rows are in one language each; none where a row has both. */
function textColumns(rows: readonly (readonly string[])[]): ReadonlySet<number> {
  const filled = new Map<number, number>();
  const worded = new Map<number, number>();
  for (const row of rows) {
    const languages = new Set<Language>();
    for (const [column, cell] of row.entries()) {
      if (cell === '') continue;
      filled.set(column, (filled.get(column) ?? 0) + 1);
      const language = languageByScript(cell);
      if (language === null || CODE.test(cell) || !(language === 'zh' || WORDS.test(cell))) continue;
      languages.add(language);
      worded.set(column, (worded.get(column) ?? 0) + 1);
    }
    if (languages.size > 1) return new Set();
  }
  const isText = (column: number): boolean => {
    const [all, words] = [filled.get(column) ?? 0, worded.get(column) ?? 0];
    return words >= FILLED * all && all >= FILLED * rows.length;
  };
  return new Set([...worded.keys()].filter(isText));
}

/**
 * Columns that are named two by two, `title_en`, `title_zh`, `text_en`, `text_zh`, that stand so, `Item`, `品名`, `Unit`, `单位`, or
 * in blocks side by side, `English`, `中文`, `English`, `中文`; null where no more than one pair is, unless its names alone tell.
 */
function* severalPairs(rows: readonly (readonly string[])[]): Steps<Columns | null> {
  const named = rowOfNames(rows);
  const blocks = pairsOfBlocks(rows[named] ?? []);
  // Titles, which stand in one cell of their row, may be above the names.
  const names =
    blocks.length > 1
      ? named
      : Math.max(
          rows.findIndex((row) => countFilled(row) > 1),
          0,
        );
  const below = rows.slice(names + 1);
  const pairs = blocks.length > 1 ? blocks : yield* pairsNamed(rows[names] ?? [], below);
  // `name`, `name_zh`: one pair will do where nothing but such names tells.
  const isOne = pairs.length === 1 && named < 0 && pairsByName(rows[names]!).length === 1;
  if (pairs.length < 2 && !isOne) return null;
  const languages = new Map<number, Language>();
  for (const { en, zh } of pairs) languages.set(en, 'en').set(zh, 'zh');
  const first = below.map(([cell]) => (cell ?? '').trim()).filter((cell) => cell !== '');
  const numbers = areRowNumbers(first) ? 0 : -1;
  const both = yield* bilingualColumns(below.map((row) => row.map(trimmed)));
  const bilingual = new Set([...both].filter((column) => !languages.has(column)));
  const own = [...bilingual].map((column): ColumnPair => ({ en: column, zh: column }));
  const inOrder = [...pairs, ...own].sort((a, b) => Math.min(a.en, a.zh) - Math.min(b.en, b.zh));
  const several = inOrder.length > 1 ? inOrder : [];
  return { ...pairs[0]!, names, languages, bilingual, texts: new Set(), numbers, pairs: several };
}

function* pairsNamed(
  names: readonly string[],
  below: readonly (readonly string[])[],
): Steps<readonly ColumnPair[]> {
  const amounts = yield* amountsOf(below);
  const holds = (column: number, own: Language, other: Language): boolean =>
    (amounts[column]?.[own] ?? 0) > (amounts[column]?.[other] ?? 0);
  const named = pairsByName(names)
    .filter(({ en, zh }) => holds(en, 'en', 'zh') && holds(zh, 'zh', 'en'))
    .sort((a, b) => a.en - b.en);
  return named.length > 0 ? named : pairsByPlace(names, below);
}

/** All pairs of columns where no name tells of any, and the likeliest has others beside it; none where it is alone. */
function pairsBeside(likeliest: ColumnPair, rows: readonly (readonly string[])[]): readonly ColumnPair[] {
  const halves = pairsOfHalves(rows);
  if (halves.length > 0) return halves;
  const others = pairsLike(likeliest, rows);
  return others.length === 0 ? [] : [likeliest, ...others];
}

/** The row of a sheet that names its columns: one name of a language will do in the first row. */
function rowOfTexts(rows: readonly (readonly string[])[]): number {
  const names = rowOfNames(rows);
  const isNamed = rows[0]?.some((cell) => /^(?:en|zh|text)$/.test(kindOfName(cell.trim()) ?? ''));
  return names < 0 && isNamed ? 0 : names;
}

function trimmed(cell: string): string {
  return cell.trim();
}

/** What standing side by side says for two columns, where all that is to be said of their rows says 1; columns between say less. */
const BESIDE = 0.5;

/**
 * The two columns that are likeliest to be a text and its translation where no name says so: filled in the same rows, side by side, long
 * where the other is long, as long as a translation is, and with more text than others. Remarks may be longer than what they are on, but hardly a row has any. Null where there are no two.
 */
function likeliestPair(rows: readonly (readonly string[])[], amounts: readonly Amounts[]): ColumnPair | null {
  const most = (language: Language): number =>
    amounts.reduce((sum, each) => Math.max(sum, each?.[language] ?? 0), 1);
  const [mostEnglish, mostChinese] = [most('en'), most('zh')];
  const columnsIn = (language: Language, other: Language): number[] =>
    [...amounts.keys()].filter(
      (column) => (amounts[column]?.[language] ?? 0) > (amounts[column]?.[other] ?? 0),
    );
  let best: ColumnPair | null = null;
  let highest = 0;
  const chinese = columnsIn('zh', 'en');
  for (const en of columnsIn('en', 'zh')) {
    for (const zh of chinese) {
      const [either, both] = filledIn(rows, en, zh);
      const beside = BESIDE / Math.abs(en - zh);
      const amount = (amounts[en]!.en / mostEnglish + amounts[zh]!.zh / mostChinese) / 4;
      const ratio = Math.log(amounts[en]!.en / (amounts[zh]!.zh * LETTERS_FOR_A_CHARACTER));
      const lengths = likeLengths(rows, en, zh) + Math.max(0, 1 - Math.abs(ratio));
      const sum = both / Math.max(either, 1) + beside + amount + lengths;
      if (both === 0 || sum <= highest) continue;
      best = { en, zh };
      highest = sum;
    }
  }
  return best;
}

/** How far the lengths of the texts in two columns rise and fall together, 0–1: their correlation. */
function likeLengths(rows: readonly (readonly string[])[], en: number, zh: number): number {
  let [count, x, y, xx, yy, xy] = [0, 0, 0, 0, 0, 0];
  for (const row of rows) {
    const [a, b] = [(row[en] ?? '').trim().length, (row[zh] ?? '').trim().length];
    if (a === 0 || b === 0) continue;
    count++;
    x += a;
    y += b;
    xx += a * a;
    yy += b * b;
    xy += a * b;
  }
  const spread = Math.sqrt((count * xx - x * x) * (count * yy - y * y));
  // A few lengths rise and fall together by chance.
  return count < 3 || spread === 0 ? 0 : Math.max(0, (1 - 2 / count) * ((count * xy - x * y) / spread));
}

/** More than a letter, as codes have. */
const WORD_OR_HAN = /\p{L}{2}|\p{Script=Han}/u;

/** In how many rows either of two columns has a text, and in how many both have. */
function filledIn(
  rows: readonly (readonly string[])[],
  en: number,
  zh: number,
): [either: number, both: number] {
  let [either, both] = [0, 0];
  for (const row of rows) {
    const has = [en, zh].filter((column) => WORD_OR_HAN.test(row[column] ?? '')).length;
    if (has > 0) either++;
    if (has > 1) both++;
  }
  return [either, both];
}

/** The column with the most text of a language, of some; undefined where none has any. */
function mostOf(
  language: Language,
  amounts: readonly Amounts[],
  columns: readonly number[],
): number | undefined {
  let best: number | undefined;
  for (const column of columns) {
    const amount = amounts[column]?.[language] ?? 0;
    if (amount > (best === undefined ? 0 : amounts[best]![language])) best = column;
  }
  return best;
}

function* amountsOf(rows: readonly (readonly string[])[]): Steps<Amounts[]> {
  const amounts: Amounts[] = [];
  yield* countInSteps(rows.length, ROWS_TOGETHER, (row) => {
    rows[row]!.forEach((cell, column) => {
      amounts[column] ??= { en: 0, zh: 0 };
      const language = languageByScript(cell);
      if (language === null) return;
      const { han, alphabetic } = countScripts(cell);
      amounts[column][language] += language === 'zh' ? han : alphabetic;
    });
  });
  return amounts;
}

function headerLeftOut(name: string, cells: readonly string[], row: number, repeats: number): Diagnostic {
  const shown = quotedNames(cells.filter((cell) => cell.trim() !== ''));
  return info(
    'left-out',
    `${inputName(name)}: ${row === 0 ? 'the first row' : `row ${row + 1}`} names the columns (${shown}) and was left out of the alignment${andRepeats(repeats)}.`,
    { values: { kind: 'header-row', name, row: row + 1, columns: shown } },
  );
}

/** Columns that are written out in a message. */
const MOST_NAMED = 8;

function columnsLeftOut(
  name: string,
  columns: readonly number[],
  { en, zh, bilingual, languages }: Columns,
): Diagnostic {
  const numbers = columns
    .map((column) => column + 1)
    .sort((a, b) => a - b)
    .slice(0, MOST_NAMED);
  const list = [...numbers, ...(columns.length > MOST_NAMED ? ['…'] : [])].join(', ');
  const both = [...bilingual].map((column) => `both languages are in column ${column + 1}`);
  const kept =
    en === zh && en >= 0
      ? `the text is in column ${en + 1}`
      : [
          en >= 0 ? `English is ${numbered('en', en, languages)}` : '',
          zh >= 0 ? `Chinese ${numbered('zh', zh, languages)}` : '',
          ...both,
        ]
          .filter(Boolean)
          .join(', ');
  return info(
    'left-out',
    `${inputName(name)}: ${kept}; ${columns.length === 1 ? 'column' : 'columns'} ${list} ${columns.length === 1 ? 'was' : 'were'} left out of the alignment.`,
    { values: { kind: 'columns', name, columns: list } },
  );
}

/** `column 2`, `columns 2, 4`: those of a language. */
function numbered(language: Language, first: number, languages: ReadonlyMap<number, Language>): string {
  const columns = [...languages].filter(([, own]) => own === language).map(([column]) => column);
  const all = columns.length > 1 ? columns : [first];
  const shown = all.slice(0, MOST_NAMED).map((column) => column + 1);
  return `${all.length === 1 ? 'column' : 'columns'} ${[...shown, ...(all.length > MOST_NAMED ? ['…'] : [])].join(', ')}`;
}
