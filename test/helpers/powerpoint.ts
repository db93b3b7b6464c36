import { strToU8, zipSync } from 'fflate';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const NAMESPACES =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" ' +
  'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A slide: XML of its shapes, of those of its notes, and of the points of a diagram. */
export interface Slide {
  readonly shapes: string;
  readonly notes?: string;
  /** How often the slide names its notes. */
  readonly notesTimes?: number;
  readonly diagram?: string;
  readonly attributes?: string;
}

/** What all slides inherit: XML of the shapes of their layout and of their master, and of the master's text styles. */
export interface Models {
  readonly layout?: string;
  readonly master?: string;
  readonly styles?: string;
}

/** A PowerPoint presentation of hand-written XML. Its slides lie in the archive in the opposite order. */
export function powerPointFile(slides: readonly Slide[], models?: Models): Uint8Array {
  const files: Record<string, string> = {
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
  };
  const fileOf = (at: number): string => `slide${slides.length - at}.xml`;
  const relations = (list: readonly (readonly [string, string, string])[]): string => {
    const each = list.map(
      ([id, type, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
    );
    return `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`;
  };
  const ids = slides.map((_, at) => `<p:sldId id="${256 + at}" r:id="r${at}"/>`).join('');
  files['ppt/presentation.xml'] =
    `${XML}<p:presentation ${NAMESPACES}><p:sldIdLst>${ids}</p:sldIdLst></p:presentation>`;
  files['ppt/_rels/presentation.xml.rels'] = relations(
    slides.map((_, at) => [`r${at}`, 'slide', `slides/${fileOf(at)}`]),
  );
  const tree = (inner: string): string => `<p:cSld><p:spTree>${inner}</p:spTree></p:cSld>`;
  if (models) {
    const { layout = '', master = '', styles = '' } = models;
    files['ppt/slideLayouts/a.xml'] = `${XML}<p:sldLayout ${NAMESPACES}>${tree(layout)}</p:sldLayout>`;
    files['ppt/slideLayouts/_rels/a.xml.rels'] = relations([['r1', 'slideMaster', '../slideMasters/a.xml']]);
    files['ppt/slideMasters/a.xml'] =
      `${XML}<p:sldMaster ${NAMESPACES}>${tree(master)}<p:txStyles>${styles}</p:txStyles></p:sldMaster>`;
  }
  slides.forEach(({ shapes, notes, notesTimes = 1, diagram, attributes = '' }, at) => {
    const file = fileOf(at);
    files[`ppt/slides/${file}`] = `${XML}<p:sld ${NAMESPACES} ${attributes}>${tree(shapes)}</p:sld>`;
    if (notes) files[`ppt/notesSlides/${file}`] = `${XML}<p:notes ${NAMESPACES}>${tree(notes)}</p:notes>`;
    if (diagram) {
      files[`ppt/diagrams/${file}`] =
        `${XML}<dgm:dataModel ${NAMESPACES}><dgm:ptLst>${diagram}</dgm:ptLst></dgm:dataModel>`;
    }
    files[`ppt/slides/_rels/${file}.rels`] = relations([
      ...Array.from(
        { length: notesTimes },
        (_, time) => [`n${time}`, 'notesSlide', `../notesSlides/${file}`] as const,
      ),
      ['r2', 'diagramData', `../diagrams/${file}`],
      ...(models ? [['r3', 'slideLayout', '../slideLayouts/a.xml'] as const] : []),
    ]);
  });
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
}

/** A paragraph of a shape, with properties. */
export function line(text: string, properties = '', attributes = ''): string {
  return `<a:p><a:pPr ${attributes}>${properties}</a:pPr><a:r><a:t>${text}</a:t></a:r></a:p>`;
}

/** A shape at a kind of place, such as `title`. */
export function shape(place: string, ...paragraphs: readonly string[]): string {
  return shapeAt(place === '' ? '' : `type="${place}"`, ...paragraphs);
}

/** A shape at a place of its layout, by the attributes of `p:ph`. */
export function shapeAt(attributes: string, ...paragraphs: readonly string[]): string {
  const own = attributes === '' ? '' : `<p:ph ${attributes}/>`;
  return `<p:sp><p:nvSpPr><p:nvPr>${own}</p:nvPr></p:nvSpPr><p:txBody><a:bodyPr/>${paragraphs.join('')}</p:txBody></p:sp>`;
}

/** A table of rows of cells, each a text, or XML of a cell. */
export function slideTable(...rows: readonly (readonly string[])[]): string {
  const cellOf = (cell: string): string => (cell.startsWith('<') ? cell : slideCell(cell));
  const written = rows.map((cells) => `<a:tr>${cells.map(cellOf).join('')}</a:tr>`);
  return `<p:graphicFrame><a:graphic><a:graphicData><a:tbl>${written.join('')}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`;
}

export function slideCell(text: string, attributes = ''): string {
  return `<a:tc ${attributes}><a:txBody>${text === '' ? '<a:p/>' : line(text)}</a:txBody></a:tc>`;
}
