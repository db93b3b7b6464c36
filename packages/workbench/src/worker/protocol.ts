import type { AlignOptions, Diagnostic, Explanation, Language } from 'duiqi';
import type { PairRecord } from 'duiqi/pairs';
import type { Act, RestoreAct } from 'duiqi/review';
import type { GlossaryTerm, TermFormat } from 'duiqi/words';
import type { Bytes } from '../parts.js';
import type { Refusal } from '../remarks.js';

/** A document as the page holds it. */
export interface DocumentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Path of the folder that was dropped with it inside. */
  readonly folder?: string;
}

/** What of the library's options the page lets a person choose; all of it can be stored. */
export type Choices = Pick<AlignOptions, 'format' | 'layout' | 'segments' | 'glossary' | 'encoding'>;

/** Parts of the page that the worker unpacks: gzipped, in base64. */
export interface Parts {
  readonly lexicon: string;
  readonly pdfium: string;
}

/** A document to be aligned. */
export interface Documents {
  /** The page's id of it, by which the worker knows the last one again. */
  readonly id: string;
  readonly files: readonly DocumentFile[];
  readonly choices: Choices;
}

/** What the page asks, and what the worker answers at last. */
export interface Services {
  /** The alignment as the text of a project, in UTF-8: bytes are handed over, and an object would be copied. */
  readonly align: { readonly asked: Documents; readonly answer: Bytes };
  /** The pairs of a file, to be reviewed; null for a table that is to be aligned. */
  readonly pairs: { readonly asked: DocumentFile; readonly answer: Bytes | null };
  /** Why a pair was found, 1 for the first one of the alignment. */
  readonly explain: {
    readonly asked: { readonly document: Documents; readonly pair: number };
    readonly answer: Explanation;
  };
  /** The act that aligns anew what a person has not confirmed. */
  readonly realign: {
    readonly asked: {
      /** The alignment, as `OpenDocument` has it. */
      readonly packed: Bytes;
      readonly acts: readonly Act[];
      readonly choices: Choices;
    };
    readonly answer: RestoreAct;
  };
  /** The terms of a glossary, and what of it was passed over. */
  readonly glossary: {
    readonly asked: DocumentFile;
    readonly answer: { readonly terms: readonly GlossaryTerm[]; readonly remarks: readonly Diagnostic[] };
  };
  /** Terms that pairs use, as a file in pieces; null where there are none. */
  readonly terms: {
    readonly asked: { readonly pairs: readonly PairRecord[]; readonly format: TermFormat };
    readonly answer: readonly (string | Uint8Array)[] | null;
  };
  /** Where to cut the other side. */
  readonly cut: {
    readonly asked: {
      readonly texts: Readonly<Record<Language, string>>;
      readonly side: Language;
      readonly offset: number;
    };
    readonly answer: number | null;
  };
}

export type Service = keyof Services;

/** `start` comes first and has no answer. */
export type Question =
  | { readonly kind: 'start'; readonly parts: Parts }
  | {
      [S in Service]: { readonly kind: S; readonly number: number; readonly asked: Services[S]['asked'] };
    }[Service];

/** `progress` comes now and then, and at last one of the others. */
export type Answer = { readonly number: number } & (
  | { readonly kind: 'progress'; readonly phase: string; readonly fraction: number }
  | { readonly kind: 'done'; readonly answer: Services[Service]['answer'] }
  | { readonly kind: 'failed'; readonly refusal: Refusal }
);
