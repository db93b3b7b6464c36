import type { Block, Diagnostic, Source, TextFormat } from '../types.js';
import { isTooDense, readMarkdown } from './markdown.js';
import { readText } from './text.js';

/** A source as its reader understood it. */
export interface ReadResult {
  readonly blocks: readonly Block[];
  readonly diagnostics: readonly Diagnostic[];
}

export function read({ text, format, name }: Source): ReadResult {
  const tooDense = format === 'markdown' && isTooDense(text);
  const blocks = format === 'markdown' && !tooDense ? readMarkdown(text) : readText(text);
  const diagnostics: Diagnostic[] = tooDense
    ? [
        {
          code: 'read-as-text',
          severity: 'warning',
          side: null,
          span: null,
          message: `${name === '' ? 'The input' : name} has thousands of Markdown marks without a blank line between them; it was read as plain text.`,
        },
      ]
    : [];
  return { blocks, diagnostics };
}

/** Markdown if the name says so, else plain text. */
export function formatOf(name: string): TextFormat {
  return /\.(md|markdown|mdown|mkd)$/i.test(name) ? 'markdown' : 'text';
}
