import { ENTITY_DECLARATION } from '../../common/xml-entities.js';
import { error, type Remark } from './finding.js';

/** References, sections, declarations of entities, and every `&` and `<` that begins neither these nor a tag. */
export const TOKEN = new RegExp(
  `${/&(?:#x([\da-fA-F]{1,12})|#(\d{1,12})|([A-Za-z_][\w.-]{0,60}));|&|<!--|<!\[CDATA\[|<\?|<(?!\/?[A-Za-z_:\u00C0-\uFFFC]|![A-Z])/.source}|${ENTITY_DECLARATION}`,
  'g',
);

/** The only ones that XML knows without a declaration. */
export const XML_ENTITIES: readonly string[] = ['amp', 'lt', 'gt', 'quot', 'apos'];

/** Entities of HTML that stray into memories. */
const HTML_ENTITIES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    nbsp: '\u00A0',
    ensp: '\u2002',
    emsp: '\u2003',
    thinsp: '\u2009',
    shy: '\u00AD',
    ndash: '–',
    mdash: '—',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    laquo: '«',
    raquo: '»',
    hellip: '…',
    bull: '•',
    middot: '·',
    copy: '©',
    reg: '®',
    trade: '™',
    deg: '°',
    plusmn: '±',
    times: '×',
    sect: '§',
    para: '¶',
    euro: '€',
    pound: '£',
    yen: '¥',
    cent: '¢',
  }),
);

/** What is wrong with a `&` or `<`, or with what a reference refers to; null for a sound reference. */
export function reference(
  [found, hexadecimal, decimal, name]: RegExpExecArray,
  entities: ReadonlySet<string>,
): Remark | null {
  if (found === '<') {
    return error('entity', '< begins no tag here and makes the whole file unreadable: write &lt;.', '&lt;');
  }
  if (found === '&') {
    return error(
      'entity',
      '& begins no entity here and makes the whole file unreadable: write &amp;.',
      '&amp;',
    );
  }
  if (name !== undefined) {
    if (entities.has(name)) return null;
    const fix = HTML_ENTITIES.get(name) ?? `&amp;${name};`;
    const remedy = HTML_ENTITIES.has(name) ? 'write the character itself' : 'write &amp; for its &';
    return error(
      'entity',
      `XML has no entity ${found}, which makes the whole file unreadable: ${remedy}.`,
      fix,
    );
  }
  const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  if (isAllowed(code)) return null;
  const isBreak = code === 0xb || code === 0xc;
  return error(
    'character',
    `${found} refers to a character that is forbidden in XML and makes the whole file unreadable: delete it.`,
    isBreak ? ' ' : '',
  );
}

/** `Char` of XML 1.0. */
function isAllowed(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}
