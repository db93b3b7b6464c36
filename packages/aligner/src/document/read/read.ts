import { warning } from '../../common/diagnostic.js';
import { DuiqiError } from '../../common/errors.js';
import type { Diagnostic, InputFormat, Source } from '../../types.js';
import { withoutCode } from './code-blocks.js';
import { type Decoding, decode } from './decode.js';
import { formatOf, formatOfBytes, formatOfText, isBinary } from './format.js';
import { inputName, type Reading } from './reading.js';
import { refuseTooLong, refuseTooManyLines } from './size.js';
import { withCellsUnderstood } from './table-cells.js';
import { withoutHeaders } from './table-headers.js';
import { readText } from './text.js';

/** An input as its reader understood it, with the source that its spans count in. */
export interface ReadInput extends Required<Omit<Reading, 'text'>> {
  readonly source: Source;
}

/** How an input is to be read; see `AlignOptions`. */
export interface ReadOptions extends Decoding {
  /** Where PDFium lies, or its bytes; null for beside the code. */
  readonly pdfium: string | Uint8Array | null;
  /** Reads PDFs in place of the reader that is built in. */
  readonly readPdf: PdfReader | null;
  readonly format: 'auto' | InputFormat;
  readonly segments: 'sentences' | 'lines';
}

/** A PDF as it was read: plain data, which threads can send each other. */
export type PdfReading = Pick<Reading, 'text' | 'blocks' | 'diagnostics'>;

/** Reads one PDF. It may take its time, and may fail with a `DuiqiError`. */
export type PdfReader = (bytes: Uint8Array, name: string) => Promise<PdfReading>;

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
  return (await import('./pdf/pdf.js')).readPdf(bytes, name, pdfium);
}

type TextReader = (text: string, name: string) => Reading;
type DocumentReader = (bytes: Uint8Array, name: string, options: ReadOptions) => Promise<Reading>;

/** Readers are loaded where they are wanted: a parser takes longer to load than most documents to read. */
const TEXT_READERS: Readonly<
  Record<Exclude<InputFormat, 'docx' | 'pdf' | 'xlsx'>, () => Promise<TextReader>>
> = {
  text: async () => readText,
  markdown: async () => (await import('./markdown.js')).readMarkdown,
  html: async () => (await import('./html.js')).readHtml,
  srt: async () => (await import('./subtitles.js')).readSubtitles,
  vtt: async () => (await import('./subtitles.js')).readSubtitles,
  csv: async () => (await import('./delimited.js')).readCommaSeparated,
  tsv: async () => (await import('./delimited.js')).readTabSeparated,
};

const DOCUMENT_READERS: Readonly<Record<'docx' | 'pdf' | 'xlsx', () => Promise<DocumentReader>>> = {
  docx: async () => (await import('./word/word.js')).readDocx,
  pdf:
    async () =>
    async (bytes, name, { readPdf: other, pdfium }) =>
      other === null ? readPdf(bytes, name, pdfium) : checkedReading(await other(bytes, name)),
  xlsx: async () => (await import('./excel/excel.js')).readXlsx,
};

/**
 * Reads one input: finds its format, decodes it if it is a text, and takes its blocks out.
 *
 * @throws DuiqiError `undecodable` for bytes that are no text, `unreadable` for documents that cannot be opened and for
 * inputs that are too large to be held at once
 */
export async function read(
  input: string | Uint8Array,
  name: string,
  options: ReadOptions,
): Promise<ReadInput> {
  refuseTooLong(input.length, name);
  const named = options.format === 'auto' ? formatOf(name) : options.format;
  const isString = typeof input === 'string';
  // What someone says a file is outranks what it looks like, save where it says that it is a document.
  const isSaid = options.format !== 'auto' && (isString || !isBinary(named));
  const looks = isSaid ? null : isString ? formatOfText(input, name) : formatOfBytes(input, name);
  const format = looks ?? named;
  const diagnostics: Diagnostic[] = looks !== null && looks !== named ? [otherFormat(name, looks)] : [];
  if (isBinary(format)) {
    if (isString) throw textInsteadOfBytes(format, name);
    const readDocument = await DOCUMENT_READERS[format]();
    const reading = withoutHeaders(withCellsUnderstood(await readDocument(input, name, options)), name);
    return {
      source: { name, text: reading.text, format, encoding: null },
      blocks: reading.blocks,
      inline: reading.inline ?? [],
      comments: reading.comments ?? [],
      pageEnds: reading.pageEnds ?? [],
      diagnostics: [...diagnostics, ...reading.diagnostics],
    };
  }
  const decoded = isString ? { text: input, encoding: null, diagnostics: [] } : decode(input, name, options);
  // Lines that are segments already have no blocks to be found.
  const isLines = options.segments === 'lines' && (format === 'text' || format === 'markdown');
  if (!isLines) refuseTooManyLines(decoded.text, name);
  const reading: Reading = isLines
    ? { text: decoded.text, blocks: [], diagnostics: [] }
    : understoodText((await TEXT_READERS[format]())(decoded.text, name), name);
  return {
    source: { name, text: reading.text, format, encoding: decoded.encoding },
    blocks: reading.blocks,
    inline: reading.inline ?? [],
    comments: reading.comments ?? [],
    pageEnds: reading.pageEnds ?? [],
    diagnostics: [...diagnostics, ...decoded.diagnostics, ...reading.diagnostics],
  };
}

function understoodText(reading: Reading, name: string): Reading {
  return withoutHeaders(withCellsUnderstood(withoutCode(reading, name)), name);
}

function otherFormat(name: string, format: InputFormat): Diagnostic {
  return warning(
    'other-format',
    `${inputName(name)} was read as ${format.toUpperCase()}: that is what it holds, whatever its name says.`,
  );
}

function textInsteadOfBytes(format: InputFormat, name: string): DuiqiError {
  return new DuiqiError(
    'bad-input',
    `${inputName(name)} is to be read as ${format.toUpperCase()}, which is no text: give its bytes as a Uint8Array.`,
    { name, format },
  );
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
