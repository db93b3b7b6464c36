import { counted, grouped } from '../words.js';
import type { DocumentStatus } from './outcome.js';

const IN_WORDS: Readonly<Record<Exclude<DocumentStatus, 'ok'>, string>> = {
  nothing: 'with nothing to align',
  mismatch: 'that are no translations of each other',
  error: 'with an error',
};

/** What became of many documents. */
export class StatusCounts {
  readonly counts: Record<DocumentStatus, number> = { ok: 0, nothing: 0, mismatch: 0, error: 0 };
  pairs = 0;

  add({ status, pairs }: { readonly status: DocumentStatus; readonly pairs: number }): void {
    this.counts[status]++;
    this.pairs += pairs;
  }

  get documents(): number {
    return Object.values(this.counts).reduce((sum, count) => sum + count, 0);
  }

  /** `12,345 pairs from 412 documents; 3 with nothing to align, 1 with an error`. */
  sentence(): string {
    const parts = Object.entries(IN_WORDS).flatMap(([status, words]) => {
      const count = this.counts[status as keyof typeof IN_WORDS];
      return count > 0 ? [`${grouped(count)} ${words}`] : [];
    });
    const whole = `${counted(this.pairs, 'pair')} from ${counted(this.documents, 'document')}`;
    return parts.length > 0 ? `${whole}; ${parts.join(', ')}` : whole;
  }
}
