/** Characters that the text of an entity may have: such texts are names and signs, and a reference to one is read as often as it comes. */
const LONGEST_ENTITY = 250;

/**
 * The declaration of an entity whose text stands in it (XML 1.0, §4.2), with its name and its text in quotation marks. What is
 * fetched from elsewhere, what holds markup, and what refers to other entities, which may refer to others in turn, is none.
 */
export const ENTITY_DECLARATION = String.raw`<!ENTITY\s{1,20}([A-Za-z_][\w.-]{0,60})\s{1,20}("[^"<&%]{0,${LONGEST_ENTITY}}"|'[^'<&%]{0,${LONGEST_ENTITY}}'|["']&#x?[\da-fA-F]{1,12};["'])\s{0,20}>`;

const DECLARATIONS = new RegExp(ENTITY_DECLARATION, 'g');

/** The length of the longest of such declarations. */
export const LONGEST_DECLARATION = 400;

/** The entities that a document type declares, by their names; of two of one name the first one counts. */
export function declaredEntities(doctype: string): Map<string, string> {
  const entities = new Map<string, string>();
  for (const [, name, quoted] of withoutComments(doctype).matchAll(DECLARATIONS)) {
    const text = textOf(quoted!.slice(1, -1));
    if (text !== null && !entities.has(name!)) entities.set(name!, text);
  }
  return entities;
}

function withoutComments(doctype: string): string {
  const [before, ...comments] = doctype.split('<!--');
  const after = comments.map((comment) => {
    const end = comment.indexOf('-->');
    return end < 0 ? '' : comment.slice(end + 3);
  });
  return [before, ...after].join('');
}

/** A text, or the character that is written as a number. */
function textOf(written: string): string | null {
  const [, hexadecimal, decimal] = /^&#(?:x([\da-f]+)|(\d+));$/i.exec(written) ?? [];
  if (hexadecimal === undefined && decimal === undefined) return written;
  const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  // Markup by another name.
  if (!(code >= 0x20 && code <= 0x10ffff) || (code >= 0xd800 && code <= 0xdfff)) return null;
  return code === 0x26 || code === 0x3c ? null : String.fromCodePoint(code);
}
