import { DuiqiError } from '../errors.js';
import type { InputFormat } from '../types.js';
import { inputName } from './reading.js';

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
      'is an old Word or Excel file, or one with a password: open it there and save it as .docx or .xlsx',
  },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], advice: 'is RTF: open it in Word and save it as .docx' },
];

/**
 * The kind of file that bytes are, whatever their name says; null for what may be text.
 *
 * @throws DuiqiError `unreadable` for kinds that are known and not read
 */
export function formatOfBytes(bytes: Uint8Array, name: string): InputFormat | null {
  const found = SIGNATURES.find((signature) => signature.bytes.every((byte, at) => bytes[at] === byte));
  if (found === undefined) {
    // Every second byte of UTF-16 is zero here.
    const start = bytes.subarray(0, BEGINNING).filter((byte) => byte > 0 && byte < 0x80);
    return formatOfText(String.fromCharCode(...start), name);
  }
  if (found.advice === 'pdf') return 'pdf';
  throw new DuiqiError('unreadable', `${inputName(name)} ${found.advice}.`, { name });
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
