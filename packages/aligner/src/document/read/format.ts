import type { Problem } from '../../common/problems.js';
import type { InputFormat } from '../../types.js';
import { entry, FORMATS, type Format, INPUT_FORMATS, ZIP } from './format-table.js';
import { NO_FILES, unreadable } from './reading.js';

const ENDINGS: ReadonlyMap<string, InputFormat> = new Map(
  INPUT_FORMATS.flatMap(({ name, endings }) => endings.map((ending) => [ending, name] as const)),
);

/** The kind of file that a name says, by its ending; plain text for all endings that say nothing. */
export function formatOf(name: string): InputFormat {
  return ENDINGS.get(endingOf(name)) ?? 'text';
}

/** Whether a name says something else than that its file is of a format. */
export function saysOtherwise(name: string, format: InputFormat): boolean {
  return !(FORMATS[format] as Format).alsoNamed?.includes(endingOf(name));
}

function endingOf(name: string): string {
  return /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** The first bytes of files that cannot be read, and what to do with them. */
const SIGNATURES: readonly { readonly begins: string; readonly advice: string; readonly problem: Problem }[] =
  [
    {
      begins: '\xd0\xcf\x11\xe0',
      advice:
        'is an old Word or Excel file, or one with a password: open it in Word or Excel and save it as .docx or .xlsx, without a password',
      problem: 'old-office',
    },
    // PNG, JPEG, GIF and TIFF in both orders of bytes.
    ...['\x89PNG\r\n', '\xff\xd8\xff', 'GIF87a', 'GIF89a', 'II*\0', 'MM\0*'].map((begins) => ({
      begins,
      advice:
        'is a picture, whose text no one has read yet: have a program for text recognition (OCR) read it, and give what comes of that',
      problem: 'picture' as const,
    })),
    // gzip, 7-Zip, RAR, xz, Zstandard and bzip2.
    ...['\x1f\x8b', '7z\xbc\xaf', 'Rar!\x1a', '\xfd7zXZ', '\x28\xb5\x2f\xfd', 'BZh91AY&SY'].map((begins) => ({
      begins,
      advice: 'is compressed: unpack it and give the files in it',
      problem: 'packed' as const,
    })),
  ];

const ZIP_END = 'PK\x05\x06';
/** The same for ZIP archives, by the type that their first part states and by names in their directory. */
const ARCHIVES: readonly { readonly holds: RegExp; readonly advice: string; readonly problem: Problem }[] = [
  {
    holds: /mimetypeapplication\/vnd\.oasis/,
    advice:
      'is an OpenDocument drawing or formula: open it in LibreOffice and export its text as .odt or .pdf',
    problem: 'opendocument-drawing',
  },
  {
    holds: entry('xl/workbook\\d*\\.bin'),
    advice: 'is a binary Excel workbook (.xlsb): open it in Excel and save it as .xlsx',
    problem: 'binary-workbook',
  },
  {
    holds: entry('(?:Index/|Index\\.zip)'),
    advice: 'is a Pages, Numbers or Keynote document: export it as .docx or .xlsx',
    problem: 'iwork',
  },
];
const OTHER_ARCHIVE = 'is a ZIP archive and not a Word or Excel document: unpack it and give the files in it';
/** Bytes at the start and at the end of an archive in which the type and the directory are looked for. */
const ARCHIVE_HEAD = 2 ** 12;
const ARCHIVE_TAIL = 2 ** 20;

/** The format of a file, or why it cannot be read; null where its bytes say nothing. */
function kindOf(
  bytes: Uint8Array,
  named: InputFormat,
): InputFormat | { readonly advice: string; readonly problem: Problem } | null {
  const head = latin1(bytes.subarray(0, ARCHIVE_HEAD));
  if (head.startsWith(ZIP_END)) return { advice: NO_FILES, problem: 'archive-empty' };
  if (!head.startsWith(ZIP)) {
    const found = DOCUMENTS.find(([, { begins }]) => head.startsWith(begins));
    return found?.[0] ?? SIGNATURES.find(({ begins }) => head.startsWith(begins)) ?? null;
  }
  const text = head + latin1(bytes.subarray(Math.max(ARCHIVE_HEAD, bytes.length - ARCHIVE_TAIL)));
  if (!text.includes(ZIP_END)) {
    return {
      advice: 'is a ZIP archive without its end, so it is not complete: copy or download it again',
      problem: 'archive-cut-off',
    };
  }
  // Documents that hold others, such as a text with a workbook in it, say what they are themselves.
  const stated = DOCUMENTS.find(
    ([, { states }]) => states !== undefined && head.includes(`mimetype${states}`),
  );
  const found = stated ?? DOCUMENTS.find(([, { holds }]) => holds?.test(text));
  // One that was packed anew may no longer say what it is: then its name counts.
  const isNamed = DOCUMENTS.some(([format, { states }]) => format === named && states !== undefined);
  return (
    found?.[0] ??
    ARCHIVES.find(({ holds }) => holds.test(text)) ??
    (isNamed ? named : { advice: OTHER_ARCHIVE, problem: 'archive-other' })
  );
}

const DOCUMENTS = Object.entries<Format>(FORMATS).flatMap(([name, format]) =>
  format.binary ? [[name as InputFormat, format] as const] : [],
);

/** Each byte as the character of its number; what browsers decode by that name is Windows-1252. */
function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += MOST_ARGUMENTS) {
    text += String.fromCharCode(...bytes.subarray(at, at + MOST_ARGUMENTS));
  }
  return text;
}

const MOST_ARGUMENTS = 2 ** 12;

/**
 * The kind of file that bytes are, whatever their name says; null for what may be text.
 *
 * @param named what it is said to be, which counts where its bytes say only that it is an archive
 * @throws DuiqiError `unreadable` for kinds that are known and not read
 */
export function formatOfBytes(
  bytes: Uint8Array,
  name: string,
  named: InputFormat = formatOf(name),
): InputFormat | null {
  const kind = kindOf(bytes, named);
  if (kind === null) {
    // Every second byte of UTF-16 is zero here.
    const start = bytes.subarray(0, BEGINNING).filter((byte) => byte > 0 && byte < 0x80);
    return formatOfText(String.fromCharCode(...start), name);
  }
  if (typeof kind === 'string') return kind;
  throw unreadable(name, kind.advice, kind.problem);
}

/** Characters in which a text says what it is. */
const BEGINNING = 1000;

/** The kind of file that a text says it is in its first line; null where its name says that already, or nothing does. */
export function formatOfText(text: string, name: string): InputFormat | null {
  if (formatOf(name) !== 'text') return null;
  const start = text.slice(0, BEGINNING).replace(PROLOGUE, '').trimStart();
  if (/^WEBVTT(?:\s|$)/.test(start)) return 'vtt';
  if (/^\[Script Info\]/i.test(start)) return 'ass';
  return HTML_START.test(start) ? 'html' : null;
}

/** What may stand before the document type or the first tag. */
const PROLOGUE = /^\ufeff|<\?xml[^>]*>|<!--.*?-->/gs;
const HTML_START = /^<(?:!doctype\s+html|html)(?=[\s>])/i;
