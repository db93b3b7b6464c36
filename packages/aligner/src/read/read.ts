import type { Block, Diagnostic, Source, TextFormat } from '../types.js';
import { readText } from './text.js';

/** A source as its reader understood it. */
export interface ReadResult {
  readonly blocks: readonly Block[];
  readonly diagnostics: readonly Diagnostic[];
}

export async function read({ text, format, name }: Source): Promise<ReadResult> {
  if (format === 'text') return { blocks: readText(text), diagnostics: [] };
  // Loaded where it is wanted: the parser of Markdown is many files, and takes longer to load than to run.
  const { isTooDense, readMarkdown } = await import('./markdown.js');
  return isTooDense(text)
    ? { blocks: readText(text), diagnostics: [readAsText(name)] }
    : { blocks: readMarkdown(text), diagnostics: [] };
}

function readAsText(name: string): Diagnostic {
  return {
    code: 'read-as-text',
    severity: 'warning',
    side: null,
    span: null,
    message: `${name === '' ? 'The input' : name} has thousands of Markdown marks without a blank line between them; it was read as plain text.`,
  };
}

/** Markdown if the name says so, else plain text. */
export function formatOf(name: string): TextFormat {
  return /\.(md|markdown|mdown|mkd)$/i.test(name) ? 'markdown' : 'text';
}
