import { type AlignInput, type Alignment, type AlignOptions, align, DuiqiError } from 'duiqi';
import { type FilterOptions, records } from 'duiqi/pairs';
import { explain } from '../explain-error.js';
import { Failure, Status } from '../failure.js';
import { nothingToAlign } from '../nothing-to-align.js';
import { ConversionTooLong } from '../old-office.js';
import { areNoTranslations, isVerdict } from '../verdict.js';
import { type FixedRecord, fixed } from './fixed-record.js';

/**
 * What became of a document:
 * - `ok`: it has pairs
 * - `nothing`: no pair was found, since a language is missing or there is no text
 * - `mismatch`: both languages are there, and as a whole they are no translations of each other
 * - `error`: it could not be read or aligned
 */
export type DocumentStatus = 'ok' | 'nothing' | 'mismatch' | 'error';

/** What became of a document, and its pairs. */
export interface Outcome {
  readonly status: DocumentStatus;
  /**
   * Stable, for programs: a code of `DuiqiError` or of a diagnostic, `too-long`, …; `''` where all is well. Of `ok` the only one is
   * `sides-exchanged`.
   */
  readonly code: string;
  /** For people; `''` where all is well. */
  readonly message: string;
  /** See `Alignment`; 0 where there was an error. */
  readonly quality: number;
  readonly signature: string;
  readonly records: readonly FixedRecord[];
}

export interface LoadedDocument {
  readonly input: AlignInput;
  /** Names of the inputs, by which their format is known. */
  readonly names: readonly string[];
  /** Whether the first of two files is given as the English one, so that it is told where it is not. */
  readonly isEnglishFirst?: boolean;
}

/**
 * Aligns a document; whatever is wrong with it is in the outcome.
 *
 * @param id what the document is called in its pairs and in their ids
 */
export async function outcomeOf(
  id: string,
  load: () => LoadedDocument | Promise<LoadedDocument>,
  options: AlignOptions,
  filter: FilterOptions,
): Promise<Outcome> {
  try {
    const { input, names, isEnglishFirst = false } = await load();
    const alignment = await align(input, { ...options, names });
    const { quality, signature } = alignment;
    const found = [...records(alignment, { ...filter, document: id })].map(fixed);
    const status = statusOf(alignment, names.length > 0 ? names : [id]);
    const told = isEnglishFirst && status.status === 'ok' && alignment.en.source === 1 ? EXCHANGED : {};
    return { ...status, ...told, quality, signature, records: found };
  } catch (error) {
    return withoutPairs(refusalOf(error));
  }
}

export function failed(code: string, message: string): Outcome {
  return withoutPairs({ status: 'error', code, message });
}

/** Why there is nothing of a document. */
export interface Refusal {
  readonly status: 'nothing' | 'error';
  readonly code: string;
  readonly message: string;
}

export function withoutPairs(refusal: Refusal): Outcome {
  return { ...refusal, quality: 0, signature: '', records: [] };
}

/** What is said of whatever was thrown while a document was read or aligned. */
export function refusalOf(error: unknown): Refusal {
  return { status: 'error', code: codeOf(error), message: explain(error)[1] };
}

/** Thrown where a document is given up while it is aligned. */
export class GivenUp extends Failure {
  readonly code: string;

  constructor(code: string, message: string) {
    super(Status.failed, message);
    this.code = code;
  }
}

function statusOf(
  alignment: Alignment,
  names: readonly string[],
): Pick<Outcome, 'status' | 'code' | 'message'> {
  if (areNoTranslations(alignment)) {
    const message = alignment.diagnostics.find(isVerdict)?.message ?? '';
    return { status: 'mismatch', code: 'not-a-translation', message };
  }
  if (alignment.pairs.length === 0) {
    return { status: 'nothing', code: 'nothing-to-align', message: nothingToAlign(alignment, names) };
  }
  const exchange = alignment.diagnostics.find(({ code }) => code === 'sides-exchanged');
  return { status: 'ok', code: exchange?.code ?? '', message: exchange?.message ?? '' };
}

/** The library finds out which of two files is the English one, and does not know that somebody has said it. */
const EXCHANGED = {
  code: 'sides-exchanged',
  message: 'The file given as English is the Chinese one: each was taken for what it is.',
};

function codeOf(error: unknown): string {
  if (error instanceof GivenUp || error instanceof DuiqiError) return error.code;
  if (error instanceof ConversionTooLong) return 'too-long';
  return error instanceof Failure ? 'bad-input' : 'fault';
}
