import type { Pacer } from '../../common/pacer.js';
import type { Steps } from '../../common/steps.js';
import type { DocumentOptions } from './document-options.js';
import type { Reading } from './reading.js';

/** What is the same of all formats. */
interface AnyFormat {
  /** How messages and documents call it. */
  readonly title: string;
  /** The endings of its files' names, the usual one first; the first format is what all other names are taken for. */
  readonly endings: readonly string[];
  /**
   * Endings of another kind that files of this one have as often: `.doc` for what is no old Word file. They promise
   * nothing, and nothing is said where the contents are this.
   */
  readonly alsoNamed?: readonly string[];
  /** A sheet: which of its rows name the columns is known before its columns are chosen, and is not asked again. */
  readonly isSheet?: boolean;
}

interface TextFormat extends AnyFormat {
  readonly binary: false;
  /** Loads the reader, where it is wanted: a parser takes longer to load than most documents to read. */
  readonly load: () => Promise<(text: string, name: string) => Promise<Reading> | Reading | Steps<Reading>>;
}

interface DocumentFormat extends AnyFormat {
  readonly binary: true;
  /** The first bytes of every file, in Latin-1. */
  readonly begins: string;
  /** Of a ZIP archive: the type that its first part states, or the name of a part in its directory. */
  readonly states?: string;
  readonly holds?: RegExp;
  readonly load: () => Promise<
    (
      bytes: Uint8Array,
      name: string,
      options: DocumentOptions,
      pacer: Pacer,
    ) => Promise<Reading> | Steps<Reading>
  >;
}

export type Format = TextFormat | DocumentFormat;

/** The first bytes of a ZIP archive. */
export const ZIP = 'PK\x03\x04';

/** The entry of a ZIP directory whose name begins with a pattern (APPNOTE 6.3, 4.3.12). */
export function entry(name: string): RegExp {
  return new RegExp(`PK\\x01\\x02[^]{42}${name}`);
}

/**
 * All formats that are read, and all that has to be said of one: types, options, the help of the command and what it
 * calls them follow from here, and a test holds the README to it.
 */
export const FORMATS = {
  text: {
    title: 'plain text',
    endings: ['txt'],
    binary: false,
    load: async () => (await import('./text.js')).readText,
  },
  markdown: {
    title: 'Markdown',
    endings: ['md', 'markdown', 'mdown', 'mkd'],
    binary: false,
    load: async () => (await import('./markdown.js')).readMarkdown,
  },
  html: {
    title: 'HTML',
    endings: ['html', 'htm', 'xhtml'],
    binary: false,
    load: async () => (await import('./html.js')).readHtml,
  },
  docx: {
    title: 'Word',
    endings: ['docx', 'docm', 'dotx', 'dotm'],
    alsoNamed: ['doc'],
    binary: true,
    begins: ZIP,
    holds: entry('word/document\\d*\\.xml'),
    load: async () => (await import('./word/word.js')).readDocx,
  },
  pdf: {
    title: 'PDF',
    endings: ['pdf'],
    binary: true,
    begins: '%PDF-',
    load: async () => (await import('./pdf-reader.js')).readPdfAs,
  },
  srt: {
    title: 'SubRip subtitles',
    endings: ['srt'],
    binary: false,
    load: async () => (await import('./subtitles.js')).readSubtitles,
  },
  vtt: {
    title: 'WebVTT subtitles',
    endings: ['vtt'],
    binary: false,
    load: async () => (await import('./subtitles.js')).readSubtitles,
  },
  ass: {
    title: 'Advanced SubStation Alpha subtitles',
    endings: ['ass', 'ssa'],
    binary: false,
    load: async () => (await import('./ass-subtitles.js')).readAssSubtitles,
  },
  csv: {
    title: 'comma-separated values',
    endings: ['csv'],
    binary: false,
    isSheet: true,
    load: async () => (await import('./delimited.js')).readCommaSeparated,
  },
  tsv: {
    title: 'tab-separated values',
    endings: ['tsv'],
    binary: false,
    isSheet: true,
    load: async () => (await import('./delimited.js')).readTabSeparated,
  },
  xlsx: {
    title: 'Excel',
    endings: ['xlsx', 'xlsm', 'xltx', 'xltm'],
    alsoNamed: ['xls'],
    binary: true,
    isSheet: true,
    begins: ZIP,
    holds: entry('xl/workbook\\d*\\.xml'),
    load: async () => (await import('./excel/excel.js')).readXlsx,
  },
  pptx: {
    title: 'PowerPoint',
    endings: ['pptx', 'pptm', 'ppsx', 'ppsm', 'potx', 'potm'],
    alsoNamed: ['ppt', 'pps'],
    binary: true,
    begins: ZIP,
    holds: entry('ppt/presentation\\d*\\.xml'),
    load: async () => (await import('./powerpoint/powerpoint.js')).readPptx,
  },
  odt: {
    title: 'OpenDocument text',
    endings: ['odt', 'ott'],
    binary: true,
    begins: ZIP,
    states: 'application/vnd.oasis.opendocument.text',
    load: async () => (await import('./opendocument/opendocument.js')).readOpenDocument,
  },
  ods: {
    title: 'OpenDocument spreadsheet',
    endings: ['ods', 'ots'],
    binary: true,
    isSheet: true,
    begins: ZIP,
    states: 'application/vnd.oasis.opendocument.spreadsheet',
    load: async () => (await import('./opendocument/sheets.js')).readOds,
  },
  odp: {
    title: 'OpenDocument presentation',
    endings: ['odp', 'otp'],
    binary: true,
    begins: ZIP,
    states: 'application/vnd.oasis.opendocument.presentation',
    load: async () => (await import('./opendocument/opendocument.js')).readOpenDocument,
  },
  epub: {
    title: 'EPUB',
    endings: ['epub'],
    binary: true,
    begins: ZIP,
    states: 'application/epub+zip',
    holds: entry('META-INF/container\\.xml'),
    load: async () => (await import('./epub/epub.js')).readEpub,
  },
  rtf: {
    title: 'RTF',
    endings: ['rtf'],
    alsoNamed: ['doc'],
    binary: true,
    begins: '{\\rtf',
    load: async () => (await import('./rtf/rtf.js')).readRtf,
  },
} as const satisfies Readonly<Record<string, Format>>;

/** A format as callers see it: what a page offers for choice, or a dialog for opening files. */
export interface InputFormatInfo {
  readonly name: keyof typeof FORMATS;
  /** In English, as messages call it. */
  readonly title: string;
  /** Of the names of files, without the dot, the usual one first. */
  readonly endings: readonly string[];
  /** Whether its files are no text: a string cannot hold one. */
  readonly binary: boolean;
}

/** All formats that `align` reads, in the order in which they are best listed. */
export const INPUT_FORMATS: readonly InputFormatInfo[] = Object.entries<Format>(FORMATS).map(
  ([name, { title, endings, binary }]) => ({
    name: name as keyof typeof FORMATS,
    title,
    endings,
    binary,
  }),
);
