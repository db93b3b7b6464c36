import type { AlignInput, Alignment, AlignOptions } from 'duiqi';

/** A document as the page holds it. */
export interface DocumentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What of the library's options the page lets a person choose; all of it can be stored. */
export type Choices = Pick<AlignOptions, 'format' | 'layout' | 'segments' | 'glossary' | 'encoding'>;

/** Parts of the page that the worker unpacks: gzipped, in base64. */
export interface Parts {
  readonly lexicon: string;
  readonly pdfium: string;
}

/** What the page asks of the worker, once at a time; `start` comes first and has no answer. */
export type Question =
  | { readonly kind: 'start'; readonly parts: Parts }
  | {
      readonly kind: 'align';
      readonly files: readonly DocumentFile[];
      readonly choices: Choices;
    };

/** What the worker says: `progress` now and then, and at last one of the others. */
export type Answer =
  | { readonly kind: 'progress'; readonly phase: string; readonly fraction: number }
  | { readonly kind: 'aligned'; readonly alignment: Alignment }
  | { readonly kind: 'failed'; readonly message: string; readonly code: string | null };

export type { AlignInput };
