import type { Reading } from './reading.js';

/** A PDF as it was read: plain data, which threads can send each other. */
export type PdfReading = Pick<Reading, 'text' | 'blocks' | 'diagnostics'>;

/** Reads one PDF. It may take its time, and may fail with a `DuiqiError`. */
export type PdfReader = (bytes: Uint8Array, name: string) => Promise<PdfReading>;

/** What readers of documents are told; see `AlignOptions`. */
export interface DocumentOptions {
  /** Where PDFium lies, or its bytes; null for beside the code. */
  readonly pdfium: string | Uint8Array | null;
  /** Reads PDFs in place of the reader that is built in. */
  readonly readPdf: PdfReader | null;
}
