import {
  type Alignment,
  type AlignOptions,
  DOUBTFUL_BELOW,
  doubts,
  type FilterOptions,
  type Flag,
  type LeaveOutReason,
  leaveOutReason,
  type Pair,
  type PairRecord,
  records,
  type Segmentation,
  type Side,
} from 'duiqi';
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
  const doubtful = pairs.filter(({ score }) => score < DOUBTFUL_BELOW).length;
  const sizes = `English ${counted(en.segments.length, unit.slice(0, -1))}, Chinese ${grouped(zh.segments.length)}`;
  const numbers = [
    `${grouped(doubtful)} doubtful (score below ${DOUBTFUL_BELOW})`,
    `${grouped(unaligned.length)} unaligned`,
    `${grouped(truncated(en) + truncated(zh))} truncated`,
  ];
  return `${counted(pairs.length, 'pair')} from ${listed(names)} (${sizes}); ${numbers.join(', ')}`;
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

/** `Flags: 3 low-score, 2 number-mismatch`, or nothing. */
export function flagCounts({ unaligned }: Alignment, pairs: readonly Pair[]): string[] {
  const counts = new Map<Flag, number>();
  for (const { flags } of [...pairs, ...unaligned]) {
    for (const flag of flags) counts.set(flag, (counts.get(flag) ?? 0) + 1);
  }
  if (counts.size === 0) return [];
  return [
    `Flags: ${descending(counts)
      .map(([flag, count]) => `${grouped(count)} ${flag}`)
      .join(', ')}`,
  ];
}

/** Pairs from files that are counted as they are written: to read a file of millions once more would take as long again. */
export class CountedPairs implements Iterable<PairRecord> {
  readonly #pairs: Iterable<PairRecord>;
  readonly #options: FilterOptions;
  #counts: ReturnType<typeof countReasons> = new Map();

  constructor(pairs: Iterable<PairRecord>, options: FilterOptions) {
    this.#pairs = pairs;
    this.#options = options;
  }

  /** As `countReasons` has them, of the last time that the pairs were gone through. */
  get counts(): ReturnType<typeof countReasons> {
    return this.#counts;
  }

  *[Symbol.iterator](): Iterator<PairRecord> {
    const counts: ReasonCounts = new Map();
    this.#counts = counts;
    for (const pair of this.#pairs) {
      increase(counts, leaveOutReason(pair, this.#options));
      yield pair;
    }
  }
}

type ReasonCounts = Map<LeaveOutReason | null, number>;

function increase(counts: ReasonCounts, reason: LeaveOutReason | null): void {
  counts.set(reason, (counts.get(reason) ?? 0) + 1);
}

/** How many pairs are left out for each reason, and, as `null`, how many are written. Each counts once, for its first reason. */
export function countReasons(
  pairs: Iterable<Parameters<typeof leaveOutReason>[0]>,
  options: FilterOptions,
): ReadonlyMap<LeaveOutReason | null, number> {
  const counts: ReasonCounts = new Map();
  for (const pair of pairs) increase(counts, leaveOutReason(pair, options));
  return counts;
}

/** `Left out: 12 below score 0.5, 3 truncated, 1 conflict.`, or nothing. Text without a counterpart is counted elsewhere. */
export function leftOut(counts: ReturnType<typeof countReasons>, { minScore }: FilterOptions): string[] {
  const filtered = [...counts].filter(([reason]) => reason !== null && reason !== 'unaligned');
  if (filtered.length === 0) return [];
  const parts = descending(filtered).map(([reason, count]) =>
    reason === 'min-score' ? `${grouped(count)} below score ${minScore}` : `${grouped(count)} ${reason}`,
  );
  return [`Left out: ${parts.join(', ')}.`];
}

/** How many pairs a person should look at, and where; nothing where there are none. */
export function nextStep(alignment: Alignment, options: FilterOptions, { outputs }: ToFiles): string[] {
  const doubtful = [...records(alignment, options)].filter((record) => doubts(record).length > 0).length;
  if (doubtful === 0) return [];
  const sheet = outputs.find(({ format }) => format === 'xlsx');
  const what = `${counted(doubtful, 'pair')} ${doubtful === 1 ? 'wants' : 'want'} a look:`;
  return sheet === undefined
    ? [`${what} add -o review.xlsx, mend the yellow rows, then: duiqi export review.xlsx -o memory.tmx`]
    : [
        `${what} mend the yellow rows of ${sheet.path}, then: duiqi export ${argument(sheet.path)} -o memory.tmx`,
      ];
}

/** The largest count first. */
function descending<Reason>(counts: Iterable<[Reason, number]>): [Reason, number][] {
  return [...counts].sort(([a, m], [b, n]) => n - m || (String(a) < String(b) ? -1 : 1));
}

/** The first warnings of the library, a line each. */
export function warnings({ diagnostics }: Segmentation): string[] {
  const all = diagnostics.filter(({ severity }) => severity === 'warning');
  const lines = all.slice(0, MOST_WARNINGS).map(({ message }) => `Warning: ${message}`);
  const rest = all.length - lines.length;
  return rest === 0 ? lines : [...lines, `… and ${counted(rest, 'more warning')}: duiqi inspect lists them.`];
}

function truncated({ paragraphs }: Side): number {
  return paragraphs.filter((paragraph) => paragraph.truncated).length;
}
