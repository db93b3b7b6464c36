import { strToU8, type Zippable, zipSync } from 'fflate';

const NAMESPACES = ['office', 'style', 'text', 'table', 'drawing', 'presentation', 'svg-compatible']
  .map((name) => {
    const prefix = name === 'drawing' ? 'draw' : name === 'svg-compatible' ? 'svg' : name;
    return `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`;
  })
  .concat('xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"')
  .join(' ');

/** Inner XML of the parts of an OpenDocument file; `others` are parts by their path, whole. */
export interface OpenDocumentParts {
  readonly type?: 'text' | 'presentation' | 'spreadsheet';
  readonly body: string;
  readonly automatic?: string;
  readonly styles?: string;
  readonly others?: Readonly<Record<string, string>>;
}

/** An OpenDocument file of hand-written XML. */
export function openDocumentFile(parts: OpenDocumentParts): Uint8Array {
  const { type = 'text', body, automatic = '', styles = '', others = {} } = parts;
  const part = (root: string, inner: string): Uint8Array =>
    strToU8(`<?xml version="1.0" encoding="UTF-8"?><office:${root} ${NAMESPACES}>${inner}</office:${root}>`);
  const files: Zippable = {
    mimetype: [strToU8(`application/vnd.oasis.opendocument.${type}`), { level: 0 }],
    'content.xml': part(
      'document-content',
      `<office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:${type}>${body}</office:${type}></office:body>`,
    ),
    'styles.xml': part('document-styles', styles),
  };
  for (const [path, text] of Object.entries(others)) files[path] = strToU8(text);
  return zipSync(files);
}

export function textOf(text: string, style = ''): string {
  return `<text:p${style === '' ? '' : ` text:style-name="${style}"`}>${text}</text:p>`;
}

/** A list of items, each a text, or XML. */
export function listOf(style: string, items: readonly string[], attributes = ''): string {
  const written = items.map(
    (item) => `<text:list-item>${item.startsWith('<') ? item : textOf(item)}</text:list-item>`,
  );
  return `<text:list text:style-name="${style}" ${attributes}>${written.join('')}</text:list>`;
}

/** A style of lists with a level of numbers for each of the attributes. */
export function listStyle(name: string, ...levels: readonly string[]): string {
  const written = levels.map((attributes, at) =>
    attributes === 'bullet'
      ? `<text:list-level-style-bullet text:level="${at + 1}" text:bullet-char="•"/>`
      : `<text:list-level-style-number text:level="${at + 1}" ${attributes}/>`,
  );
  return `<text:list-style style:name="${name}">${written.join('')}</text:list-style>`;
}

/** A table of rows of cells, each a text, or XML of a cell. */
export function tableOf(...rows: readonly (readonly string[])[]): string {
  const cellOf = (cell: string): string =>
    cell.startsWith('<') ? cell : `<table:table-cell>${textOf(cell)}</table:table-cell>`;
  const written = rows.map((cells) => `<table:table-row>${cells.map(cellOf).join('')}</table:table-row>`);
  return `<table:table>${written.join('')}</table:table>`;
}
