import { type DiagnosticCode, warning } from '../../../common/diagnostic.js';
import type { DuiqiError } from '../../../common/errors.js';
import { listedUpTo } from '../../../common/listed.js';
import type { Diagnostic } from '../../../types.js';
import { inputName, unreadable } from '../reading.js';
import type { PageRuns } from './runs.js';

/** A page as far as it was read. */
export interface Page extends PageRuns {
  /** Counted from 1. */
  readonly number: number;
  readonly state: 'whole' | 'cut-short' | 'damaged';
}

/** Page numbers that a message names. */
const NAMED = 10;

/** The error for a PDF whose pages give no text, or strays alone, as far as they are whole; null where damage may be why. */
export function withoutText(pages: readonly Page[], name: string): DuiqiError | null {
  if (pages.some(({ undecodable }) => undecodable > 0)) {
    return unreadable(
      name,
      'is a PDF that shows its text but whose fonts do not say which characters it is made of: run it through OCR (such as ocrmypdf --force-ocr), or use the file that it was made from',
      'pdf-fonts',
    );
  }
  if (pages.length === 0 || pages.some(({ state }) => state === 'damaged')) return null;
  return unreadable(
    name,
    'is a PDF of pictures without text, as scanners make them: run it through OCR, a program that reads pictures (such as ocrmypdf), and use what that saves',
    'pdf-pictures',
  );
}

/** What is read beside so many times as many characters that no font names is strays: ligatures, numbers of pages. */
const STRAYS = 9;

/** Whether a PDF shows its text, and of that nothing but strays could be read. */
export function hasOnlyStrays(pages: readonly Page[], text: string): boolean {
  const lost = pages.reduce((sum, { undecodable }) => sum + undecodable, 0);
  return lost > STRAYS * text.replace(/\s/g, '').length;
}

/** Warnings of all that was not read, of a PDF that claims to have so many pages. */
export function whatIsMissing(pages: readonly Page[], numPages: number, name: string): Diagnostic[] {
  const warnings: readonly (readonly [code: DiagnosticCode, found: readonly Page[], message: string])[] = [
    [
      'no-text-on-page',
      pages.filter(isEmpty),
      'there is no text; if this was scanned, run the file through OCR, a program that reads pictures (such as ocrmypdf)',
    ],
    [
      'damaged-page',
      pages.filter(({ state }) => state === 'damaged'),
      'damaged, and read only in part or not at all',
    ],
    [
      'undecodable-text',
      pages.filter(({ undecodable }) => undecodable > 0),
      'some characters were left out, because their fonts do not say which ones they are; OCR (such as ocrmypdf --force-ocr) can read them',
    ],
    [
      'too-long',
      pages.filter(({ state }) => state === 'cut-short'),
      'there is more text than a page can hold, so only the first part was read',
    ],
  ];
  const diagnostics = warnings
    .filter(([, found]) => found.length > 0)
    .map(([code, found, message]) => {
      const pages = listedPages(found);
      const about = code === 'too-long' ? { kind: 'page' as const, name, pages } : { name, pages };
      return warning(code, `${inputName(name)}, page${found.length > 1 ? 's' : ''} ${pages}: ${message}.`, {
        values: about,
      });
    });
  if (pages.length < numPages) {
    const message = `${inputName(name)} has ${numPages} pages, of which the first ${pages.length} were read: split it to have the others.`;
    const values = { kind: 'pages' as const, name, count: pages.length, all: numPages };
    diagnostics.push(warning('too-long', message, { values }));
  }
  return diagnostics;
}

function isEmpty({ state, directions, aslant, undecodable }: Page): boolean {
  return state === 'whole' && directions.length === 0 && aslant.length === 0 && undecodable === 0;
}

function listedPages(pages: readonly Page[]): string {
  return listedUpTo(
    NAMED,
    pages.map(({ number }) => number),
  );
}
