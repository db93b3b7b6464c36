import type { Element, Root, RootContent } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { type DefaultTreeAdapterTypes, Parser, parseFragment } from 'parse5';
import { everySo, type Steps } from '../../common/steps.js';
import { ELEMENTS_TOGETHER, type Parent } from './html-elements.js';

const OPTIONS = { scriptingEnabled: false } as const;
/** Characters that are parsed between two steps. */
const CHUNK = 2 ** 13;

/** Parses a page as a browser does. Its parser takes a page in pieces, as from a network. */
export function* parsePage(html: string): Steps<Root> {
  const parser = new Parser<DefaultTreeAdapterTypes.DefaultTreeAdapterMap>(OPTIONS);
  for (let at = 0; at < html.length; at += CHUNK) {
    yield;
    parser.tokenizer.write(html.slice(at, at + CHUNK), false);
  }
  parser.tokenizer.write('', true);
  return yield* treeOf(parser.document);
}

/** Parses what stands within a page and is none itself. */
export function parsePart(html: string): Root {
  return fromParse5(parseFragment(html, OPTIONS)) as Root;
}

/** The tree of a page. Each node is made by itself, without its children, which take their time. */
function* treeOf(document: DefaultTreeAdapterTypes.Document): Steps<Root> {
  const isDue = everySo(ELEMENTS_TOGETHER);
  const root = alone(document) as Root;
  const waiting: [DefaultTreeAdapterTypes.ParentNode, Parent][] = [[document, root]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [{ childNodes }, parent] = next;
    for (const child of childNodes) {
      if (isDue()) yield;
      const made = alone(child);
      parent.children.push(made as Element);
      if ('childNodes' in child) waiting.push([child, made as Element]);
    }
  }
  return root;
}

function alone(node: DefaultTreeAdapterTypes.Node): Root | RootContent {
  return fromParse5('childNodes' in node ? { ...node, childNodes: [] } : node) as Root | RootContent;
}
