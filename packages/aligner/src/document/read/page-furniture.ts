import { readLabels } from '../writing/label.js';
import { CHINESE_NUMERAL_CHARACTERS, chineseNumeral, romanNumeral } from '../writing/numerals.js';

/** Lines at the top and at the bottom of a page among which running heads, footers and page numbers are looked for. */
const EDGE = 3;
/** No running head is longer, in characters. */
const LONGEST = 120;
/** Pages from one showing of a running head to the next: other pages have the head of the other language, or none. */
const WIDEST_GAP = 4;
/** Times that a line must come back to be a running head; a page number that counts on needs only two. */
const LEAST_SHOWN = 3;

const WIDE_GAP = /\s{3,}|\t/;

/** A line by what comes back in it, and the numbers that may count on. */
export interface Stamp {
  /** Its text with each number as `#` and white space as single spaces. */
  readonly template: string;
  readonly numbers: readonly number[];
  /** `numbered` holds nothing but the number of a page, `bare` not even a mark beside it; `head` has words. */
  readonly kind: 'numbered' | 'bare' | 'head';
  /** Whether a number in it can be that of the page: it stands at either end, apart from words enough. */
  readonly mayCount: boolean;
  readonly hasLabel: boolean;
}

interface Shown extends Stamp {
  readonly page: number;
  readonly line: number;
}

/**
 * Finds running heads, footers and page numbers by their repetition: for each page the indices of its lines, given
 * top to bottom, that are such furniture. A line with a clause marker is one only from its second showing on, since
 * the first may be the heading that the others repeat.
 */
export function findPageFurniture(pages: readonly (readonly string[])[]): ReadonlySet<number>[] {
  const furniture = pages.map(() => new Set<number>());
  const groups = new Map<string, Shown[]>();
  pages.forEach((lines, page) => {
    const filled = [...lines.keys()].filter((line) => lines[line]!.trim() !== '');
    const note = (edge: string, line: number, text = lines[line]!): void => {
      const stamp = stampOf(text);
      if (stamp === null) return;
      const key = `${edge} ${stamp.template}`;
      const shown = { ...stamp, page, line };
      const group = groups.get(key);
      if (group) group.push(shown);
      else groups.set(key, [shown]);
    };
    for (const line of filled.slice(0, EDGE)) note('top', line);
    // `Camp Guide        Arrival`: the title of the work comes back beside that of a part.
    const [first] = filled;
    const parts = first === undefined ? [] : lines[first]!.trim().slice(0, LONGEST).split(WIDE_GAP);
    if (parts.length > 1) for (const part of parts) note('part', first!, part);
    for (const line of filled.slice(-EDGE)) note('bottom', line);
  });
  for (const group of groups.values()) {
    for (const chain of chains(group, followsOnPages)) {
      if (!isFurniture(chain)) continue;
      const first = chain[0]!.hasLabel ? 1 : 0;
      for (const { page, line } of chain.slice(first)) furniture[page]!.add(line);
    }
  }
  return furniture.map((found, page) => outermost(pages[page]!, found));
}

/** Those of some lines of a page that have nothing else between them and its edge: what is further in is content. */
function outermost(lines: readonly string[], found: ReadonlySet<number>): ReadonlySet<number> {
  const kept = new Set<number>();
  const filled = [...lines.keys()].filter((line) => lines[line]!.trim() !== '');
  for (const inwards of [filled, [...filled].reverse()]) {
    for (const line of inwards) {
      if (!found.has(line)) break;
      kept.add(line);
    }
  }
  return kept;
}

/** Null for lines that are no furniture, whatever they repeat. */
export function stampOf(text: string): Stamp | null {
  const written = text.trim();
  if (written === '' || written.length > LONGEST) return null;
  const roman = ROMAN.test(written) ? romanNumeral(written) : null;
  if (roman !== null)
    return { template: 'i', numbers: [roman], kind: 'bare', mayCount: true, hasLabel: false };
  const template = templateOf(written);
  // Browsers print the address of the page below each sheet: its own digits count nothing.
  const counted = PAGE_OF_ADDRESS.exec(written)?.[1] ?? written;
  const numbers = (counted.match(NUMBERS) ?? []).map((number) => chineseNumeral(number) ?? Number(number));
  const isNumbered = counted !== written || PAGE_NUMBER.test(template) || PAGE_SAID.test(written);
  const kind = BARE.test(template) ? 'bare' : isNumbered ? 'numbered' : 'head';
  if (kind === 'head' && (!/\p{L}/u.test(template) || SENTENCE_END.test(written))) return null;
  const hasLabel = readLabels(written, 'en').length > 0 || readLabels(written, 'zh').length > 0;
  return { template, numbers, kind, mayCount: kind !== 'head' || isHeadWithNumber(written), hasLabel };
}

/** A line by what comes back in it: numbers as `#`, also those of Chinese chapters, and white space as single spaces. */
export function templateOf(line: string): string {
  return line.trim().replace(NUMBERS, '#').replace(/\s+/g, ' ');
}

const NUMBERS = new RegExp(
  `\\d+|(?<=第)[${CHINESE_NUMERAL_CHARACTERS}]{1,6}(?=[章节節编編篇部卷回期页頁])`,
  'g',
);

/** `7`, `| 7`, `[7]`, `3-7` by chapters, and `B2401` or `A-7`, as gazettes and annexes count their pages. */
const BARE = /^(?:[A-Z]{1,2}[-–—]?|[|｜] ?)?(?:#[-–])?#(?: ?[|｜])?$|^[[【] ?# ?[\]】]$/;

/** `iv`: a page before the first one. */
const ROMAN = /^(?:[ivxlc]{1,7}|[IVXLC]{1,7})$/;

/** `https://example.org/rules/2024   3/12` */
const PAGE_OF_ADDRESS = /^(?:https?:\/\/|www\.)\S+\s+(\d{1,4} ?\/ ?\d{1,4})$/;

/** A sentence is content, however often it comes back. */
const SENTENCE_END = /[.!?;:。！？；：]["”’」』]?$/;

/** `- # -`, `— # —`, `===== Page # =====`, `Page # of #`, `# / #`, `第 # 页 共 # 页`. */
const PAGE_NUMBER =
  /^(?:[-–—―~·•*|=_]{1,20} ?# ?[-–—―~·•*|=_]{1,20}|(?:[-–—―~·•*|=_]{1,20} ?)?(?:page|pg\.?|p\.) ?#(?: ?(?:of|\/) ?#)?(?: ?[-–—―~·•*|=_]{1,20})?|# ?(?:of|\/) ?#|[-–—―~·•*|=_ ]*第 ?# ?[页頁][,，/ ]*(?:[共总總] ?# ?[页頁])?[-–—―~·•*|=_ ]*)$/i;

/** `Government Work Report 2024   7`, but not `Table 7`. */
function isHeadWithNumber(text: string): boolean {
  const written = withBareNumber(text);
  const match =
    /^[A-Z]{0,2}\d+(?<gap>\s+)(?<words>\D.*)$/su.exec(written) ??
    /^(?<words>.*\S)(?<gap>\s+)[A-Z]{0,2}\d+(?: ?\/ ?\d+)?$/su.exec(written) ??
    CHAPTER_AT_END.exec(written);
  if (match === null) return false;
  const { gap = '', words: rest = '' } = match.groups ?? {};
  return (
    gap.length > 1 || rest.split(/\s+/).length >= 3 || (rest.match(/\p{Script=Han}/gu)?.length ?? 0) >= 5
  );
}

/**
 * A line whose last number is said to be that of a page, `Rules    Page 2 of 9`, `Rules    2/9`, `章程    第2页`, with that
 * number alone.
 */
export function withBareNumber(line: string): string {
  return line.replace(PAGE_AT_END, '$<before>$<page>').replace(PAGE_OF_PAGES, '$<before>$<page>');
}

const PAGE_OF_PAGES =
  /(?<before>\S(?:[ \t\u3000]{2,}|[ \t\u3000]*[|｜·•][ \t\u3000]*))(?<page>\d{1,4}) ?\/ ?\d{1,4}$/;

/** `Lot list – page 2`, `Guide | Page 2 of 9`, `章程｜第2页，共9页`: a mark that stands free, and behind it nothing but which page it is. */
const PAGE_SAID =
  /\S(?:[ \t\u3000]+[|·•—–-][ \t\u3000]+|[ \t\u3000]*｜[ \t\u3000]*)(?:page \d{1,4}(?: of \d{1,4})?|第 ?\d{1,4} ?[页頁](?:[,， ]*[共总總] ?\d{1,4} ?[页頁])?)$/iu;

const PAGE_AT_END =
  /(?<before>\S[ \t\u3000]{2,}|\S[ \t\u3000]*[|｜·•—–-][ \t\u3000]*)(?:(?:page|pg\.?|p\.) ?|第 ?)(?<page>\d{1,4})(?: ?[页頁])?(?:[,， ]*(?:of|\/|[共总總]) ?\d{1,4}(?: ?[页頁])?)?$/i;

/** `园丁手册    第三章` */
const CHAPTER_AT_END = new RegExp(
  `^(?<words>.*\\S)(?<gap>\\s{2,})第(?:\\d{1,3}|[${CHINESE_NUMERAL_CHARACTERS}]{1,6})[章节節编編篇部卷]$`,
  'u',
);

/** Parts a group of equal lines where one does not follow the other. */
export function chains<T extends Stamp>(
  group: readonly T[],
  follows: (before: T, next: T) => boolean,
): T[][] {
  const found: T[][] = [];
  for (const next of group) {
    const before = found.at(-1)?.at(-1);
    if (before && follows(before, next)) found.at(-1)!.push(next);
    else found.push([next]);
  }
  return found;
}

/**
 * Whether the numbers of a line are those of the line before it, or one has counted on, by `most` or less: the only one
 * that has changed, or the first or last, beside which another may count rules or chapters.
 */
export function countsOn(before: Stamp, next: Stamp, most: number): boolean {
  const steps = next.numbers.map((number, place) => number - before.numbers[place]!);
  const moved = steps.filter((step) => step !== 0);
  const counts = (step: number): boolean => step > 0 && step <= most;
  if (moved.length === 0) return true;
  if (!next.mayCount) return false;
  return moved.length === 1 ? counts(moved[0]!) : counts(steps[0]!) || counts(steps.at(-1)!);
}

/** Whether a number in equal lines has grown. */
export function isCounting(chain: readonly Stamp[]): boolean {
  return chain.at(-1)!.numbers.some((number, place) => number !== chain[0]!.numbers[place]);
}

function followsOnPages(before: Shown, next: Shown): boolean {
  const pages = next.page - before.page;
  return pages > 0 && pages <= WIDEST_GAP && countsOn(before, next, pages);
}

function isFurniture(chain: readonly Shown[]): boolean {
  if (isCounting(chain))
    return !chain[0]!.hasLabel && chain.length >= (chain[0]!.kind === 'head' ? LEAST_SHOWN : 2);
  return chain[0]!.kind === 'head' && chain.length >= LEAST_SHOWN;
}
