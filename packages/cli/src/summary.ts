import type { Alignment, AlignOptions, Flag, Pair, Segmentation, Side } from 'duiqi';
import { counted, grouped, listed } from './words.js';

/** Pairs with a lower score want a look before they are used. */
export const DOUBTFUL_BELOW = 0.5;

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
  const leftOut = alignment.pairs.length - pairs.length;
  const sizes = `English ${counted(en.segments.length, unit.slice(0, -1))}, Chinese ${grouped(zh.segments.length)}`;
  const numbers = [
    `${grouped(doubtful)} doubtful (score below ${DOUBTFUL_BELOW})`,
    `${grouped(unaligned.length)} unaligned`,
    `${grouped(truncated(en) + truncated(zh))} truncated`,
    ...(leftOut > 0 ? [`${grouped(leftOut)} left out for their score`] : []),
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
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return [`Flags: ${sorted.map(([flag, count]) => `${grouped(count)} ${flag}`).join(', ')}`];
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
