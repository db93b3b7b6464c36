import { availableParallelism } from 'node:os';
import type { AlignOptions } from 'duiqi';
import type { FilterOptions } from 'duiqi/pairs';
import { lexiconBytes } from 'duiqi/words';
import { type CommandLine, type OptionName, usage } from '../command-line.js';
import {
  plainReadingOptions,
  READING_OPTIONS,
  type Rules,
  readRules,
  segmentersOf,
} from '../reading-options.js';
import { readWordLists } from '../word-lists.js';

/** The options of every command that aligns documents in number. */
export const CORPUS_OPTIONS = [
  ...READING_OPTIONS,
  'glossary',
  'jobs',
  'lexicon',
  'max-mb',
  'max-seconds',
] as const satisfies readonly OptionName[];

/** What a thread that aligns documents is given once, at its start. */
export interface WorkerSettings {
  /** Shared memory: all threads read the same lexicon. */
  readonly lexicon: ArrayBufferLike;
  /** How documents are read and aligned. Functions cannot be handed over. */
  readonly align: Omit<AlignOptions, 'lexicon' | 'readPdf' | 'segmenters'>;
  /** The file of `--rules`, which each thread makes segmenters of. */
  readonly rules: Rules | null;
  readonly filter: FilterOptions;
  readonly limits: Limits;
  /** Names that Chinese documents may have in characters; only where their words are wanted. */
  readonly names?: ReadonlyMap<string, string>;
}

/** What a document may take before it is given up. */
export interface Limits {
  readonly seconds: number;
  readonly megabytes: number;
}

/** So that a book of half a million sentences is aligned on a slow machine, and a hopeless document does not hold up a night. */
const SECONDS = 600;
/** What a text of half a million sentences takes. */
const MEGABYTES = 2000;
/** A thread of Node with the code of the library needs so many by itself. */
const LEAST_MEGABYTES = 50;

export async function workerSettings(line: CommandLine, filter: FilterOptions): Promise<WorkerSettings> {
  const { readPdf: _, ...reading } = plainReadingOptions(line);
  const limits = limitsOf(line);
  const rules = await readRules(line);
  // Each thread makes its own of them; where they are wrong, that is told here and once.
  await segmentersOf(rules);
  return {
    lexicon: await lexiconBytes(),
    align: { ...reading, ...(await readWordLists(line)) },
    rules,
    filter,
    limits,
  };
}

function limitsOf(line: CommandLine): Limits {
  const seconds = Number(line.matching('max-seconds', /^(?=.*[1-9])\d{1,6}(?:\.\d+)?$/) ?? SECONDS);
  const megabytes = Number(line.matching('max-mb', /^\d{2,6}$/) ?? MEGABYTES);
  if (megabytes < LEAST_MEGABYTES)
    throw usage(`--max-mb takes at least ${LEAST_MEGABYTES}, not ${megabytes}.`);
  return { seconds, megabytes };
}

/** How many documents are worked on at a time; default one for each processor. */
export function jobsOf(line: CommandLine): number {
  return Number(line.matching('jobs', /^[1-9]\d{0,2}$/) ?? availableParallelism());
}
