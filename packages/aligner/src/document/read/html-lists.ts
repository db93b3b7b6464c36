import type { Element } from 'hast';
import { shown, styleOf } from './html-elements.js';
import { listMarker } from './list-markers.js';

/** The markers of the items of a list, as HTML counts them and CSS writes them. */
export function markersIn(list: Element): [Element, string][] {
  const items = shown(list).filter((node) => node.type === 'element' && node.tagName === 'li') as Element[];
  const isOrdered = list.tagName === 'ol';
  const { start, reversed, type } = list.properties;
  const step = isOrdered && reversed ? -1 : 1;
  const style = listStyle(list) ?? (isOrdered ? String(type ?? 'decimal') : '');
  let value = isOrdered && typeof start === 'number' ? start : step < 0 ? items.length : 1;
  return items.map((item) => {
    const own = item.properties.value;
    if (typeof own === 'number' || (typeof own === 'string' && /^-?\d{1,9}$/.test(own))) value = Number(own);
    const marker = listMarker(listStyle(item) ?? String(item.properties.type ?? style), value);
    value += step;
    return [item, marker];
  });
}

function listStyle(element: Element): string | null {
  return styleOf(element, 'list-style-type') ?? styleOf(element, 'list-style')?.split(/\s/)[0] ?? null;
}
