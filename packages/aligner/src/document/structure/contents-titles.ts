import type { Block, Span } from '../../types.js';
import { type Leader, LONGEST_LINE } from '../writing/leaders.js';
import { languageByScript } from '../writing/script.js';

// Lists of contents whose entries no dots lead from to their pages: their heading tells, and how their numbers go on.

/** A line with the leader that it has, if any. */
export interface PlacedLine {
  readonly span: Span;
  readonly block: Block;
  readonly leader: Leader | null;
}

/** What lists of contents are headed with. */
export const CONTENTS =
  /^[\s#*【[]*(?:(?:table of )?contents|index|list of (?:tables|figures|illustrations|maps|plates|charts|diagrams|boxes|appendices|annexes)|(?:[图圖表]|插[图圖]|附[图圖]|[图圖]表|[图圖]片|表格|附[录錄])?目\s*[录錄次]|内容|內容|contents?\s*(?:[/|]\s*)?目\s*[录錄次]|目\s*[录錄次]\s*(?:[/|]\s*)?contents?)[\s*】\]:：]*$/i;
/** So many lines in turn are a list, however few their dots. */
export const LEAST_ENTRIES = 3;

/** Whether the numbers never fall, in each language. */
export function areRising(leaders: readonly Leader[]): boolean {
  return (['en', 'zh'] as const).every((language) => {
    const own = leaders.filter((leader) => (leader.language ?? language) === language);
    return own.every(({ page }, index) => index === 0 || page >= own[index - 1]!.page);
  });
}

/**
 * Entries of lists of contents that no dots lead from: under the heading of such a list, a title and a number behind it on
 * each line, of which the numbers do not fall and most titles come again where the text itself begins a part; or stand behind tabs, and rise
 * as pages do.
 */
export function titlesWithPages(
  text: string,
  lines: readonly PlacedLine[],
): { index: number; span: Span; leader: Leader }[] {
  const written = ({ start, end }: Span): string => text.slice(start, Math.min(end, start + LONGEST_LINE));
  const lists = lines.flatMap((heading, at) => {
    if (!CONTENTS.test(written(heading.span).replace(PAGE_COLUMN, ''))) return [];
    const entries: { index: number; span: Span; leader: Leader }[] = [];
    for (let index = at + 1; index < lines.length; index++) {
      const { span } = lines[index]!;
      const leader = titleIn(text, span);
      if (leader === null || lines[index]!.leader !== null) break;
      entries.push({ index, span, leader });
    }
    if (entries.length < LEAST_ENTRIES || !areRising(entries.map(({ leader }) => leader))) return [];
    const isTabbed = entries.every(({ span, leader }) => written(span)[leader.at] === '\t');
    const isSure = isTabbed && risesFast(entries.map(({ leader }) => leader));
    const titles = new Set(entries.map(({ span, leader }) => plain(written(span).slice(0, leader.at))));
    return [{ entries, titles, isSure }];
  });
  if (lists.length === 0) return [];
  /** The last line that is a title of any list. */
  const lastLine = new Map<string, number>();
  for (const { titles } of lists) for (const title of titles) lastLine.set(title, -1);
  for (const [index, { span }] of lines.entries()) {
    const title = plain(written(span));
    if (lastLine.has(title)) lastLine.set(title, index);
  }
  return lists.flatMap(({ entries, titles, isSure }) => {
    const end = entries.at(-1)!.index;
    const again = [...titles].filter((title) => lastLine.get(title)! > end).length;
    return isSure || again * 2 > titles.size ? entries : [];
  });
}

/**
 * Entries of lists of contents whose pages stand before the titles, `006 前言`: under the heading of such a list, numbers that
 * rise faster than those of chapters do. The title in the other language may stand on a line below.
 */
export function titlesBehindPages(
  text: string,
  lines: readonly PlacedLine[],
): { index: number; title: Span }[] {
  const written = ({ start, end }: Span): string => text.slice(start, Math.min(end, start + LONGEST_LINE));
  return lines.flatMap((heading, at) => {
    if (!CONTENTS.test(written(heading.span))) return [];
    const entries: { index: number; title: Span; leader: Leader }[] = [];
    for (let index = at + 1; index < lines.length; index++) {
      const { span, block, leader } = lines[index]!;
      const isShort = span.end - span.start <= LONGEST_LINE && block.kind !== 'row' && leader === null;
      if (!isShort || CONTENTS.test(written(span))) break;
      const match = PAGE_BEFORE.exec(written(span));
      const title = { start: span.start + (match?.[0].length ?? 0), end: span.end };
      if (match !== null && /\p{L}/u.test(written(title))) {
        const language = languageByScript(written(title));
        const page = Number(match.groups?.['page']);
        entries.push({ index, title, leader: { at: 0, dots: 0, page, language } });
      } else if ((entries.at(-1)?.index ?? at) < index - 1) break;
    }
    const isList = entries.length >= LEAST_ENTRIES && risesFast(entries.map(({ leader }) => leader));
    return isList ? entries : [];
  });
}

/** Whether the numbers of each language rise, and faster than those of chapters. */
function risesFast(leaders: readonly Leader[]): boolean {
  if (!areRising(leaders)) return false;
  return (['en', 'zh'] as const).every((language) => {
    const own = leaders.filter((leader) => (leader.language ?? language) === language);
    return own.length === 0 || own.at(-1)!.page - own[0]!.page >= LEAST_RISE * (own.length - 1);
  });
}

/** The page of an entry that its title follows: a title has letters. */
const PAGE_BEFORE = /^(?:[Pp]{1,2}\.? ?|第 ?)?(?<page>\d{1,4})(?: ?[页頁])?[ \t\u00a0\u3000]+(?=\S)/;
/** Pages from one entry to the next, at least: the numbers of chapters rise by one. */
const LEAST_RISE = 2;

/** What the column of page numbers is headed with, behind the heading of the list. */
const PAGE_COLUMN = /(?<![ \t\u3000])[ \t\u3000]+(?:pages?|p\.|页码?|頁碼?|页次|頁次)$/i;

function plain(title: string): string {
  return title.replace(/[\s#*]+/g, '').toLowerCase();
}

/** A title and the number of its page, without dots, as those of chapters are set. */
const TITLE =
  /^(?=.*\p{L})(?<title>.*?\S)[ \t\u00a0\u3000]+(?:[Pp]{1,2}\.? ?|[Pp]ages? |第 ?)?(?<page>\d{1,4}|[ivxlc]{1,7}|[Ⅰ-Ⅻ])(?: ?[页頁])?$/u;

/** A line without dots as a title and the number of its page; null where it has none. */
export function titleIn(text: string, { start, end }: Span): Leader | null {
  const match = end - start > LONGEST_LINE ? null : TITLE.exec(text.slice(start, end));
  if (match === null) return null;
  const number = match.groups?.['page'] ?? '';
  const page = /^\d/.test(number) ? Number(number) : 0;
  const length = match.groups?.['title']?.length ?? 0;
  return { at: length, dots: 0, page, language: languageByScript(text.slice(start, start + length)) };
}
