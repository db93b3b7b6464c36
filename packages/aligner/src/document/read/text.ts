import { info } from '../../common/diagnostic.js';
import { listedUpTo } from '../../common/listed.js';
import type { Block, Diagnostic, Span } from '../../types.js';
import { BLANK } from '../writing/folding.js';
import { lineSpans } from '../writing/lines.js';
import { lineBreaksIn, linesBetween } from './line-breaks.js';
import { findNumberedHeads } from './numbered-heads.js';
import { findPageFurniture } from './page-furniture.js';
import { inputName, type Reading } from './reading.js';
import { findStrayFurniture } from './stray-furniture.js';
import type { FindTables } from './text-tables.js';

/**
 * Reads plain text: blocks are parted by blank lines, pages by form feeds or by the page numbers that were copied with
 * them. Tables that are drawn with characters are read as such, and so are files of strings for a program. Only what can be nothing but markup is taken for it: `#` marks
 * before a heading, which many reports saved as text still have, lines that are rules, and the furniture of pages.
 */
export async function readText(text: string, name: string): Promise<Reading> {
  if (RESOURCE_LINE.test(text) || /\.ya?ml$/i.test(name)) {
    const reading = (await import('./resource-lines.js')).readResource(text, name);
    if (reading !== null) return reading;
  }
  return readLines(
    text,
    name,
    LAID_OUT.test(text) ? (await import('./text-tables.js')).findTables : noTables,
  );
}

/** What may be a string of a program with its key: most texts have none. */
const RESOURCE_LINE = /^[ \t\ufeff]*(?:[\w$@][\w$@./[\]-]*[ \t]*=|(?:\{\s*)?"[^"\n]*"[ \t]*[=:]|msgid[ \t])/m;

/** No table is without a bar between its cells, and no text in columns without a gap in its lines: most texts have neither. */
const LAID_OUT = /[|│┃║¦]|[^ \n] {2}/;

const noTables: FindTables = () => [];

/** The same with what is known to find its tables. */
export function readLines(text: string, name: string, findTables: FindTables): Reading {
  const all = lineSpans(text, 0, text.length, MOST_BLANK);
  const lines = all.slice(frontMatterLines(text, all));
  const { furniture, pageEnds } = findFurniture(text, lines);
  const blocks: Block[] = [];
  let open: Span[] = [];
  const close = (): void => {
    for (const parts of cutAtBreaks(text, open)) blocks.push({ kind: 'paragraph', lines: parts });
    open = [];
  };
  const tables = findTables(text, lines, furniture);
  let table = 0;
  lines.forEach((line, index) => {
    while (tables[table] !== undefined && index >= tables[table]!.end) table++;
    if (index >= (tables[table]?.start ?? Number.POSITIVE_INFINITY)) {
      close();
      if (index === tables[table]!.start) for (const block of tables[table]!.blocks) blocks.push(block);
      return;
    }
    const written = text.slice(line.start, Math.min(line.end, line.start + 8));
    const marks = /^#{1,6}(?:\s+(?=\S)|$)/.exec(written);
    if (isBlank(text, line) || furniture.has(index) || isRule(text, line)) {
      close();
    } else if (marks) {
      close();
      const heading = { start: line.start + marks[0].length, end: line.end };
      for (const parts of cutAtBreaks(text, [heading])) blocks.push({ kind: 'heading', lines: parts });
    } else {
      open.push(line);
    }
  });
  close();
  const left = [...furniture].sort((a, b) => a - b).map((index) => lines[index]!);
  return { text, blocks, pageEnds, diagnostics: left.length === 0 ? [] : [leftOut(text, left, name)] };
}

/** Blank lines that follow one another: no furniture is looked for over so many. */
const MOST_BLANK = 4;

function cutAtBreaks(text: string, lines: readonly Span[]): Span[][] {
  return linesBetween(
    text,
    lines,
    lines.flatMap((line) => lineBreaksIn(text, line)),
  );
}

/** The lines that are furniture, by index, and where pages end. */
function findFurniture(
  text: string,
  lines: readonly Span[],
): { furniture: ReadonlySet<number>; pageEnds: readonly number[] } {
  const written = lines.map(({ start, end }) => text.slice(start, end));
  if (text.includes('\f')) {
    const { starts, ends } = pagesByFeeds(text, lines);
    const furniture = onPages(written, starts);
    for (const line of findNumberedHeads(written, undefined, starts).lines) furniture.add(line);
    return { furniture, pageEnds: ends };
  }
  const stray = findStrayFurniture(written);
  const furniture = new Set(stray.lines);
  // Page numbers say where pages end, and then what stands beside them on each page is furniture too.
  if (stray.pageNumbers.length > 0) {
    const starts = [0, ...stray.pageNumbers.map((line) => line + 1)];
    for (const line of onPages(written, starts)) furniture.add(line);
  }
  return { furniture, pageEnds: [...furniture].sort((a, b) => a - b).map((index) => lines[index]!.start) };
}

/** Pages without text that follow one another: no running head is looked for over so many. */
const MOST_EMPTY = 5;

/** The indices of the lines that pages begin with, where form feeds end them, and where pages with text on them end. */
function pagesByFeeds(text: string, lines: readonly Span[]): { starts: number[]; ends: number[] } {
  const starts = [0];
  const ends: number[] = [];
  let feed = text.indexOf('\f');
  lines.forEach(({ start, end }, index) => {
    if (start === end && index < lines.length - 1) return;
    for (let empty = 0; feed >= 0 && feed < start; feed = text.indexOf('\f', feed + 1)) {
      if (empty === 0) ends.push(feed);
      if (empty++ < MOST_EMPTY) starts.push(index);
    }
  });
  if (feed >= 0) ends.push(feed);
  return { starts, ends };
}

function onPages(written: readonly string[], starts: readonly number[]): Set<number> {
  const pages = starts.map((start, page) => written.slice(start, starts[page + 1]));
  return new Set(
    findPageFurniture(pages).flatMap((lines, page) => [...lines].map((line) => starts[page]! + line)),
  );
}

/** Different lines that a message quotes. */
const MOST_QUOTED = 6;

function leftOut(text: string, lines: readonly Span[], name: string): Diagnostic {
  const times = new Map<string, { first: string; count: number }>();
  for (const { start, end } of lines) {
    const first = text.slice(start, end);
    const key = first.replace(/\d+/g, '#');
    const known = times.get(key);
    if (known) known.count++;
    else times.set(key, { first, count: 1 });
  }
  const quoted = [...times.values()].map(
    ({ first, count }) => `“${first}” ${count === 1 ? 'once' : `${count} times`}`,
  );
  return info(
    'left-out',
    `${inputName(name)} has running heads or page numbers, which were left out: ${listedUpTo(MOST_QUOTED, quoted)}.`,
    {
      span: lines[0]!,
      values: {
        kind: 'running-heads',
        name,
        text: [...times.values()]
          .slice(0, MOST_QUOTED)
          .map(({ first }) => first)
          .join(' | '),
      },
    },
  );
}

/** Lines of YAML front matter that the text begins with: fields between two lines of `---`. */
function frontMatterLines(text: string, lines: readonly Span[]): number {
  const first = lines.findIndex(({ start, end }) => end > start);
  const at = (index: number): string => text.slice(lines[index]!.start, lines[index]!.end);
  if (first < 0 || at(first) !== '---') return 0;
  for (let index = first + 1; index < lines.length; index++) {
    if (at(index) === '---') return index > first + 1 ? index + 1 : 0;
    if (!/^([\w-]+:(\s|$)|-\s|#)/.test(at(index).slice(0, 100))) return 0;
  }
  return 0;
}

/** A line on which nothing can be seen. */
function isBlank(text: string, { start, end }: Span): boolean {
  return start === end || BLANK.exec(text.slice(start, end))![0].length === end - start;
}

/** A line of three or more rule characters and nothing else, or the two dashes that stand before the signature in e-mails. */
function isRule(text: string, { start, end }: Span): boolean {
  if (end - start > 200) return false;
  const line = text.slice(start, end);
  return end - start >= 3 ? /^[-=*_~·. ]+$/.test(line) : line === '--';
}
