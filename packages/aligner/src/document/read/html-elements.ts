import type { Element, ElementContent, Root, RootContent } from 'hast';

/** Whatever has children in the tree of a page. */
export type Parent = Root | Element;

export const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Elements that stand apart from the text before and after them. */
export const BLOCKS = words(
  `address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption
  figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html label legend li main menu nav ol optgroup option p pre search section
  select summary table tbody td tfoot th thead tr ul`,
);

/** Whether something is to be filled in or ticked there: captions of fields stand on either side of it, `Name 姓名 [    ] Sex 性别 [    ]`. */
export function isField({ tagName, properties }: Element): boolean {
  return tagName === 'input' && properties['type'] !== 'hidden';
}

/** Elements without text to read. `rt` and `rp` say how the characters before them are pronounced. */
const SILENT = words(
  `head script style template noscript svg iframe object video audio canvas datalist textarea rt rp
  annotation annotation-xml`,
);

/** The children of an element, those left out that a browser does not show. */
export function shown(parent: Parent): (ElementContent | RootContent)[] {
  return parent.children.filter(isShown);
}

/** The same with the comments. */
export function shownOrNoted(parent: Parent): (ElementContent | RootContent)[] {
  return parent.children.filter((node) => node.type === 'comment' || isShown(node));
}

function isShown(node: ElementContent | RootContent): boolean {
  return node.type === 'text' || (node.type === 'element' && !isHidden(node));
}

function isHidden(element: Element): boolean {
  const { hidden, ariaHidden } = element.properties;
  return (
    SILENT.has(element.tagName) ||
    (hidden !== undefined && hidden !== false) ||
    ariaHidden === 'true' ||
    styleOf(element, 'display') === 'none'
  );
}

/** What the `style` attribute of an element sets a property to, in lower case; null where it does not. */
export function styleOf({ properties: { style } }: Element, property: string): string | null {
  if (typeof style !== 'string') return null;
  // The last declaration counts.
  for (const declaration of style.toLowerCase().split(';').reverse()) {
    const [name, value] = declaration.split(':');
    if (name?.trim() === property && value !== undefined) return value.replace('!important', '').trim();
  }
  return null;
}

/** All text in it, shown or not. */
export function textOf(parent: Parent): string {
  return parent.children
    .map((node) => (node.type === 'text' ? node.value : node.type === 'element' ? textOf(node) : ''))
    .join('');
}

/** Elements of a page that are looked at between two steps. */
export const ELEMENTS_TOGETHER = 128;
