import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';

const CHINESE = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/zcool-xiaowei/400Regular/ZCOOLXiaoWei_400Regular.ttf',
);

/** A PDF drawn with pdfkit, its pages of A4; the same bytes each time. */
export function makePdf(
  draw: (document: PDFKit.PDFDocument) => void,
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Uint8Array> {
  const document = new PDFDocument({
    size: 'A4',
    margin: 72,
    info: { CreationDate: new Date(0) },
    ...options,
  });
  const parts: Uint8Array[] = [];
  document.on('data', (part: Uint8Array) => parts.push(part));
  const made = new Promise<Uint8Array>((resolve) =>
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(parts)))),
  );
  document.registerFont('zh', CHINESE);
  document.registerFont('en', 'Times-Roman');
  draw(document);
  document.end();
  return made;
}

/** A PDF written by hand: one page, its content stream, and the objects of its fonts. */
export function handMadePdf(content: string, fonts: string, more: readonly string[] = []): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<<${fonts}>>>>>>`,
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    ...more,
  ];
  return new TextEncoder().encode(
    `%PDF-1.7\n${objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('')}trailer<</Root 1 0 R/Size ${objects.length + 1}>>\n`,
  );
}

/** A hand-made PDF with more pages, damaged ones, in its page tree, which claims to have a number of pages. */
export function withDamagedPages(pdf: Uint8Array, count: number, damaged: readonly string[]): Uint8Array {
  const first = 90;
  const kids = damaged.map((_, index) => ` ${first + index} 0 R`).join('');
  const objects = damaged.map((page, index) => `${first + index} 0 obj\n${page}\n`).join('');
  const written = new TextDecoder().decode(pdf);
  // Behind the trailer, since one that breaks off takes all that follows for its own.
  return new TextEncoder().encode(
    written.replace('[3 0 R]/Count 1', `[3 0 R${kids}]/Count ${count}`) + objects,
  );
}

/** Text of one language set in lines: English is hyphenated, Chinese begins each paragraph with an indent. */
export interface Column {
  readonly language: 'en' | 'zh';
  readonly left: number;
  readonly width: number;
}

export interface SetLine {
  readonly text: string;
  readonly indent: number;
}

const SIZE = 11;
const PITCH = 18;

/** The lines of paragraphs, cut wherever they are full. */
export function setLines(
  document: PDFKit.PDFDocument,
  paragraphs: readonly string[],
  { language, width }: Pick<Column, 'language' | 'width'>,
): SetLine[] {
  document.font(language).fontSize(SIZE);
  const lines: SetLine[] = [];
  const indent = language === 'zh' ? 2 * SIZE : 0;
  for (const paragraph of paragraphs) {
    let text = '';
    let first = true;
    const fits = (more: string): boolean =>
      document.widthOfString((text + more).trimEnd()) <= width - (first ? indent : 0);
    const flush = (): void => {
      lines.push({ text: text.trimEnd(), indent: first ? indent : 0 });
      text = '';
      first = false;
    };
    for (const word of language === 'zh' ? [...paragraph] : paragraph.split(/(?<= )/)) {
      // As typesetters do, no line of Chinese begins with a stop.
      if (!fits(word) && !/[，。、？]/.test(word)) {
        const [, start, end] = /^([a-z]{4,5})([a-z]{4}.*)$/.exec(word) ?? [];
        const isCut = start !== undefined && fits(`${start}-`);
        if (isCut) text += `${start}-`;
        flush();
        text = isCut ? end! : word;
      } else text += word;
    }
    flush();
  }
  return lines;
}

/** Shows lines from a place on the page down. */
export function showLines(
  document: PDFKit.PDFDocument,
  lines: readonly SetLine[],
  { language, left }: Column,
  top: number,
): void {
  document.font(language).fontSize(SIZE);
  lines.forEach(({ text, indent }, index) => {
    document.text(text, left + indent, top + index * PITCH, { lineBreak: false });
  });
}
