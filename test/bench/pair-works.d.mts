import type { PairRecord } from '../../packages/aligner/src/pair-record.js';
import type { Vocabulary } from './vocabulary.mjs';

export interface PairsOptions {
  readonly count: number;
  readonly vocabulary: Vocabulary;
  readonly changed?: number;
}
export function makePairs(options: PairsOptions): Generator<PairRecord>;
export const PAIRS: string;
export const LATER_PAIRS: string;
export interface PairFormatWork {
  readonly name: string;
  readonly files: readonly string[];
  /** Arguments of the command. */
  readonly write: readonly string[];
}
export const formats: readonly PairFormatWork[];
export const commands: readonly string[];
