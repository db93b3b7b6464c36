import type { Diagnostic, Language } from '../../types.js';
import type { PairFormat, PairRecord } from '../pair-record.js';

/**
 * A file of pairs: its text, its bytes, or its bytes in chunks. What is iterated over has to give the same bytes each time
 * it is gone through; then a file need not fit into memory.
 */
export type PairSource = string | Uint8Array | Iterable<Uint8Array>;

/**
 * A file of pairs that comes bit by bit and only once: a stream of Node or of the web (`file.stream()`, the `body` of a response), or
 * any other async iterable. It is read to its end before the first pair comes, and what it brought is held, so that the pairs can be
 * gone through again; for a file that does not fit into memory give an iterable.
 */
export type PairStream = AsyncIterable<Uint8Array | string> | WebStream;

/** A `ReadableStream` as far as it is used, also where it is no async iterable. */
interface WebStream {
  getReader(): {
    read(): Promise<
      | { readonly done: false; readonly value: Uint8Array | string }
      | { readonly done: true; readonly value?: unknown }
    >;
  };
}

/** What holds pairs: one file, or two texts of which the same line says the same (Moses). */
export type PairInput<Source = PairSource | PairStream> = Source | Readonly<Record<Language, Source>>;

/** How `readPairs` reads; everything has a default. */
export interface ReadPairsOptions {
  /** Name of the file, or of both: for messages, and for the format. */
  readonly names?: readonly string[];
  /** `auto`, the default, goes by the ending of the name, and by the first characters where that says nothing. */
  readonly format?: 'auto' | PairFormat;
  /** What the columns of a TSV or CSV file hold, where its first line does not say it: `en`, `zh`, `score`, … */
  readonly columns?: readonly string[];
  /**
   * Kinds of English or Chinese, as `zh-TW`, that are read of a TMX whose units have several; where none of a language is named,
   * each is a pair of its own.
   */
  readonly variants?: readonly string[];
  /** Told, at the end of each time that the pairs are gone through, what of the file was passed over and why. */
  readonly onDiagnostic?: (diagnostic: Diagnostic) => void;
}

/** What a reader of pairs is given beside the file. */
export interface ReadingContext {
  /** For messages; `''` where there is none. */
  readonly name: string;
  readonly columns: readonly string[] | null;
  readonly variants: readonly string[];
  readonly tell: (diagnostic: Diagnostic) => void;
}

/** Reads a format that is text, one pair after the other. */
export type TextReader = (chunks: Iterable<string>, context: ReadingContext) => Iterable<PairRecord>;
