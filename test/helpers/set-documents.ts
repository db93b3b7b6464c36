import {
  ColumnBreak,
  Document,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  type ISectionOptions,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { makePdf } from './pdf.js';
import { STYLE } from './pdf-programs.js';

/** A document as it is set by several programs: pages of paragraphs and tables. */
export interface SetDocument {
  readonly pages: readonly (readonly SetBlock[])[];
  /**
   * How the pages lie: one after the other; each in two columns; two by two on a wide sheet; or two by two in the columns of
   * a sheet.
   */
  readonly lie?: 'one by one' | 'in two columns' | 'facing' | 'side by side';
  readonly isJustified?: boolean;
  /** A running head, where the program sets one that the document asks for. */
  readonly head?: string;
}

export type SetBlock =
  | {
      readonly text: string;
      /** How deep an item stands; a heading otherwise. */
      readonly level: 'title' | 'heading' | 0 | 1 | 2;
      /** The text of its note. */
      readonly note?: string;
    }
  | { readonly rows: readonly (readonly string[])[]; readonly hasRules: boolean };

/** By how much items are indented, and what hangs, in points. */
const INDENT = 24;

/** Pages two by two, where they lie so. */
function sheetsOf({ pages, lie }: SetDocument): (readonly SetBlock[])[][] {
  if (lie !== 'facing' && lie !== 'side by side') return pages.map((page) => [page]);
  return pages.flatMap((page, at) => (at % 2 === 0 ? [[page, pages[at + 1] ?? []]] : []));
}

export function asHtml(document: SetDocument): string {
  const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  let notes = 0;
  const block = (part: SetBlock): string => {
    if ('rows' in part) {
      const cells = (row: readonly string[]): string =>
        row.map((text) => `<td${part.hasRules ? ' class="ruled"' : ''}>${escaped(text)}</td>`).join('');
      return `<table>${part.rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n')}</table>`;
    }
    const mark = part.note === undefined ? '' : `<sup>${++notes}</sup>`;
    const text = escaped(part.text) + mark;
    if (part.level === 'title') return `<h1>${text}</h1>`;
    if (part.level === 'heading') return `<h3>${text}</h3>`;
    if (part.level === 0) return `<p>${text}</p>`;
    return `<p style="margin-left: ${INDENT * part.level + INDENT}pt; text-indent: -${INDENT}pt">${text}</p>`;
  };
  const style = `${STYLE} table { width: 100%; border-collapse: collapse }
td { padding: 3pt; vertical-align: top } td.ruled { border: 0.5pt solid black }
.sheet { display: flex; gap: 36pt } .sheet > div { flex: 1 }
${document.isJustified ? 'p { text-align: justify }' : ''}
${document.lie === 'in two columns' ? 'div { column-count: 2; column-gap: 24pt; text-align: justify }' : ''}
${document.lie === 'facing' ? '@page { size: A3 landscape }' : ''}`;
  const sheets = sheetsOf(document).map((pages, at) => {
    const inner = pages.map((page) => page.map(block).join('\n'));
    const content = inner.length > 1 ? inner.map((each) => `<div>${each}</div>`).join('') : inner[0]!;
    const breaks = at > 0 ? ' style="page-break-before: always"' : '';
    return `<div${inner.length > 1 ? ' class="sheet"' : ''}${breaks}>${content}</div>`;
  });
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>Linjiang 临江</title><style>${style}</style></head><body>${sheets.join('\n')}</body></html>`;
}

/** Points as Word counts them. */
const twips = (points: number): number => points * 20;

export async function asWord(document: SetDocument): Promise<Uint8Array> {
  const footnotes: Record<string, { children: Paragraph[] }> = {};
  const block = (part: SetBlock): Paragraph | Table => {
    if ('rows' in part) {
      const border = { style: part.hasRules ? ('single' as const) : ('none' as const), size: 4 };
      const borders = { top: border, bottom: border, left: border, right: border };
      const rows = part.rows.map(
        (row) =>
          new TableRow({
            children: row.map((text) => new TableCell({ borders, children: [new Paragraph(text)] })),
          }),
      );
      return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows });
    }
    const children: (TextRun | FootnoteReferenceRun)[] = [new TextRun(part.text)];
    if (part.note !== undefined) {
      const id = Object.keys(footnotes).length + 1;
      footnotes[id] = { children: [new Paragraph(part.note)] };
      children.push(new FootnoteReferenceRun(id));
    }
    if (part.level === 'title') return new Paragraph({ heading: HeadingLevel.HEADING_1, children });
    if (part.level === 'heading') return new Paragraph({ heading: HeadingLevel.HEADING_3, children });
    const hanging = twips(part.level > 0 ? INDENT : 0);
    return new Paragraph({
      children,
      ...(document.isJustified && { alignment: 'both' as const }),
      spacing: { after: twips(6) },
      indent: { left: twips(INDENT * part.level) + hanging, hanging },
    });
  };
  const columns = (document.lie ?? 'one by one') === 'one by one' ? 1 : 2;
  const sections = sheetsOf(document).map((pages): ISectionOptions => {
    const children = pages.flatMap((page, at) => {
      const blocks = page.map(block);
      return at > 0 ? [new Paragraph({ children: [new ColumnBreak()] }), ...blocks] : blocks;
    });
    return {
      properties: {
        column: { count: columns, space: twips(36) },
        ...(document.lie === 'facing' && {
          page: { size: { width: twips(842), height: twips(1190), orientation: PageOrientation.LANDSCAPE } },
        }),
      },
      ...(document.head !== undefined && {
        headers: { default: new Header({ children: [new Paragraph(document.head)] }) },
      }),
      children,
    };
  });
  return new Uint8Array(await Packer.toBuffer(new Document({ footnotes, sections })));
}

/** Sheets of paper and the places of pages on them, in points. */
const A4 = { size: [595, 842], places: [{ left: 72, width: 451 }] };
const FACING = {
  size: [1190, 842],
  places: [
    { left: 72, width: 451 },
    { left: 667, width: 451 },
  ],
};
const SIDE_BY_SIDE = {
  size: [595, 842],
  places: [
    { left: 60, width: 228 },
    { left: 308, width: 228 },
  ],
};

/** Set by pdfkit, which breaks lines by itself. */
export function asPdf(document: SetDocument): Promise<Uint8Array> {
  const { size, places } =
    document.lie === 'facing' ? FACING : document.lie === 'side by side' ? SIDE_BY_SIDE : A4;
  const align = document.isJustified ? 'justify' : 'left';
  return makePdf(
    (pdf) => {
      let page = 0;
      pdf.on('pageAdded', () => {
        page++;
        if (document.head === undefined) return;
        const { x, y } = pdf;
        pdf.font('zh').fontSize(9).text(`${document.head} ${page}`, 72, 30, { lineBreak: false });
        pdf.font('zh').fontSize(10);
        [pdf.x, pdf.y] = [x, y];
      });
      let notes = 0;
      const put = (part: SetBlock, { left, width }: { left: number; width: number }): void => {
        if ('rows' in part) {
          for (const row of part.rows) {
            const each = width / row.length;
            const heights = row.map((text) => pdf.heightOfString(text, { width: each - 8 }));
            const [top, height] = [pdf.y, Math.max(...heights) + 8];
            row.forEach((text, at) => {
              if (part.hasRules) pdf.rect(left + each * at, top, each, height).stroke();
              pdf.text(text, left + each * at + 4, top + 4, { width: each - 8 });
            });
            pdf.y = top + height;
          }
          return;
        }
        const { level, note } = part;
        // What fontkit takes for the font's no-break space lies beyond its end.
        const text = part.text.replaceAll('\u00a0', ' ');
        const indent = typeof level === 'number' ? INDENT * level : 0;
        pdf.fontSize(level === 'title' ? 16 : level === 'heading' ? 12 : 10);
        const options = { width: width - indent, align, paragraphGap: 5 } as const;
        pdf.text(text, left + indent, pdf.y, { ...options, continued: note !== undefined });
        // As high as the text around it, a smaller number stands above its baseline.
        if (note !== undefined) pdf.fontSize(6).text(String(++notes), options);
      };
      for (const pages of sheetsOf(document)) {
        pdf.addPage();
        const top = pdf.y;
        pdf.font('zh').fontSize(10);
        for (const [at, blocks] of pages.entries()) {
          pdf.y = top;
          for (const block of blocks) put(block, places[at]!);
        }
      }
    },
    { size: size as [number, number], margin: 60, autoFirstPage: false },
  );
}
