import { info } from '../../common/diagnostic.js';
import type { Block, Diagnostic, Span } from '../../types.js';
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
    block.lines.map((span) => ({ span, leader: leaderOf(text, block, span) })),
  );
  const parts = new Map<number, Span>();
  const counted: Span[] = [];
  for (const { index, span, leader } of titlesWithPages(text, lines)) {
    parts.set(index, trimSpan(text, { start: span.start, end: span.start + leader.at }));
    counted.push(span);
  }
  for (let from = 0, to = 0; from < lines.length; from = to + 1) {
    to = from;
    const list: { span: Span; leader: Leader }[] = [];
    for (; to < lines.length && !parts.has(to); to++) {
      const { span, leader } = lines[to]!;
      const found = leader ?? titleBetween(text, lines, to, list.at(-1)?.leader ?? null);
      if (found === null) break;
      list.push({ span, leader: found });
    }
    const isList = list.filter(({ leader }) => leader.dots > 0).length >= LEAST_ENTRIES;
    const heading = lines[from - 1]?.span;
    const isHeaded = heading !== undefined && CONTENTS.test(text.slice(heading.start, heading.end));
    const arePages = isHeaded || (isList && areRising(list.map(({ leader }) => leader)));
    for (const [index, { span, leader }] of list.entries()) {
      if (!isList && leader.dots <= ELLIPSIS) continue;
      const entry = arePages ? { start: span.start, end: span.start + leader.at } : span;
      parts.set(from + index, trimSpan(text, entry));
      if (arePages) counted.push(span);
    }
  }
  if (parts.size === 0) return { blocks, entries: new Set(), diagnostics: [] };
  let line = 0;
  const parted = blocks.flatMap((block) => {
    const first = line;
    line += block.lines.length;
    return partedBlock(block, (index) => parts.get(first + index));
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
  return lines.flatMap((heading, at) => {
    if (!CONTENTS.test(written(heading.span).replace(PAGE_COLUMN, ''))) return [];
    const list: { index: number; span: Span; leader: Leader }[] = [];
    for (let index = at + 1; index < lines.length; index++) {
      const { span } = lines[index]!;
      const leader = titleIn(text, span);
      if (leader === null || lines[index]!.leader !== null) break;
      list.push({ index, span, leader });
    }
    if (list.length < LEAST_ENTRIES || !areRising(list.map(({ leader }) => leader))) return [];
    const titles = new Set(list.map(({ span, leader }) => plain(written(span).slice(0, leader.at))));
    const again = new Set<string>();
    for (const { span } of lines.slice(at + 1 + list.length)) {
      const title = plain(written(span));
      if (titles.has(title)) again.add(title);
    }
    return again.size * 2 > titles.size ? list : [];
  });
}

/** What the column of page numbers is headed with, behind the heading of the list. */
const PAGE_COLUMN = /[ \t\u3000]+(?:pages?|p\.|页码?|頁碼?|页次|頁次)$/i;

function plain(title: string): string {
  return title.replace(/[\s#*]+/g, '').toLowerCase();
}

/** A block with each entry in it as a heading of its own. */
function partedBlock(block: Block, entryAt: (line: number) => Span | undefined): Block[] {
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
    close();
    add({ kind: 'heading', lines: [entry] });
  }
  close();
  return parts;
}

/** What lists of contents are headed with. */
const CONTENTS =
  /^[\s#*【[]*(?:(?:table of )?contents|index|目\s*[录錄次]|内容|內容|contents?\s*(?:[/|]\s*)?目\s*[录錄次]|目\s*[录錄次]\s*(?:[/|]\s*)?contents?)[\s*】\]:：]*$/i;
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
const TITLE = /^(?=.*\p{L}).*\S(?<gap>[ \t\u00a0\u3000]+)(?<page>\d{1,4}|[ivxlc]{1,7}|[Ⅰ-Ⅻ])$/u;

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
  const length = end - start - number.length - (match.groups?.['gap'] ?? '').length;
  return { at: length, dots: 0, page, language: languageByScript(text.slice(start, start + length)) };
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
    { span: { start, end } },
  );
}
