import { strToU8, type Zippable, zipSync } from 'fflate';

export interface BookParts {
  /** Bodies of the chapters, in the order of reading; they lie in the archive in the opposite one. */
  readonly chapters: readonly string[];
  /** The body of the table of contents, which comes first. */
  readonly contents?: string;
  /** Further XML of the manifest and of the spine. */
  readonly manifest?: string;
  readonly spine?: string;
  readonly others?: Readonly<Record<string, string | Uint8Array>>;
}

/** An EPUB book of hand-written XHTML. */
export function bookFile({
  chapters,
  contents,
  manifest = '',
  spine = '',
  others = {},
}: BookParts): Uint8Array {
  const page = (body: string): string =>
    `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>${body}</body></html>`;
  const items = chapters.map(
    (_, at) => `<item id="c${at}" href="text/c%20${at}.xhtml" media-type="application/xhtml+xml"/>`,
  );
  const refs = chapters.map((_, at) => `<itemref idref="c${at}"/>`);
  if (contents !== undefined) {
    items.push('<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>');
    refs.unshift('<itemref idref="nav"/>');
  }
  const files: Zippable = {
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>',
    ),
    'OPS/book.opf': strToU8(
      `<package xmlns="http://www.idpf.org/2007/opf"><manifest>${items.reverse().join('')}${manifest}</manifest><spine>${refs.join('')}${spine}</spine></package>`,
    ),
  };
  if (contents !== undefined) files['OPS/nav.xhtml'] = strToU8(page(contents));
  chapters.forEach((body, at) => {
    files[`OPS/text/c ${at}.xhtml`] = strToU8(page(body));
  });
  for (const [path, file] of Object.entries(others))
    files[path] = typeof file === 'string' ? strToU8(file) : file;
  return zipSync(files);
}
