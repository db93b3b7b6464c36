import type { AlignOptions } from 'duiqi';
import type { CommandLine, OptionName } from './command-line.js';
import { readPdfApart } from './pdf-thread.js';

/** The options of every command that reads documents. */
export const READING_OPTIONS = [
  'encoding',
  'format',
  'layout',
  'lossy',
  'segments',
] as const satisfies readonly OptionName[];

/** How the documents are to be read, as options of the library. */
export type ReadingOptions = Required<Pick<AlignOptions, (typeof READING_OPTIONS)[number] | 'readPdf'>>;

export function readingOptions(line: CommandLine): ReadingOptions {
  return {
    encoding: line.choice('encoding') ?? 'auto',
    format: line.choice('format') ?? 'auto',
    layout: line.choice('layout') ?? 'auto',
    lossy: line.has('lossy'),
    segments: line.choice('segments') ?? 'sentences',
    readPdf: readPdfApart,
  };
}
