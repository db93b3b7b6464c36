import { getResolvedPDFJS } from 'unpdf';
import { withoutStrayRejections } from '#stray-rejections';
import { DuiqiError } from '../../errors.js';
import type { Diagnostic } from '../../types.js';
import { inputName, type Reading, unreadable } from '../reading.js';
import { makeCMap } from './cmaps.js';
import { layOut } from './document.js';
import { type PageRuns, type PdfItem, runsOf } from './runs.js';
import { isPackedTooTightly } from './streams.js';

/** More pages than any book has: the page tree of a small file may claim millions. */
const MOST_PAGES = 10_000;
/** Stretches of text that are read of one page, and of all; a page that is set letter by letter has about 5,000. */
const MOST_ITEMS_OF_PAGE = 100_000;
const MOST_ITEMS = 5_000_000;
/** A part of a page, such as a form that is shown ten times over, takes the time of so many stretches. */
const ITEMS_FOR_A_PART = 10;
/** Page numbers that a message names. */
const NAMED = 10;

type Pdf = Awaited<ReturnType<Awaited<ReturnType<typeof getResolvedPDFJS>>['getDocument']>['promise']>;

interface Page extends PageRuns {
  /** Counted from 1. */
  readonly number: number;
  readonly state: 'whole' | 'cut-short' | 'damaged';
}

/**
 * Reads the text layer of a PDF (ISO 32000), page by page in reading order: columns one after the other, lines put
 * together to paragraphs, without running heads and page numbers. Nothing is fetched and no script of it is run.
 *
 * @throws DuiqiError `unreadable` for a PDF that is damaged, wants a password, or has no text
 */
export async function readPdf(bytes: Uint8Array, name: string): Promise<Reading> {
  if (await isPackedTooTightly(bytes)) {
    throw unreadable(name, 'is a PDF that unpacks to far more than any text: print it to a new PDF');
  }
  return withoutStrayRejections(() => readWithPdfJs(bytes, name));
}

async function readWithPdfJs(bytes: Uint8Array, name: string): Promise<Reading> {
  const { getDocument, VerbosityLevel } = await getResolvedPDFJS();
  const opening = getDocument({
    // PDF.js takes the bytes that it is given away from the caller, and wants no Buffer of Node, whose slice is no copy.
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    BinaryDataFactory: BuiltInData,
    cMapPacked: false,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
  });
  try {
    const pdf = await opening.promise;
    const pages = await readPages(pdf);
    const reading = layOut(pages);
    if (reading.blocks.length === 0) throw withoutText(pages, name);
    return { ...reading, diagnostics: [...reading.diagnostics, ...whatIsMissing(pages, pdf.numPages, name)] };
  } catch (error) {
    throw error instanceof DuiqiError ? error : notOpened(error, name);
  } finally {
    await opening.destroy();
  }
}

/** Gives PDF.js the CMaps that a document names, in place of files that would have to be fetched. */
class BuiltInData {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    if (kind !== 'cMapUrl') throw new Error(`${filename} is not needed to read text.`);
    return new TextEncoder().encode(makeCMap(filename));
  }
}

async function readPages(pdf: Pdf): Promise<Page[]> {
  const pages: Page[] = [];
  let items = 0;
  for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES) && items < MOST_ITEMS; number++) {
    const page = await readPage(pdf, number);
    pages.push({ ...runsOf(page.items), number, state: page.state });
    items += page.work;
  }
  return pages;
}

async function readPage(
  pdf: Pdf,
  number: number,
): Promise<{ readonly items: readonly PdfItem[]; readonly work: number; readonly state: Page['state'] }> {
  const items: PdfItem[] = [];
  let work = 0;
  try {
    const page = await pdf.getPage(number);
    const reader: ReadableStreamDefaultReader<TextContent> = page.streamTextContent().getReader();
    const vertical = new Set<string>();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      for (const [font, style] of Object.entries(part.value.styles)) if (style.vertical) vertical.add(font);
      for (const item of part.value.items) items.push({ ...item, vertical: vertical.has(item.fontName) });
      work += part.value.items.length + ITEMS_FOR_A_PART;
      if (work > MOST_ITEMS_OF_PAGE) {
        await reader.cancel(new Error('This page has more text than is read.'));
        return { items, work, state: 'cut-short' };
      }
    }
    page.cleanup();
    return { items, work, state: 'whole' };
  } catch {
    // What stands before the damage is kept: the page is named in the diagnostics.
    return { items, work, state: 'damaged' };
  }
}

/** A part of a page's text as PDF.js streams it, when marked content is not asked for. */
interface TextContent {
  readonly items: readonly Omit<PdfItem, 'vertical'>[];
  readonly styles: Readonly<Record<string, { readonly vertical: boolean }>>;
}

function notOpened(error: unknown, name: string): DuiqiError {
  const wantsPassword = error instanceof Error && error.name === 'PasswordException';
  return unreadable(
    name,
    wantsPassword
      ? 'is a PDF that opens with a password only: save a copy without one, and use that'
      : 'is a damaged PDF, or none: open it in a PDF viewer and print it to a new PDF',
  );
}

function withoutText(pages: readonly Page[], name: string): DuiqiError {
  if (pages.some(({ undecodable }) => undecodable > 0)) {
    return unreadable(
      name,
      'is a PDF whose fonts do not say which characters they draw: run it through OCR (ocrmypdf --force-ocr) to give it text that can be read',
    );
  }
  if (pages.length === 0 || pages.some(({ state }) => state === 'damaged')) return notOpened(null, name);
  return unreadable(
    name,
    'is a PDF without text, as scanners make it: run it through OCR (such as ocrmypdf) and save it with a text layer',
  );
}

function whatIsMissing(pages: readonly Page[], numPages: number, name: string): Diagnostic[] {
  const warnings: readonly (readonly [code: string, found: readonly Page[], message: string])[] = [
    [
      'no-text-on-page',
      pages.filter(isEmpty),
      'no text there; if it was scanned, run the file through OCR (such as ocrmypdf)',
    ],
    [
      'damaged-page',
      pages.filter(({ state }) => state === 'damaged'),
      'damaged, and read in part or not at all',
    ],
    [
      'undecodable-text',
      pages.filter(({ undecodable }) => undecodable > 0),
      'characters were left out, since their fonts do not say what they are; OCR (ocrmypdf --force-ocr) can read them',
    ],
    [
      'too-long',
      pages.filter(({ state }) => state === 'cut-short'),
      'more text than a page can hold, of which only the first part was read',
    ],
  ];
  const diagnostics = warnings
    .filter(([, found]) => found.length > 0)
    .map(([code, found, message]) => warning(code, `${inputName(name)}, ${pageList(found)}: ${message}.`));
  if (pages.length < numPages) {
    const message = `${inputName(name)} has ${numPages} pages, of which the first ${pages.length} were read: split it to have the others.`;
    diagnostics.push(warning('too-long', message));
  }
  return diagnostics;
}

function isEmpty({ state, directions, aslant, undecodable }: Page): boolean {
  return state === 'whole' && directions.length === 0 && aslant.length === 0 && undecodable === 0;
}

function warning(code: string, message: string): Diagnostic {
  return { code, severity: 'warning', side: null, span: null, message };
}

function pageList(pages: readonly Page[]): string {
  const named = pages.slice(0, NAMED).map(({ number }) => number);
  const more = pages.length > NAMED ? ` and ${pages.length - NAMED} more` : '';
  return `page${pages.length > 1 ? 's' : ''} ${named.join(', ')}${more}`;
}
