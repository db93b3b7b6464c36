import type { Block, Language, Span } from '../../types.js';
import { displayWidth } from '../writing/display-width.js';
import { BULLET, endsItem, isFinished } from '../writing/endings.js';
import { readLabels } from '../writing/label.js';
import { isBreak, trimSpan } from '../writing/lines.js';
import { languageByScript } from '../writing/script.js';
import type { BoxTable } from './box-tables.js';

type Column = 0 | 1;
const COLUMNS = [0, 1] as const;

/** What of a line stands in each column; nothing in both where it is blank. */
type Line = readonly [Span | null, Span | null];

/** Lines in two columns, one a language, and how wide these are. */
interface Region {
  readonly lines: readonly Line[];
  readonly languages: readonly [Language, Language];
  readonly widthOf: Measure;
  readonly widest: readonly [number, number];
}

/** How wide a text is. */
type Measure = (written: string) => number;

/** Characters that some programs count as wide, and some as narrow. */
const EITHER_WIDTH = /[“”‘’—…·×°±]/g;
/** Columns are laid out by what is seen, with all fonts of East Asia or not, or by the count of characters. */
const MEASURES: readonly Measure[] = [
  displayWidth,
  (written) => displayWidth(written) + (written.match(EITHER_WIDTH)?.length ?? 0),
  (written) => written.length,
];

/** A line of two columns is not longer than this. */
const LONGEST_LINE = 400;
/** So many lines must have text in both columns. */
const LEAST_LINES = 3;
/** What parts the columns of a line: blanks, or a bar. */
const GAP = /(?<=[^ ]) +(?:[|│┃¦] +)?(?=[^ ])/g;
/** A gap within a part of a line, and the share of lines that may have one: where most have, there are more than two columns. */
const FURTHER_GAP = /[\p{L}\p{Script=Han}] {2,}\S/u;
const FURTHER = 0.3;
/** Share of the lines with text in both columns of which the Chinese alone has Han characters. */
const PURE = 0.7;
/** A bar goes on where both columns are blank. */
const BARS = /^[|│┃¦]$/;
/** Lines after which a region must be one, so that a long list of another kind is not read through from each of its lines. */
const PROBED = 24;
/** So far before and behind its column the text of a line may begin: first lines of paragraphs are indented. */
const BEFORE = 1;
const BEHIND = 4;
/** What hangs before the text of an item. */
const MARKER = /^(?:[（(]?(?:\d{1,3}|\p{L}|[一二三四五六七八九十]+)[.．、)）]|[-*•·–—])\s*(?=\S)/u;
/** Share of the lines with text in the second column that must begin at its very place, or below the text of their item. */
const EXACT = 0.6;

/**
 * Text in two columns side by side, one a language, whose lines are wrapped within their columns, as typewriters, mail programs and
 * PDFs saved as text leave it. Lines that are not wrapped hold a text and its translation each, and need no columns to be read.
 *
 * @param lines those of the text, blank ones too
 * @param isTaken whether a line is part of something else
 * @param table the number of the first table that is found
 */
export function findTextColumns(
  text: string,
  lines: readonly Span[],
  isTaken: (line: number) => boolean,
  table: number,
): BoxTable[] {
  const found: BoxTable[] = [];
  const page = { text, lines, isTaken };
  for (let start = 0; start < lines.length; start++) {
    const regions = isTaken(start) ? [] : regionsAt(page, start);
    const region = regions.reduce<Region | null>(
      (most, each) => (most === null || each.lines.length > most.lines.length ? each : most),
      null,
    );
    if (region === null) continue;
    const blocks = blocksOf(text, region, table + found.length);
    if (blocks !== null) found.push({ start, end: start + region.lines.length, blocks });
    start += region.lines.length - 1;
  }
  return found;
}

/** A text that columns are looked for in. */
interface LinesOfText {
  readonly text: string;
  readonly lines: readonly Span[];
  /** Whether a line is part of something else. */
  readonly isTaken: (line: number) => boolean;
}

/** How two columns may stand: their languages, how places in lines are counted, and at which of them the second begins. */
interface Columns {
  readonly languages: readonly [Language, Language];
  readonly widthOf: Measure;
  readonly column: number;
}

/** The regions that a line may be the first of, by each gap in it that may part columns and each way to measure it. */
function regionsAt(page: LinesOfText, start: number): Region[] {
  const { text, lines } = page;
  const first = writtenLine(text, lines[start]!);
  if (first === null) return [];
  const regions: Region[] = [];
  for (const gap of first.written.matchAll(GAP)) {
    const at = gap.index + gap[0].length;
    if (gap[0].length < 2) continue;
    const languages = languagesOf(first.written.slice(0, gap.index), first.written.slice(at));
    if (languages === null || !TEXT.test(first.written.slice(0, gap.index))) continue;
    for (const widthOf of MEASURES) {
      const column = widthOf(first.written.slice(0, at));
      const region = regionOf(page, start, { languages, widthOf, column });
      if (region !== null) regions.push(region);
    }
  }
  return regions;
}

/** The lines from one on that stand in two columns; null where they are too few, or hardly do. */
function regionOf({ text, lines, isTaken }: LinesOfText, start: number, columns: Columns): Region | null {
  const { languages, widthOf, column } = columns;
  const own: Line[] = [];
  let [both, pure, more, exact, second, length] = [0, 0, 0, 0, 0, 0];
  /** Where lines go on below a marker that stands before the text, `1. `. */
  let hanging = column;
  for (let at = start; at < lines.length && !isTaken(at); at++) {
    const line = lineIn(text, lines[at]!, columns);
    const isAfterBlank = own.at(-1)?.every((part) => part === null) ?? true;
    if (line === null || (isAfterBlank && isForeign(text, line, languages))) break;
    own.push(line);
    if (line.every((part) => part !== null && TEXT.test(writtenIn(text, part)))) {
      both++;
      if (COLUMNS.every((side) => (languages[side] === 'zh') === HAN.test(writtenIn(text, line[side]!))))
        pure++;
    }
    if (line.some((part) => part !== null && FURTHER_GAP.test(writtenIn(text, part)))) more++;
    if (line[1] !== null) {
      second++;
      const from = beforeIndent(text, line[1].start);
      const place = widthOf(text.slice(lineStart(text, from), from));
      if (place === column || place === hanging) exact++;
      if (place === column) hanging = column + widthOf(MARKER.exec(writtenIn(text, line[1]))?.[0] ?? '');
    }
    if (own.length === PROBED && (pure < PURE * both || exact < EXACT * second || more > FURTHER * both))
      return null;
    // A line in one column alone that goes on with nothing is one of another text.
    if (line.some((part) => part !== null) && !(isAfterBlank && line.some((part) => part === null)))
      length = own.length;
  }
  if (both < LEAST_LINES || pure < PURE * both || exact < EXACT * second || more > FURTHER * both)
    return null;
  const region = own.slice(0, length);
  const widest = COLUMNS.map((side) =>
    region.reduce(
      (most, line) => Math.max(most, line[side] === null ? 0 : widthIn(text, line[side], side, widthOf)),
      0,
    ),
  ) as [number, number];
  return { lines: region, languages, widthOf, widest };
}

function writtenLine(text: string, { start, end }: Span): { from: number; written: string } | null {
  const from = lineStart(text, start);
  if (end === start || end - from > LONGEST_LINE) return null;
  const written = text.slice(from, end);
  return written.includes('\t') ? null : { from, written };
}

function lineStart(text: string, at: number): number {
  while (at > 0 && !isBreak(text.charCodeAt(at - 1))) at--;
  return at;
}

/** More than a number or the letter of a clause. */
const TEXT = /\p{Script=Han}|\p{L}{2}/u;

/** A line in two columns, of which the second begins at a place; null for any other. */
function lineIn(text: string, line: Span, { languages, widthOf, column }: Columns): Line | null {
  if (line.start === line.end || BARS.test(writtenIn(text, line))) return [null, null];
  const known = writtenLine(text, line);
  if (known === null) return null;
  const { from, written } = known;
  const isSecond = (place: number): boolean => place >= column - BEFORE && place <= column + BEHIND;
  const indent = /^ *(?:[|│┃¦] +)?/.exec(written)![0].length;
  if (isSecond(widthOf(written.slice(0, indent)))) {
    const second = { start: from + indent, end: line.end };
    return mayBeIn(text, second, languages[1]) ? [null, second] : null;
  }
  for (const gap of written.matchAll(GAP)) {
    const at = gap.index + gap[0].length;
    const place = widthOf(written.slice(0, at));
    if (!isSecond(place) || (gap[0].length < 2 && place !== column)) continue;
    const first = trimSpan(text, { start: line.start, end: from + gap.index });
    const second = trimSpan(text, { start: from + at, end: line.end });
    if (mayBeIn(text, first, languages[0]) && mayBeIn(text, second, languages[1])) return [first, second];
  }
  const bare = written.replace(/[|│┃¦]$/, '').trimEnd();
  const alone = { start: line.start, end: from + bare.length };
  return widthOf(bare) < column && mayBeIn(text, alone, languages[0]) ? [alone, null] : null;
}

/** Whether a text may be of a column in a language: numbers are of any, and names may fill a line of Chinese. */
function mayBeIn(text: string, span: Span, language: Language): boolean {
  return language === 'zh' || languageByScript(writtenIn(text, span)) !== 'zh';
}

/** The languages of two columns, by their first line; null where they are not in two. */
function languagesOf(first: string, second: string): readonly [Language, Language] | null {
  const own = [first, second].map(languageByScript);
  if (own.includes(null)) return null;
  // Chinese may be full of names, and English speaks of Chinese at most.
  const [inFirst, inSecond] = [HAN.test(first), HAN.test(second)];
  if (inFirst !== inSecond) return inFirst ? ['zh', 'en'] : ['en', 'zh'];
  return own[0] === own[1] ? null : [own[0]!, own[1]!];
}

const HAN = /\p{Script=Han}/u;

/** Whether a line in one column alone is none of Chinese: it begins another text. */
function isForeign(text: string, line: Line, languages: readonly [Language, Language]): boolean {
  const alone = line[0] === null ? 1 : 0;
  const part = line[alone];
  return (
    part !== null && line[1 - alone] === null && languages[alone] === 'zh' && !HAN.test(writtenIn(text, part))
  );
}

function writtenIn(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** What a line begins with that could have stood on the one above: a word, or a character with the marks that hang on it. */
const FIRST_WORD =
  /^(?:[（“‘《「『【]*(?:\p{Script=Han}[、。，；：！？）”’》」』】]*|[^\s\p{Script=Han}]+))/u;
/** A mark at the end of a Chinese line may hang over the margin. */
const HANGING = 2;

/** Whether the first word of a line did not fit on the one above it in its column. */
function isWrapped(text: string, region: Region, above: Line, line: Line, column: Column): boolean {
  const [last, next] = [above[column], line[column]];
  if (last === null || next === null) return false;
  const { widthOf, widest, languages } = region;
  const word = FIRST_WORD.exec(writtenIn(text, next))?.[0] ?? '';
  const room = languages[column] === 'en' ? widest[column] - 1 : widest[column] - HANGING;
  return widthIn(text, last, column, widthOf) + widthOf(word) > room;
}

/** How far a line reaches in its column. */
function widthIn(text: string, part: Span, column: Column, widthOf: Measure): number {
  const from = beforeIndent(text, part.start);
  return widthOf(text.slice(column === 0 ? lineStart(text, from) : from, part.end));
}

/** Where the wide blanks begin that a paragraph of Chinese is indented with. */
function beforeIndent(text: string, start: number): number {
  let from = start;
  while (from > 0 && text[from - 1] === '\u3000') from--;
  return from;
}

/** A row of both columns: the lines of each. */
type Row = readonly [Span[], Span[]];

/** Share of the lines in one column alone that must go on with the line above. */
const GOING_ON = 0.75;
/** Share of the rows of texts that must begin after a blank line for all of them to do so. */
const AFTER_BLANK = 0.75;
/** So many rows, and this share of those below another, begin within a paragraph where each column flows by itself. */
const LEAST_ACROSS = 2;
const ACROSS = 0.4;

/** The cells of a region; null where nothing shows that its lines are wrapped. */
function blocksOf(text: string, region: Region, table: number): Block[] | null {
  const { lines } = region;
  const areTexts = holdsTexts(text, region);
  /** The rows, and whether each begins after a blank line. */
  const rows: { readonly row: Row; readonly isFirst: boolean }[] = [];
  let [alone, goingOn, across] = [0, 0, 0];
  for (const [at, line] of lines.entries()) {
    if (line.every((part) => part === null)) continue;
    const above = lines[at - 1] ?? [null, null];
    const isFirst = above.every((part) => part === null);
    const wrapped = COLUMNS.map((column) => isWrapped(text, region, above, line, column));
    const areBoth = line[0] !== null && line[1] !== null;
    const continues = areBoth
      ? areTexts && goesOn(text, region, above, line, wrapped)
      : wrapped.some(Boolean);
    if (!areBoth && !isFirst) {
      alone++;
      if (continues) goingOn++;
    }
    if (!isFirst && !continues && beginsAcross(above, line, wrapped)) across++;
    if (isFirst || !continues) rows.push({ row: [[], []], isFirst });
    for (const column of COLUMNS) if (line[column] !== null) rows.at(-1)!.row[column].push(line[column]);
  }
  const below = rows.filter(({ isFirst }) => !isFirst).length;
  if (areTexts && across >= LEAST_ACROSS && across >= ACROSS * below)
    return COLUMNS.flatMap((column) => paragraphsOf(text, region, column));
  const isWrappedRow = ({ row }: (typeof rows)[number]): boolean => row[0].length > 1 || row[1].length > 1;
  if (!rows.some(isWrappedRow) || goingOn < GOING_ON * alone) return null;
  const areParted = areTexts && rows.length - below >= AFTER_BLANK * rows.length;
  return rows
    .reduce<Row[]>((all, { row, isFirst }) => {
      if (isFirst || !areParted) all.push(row);
      else for (const column of COLUMNS) all.at(-1)![column].push(...row[column]);
      return all;
    }, [])
    .flatMap((row, at) => cellsOf(text, row, region, table, at));
}

/** Whether a paragraph begins in one column beside the middle or the end of one in the other. */
function beginsAcross(above: Line, line: Line, wrapped: readonly boolean[]): boolean {
  return COLUMNS.some((column) => {
    const other = column === 0 ? 1 : 0;
    const begins = above[column] === null && line[column] !== null;
    return begins && above[other] !== null && (line[other] === null || wrapped[other]!);
  });
}

/** The paragraphs of a column that does not wait for the other one. */
function paragraphsOf(text: string, region: Region, column: Column): Block[] {
  const paragraphs: Span[][] = [];
  for (const [at, line] of region.lines.entries()) {
    const part = line[column];
    if (part === null) continue;
    const above = region.lines[at - 1];
    if (above !== undefined && isWrapped(text, region, above, line, column)) paragraphs.at(-1)!.push(part);
    else paragraphs.push([part]);
  }
  const language = region.languages[column];
  return paragraphs.map((lines) => ({ kind: 'paragraph', lines, language, isWrapped: true }));
}

/** Lines of texts are wider than this, in each language, and an English one has so many words on average. */
const WIDEST_TERMS: Readonly<Record<Language, number>> = { en: 20, zh: 12 };
const WORDS_OF_TEXT = 2.5;
/** So many lines that break off where they are full for each that breaks off where it is not. */
const FULL_FOR_SHORT = 2;

/**
 * Whether the columns hold running text: lines that break within sentences where they are full, and that end a paragraph where they are
 * not. Terms that happen to be as long as each other go on with nothing.
 */
function holdsTexts(text: string, region: Region): boolean {
  const { lines, languages, widest } = region;
  if (COLUMNS.some((column) => widest[column] < WIDEST_TERMS[languages[column]])) return false;
  const english = languages[0] === 'en' ? 0 : 1;
  const parts = lines.flatMap((line) => line[english] ?? []);
  const words = parts.reduce((sum, part) => sum + writtenIn(text, part).split(/\s+/).length, 0);
  if (words < WORDS_OF_TEXT * parts.length) return false;
  let full = 0;
  let short = 0;
  for (const [at, line] of lines.entries()) {
    const above = lines[at - 1];
    if (above === undefined || [...above, ...line].some((part) => part === null)) continue;
    const isFull = COLUMNS.every((column) => isWrapped(text, region, above, line, column));
    const ends = COLUMNS.map((column) => endsAt(text, above, line, column, languages[column]));
    // Chinese that is broken by hand breaks before a word of any length: there the English tells alone.
    const goesOn = isWrapped(text, region, above, line, english) && !ends.some(Boolean);
    const isLower = /^\p{Ll}/u.test(writtenIn(text, line[english]!));
    if ((isFull && !ends.every(Boolean)) || (goesOn && isLower)) full++;
    if (!isFull && !goesOn && !ends.some(Boolean)) short++;
  }
  return full > 0 && full >= FULL_FOR_SHORT * short;
}

/** Whether a line of running text goes on in both columns: each is full, or is Chinese that ends and begins nothing. */
function goesOn(
  text: string,
  { languages }: Region,
  above: Line,
  line: Line,
  wrapped: readonly boolean[],
): boolean {
  return COLUMNS.every((column) => {
    if (wrapped[column] || languages[column] === 'en' || above[column] === null) return wrapped[column];
    return !endsAt(text, above, line, column, 'zh');
  });
}

/** Whether a paragraph may end in a column before a line: a sentence does, or a clause begins. */
function endsAt(text: string, above: Line, line: Line, column: Column, language: Language): boolean {
  const [last, next] = [writtenIn(text, above[column]!), writtenIn(text, line[column]!)];
  return isFinished(last) || BULLET.test(next) || readLabels(next, language).length > 0;
}

function cellsOf(text: string, row: Row, { languages }: Region, table: number, at: number): Block[] {
  return COLUMNS.flatMap((column): Block[] =>
    partsOf(text, row[column], languages[column]).map((lines) => ({
      kind: 'paragraph',
      lines,
      language: languages[column],
      position: { axis: 'row', table, column, start: at, end: at + 1 },
      isWrapped: true,
    })),
  );
}

/** The lines of the clauses and items in a cell: each begins with its marker, where the one above has ended. */
function partsOf(text: string, lines: readonly Span[], language: Language): Span[][] {
  const parts: Span[][] = [];
  const isList = lines[0] !== undefined && BULLET.test(writtenIn(text, lines[0]));
  for (const [at, line] of lines.entries()) {
    const written = writtenIn(text, line);
    const above = at === 0 ? '' : writtenIn(text, lines[at - 1]!);
    const isItem = BULLET.test(written);
    const isMarked = isItem || readLabels(written, language).length > 0;
    const isAfterEnd = (isList && isItem) || isFinished(above) || endsItem(above, language);
    if (at === 0 || (isMarked && isAfterEnd)) parts.push([line]);
    else parts.at(-1)!.push(line);
  }
  return parts;
}
