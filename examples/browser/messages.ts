import type { AlignInput } from 'duiqi';
import type { PairRecord } from 'duiqi/pairs';

/** What the page asks of the worker, once at a time. */
export interface Question {
  readonly input: AlignInput;
  readonly format: 'text' | 'markdown';
}

/** What the worker says: `progress` now and then, and at last `done` or `failed`. */
export type Answer =
  | { readonly kind: 'progress'; readonly fraction: number }
  | {
      readonly kind: 'done';
      /** Pairs and text without a counterpart, in the order of the text. */
      readonly records: readonly PairRecord[];
      /** English names of the languages that were found. */
      readonly languages: readonly string[];
      readonly tmx: Blob;
      readonly jsonl: Blob;
    }
  | { readonly kind: 'failed'; readonly message: string };
