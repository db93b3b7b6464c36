import { extname } from 'node:path';
import type { Alignment, TmxOptions } from 'duiqi';
import { toBeads, toJsonl, toTmx, toTsv } from 'duiqi';
import { type OutputFormat, usage } from './command-line.js';
import { listed, quoted } from './words.js';

const FORMATS: Readonly<Record<string, OutputFormat>> = {
  '.tmx': 'tmx',
  '.jsonl': 'jsonl',
  '.tsv': 'tsv',
  '.beads': 'beads',
  '.align': 'beads',
};

export interface WritingOptions {
  readonly unaligned: boolean;
  /** Pairs with a lower score are left out. */
  readonly minScore: number;
  readonly tmx: TmxOptions;
}

/** The ending of the name decides; `fallback` is for endings that say nothing. */
export function formatOf(path: string, fallback: OutputFormat | undefined): OutputFormat {
  const format = FORMATS[extname(path).toLowerCase()] ?? fallback;
  if (format !== undefined) return format;
  const known = listed(Object.keys(FORMATS), 'or');
  throw usage(`the name of the output ${quoted(path)} ends in none of ${known}: add -f FORMAT.`);
}

export function serialise(
  alignment: Alignment,
  format: OutputFormat,
  options: WritingOptions,
): Iterable<string> {
  const { unaligned, minScore, tmx } = options;
  switch (format) {
    case 'tmx':
      return toTmx(alignment, { ...tmx, minScore });
    case 'jsonl':
      return toJsonl(alignment, { unaligned, minScore });
    case 'tsv':
      return toTsv(alignment, { unaligned, minScore });
    case 'beads':
      // The first number of a bead counts in the file that was named first.
      return toBeads(alignment.ladder, { first: alignment.en.source === 0 ? 'en' : 'zh' });
  }
}
