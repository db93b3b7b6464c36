import { type AlignOptions, readSrx, type Segmenter } from 'duiqi';
import { readPdfInThread } from 'duiqi/node';
import type { CommandLine, OptionName } from './command-line.js';
import { read } from './files.js';

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
  return { ...plainReadingOptions(line), segmenters: await segmentersOf(await readRules(line)) };
}

/** The same without the rules of a file. */
export function plainReadingOptions(line: CommandLine): Omit<ReadingOptions, 'segmenters'> {
  return {
    encoding: line.choice('encoding') ?? 'auto',
    format: line.choice('format') ?? 'auto',
    layout: line.choice('layout') ?? 'auto',
    lossy: line.has('lossy'),
    segments: line.choice('segments') ?? 'sentences',
    readPdf: readPdfInThread,
  };
}

/** A file of rules. */
export interface Rules {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The file of `--rules`; null without one. */
export async function readRules(line: CommandLine): Promise<Rules | null> {
  const path = line.matching('rules', /^(?!-$)/);
  return path === undefined ? null : { path, bytes: await read(path) };
}

/** The segmenters that a file of rules makes; none without one. */
export async function segmentersOf(rules: Rules | null): Promise<readonly Segmenter[]> {
  return rules === null ? [] : readSrx(rules.bytes, rules.path);
}
