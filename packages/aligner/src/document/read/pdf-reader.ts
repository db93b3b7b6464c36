import { checkBytes, checkText } from '../../common/arguments.js';
import { DuiqiError } from '../../common/errors.js';
import type { Pacer } from '../../common/pacer.js';
import type { DocumentOptions, PdfReading } from './document-options.js';

/**
 * Reads one PDF and aligns nothing. For the option `readPdf`: in a thread that is ended where it takes too long.
 *
 * @param name for messages
 * @param pdfium see `AlignOptions`
 * @throws DuiqiError `unreadable` for a PDF that is damaged, wants a password, takes too much memory, or has no text
 */
export async function readPdf(
  bytes: Uint8Array,
  name = '',
  pdfium: Uint8Array | string | null = null,
): Promise<PdfReading> {
  checkBytes('PDF', bytes);
  checkText('name', name);
  return (await import('./pdf/pdf.js')).readPdf(bytes, name, pdfium);
}

/** Reads a PDF with the reader that the caller wants. */
export async function readPdfAs(
  bytes: Uint8Array,
  name: string,
  { readPdf: other, pdfium }: DocumentOptions,
  pacer: Pacer,
): Promise<PdfReading> {
  if (other !== null) return checkedReading(await other(bytes, name));
  return (await import('./pdf/pdf.js')).readPdf(bytes, name, pdfium, pacer);
}

/** @throws DuiqiError `bad-option` for what is no reading */
function checkedReading(reading: PdfReading): PdfReading {
  const isOne =
    typeof reading?.text === 'string' && Array.isArray(reading.blocks) && Array.isArray(reading.diagnostics);
  let from = 0;
  for (const { start, end } of isOne ? reading.blocks.flatMap(({ lines }) => lines) : []) {
    if (start >= from && end > start && end <= reading.text.length) from = end;
    else from = Number.NaN;
  }
  if (isOne && !Number.isNaN(from)) return reading;
  throw new DuiqiError('bad-option', 'The option readPdf must be a function that answers as readPdf does.');
}
