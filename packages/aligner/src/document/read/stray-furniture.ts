import { displayWidth } from '../writing/display-width.js';
import { breaksOff, isFinished } from '../writing/endings.js';
import { languageByScript } from '../writing/script.js';
import { findNumberedHeads } from './numbered-heads.js';
import { chains, countsOn, isCounting, type Stamp, stampOf } from './page-furniture.js';

/** Times that a line must come back where nothing says where pages end. */
const LEAST_SHOWN = 3;
/** Share of the showings of a running head, or of a bare number, that stand in mid-sentence. */
const INTERRUPTING = 1 / 3;
/** Fewest showings of a line, and least text between two, by which regular distances alone make a running head. */
const LEAST_REGULAR = 4;
const SHORTEST_PAGE = 800;
/** How far distances may differ, as a share of the middle one. */
const IRREGULAR = 0.5;
/** An unfinished line of this many columns is no heading. */
const LONG_LINE = 40;

interface Shown extends Stamp {
  readonly line: number;
  readonly alone: boolean;
  readonly interrupts: boolean;
  /** Whether a line that comes back stands next to it, blank lines apart. */
  readonly besideHead: boolean;
  /** Columns of text before it. */
  readonly at: number;
}

/**
 * Finds furniture in text that was copied without its page ends: numbers of pages that count on, and short lines that
 * stand alone again and again, in mid-sentence or at the distances of pages. What might be content stays: anything with
 * a clause marker, a refrain, a number that heads its paragraph. `pageNumbers` are those of `lines` that count.
 */
export function findStrayFurniture(written: readonly string[]): {
  readonly lines: readonly number[];
  readonly pageNumbers: readonly number[];
} {
  const groups = new Map<string, Shown[]>();
  // Pages of two languages count on from each other, and each says so in its own way: `Page 3 of 8`, `第4页 共8页`.
  const inAnyForm: Shown[] = [];
  let at = 0;
  const stamps = written.map(stampOf);
  const times = new Map<string, number>();
  for (const stamp of stamps) {
    if (stamp?.kind === 'head') times.set(stamp.template, (times.get(stamp.template) ?? 0) + 1);
  }
  const comesBack = (line: number): boolean => (times.get(stamps[line]?.template ?? '') ?? 0) >= LEAST_SHOWN;
  written.forEach((text, line) => {
    const stamp = stamps[line]!;
    if (stamp !== null && !stamp.hasLabel) {
      const group = groups.get(stamp.template);
      const shown = { ...stamp, line, at, ...surroundings(written, line, comesBack) };
      if (group) group.push(shown);
      else groups.set(stamp.template, [shown]);
      if (stamp.kind === 'numbered') inAnyForm.push({ ...shown, numbers: stamp.numbers.slice(0, 1) });
    }
    at += displayWidth(text);
  });
  const pageNumbers: number[] = [];
  const heads: number[] = [];
  for (const group of [...groups.values(), inAnyForm]) {
    if (group.length < LEAST_SHOWN) continue;
    for (const chain of chains(group, (before, next) =>
      countsOn(before, next, next.kind === 'numbered' ? 2 : 1),
    )) {
      const lines = chain.map(({ line }) => line);
      if (isPageNumbers(chain)) for (const line of lines) pageNumbers.push(line);
      else if (isHead(chain)) for (const line of lines) heads.push(line);
    }
  }
  const numbered = findNumberedHeads(written, stamps);
  for (const line of numbered.pageNumbers) pageNumbers.push(line);
  const counted = [...new Set(pageNumbers)].sort((a, b) => a - b);
  const beside = besideNumbers(written, stamps, counted);
  const inTurn = headsInTurn(written, stamps, counted);
  return { lines: [...counted, ...heads, ...numbered.lines, ...beside, ...inTurn], pageNumbers: counted };
}

/** The same words right above or right below the numbers of two pages, with no blank line between: the foot has two lines. */
function besideNumbers(
  written: readonly string[],
  stamps: readonly (Stamp | null)[],
  pageNumbers: readonly number[],
): number[] {
  return [-1, 1].flatMap((step) => {
    const shown = new Map<string, number[]>();
    for (const number of pageNumbers) {
      const line = number + step;
      const stamp = stamps[line];
      if (stamp?.kind !== 'head' || stamp.hasLabel) continue;
      const text = written[line]!.trim();
      const others = shown.get(text);
      if (others) others.push(line);
      else shown.set(text, [line]);
    }
    return [...shown.values()].filter(({ length }) => length > 1).flat();
  });
}

/**
 * Heads below the numbers of pages that take turns, as those of left and right pages do in two languages: below each number stands
 * one, blank lines apart, and each comes back.
 */
function headsInTurn(
  written: readonly string[],
  stamps: readonly (Stamp | null)[],
  pageNumbers: readonly number[],
): number[] {
  const below = pageNumbers.flatMap((number) => {
    const line = nextFilled(written, number, 1);
    return line < written.length ? [line] : [];
  });
  const texts = below.map((line) => written[line]!.trim());
  const times = new Map<string, number>();
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
  const areHeads =
    below.every((line) => stamps[line]?.kind === 'head' && !stamps[line].hasLabel) &&
    texts.every((text) => times.get(text)! > 1);
  return areHeads && below.length >= LEAST_SHOWN ? below : [];
}

/** The next line that is not blank, no farther than blank lines between parts of a page reach. */
function nextFilled(written: readonly string[], line: number, step: 1 | -1): number {
  let next = line + step;
  while (Math.abs(next - line) < 4 && written[next] === '') next += step;
  return next;
}

function surroundings(
  written: readonly string[],
  line: number,
  comesBack: (line: number) => boolean,
): Pick<Shown, 'alone' | 'interrupts' | 'besideHead'> {
  const alone = (written[line - 1] ?? '') === '' && (written[line + 1] ?? '') === '';
  let before = nextFilled(written, line, -1);
  const besideHead = comesBack(before) || comesBack(nextFilled(written, line, 1));
  // A head above the number of the page stands between it and the sentence that both interrupt.
  if (comesBack(before)) before = nextFilled(written, before, -1);
  const text = written[before] ?? '';
  const language = languageByScript(text);
  const interrupts =
    language !== null && !isFinished(text) && (breaksOff(text, language) || displayWidth(text) >= LONG_LINE);
  return { alone, interrupts, besideHead };
}

function isPageNumbers(chain: readonly Shown[]): boolean {
  if (chain.length < LEAST_SHOWN || !isCounting(chain)) return false;
  if (chain[0]!.kind === 'numbered') return true;
  return (
    chain.every(({ alone }) => alone) &&
    (chain[0]!.kind === 'head' ? isAtPages(chain) : isInterrupting(chain) || areBesideHeads(chain))
  );
}

/** Numbers that keep company with heads need stand in mid-sentence but once: most pages may end with a paragraph. */
function areBesideHeads(chain: readonly Shown[]): boolean {
  return chain.every(({ besideHead }) => besideHead) && chain.some(({ interrupts }) => interrupts);
}

function isHead(chain: readonly Shown[]): boolean {
  const alone = chain.length >= LEAST_SHOWN && chain.every((shown) => shown.alone);
  if (!alone || chain[0]!.kind !== 'head' || isCounting(chain)) return false;
  return isInterrupting(chain) || isRegular(chain);
}

function isAtPages(chain: readonly Shown[]): boolean {
  return chain.some(({ interrupts }) => interrupts) || isRegular(chain);
}

function isInterrupting(chain: readonly Shown[]): boolean {
  const count = chain.filter(({ interrupts }) => interrupts).length;
  return count >= 2 && count >= chain.length * INTERRUPTING;
}

function isRegular(chain: readonly Shown[]): boolean {
  if (chain.length < LEAST_REGULAR) return false;
  const distances = chain
    .slice(1)
    .map(({ at }, index) => at - chain[index]!.at)
    .sort((a, b) => a - b);
  const middle = distances[distances.length >> 1]!;
  return distances[0]! >= SHORTEST_PAGE && distances.at(-1)! - distances[0]! <= middle * IRREGULAR;
}
