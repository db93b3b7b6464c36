import { withoutStrayRejections } from '#stray-rejections';
import { DuiqiError } from '../../../common/errors.js';
import { NO_BYTES, type Reading, unreadable } from '../reading.js';
import { makeCMap } from './cmaps.js';
import { layOut } from './document.js';
import { type Page, whatIsMissing, withoutText } from './missing.js';
import { type PdfItem, runsOf } from './runs.js';
import { isPackedTooTightly } from './streams.js';

/** More pages than any book has: a small file may have millions, and PDF.js looks for each from the first one on. */
const MOST_PAGES = 10_000;
/** Stretches of text that are read of one page, and of all; a page that is set letter by letter has about 5,000. */
const MOST_ITEMS_OF_PAGE = 100_000;
const MOST_ITEMS = 5_000_000;
/** A part of a page, such as a form that is shown ten times over, takes the time of so many stretches. */
const ITEMS_FOR_A_PART = 10;

type Pdf = Awaited<ReturnType<typeof import('unpdf/pdfjs')['getDocument']>['promise']>;

/**
 * Reads the text layer of a PDF (ISO 32000), page by page in reading order: columns one after the other, lines put
 * together to paragraphs, without running heads and page numbers. Nothing is fetched and no script of it is run.
 *
 * @throws DuiqiError `unreadable` for a PDF that is damaged, wants a password, or has no text
 */
export async function readPdf(bytes: Uint8Array, name: string): Promise<Reading> {
  if (bytes.length === 0) throw unreadable(name, NO_BYTES);
  if (await isPackedTooTightly(bytes)) {
    throw unreadable(name, 'is a PDF that unpacks to far more than any text: print it to a new PDF');
  }
  return withoutStrayRejections(() => readWithPdfJs(bytes, name));
}

async function readWithPdfJs(bytes: Uint8Array, name: string): Promise<Reading> {
  // Not by way of unpdf itself, which names a file of a package that it does not bring: webpack refuses to build that.
  const { getDocument, VerbosityLevel } = await import('unpdf/pdfjs');
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
    if (reading.blocks.length === 0) throw withoutText(pages, name) ?? notOpened(null, name);
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
      : 'is a damaged PDF, or no PDF at all: open it in a PDF viewer and print it to a new PDF',
  );
}
