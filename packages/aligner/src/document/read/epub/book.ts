import type { Steps } from '../../../common/steps.js';
import { type Archive, openArchive, type Part } from '../office/archive.js';
import { missingPart } from '../office/parts.js';
import { resolved } from '../office/relations.js';
import { walkXml } from '../office/xml.js';
import { unreadable } from '../reading.js';

const CONTAINER = 'META-INF/container.xml';
const ENCRYPTION = 'META-INF/encryption.xml';

/** Bytes of all chapters, inflated: a few bytes of an archive may stand for a thousand times as many. */
const LARGEST = 64 * 2 ** 20;

/** The text of a book. */
export interface Book {
  /** Its chapters in the order of reading. */
  readonly chapters: readonly Part[];
  /** Whether one of them was its table of contents, which is not among them. */
  readonly hasContents: boolean;
  /** The paths of chapters that it names and lacks. */
  readonly lacked: readonly string[];
}

/**
 * Opens an EPUB book (EPUB 3.3, and 2.0.1): what its package document says is its text.
 *
 * @throws DuiqiError `unreadable` for what is damaged, protected, too large, or no book
 */
export function* openBook(bytes: Uint8Array, input: string): Steps<Book> {
  const archive = openArchive(bytes, input);
  const own = archive.parts([CONTAINER, ENCRYPTION]);
  const container = own.get(CONTAINER);
  const place = container === undefined ? '' : packagePath(container);
  const document = archive.parts([place]).get(place);
  if (document === undefined) throw missingPart(input, 'an EPUB book');
  const { paths, contents } = spineOf(document);
  refuseProtected(own.get(ENCRYPTION), paths, input);
  const wanted = paths.filter((path) => path !== contents);
  const lacked = [...new Set(wanted)].filter((path) => !archive.paths.has(path));
  const chapters = yield* chaptersOf(archive, wanted, input);
  return { chapters, hasContents: paths.includes(contents), lacked };
}

/** Each chapter once: a package may name one a thousand times. */
function* chaptersOf(archive: Archive, paths: readonly string[], input: string): Steps<readonly Part[]> {
  const own = [...new Set(paths)];
  const size = own.reduce((sum, path) => sum + (archive.paths.get(path) ?? 0), 0);
  if (size > LARGEST) {
    throw unreadable(
      input,
      'has more than 64 MB of text, which is more than any book: split it into several',
      'too-large',
      { most: '64 MB' },
    );
  }
  const parts = yield* archive.partsInSteps(own);
  return own.flatMap((path) => parts.get(path) ?? []);
}

/** Where the package document lies. */
function packagePath(container: Part): string {
  let path = '';
  walkXml(container, {
    open({ name, attribute }) {
      if (name === 'rootfile' && path === '') path = attribute('full-path') ?? '';
    },
  });
  return path;
}

/** The paths of the documents in the order of reading, and that of the table of contents; '' where there is none. */
function spineOf(document: Part): { paths: readonly string[]; contents: string } {
  const folder = document.path.slice(0, document.path.lastIndexOf('/') + 1);
  const paths = new Map<string, string>();
  const spine: string[] = [];
  let contents = '';
  walkXml(document, {
    open({ name, attribute }) {
      if (name === 'item') {
        const path = resolved(folder, decoded(attribute('href') ?? ''));
        const isText = /^application\/xhtml\+xml$|^text\//.test(attribute('media-type') ?? '');
        if (isText) paths.set(attribute('id') ?? '', path);
        if (/(?:^|\s)nav(?:\s|$)/.test(attribute('properties') ?? '')) contents = path;
      } else if (name === 'itemref') spine.push(attribute('idref') ?? '');
    },
  });
  return { paths: spine.flatMap((id) => paths.get(id) ?? []), contents };
}

/** Fonts may be scrambled; a text that is so can be read only by who has bought it. */
function refuseProtected(encryption: Part | undefined, paths: readonly string[], input: string): void {
  if (encryption === undefined) return;
  const texts = new Set(paths);
  let isProtected = false;
  walkXml(encryption, {
    open({ name, attribute }) {
      if (name === 'CipherReference') isProtected ||= texts.has(decoded(attribute('URI') ?? ''));
    },
  });
  if (isProtected) {
    throw unreadable(
      input,
      'is protected against copying (DRM), so its text cannot be read: take a copy without protection',
      'copy-protected',
    );
  }
}

/** An address as a path: `a%20b.xhtml#c` is `a b.xhtml`. */
function decoded(address: string): string {
  const path = address.replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
