import { readFileSync } from 'node:fs';
import { type AlignOptions, readSrx, type Segmenter } from 'duiqi';
import type { CommandLine, OptionName } from './command-line.js';
import { cannotRead } from './files.js';
import { readPdfApart } from './pdf-thread.js';

/** The options of every command that reads documents. */
export const READING_OPTIONS = [
  'encoding',
  'format',
  'layout',
  'lossy',
  'rules',
  'segments',
] as const satisfies readonly OptionName[];

/** How the documents are to be read, as options of the library. */
export type ReadingOptions = Required<
  Pick<AlignOptions, Exclude<(typeof READING_OPTIONS)[number], 'rules'> | 'readPdf' | 'segmenters'>
>;

export async function readingOptions(line: CommandLine): Promise<ReadingOptions> {
  return { ...plainReadingOptions(line), segmenters: await rulesOf(line) };
}

/** The same without the rules of a file. */
export function plainReadingOptions(line: CommandLine): Omit<ReadingOptions, 'segmenters'> {
  return {
    encoding: line.choice('encoding') ?? 'auto',
    format: line.choice('format') ?? 'auto',
    layout: line.choice('layout') ?? 'auto',
    lossy: line.has('lossy'),
    segments: line.choice('segments') ?? 'sentences',
    readPdf: readPdfApart,
  };
}

/** The segmenters of the file of rules; none without one. */
async function rulesOf(line: CommandLine): Promise<readonly Segmenter[]> {
  const path = line.matching('rules', /^(?!-$)/);
  if (path === undefined) return [];
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw cannotRead(path, error);
  }
  return readSrx(bytes, path);
}
