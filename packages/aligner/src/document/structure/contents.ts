import { info } from '../../common/diagnostic.js';
import type { Block, Diagnostic, Span } from '../../types.js';
import { displayWidth } from '../writing/display-width.js';
import { isFinished } from '../writing/endings.js';
import { type Leader, LONGEST_LINE, leaderIn } from '../writing/leaders.js';
import { trimSpan } from '../writing/lines.js';
import { languageByScript } from '../writing/script.js';

/** More dots than these, an ellipsis of Chinese, are no mark of omission. */
const ELLIPSIS = 6;

/** Blocks in which the entries of lists of contents are told apart from other lines. */
export interface ContentsRead {
  readonly blocks: readonly Block[];
  /** Where the entries begin: they name clauses and open none. */
  readonly entries: ReadonlySet<number>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Takes the entries of lists of contents apart, `1.2 Fines ........ 11`: each is a heading of its own. Lines are entries if
 * more dots lead to their number than mark an omission, or if so many stand together. Where the numbers are seen to be those
 * of pages, the dots and they are none of the text; those of a list of prices are.
 */
export function withoutLeaders(text: string, blocks: readonly Block[]): ContentsRead {
  const lines = blocks.flatMap((block) =>
    block.lines.map((span) => ({ span, block, leader: leaderOf(text, block, span) })),
  );
  const parts = new Map<number, Span>();
  const counted: Span[] = [];
  /** The lines whose entries go on in the next one. */
  const wrapped = new Set<number>();
  for (const { index, span, leader } of titlesWithPages(text, lines)) {
    parts.set(index, trimSpan(text, { start: span.start, end: span.start + leader.at }));
    counted.push(span);
  }
  for (const { index, title } of titlesBehindPages(text, lines)) {
    parts.set(index, title);
    counted.push(title);
  }
  for (let from = 0, to = 0; from < lines.length; from = to + 1) {
    to = from;
    const list: { index: number; span: Span; leader: Leader }[] = [];
    const others = new Set<number>();
    for (; to < lines.length && !parts.has(to); to++) {
      const { span, leader } = lines[to]!;
      const found = leader ?? titleBetween(text, lines, to, list.at(-1)?.leader ?? null);
      if (found !== null) list.push({ index: to, span, leader: found });
      else if (isInOtherLanguage(text, lines, to, others)) others.add(to);
      else if (!isWrappedEntry(text, lines[to]!, lines[to + 1])) break;
    }
    const isList = list.filter(({ leader }) => leader.dots > 0).length >= LEAST_ENTRIES;
    const heading = lines[from - 1]?.span;
    const isHeaded = heading !== undefined && CONTENTS.test(text.slice(heading.start, heading.end));
    const arePages = isHeaded || (isList && areRising(list.map(({ leader }) => leader)));
    for (const index of isList ? others : []) {
      parts.set(index, lines[index]!.span);
      counted.push(lines[index]!.span);
    }
    for (const [at, { index, span, leader }] of list.entries()) {
      if (!isList && leader.dots <= ELLIPSIS) continue;
      const entry = arePages ? { start: span.start, end: span.start + leader.at } : span;
      parts.set(index, trimSpan(text, entry));
      // The line above holds the beginning of an entry that was wrapped.
      if (isList && index > from && list[at - 1]?.index !== index - 1 && !others.has(index - 1)) {
        parts.set(index - 1, lines[index - 1]!.span);
        wrapped.add(index - 1);
        if (arePages) counted.push(lines[index - 1]!.span);
      }
      if (arePages) counted.push(span);
    }
  }
  if (parts.size === 0) return { blocks, entries: new Set(), diagnostics: [] };
  let line = 0;
  const parted = blocks.flatMap((block) => {
    const first = line;
    line += block.lines.length;
    return partedBlock(
      block,
      (index) => parts.get(first + index),
      (index) => wrapped.has(first + index),
    );
  });
  return {
    blocks: parted,
    entries: new Set(counted.map(({ start }) => start)),
    diagnostics: counted.length === 0 ? [] : [leftOut(text, counted)],
  };
}

/**
 * Entries of lists of contents that no dots lead from: under the heading of such a list, a title and a number behind it on
 * each line, of which the numbers do not fall and most titles come again where the text itself begins a part.
 */
function titlesWithPages(
  text: string,
  lines: readonly { readonly span: Span; readonly leader: Leader | null }[],
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
    const titles = new Set(entries.map(({ span, leader }) => plain(written(span).slice(0, leader.at))));
    return [{ entries, titles }];
  });
  if (lists.length === 0) return [];
  /** The last line that is a title of any list. */
  const lastLine = new Map<string, number>();
  for (const { titles } of lists) for (const title of titles) lastLine.set(title, -1);
  for (const [index, { span }] of lines.entries()) {
    const title = plain(written(span));
    if (lastLine.has(title)) lastLine.set(title, index);
  }
  return lists.flatMap(({ entries, titles }) => {
    const end = entries.at(-1)!.index;
    const again = [...titles].filter((title) => lastLine.get(title)! > end).length;
    return again * 2 > titles.size ? entries : [];
  });
}

/**
 * Entries of lists of contents whose pages stand before the titles, `006 前言`: under the heading of such a list, numbers that
 * rise faster than those of chapters do. The title in the other language may stand on a line below.
 */
function titlesBehindPages(text: string, lines: readonly PlacedLine[]): { index: number; title: Span }[] {
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

/** A block with each entry in it as a heading of its own. */
function partedBlock(
  block: Block,
  entryAt: (line: number) => Span | undefined,
  isWrapped: (line: number) => boolean,
): Block[] {
  const { numbering, ...plain } = block;
  const parts: Block[] = [];
  let open: Span[] = [];
  const add = (part: Pick<Block, 'kind' | 'lines'>): void => {
    const isFirst = parts.length === 0 && numbering !== undefined;
    parts.push({ ...plain, ...(isFirst && { numbering }), ...part });
  };
  const close = (): void => {
    if (open.length > 0) add({ kind: block.kind, lines: open });
    open = [];
  };
  for (const [index, span] of block.lines.entries()) {
    const entry = entryAt(index);
    if (entry === undefined) {
      open.push(span);
      continue;
    }
    if (!isWrapped(index - 1)) close();
    open.push(entry);
    if (isWrapped(index)) continue;
    add({ kind: 'heading', lines: open });
    open = [];
  }
  close();
  return parts;
}

/** What lists of contents are headed with. */
const CONTENTS =
  /^[\s#*【[]*(?:(?:table of )?contents|index|list of (?:tables|figures|illustrations|maps|plates|charts|diagrams|boxes|appendices|annexes)|(?:[图圖表]|插[图圖]|附[图圖]|[图圖]表|[图圖]片|表格|附[录錄])?目\s*[录錄次]|内容|內容|contents?\s*(?:[/|]\s*)?目\s*[录錄次]|目\s*[录錄次]\s*(?:[/|]\s*)?contents?)[\s*】\]:：]*$/i;
/** So many lines in turn are a list, however few their dots. */
const LEAST_ENTRIES = 3;

/** Whether the numbers never fall, in each language. */
function areRising(leaders: readonly Leader[]): boolean {
  return (['en', 'zh'] as const).every((language) => {
    const own = leaders.filter((leader) => (leader.language ?? language) === language);
    return own.every(({ page }, index) => index === 0 || page >= own[index - 1]!.page);
  });
}

/** A title and the number of its page, without dots, as those of chapters are set. */
const TITLE =
  /^(?=.*\p{L})(?<title>.*?\S)[ \t\u00a0\u3000]+(?:[Pp]{1,2}\.? ?|[Pp]ages? |第 ?)?(?<page>\d{1,4}|[ivxlc]{1,7}|[Ⅰ-Ⅻ])(?: ?[页頁])?$/u;

/** What a line without dots leads to among others: its number lies between theirs, and an entry with dots is next to it. */
function titleBetween(
  text: string,
  lines: readonly { readonly span: Span; readonly leader: Leader | null }[],
  at: number,
  before: Leader | null,
): Leader | null {
  const title = titleIn(text, lines[at]!.span);
  if (title === null) return null;
  const after =
    lines.slice(at + 1, at + 1 + MOST_TITLES).find(({ leader }) => leader !== null)?.leader ?? null;
  const isBetween = (before?.page ?? 0) <= title.page && title.page <= (after?.page ?? -1);
  return isBetween ? title : null;
}

/** A line without dots as a title and the number of its page; null where it has none. */
function titleIn(text: string, { start, end }: Span): Leader | null {
  const match = end - start > LONGEST_LINE ? null : TITLE.exec(text.slice(start, end));
  if (match === null) return null;
  const number = match.groups?.['page'] ?? '';
  const page = /^\d/.test(number) ? Number(number) : 0;
  const length = match.groups?.['title']?.length ?? 0;
  return { at: length, dots: 0, page, language: languageByScript(text.slice(start, start + length)) };
}

/** Whether a line has the title of the entry above or below it in the other language: one of the two lines has the dots for both. */
function isInOtherLanguage(
  text: string,
  lines: readonly PlacedLine[],
  at: number,
  others: ReadonlySet<number>,
): boolean {
  const { span, block } = lines[at]!;
  if (block.kind === 'row' || span.end - span.start > LONGEST_LINE) return false;
  const written = text.slice(span.start, span.end);
  const language = languageByScript(written);
  if (language === null || isFinished(written) || CONTENTS.test(written)) return false;
  // Where its title stands above the dots, that below them is of the next entry, or the first line of the text.
  return [lines[at + 1], others.has(at - 2) ? undefined : lines[at - 1]].some(
    (beside) => beside?.leader && beside.leader.language !== null && beside.leader.language !== language,
  );
}

/** Whether a line is the first of an entry whose dots are in the next one, which is set in further or goes on in lower case. */
function isWrappedEntry(text: string, line: PlacedLine, next: PlacedLine | undefined): boolean {
  if (next === undefined || next.leader === null || next.block !== line.block) return false;
  const written = text.slice(line.span.start, Math.min(line.span.end, line.span.start + LONGEST_LINE));
  if (isFinished(written) || CONTENTS.test(written)) return false;
  const first = text.slice(next.span.start, next.span.start + 1);
  const isSetIn = indentOf(text, next.span) > indentOf(text, line.span);
  return (isSetIn && !/^\d/.test(first)) || /^\p{Ll}/u.test(first);
}

interface PlacedLine {
  readonly span: Span;
  readonly block: Block;
  readonly leader: Leader | null;
}

/** White space before a line. */
function indentOf(text: string, { start }: Span): number {
  let from = start;
  while (from > 0 && start - from < LONGEST_LINE && /[ \t\u3000]/.test(text[from - 1]!)) from--;
  return displayWidth(text, { start: from, end: start });
}

/** So many titles without dots stand together at most: parts, and chapters of one page. */
const MOST_TITLES = 4;

function leaderOf(text: string, { kind }: Block, { start, end }: Span): Leader | null {
  return kind === 'row' ? null : leaderIn(text.slice(start, end));
}

/** Characters of an entry that a message quotes. */
const QUOTED = 40;

function leftOut(text: string, entries: readonly Span[]): Diagnostic {
  const { start, end } = entries[0]!;
  const count = entries.length === 1 ? '1 line is an entry' : `${entries.length} lines are entries`;
  return info(
    'left-out',
    `${count} of a list of contents, whose dots and page numbers were left out: ` +
      `“${text.slice(start, Math.min(end, start + QUOTED))}”${entries.length > 1 ? ', …' : ''}.`,
    {
      span: { start, end },
      values: {
        kind: 'contents',
        count: entries.length,
        text: text.slice(start, Math.min(end, start + QUOTED)),
      },
    },
  );
}
