import type { DuiqiError } from '../../../common/errors.js';
import { Pacer } from '../../../common/pacer.js';
import type { Steps } from '../../../common/steps.js';
import { NO_BYTES, type Reading, unreadable } from '../reading.js';
import { layOut } from './document.js';
import { startEngine } from './engine.js';
import { hasOnlyStrays, type Page, whatIsMissing, withoutText } from './missing.js';
import { PdfDocument, WantsPassword } from './pdfium.js';
import { runsOf } from './runs.js';

/** More pages than any book has: a small file may claim to have millions. */
const MOST_PAGES = 10_000;
/** Characters that are read of one page, and of all; a page of a newspaper has about 30,000. */
const MOST_OF_PAGE = 500_000;
const MOST = 50_000_000;
/** Bytes that PDFium may take besides the file itself: the pages of a book take it about 20 million. */
const MEMORY = 400e6;

/**
 * Reads the text layer of a PDF (ISO 32000), page by page in reading order: columns one after the other, lines put
 * together to paragraphs, without running heads and page numbers. Nothing is fetched and no script of it is run.
 *
 * @throws DuiqiError `unreadable` for a PDF that is damaged, wants a password, takes too much memory, or has no text
 */
export async function readPdf(
  bytes: Uint8Array,
  name: string,
  pdfium: string | Uint8Array | null = null,
  pacer: Pacer = new Pacer(),
): Promise<Reading> {
  if (bytes.length === 0) throw unreadable(name, NO_BYTES, 'empty-file');
  const engine = await startEngine(pdfium, MEMORY + bytes.length);
  const { pages, count } = await pacer.run(
    readPages(
      () => new PdfDocument(engine, bytes),
      (error) => (engine.wasRefused() ? tooLarge(name) : notOpened(error, name)),
    ),
  );
  const reading = layOut(pages);
  if (reading.blocks.length === 0 || hasOnlyStrays(pages, reading.text))
    throw withoutText(pages, name) ?? notOpened(null, name);
  return { ...reading, diagnostics: [...reading.diagnostics, ...whatIsMissing(pages, count, name)] };
}

function* readPages(
  open: () => PdfDocument,
  errorFor: (error: unknown) => DuiqiError,
): Steps<{ pages: Page[]; count: number }> {
  const pages: Page[] = [];
  let count = 0;
  try {
    const document = open();
    count = document.pageCount;
    let read = 0;
    for (let number = 1; number <= Math.min(count, MOST_PAGES) && read < MOST; number++) {
      yield;
      const page = document.charactersOf(number - 1, MOST_OF_PAGE);
      if (page === null) pages.push({ ...NOTHING, number, state: 'damaged' });
      else pages.push({ ...runsOf(page), number, state: page.isCut ? 'cut-short' : 'whole' });
      read += page?.characters.length ?? 0;
    }
  } catch (error) {
    // What stands before the page that was too much is kept: the others are named in the diagnostics.
    if (!pages.some(({ directions }) => directions.length > 0)) throw errorFor(error);
    pages.push({ ...NOTHING, number: pages.length + 1, state: 'damaged' });
  }
  return { pages, count };
}

const NOTHING = {
  directions: [],
  aslant: [],
  blocks: [],
  rules: [],
  sides: { left: 0, right: 0 },
  undecodable: 0,
  replaced: 0,
};

function notOpened(error: unknown, name: string): DuiqiError {
  return unreadable(
    name,
    error instanceof WantsPassword
      ? 'is a PDF that opens with a password only: save a copy without one, and use that'
      : 'is a damaged PDF, or no PDF at all: open it in a PDF viewer and print it to a new PDF',
    error instanceof WantsPassword ? 'pdf-password' : 'pdf-damaged',
  );
}

function tooLarge(name: string): DuiqiError {
  return unreadable(
    name,
    'is a PDF that unpacks to far more than any text: open it in a PDF viewer and print it to a new PDF',
    'pdf-too-large',
  );
}
