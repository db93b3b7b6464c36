import { grouped } from '../words.js';
import type { DocumentStatus } from './outcome.js';

/** What was wrong with the documents of a stream that have an error: how many have each code, and the first message of each. */
export class ErrorExamples {
  readonly #codes = new Map<string, { count: number; readonly message: string }>();

  add({ status, code, message }: Example): void {
    if (status !== 'error') return;
    const known = this.#codes.get(code);
    if (known === undefined) this.#codes.set(code, { count: 1, message });
    else known.count++;
  }

  sentences(): readonly string[] {
    const sorted = [...this.#codes].sort(([a], [b]) => (a < b ? -1 : 1));
    return sorted.map(([code, { count, message }]) =>
      count === 1 ? `  ${code}: ${message}` : `  ${code}: ${grouped(count)}, of which the first: ${message}`,
    );
  }
}

interface Example {
  readonly status: DocumentStatus;
  readonly code: string;
  readonly message: string;
}
