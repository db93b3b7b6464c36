import type { Alignment, AlignOptions, Flag, Pair, Segmentation, Side } from 'duiqi';
import {
  type FilterOptions,
  isDoubtful,
  isNumbersAlone,
  type LeaveOutReason,
  leaveOutReason,
  type PairRecord,
} from 'duiqi/pairs';
import { asWritten, type JudgedPair } from './as-written.js';
import type { WritingOptions } from './formats.js';
import { isVerdict } from './verdict.js';
import { argument, counted, grouped, listed } from './words.js';
import type { ToFiles } from './writing.js';

const MOST_WARNINGS = 5;

/** One line: how many pairs, out of what, and how many of them want a look. */
export function summary(
  alignment: Alignment,
  pairs: readonly Pair[],
  names: readonly string[],
  unit: NonNullable<AlignOptions['segments']>,
): string {
  const { en, zh, unaligned } = alignment;
  const sizes = `English ${counted(en.segments.length, unit.slice(0, -1))}, Chinese ${grouped(zh.segments.length)}`;
  const numbers = [
    `${grouped(doubtful(pairs).length)} doubtful`,
    `${grouped(unaligned.length)} unaligned`,
    `${grouped(truncated(en) + truncated(zh))} truncated`,
  ];
  return `${counted(pairs.length, 'pair')} from ${listed(names)} (${sizes}); ${numbers.join(', ')}`;
}

function doubtful(pairs: readonly Pair[]): readonly Pair[] {
  return pairs.filter((pair) => isDoubtful(asWritten(pair)));
}

/** `41 pairs kept (12 confirmed), 5 aligned anew`, and how many confirmed ones were not found again. */
export function updateSummary({ pairs, diagnostics }: Alignment): string {
  const kept = pairs.filter((pair) => pair.kept !== undefined);
  const confirmed = kept.filter((pair) => pair.kept?.confirmed).length;
  const lost = diagnostics.filter(({ code }) => code === 'confirmed-lost').length;
  const numbers = [
    `${counted(kept.length, 'pair')} kept (${grouped(confirmed)} confirmed)`,
    `${grouped(pairs.length - kept.length)} aligned anew`,
    ...(lost > 0
      ? [`${counted(lost, 'confirmed pair')} ${lost === 1 ? 'is' : 'are'} no longer in the text`]
      : []),
  ];
  return numbers.join(', ');
}

/** `Flags: 3 low-score, 2 number-mismatch`, or nothing. Those of confirmed pairs want no look. */
export function flagCounts({ unaligned }: Alignment, pairs: readonly Pair[]): string[] {
  const counts = new Map<Flag, number>();
  for (const { flags, kept } of [...pairs, ...unaligned]) {
    if (kept?.confirmed) continue;
    for (const flag of flags) counts.set(flag, (counts.get(flag) ?? 0) + 1);
  }
  if (counts.size === 0) return [];
  return [
    `Flags: ${descending(counts)
      .map(([flag, count]) => `${grouped(count)} ${flag}`)
      .join(', ')}`,
  ];
}

/** Why pairs are left out. */
export interface ReasonCounts {
  /** How many for each reason, and, as `null`, how many are written. Each pair counts once, for its first reason. */
  readonly reasons: ReadonlyMap<LeaveOutReason | null, number>;
  /** Confirmed pairs that are written although their scores or flags are among the reasons. */
  readonly confirmed: number;
  /** Pairs that are written, but into no memory: numbers alone, the same on both sides. */
  readonly numbersAlone: number;
}

class Counter implements ReasonCounts {
  readonly reasons = new Map<LeaveOutReason | null, number>();
  confirmed = 0;
  numbersAlone = 0;

  add(pair: JudgedPair, options: FilterOptions): void {
    const reason = leaveOutReason(pair, options);
    this.reasons.set(reason, (this.reasons.get(reason) ?? 0) + 1);
    if (reason === null && isNumbersAlone(pair)) this.numbersAlone++;
    if (pair.confirmed && reason === null) {
      const { confirmed, ...open } = pair;
      if (leaveOutReason(open, options) !== null) this.confirmed++;
    }
  }
}

/** Pairs from files that are counted as they are written: to read a file of millions once more would take as long again. */
export class CountedPairs implements Iterable<PairRecord> {
  readonly #pairs: Iterable<PairRecord>;
  readonly #options: FilterOptions;
  #counts: ReasonCounts = new Counter();

  constructor(pairs: Iterable<PairRecord>, options: FilterOptions) {
    this.#pairs = pairs;
    this.#options = options;
  }

  /** As `countReasons` has them, of the last time that the pairs were gone through. */
  get counts(): ReasonCounts {
    return this.#counts;
  }

  *[Symbol.iterator](): Iterator<PairRecord> {
    const counts = new Counter();
    this.#counts = counts;
    for (const pair of this.#pairs) {
      counts.add(pair, this.#options);
      yield pair;
    }
  }
}

export function countReasons(pairs: Iterable<JudgedPair>, options: FilterOptions): ReasonCounts {
  const counts = new Counter();
  for (const pair of pairs) counts.add(pair, options);
  return counts;
}

/**
 * `Left out: 12 below score 0.5, 3 truncated, 1 conflict.`, and how many stay since they are confirmed; or nothing. Text without
 * a counterpart is counted elsewhere.
 */
export function leftOut({ reasons, confirmed }: ReasonCounts, { minScore }: FilterOptions): string[] {
  const filtered = [...reasons].filter(([reason]) => reason !== null && reason !== 'unaligned');
  const parts = descending(filtered).map(([reason, count]) =>
    reason === 'min-score' ? `${grouped(count)} below score ${minScore}` : `${grouped(count)} ${reason}`,
  );
  const [verb, their] = confirmed === 1 ? ['stays', 'its'] : ['stay', 'their'];
  return [
    ...(parts.length > 0 ? [`Left out: ${parts.join(', ')}.`] : []),
    ...(confirmed > 0
      ? [`${counted(confirmed, 'confirmed pair')} ${verb}, whatever ${their} score and flags.`]
      : []),
  ];
}

/** How many pairs of numbers alone are not in a memory; nothing where none are left out. */
export function numbersLeftOut(
  { numbersAlone }: ReasonCounts,
  { outputs }: ToFiles,
  { numbers }: Pick<WritingOptions, 'numbers'>,
): string[] {
  if (numbersAlone === 0 || numbers || !outputs.some(({ format }) => format === 'tmx')) return [];
  const are = numbersAlone === 1 ? 'is' : 'are';
  return [
    `Not in the memory ${are} ${counted(numbersAlone, 'pair')} without a letter, the same on both sides, such as 4,820: --numbers writes them too.`,
  ];
}

/** How to look at the doubtful pairs; nothing where there are none. */
export function nextStep(
  { unaligned }: Alignment,
  pairs: readonly Pair[],
  options: FilterOptions,
  { outputs }: ToFiles,
): string[] {
  const isYellow = doubtful(pairs).length > 0 || (options.unaligned && unaligned.length > 0);
  if (!isYellow) return [];
  const sheet = outputs.find(({ format }) => format === 'xlsx');
  return sheet === undefined
    ? [
        'Doubtful pairs: add -o review.xlsx, mend the yellow rows, then: duiqi export review.xlsx -o memory.tmx',
      ]
    : [
        `Doubtful pairs: mend the yellow rows of ${sheet.path}, then: duiqi export ${argument(sheet.path)} -o memory.tmx`,
      ];
}

/** The largest count first. */
function descending<Reason>(counts: Iterable<[Reason, number]>): [Reason, number][] {
  return [...counts].sort(([a, m], [b, n]) => n - m || (String(a) < String(b) ? -1 : 1));
}

/** The first warnings of the library, a line each, without the verdict, which was said first. */
export function warnings({ diagnostics }: Segmentation): string[] {
  const all = diagnostics.filter((each) => each.severity === 'warning' && !isVerdict(each));
  const lines = all.slice(0, MOST_WARNINGS).map(({ message }) => `Warning: ${message}`);
  const rest = all.length - lines.length;
  return rest === 0 ? lines : [...lines, `… and ${counted(rest, 'more warning')}: duiqi inspect lists them.`];
}

function truncated({ paragraphs }: Side): number {
  return paragraphs.filter((paragraph) => paragraph.truncated).length;
}
