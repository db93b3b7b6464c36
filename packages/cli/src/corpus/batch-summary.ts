import { counted, grouped, listed, shown } from '../words.js';
import type { DocumentStatus } from './outcome.js';
import type { ManifestRow } from './run-state.js';
import { StatusCounts } from './status-counts.js';
import { countedByEnding, sentencesOnSkipped } from './without-text.js';

/** What a run has come to. */
export interface BatchSummary {
  readonly documents: number;
  readonly status: Readonly<Record<DocumentStatus, number>>;
  readonly pairs: number;
  readonly duplicates: number;
  /** How many documents have each code. */
  readonly codes: Readonly<Record<string, number>>;
  /** Files in the folders that are no documents, by the endings of their names. */
  readonly skipped: Readonly<Record<string, number>>;
  readonly sentences: readonly string[];
}

/** How many documents of a kind are named. */
const NAMED = 5;

/** @param skipped the paths of files in the folders that are no documents */
export function batchSummary(manifest: Iterable<string>, skipped: readonly string[]): BatchSummary {
  const counts = new StatusCounts();
  const codes: Record<string, number> = {};
  const examples = new Map<string, string[]>();
  let duplicates = 0;
  for (const line of manifest) {
    const row: ManifestRow = JSON.parse(line);
    counts.add({ status: row.status, pairs: row.status === 'ok' ? row.pairs : 0 });
    duplicates += row.duplicates;
    if (row.code === '') continue;
    codes[row.code] = (codes[row.code] ?? 0) + 1;
    const known = examples.get(row.code) ?? [];
    if (known.length < NAMED) examples.set(row.code, [...known, row.id]);
  }
  const sorted = Object.fromEntries(Object.entries(codes).sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    documents: counts.documents,
    status: counts.counts,
    pairs: counts.pairs,
    duplicates,
    codes: sorted,
    skipped: countedByEnding(skipped),
    sentences: [
      counts.sentence(),
      ...(duplicates > 0 ? [`${counted(duplicates, 'pair')} left out that came before in the run`] : []),
      ...Object.entries(sorted).map(([code, count]) => {
        const names = examples.get(code)!.map(shown);
        const rest = count - names.length;
        return `  ${code}: ${listed(rest > 0 ? [...names, `${grouped(rest)} more`] : names)}`;
      }),
      ...sentencesOnSkipped(skipped),
    ],
  };
}
