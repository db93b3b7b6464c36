import type { Diagnostic, Explanation, Language } from 'duiqi';
import type { Act, History } from 'duiqi/review';
import type { DownloadOptions } from './exports.js';
import type { Bytes } from './parts.js';
import type { Refusal } from './remarks.js';
import type { Summary } from './storage/database.js';
import type { Guess } from './view/pair-names.js';
import type { Filter } from './view/rows.js';
import type { Interface, Word } from './words.js';
import type { Choices, DocumentFile } from './worker/protocol.js';

export type Theme = 'light' | 'dark';
export type Screen = 'empty' | 'pairing' | 'working' | 'failed' | 'review';

/** A document on the desk. What a person has done to it is the list of acts; all that is shown follows from it. */
export interface OpenDocument {
  readonly id: string;
  readonly title: string;
  /** Empty where only the alignment came, in a project of someone else. */
  readonly files: readonly DocumentFile[];
  readonly choices: Choices;
  readonly history: History;
  /** The alignment as a project, gzipped: so it is kept, and sent to the worker. To copy it as an object would block the page. */
  readonly packed: Promise<Bytes>;
  /** What was done, with what was undone behind it. */
  readonly acts: readonly Act[];
  /** How many of the acts hold. */
  readonly position: number;
}

/** What could not be done: what the library said of it, that there was nothing in a document, or that a file could not be opened. */
export type Failure =
  | Refusal
  | { readonly title: string; readonly found: Diagnostic | null }
  | { readonly unopened: string };

/** Work in the worker. */
export interface Work {
  readonly title: string;
  readonly phase: Word;
  /** Null where nobody knows how far it is. */
  readonly fraction: number | null;
  /** Which document of how many. */
  readonly at: number;
  readonly of: number;
}

/** Where a person is in the list. */
export interface Cursor {
  /** The id of a row. */
  readonly row: string | null;
  readonly side: Language;
}

/** Carets in the texts of the row that the cursor is in. */
export interface Carets {
  readonly en: number | null;
  readonly zh: number | null;
  /** The side whose caret was proposed and not yet taken. */
  readonly proposed: Language | null;
}

export const NO_CARETS: Carets = { en: null, zh: null, proposed: null };

/** What is known of the reasons for a row. */
export interface Why {
  readonly row: string;
  readonly found: 'asking' | 'alone' | 'by-hand' | Explanation | { readonly failed: Refusal };
  /** The words that are pointed at. */
  readonly pointed: { readonly en: string; readonly zh: string } | null;
}

export interface State {
  readonly screen: Screen;
  readonly language: Interface;
  readonly theme: Theme;
  readonly storage: 'unknown' | 'kept' | 'none';
  readonly recent: readonly Summary[];
  readonly isOver: boolean;
  readonly keysShown: boolean;
  readonly work: Work | null;
  readonly failure: readonly Failure[] | null;
  readonly pairing: { readonly files: readonly DocumentFile[]; readonly guesses: readonly Guess[] } | null;
  readonly document: OpenDocument | null;
  readonly cursor: Cursor;
  readonly carets: Carets;
  readonly filter: Filter;
  readonly query: string;
  /** Whether what is found is about to be replaced. */
  readonly isReplacing: boolean;
  /** The id of the row that waits for another one to be paired with. */
  readonly marked: string | null;
  /** What is being written at the cursor: a text of a side, or a comment. */
  readonly writing: 'text' | 'comment' | null;
  readonly sideShown: boolean;
  readonly why: Why | null;
  /** Rows that have just come of an act. */
  readonly glowing: ReadonlySet<string>;
  /** Counted up where the focus is to go to the cursor. */
  readonly focus: number;
  /** Terms for the documents that are opened next, one a line. */
  readonly glossary: string;
  /** Whether documents are being put together for a download. */
  readonly isGathering: boolean;
  readonly downloads: DownloadOptions;
  readonly saved: 'saving' | 'unsaved' | number;
  readonly message: string | null;
}
