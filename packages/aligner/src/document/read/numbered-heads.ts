import type { Language } from '../../types.js';
import { breaksOff, isFinished } from '../writing/endings.js';
import { languageByScript } from '../writing/script.js';
import { stampOf } from './page-furniture.js';

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

/** A number at one end of a line that may be that of its page: `17`, `B1102` or, by chapters, `2-5`. */
interface Token {
  readonly form: string;
  /** Of the chapter, 0 where pages are counted through, and of the page. */
  readonly chapter: number;
  readonly page: number;
  /** What the line holds besides, each number as `#`. */
  readonly rest: string;
  /** Whether a bar or a wide gap sets it apart from the rest. */
  readonly apart: boolean;
}

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
export function findNumberedHeads(written: readonly string[]): {
  readonly lines: readonly number[];
  readonly pageNumbers: readonly number[];
} {
  const chains = new Map<string, Head[][]>();
  written.forEach((text, line) => {
    for (const token of tokensOf(text)) {
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
    if (!areHeads(written, chain)) continue;
    for (const { line } of chain) pageNumbers.add(line);
    for (const line of linesOfHeads(written, chain)) lines.add(line);
  }
  return { lines: [...lines], pageNumbers: [...pageNumbers].sort((a, b) => a - b) };
}

const NUMBER = String.raw`(?<prefix>[A-Z]{0,2})(?:(?<chapter>\d{1,2})[-–])?(?<page>\d{1,4})`;
const BETWEEN = String.raw`(?<gap>\s*[|｜·•]\s*|\s+[—–-]\s+|\s+)`;
const AT_END = new RegExp(String.raw`^(?<rest>.*[^\s|｜·•])${BETWEEN}${NUMBER}$`, 'u');
const AT_START = new RegExp(String.raw`^${NUMBER}${BETWEEN}(?<rest>[^\s|｜·•\d].*)$`, 'u');

const ALONE = /^(?:[|｜] ?)?(?<prefix>[A-Z]{0,2})(?<page>\d{1,4})(?: ?[|｜])?$/;

function tokensOf(text: string): Token[] {
  const written = text.trim();
  // Most lines neither begin nor end in a number, which is found out faster than whether they can be heads.
  if (!/^[|｜\s]*[A-Z]{0,2}\d|\d[|｜\s]*$/.test(written)) return [];
  const kind = stampOf(written)?.kind;
  if (kind === 'bare') {
    const { prefix = '', page } = ALONE.exec(written)?.groups ?? {};
    return page === undefined
      ? []
      : [{ form: prefix, chapter: 0, page: Number(page), rest: '', apart: true }];
  }
  if (kind !== 'head') return [];
  return [AT_END, AT_START].flatMap((pattern): Token[] => {
    const { prefix = '', chapter, page, gap = '', rest = '' } = pattern.exec(written)?.groups ?? {};
    if (page === undefined) return [];
    const apart = gap.length > 2 || gap.includes('\t') || gap.trim() !== '';
    const isLong = rest.split(/\s+/).length >= 3 || (rest.match(/\p{Script=Han}/gu)?.length ?? 0) >= 5;
    if (!apart && gap.length === 1 && !isLong) return [];
    return [
      {
        form: `${prefix}${chapter === undefined ? '' : '-'}`,
        chapter: Number(chapter ?? 0),
        page: Number(page),
        rest: templateOf(rest),
        apart,
      },
    ];
  });
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
  if (!areApart && rests * 2 > chain.length) return false;
  const places = chain.map((head) => placeOf(written, head));
  const count = (...wanted: Place[]): number => places.filter((place) => wanted.includes(place)).length;
  const interrupting = count('interruption');
  // In one language nothing but sentences that they interrupt tells, and not every page ends in one.
  if (interrupting >= 2 && interrupting * 3 >= chain.length) return true;
  // Headings that count stand before the text of one language; pages change over both ways, or leave out the other's.
  const bothWays =
    Math.min(count('to-en'), count('to-zh')) >= Math.max(1, Math.floor(chain.length * BOTH_WAYS));
  const leavesOut = steps.every((step) => step === 2);
  if (count('to-en', 'to-zh') === 0 || !(bothWays || leavesOut)) return false;
  if (!areApart && interrupting === 0 && steps.includes(0)) return false;
  return count('to-en', 'to-zh', 'edge') + interrupting >= chain.length * AT_PAGES;
}

/** Where a head stands: where the languages change over, at an end of the text, within a sentence, or anywhere. */
type Place = 'to-en' | 'to-zh' | 'edge' | 'interruption' | 'other';

function placeOf(written: readonly string[], { line, language }: Head): Place {
  const [from, to] = blockOf(written, line);
  const above = nearest(written, from - 1, -1);
  const below = nearest(written, to + 1, 1);
  const languageOf = (at: number | undefined): Language | null =>
    at === undefined ? null : languageByScript(written[at]!);
  if (above.length === 0 || below.length === 0) return 'edge';
  const [before, after] = [languageOf(above[0]), languageOf(below[0])];
  if (language === null) {
    if (before !== after && before !== null && after !== null) return `to-${after}`;
  } else {
    const isOther = (places: readonly number[]): boolean =>
      places.some((at) => languageOf(at) !== null && languageOf(at) !== language);
    const other = language === 'en' ? 'zh' : 'en';
    const heads = after === language && isOther(above);
    const foots = before === language && isOther(below);
    if (heads !== foots) return `to-${heads ? language : other}`;
  }
  const ended = written[above[0]!]!.trim();
  const side = languageOf(above[0]);
  const isCut = side !== null && !isFinished(ended) && (breaksOff(ended, side) || ended.length >= LONG_LINE);
  return isCut ? 'interruption' : 'other';
}

/** The lines without a blank one between that a line stands in, as far as a head can reach. */
function blockOf(written: readonly string[], line: number): [number, number] {
  let [from, to] = [line, line];
  while (to - from < MOST_LINES && (written[from - 1] ?? '').trim() !== '') from--;
  while (to - from < MOST_LINES && (written[to + 1] ?? '').trim() !== '') to++;
  return to - from < MOST_LINES ? [from, to] : [line, line];
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
    const own = chain.filter((head) => head.language === language);
    if (own.length < 2) continue;
    const blocks = own.map(({ line }) => blockOf(written, line));
    const isHeading = (line: number): boolean => stampOf(written[line] ?? '') !== null;
    for (let offset = -MOST_LINES; offset <= MOST_LINES; offset++) {
      const beside = own.flatMap(({ line }, at) => {
        const [from, to] = blocks[at]!;
        return from <= line + offset && line + offset <= to && isHeading(line + offset)
          ? [line + offset]
          : [];
      });
      const times = new Map<string, number>();
      for (const line of beside) {
        const template = templateOf(written[line]!);
        times.set(template, (times.get(template) ?? 0) + 1);
      }
      // Titles of parts change, but not on every page.
      const areTitles = beside.length === own.length && times.size < own.length;
      for (const line of beside)
        if (areTitles || times.get(templateOf(written[line]!))! >= 2) lines.push(line);
    }
    // What all of them have beyond a blank line, such as the title of the work.
    for (const step of [1, -1] as const) {
      const beside = blocks.map(([from, to]) => nearest(written, step > 0 ? to + 1 : from - 1, step)[0]);
      const known = beside.filter((line) => line !== undefined);
      const templates = new Set(known.map((line) => templateOf(written[line]!)));
      if (known.length >= 2 && templates.size === 1 && known.every(isHeading)) lines.push(...known);
    }
  }
  return lines;
}

function templateOf(line: string): string {
  return line.trim().replace(/\d+/g, '#').replace(/\s+/g, ' ');
}
