import { strToU8, zipSync } from 'fflate';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const NAMESPACES =
  `xmlns:w="${WORD}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ` +
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Inner XML of the parts of a Word document; `others` are parts by their path, whole. */
export interface WordParts {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly others?: Readonly<Record<string, string | Uint8Array>>;
  /** Where the document stands. */
  readonly path?: string;
}

/** A Word document of hand-written XML. */
export function wordFile({ path = 'word/document.xml', ...parts }: WordParts): Uint8Array {
  const part = (root: string, inner: string): string => `${XML}<w:${root} ${NAMESPACES}>${inner}</w:${root}>`;
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml':
      `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
      `<Override PartName="/${path}" ContentType="${TYPE}.document.main+xml"/></Types>`,
    [path]: part('document', `<w:body>${parts.body}</w:body>`),
    ...(parts.styles && { 'word/styles.xml': part('styles', parts.styles) }),
    ...(parts.numbering && { 'word/numbering.xml': part('numbering', parts.numbering) }),
    ...(parts.footnotes && { 'word/footnotes.xml': part('footnotes', parts.footnotes) }),
    ...parts.others,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, file]) => [name, typeof file === 'string' ? strToU8(file) : file]),
    ),
  );
}

export function run(text: string): string {
  return `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A paragraph of one run, with properties. */
export function paragraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${text === '' ? '' : run(text)}</w:p>`;
}

/** A paragraph in a list. */
export function listed(text: string, list: number, level = 0): string {
  return paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
}

/** One level of a list. */
export function level(at: number, format: string, text: string, more = ''): string {
  return (
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}` +
    `<w:lvlText w:val="${text}"/></w:lvl>`
  );
}

/** Definitions of lists, numbered from 0, and a list of each, numbered from 1. */
export function lists(...definitions: readonly string[]): string {
  const abstract = definitions.map(
    (levels, at) => `<w:abstractNum w:abstractNumId="${at}">${levels}</w:abstractNum>`,
  );
  const concrete = definitions.map((_, at) => list(at + 1, at));
  return [...abstract, ...concrete].join('');
}

export function list(id: number, definition: number, overrides = ''): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${definition}"/>${overrides}</w:num>`;
}

/** A table of rows of cells, each cell a text, or paragraphs as XML. */
export function table(...rows: readonly (readonly string[])[]): string {
  return `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((content) => cell(content)).join('')}</w:tr>`).join('')}</w:tbl>`;
}

export function cell(content: string, properties = ''): string {
  if (content.startsWith('<w:tc>')) return content;
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : paragraph(content)}</w:tc>`;
}
