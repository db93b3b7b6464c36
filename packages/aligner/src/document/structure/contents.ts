import { info } from '../../common/diagnostic.js';
import { everySo, mapInSteps, type Steps } from '../../common/steps.js';
import type { Block, Diagnostic, Span } from '../../types.js';
import { displayWidth } from '../writing/display-width.js';
import { isFinished } from '../writing/endings.js';
import { type Leader, LONGEST_LINE, leaderIn } from '../writing/leaders.js';
import { trimSpan } from '../writing/lines.js';
import { languageByScript } from '../writing/script.js';
import {
  areRising,
  CONTENTS,
  LEAST_ENTRIES,
  type PlacedLine,
  titleIn,
  titlesBehindPages,
  titlesWithPages,
} from './contents-titles.js';

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
export function* withoutLeaders(text: string, blocks: readonly Block[]): Steps<ContentsRead> {
  const lines = yield* mapInSteps(
    blocks.flatMap((block) => block.lines.map((span) => ({ span, block }))),
    ({ span, block }) => ({ span, block, leader: leaderOf(text, block, span) }),
  );
  const { parts, wrapped, counted } = yield* entriesAmong(text, lines);
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

/** Stretches between two steps. */
const TOGETHER = 32;

/** Entries of lists of contents, by the numbers of their lines. */
interface Entries {
  /** What each of them says. */
  readonly parts: Map<number, Span>;
  /** The lines whose entries go on in the next one. */
  readonly wrapped: Set<number>;
  /** Where those stand that are of a list of contents for sure. */
  readonly counted: Span[];
}

function* entriesAmong(text: string, lines: readonly PlacedLine[]): Steps<Entries> {
  const entries: Entries = { parts: new Map(), wrapped: new Set(), counted: [] };
  const { parts, counted } = entries;
  for (const { index, span, leader } of titlesWithPages(text, lines)) {
    parts.set(index, trimSpan(text, { start: span.start, end: span.start + leader.at }));
    counted.push(span);
  }
  yield;
  for (const { index, title } of titlesBehindPages(text, lines)) {
    parts.set(index, title);
    counted.push(title);
  }
  const isDue = everySo(TOGETHER);
  for (let from = 0; from < lines.length; ) {
    const stretch = stretchFrom(text, lines, from, parts);
    addLed(text, lines, stretch, entries);
    from = stretch.to + 1;
    if (isDue()) yield;
  }
  return entries;
}

/** Lines one after the other, up to one that is neither led to a page nor belongs to one that is. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly list: readonly { readonly index: number; readonly span: Span; readonly leader: Leader }[];
  /** Those with the title of an entry in the other language. */
  readonly others: ReadonlySet<number>;
}

function stretchFrom(
  text: string,
  lines: readonly PlacedLine[],
  from: number,
  taken: ReadonlyMap<number, Span>,
): Stretch {
  let to = from;
  const list: { index: number; span: Span; leader: Leader }[] = [];
  const others = new Set<number>();
  for (; to < lines.length && !taken.has(to); to++) {
    const { span, leader } = lines[to]!;
    const found = leader ?? titleBetween(text, lines, to, list.at(-1)?.leader ?? null);
    if (found !== null) list.push({ index: to, span, leader: found });
    else if (isInOtherLanguage(text, lines, to, others)) others.add(to);
    else if (!isWrappedEntry(text, lines[to]!, lines[to + 1])) break;
  }
  return { from, to, list, others };
}

/** Adds what of a stretch is entries that dots lead to their numbers. */
function addLed(
  text: string,
  lines: readonly PlacedLine[],
  { from, list, others }: Stretch,
  { parts, wrapped, counted }: Entries,
): void {
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

/** What a line without dots leads to among others: its number lies between theirs, and an entry with dots is next to it. */
function titleBetween(
  text: string,
  lines: readonly PlacedLine[],
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
