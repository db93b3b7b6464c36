import { DuiqiError } from '../errors.js';
import type { Settings, TextInput } from '../options.js';
import type { Diagnostic, InputFormat, Source } from '../types.js';
import { decode } from './decode.js';
import { formatOf, formatOfBytes, formatOfText, isBinary } from './format.js';
import { inputName, type Reading, unreadable } from './reading.js';
import { readText } from './text.js';

/** An input as its reader understood it, with the source that its spans count in. */
export interface ReadInput extends Required<Omit<Reading, 'text'>> {
  readonly source: Source;
}

type TextReader = (text: string, name: string) => Reading;
type DocumentReader = (bytes: Uint8Array, name: string) => Promise<Reading>;

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
  pdf: async () => (await import('./pdf/pdf.js')).readPdf,
  xlsx: async () => (await import('./excel/excel.js')).readXlsx,
};

/**
 * Reads one input: finds its format, decodes it if it is a text, and takes its blocks out.
 *
 * @throws DuiqiError `undecodable` for bytes that are no text, `unreadable` for documents that cannot be opened and for
 * inputs that are too large to be held at once
 */
export async function read(input: TextInput, name: string, settings: Settings): Promise<ReadInput> {
  if (input.length > LARGEST) throw tooLarge(name, '500 MB');
  const named = settings.format === 'auto' ? formatOf(name) : settings.format;
  const isString = typeof input === 'string';
  // What someone says a file is outranks what it looks like, save where it says that it is a document.
  const isSaid = settings.format !== 'auto' && (isString || !isBinary(named));
  const looks = isSaid ? null : isString ? formatOfText(input, name) : formatOfBytes(input, name);
  const format = looks ?? named;
  const diagnostics: Diagnostic[] = looks !== null && looks !== named ? [otherFormat(name, looks)] : [];
  if (isBinary(format)) {
    if (isString) throw textInsteadOfBytes(format, name);
    const readDocument = await DOCUMENT_READERS[format]();
    const reading = await readDocument(input, name);
    return {
      source: { name, text: reading.text, format, encoding: null },
      blocks: reading.blocks,
      pageEnds: reading.pageEnds ?? [],
      diagnostics: [...diagnostics, ...reading.diagnostics],
    };
  }
  const decoded = isString ? { text: input, encoding: null, diagnostics: [] } : decode(input, name, settings);
  // Lines that are segments already have no blocks to be found.
  const isLines = settings.segments === 'lines' && (format === 'text' || format === 'markdown');
  if (!isLines && hasTooManyLines(decoded.text))
    throw tooLarge(name, `${MOST_LINES.toLocaleString('en')} lines`);
  const reading: Reading = isLines
    ? { text: decoded.text, blocks: [], diagnostics: [] }
    : (await TEXT_READERS[format]())(decoded.text, name);
  return {
    source: { name, text: reading.text, format, encoding: decoded.encoding },
    blocks: reading.blocks,
    pageEnds: reading.pageEnds ?? [],
    diagnostics: [...diagnostics, ...decoded.diagnostics, ...reading.diagnostics],
  };
}

/** Bytes, or UTF-16 units: the longest string that every engine holds has some more. */
const LARGEST = 500_000_000;
/** Lines that hold something. Until it is written out, each takes more than a kilobyte. */
const MOST_LINES = 2_500_000;

function hasTooManyLines(text: string): boolean {
  let lines = 0;
  let isBlank = true;
  for (let at = 0; at < text.length && lines <= MOST_LINES; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 10 && unit <= 13) isBlank = true;
    else if (isBlank) {
      isBlank = false;
      lines++;
    }
  }
  return lines > MOST_LINES;
}

function tooLarge(name: string, most: string): DuiqiError {
  return unreadable(
    name,
    `has more than ${most}, which is more than can be read at once: split it into several files`,
  );
}

function otherFormat(name: string, format: InputFormat): Diagnostic {
  return {
    code: 'other-format',
    severity: 'warning',
    side: null,
    span: null,
    message: `${inputName(name)} was read as ${format.toUpperCase()}, which is what its contents are.`,
  };
}

function textInsteadOfBytes(format: InputFormat, name: string): DuiqiError {
  return new DuiqiError(
    'bad-input',
    `${inputName(name)} is to be read as ${format.toUpperCase()}, which is no text: give its bytes as a Uint8Array.`,
    { name, format },
  );
}
