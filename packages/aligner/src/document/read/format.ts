import type { InputFormat } from '../../types.js';
import { NO_FILES, unreadable } from './reading.js';

const ENDINGS: ReadonlyMap<string, InputFormat> = new Map([
  ...(['md', 'markdown', 'mdown', 'mkd'] as const).map((ending) => [ending, 'markdown'] as const),
  ...(['html', 'htm', 'xhtml'] as const).map((ending) => [ending, 'html'] as const),
  ...(['docx', 'pdf', 'srt', 'vtt', 'csv', 'tsv', 'xlsx'] as const).map(
    (format) => [format, format] as const,
  ),
]);

/** The kind of file that a name says, by its ending; plain text for all endings that say nothing. */
export function formatOf(name: string): InputFormat {
  return ENDINGS.get(/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '') ?? 'text';
}

/** Formats whose files are no text. */
export function isBinary(format: InputFormat): format is 'docx' | 'pdf' | 'xlsx' {
  return format === 'docx' || format === 'pdf' || format === 'xlsx';
}

/** What the first bytes of files that are no text are, and what to do with those that cannot be read. */
const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly advice: string | InputFormat }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], advice: 'pdf' },
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    advice:
      'is an old Word or Excel file, or one with a password: open it in Word or Excel and save it as .docx or .xlsx, without a password',
  },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], advice: 'is RTF: open it in Word and save it as .docx' },
];

const ZIP = 'PK\x03\x04';
const ZIP_END = 'PK\x05\x06';
/** What a ZIP file is, by the type that its first part states and by names in its directory, most telling first. */
const ARCHIVES: readonly { readonly holds: RegExp; readonly advice: string | InputFormat }[] = [
  {
    holds: /mimetypeapplication\/vnd\.oasis/,
    advice: 'is an OpenDocument file: open it in LibreOffice or Word and save it as .docx or .xlsx',
  },
  { holds: /mimetypeapplication\/epub/, advice: 'is an EPUB book: convert it to .docx or .html' },
  { holds: entry('word/document\\d*\\.xml'), advice: 'docx' },
  { holds: entry('xl/workbook\\d*\\.xml'), advice: 'xlsx' },
  {
    holds: entry('xl/workbook\\d*\\.bin'),
    advice: 'is a binary Excel workbook (.xlsb): open it in Excel and save it as .xlsx',
  },
  { holds: entry('ppt/'), advice: 'is a PowerPoint presentation: save its text as .docx or .txt' },
  {
    holds: entry('(?:Index/|Index\\.zip)'),
    advice: 'is a Pages, Numbers or Keynote document: export it as .docx or .xlsx',
  },
];
const OTHER_ARCHIVE = 'is a ZIP archive and not a Word or Excel document: unpack it and give the files in it';
/** Bytes at the start and at the end of an archive in which the type and the directory are looked for. */
const ARCHIVE_HEAD = 2 ** 12;
const ARCHIVE_TAIL = 2 ** 20;

/** The entry of a ZIP directory whose name begins with a pattern (APPNOTE 6.3, 4.3.12). */
function entry(name: string): RegExp {
  return new RegExp(`PK\\x01\\x02[^]{42}${name}`);
}

function adviceOnArchive(bytes: Uint8Array): string | null {
  const head = latin1(bytes.subarray(0, ARCHIVE_HEAD));
  if (head.startsWith(ZIP_END)) return NO_FILES;
  if (!head.startsWith(ZIP)) return null;
  const text = head + latin1(bytes.subarray(Math.max(ARCHIVE_HEAD, bytes.length - ARCHIVE_TAIL)));
  if (!text.includes(ZIP_END))
    return 'is a ZIP archive without its end, so it is not complete: copy or download it again';
  return ARCHIVES.find(({ holds }) => holds.test(text))?.advice ?? OTHER_ARCHIVE;
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

/**
 * The kind of file that bytes are, whatever their name says; null for what may be text.
 *
 * @throws DuiqiError `unreadable` for kinds that are known and not read
 */
export function formatOfBytes(bytes: Uint8Array, name: string): InputFormat | null {
  const advice =
    SIGNATURES.find((signature) => signature.bytes.every((byte, at) => bytes[at] === byte))?.advice ??
    adviceOnArchive(bytes);
  if (advice === null) {
    // Every second byte of UTF-16 is zero here.
    const start = bytes.subarray(0, BEGINNING).filter((byte) => byte > 0 && byte < 0x80);
    return formatOfText(String.fromCharCode(...start), name);
  }
  if (isFormat(advice)) return advice;
  throw unreadable(name, advice);
}

function isFormat(advice: string): advice is InputFormat {
  return advice === 'pdf' || advice === 'docx' || advice === 'xlsx';
}

/** Characters in which a text says what it is. */
const BEGINNING = 1000;

/** The kind of file that a text says it is in its first line; null where its name says that already, or nothing does. */
export function formatOfText(text: string, name: string): InputFormat | null {
  if (formatOf(name) !== 'text') return null;
  const start = text.slice(0, BEGINNING).replace(PROLOGUE, '').trimStart();
  if (/^WEBVTT(?:\s|$)/.test(start)) return 'vtt';
  return HTML_START.test(start) ? 'html' : null;
}

/** What may stand before the document type or the first tag. */
const PROLOGUE = /^\ufeff|<\?xml[^>]*>|<!--.*?-->/gs;
const HTML_START = /^<(?:!doctype\s+html|html)(?=[\s>])/i;
