import type { Language } from '../../types.js';
import { displayWidth } from '../writing/display-width.js';
import { breaksOff, holdsSentenceEnd, isFinished } from '../writing/endings.js';
import { languageByScript } from '../writing/script.js';
import { type Stamp, stampOf, templateOf } from './page-furniture.js';
import { type Token, tokensOf } from './page-tokens.js';

/** Heads whose numbers must count on before they are those of pages. */
const LEAST_SHOWN = 3;
/** Pages that may lack their head between two that have it. */
const MOST_SKIPPED = 1;
/** Share of the heads that must stand before the text of either language. */
const BOTH_WAYS = 0.25;
/** Share of the heads that must stand where a page can begin or end. */
const AT_PAGES = 0.6;
/** Counts that are followed at the same time, of the same form. */
const MOST_CHAINS = 8;
/** No head has more lines. */
const MOST_LINES = 3;
/** Lines that are looked through for a text in the other language. */
const REACH = 3;
/** Columns from which an unfinished line is no heading. */
const LONG_LINE = 40;
/** The same of Chinese in which a comma has parted clauses; a motto, such as `求实，创新`, has fewer. */
const LONG_CLAUSE = 24;

interface Head extends Token {
  readonly line: number;
  readonly language: Language | null;
}

/**
 * Finds running heads that hold the number of their page, in text that was copied without its page ends. The numbers count
 * through all of them, whatever else changes: their language, their title, another number. Pages of two languages that
 * take turns, or sentences that the heads interrupt, tell them from headings that count. `pageNumbers` are the lines with
 * the numbers, `lines` all lines of the heads.
 */
export function findNumberedHeads(
  written: readonly string[],
  stamps: readonly (Stamp | null)[] = written.map(stampOf),
  pageStarts: readonly number[] = [],
): {
  readonly lines: readonly number[];
  readonly pageNumbers: readonly number[];
} {
  const chains = new Map<string, Head[][]>();
  written.forEach((text, line) => {
    for (const token of tokensOf(text, stamps[line]!)) {
      const own = chains.get(token.form) ?? [];
      chains.set(token.form, own);
      const head: Head = { ...token, line, language: languageByScript(text) };
      const longest = own
        .slice(-MOST_CHAINS)
        .filter((chain) => follows(chain.at(-1)!, head) && holdsText(written, chain.at(-1)!.line, line))
        .sort((a, b) => b.length - a.length)[0];
      if (longest) longest.push(head);
      else own.push([head]);
    }
  });
  const pageNumbers = new Set<number>();
  const lines = new Set<number>();
  for (const chain of [...chains.values()].flat()) {
    if (!areHeads(written, chain) && !areAtEdges(written, chain, pageStarts)) continue;
    for (const { line } of chain) pageNumbers.add(line);
    for (const line of linesOfHeads(written, chain)) lines.add(line);
  }
  return { lines: [...lines], pageNumbers: [...pageNumbers].sort((a, b) => a - b) };
}

/** Whether there are words of both languages: `问讯处  Information`. */
function holdsBothLanguages(text: string): boolean {
  return /\p{Script=Han}/u.test(text) && /[A-Za-z]{2}/.test(text);
}

/** Whether a number is the next one, or the same where both languages count their own pages. */
function follows(before: Head, next: Head): boolean {
  if (next.chapter !== before.chapter)
    return next.chapter === before.chapter + 1 && next.page <= 1 + MOST_SKIPPED;
  const step = next.page - before.page;
  const isOther = before.language !== null && next.language !== null && before.language !== next.language;
  return step > 0 ? step <= 1 + MOST_SKIPPED : step === 0 && isOther;
}

/** Whether more than heads stands between two lines. */
function holdsText(written: readonly string[], from: number, to: number): boolean {
  let filled = 0;
  for (let line = from + 1; line < to && filled === 0; line++) filled += Number(written[line]!.trim() !== '');
  return filled > 0;
}

function areHeads(written: readonly string[], chain: readonly Head[]): boolean {
  if (chain.length < LEAST_SHOWN) return false;
  const [first, last] = [chain[0]!, chain.at(-1)!];
  const steps = chain.slice(1).map(({ page }, index) => page - chain[index]!.page);
  if (last.chapter === first.chapter && last.page - first.page < Math.floor((chain.length - 1) / 2))
    return false;
  const areApart = chain.every(({ apart }) => apart);
  const rests = new Set(chain.map(({ rest }) => rest)).size;
  // Entries of a list that say the same in both languages, `003  问讯处  Information`, are no titles of parts.
  const areEntries = chain.filter(({ rest }) => holdsBothLanguages(rest)).length * 2 > chain.length;
  if ((!areApart || areEntries) && rests * 2 > chain.length) return false;
  const places = chain.map((head) => placeOf(written, head));
  const cuts = places.filter(({ isCut }) => isCut).length;
  // In one language nothing but sentences that they interrupt tells, and not every page ends in one.
  if (cuts >= 2 && cuts * 3 >= chain.length) return true;
  // One will do where all heads say the same, and a gap or a bar parts their numbers, which leave out none.
  if (cuts > 0 && areApart && rests === 1 && !areEntries && steps.every((step) => step === 1)) return true;
  // Headings that count stand before the text of one language; pages change over both ways, or leave out the other's.
  const toEnglish = places.filter(({ turn }) => turn === 'en').length;
  const toChinese = places.filter(({ turn }) => turn === 'zh').length;
  const bothWays = Math.min(toEnglish, toChinese) >= Math.max(1, Math.floor(chain.length * BOTH_WAYS));
  const leavesOut = toEnglish + toChinese > 0 && steps.every((step) => step === 2);
  if (!bothWays && !leavesOut) return false;
  // Where both languages have the same numbers, headings look alike.
  if (cuts === 0 && steps.includes(0)) return false;
  const atPages = places.filter(({ turn, isCut, isEdge }) => turn !== null || isCut || isEdge).length;
  return atPages >= chain.length * AT_PAGES;
}

/** Whether numbers that stand apart count the pages whose first or last line they are in, whatever else the lines say. */
function areAtEdges(
  written: readonly string[],
  chain: readonly Head[],
  pageStarts: readonly number[],
): boolean {
  if (pageStarts.length < LEAST_SHOWN || chain.length < LEAST_SHOWN) return false;
  const isBlank = (from: number, to: number): boolean => {
    let line = from;
    while (line < to && written[line]!.trim() === '') line++;
    return line >= to;
  };
  let at = 0;
  let first: number | null = null;
  for (const { line, page, apart, rest } of chain) {
    while (at + 1 < pageStarts.length && pageStarts[at + 1]! <= line) at++;
    first ??= page - at;
    if (!apart || rest === '' || page - at !== first) return false;
    const [from, to] = [pageStarts[at]!, pageStarts[at + 1] ?? written.length];
    if (!isBlank(from, line) && !isBlank(line + 1, to)) return false;
  }
  return true;
}

/** What stands around a head. */
interface Place {
  /** The language that the text changes over to. */
  readonly turn: Language | null;
  /** At an end of the text. */
  readonly isEdge: boolean;
  /** Within a sentence. */
  readonly isCut: boolean;
}

function placeOf(written: readonly string[], { line, language }: Head): Place {
  const [from, to] = blockOf(written, line);
  const above = nearest(written, from - 1, -1);
  const below = nearest(written, to + 1, 1);
  const languageOf = (at: number): Language | null => languageByScript(written[at]!);
  const holdsOther = (places: readonly number[], own: Language): boolean =>
    places.some((at) => languageOf(at) !== null && languageOf(at) !== own);
  const [before = null, after = null] = [above.slice(0, 1), below.slice(0, 1)].map(([at]) =>
    at === undefined ? null : languageOf(at),
  );
  const heads = after !== null && (language ?? after) === after && holdsOther(above, after);
  const foots = before !== null && (language ?? before) === before && holdsOther(below, before);
  const isSeam = language === null && before !== after;
  const turn = heads && (!foots || isSeam) ? after : foots && !heads ? otherThan(before!) : null;
  const isCut = above.slice(0, 2).some((at) => breaksOffAt(written[at]!.trim(), languageOf(at)));
  return { turn, isEdge: above.length === 0 || below.length === 0, isCut };
}

function otherThan(language: Language): Language {
  return language === 'en' ? 'zh' : 'en';
}

function breaksOffAt(text: string, language: Language | null): boolean {
  return (
    language !== null &&
    !isFinished(text) &&
    (displayWidth(text) >= (language === 'zh' && /[，；]/.test(text) ? LONG_CLAUSE : LONG_LINE) ||
      breaksOff(text, language) ||
      holdsSentenceEnd(text, language))
  );
}

/** The lines that a line stands in without a blank one between; the line itself where they are too many for a head. */
function blockOf(written: readonly string[], line: number): [number, number] {
  const [from, to] = around(written, line);
  return to - from < MOST_LINES ? [from, to] : [line, line];
}

/** The same in each direction, as far as a head can reach. */
function around(written: readonly string[], line: number): [number, number] {
  let [from, to] = [line, line];
  while (line - from < MOST_LINES && (written[from - 1] ?? '').trim() !== '') from--;
  while (to - line < MOST_LINES && (written[to + 1] ?? '').trim() !== '') to++;
  return [from, to];
}

/** The lines with text from a line on, in a direction, nearest first. */
function nearest(written: readonly string[], from: number, step: 1 | -1): number[] {
  const found: number[] = [];
  for (let at = from; at >= 0 && at < written.length && found.length < REACH; at += step)
    if (written[at]!.trim() !== '') found.push(at);
  return found;
}

/** All lines of heads: what comes back beside the numbers, and titles in blocks that are alike. */
function linesOfHeads(written: readonly string[], chain: readonly Head[]): number[] {
  const lines = chain.map(({ line }) => line);
  for (const language of ['en', 'zh', null]) {
    const own = chain.filter((head) => head.language === language).map(({ line }) => line);
    if (own.length < 2) continue;
    for (const line of linesInBlocks(written, own)) lines.push(line);
    for (const line of linesBeyondBlank(written, own)) lines.push(line);
  }
  return lines;
}

/** What stands beside the numbers of some heads without a blank line between. */
function linesInBlocks(written: readonly string[], heads: readonly number[]): number[] {
  const lines: number[] = [];
  for (let offset = -MOST_LINES; offset <= MOST_LINES; offset++) {
    const beside = heads
      .map((line) => ({ line, its: line + offset }))
      .filter(({ line, its }) => isWithin(around(written, line), its) && isStamp(written, its))
      .map(({ its }) => its);
    const times = timesOf(beside.map((line) => templateOf(written[line]!)));
    // Titles of parts change, but not on every page.
    const areTitles =
      times.size < heads.length &&
      beside.length === heads.length &&
      heads.every((line) => isWithin(blockOf(written, line), line + offset));
    for (const line of beside) if (areTitles || times.get(templateOf(written[line]!))! >= 2) lines.push(line);
  }
  return lines;
}

/** What all heads have beyond a blank line, such as the title of the work. */
function linesBeyondBlank(written: readonly string[], heads: readonly number[]): number[] {
  return ([1, -1] as const).flatMap((step) => {
    const beside = heads.flatMap((line) => {
      const [from, to] = blockOf(written, line);
      return nearest(written, step > 0 ? to + 1 : from - 1, step).slice(0, 1);
    });
    const templates = new Set(beside.map((line) => templateOf(written[line]!)));
    const areOne = beside.length >= 2 && templates.size === 1;
    return areOne && beside.every((line) => isStamp(written, line)) ? beside : [];
  });
}

function isStamp(written: readonly string[], line: number): boolean {
  return stampOf(written[line] ?? '') !== null;
}

function isWithin([from, to]: readonly [number, number], line: number): boolean {
  return from <= line && line <= to;
}

function timesOf(templates: readonly string[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const template of templates) times.set(template, (times.get(template) ?? 0) + 1);
  return times;
}
