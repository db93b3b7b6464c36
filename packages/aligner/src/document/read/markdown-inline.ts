import type { Nodes, PhrasingContent } from 'mdast';
import type { Span } from '../../types.js';
import { isLineBreak } from './line-breaks.js';

/**
 * Where Markdown's inline syntax stands in a paragraph, a heading or a cell: the marks of emphasis and code, the addresses of
 * links, footnote marks, tags, backslashes of escapes. What is left between them is the text as a reader sees it.
 */
export function inlineSyntax(node: Nodes, text: string): Span[] {
  const spans: Span[] = [];
  // The box of a task: the paragraph begins with it, and its text behind it.
  if (node.type === 'paragraph') {
    const [start, first] = [node.position?.start.offset ?? 0, node.children[0]?.position?.start.offset ?? 0];
    if (first > start) spans.push({ start, end: first });
  }
  if ('children' in node) for (const child of node.children) collect(child as PhrasingContent, text, spans);
  // A line break at the end of a heading, which Markdown knows in paragraphs only, is written for the languages to part there.
  if (node.type === 'heading') {
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    if (/[^\\]\\$/.test(text.slice(start, end))) spans.push({ start: end - 1, end });
  }
  return spans;
}

/** Where a paragraph, a heading or a cell has comments, in order. */
export function commentsIn(node: Nodes, text: string): Span[] {
  if (node.type === 'html') {
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    return /^<!--.*-->$/s.test(text.slice(start, end)) && end - start >= '<!---->'.length
      ? [{ start, end }]
      : [];
  }
  return 'children' in node ? node.children.flatMap((child) => commentsIn(child, text)) : [];
}

/** Where a paragraph, a heading or a cell has `<br>`, in order: a line ends there. */
export function lineBreaks(node: Nodes, text: string): Span[] {
  if (node.type === 'html') {
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    return isLineBreak(text.slice(start, end)) ? [{ start, end }] : [];
  }
  return 'children' in node ? node.children.flatMap((child) => lineBreaks(child, text)) : [];
}

function collect(node: PhrasingContent, text: string, spans: Span[]): void {
  const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
  const add = (from: number, to: number): void => {
    if (to > from) spans.push({ start: from, end: to });
  };
  switch (node.type) {
    case 'text':
      for (const { index } of text.slice(start, end).matchAll(ESCAPE)) add(start + index, start + index + 1);
      return;
    case 'inlineCode': {
      const marks = /^`+/.exec(text.slice(start, end))?.[0].length ?? 0;
      add(start, start + marks);
      add(end - marks, end);
      return;
    }
    case 'image':
    case 'imageReference': {
      const from = start + '!['.length;
      const alternative = node.alt ?? '';
      // An alternative text with marks of its own is not found as it stands, and left out with the picture.
      const to = text.startsWith(alternative, from) ? from + alternative.length : from;
      add(start, to > from ? from : end);
      if (to > from) add(to, end);
      return;
    }
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'link':
    case 'linkReference': {
      const [first, last] = [node.children[0], node.children.at(-1)];
      add(start, first?.position?.start.offset ?? end);
      for (const child of node.children) collect(child, text, spans);
      if (last !== undefined) add(last.position?.end.offset ?? end, end);
      return;
    }
    case 'break':
    case 'footnoteReference':
    case 'html':
      add(start, end);
  }
}

/** A backslash before a mark that it takes the meaning from (CommonMark 0.31, §2.4). */
const ESCAPE = /\\(?=[!-/:-@[-`{-~])/g;
